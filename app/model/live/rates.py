"""Frames per second, second by second: a ring of whole seconds and the one that is running.

Seconds are numbered by the clock of the caller; what comes for a second that has gone by counts for the running one,
so that nothing is ever lost from the sum.
"""

from __future__ import annotations

from array import array


class Rates:
    """The last `seconds` whole seconds of any number of series."""

    def __init__(self, seconds: int = 60, series: int = 2) -> None:
        self._size = seconds
        self._rings = [array("L", [0] * (seconds + 1)) for _ in range(series)]
        self._now: int | None = None

    def count(self, second: int, *amounts: int) -> None:
        """So many more in the series of this second; amounts in the order of the series."""
        self.advance(second)
        assert self._now is not None
        place = self._now % (self._size + 1)
        for ring, amount in zip(self._rings, amounts, strict=True):
            ring[place] += amount

    def advance(self, second: int) -> None:
        """The running second is now at least this one."""
        if self._now is None:
            self._now = second
        for passed in range(max(self._now + 1, second - self._size), second + 1):
            for ring in self._rings:
                ring[passed % (self._size + 1)] = 0
        self._now = max(self._now, second)

    def whole(self, series: int) -> tuple[int, ...]:
        """The whole seconds, the oldest first; the running one is not among them."""
        if self._now is None:
            return (0,) * self._size
        ring, length = self._rings[series], self._size + 1
        return tuple(ring[(self._now - self._size + k) % length] for k in range(self._size))

    @property
    def last(self) -> tuple[int, ...]:
        """Each series in the last whole second."""
        return tuple(self.whole(number)[-1] for number in range(len(self._rings)))
