"""A wire with latency: bytes arrive as they were written, later by the clock of the play."""

from __future__ import annotations

import asyncio

from app.network.clock import Clock
from app.network.plays.agenda import Agenda
from app.network.plays.slow_wire import SlowWire
from protocol.recording import Kind
from protocol.vocabulary import Role


def test_bytes_arrive_after_the_latency_and_whole():
    got = []

    async def play():
        agenda = Agenda(Clock())
        wire = SlowWire(agenda, 0.25)

        async def read(data):
            got.append((round(agenda.now, 2), data))

        async def ignore(_):
            return None

        wire.reads = {Role.SERVER: read, Role.CLIENT: ignore}
        wire.opened()
        try:
            await wire.write(Role.CLIENT, b"one")
            await wire.write(Role.CLIENT, b"")
            await wire.write(Role.CLIENT, b"two" * 10_000)
            await agenda.run(1.0)
        finally:
            wire.close()
        return wire.recording

    recording = asyncio.run(play())
    assert got == [(0.25, b"one"), (0.25, b"two" * 10_000)]
    entries = list(recording)
    assert [entry.kind for entry in entries] == [Kind.SYN, Kind.DATA, Kind.DATA, Kind.READ, Kind.READ]
    assert entries[3].time - entries[1].time >= 0.24
