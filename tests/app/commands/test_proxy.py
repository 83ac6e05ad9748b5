"""`proxy` as it is started: what it prints of both sides, and how it ends."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from network_support import HELLO, HELLO_BACK, REQUEST
from patience_support import PATIENCE
from peers_support import served
from websockets.exceptions import ConnectionClosedError
from websockets.sync.client import connect

from app.commands import proxy as module
from app.commands import run
from app.commands.proxy import Speaker, listening
from app.commands.spool import Spool
from app.network.url import parse_url
from protocol.facts import TcpOpened
from protocol.recording import Setup, load
from protocol.vocabulary import Role

ROOT = Path(__file__).parents[3]
unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")


@contextmanager
def between(url, *words):
    """A proxy process before `url`; `process.url` is where it listens. It is stopped at the end."""
    process = subprocess.Popen(
        [sys.executable, "main.py", "proxy", "0", url, *words],
        cwd=ROOT, env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    try:
        process.first = process.stdout.readline()
        process.url = re.search(r"ws://\S+?/", process.first)[0]
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT if sys.platform != "win32" else signal.SIGTERM)
        process.out, process.err = process.communicate(timeout=PATIENCE)


@unix
def test_both_sides_are_shown_and_recorded(tmp_path):
    path = tmp_path / "talk.jsonl"
    with served() as server, between(server.url, "--record", str(path)) as process:
        with connect(process.url + "chat", proxy=None) as client:
            for message in ("Hello", "你好", b"\x00\xff"):
                client.send(message)
                assert client.recv() == message
        while not (last := process.stdout.readline()).endswith("over\n"):
            process.first += last
    assert (process.returncode, process.err) == (0, "")
    said = process.first
    assert f": everything goes on to {server.url}\n" in said
    assert re.search(r"^#1 opened: 127\.0\.0\.1:\d+ to 127\.0\.0\.1:\d+$", said, re.MULTILINE)
    assert re.search(r"^#1 +0\.\d{6}  client → GET /chat HTTP/1\.1$", said, re.MULTILINE)
    assert re.search(r"^#1 +\S+  server ← HTTP/1\.1 101 Switching Protocols$", said, re.MULTILINE)
    for side in ("client →", "server ←"):
        assert re.search(rf"{side} frame 0: text, \d bytes, compressed: ", said)
        assert f"{side} message from frame 0: text, 5 bytes: “Hello”" in said
        assert f"{side} message from frame 1: text, 6 bytes: “你好”" in said
        assert f"{side} frame 3: close, 2 bytes: 1000 normal closure" in said
        assert f"{side} FIN" in said
    assert said.count("is told 1000 normal closure, clean") == 2
    assert "BROKEN" not in said
    assert load(path).damage == ""


@unix
def test_a_broken_rule_has_its_clause_and_json_is_one_document_a_line():
    with served("--no-deflate") as server, between(server.url, "--json") as process:
        with socket.create_connection(("127.0.0.1", int(process.url.split(":")[2][:-1]))) as sock:
            sock.sendall(REQUEST + HELLO + HELLO_BACK)
            while sock.recv(4096):
                pass
        documents = [json.loads(process.first)]
        while documents[-1]["event"] != "over":
            documents.append(json.loads(process.stdout.readline()))
    assert documents[0]["event"] == "listening"
    of = {
        event: [each for each in documents if each["event"] == event] for event in {each["event"] for each in documents}
    }
    assert {each["connection"] for each in documents[1:]} == {1}
    assert [each["event"] for each in documents[1:3]] == ["opened", "request"]
    assert (of["request"][0]["method"], of["request"][0]["target"], of["response"][0]["status"]) == (
        "GET",
        "/chat",
        101,
    )
    [broken] = of["broken"]
    assert (broken["from"], broken["frame"], broken["rule"], broken["section"]) == ("client", 1, "frame.masked", "5.1")
    frames = [(each["from"], each["number"], each["opcode_name"], each["text"]) for each in of["frame"]]
    assert ("client", 0, "text", "Hello") in frames
    assert ("server", 0, "text", "Hello") in frames
    assert not any("broken" in each for each in of["frame"])
    assert of["frame"][-1]["close"] == {"code": 1002, "reason": ""}
    assert [each["text"] for each in of["message"]] == ["Hello", "Hello"]


@unix
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_resets_what_is_open_and_ends_at_once(number):
    with (
        served() as server,
        between(server.url) as process,
        connect(process.url, proxy=None, close_timeout=1) as client,
    ):
        client.send("Hello")
        assert client.recv() == "Hello"
        process.send_signal(number)
        assert process.wait(5) == 0
        with pytest.raises(ConnectionClosedError):
            client.recv(timeout=PATIENCE)
        assert client.close_code == 1006
    assert "server ← RST" in process.out


@unix
def test_nobody_behind_it_is_502_and_one_line():
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    with between(f"ws://127.0.0.1:{port}/") as process:
        caller = socket.create_connection(("127.0.0.1", int(process.url.split(":")[2][:-1])))
        with caller:
            caller.sendall(REQUEST)
            assert caller.recv(1000).startswith(b"HTTP/1.1 502 ")
    assert process.out.startswith(f"#1 127.0.0.1:{port} cannot be reached (connection refused)")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["70000", "ws://x/"], "no port 70000"),
        (["0", "http://x/"], "an address of HTTP"),
        (["0", "ws://x/", "--record", "/nowhere/x"], "no directory"),
        (["0", "ws://x/", "--host", "nowhere.invalid"], "no address “nowhere.invalid”"),
    ],
)
def test_bad_usage_is_one_sentence(words, said, capsys):
    assert run(["proxy", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("\n") == 1


def test_a_taken_port_is_one_sentence(capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert run(["proxy", str(taken.getsockname()[1]), "ws://x/"]) == 2
    assert "cannot be used (address already in use)" in capsys.readouterr().err


def test_a_proxy_for_everyone_says_so():
    assert "Not bound to loopback" in listening([("0.0.0.0", 80)], parse_url("ws://x/"))[1]
    assert len(listening([("127.0.0.1", 80)], parse_url("ws://x/"))) == 1


def test_no_line_is_left_out_for_a_slow_reader(monkeypatch):
    """While too many lines wait, the connections are held; those that come meanwhile are held as well."""

    class Slow(Spool):
        def __init__(self):
            self.lines, self.taken = [], 0

        def say(self, line):
            self.lines.append(line)

        @property
        def waiting(self):
            return len(self.lines) - self.taken

    class Held:
        def __init__(self):
            self.calls = []

        def hold(self, on):
            self.calls.append(on)

    class Both:
        def __init__(self):
            self.pairs = {Held()}

    async def scene():
        monkeypatch.setattr(module, "MANY", 4)
        monkeypatch.setattr(module, "LOOK_AGAIN", 0.001)
        spool, both = Slow(), Both()
        speaker = Speaker(spool, as_json=True)
        speaker.proxy = both
        speaker.opened(1, Setup("a", "b"))
        speaker.learned(1, TcpOpened("tcp.open", 1, 0, 0.0, Role.CLIENT))
        for _ in range(4):
            speaker.say("", {})
        [first] = both.pairs
        assert first.calls == [True]
        late = Held()
        both.pairs.add(late)
        while not late.calls:
            await asyncio.sleep(0)
        assert late.calls[-1] is True
        spool.taken = 4
        while late.calls[-1]:
            await asyncio.sleep(0)
        assert first.calls[-1] is False
        assert len(spool.lines) == 5

    asyncio.run(scene())
