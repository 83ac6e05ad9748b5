"""A client in a process of its own that sends as many messages as it is told to and reads what is echoed."""

from __future__ import annotations

import multiprocessing
import os
import socket
import struct
import threading
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

BATCH: Final = 0.005
"""Seconds between two writes."""


class Flooder:
    """`took` are the seconds from the first message to the last echo."""

    def __init__(self, url: str, payload: bytes, rate: int) -> None:
        host, _, port = url.removeprefix("ws://").rstrip("/").rpartition(":")
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=_run, args=(host, int(port), payload, rate, theirs), daemon=True)
        self._process.start()
        self.sent, self.took = 0, 0.0
        self._ready = self._done = False

    @property
    def ready(self) -> bool:
        """Whether the connection is open."""
        self._look()
        return self._ready

    @property
    def done(self) -> bool:
        """Whether every echo has come back."""
        self._look()
        return self._done

    def start(self, seconds: float) -> None:
        """Send for so long."""
        self._ours.send(seconds)

    def close(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.join(5)

    def _look(self) -> None:
        while self._ours.poll():
            what = self._ours.recv()
            if what == "ready":
                self._ready = True
            else:
                self.sent, self.took = what
                self._done = True


def _run(host: str, port: int, payload: bytes, rate: int, pipe: Connection) -> None:
    sock = socket.create_connection((host, port))
    request = (
        f"GET / HTTP/1.1\r\nHost: {host}:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nUser-Agent: flood/1\r\n\r\n"
    )
    sock.sendall(request.encode())
    answer = b""
    while b"\r\n\r\n" not in answer:
        answer += sock.recv(4096)
    pipe.send("ready")
    seconds = pipe.recv()
    key = os.urandom(4)
    masked = bytes(byte ^ key[place % 4] for place, byte in enumerate(payload))
    frame = struct.pack("!BB", 0x81, 0x80 | len(payload)) + key + masked
    echoed = len(payload) + 2
    got = [0]
    reader = threading.Thread(target=_read, args=(sock, got), daemon=True)
    reader.start()
    begun = time.perf_counter()
    sent = 0
    while (now := time.perf_counter() - begun) < seconds:
        due = int(now * rate) - sent if rate else 256
        if due > 0:
            sock.sendall(frame * due)
            sent += due
        time.sleep(BATCH if rate else 0)
    while got[0] < sent * echoed:
        time.sleep(0.005)
    pipe.send((sent, time.perf_counter() - begun))
    pipe.recv()


def _read(sock: socket.socket, got: list[int]) -> None:
    while data := sock.recv(256 * 1024):
        got[0] += len(data)
