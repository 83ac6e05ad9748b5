"""The clock of a lesson: it runs with the machine's, and what nobody wants to wait for is skipped.

A lesson about a heartbeat every thirty seconds takes no half minute: the play skips to the moment at which the next
thing is due. What takes time by itself, such as bytes on loopback, is measured.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Final

TICK: Final = 1e-6
"""Two moments are at least this many seconds apart, so that their order can be told."""


STILL_TICK: Final = 20e-6
"""The same on a clock that stands still: about what a small write takes on loopback."""

_machine: Final[list[tuple[Callable[[], float], float]]] = [(perf_counter, TICK)]
"""What clocks without a source of their own count, and their tick: the last of these."""


@contextmanager
def standing_still() -> Iterator[None]:
    """The machine's time stands still for new clocks, for a run that is to be the same every time."""
    _machine.append((lambda: 0.0, STILL_TICK))
    try:
        yield
    finally:
        _machine.pop()


class Clock:
    """Seconds since the start: what `source` has counted, and what was skipped. Every look is later than the last
    one."""

    def __init__(self, source: Callable[[], float] | None = None) -> None:
        machine, self._tick = _machine[-1]
        self._source = source or machine
        self._tick = TICK if source else self._tick
        self._start = self._source()
        self._skipped = 0.0
        self._last = -self._tick

    def now(self) -> float:
        """Seconds since the start, rounded to microseconds."""
        elapsed = self._source() - self._start + self._skipped
        self._last = round(max(elapsed, self._last + self._tick), 6)
        return self._last

    def skip(self, seconds: float) -> None:
        """So much time has gone by, and nobody had to wait for it."""
        self._skipped += max(0.0, seconds)

    def skip_to(self, moment: float) -> None:
        """It is now that moment, unless it is over already."""
        self.skip(moment - (self._source() - self._start + self._skipped))
