"""Orders to the engine, how they fail, and what is said of it: one sentence each."""

from __future__ import annotations

import socket
import ssl

import pytest
from engine_support import dialled, port_of, running, served
from network_support import HELLO, REQUEST
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect as foreign

from app.network.impairment import Impairment
from app.network.live.hands import Ping, Text
from app.network.live.house import OUTSIDE, _usable
from app.network.live.values import ClientOrder, Manners, NoticeError, ProxyOrder, ServerOrder
from app.network.recordings import Recordings, recovered
from app.network.requests import RequestError
from app.network.script import Rule, Script
from app.network.url import UrlError
from app.reasons import SaidError
from protocol.facts import Broke, FrameSent, MessageArrived, TcpEnded
from protocol.recording import load
from protocol.vocabulary import Role


def test_a_server_says_where_it_is():
    with running() as (engine, window):
        listening = served(engine)
        port = port_of(listening)
        assert listening.urls == (f"ws://127.0.0.1:{port}/",)
        assert listening.page == f"http://127.0.0.1:{port}/"
        assert listening.certificate is None
        [notice] = window.until(lambda: window.told("listening"))
        assert str(notice.what) == f"The server listens on ws://127.0.0.1:{port}/."
        assert window.told("far") == []


def test_a_server_for_everyone_says_so_and_can_be_copied():
    with running() as (engine, window):
        listening = served(engine, host="0.0.0.0")
        assert "0.0.0.0" not in "".join(listening.urls)
        assert listening.urls[-1].startswith("ws://127.0.0.1:")
        assert listening.page.startswith("http://127.0.0.1:")
        [notice] = window.until(lambda: window.told("far"))
        assert notice.values["hosts"] == "0.0.0.0"
    assert _usable([("::", 80), ("::1", 80)]) == [("::1", 80)]
    assert socket.inet_aton(OUTSIDE) == bytes([192, 0, 2, 1])


@pytest.mark.parametrize(
    ("order", "key", "said"),
    [
        (ServerOrder(port=70000), "port", "no port 70000"),
        (ServerOrder(host="nowhere.invalid", port=0), "port", "no address “nowhere.invalid”"),
        (ServerOrder(host="192.0.2.1", port=0), "port", "no address “192.0.2.1”"),
        (ServerOrder(port=0, program="script"), None, "needs a table of rules"),
        (ServerOrder(port=0, subprotocols=("a b",)), None, "is no subprotocol"),
        (ServerOrder(port=0, subprotocols=("a", "a")), None, "is offered once"),
        (ProxyOrder("http://x/", port=0), None, "an address of HTTP"),
        (ProxyOrder("ws://x/", port=-1), "port", "no port -1"),
    ],
)
def test_orders_that_cannot_be_carried_out(order, key, said):
    with running() as (engine, window):
        future = engine.serve(order) if isinstance(order, ServerOrder) else engine.proxy(order)
        with pytest.raises(SaidError, match=said):
            future.result(10)
        window.drain()
        assert [notice.key for notice in window.notices if notice.grave] == ([key] if key else [])


def test_a_taken_port():
    with running() as (engine, window):
        port = port_of(served(engine))
        with pytest.raises(
            NoticeError, match=rf"The port {port} on 127.0.0.1 cannot be used \(address already in use\)"
        ):
            served(engine, port=port)
        [notice] = window.until(lambda: window.told("port"))
        assert notice.values["reason"] == "address already in use"


@pytest.mark.parametrize(
    ("order", "error", "said"),
    [
        (ClientOrder("ftp://x/"), UrlError, "begins with ws://"),
        (ClientOrder("ws://x/", headers=(("a b", "c"),)), RequestError, "is no header"),
        (ClientOrder("ws://x/", headers=(("a", "b\nc"),)), RequestError, "no header can hold"),
        (ClientOrder("ws://x/", bearer="a b"), RequestError, "A token has"),
        (ClientOrder("ws://nowhere.invalid/"), SaidError, "no host named"),
    ],
)
def test_clients_that_cannot_connect(order, error, said):
    with running() as (engine, window):
        with pytest.raises(error, match=said):
            engine.connect(order).result(20)
        window.drain()
        assert window.begun == {}


def test_nobody_there_and_giving_up():
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    with running() as (engine, window):
        with pytest.raises(SaidError, match=r"cannot be reached \(connection refused\)"):
            engine.connect(ClientOrder(f"ws://127.0.0.1:{port}/")).result(10)
        [notice] = window.until(lambda: window.told("unreachable"))
        assert notice.grave
        assert notice.values["reason"] == "connection refused"
        proxy = engine.proxy(ProxyOrder(f"ws://127.0.0.1:{port}/", port=0)).result(5)
        with socket.create_connection(("127.0.0.1", port_of(proxy))) as caller:
            caller.sendall(REQUEST)
            assert caller.recv(1000).startswith(b"HTTP/1.1 502 ")
        window.until(lambda: len(window.told("unreachable")) == 2)
        with socket.create_server(("127.0.0.1", 0)) as silent:
            waiting = engine.connect(ClientOrder(f"wss://127.0.0.1:{silent.getsockname()[1]}/"))
            silent.accept()[0].close()
            with pytest.raises(SaidError, match="TLS"):
                waiting.result(10)


def test_tls_and_who_does_not_trust_it(tmp_path):
    with running(tls_folder=tmp_path) as (engine, window):
        listening = served(engine, secure=True)
        [url] = listening.urls
        assert url.startswith("wss://")
        assert listening.page.startswith("https://")
        trusting = ssl.create_default_context(cafile=listening.certificate)
        with foreign(url, ssl=trusting, proxy=None) as client:
            client.send("secret")
            assert client.recv() == "secret"
        with pytest.raises(ssl.SSLCertVerificationError):
            foreign(url, proxy=None)
        with pytest.raises(NoticeError, match=r"is not trusted \(.*connect without checking it"):
            engine.connect(ClientOrder(url)).result(10)
        with socket.create_connection(("127.0.0.1", port_of(listening))) as plain:
            plain.sendall(REQUEST)
            plain.recv(1000)
        said = window.until(lambda: len(window.told("refused-tls")) >= 3 and window.told("refused-tls"))
        sentences = [str(notice.what) for notice in said]
        assert sum(f"it has to be told to trust {listening.certificate}" in each for each in sentences) == 1
        assert sum("ended the connection during the TLS handshake" in each for each in sentences) == 1
        assert sum("does not speak TLS (http request)" in each for each in sentences) == 1
        number = dialled(engine, window, url, insecure=True)
        assert window.begun[number].role is Role.CLIENT
        assert len(window.begun) == 3


def test_too_many():
    with running() as (engine, window):
        listening = served(engine, connections=1)
        place = "127.0.0.1", port_of(listening)
        with foreign(listening.urls[0], proxy=None), socket.create_connection(place) as second:
            assert second.recv(1000).startswith(b"HTTP/1.1 503 ")
            window.until(lambda: window.told("full"))
        assert list(window.begun) == [1]


def test_programs_origins_and_manners():
    script = Script((Rule("text is", "text", "knock", "who is there?"),))
    with running() as (engine, window):
        scripted = served(engine, program="script", script=script, origins=("https://good.example",))
        with pytest.raises(InvalidStatus, match="403"):
            foreign(scripted.urls[0], origin="https://evil.example", proxy=None)
        with foreign(scripted.urls[0], origin="https://good.example", proxy=None) as client:
            client.send("knock")
            assert client.recv() == "who is there?"
        everyone = served(engine, program="broadcast", manners=Manners(pings=False))
        with foreign(everyone.urls[0], proxy=None) as one, foreign(everyone.urls[0], proxy=None) as two:
            two.ping(b"x")
            two.send("to all")
            assert [one.recv(), two.recv()] == ["to all"] * 2
        window.until(lambda: len(window.over) == 4)
        opcodes = [fact.frame.opcode for number in window.begun for fact in window.facts(number).of(FrameSent)]
        assert 9 in opcodes
        assert 10 not in opcodes
        [refused] = [number for number in window.begun if window.facts(number).of(Broke)]
        assert window.facts(refused).of(Broke)[0].rule.id == "request.origin"


# Recordings.


def test_connections_are_recorded_from_when_it_is_asked_for(tmp_path):
    with running(recordings=Recordings(tmp_path)) as (engine, window):
        listening = served(engine)
        first = dialled(engine, window, listening.urls[0])
        engine.record(True)
        [notice] = window.until(lambda: window.told("recordings"))
        assert notice.values["path"] == str(tmp_path)
        second = dialled(engine, window, listening.urls[0])
        engine.act(second, Text("kept")).result(5)
        window.until(lambda: len(window.facts(second).of(MessageArrived)) == 2)
        growing = list(tmp_path.glob("*/*.growing"))
        assert len(growing) == 2
        assert recovered(tmp_path) == []
        assert window.begun[first].journal is None
        engine.record(False)
        third = dialled(engine, window, listening.urls[0])
        assert window.begun[third].journal is None
        engine.close().result(10)
        window.until(lambda: second in window.over)
        journal = window.begun[second].journal
        assert journal.parent.parent == tmp_path
        loaded = load(journal)
        assert loaded.damage == ""
        for who in Role:
            assert loaded.recording.wire(who) == window.recordings[second].wire(who)
        assert loaded.recording.setup == window.begun[second].setup
        assert list(tmp_path.glob("*/*.growing")) == []


def test_a_folder_that_cannot_be_written_is_one_sentence_a_connection(tmp_path):
    (tmp_path / "file").write_text("no folder")
    with running(recordings=Recordings(tmp_path / "file")) as (engine, window):
        engine.record(True)
        listening = served(engine)
        with foreign(listening.urls[0], proxy=None) as client:
            client.send("still served")
            assert client.recv() == "still served"
        [notice] = window.until(lambda: window.told("journal"))
        assert notice.grave
        assert "this connection is not recorded" in str(notice.what)


def test_without_a_folder_nothing_is_recorded():
    with running() as (engine, window):
        engine.record(True)
        [notice] = window.until(lambda: window.told("recordings"))
        assert "not recorded" in str(notice.what)


# Bad weather.


def test_a_proxy_in_bad_weather_shows_what_left_it():
    """Both ends get what the recording says: turned bits turned, cut where it cuts."""
    with running() as (engine, window):
        server = served(engine, deflate=False)
        weather = Impairment(seed=3, pieces=(1, 5), delay=(0.0, 0.002), flip_every=10)
        proxy = engine.proxy(ProxyOrder(server.urls[0], port=0, impairment=weather)).result(5)
        with socket.create_connection(("127.0.0.1", port_of(proxy))) as sock:
            sock.sendall(REQUEST)
            got = b""
            while b"\r\n\r\n" not in got:
                got += sock.recv(4096)
            sock.sendall(HELLO * 5)
            while data := sock.recv(4096):
                got += data
        window.until(lambda: len(window.over) == 2)
        [between] = [number for number, begun in window.begun.items() if begun.role is None]
        [behind] = [number for number, begun in window.begun.items() if begun.role is Role.SERVER]
        shown, arrived = window.recordings[between], window.recordings[behind]
        assert shown.wire(Role.SERVER) == got
        assert shown.wire(Role.CLIENT).startswith(arrived.wire(Role.CLIENT))
        sent = REQUEST + HELLO * 5
        turned = [notice for notice in window.told("turned") if "client" in str(notice.what)]
        assert turned
        wrong = [
            place for place in range(len(shown.wire(Role.CLIENT))) if shown.wire(Role.CLIENT)[place] != sent[place]
        ]
        assert {int(notice.values["byte"]) for notice in turned} >= set(wrong)
        assert min(wrong) >= len(REQUEST)
        frames = [entry for entry in shown if entry.who is Role.CLIENT and entry.data and entry.data not in REQUEST]
        assert max(len(entry.data) for entry in frames) <= 5
        said = [str(notice.what) for notice in window.told("impairment")]
        assert said == [
            "Bad weather: every piece comes 0 to 2 ms late.",
            "Bad weather: the bytes are cut into pieces of 1 to 5.",
            "Bad weather: about one bit in 10 bytes is turned over.",
        ]


@pytest.mark.parametrize(("setting", "key"), [("lose_at", "dropped"), ("reset_at", "reset")])
def test_a_server_whose_network_breaks(setting, key):
    with running() as (engine, window):
        listening = served(engine, deflate=False, impairment=Impairment(**{setting: 9}))
        number = dialled(engine, window, listening.urls[0], deflate=False)
        other = next(each for each in window.begun if each != number)
        engine.act(number, Text("Hello")).result(5)
        engine.act(number, Ping(b"12345")).result(5)
        [notice] = window.until(lambda: window.told(key))
        size = len(window.recordings[other].wire(Role.SERVER).partition(b"\r\n\r\n")[0]) + 4
        assert notice.values["byte"] == str(size + 9)
        assert window.recordings[other].wire(Role.SERVER)[size:] == b"\x81\x05Hello\x8a\x05"
        if key == "reset":
            window.until(lambda: window.over == {number, other})
            ends = [(fact.who, fact.kind) for fact in window.facts(other).of(TcpEnded)]
            assert ends == [(Role.SERVER, "rst")]
