"""The server of the play `transports`: what it answers to each request, and when."""

from __future__ import annotations

import asyncio

from app.network.clock import Clock
from app.network.plays.agenda import Agenda
from app.network.plays.transports_server import NOTHING, STREAM, Server, found, stream_event
from protocol.handshake import Policy
from protocol.offers import Offer, build_request
from protocol.vocabulary import Role


class Paper:
    """A wire that only notes what the server writes."""

    def __init__(self):
        self.reads = {}
        self.written = []

    async def write(self, who, data):
        assert who is Role.SERVER
        if data:
            self.written.append(data)


def stage(hold=25.0):
    heard = []
    agenda = Agenda(Clock(lambda: 0.0))
    server = Server(agenda, hold, Policy(), lambda way, text: heard.append((way, text)))
    wire = Paper()
    server.accept("way", wire)
    return agenda, server, wire, heard


def get(target):
    return f"GET {target} HTTP/1.1\r\nHost: x\r\n\r\n".encode()


def test_a_poll_is_answered_at_once_with_all_that_is_new():
    async def play():
        _, server, wire, _ = stage()
        await wire.reads[Role.SERVER](get("/poll?after=0"))
        await server.happen("one")
        await server.happen("two")
        await wire.reads[Role.SERVER](get("/poll?after=0") + get("/poll?after=1") + get("/poll?after=2"))
        return wire.written

    assert asyncio.run(play()) == [NOTHING, found(b"one\ntwo"), found(b"two"), NOTHING]


def test_a_long_poll_is_held_until_something_comes_up():
    async def play():
        agenda, server, wire, _ = stage()
        await wire.reads[Role.SERVER](get("/wait?after=0"))
        before = list(wire.written)
        await server.happen("one")
        await agenda.run(60.0)  # the time limit of a long poll that was answered does nothing any more
        return before, wire.written

    assert asyncio.run(play()) == ([], [found(b"one")])


def test_a_long_poll_with_nothing_new_ends_empty_in_time():
    async def play():
        agenda, _, wire, _ = stage(hold=25.0)
        await wire.reads[Role.SERVER](get("/wait?after=0"))
        await agenda.run(24.9)
        before = list(wire.written)
        await agenda.run(25.1)
        return before, wire.written

    assert asyncio.run(play()) == ([], [NOTHING])


def test_a_request_that_comes_in_pieces_is_answered_once_it_is_whole():
    async def play():
        _, _, wire, heard = stage()
        request = b"POST /say HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nHello"
        for byte in request:
            await wire.reads[Role.SERVER](bytes([byte]))
        return wire.written, heard

    assert asyncio.run(play()) == ([NOTHING], [("way", "Hello")])


def test_a_stream_gets_one_chunk_an_event():
    async def play():
        _, server, wire, _ = stage()
        await wire.reads[Role.SERVER](get("/stream"))
        await server.happen("one")
        return wire.written

    head, chunk = asyncio.run(play())
    assert head == STREAM
    assert chunk == stream_event(1, "one") == b"11\r\nid: 1\ndata: one\n\n\r\n"


def test_an_upgrade_gets_a_101_and_then_frames():
    async def play():
        _, server, wire, _ = stage()
        await wire.reads[Role.SERVER](build_request(Offer("x", "/socket", "dGhlIHNhbXBsZSBub25jZQ==")))
        await server.happen("one")
        return wire.written

    answer, frame = asyncio.run(play())
    assert answer.startswith(b"HTTP/1.1 101 ")
    assert frame == b"\x81\x03one"
