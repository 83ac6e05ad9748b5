"""The steps of a lesson as the scrubber shows them, and where its labels find room.

Positions are pixels on one horizontal axis. Everything here is arithmetic, so that the rule "no text ever
lies on another" is tested without a window.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class TrackPhase:
    """`count` steps from number `first` (counted from 0) under one name."""

    id: str
    title: str
    first: int
    count: int

    @property
    def last(self) -> int:
        """The number of its last step."""
        return self.first + self.count - 1


@dataclass(frozen=True, slots=True)
class Track:
    """The names of all steps, the phases below them, and which step is shown."""

    names: tuple[str, ...] = ()
    phases: tuple[TrackPhase, ...] = ()
    current: int = 0

    def phase_at(self, step: int) -> int | None:
        """Which phase a step belongs to."""
        for index, phase in enumerate(self.phases):
            if phase.first <= step <= phase.last:
                return index
        return None


@dataclass(frozen=True, slots=True)
class Axis:
    """Where the ticks stand: `count` of them, evenly from `left` to `right`."""

    count: int
    left: float
    right: float

    @property
    def gap(self) -> float:
        """Pixels from one tick to the next."""
        return (self.right - self.left) / max(1, self.count - 1)

    def place(self, step: int) -> float:
        """x of a tick; a single one stands in the middle."""
        if self.count < 2:
            return (self.left + self.right) / 2
        return self.left + self.gap * step

    def nearest(self, x: float) -> int:
        """The tick nearest to x."""
        if self.count < 2:
            return 0
        return max(0, min(self.count - 1, round((x - self.left) / self.gap)))

    def span(self, phase: TrackPhase) -> tuple[float, float]:
        """The bar under a phase: it reaches a little beyond its first and last tick, never into the next
        bar."""
        reach = max(0.0, min(10.0, self.gap / 2 - 2)) if self.count > 1 else 10.0
        return self.place(phase.first) - reach, self.place(phase.last) + reach


@dataclass(frozen=True, slots=True)
class Room:
    """Where a label may stand: its centre and how wide it may become."""

    centre: float
    width: float


def label_rooms(
    spans: Sequence[tuple[float, float]],
    widths: Sequence[float],
    current: int | None,
    limits: tuple[float, float],
    apart: float = 8,
) -> list[Room | None]:
    """A place for each label under its span, or None where nothing readable fits.

    The current label is served first and whole if the limits allow it; the others get what is left between
    the middles of the gaps. Two labels are never closer than `apart`."""
    low, high = limits
    taken: tuple[float, float] | None = None
    rooms: list[Room | None] = [None] * len(spans)
    if current is not None:
        width = min(widths[current], high - low)
        middle = sum(spans[current]) / 2
        centre = max(low + width / 2, min(high - width / 2, middle))
        rooms[current] = Room(centre, width)
        taken = (centre - width / 2, centre + width / 2)
    for index, (start, end) in enumerate(spans):
        if index == current:
            continue
        left = low if index == 0 else (spans[index - 1][1] + start) / 2 + apart / 2
        right = high if index == len(spans) - 1 else (end + spans[index + 1][0]) / 2 - apart / 2
        if taken and current is not None:
            if index < current:
                right = min(right, taken[0] - apart)
            else:
                left = max(left, taken[1] + apart)
        rooms[index] = _fit((start + end) / 2, widths[index], left, right)
    return rooms


READABLE = 28
"""A label that must be cut to fewer pixels than this is left out."""


def _fit(middle: float, width: float, left: float, right: float) -> Room | None:
    room = right - left
    if room < min(width, READABLE):
        return None
    width = min(width, room)
    return Room(max(left + width / 2, min(right - width / 2, middle)), width)
