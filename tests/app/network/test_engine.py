"""The engine as a window uses it: orders from another thread, batches that lose nothing, an end that is an end."""

from __future__ import annotations

import socket
import threading

import pytest
from engine_support import dialled, port_of, running, served
from network_support import REQUEST
from patience_support import PATIENCE
from websockets.sync.client import connect as foreign

from app.network.engine import Engine
from app.network.live.hands import Binary, Close, Text
from app.network.live.values import ClientOrder, NoticeError, ProxyOrder, ServerOrder
from protocol.facts import Broke, FrameSent, MessageArrived, Told
from protocol.recording import Kind
from protocol.vocabulary import Role


def messages(facts, who):
    return [fact.message.text or fact.message.payload for fact in facts.of(MessageArrived) if fact.who is who]


def test_a_foreign_client_is_told_from_its_first_byte_to_its_last():
    with running() as (engine, window):
        listening = served(engine)
        with foreign(listening.urls[0], proxy=None) as client:
            for message in ("Hello", "你好", b"\x00\xff", "x" * 100_000):
                client.send(message)
                assert client.recv() == message
        window.until(lambda: window.over == {1})
        facts = window.facts(1)
        assert (
            messages(facts, Role.CLIENT)
            == messages(facts, Role.SERVER)
            == ["Hello", "你好", b"\x00\xff", "x" * 100_000]
        )
        assert facts.of(Broke) == []
        assert [(fact.told.code, fact.told.clean) for fact in facts.of(Told)] == [(1000, True)] * 2
        begun = window.begun[1]
        assert (begun.role, begun.id, begun.journal) == (Role.SERVER, listening.id, None)
        assert begun.setup.began > 1.7e9
        assert begun.setup.server_limit == listening.order.message


def test_a_client_of_ours_and_the_server_are_two_connections():
    with running() as (engine, window):
        listening = served(engine, subprotocols=("chat",), deflate=False)
        number = dialled(
            engine, window, listening.urls[0], subprotocols=("chat",), bearer="a.b-c=", headers=(("X-A", "1"),)
        )
        assert engine.act(number, Text("Hello")).result(5) == 1
        other = next(each for each in window.begun if each != number)
        window.until(lambda: messages(window.facts(number), Role.SERVER) == ["Hello"])
        engine.act(number, Close(3000, "再见")).result(5)
        window.until(lambda: window.over == {number, other})
        assert {window.begun[each].role for each in (number, other)} == set(Role)
        assert window.begun[number].id == 0
        for each in (number, other):
            assert [fact.told.code for fact in window.facts(each).of(Told)] == [3000, 3000]
        head = window.recordings[other].wire(Role.CLIENT).partition(b"\r\n\r\n")[0]
        assert b"Authorization: Bearer a.b-c=" in head
        assert b"X-A: 1" in head
        for who in Role:
            assert window.recordings[number].wire(who) == window.recordings[other].wire(who)


def test_plain_http_is_a_notice_and_no_connection():
    with running() as (engine, window):
        listening = served(engine, program="broadcast")
        with socket.create_connection(("127.0.0.1", port_of(listening))) as sock:
            sock.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            page = b"".join(iter(lambda: sock.recv(65536), b""))
        assert b'data-program="broadcast"' in page
        [notice] = window.until(lambda: window.told("page"))
        assert notice.values["status"] == "200"
        assert window.begun == {}


def test_a_proxy_is_one_connection_that_shows_both_sides():
    with running() as (engine, window):
        server = served(engine)
        proxy = engine.proxy(ProxyOrder(server.urls[0], port=0)).result(10)
        with foreign(proxy.urls[0], proxy=None) as client:
            client.send("through")
            assert client.recv() == "through"
        window.until(lambda: len(window.over) == 2)
        [between] = [number for number, begun in window.begun.items() if begun.role is None]
        assert window.begun[between].id == proxy.id
        facts = window.facts(between)
        assert messages(facts, Role.CLIENT) == messages(facts, Role.SERVER) == ["through"]
        assert facts.get("client.told").told.clean


def test_drain_keeps_to_its_limits_and_to_the_order():
    with running() as (engine, window):
        listening = served(engine, deflate=False)
        number = dialled(engine, window, listening.urls[0])
        engine.act(number, Binary(bytes(100_000))).result(5)
        window.until(lambda: engine.waiting > 150_000)
        batches = window.drain(10_000, 1000)
        assert 10_000 <= sum(len(line.data) for batch in batches for line in batch.lines) < 10_000 + 4096
        assert len(window.drain(10**9, 1)) == 1
        assert max(len(line.data) for batch in window.drain(10**9, 10**9) for line in batch.lines) == 4096
        window.until(lambda: messages(window.facts(number), Role.SERVER) == [bytes(100_000)])


def test_a_window_that_is_behind_makes_the_peers_wait_and_loses_nothing():
    """Far more than may wait is sent; the peer is stopped, and gets everything once somebody drains."""
    frame = b"\x82\xfe\x3e\x80" + bytes(4) + b"x" * 16_000
    data = frame * 4
    with running(high=100_000) as (engine, window):
        listening = served(engine, deflate=False)
        sock = socket.create_connection(("127.0.0.1", port_of(listening)))
        sock.sendall(REQUEST)
        back = bytearray()

        def pour():
            for _ in range(300):
                sock.sendall(data)
            sock.shutdown(socket.SHUT_WR)

        def read():
            while got := sock.recv(65536):
                back.extend(got)

        threads = [threading.Thread(target=each) for each in (pour, read)]
        for thread in threads:
            thread.start()
        try:
            window.engine, real = Nobody(), engine
            window.until(lambda: real.is_behind)
            turns(real)
            held = real.waiting
            assert 100_000 < held < 200_000
            turns(real)
            assert real.waiting == held
            assert threads[0].is_alive()
            window.engine = real
            window.until(lambda: 1 in window.over, 60)
        finally:
            for thread in threads:
                thread.join(20)
            sock.close()
        assert not real.is_behind
        assert len(window.facts(1).of(FrameSent)) == 2 * 4 * 300
        assert bytes(back).endswith((b"\x82\x7e\x3e\x80" + b"x" * 16_000) * 4 * 300)
        assert window.recordings[1].wire(Role.CLIENT) == REQUEST + data * 300


def turns(engine):
    """Let the engine do what it can."""
    for _ in range(50):
        engine.stop(99).result(5)


class Nobody:
    """An engine of which nothing is drained."""

    def drain(self):
        return []


def test_closing_says_1001_to_both_kinds_of_peer_and_ends_the_thread():
    engine = Engine()
    engine.start()
    server = served(engine)
    with foreign(server.urls[0], proxy=None) as client:
        engine.close().result(10)
        with pytest.raises(Exception, match="1001"):
            client.recv(timeout=PATIENCE)
    engine._thread.join(5)
    assert not engine._thread.is_alive()
    for late in (
        engine.serve(ServerOrder()),
        engine.connect(ClientOrder("ws://x/")),
        engine.act(1, Text("x")),
        engine.stop(1),
    ):
        assert isinstance(late.exception(1), NoticeError)
    engine.record(True)
    assert engine.close().result(1) is None


def test_our_client_says_1001_when_the_program_ends():
    with running() as (one, window), running() as (other, theirs):
        listening = served(other)
        dialled(one, window, listening.urls[0])
        one.close().result(10)
        theirs.until(lambda: theirs.over == {1})
        assert [fact.told.code for fact in theirs.facts(1).of(Told)] == [1001, 1001]


def test_an_engine_that_never_began_can_be_closed():
    assert Engine().close().result(1) is None


def test_stopping_a_server_leaves_the_others():
    with running() as (engine, window):
        one, two = served(engine), served(engine)
        first, second = dialled(engine, window, one.urls[0]), dialled(engine, window, two.urls[0])
        engine.stop(one.id).result(15)
        engine.stop(one.id).result(15)
        window.until(lambda: first in window.over)
        assert window.facts(first).get("client.told").told.code == 1001
        engine.act(second, Text("still there")).result(5)
        window.until(lambda: messages(window.facts(second), Role.SERVER) == ["still there"])
        [notice] = window.told("stopped")
        assert notice.values["urls"] == one.urls[0]


def test_a_fault_of_ours_ends_one_connection_and_is_told(monkeypatch):
    def fault(link, event):
        raise RuntimeError("a fault of ours")

    with running() as (engine, window):
        monkeypatch.setattr("app.network.live.house.echo", fault)
        listening = served(engine)
        with pytest.raises(Exception, match=r"."), foreign(listening.urls[0], proxy=None) as client:
            client.recv(timeout=PATIENCE)
        notice, *_ = window.until(lambda: window.told("internal"))
        assert notice.grave
        assert "a fault of ours" in str(notice.what)
        window.until(lambda: window.over == {1})
        assert [entry.kind for entry in window.recordings[1]][-1] in {Kind.FIN, Kind.RST}
