"""One motion from scene to scene on the screen: what stands still is painted once, what changes at every frame.

A mark may be part of the still picture if it does not change and lies over nothing that does. The still marks are
painted first into one image; the others follow in their usual order, so the picture is the same as if all were painted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.hits import painted_bounds
from app.drawing.tween import Change, changes, frame

if TYPE_CHECKING:
    from app.drawing.marks import AnyMark, Scene


class Motion:
    """The still marks of a motion, and the moving ones at any time."""

    def __init__(self, old: Scene, new: Scene) -> None:
        self.old, self.new = old, new
        self.still: list[AnyMark] = []
        self._moving: list[Change] = []
        parts = sorted(changes(old, new), key=_above)
        busy: list[Sides] = []
        for part in parts:
            left, top, right, bottom = area = _swept(part)
            free = all(r < left or right < x or b < top or bottom < y for x, y, r, b in busy)
            if free and part.new is not None and part.old == part.new:
                self.still.append(part.new)
            else:
                self._moving.append(part)
                busy.append(area)
        self.duration = max((p.start + p.length for p in self._moving if p.old != p.new), default=0.0)

    def marks(self, time: float) -> list[AnyMark]:
        """The marks to paint over the still ones after `time` milliseconds."""
        return list(frame(self._moving, time))


def _above(part: Change) -> int:
    mark = part.new or part.old
    return mark.above if mark else 0


Sides = tuple[float, float, float, float]
"""left, top, right, bottom: a plain tuple, because hundreds of marks are compared with each other at every step."""


def _swept(part: Change) -> Sides:
    """All that a change may paint on; straight paths stay within the two ends."""
    ends = [painted_bounds(mark) for mark in (part.old, part.new) if mark is not None]
    area = ends[0].united(ends[-1])
    return area.x, area.y, area.right, area.bottom
