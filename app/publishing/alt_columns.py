"""Columns below headings: what a picture without boxes puts under each other.

A heading with several entries below it that nothing crosses is a column; a lifeline, which arrows cross, is none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from app.drawing.hits import bounds
from app.drawing.marks import Rect, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.drawing.marks import Scene
    from app.publishing.alt_entry import Entry

FEWEST: Final = 4
"""An outlined box or a column with fewer entries is no part of the picture by itself."""

LINE: Final = 40
"""The height that counts for the row of a tall thing."""

LOW: Final = 60
"""A thing that is not as high is named by the bold text in it."""

ALIGNED: Final = 6
"""How far from below its heading the first thing of a column may begin."""

BEFORE: Final = 80
"""How far to the left of its heading the first column may begin: a scale stands there."""


def below_headings(scene: Scene, found: Sequence[Entry], boxes: Sequence[Rect]) -> dict[Entry, Rect]:
    """The column below each heading, if several entries stand there, or any where headings stand side by side: down to
    the next heading, a box, a legend, or what crosses it. A heading beside one that has none for all that stands below
    it heads a lifeline, and has none either."""
    told = [one for one in found if not one.heading]
    headings = [one for one in found if one.heading and not any(_names(one.rect, other.rect) for other in told)]
    legends = [bounds(mark) for mark in scene if mark.id.startswith("legend")]
    walls = _Walls(
        heads=[one.rect for one in headings],
        ends=[*(one.rect for one in headings), *legends, *boxes],
        things=[*(one.rect for one in told), *boxes],
        paths=[bounds(mark) for mark in scene if isinstance(mark, Stroke) and mark.opacity > 0],
        size=(scene.width, scene.height),
    )
    columns: dict[Entry, Rect] = {}
    reached: list[Rect] = []
    without: list[float] = []
    for one in sorted(headings, key=lambda one: (one.rect.y, one.rect.x)):
        beside = [rect.x for rect in walls.heads if rect.y > one.rect.y - LINE]
        beside += [column.x + 1 for column in reached if column.bottom > one.rect.y]
        column, crossed = _column(one.rect, beside, walls)
        reached.append(replace(column, x=one.rect.x - 1))
        in_row = sum(abs(rect.y - one.rect.y) < LINE for rect in walls.heads) > 1
        least = 1 if in_row and not crossed else FEWEST - 1
        below = len(inside(column, told))
        if below >= least and any(abs(rect.x - one.rect.x) < ALIGNED for rect in _seen(column, scene)):
            columns[one] = column
        elif below or crossed:
            without.append(one.rect.y)
    kept = {one: column for one, column in columns.items() if all(abs(one.rect.y - y) >= LINE for y in without)}
    return {one: _above(column, kept.values()) for one, column in kept.items()}


@dataclass(frozen=True, slots=True)
class _Walls:
    """What columns end at: headings, boxes and legends, things and paths that cross them, and the picture itself."""

    heads: Sequence[Rect]
    ends: Sequence[Rect]
    things: Sequence[Rect]
    paths: Sequence[Rect]
    size: tuple[float, float]


def _column(head: Rect, beside: Sequence[float], walls: _Walls) -> tuple[Rect, bool]:
    """The column of a heading up to one of those `beside` it, of those that reach furthest down the narrowest; and
    whether it ends where a path crosses it. The first of all may begin before its heading."""
    left = head.x - (1 if any(rect.x < head.x - LINE for rect in walls.heads) else BEFORE)
    width, height = walls.size
    in_row = [rect.x for rect in walls.heads if rect.x > head.x and abs(rect.y - head.y) < LINE]
    rights = {min(in_row) - 1} if in_row else {x - 1 for x in beside if x > head.x + LINE} | {width}
    columns: list[tuple[Rect, bool]] = []
    for right in sorted(rights):
        below = [rect.y for rect in walls.ends if rect.y >= head.bottom and rect.x < right and rect.right > left]
        below += [rect.y for rect in walls.things if rect.bottom > head.y and _crosses(rect, left, right)]
        end = min(below, default=height)
        bottom = min([end, *(rect.y for rect in walls.paths if rect.bottom > head.y and _crosses(rect, left, right))])
        columns.append((Rect(left, head.y, right - left, max(bottom - head.y, 0)), bottom < end))
    return max(columns, key=lambda one: one[0].height)


def _above(column: Rect, others: Iterable[Rect]) -> Rect:
    """The column down to the next one that is wider."""
    bottom = min([column.bottom, *(other.y for other in others if other.y > column.y and overlaps(column, other))])
    return replace(column, height=bottom - column.y)


def _names(head: Rect, rect: Rect) -> bool:
    """Whether a bold text stands in a low thing: it names that, and nothing below it."""
    return holds(rect, head) and rect.height < LOW


def _seen(column: Rect, scene: Scene) -> list[Rect]:
    """What stands in a column below its heading."""
    rects = [bounds(mark) for mark in scene if mark.opacity > 0 and not isinstance(mark, Stroke)]
    return [rect for rect in rects if rect.y > column.y + 1 and holds(column, rect)]


def _crosses(rect: Rect, left: float, right: float) -> bool:
    """Whether a thing is partly between the sides of a column and partly beside it."""
    return any(rect.x < side - 1 and rect.right > side + 1 for side in (left, right))


def is_first(one: Entry, boxes: Iterable[Rect], found: Sequence[Entry]) -> bool:
    """Whether an entry is no heading, or the upmost of its box; one that is nearly alone in a box only names that."""
    if not one.heading:
        return True
    held = [inside(box, found) for box in boxes if holds(box, one.rect)]
    tops = [min(each.rect.y for each in those if each.heading) for those in held if len(those) >= FEWEST]
    return len(tops) == len(held) and all(top == one.rect.y for top in tops)


def inside(box: Rect, found: Sequence[Entry]) -> list[Entry]:
    """The entries that lie in a box."""
    return [one for one in found if holds(box, one.rect)]


def holds(box: Rect, rect: Rect) -> bool:
    """Whether the rectangle lies in the box; a text may stand across its edge."""
    return box.contains(rect.x + rect.width / 2, rect.y + rect.height / 2) and area(rect) <= area(box)


def overlaps(one: Rect, other: Rect) -> bool:
    """Whether two rectangles have anything in common."""
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def area(rect: Rect) -> float:
    """The area of a rectangle."""
    return rect.width * rect.height
