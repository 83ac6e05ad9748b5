"""Peers that want to do harm. Whatever they send: the right answer, bounded memory, and the others get their echoes.

A flood lasts half a second here; HOSTILE=20 makes each last twenty, for a quiet machine.
"""

from __future__ import annotations

import os
import random
import signal
import socket
import ssl
import sys
import threading
import time

import pytest
from hostile_support import (
    BOMB,
    DEFLATE,
    FRESH,
    FULL,
    HEAD,
    MIB,
    REQUEST,
    UNVERIFIED,
    Honest,
    Peer,
    Target,
    announced,
    deflated,
    frame,
    unharmed,
)  # fmt: skip
from patience_support import PATIENCE

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read from /proc")

SECONDS = float(os.environ.get("HOSTILE", "0.5"))
"""How long a flood lasts."""

LATE = 3.0 + SECONDS / 5
"""Within how many seconds an echo has to come, on a machine that has much else to do."""

LORISES = 100


@pytest.fixture(scope="module", params=["ws", "wss"])
def target(request, tmp_path_factory):
    """A server, and many peers that say their heads slower than anybody waits."""
    target = Target(tmp_path_factory.mktemp(request.param), *(["--tls"] if request.param == "wss" else []))
    slow = [target.peer(b"GET / HT") for _ in range(LORISES)]
    enough = threading.Event()

    def drip():
        while not enough.wait(1):
            for each in slow:
                each.send(b"T")

    thread = threading.Thread(target=drip, daemon=True)
    thread.start()
    try:
        yield target
        enough.set()
        thread.join()
        assert {each.answer(15).told for each in slow} == {(408, None, "FIN")}
        assert target.complained == ""
    finally:
        target.end()


def once(target):
    """What happens above TLS is as good without it; there is time for both with HOSTILE=1 or more."""
    if target.tls and SECONDS < 1:
        pytest.skip("the same as without TLS")


# Heads.


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (HEAD + b"X: " + b"a" * 20_000, 400),
        (HEAD + b"X: y\r\n" * 4000, 400),
        (HEAD + b"X: y\r\n" * 100 + b"\r\n", 400),
        (HEAD + b"X: " + b"," * 16_000 + b"\r\n\r\n", 101),
        (HEAD + b"Upgrade: " + b"websocket," * 1500 + b"\r\n\r\n", 101),
        (HEAD + b"Sec-WebSocket-Extensions: " + b'a;b="' * 3000 + b"\r\n\r\n", 400),
        (HEAD + b"Sec-WebSocket-Extensions: " + b"permessage-deflate," * 800 + b"x\r\n\r\n", 101),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
        (bytes(70_000), 400),
        (b"\r\n" * 70_000, 400),
        (b"GET " + b"/" * 70_000, 400),
        (b"GET / HTTP/1.1\r\nHost: " + b"x" * 70_000, 400),
        (random.Random(1).randbytes(70_000), 400),
    ],
    ids=range(13),
)  # fmt: skip
def test_heads(target, head, status):
    once(target)
    with target.peer(head) as peer:
        peer.send(frame(8))
        answer = peer.answer()
    assert (answer.status, answer.end) == (status, "FIN")


def test_a_head_in_segments_of_one_byte(target):
    with target.peer() as peer:
        for at in range(len(REQUEST)):
            peer.send(REQUEST[at : at + 1])
        peer.send(frame(8, b"\x03\xe8"))
        assert peer.answer().told == (101, 1000, "FIN")


def test_the_wrong_kind_of_talk(target):
    """TLS on a port without, and HTTP on one with it: no answer is owed in TLS, and nobody waits."""
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    with pytest.raises(ssl.SSLWantReadError):
        UNVERIFIED.wrap_bio(incoming, outgoing).do_handshake()
    hello = outgoing.read()
    for data in (REQUEST, bytes(300)) if target.tls else (hello,):
        assert target.asked(data, bare=True).told == (None if target.tls else 400, None, "FIN")
    for size in (1, 5, 50, len(hello) - 1):
        Peer(target.port, hello[:size]).reset()
        Peer(target.port, hello[:size]).close()


# Frames.


def fragments(count, size):
    return frame(2, bytes(size), fin=False) + frame(0, bytes(size), fin=False) * (count - 1)


@pytest.mark.parametrize(
    ("head", "data", "code"),
    [
        (REQUEST, announced(2, 2**63) + b"x" * 1000, 1002),
        (REQUEST, announced(2, 2**63 - 1) + b"x" * 1000, 1009),
        (REQUEST, announced(9, 2**63 - 1) + b"x" * 1000, 1002),
        (DEFLATE, announced(2, 2**63 - 1, rsv=4) + b"x" * 1000, 1009),
        (REQUEST, announced(2, 16 * MIB + 1), 1009),
        (REQUEST, fragments(16, MIB) + frame(0, b"x"), 1009),
        (REQUEST, fragments(17, 0) + frame(1, b"x"), 1002),
        (DEFLATE, frame(2, BOMB, rsv=4), 1009),
        (FRESH, frame(2, BOMB, rsv=4), 1009),
        (DEFLATE, frame(1, BOMB[:99], rsv=4, fin=False) + frame(0, BOMB[99:], fin=False), 1009),
        (DEFLATE, frame(1, BOMB[:-1], rsv=4, fin=False), 1009),
        (DEFLATE, frame(1, deflated(b"Hello" * 100)[:-3], rsv=4), 1007),
        (DEFLATE, frame(1, b"\x00\x00\x00\xff", rsv=4), 1007),
        (DEFLATE, frame(1, b"\xff" * 60_000, rsv=4), 1007),
        (DEFLATE, frame(2, FULL, rsv=4) + frame(8, b"\x03\xe8"), 1000),
        (DEFLATE, frame(2, b"\x03\x00" * 30_000 + b"\x00", rsv=4) + frame(8, b"\x03\xe8"), 1000),
        (DEFLATE, frame(2, b"\x00\x00\x00\xff\xff" * 200_000 + b"\x00", rsv=4) + frame(8, b"\x03\xe8"), 1000),
    ],
    ids=range(17),
)  # fmt: skip
def test_frames(target, head, data, code):
    once(target)
    with unharmed(target, LATE, memory=100):
        assert target.asked(head, data).told == (101, code, "FIN")


def test_a_message_may_not_end_inside_a_frame(target):
    """Reset, half-closed and without a goodbye in TLS: each at every kind of place."""
    cuts = [b"", REQUEST[:50], REQUEST, REQUEST + frame(1, b"Hi")[:3], DEFLATE + frame(2, FULL, rsv=4)]
    with unharmed(target, LATE, memory=100):
        for cut in cuts * 3:
            target.peer(cut).reset()
            target.peer(cut).close()
            with target.peer(cut) as peer:
                socket.socket.shutdown(peer.sock, socket.SHUT_WR)
                assert peer.answer().end in {"FIN", "cut", "RST"}


# Floods.

FLOODS = {
    "ping": (REQUEST, frame(9) * 10_000, 60),
    "ping-125": (REQUEST, frame(9, bytes(125)) * 500, 60),
    "pong": (REQUEST, frame(10) * 10_000, 60),
    "text": (REQUEST, frame(1, b"x" * 1000) * 60, 60),
    "text-large": (REQUEST, frame(1, b"x" * MIB), 110),
    "fragment-empty": (REQUEST + frame(2, fin=False), frame(0, fin=False) * 10_000, 60),
    "fragment-1": (REQUEST + frame(2, fin=False), frame(0, b"x", fin=False) * 10_000, 60),
    "fragment-16": (REQUEST + frame(2, fin=False), frame(0, bytes(16), fin=False) * 3000, 60),
    "bomb": (DEFLATE, frame(2, FULL, rsv=4), 150),
    "bomb-small": (DEFLATE, frame(2, deflated(bytes(100_000)), rsv=4) * 400, 100),
    "empty-blocks": (DEFLATE + frame(2, rsv=4, fin=False), frame(0, b"\0\0\0\xff\xff" * 13_000, fin=False), 60),
    "last-blocks": (DEFLATE + frame(2, rsv=4, fin=False), frame(0, b"\x03\x00" * 30_000, fin=False), 60),
    "close": (REQUEST + frame(8, b"\x03\xe8"), frame(8, b"\x03\xe8") * 8000, 60),
    "after-close": (REQUEST + frame(8, b"\x03\xe8"), frame(1, b"x" * 1000) * 60, 60),
    "after-failure": (REQUEST + frame(3), bytes(MIB), 60),
    "after-refusal": (b"GET / HTTP/1.0\r\nUpgrade: websocket\r\n\r\n", bytes(MIB), 60),
    "page": (b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"GET / HTTP/1.1\r\nHost: x\r\n\r\n" * 4000, 60),
}
"""What is said first, what is said again and again by a peer that never reads, and how many MiB that may cost."""


IN_TLS = {"ping", "text", "bomb-small", "after-failure"}
"""Those that are worth their time in TLS as well."""


@pytest.mark.parametrize("name", FLOODS)
def test_floods(target, name):
    if name not in IN_TLS:
        once(target)
    first, again, memory = FLOODS[name]
    with unharmed(target, LATE, memory=memory), target.peer(first, buffer=4096) as peer:
        peer.flood(again, SECONDS)


def test_messages_that_are_never_whole_share_one_memory(target):
    """24 times 16 MiB less a few bytes; all connections together have 256."""
    once(target)
    with unharmed(target, LATE, memory=420) as honest:
        peers = [target.peer(REQUEST, announced(2, 16 * MIB), timeout=PATIENCE) for _ in range(24)]
        for peer in peers:
            peer.flood(bytes(MIB), 10, 16 * MIB - 70_000)
        assert honest.is_alive()
        with target.peer(REQUEST, frame(2, bytes(16 * MIB)), frame(8, b"\x03\xe8")) as large:
            answer = large.answer()
            assert (answer.close, answer.frames[0].length) == (1000, 16 * MIB)
        assert sum(peer.answer(0.05).end != "open" for peer in peers) >= 24 - 16
        for peer in peers:
            peer.reset()


def test_thousands_of_connections_that_say_nothing(target):
    """With TLS not even its handshake."""
    with unharmed(target, LATE, memory=250):
        peers = [target.peer(bare=True) for _ in range(1000)]
        for peer in peers:
            peer.reset()
    until = time.monotonic() + PATIENCE
    while target.files > 10 + LORISES and time.monotonic() < until:
        time.sleep(0.05)
    assert target.files <= 10 + LORISES


def test_compression_is_declined_where_many_have_it(target):
    once(target)
    peers = [target.peer(DEFLATE) for _ in range(513)]
    heads = [peer.head() for peer in peers]
    assert [b"permessage-deflate" in head for head in heads] == [True] * 512 + [False]
    assert all(head.startswith(b"HTTP/1.1 101 ") for head in heads)
    for peer in peers:
        peer.reset()


# The end.


@pytest.mark.parametrize(("name", "number", "again"), [("ping", signal.SIGINT, False), ("bomb", signal.SIGTERM, True)])
def test_signals_in_a_flood(tmp_path, name, number, again):
    target = Target(tmp_path)
    honest = Honest(target)
    enough = threading.Event()

    def attack():
        while not enough.is_set():
            try:
                with target.peer(FLOODS[name][0], buffer=4096) as peer:
                    peer.flood(FLOODS[name][1], 0.3)
                target.peer(REQUEST[:40]).reset()
            except OSError:
                return

    threads = [threading.Thread(target=attack, daemon=True) for _ in range(3)]
    try:
        for thread in threads:
            thread.start()
        time.sleep(0.5)
        honest.stop()
        target.popen.send_signal(number)
        if again:
            while "Stopping" not in target.said:
                time.sleep(0.01)
            target.popen.send_signal(number)
            assert target.popen.wait(PATIENCE) == 130
        else:
            data = honest._peer.sock.recv(100)
            assert data == bytes.fromhex("880203e9")
            honest._peer.send(frame(8, b"\x03\xe9"))
            assert honest.answer().end == "FIN"
            honest._peer.close()
            assert target.popen.wait(14) == 0
        enough.set()
        for thread in threads:
            thread.join(15)
        assert target.complained == ""
    finally:
        enough.set()
        target.end()
