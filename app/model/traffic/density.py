"""How many frames came in each stretch of time, for the picture of a whole capture.

Stretches are as long as needed for at most `MOST` of them: when a ledger outgrows them, neighbours are joined two by
two. Counting goes on from where it stopped, in slices of a few milliseconds.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from protocol.ledger import Ledger

MOST: Final = 512
SLICE: Final = 6_000
"""How many rows are counted in one go."""
FINEST: Final = 2.0**-10
"""Seconds of the shortest stretch, about a millisecond."""
STEPS: Final = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400)
"""Seconds between two marks of a scale that people read easily."""


class Density:
    """`counts` holds for each stretch and direction how many frames began in it: key `2 * stretch + server`."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.width = FINEST
        """Seconds of a stretch."""
        self.counts: Counter[int] = Counter()
        self.seen = 0
        self.first = self.last = 0.0
        """The earliest and the latest time so far."""

    def follow(self) -> bool:
        """Count a part of what is new; whether everything is counted."""
        ledger = self._ledger
        stop = min(len(ledger), self.seen + SLICE)
        times = ledger.times[self.seen : stop]
        if times:
            low, high = min(times), max(times)
            self.first = min(self.first, low) if self.seen else low
            self.last = max(self.last, high) if self.seen else high
            while (self.last - self.first) / self.width > MOST - 2:
                self._join()
            per, whats = 1 / self.width, ledger.what[self.seen : stop]
            self.counts.update([int(time * per) << 1 | what >> 8 & 1 for time, what in zip(times, whats, strict=True)])
        self.seen = stop
        return stop == len(ledger)

    def _join(self) -> None:
        self.width *= 2
        joined: Counter[int] = Counter()
        for key, count in self.counts.items():
            joined[(key >> 1) >> 1 << 1 | key & 1] += count
        self.counts = joined

    @property
    def most(self) -> int:
        """The largest count of one stretch and direction."""
        return max(self.counts.values(), default=0)

    def stretches(self) -> tuple[int, int]:
        """The first stretch, and the one after the last."""
        if not self.counts:
            return 0, 0
        return int(self.first / self.width), int(self.last / self.width) + 1


def step_for(span: float, most: int) -> float:
    """Seconds between two marks of a scale, so that there are at most `most` of them."""
    for step in STEPS:
        if span / step <= most:
            return float(step)
    days = 86_400.0
    while span / days > most:
        days *= 2
    return days
