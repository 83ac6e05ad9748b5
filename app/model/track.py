"""The steps of a lesson as the scrubber shows them, and where its labels find room.

Positions are pixels on one horizontal axis. Everything here is arithmetic, so that the rule "no text ever
lies on another" is tested without a window.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


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


READABLE = 44
"""A label that must be cut to fewer pixels than this is left out: no short word is worth two letters and "…"."""

SLACK = 4
"""How far beyond the ends of its bar the middle of a label may be pushed."""


def label_rooms(
    spans: Sequence[tuple[float, float]],
    widths: Sequence[float],
    current: int | None,
    limits: tuple[float, float],
    apart: float = 8,
) -> list[Room | None]:
    """A place for each label under its span, or None where nothing readable fits.

    The current label is served first: whole, and in the middle of its span if the limits allow it. The others may
    be pushed aside as far as their own span reaches, so that short words stay whole; where that is not enough, the
    label that reaches furthest beyond its own share is cut to it, or left out. Two labels are never closer than
    `apart`."""
    low, high = limits
    widest = high - low
    shown: dict[int, float] = {
        index: min(width, widest)
        for index, width in enumerate(widths)
        if index == current or widest >= min(width, READABLE)
    }
    while True:
        places = _spread(spans, shown, current, limits, apart)
        off = [index for index in shown if index != current and not _under(places, index, spans[index])]
        if not off:
            return [Room(places[index], shown[index]) if index in shown else None for index in range(len(spans))]
        shares = {index: _share(spans, index, limits, apart) for index in shown}
        wide = [index for index in shown if index != current and shown[index] > shares[index] + 0.5]
        worst = max(wide or off, key=lambda index: shown[index] - shares[index])
        if worst in wide and shares[worst] >= READABLE:
            shown[worst] = shares[worst]
        else:
            del shown[worst]


def _under(places: Mapping[int, float], index: int, span: tuple[float, float]) -> bool:
    return index in places and span[0] - SLACK <= places[index] <= span[1] + SLACK


def _share(spans: Sequence[tuple[float, float]], index: int, limits: tuple[float, float], apart: float) -> float:
    """The width between the middles of the gaps at both sides of a span."""
    start, end = spans[index]
    left = limits[0] if index == 0 else (spans[index - 1][1] + start + apart) / 2
    right = limits[1] if index == len(spans) - 1 else (end + spans[index + 1][0] - apart) / 2
    return right - left


def _spread(
    spans: Sequence[tuple[float, float]],
    widths: Mapping[int, float],
    current: int | None,
    limits: tuple[float, float],
    apart: float,
) -> dict[int, float]:
    """The centre of each label that finds room, as near as can be to the middle of its span."""
    low, high = limits
    middles = {index: sum(spans[index]) / 2 for index in widths}
    if current is None:
        return _row(list(widths), middles, widths, limits, apart)
    half = widths[current] / 2
    centre = max(low + half, min(high - half, middles[current]))
    before = [index for index in widths if index < current]
    after = [index for index in widths if index > current]
    return {
        current: centre,
        **_row(before, middles, widths, (low, centre - half - apart), apart),
        **_row(after, middles, widths, (centre + half + apart, high), apart),
    }


def _row(
    order: Sequence[int],
    middles: Mapping[int, float],
    widths: Mapping[int, float],
    limits: tuple[float, float],
    apart: float,
) -> dict[int, float]:
    """Labels side by side. Those that would touch form a block, which stands where its labels miss their middles
    least; none are placed if all together are too wide."""
    low, high = limits
    blocks: list[tuple[list[int], float]] = []  # labels from left to right, and the left edge of the block
    for index in order:
        block = [index]
        left = _edge(block, middles, widths, limits, apart)
        while blocks and blocks[-1][1] + _length(blocks[-1][0], widths, apart) + apart > left:
            block = blocks.pop()[0] + block
            left = _edge(block, middles, widths, limits, apart)
        blocks.append((block, left))
    if blocks and (blocks[0][1] < low - 0.01 or blocks[-1][1] + _length(blocks[-1][0], widths, apart) > high + 0.01):
        return {}
    places = {}
    for block, left in blocks:
        x = left
        for index in block:
            places[index] = x + widths[index] / 2
            x += widths[index] + apart
    return places


def _length(block: Sequence[int], widths: Mapping[int, float], apart: float) -> float:
    return sum(widths[index] for index in block) + apart * (len(block) - 1)


def _edge(
    block: Sequence[int],
    middles: Mapping[int, float],
    widths: Mapping[int, float],
    limits: tuple[float, float],
    apart: float,
) -> float:
    """Where a block begins: at the mean of what its labels wish, within the limits."""
    wishes, before = 0.0, 0.0
    for index in block:
        wishes += middles[index] - widths[index] / 2 - before
        before += widths[index] + apart
    length = before - apart
    return max(limits[0], min(limits[1] - length, wishes / len(block)))
