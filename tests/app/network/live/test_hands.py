"""What a hand can do, as bytes on the wire; and what it cannot, as one sentence."""

from __future__ import annotations

import socket

import pytest
from engine_support import dialled, port_of, running, served
from network_support import CLOSE_1000, REQUEST
from websockets.sync.client import connect as foreign

from app.network.live.hands import (
    Behave,
    Binary,
    Close,
    EndTcp,
    Frame,
    Part,
    Ping,
    Pong,
    Raw,
    ResetTcp,
    Text,
)
from app.network.live.values import NoticeError, ProxyOrder
from protocol.facts import FrameSent
from protocol.recording import Kind
from protocol.vocabulary import Role


@pytest.fixture
def bench():
    """A server's connection without compression: the engine, the window, what it said so far, and how to act."""
    with running() as (engine, window):
        listening = served(engine, deflate=False)
        with foreign(listening.urls[0], proxy=None, ping_interval=None) as client:
            window.opened(1)
            yield Bench(engine, window, client)


class Bench:
    def __init__(self, engine, window, client):
        self.engine, self.window, self.client = engine, window, client

    def act(self, deed):
        return self.engine.act(1, deed).result(5)

    def said(self, size):
        """The first `size` bytes of the frames that the server wrote."""
        wire = self.window.recordings[1].wire
        head = len(wire(Role.SERVER).partition(b"\r\n\r\n")[0]) + 4
        self.window.until(lambda: len(wire(Role.SERVER)) >= head + size)
        return wire(Role.SERVER)[head:][:size]

    def opcodes(self, who):
        return [fact.frame.opcode for fact in self.window.facts(1).of(FrameSent) if fact.who is who]


BYTES = [
    (Text("Hello"), "810548656c6c6f"),
    (Text("你好", (1, 3)), "0101e4 0003bda0e5 8002a5bd"),
    (Binary(b"\x00\xff"), "820200ff"),
    (Binary(b"abc", (0, 1)), "0200 000161 80026263"),
    (Part(1, b"a", fin=False), "010161"),
    (Ping(b"p"), "890170"),
    (Pong(), "8a00"),
    (Close(4000, "x"), "88030fa078"),
    (Close(None), "8800"),
    (Close(1005), "880203ed"),
    (Frame(3, b"a", fin=False, rsv=0b101), "530161"),
    (Raw(b"\x81\x7e\x00\x01a"), "817e000161"),
]


@pytest.mark.parametrize(("deed", "hexed"), BYTES, ids=lambda value: type(value).__name__)
def test_deeds_are_bytes(bench, deed, hexed):
    assert bench.act(deed) == 1
    data = bytes.fromhex(hexed)
    assert bench.said(len(data)) == data


CANNOT = [
    (Ping(bytes(126)), "would have 126"),
    (Close(1000, "x" * 124), "would have 126"),
    (Close(70000), "70000 is no close code"),
    (Close(None, "why"), "without a code"),
    (Text("\ud800"), "half of a character"),
    (Part(3, b""), "No frame can be made"),
    (Frame(77, b""), "No frame can be made"),
]


@pytest.mark.parametrize(("deed", "why"), CANNOT, ids=lambda value: type(value).__name__)
def test_what_cannot_be_done_is_said_and_nothing_is_sent(bench, deed, why):
    with pytest.raises(NoticeError, match=why):
        bench.act(deed)
    bench.act(Text("next"))
    assert bench.said(6) == b"\x81\x04next"


def test_nothing_follows_our_close():
    with running() as (engine, window):
        listening = served(engine)
        with socket.create_connection(("127.0.0.1", port_of(listening))) as deaf:
            deaf.sendall(REQUEST)
            window.opened(1)
            engine.act(1, Close()).result(5)
            with pytest.raises(NoticeError, match="is closing"):
                engine.act(1, Text("late")).result(5)
            engine.act(1, Raw(b"x")).result(5)
            deaf.sendall(CLOSE_1000)
            window.until(lambda: window.over == {1})
            with pytest.raises(NoticeError, match="is over"):
                engine.act(1, Raw(b"x")).result(5)
        assert window.recordings[1].wire(Role.SERVER).endswith(b"\x88\x02\x03\xe8x")


def test_pings_and_closes_are_answered_only_by_good_manners(bench):
    bench.act(Behave(pings=False))
    bench.client.ping(b"one")
    bench.client.send("after it")
    assert bench.client.recv() == "after it"
    bench.act(Behave(pings=True))
    bench.client.ping(b"two").wait(5)
    bench.act(Behave(close=False))
    bench.client.protocol.send_close(1000)
    bench.client.socket.sendall(b"".join(bench.client.protocol.data_to_send()))
    bench.window.until(lambda: bench.opcodes(Role.CLIENT)[-1:] == [8])
    assert bench.opcodes(Role.SERVER) == [1, 10]
    bench.act(ResetTcp())


@pytest.mark.parametrize(("deed", "kind"), [(EndTcp(), Kind.FIN), (ResetTcp(), Kind.RST)])
def test_tcp_can_be_dropped_without_a_close(bench, deed, kind):
    assert bench.act(deed) == 1
    bench.window.until(lambda: bench.window.over == {1})
    ends = [
        entry.kind for entry in bench.window.recordings[1] if entry.who is Role.SERVER and entry.kind is not Kind.DATA
    ]
    assert ends == [kind]
    assert bench.window.facts(1).get("client.told").told.code == 1006


@pytest.mark.parametrize("deed", [EndTcp(), ResetTcp()])
def test_a_proxy_can_only_end_tcp(deed):
    with running() as (engine, window):
        server = served(engine)
        proxy = engine.proxy(ProxyOrder(server.urls[0], port=0)).result(5)
        with foreign(proxy.urls[0], proxy=None):
            window.until(lambda: len(window.begun) == 2)
            [between] = [number for number, begun in window.begun.items() if begun.role is None]
            with pytest.raises(NoticeError, match="says nothing itself"):
                engine.act(between, Text("x")).result(5)
            assert engine.act([between, 77], deed).result(5) == 1
            window.until(lambda: window.over == {1, 2})
        kind = Kind.RST if deed == ResetTcp() else Kind.FIN
        ends = {
            (entry.who, entry.kind) for entry in window.recordings[between] if entry.kind not in {Kind.DATA, Kind.SYN}
        }
        assert ends == {(Role.CLIENT, kind), (Role.SERVER, kind)}


def test_one_deed_for_many_and_frames_before_the_handshake(monkeypatch):
    with running() as (engine, window):
        listening = served(engine)
        numbers = [dialled(engine, window, listening.urls[0]) for _ in range(3)]
        assert engine.act([*numbers, 99], Text("to all")).result(5) == 3
        with pytest.raises(NoticeError, match="is over"):
            engine.act([99], Text("to none")).result(5)
