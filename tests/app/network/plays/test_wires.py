"""Wires whose both ends are here, with and without TLS."""

from __future__ import annotations

import asyncio
from itertools import count

from app.network.plays.wires import PIECE, TlsWire, Wire
from protocol.recording import Kind
from protocol.tls_records import OVERHEAD, read_records
from protocol.vocabulary import Role


def clock():
    return count().__next__


async def crossed(wire, data):
    try:
        if isinstance(wire, TlsWire):
            await wire.shake_hands()
        there = await wire.carry(Role.CLIENT, data)
        back = await wire.carry(Role.SERVER, b"ok")
        await wire.end(Role.SERVER)
        await wire.end(Role.SERVER)
        await wire.end(Role.CLIENT)
        return there, back
    finally:
        wire.close()


def test_what_one_end_writes_the_other_reads():
    async def main():
        wire = Wire(clock())
        assert await crossed(wire, b"hello") == (b"hello", b"ok")
        return wire

    wire = asyncio.run(main())
    assert [(entry.kind, entry.who) for entry in wire.recording] == [
        (Kind.SYN, Role.CLIENT),
        (Kind.DATA, Role.CLIENT), (Kind.READ, Role.CLIENT),
        (Kind.DATA, Role.SERVER), (Kind.READ, Role.SERVER),
        (Kind.FIN, Role.SERVER), (Kind.READ, Role.SERVER),
        (Kind.FIN, Role.CLIENT), (Kind.READ, Role.CLIENT),
    ]  # fmt: skip
    assert wire.outer is None


def test_large_data_crosses_in_pieces():
    data = bytes(range(256)) * 256
    there, _ = asyncio.run(_cross(lambda: Wire(clock()), data))
    assert there == data
    assert len(data) > PIECE


async def _cross(made, data):
    return await crossed(made(), data)


def test_tls_hides_what_crosses_and_tells_where_it_is():
    told = []

    async def main():
        wire = TlsWire(clock(), "shop.example", lambda *what: told.append(what))
        assert await crossed(wire, b"secret words") == (b"secret words", b"ok")
        assert wire.version == "TLSv1.3"
        return wire

    wire = asyncio.run(main())
    assert wire.outer is not None
    assert wire.recording.wire(Role.CLIENT) == b"secret words"
    assert b"secret" not in wire.outer.wire(Role.CLIENT)
    who, _, outside, inside = next(one for one in told if one[1] == "data")
    assert who is Role.CLIENT
    assert inside == range(12)
    assert len(outside) == 12 + OVERHEAD
    assert [one[1] for one in told[-2:]] == ["goodbye", "goodbye"]
    for role in Role:
        records = read_records(wire.outer.wire(role))
        assert sum(record.size for record in records) == len(wire.outer.wire(role))
