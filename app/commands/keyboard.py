"""Lines from stdin for a program that must not wait for them: a terminal, a pipe and a file alike.

Event loops cannot watch files, and not every system lets them watch a terminal, so a thread reads. It is never more
than a few reads ahead: a large file is read as fast as the other end takes it.
"""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from collections.abc import AsyncIterator
from typing import Final

READ_SIZE: Final = 64 * 1024
AHEAD: Final = 4
"""How many reads may wait to be used."""


class TooLongError(ValueError):
    """A line is longer than a message may be."""


class Keyboard:
    """The lines of stdin, as bytes without their ends. Use it once, in a running loop."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._loop = asyncio.get_running_loop()
        self._chunks: asyncio.Queue[bytes] = asyncio.Queue()
        self._room = threading.Semaphore(AHEAD)
        self._wanted = True

    async def lines(self) -> AsyncIterator[bytes]:
        """Every line, the last one also without an end of line; TooLongError for one above the limit, in bytes."""
        threading.Thread(target=self._read, name="keyboard", daemon=True).start()
        try:
            async for line in self._cut():
                yield line
        finally:
            self._wanted = False
            self._room.release()

    async def _cut(self) -> AsyncIterator[bytes]:
        held = bytearray()
        while chunk := await self._chunks.get():
            self._room.release()
            first, *rest = chunk.split(b"\n")
            held += first
            for part in rest:
                yield self._checked(held)
                held = bytearray(part)
            self._checked(held)
        if held:
            yield self._checked(held)

    def _checked(self, held: bytearray) -> bytes:
        line = bytes(held).removesuffix(b"\r")
        if len(line) > self._limit:
            raise TooLongError(f"A line of the input is longer than {self._limit} bytes, the largest message.")
        return line

    def _read(self) -> None:
        """In the thread: read until the end, or until nobody wants it any more."""
        try:
            number = sys.stdin.fileno()
        except (AttributeError, OSError, ValueError):  # a program may be started without stdin
            number = -1
        chunk = b"?"
        while chunk:
            self._room.acquire()
            if not self._wanted:
                return
            chunk = _read_some(number)
            try:
                self._loop.call_soon_threadsafe(self._chunks.put_nowait, chunk)
            except RuntimeError:  # the loop is closed
                return


def _read_some(number: int) -> bytes:
    try:
        return os.read(number, READ_SIZE) if number >= 0 else b""
    except OSError:
        return b""
