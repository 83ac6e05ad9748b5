"""Targets for what is read bit by bit: both directions of a connection, compressed payloads, and who only watches.

Any chunking means the same, an observer knows what the endpoint knows, what we write the other end can read, and no
more is kept than a message and a header.
"""

# An error that is expected is looked at as well; that is no case for `pytest.raises`.
# ruff: noqa: PT017

from __future__ import annotations

import zlib
from dataclasses import replace

from stream_support import handshake, strangers

from protocol.connection import Connection
from protocol.deflate import EMPTY, TAIL, InflateError, Inflater
from protocol.events import Failed, MessageReceived
from protocol.extensions import Deflate
from protocol.facts import Fact
from protocol.frames import LONGEST_HEADER
from protocol.inflate import inflate as inflate_slowly
from protocol.observer import Observer, observe
from protocol.recording import Entry, Kind, Recording
from protocol.stream import MESSAGE_LIMIT
from protocol.vocabulary import Role, State
from tests.fuzzing.dice import Dice, cut

LIMITS = (MESSAGE_LIMIT, 300, 125, 3)


def deflate_of(dice: Dice) -> Deflate | None:
    """What both sides agreed on."""
    how = dice.number(256)
    if how % 2 == 0:
        return None
    return Deflate(bool(how & 2), bool(how & 4), 8 + (how >> 3) % 8, 15 - (how >> 6) * 2)


def kept(connection: Connection) -> int:
    """The bytes of the stream that an endpoint holds on to, besides its message."""
    stream = connection._stream
    return len(stream._data) - stream._at + len(stream._head or b"") + len(stream._control)


def heard(connection: Connection, chunks: list[bytes], limit: int) -> tuple[object, ...]:
    """All that an endpoint says and does."""
    events, sent = [], b""
    for chunk in chunks:
        events += connection.receive(chunk)
        sent += connection.bytes_to_send()
        message = len(connection._stream._assembler._payload)
        assert message <= limit
        if connection.endpoint.listening and connection.state is not State.CONNECTING:
            assert kept(connection) <= LONGEST_HEADER + 125
    for event in events:
        if isinstance(event, MessageReceived):
            assert len(event.payload) <= limit
            assert event.text is None or event.text.encode() == event.payload
    return events, sent, connection.close_tcp, connection.state, connection.endpoint.failed


def known(connection: Connection) -> tuple[object, ...]:
    end = connection.endpoint
    return end.state, end.close_sent, end.close_received, end.failed


def stream(sender: Role, data: bytes) -> None:
    """What `sender` says after the opening handshake."""
    dice = Dice(data)
    deflate, limit, how = deflate_of(dice), LIMITS[dice.number(len(LIMITS))], dice.number(256)
    data = dice.rest
    ends = handshake(deflate, limit)[:2]
    reader, writer = (ends[1], ends[0]) if sender is Role.CLIENT else ends
    told = heard(reader, [data], limit)
    again = handshake(deflate, limit)
    assert heard(again[1] if sender is Role.CLIENT else again[0], cut(data, how), limit) == told

    # The other end reads what we wrote in answer: it is never wrong, whatever was said to us.
    assert not any(isinstance(event, Failed) for event in writer.receive(told[1]))

    if limit == LIMITS[0]:  # that of an observer
        watcher = Observer(reads=False)
        for who, said in (Role.CLIENT, again[2]), (Role.SERVER, again[3]), (sender, data), (sender.peer, told[1]):
            watcher.feed(Entry(0, who, Kind.DATA, said, len(said)))
        assert known_by(watcher, reader.role) == known(reader)


def known_by(watcher: Observer, who: Role) -> tuple[object, ...]:
    end = watcher.endpoints[who]
    return end.state, end.close_sent, end.close_received, end.failed


def client_stream(data: bytes) -> None:
    """Masked frames, read by a server."""
    stream(Role.CLIENT, data)


def server_stream(data: bytes) -> None:
    """Unmasked frames, read by a client."""
    stream(Role.SERVER, data)


def opening(data: bytes) -> None:
    """Both sides from the first byte: a request to a server, an answer to a client."""
    dice = Dice(data)
    deflate, how, sender = deflate_of(dice), dice.number(256), list(Role)[dice.number(2)]
    data = dice.rest
    told = []
    for chunks in [data], cut(data, how):
        client, server = strangers(deflate)
        client.bytes_to_send()
        reader = server if sender is Role.CLIENT else client
        told.append(heard(reader, chunks, LIMITS[0]))
        assert len(reader.tcp_closed()) <= 1
    assert told[0] == told[1]


def inflate(data: bytes) -> None:
    """The payload of a compressed message: zlib in any pieces, and the slow inflater."""
    dice = Dice(data)
    bits, room, how = 15 - dice.number(8), (1 << 16, 100, 5)[dice.number(3)], dice.number(256)
    payload = dice.rest
    results = []
    for chunks in [payload], cut(payload, how):
        inflater, text = Inflater(bits), b""
        try:
            for chunk in chunks:
                text += inflater.feed(chunk, room - len(text))
            inflater.finish(room - len(text))
        except InflateError as error:
            results.append((text + inflater.cut_short, type(error)))
        else:
            results.append((text, None))
        assert len(inflater._window) <= 2 * 2**bits
    assert results[0] == results[1]
    text, error = results[0]
    assert len(text) <= room
    try:
        slow = inflate_slowly(payload, b"", bits, room=room)
    except InflateError as wrong:  # where there are two faults, each may tell another one first
        assert error is not None or "beyond the window" in str(wrong)
    else:
        assert (slow.text, error) == (text, None)
    if error is None and payload != EMPTY:
        # A reader that knows neither TAIL at the end nor BFINAL hears a part of it, or all.
        assert text.startswith(zlib.decompressobj(-15).decompress(payload + TAIL))


def observer(data: bytes) -> None:
    """Entries in any order, of anybody, about anything."""
    dice = Dice(data)
    how = dice.number(256)
    recording = Recording(reads=bool(how & 1))
    heads = handshake(Deflate() if how & 2 else None)[2:]
    if how & 4:
        for who, head in zip((Role.CLIENT, Role.SERVER), heads, strict=True):
            recording.append(Entry(0, who, Kind.DATA, head, len(head)))
            recording.append(Entry(0, who, Kind.READ, size=len(head)))
    kinds, roles = list(Kind), list(Role)
    while not dice.is_empty and len(recording) < 60:
        kind, who, size = kinds[dice.number(len(kinds))], roles[dice.number(2)], dice.number(256)
        said = bytes(dice.number(256) for _ in range(min(size, 64))) if kind is Kind.DATA else b""
        recording.append(Entry(0, who, kind, said, len(said) if said else size % 70 if kind is Kind.READ else 0))
    facts = observe(recording)
    assert len({fact.id for fact in facts}) == len(facts)
    for fact in facts:
        assert facts.get(fact.id) == fact
    assert facts.of(Fact) == list(facts)
    assert without_time(observe(by_single_bytes(recording))) == without_time(facts) or recording.reads


def by_single_bytes(recording: Recording) -> Recording:
    """The same, every byte in an entry of its own."""
    other = Recording(recording.setup, recording.reads)
    for entry in recording:
        if entry.kind is Kind.DATA:
            for at in range(len(entry.data)):
                other.append(Entry(0, entry.who, Kind.DATA, entry.data[at : at + 1], 1))
        else:
            other.append(entry)
    return other


def without_time(facts: object) -> list[Fact]:
    return [replace(fact, entry=0, time=0.0) for fact in facts]
