"""Every byte that one endpoint sent, in order, as far as they are known.

A capture may have lost some of them. How many is known, as each byte has a sequence number (RFC 9293 section 3.4). A
missing byte reads as zero. It takes no memory: what a file says is missing may be many times its size.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import Final


class Wire:
    """A stream of bytes with places; `len` counts what is missing, too."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        """What is here, side by side."""
        self.append: Final = self._bytes.extend
        """Add the next bytes."""
        self._starts = array("Q")
        self._stops = array("Q")
        """Where in the stream bytes are missing, in order; two runs never touch."""
        self._before = array("Q")
        """How many bytes are here before each of these runs."""
        self._missing = 0

    def __len__(self) -> int:
        return len(self._bytes) + self._missing

    def skip(self, size: int) -> None:
        """The next `size` bytes are missing."""
        if size == 0:
            return
        start = len(self)
        if self._stops and self._stops[-1] == start:
            self._stops[-1] += size
        else:
            self._starts.append(start)
            self._stops.append(start + size)
            self._before.append(len(self._bytes))
        self._missing += size

    @property
    def gaps(self) -> list[tuple[int, int]]:
        """The runs of missing bytes, first byte and first byte after."""
        return list(zip(self._starts, self._stops, strict=True))

    def next_gap(self, start: int, stop: int) -> tuple[int, int] | None:
        """The first run of missing bytes within `start` to `stop`, cut to it; None if all of them are here."""
        number = bisect_right(self._stops, start)
        if stop <= start or number == len(self._starts) or self._starts[number] >= stop:
            return None
        return max(start, self._starts[number]), min(stop, self._stops[number])

    def cut(self, start: int, stop: int) -> bytes:
        """The bytes `start` to `stop`, as far as the stream goes; zeros where they are missing."""
        if not self._missing:
            return bytes(self._bytes[start:stop])
        stop = min(stop, len(self))
        parts: list[bytes | bytearray] = []
        while start < stop:
            gap = self.next_gap(start, stop)
            until, after = (stop, stop) if gap is None else gap
            place = start - self._missing_before(start)
            parts += [self._bytes[place : place + until - start], bytes(after - until)]
            start = after
        return b"".join(parts)

    def _missing_before(self, start: int) -> int:
        """How many bytes are missing before a byte that is here."""
        number = bisect_right(self._stops, start) - 1
        return self._stops[number] - self._before[number] if number >= 0 else 0
