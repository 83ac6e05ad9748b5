"""The axis that all lanes share: the byte number in the stream, from left to right.

Where there is room, every byte has a cell of its own and the middle of a long payload is left out (a double stroke);
where there are too many headers and cuts for that, the whole run stands to scale. What decides is the whole recording,
so that nothing moves from step to step.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.figures.lanes_stream import spans

if TYPE_CHECKING:
    from app.figures.lanes_stream import View

LEFT: Final = 32.0
RIGHT: Final = 856.0
WIDEST: Final = 24.0
"""No byte is wider."""

BREAK: Final = 24.0
NARROWEST: Final = 10.0
"""A byte that is narrower has no cell of its own."""

GOOD: Final = 13.5
"""As wide as a byte should be, so that its character can be read."""

KEPT: Final = (12, 10, 8, 6, 5, 4)
"""How many bytes stay on each side of a border, the most that there is room for."""

WORTH: Final = 6
"""So few bytes are not left out."""


@dataclass(frozen=True, slots=True)
class Run:
    """The bytes `[start, stop)` from `left` to `right`; with `gap` they are left out."""

    start: int
    stop: int
    left: float
    right: float
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """Where each byte of the page stands; `unit` is the width of one."""

    runs: tuple[Run, ...]
    unit: float

    @property
    def start(self) -> int:
        """The first byte of the page."""
        return self.runs[0].start

    @property
    def stop(self) -> int:
        """The first byte after the page."""
        return self.runs[-1].stop

    @property
    def right(self) -> float:
        """Where the last byte ends."""
        return self.runs[-1].right

    @property
    def cells(self) -> bool:
        """Whether every byte has a cell of its own."""
        return self.unit >= NARROWEST

    @property
    def gaps(self) -> tuple[Run, ...]:
        """What is left out."""
        return tuple(run for run in self.runs if run.gap)

    def x(self, offset: int) -> float:
        """The left edge of a byte, or the right edge of the one before it; limited to the page."""
        for run in self.runs:
            if offset <= run.stop:
                part = max(0, offset - run.start) / max(1, run.stop - run.start)
                return run.left + part * (run.right - run.left)
        return self.right

    def shows(self, offset: int) -> bool:
        """Whether this byte has a place of its own."""
        return any(run.start <= offset < run.stop and not run.gap for run in self.runs)

    def stretch(self, start: int, stop: int) -> tuple[float, float]:
        """The widest part of the bytes `[start, stop)` without a gap, from its left edge to its right one."""
        inside = [
            (self.x(max(start, run.start)), self.x(min(stop, run.stop)))
            for run in self.runs
            if not run.gap and run.start < stop and run.stop > start
        ]
        return max(inside, key=lambda edges: edges[1] - edges[0], default=(self.x(start), self.x(stop)))

    def meets(self, start: int, stop: int) -> bool:
        """Whether the page has any of the bytes `[start, stop)`."""
        return start < self.stop and stop > self.start


def axis_of(view: View, *, scale: bool = False) -> Axis:
    """The axis of the page on which the parser is."""
    pages: list[tuple[Axis, int]] = []
    for start, stop in spans(view):
        first = pages[-1][1] if pages else start
        joined = None if scale else _with_cells(view, first, stop)
        if joined is not None and pages:
            pages[-1] = (joined, first)
        else:
            own = None if scale else _with_cells(view, start, stop)
            pages.append((own or _to_scale(start, stop), start))
    for axis, _ in pages:
        if view.read <= axis.stop:
            return axis
    return pages[-1][0]


def _to_scale(start: int, stop: int) -> Axis:
    unit = min(WIDEST, (RIGHT - LEFT) / (stop - start))
    return Axis((Run(start, stop, LEFT, LEFT + unit * (stop - start)),), min(unit, NARROWEST - 1))


def _with_cells(view: View, start: int, stop: int) -> Axis | None:
    """An axis with a cell for each byte that is not left out, if there is room."""
    borders = _borders(view, start, stop)
    for least in (GOOD, NARROWEST):
        for keep in (stop - start, *KEPT):
            kept = _kept(borders, keep, start, stop)
            gaps = len(kept) - 1
            shown = sum(last - first for first, last in kept)
            unit = min(WIDEST, (RIGHT - LEFT - BREAK * gaps) / shown)
            if unit >= least:
                return _laid_out(kept, unit)
    return None


def _laid_out(kept: list[tuple[int, int]], unit: float) -> Axis:
    runs: list[Run] = []
    x = LEFT
    for first, last in kept:
        if runs:
            runs.append(Run(runs[-1].stop, first, x, x + BREAK, gap=True))
            x += BREAK
        runs.append(Run(first, last, x, x + unit * (last - first)))
        x = runs[-1].right
    return Axis(tuple(runs), unit)


def _borders(view: View, start: int, stop: int) -> list[tuple[int, int]]:
    """What must be seen: every header, the end of every frame, every cut."""
    found = [(start, start), (stop, stop)]
    for piece in view.pieces:
        found += [(piece.start, piece.payload), (piece.stop, piece.stop)]
    found += [(cut, cut) for cut in view.cuts]
    return sorted((first, last) for first, last in found if start <= first and last <= stop)


def _kept(borders: list[tuple[int, int]], keep: int, start: int, stop: int) -> list[tuple[int, int]]:
    """The runs of bytes that are shown."""
    runs: list[tuple[int, int]] = []
    for first, last in borders:
        low, high = max(start, first - keep), min(stop, last + keep)
        if runs and low - runs[-1][1] <= WORTH:
            runs[-1] = (runs[-1][0], max(runs[-1][1], high))
        else:
            runs.append((low, high))
    return runs
