"""`serve` as it is started: what it prints, whom it serves, how it ends."""

from __future__ import annotations

import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest
from network_support import REQUEST
from patience_support import PATIENCE
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from app.commands import run
from app.commands.serve import allow_many_files, listening
from protocol.recording import load

ROOT = Path(__file__).parents[3]
unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")


@contextmanager
def served(*words, folder=None):
    """A server process; `process.url` is where it listens. It is stopped at the end."""
    environ = {**os.environ, **({"XDG_DATA_HOME": str(folder), "HOME": str(folder)} if folder else {})}
    process = subprocess.Popen(
        [sys.executable, "main.py", "serve", "--port", "0", *words],
        cwd=ROOT,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        process.first = process.stdout.readline()
        process.url = re.search(r"wss?://\S+/", process.first)[0]
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
        process.out, process.err = process.communicate(timeout=PATIENCE)


def test_one_line_says_where_it_is():
    with served() as process:
        assert re.fullmatch(
            r"Listening on ws://127\.0\.0\.1:\d+/ \(a page for browsers: http://127\.0\.0\.1:\d+/\)\n", process.first
        )
        with connect(process.url + "chat") as client:
            client.send("Hello")
            assert client.recv() == "Hello"
            assert [each.name for each in client.protocol.extensions] == ["permessage-deflate"]
        with urllib.request.urlopen(process.url.replace("ws", "http")) as page:
            assert b"<title>WebSocket 101</title>" in page.read()
    assert process.returncode == 0
    assert process.err == ""
    lines = [re.sub(r"127\.0\.0\.1:\d+", "ADDRESS", line) for line in process.out.splitlines()]
    assert lines[:3] == [
        "#1 ADDRESS opened /chat (permessage-deflate)",
        "#1 closed 1000 normal closure, clean",
        "#2 ADDRESS GET /: 200",
    ]
    assert lines[-1].startswith("Stopping: ")


@unix
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_says_1001_to_everyone(number):
    with served() as process, connect(process.url) as client:
        client.send("Hello")
        assert client.recv() == "Hello"
        process.send_signal(number)
        with pytest.raises(ConnectionClosed):
            client.recv(timeout=PATIENCE)
        assert client.close_code == 1001
        assert process.wait(10) == 0
    assert "#1 closed 1001 going away, clean" in process.out


@unix
def test_a_second_signal_ends_at_once():
    with served() as process, socket.create_connection(("127.0.0.1", int(process.url.split(":")[2][:-1]))) as deaf:
        deaf.sendall(
            b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
        )
        assert deaf.recv(1000).startswith(b"HTTP/1.1 101 ")
        process.send_signal(signal.SIGINT)
        assert deaf.recv(1000) == bytes.fromhex("880203e9")
        process.send_signal(signal.SIGINT)
        assert process.wait(5) == 130
    assert process.err == ""


@unix
def test_who_does_not_answer_is_dropped():
    """Two seconds are enough to answer a Close: the end does not wait for the limit of closing handshakes, ten."""
    with served() as process, socket.create_connection(("127.0.0.1", int(process.url.split(":")[2][:-1]))) as deaf:
        deaf.sendall(REQUEST)
        assert deaf.recv(1000).startswith(b"HTTP/1.1 101 ")
        process.send_signal(signal.SIGINT)
        assert process.wait(7) == 0
        assert deaf.recv(1000) == bytes.fromhex("880203e9")
    assert "closed 1006" in process.out


def test_flags():
    flags = ["--no-deflate", "--subprotocol", "chat", "b", "--origin", "https://good.example", "--max-size", "10"]
    with served(*flags) as process:
        with connect(process.url, subprotocols=["a", "b", "chat"]) as client:
            assert client.subprotocol == "b"
            assert client.protocol.extensions == []
            client.send("x" * 11)
            with pytest.raises(ConnectionClosed):
                client.recv(timeout=PATIENCE)
            assert client.close_code == 1009
        with pytest.raises(InvalidStatus):
            connect(process.url, origin="https://evil.example")
    assert "refused with 403" in process.out
    assert "failed with 1009" in process.out


def test_a_broadcast_reaches_everyone():
    with served("--broadcast") as process:
        with connect(process.url) as one, connect(process.url) as two:
            one.ping().wait(5)
            two.send("to all")
            assert [one.recv(), two.recv()] == ["to all"] * 2
        with urllib.request.urlopen(process.url.replace("ws", "http")) as page:
            assert b'data-program="broadcast"' in page.read()


def test_a_script_is_followed(tmp_path):
    path = tmp_path / "script.toml"
    path.write_text(
        '[[rule]]\nwhen = "text has"\nwhat = "bye"\ndo = "close"\ncode = 4000\nvalue = "so long"\n', "utf-8"
    )
    with served("--script", str(path)) as process, connect(process.url) as client:
        client.send("goodbye")
        with pytest.raises(ConnectionClosed):
            client.recv(timeout=PATIENCE)
        assert (client.close_code, client.close_reason) == (4000, "so long")


@pytest.mark.parametrize(
    ("text", "said"), [(None, "no such file"), ("[[rule", "is no TOML file"), ("", "list of [[rule]]")]
)
def test_a_script_that_is_none_is_one_sentence(tmp_path, capsys, text, said):
    path = tmp_path / "script.toml"
    if text is not None:
        path.write_text(text)
    assert run(["serve", "--script", str(path)]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert said in err


def test_tls_with_a_certificate_made_on_first_use(tmp_path):
    with served("--tls", folder=tmp_path) as process:
        said = process.stdout.readline()
        path = Path(re.search(r"(/\S+\.crt)", said)[1])
        assert tmp_path in path.parents
        context = ssl.create_default_context(cafile=path)
        with connect(process.url.replace("127.0.0.1", "localhost"), ssl=context) as client:
            client.send("secret")
            assert client.recv() == "secret"
    assert process.returncode == 0


def test_recordings_are_numbered(tmp_path):
    with served("--record", str(tmp_path / "talk.jsonl")) as process:
        for text in ("one", "two"):
            with connect(process.url, compression=None) as client:
                client.send(text)
                assert client.recv() == text
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["talk.2.jsonl", "talk.jsonl"]
    assert all(load(tmp_path / name).damage == "" for name in names)


def test_a_reader_that_leaves_does_not_stop_it():
    with served() as process:
        process.stdout.close()
        for _ in range(3):
            with connect(process.url) as client:
                client.send("Hello")
                assert client.recv() == "Hello"
        process.stdout = None
    assert process.returncode == 0


def test_a_taken_port_is_one_sentence(capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run(["serve", "--port", str(port)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        f"The port {port} on 127.0.0.1 cannot be used (address already in use): end the program that holds it or "
        "choose another one with --port.\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--port", "70000"], "no port 70000"),
        (["--max-size", "0"], "at least one byte"),
        (["--subprotocol", "a b"], "is no subprotocol"),
        (["--record", "/nowhere/x"], "no directory"),
        (["--record", "/"], "is a directory"),
        (["--host", "nowhere.invalid"], "no address “nowhere.invalid”"),
    ],
)
def test_bad_usage_is_one_sentence(words, said, capsys):
    assert run(["serve", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs Unix rights")
def test_a_certificate_that_cannot_be_kept_is_one_sentence(monkeypatch, tmp_path, capsys):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setattr("app.network.tls.data_folder", lambda: tmp_path / "file" / "tls")
    assert run(["serve", "--tls"]) == 2
    assert "The certificate cannot be made or read" in capsys.readouterr().err


def test_as_many_files_as_the_system_allows():
    resource = pytest.importorskip("resource", reason="Windows counts otherwise")
    soft, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(soft, 512), most))
        allow_many_files()
        assert resource.getrlimit(resource.RLIMIT_NOFILE) == (most, most)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, most))


def test_a_server_for_everyone_says_so():
    lines = listening([("0.0.0.0", 80)], secure=False)
    assert "Not bound to loopback" in lines[1]
    assert len(listening([("127.0.0.1", 80), ("::1", 80)], secure=False)) == 1
    assert "ws://[::1]:80/" in listening([("::1", 80)], secure=False)[0]
