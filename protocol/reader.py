"""Feeds a parse that says how many bytes it needs next, and is sent exactly those.

A parse is a generator in reading order. RFC 6455 section 5.2 read aloud is

    b0, b1 = yield 2          "the first two bytes, please"
    key = yield 4             "now the masking key"
    payload = yield length    "now the payload"
    return Frame(...)

TCP keeps no such borders: it delivers any number of bytes at a time. The reader keeps what has come until the
next ask can be answered, so a parse gives the same result for any chunking, and it is always known how many
bytes it still misses.

The buffer holds only bytes that have arrived. A parse may ask for 2**63 bytes; asking costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

Result = TypeVar("Result")


class Reader(Generic[Result]):
    """Runs `parse` again and again over a stream of bytes; each run must ask for at least one byte."""

    def __init__(self, parse: Callable[[], Generator[int, bytes, Result]]) -> None:
        self._parse = parse
        self._buffer = bytearray()
        """The bytes of the unfinished result, and none before it."""
        self._start = 0
        """Where in the buffer the unfinished result begins."""
        self._at = 0
        """Where the part that it asks for begins."""
        self._asking = parse()
        self._need = next(self._asking)

    def feed(self, data: bytes) -> list[Result]:
        """The results that `data` completes, in order."""
        self._buffer += data
        results: list[Result] = []
        while self._at + self._need <= len(self._buffer):
            part = bytes(self._buffer[self._at : self._at + self._need])
            self._at += self._need
            try:
                self._need = self._asking.send(part)
            except StopIteration as end:
                results.append(end.value)
                self._begin()
        self._forget_finished()
        return results

    @property
    def buffered(self) -> int:
        """How many bytes of the unfinished result have arrived."""
        return len(self._buffer)

    @property
    def missing(self) -> int:
        """How many bytes the part that is being read still misses. Further parts may follow it."""
        return self._at + self._need - len(self._buffer)

    def begun(self, limit: int) -> bytes:
        """The first bytes of the unfinished result, at most `limit` of them."""
        return bytes(self._buffer[:limit])

    def _begin(self) -> None:
        """Start the parse anew and run it up to its first ask."""
        self._start = self._at
        self._asking = self._parse()
        self._need = next(self._asking)

    def _forget_finished(self) -> None:
        """Drop the bytes of finished results, once for each `feed`: dropping moves all that follows."""
        del self._buffer[: self._start]
        self._at -= self._start
        self._start = 0
