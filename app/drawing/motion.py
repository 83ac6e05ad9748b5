"""One motion from scene to scene on the screen: what stands still is painted once, what changes at every frame.

A mark may be part of the still picture if it does not change and lies over nothing that does. The still marks are
painted first into one image; the others follow in their usual order, so the picture is the same as if all were painted.
"""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING, Final

from app.drawing.tween import Change, changes, frame

if TYPE_CHECKING:
    from app.drawing.marks import AnyMark, Scene

CELL: Final = 8
"""Stage units: whether one mark lies over another is decided by the cells of this size that they touch."""

COLUMNS: Final = 128
"""Cells in a row of the grid: enough for 888 units and what hangs over at both sides."""


class Motion:
    """The still marks of a motion, and the moving ones at any time. Nothing is worked out before it is asked for: a
    step without motion needs none of it."""

    def __init__(self, old: Scene, new: Scene) -> None:
        self.old, self.new = old, new

    @cached_property
    def _parts(self) -> tuple[list[AnyMark], list[Change]]:
        """What stands still, and the changes of all else."""
        still: list[AnyMark] = []
        moving: list[Change] = []
        busy = 0
        for part in sorted(changes(self.old, self.new), key=_above):
            stays = part.new is not None and part.old == part.new
            cells = _cells(*part.swept()) if busy or not stays else 0
            if part.new is not None and stays and not busy & cells:
                still.append(part.new)
            else:
                moving.append(part)
                busy |= cells
        return still, moving

    @property
    def still(self) -> list[AnyMark]:
        """The marks that are painted once."""
        return self._parts[0]

    @cached_property
    def duration(self) -> float:
        """Milliseconds at 1x; 0 if nothing changes."""
        return max((part.start + part.length for part in self._parts[1] if part.old != part.new), default=0.0)

    def marks(self, time: float) -> list[AnyMark]:
        """The marks to paint over the still ones after `time` milliseconds."""
        return list(frame(self._parts[1], time))


def _above(part: Change) -> int:
    mark = part.new or part.old
    return mark.above if mark else 0


def _cells(left: float, top: float, right: float, bottom: float) -> int:
    """The cells that an area touches, one bit each, row by row: hundreds of marks are compared at every step, and
    two of these numbers are compared at once. What lies outside the grid counts as its edge."""
    first, last = _column(left), _column(right)
    row, below = max(0, int(top // CELL)), max(0, int(bottom // CELL))
    line = ((1 << (last - first + 1)) - 1) << first
    return (line * _rows(below - row + 1)) << (row * COLUMNS)


def _column(x: float) -> int:
    return min(COLUMNS - 1, max(0, int(x // CELL) + 4))


@cache
def _rows(count: int) -> int:
    """The first column of so many rows."""
    return sum(1 << (COLUMNS * row) for row in range(count))
