"""`connect` as it is started, towards our server and towards others."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest
from patience_support import PATIENCE
from websockets.exceptions import ConnectionClosed
from websockets.sync.server import serve

from app.commands import run
from protocol.accept import accept_value
from protocol.observer import observe
from protocol.recording import load
from protocol.vocabulary import Role

ROOT = Path(__file__).parents[3]
unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")


def echo(peer):
    for message in peer:
        peer.send(message)


@contextmanager
def foreign(program=echo, **options):
    """A foreign server in a thread; its URL."""
    with serve(program, "127.0.0.1", 0, **options) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"ws://127.0.0.1:{server.socket.getsockname()[1]}/"
        server.shutdown()
    thread.join(10)


@contextmanager
def answering(answer):
    """A TCP server that says this to whoever sends something; its URL."""

    def talk():
        sock, _ = server.accept()
        with sock:
            sock.recv(10_000)
            sock.sendall(answer)
            sock.shutdown(socket.SHUT_WR)
            while sock.recv(10_000):
                pass

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=talk)
        thread.start()
        yield f"ws://127.0.0.1:{server.getsockname()[1]}/"
        thread.join(10)


def start(*words, **options):
    return subprocess.Popen(
        [sys.executable, "main.py", "connect", *words],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,
    )


def connected(*words, typed=b""):
    """Exit code, stdout and stderr of a client that was given these bytes on stdin."""
    process = start(*words)
    out, err = process.communicate(typed, timeout=PATIENCE)
    return process.returncode, out.decode().splitlines(), err.decode()


def test_lines_go_out_and_what_arrives_is_printed():
    with foreign() as url:
        typed = "Hello\n你好\n//slash\n\n/binary 00 ff\n/ping p\n\x1b[31mred\n"
        code, out, err = connected(url, typed=typed.encode())
    assert code == 0
    assert [line for line in out if line != "[pong “p”]"] == [
        "Hello",
        "你好",
        "/slash",
        "",
        "[binary, 2 bytes] 00ff",
        "\\x1b[31mred",
        "[closed 1000 normal closure, clean]",
    ]
    assert out.count("[pong “p”]") == 1
    assert err == f"Connected to {url} (permessage-deflate).\n"


def test_stdin_may_be_a_file(tmp_path):
    path = tmp_path / "lines"
    path.write_text("".join(f"{number}\n" for number in range(2000)))
    with foreign() as url, path.open() as file:
        done = subprocess.run(
            [sys.executable, "main.py", "connect", url], cwd=ROOT, stdin=file, capture_output=True, check=False
        )
    assert done.returncode == 0
    assert done.stdout.decode().splitlines()[:-1] == [str(number) for number in range(2000)]


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal")
def test_stdin_may_be_a_terminal():
    ours, theirs = os.openpty()
    with foreign() as url:
        process = subprocess.Popen(
            [sys.executable, "main.py", "connect", url],
            cwd=ROOT,
            stdin=theirs,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        os.close(theirs)
        assert b"/help lists the commands" in process.stderr.readline()
        os.write(ours, b"Hello\n")
        assert process.stdout.readline() == b"Hello\n"
        os.write(ours, b"/foo\n/help\n")
        os.write(ours, b"\x04")  # Ctrl+D on an empty line: the end of input
        out, err = process.communicate(timeout=PATIENCE)
        os.close(ours)
    assert process.returncode == 0  # a slip of the fingers is nothing
    assert b"There is no command" in err
    assert b"/raw HEX" in out
    assert out.endswith(b"[closed 1000 normal closure, clean]\n")


def test_what_the_server_does_is_printed():
    def program(peer):
        peer.ping("are you there").wait(10)
        peer.send("text")
        peer.close(1012, "restart\x07")

    with foreign(program) as url:
        process = start(url)
        out = process.stdout.read().decode().splitlines()  # stdin stays open
        process.communicate()
    assert out == ["[ping “are you there”]", "text", "[closed 1012 service restart “restart\\x07”, clean]"]
    assert process.returncode == 0


def test_close_with_code_and_reason():
    told = []

    def program(peer):
        with pytest.raises(ConnectionClosed) as closed:
            peer.recv()
        told.append((closed.value.rcvd.code, closed.value.rcvd.reason))

    with foreign(program) as url:
        code, out, _ = connected(url, typed=b"/close 4001 so long\n")
    assert (code, out) == (0, ["[closed 4001 private use “so long”, clean]"])
    assert told == [(4001, "so long")]


@unix
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_with_1001(number):
    told = []

    def program(peer):
        peer.send("ready")
        for _ in peer:
            pass
        told.append(peer.close_code)

    with foreign(program) as url:
        process = start(url)
        assert process.stdout.readline() == b"ready\n"
        process.send_signal(number)
        out = process.stdout.read()
        process.communicate()
    assert process.returncode == 0
    assert told == [1001]
    assert out == b"[closed 1001 going away, clean]\n"


@unix
def test_a_server_that_does_not_answer_1001_is_not_waited_for():
    """Two seconds, not the ten of a closing handshake; it was no clean end."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        process = start(f"ws://127.0.0.1:{server.getsockname()[1]}/")
        with server.accept()[0] as deaf:
            key = re.search(rb"Sec-WebSocket-Key: (\S+)", deaf.recv(4096))[1].decode()
            deaf.sendall(ACCEPT.replace(b"AAAAAAAAAAAAAAAAAAAAAAAAAAA=", accept_value(key).encode()) + b"\x81\x02hi")
            assert process.stdout.readline() == b"hi\n"
            process.send_signal(signal.SIGINT)
            assert process.wait(7) == 1
            assert deaf.recv(100)[:2] == b"\x88\x82"
        process.communicate()


def test_flags_reach_the_server(tmp_path):
    seen = []

    def program(peer):
        seen.append(peer.request.headers)

    with foreign(program, subprotocols=["chat"]) as url:
        path = tmp_path / "talk.jsonl"
        words = ["--header", "X-Test: 1", "--header", "Origin: https://a.example", "--subprotocol", "other,chat"]
        code, _, err = connected(url, *words, "--no-deflate", "--record", str(path))
    assert code == 0
    assert "(subprotocol chat)" in err
    assert (seen[0]["X-Test"], seen[0]["Origin"]) == ("1", "https://a.example")
    assert "Sec-WebSocket-Extensions" not in seen[0]
    loaded = load(path)
    assert loaded.damage == ""
    assert observe(loaded.recording).get("client.told").told.clean
    assert b"X-Test: 1" in loaded.recording.wire(Role.CLIENT)


ACCEPT = (
    b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Accept: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n\r\n"
)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b"HTTP/1.1 403 Forbidden\r\n\r\n", "The server refused the handshake with 403 Forbidden."),
        (b"HTTP/1.1 301 Moved\r\nLocation: ws://b/\r\n\r\n", "answered 301 and names another address"),
        (b"HTTP/1.1 200 OK\r\n\r\n", "refused the handshake with 200 OK"),
        (ACCEPT, "The accept value answers this client’s key"),
        (b"220 mail.example.com ESMTP\r\n\r\n", "The response is valid HTTP"),
    ],
)
def test_a_refusal_is_1(answer, said):
    with answering(answer) as url:
        code, out, err = connected(url, typed=b"never sent\n")
    assert code == 1
    assert said in err
    assert err.count("\n") == 1
    assert [line for line in out if not line.startswith("[closed 1006")] == []


def test_a_server_that_breaks_a_rule_is_1():
    def program(peer):
        peer.socket.sendall(bytes.fromhex("8185000000004141414141"))
        for _ in peer:
            pass

    with foreign(program) as url:
        process = start(url)
        out = process.stdout.read().decode()
        process.communicate()
    assert process.returncode == 1
    assert "[failed with 1002, the server broke: “A server does not mask" in out


def test_a_connection_that_is_lost_is_1():
    def program(peer):
        peer.socket.shutdown(socket.SHUT_RDWR)

    with foreign(program) as url:
        process = start(url)
        out = process.stdout.read().decode()
        process.communicate()
    assert process.returncode == 1
    assert "[closed 1006 abnormal closure, not clean" in out


@pytest.mark.parametrize("line", ["/foo", "/raw 8", "/close x"])
def test_a_line_that_cannot_be_used_is_2_in_a_script(line):
    with foreign() as url:
        code, out, err = connected(url, typed=f"{line}\nHello\n".encode())
    assert code == 2
    assert out == ["Hello", "[closed 1000 normal closure, clean]"]
    assert err.count("\n") == 2


def test_bytes_that_are_no_text():
    with foreign() as url:
        code, _, err = connected(url, typed=b"\xff\n")
    assert code == 2
    assert "not UTF-8" in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["http://example.com"], "ws://"),
        (["ws://example.com/#x"], "fragment"),
        (["ws://127.0.0.1:1/"], "cannot be reached"),
        (["ws://nowhere.invalid/"], "no host named"),
        (["ws://127.0.0.1/", "--header", "x"], "is no header"),
        (["ws://127.0.0.1/", "--subprotocol", "a b"], "is no subprotocol"),
        (["ws://127.0.0.1/", "--record", "/nowhere/x"], "no directory"),
    ],
)
def test_bad_usage_is_one_sentence(words, said, capsys):
    assert run(["connect", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("\n") == 1


def test_an_untrusted_certificate_is_2(tmp_path):
    from app.network.tls import certificate, server_context

    certificate(tmp_path)
    with foreign(ssl=server_context(tmp_path)) as plain:
        url = plain.replace("ws://", "wss://")
        code, _, err = connected(url, typed=b"Hello\n")
        assert code == 2
        assert "is not trusted" in err
        assert "--insecure" in err
        code, out, _ = connected(url, "--insecure", typed=b"Hello\n")
        assert (code, out[0]) == (0, "Hello")


def test_a_reader_that_leaves_early_is_no_error():
    with foreign() as url:
        process = start(url)
        process.stdout.close()
        process.stdin.write(b"Hello\n")
        process.stdin.flush()
        err = process.stderr.read()
        process.stdin.close()
        process.stderr.close()
        assert process.wait(20) == 0
    assert b"Traceback" not in err
