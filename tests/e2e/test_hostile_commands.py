"""Commands that meet harm: `connect` a server that wants to do it, `decode` and `encode` files that nobody can read.

One clear line, the right exit code, no traceback, and no more memory than a few of the largest messages.
"""

from __future__ import annotations

import random
import socket
import subprocess
import sys
import threading
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from hostile_support import BOMB, FULL, HOST, MIB, ROOT, Peer, Process, deflated
from patience_support import PATIENCE

from protocol.accept import accept_value
from protocol.frames import encode_frame
from protocol.http11 import read_request

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read from /proc")

NULS = deflated(bytes(4 * MIB))
"""Text of which each character is shown as four."""


# Our client.


def accepted(request, more=b""):
    key = read_request(request).get("Sec-WebSocket-Key")
    lines = b"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " + accept_value(key).encode()
    return b"HTTP/1.1 101 Switching Protocols\r\n" + lines + b"\r\n" + more + b"\r\n"


COMPRESSES = b"Sec-WebSocket-Extensions: permessage-deflate\r\n"
BROKE = "The handshake failed, the server broke: "
CONVERSATIONS = {
    "endless head": ([b"HTTP/1.1 101 X\r\n"], b"X: y\r\n", 1, BROKE + "“The response is valid HTTP”"),
    "interim": ([], b"HTTP/1.1 103 Early Hints\r\n\r\n", 1, BROKE + "“The response is valid HTTP”"),
    "garbage": ([], random.Random(2).randbytes(999), 1, BROKE + "“The response is valid HTTP”"),
    "accept": (["wrong"], b"", 1, BROKE + "“The accept value answers this client’s key”"),
    "redirect": ([b"HTTP/1.1 302 Found\r\nLocation: /\x1b\r\n\r\n"], b"", 1, BROKE),
    "loop": ([b"HTTP/1.1 302 Found\r\nLocation: /again\r\n\r\n"], b"", 1, "names another address, which is not fol"),
    "status": ([b"HTTP/1.1 404 Not Found\r\n\r\n"], bytes(999), 1, "The server refused the handshake with 404 Not F"),
    "no answer": ([], None, 1, ""),
    "reset": (["ok", encode_frame(1, b"Hi"), "reset"], None, 1, "Connected to "),
    "masked": (["ok", encode_frame(1, b"Hi", key=b"abcd")], None, 1, "Connected to "),
    "bad close": (["ok", encode_frame(8, b"\x03\xed")], None, 1, "Connected to "),
    "2^63-1": (["ok", b"\x82\x7f" + (2**63 - 1).to_bytes(8, "big")], None, 1, "Connected to "),
    "bomb": (["deflate", encode_frame(2, BOMB, rsv=4)], None, 1, "Connected to "),
    "full": (["deflate", encode_frame(1, NULS, rsv=4), encode_frame(8, b"\x03\xe8")], None, 0, "Connected to "),
    "escapes": (["ok", encode_frame(1, b"\x1b[2J"), encode_frame(8, b"\x03\xe8\x07")], None, 0, "Connected to "),
}
"""What a server says, then says for ever (None: it ends TCP), the exit code, and what stands in the line on stderr."""


def say(peer, what, request):
    """These bytes, or what a word stands for."""
    match what:
        case "ok":
            peer.send(accepted(request))
        case "wrong":
            peer.send(accepted(request).replace(b"Accept: ", b"Accept: A"))
        case "deflate":
            peer.send(accepted(request, COMPRESSES))
        case "reset":
            peer.reset()
        case _:
            peer.send(what)


@contextmanager
def saying(first, again):
    """A server that says this to whoever comes; its port."""
    listening = socket.create_server((HOST, 0))

    def talk():
        while True:
            try:
                sock, _ = listening.accept()
            except OSError:
                return
            with Peer.on(sock) as peer:
                request = peer.head()
                for each in first:
                    say(peer, each, request)
                if again:
                    peer.flood(again * 100, 20)
                elif again is not None:
                    peer.answer(20)

    threading.Thread(target=talk, daemon=True).start()
    try:
        yield listening.getsockname()[1]
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()


def test_connect(tmp_path):
    """One line, the right exit code, and no more memory than a few of the largest messages."""
    with ExitStack() as stack:
        processes = {}
        for name, (first, again, _, _) in CONVERSATIONS.items():
            folder = tmp_path / name.replace(" ", "-").replace("^", "")
            folder.mkdir()
            url = f"ws://{HOST}:{stack.enter_context(saying(first, again))}/"
            processes[name] = Process(folder, "connect", url, flags=("-W", "error", "-c", WITH_PEAK))
            stack.callback(processes[name].end)
        for name, (_, _, code, words) in CONVERSATIONS.items():
            process = processes[name]
            assert process.popen.wait(30) == code, name
            *complaint, peak = process.complained.splitlines()
            assert len(complaint) <= 1, name
            assert words in "".join(complaint), name
            assert "\x1b" not in process.said + process.complained
            assert int(peak) < 350 * 1024, name


WITH_PEAK = """
import re, sys
from pathlib import Path
from main import main
try:
    code = main(sys.argv[2:])
finally:
    print(re.search("VmHWM:(.*)kB", Path("/proc/self/status").read_text())[1], file=sys.stderr)
sys.exit(code)
"""
"""Runs `main.py`, and says at the end how much memory it took, in KiB."""


# Commands on files.


@pytest.mark.parametrize(
    ("words", "data", "code", "said"),
    [
        (["decode", "-"], None, 2, "stdin is larger than 64 MiB"),
        (["encode", "--opcode", "text", "--file", "-"], None, 2, "stdin is larger than 64 MiB"),
        (["decode", "-"], b"\x81\x00" * 25_000_000, 2, "more than 50,000 frames"),
        (["decode", "--json", "-"], b"81 05 48 65 6c 6c 6f\n" * 2_400_000, 2, "more than 50,000 frames"),
        (["decode", "--deflate", "-"], b"\xc2\x7e" + len(FULL).to_bytes(2, "big") + FULL, 0, ""),
        (["decode", "--deflate", "-"], (b"\xc2\x7e" + len(FULL).to_bytes(2, "big") + FULL) * 5, 2, "inflate to more"),
        (["decode", "--deflate", "-"], b"\xc2\x7e" + len(BOMB).to_bytes(2, "big") + BOMB, 1, ""),
        (["decode", "--deflate", "-"], random.Random(3).randbytes(50 * MIB), 1, ""),
    ],
    ids=range(8),
)  # fmt: skip
def test_decode_and_encode(tmp_path, words, data, code, said):
    source = tmp_path / "input"
    source.write_bytes(data or b"")
    with (source if data is not None else Path("/dev/zero")).open("rb") as stdin:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", WITH_PEAK, "main.py", *words],
            cwd=ROOT, stdin=stdin, capture_output=True, check=False, timeout=PATIENCE,
        )  # fmt: skip
    *complaint, peak = done.stderr.decode().splitlines()
    out = done.stdout
    assert done.returncode == code
    assert said in "".join(complaint)
    assert len(complaint) == (code == 2)
    assert not out or code < 2
    assert int(peak) < 400 * 1024
