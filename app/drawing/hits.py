"""Where marks are: their bounds, which one lies under the pointer, which light up together, in which order they read.

Pure geometry over marks, so that hit testing, keyboard focus and accessibility agree and can be tested without Qt.
"""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from app.drawing.marks import AnyMark, Box, Glyph, Label, Rect, Scene, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterable

ASCENT, DESCENT = 0.92, 0.28
"""How far a line of text reaches above and below its baseline, in sizes of its font."""

REACH = 5
"""How far from a thin line or a small mark a pointer may be and still mean it, in stage units."""


def bounds(mark: AnyMark) -> Rect:
    """The rectangle that a mark covers; of an unmeasured label a guess."""
    match mark:
        case Box():
            return mark.rect
        case Label():
            width = mark.width or 0.55 * mark.font.size * len(mark.text)
            left = mark.x - {"start": 0.0, "middle": width / 2, "end": width}[mark.anchor]
            return Rect(left, mark.y - ASCENT * mark.font.size, width, (ASCENT + DESCENT) * mark.font.size)
        case Glyph():
            return Rect(mark.x - mark.size / 2, mark.y - mark.size / 2, mark.size, mark.size)
        case Stroke():
            xs, ys = [x for x, _ in mark.points], [y for _, y in mark.points]
            if not xs:
                return Rect(0, 0, 0, 0)
            return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def painted_bounds(mark: AnyMark) -> Rect:
    """The rectangle outside which a mark leaves no ink: bounds with outline, arrow heads and overhanging letters."""
    extra: float = 2
    if isinstance(mark, Stroke):
        extra += max(mark.line, mark.head, mark.tail)
    elif isinstance(mark, Box):
        extra += mark.line
    elif isinstance(mark, Label):
        extra += 0.3 * mark.font.size
    return grown(bounds(mark), extra)


def painted_span(mark: AnyMark) -> tuple[float, float]:
    """The upper and the lower edge of `painted_bounds`, found faster."""
    if isinstance(mark, Label):
        size = mark.font.size
        return mark.y - (ASCENT + 0.3) * size - 2, mark.y + (DESCENT + 0.3) * size + 2
    if isinstance(mark, Box):
        return mark.rect.y - mark.line - 2, mark.rect.y + mark.rect.height + mark.line + 2
    if isinstance(mark, Stroke) and len(mark.points) == 2:
        (_, one), (_, other) = mark.points
        extra = 2 + max(mark.line, mark.head, mark.tail)
        return min(one, other) - extra, max(one, other) + extra
    area = painted_bounds(mark)
    return area.y, area.bottom


def grown(rect: Rect, by: float) -> Rect:
    """The rectangle with `by` more on every side."""
    return Rect(rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by)


def touching(one: Rect, other: Rect) -> bool:
    """Whether two rectangles share a point."""
    return one.x <= other.right and other.x <= one.right and one.y <= other.bottom and other.y <= one.bottom


def hit(scene: Scene, x: float, y: float) -> AnyMark | None:
    """The topmost spoken mark under the point, else the nearest spoken line or small mark within reach."""
    spoken = [mark for mark in scene if mark.spoken and mark.opacity > 0]
    for mark in reversed(spoken):
        if not isinstance(mark, Stroke) and bounds(mark).contains(x, y):
            return mark
    near = [(distance(mark, x, y), -order, mark) for order, mark in enumerate(spoken)]
    within = [entry for entry in near if entry[0] <= REACH]
    return min(within, key=lambda entry: entry[:2])[2] if within else None


def distance(mark: AnyMark, x: float, y: float) -> float:
    """From the point to the mark: to the line of a stroke, to the bounds of anything else."""
    if isinstance(mark, Stroke):
        points = mark.points + mark.points[:1] if mark.closed else mark.points
        gap = min((_to_segment(x, y, a, b) for a, b in pairwise(points)), default=float("inf"))
        return max(0.0, gap - mark.line / 2)
    area = bounds(mark)
    return hypot(max(area.x - x, 0, x - area.right), max(area.y - y, 0, y - area.bottom))


def _to_segment(x: float, y: float, start: tuple[float, float], end: tuple[float, float]) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    square = dx * dx + dy * dy
    part = ((x - start[0]) * dx + (y - start[1]) * dy) / square if square else 0
    part = min(1.0, max(0.0, part))
    return hypot(start[0] + part * dx - x, start[1] + part * dy - y)


def linked(scene: Scene, links: Iterable[str]) -> tuple[AnyMark, ...]:
    """The spoken marks that light up when a mark with these links is hovered or pinned.

    The first link of a mark says what it is, the others what it belongs to. Two marks are linked when what one of
    them is, is among the links of the other: a bit lights its byte and the rules that read it, and a byte lights
    its bits, but a bit does not light the other bits of its byte."""
    wanted = tuple(links)
    if not wanted:
        return ()
    first, belongs = wanted[0], set(wanted)
    spoken = [mark for mark in scene if mark.links and mark.spoken]
    return tuple(mark for mark in spoken if mark.links[0] in belongs or first in mark.links)


def reading_order(scene: Scene) -> tuple[AnyMark, ...]:
    """The spoken marks by rows from top to bottom, each row from left to right. Marks whose middles are less than
    half of the lower one's height apart stand in one row."""
    marks = sorted((mark for mark in scene if mark.spoken and mark.opacity > 0), key=_middle)
    rows: list[list[AnyMark]] = []
    for mark in marks:
        height = min(bounds(mark).height, 40)
        if rows and _middle(mark) - _middle(rows[-1][0]) <= max(4, height / 2):
            rows[-1].append(mark)
        else:
            rows.append([mark])
    return tuple(mark for row in rows for mark in sorted(row, key=lambda m: (bounds(m).x, _middle(m))))


def _middle(mark: AnyMark) -> float:
    area = bounds(mark)
    return area.y + area.height / 2
