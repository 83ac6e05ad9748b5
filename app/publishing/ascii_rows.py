"""Rows: which line of text each item stands in.

Heights on the stage that belong together are one level. Levels keep their order; two of them may share a row unless
one stands over the other. A gap on the stage is kept in part, so that a figure does not run together.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from app.publishing.ascii_items import SAME_LINE, Frame

if TYPE_CHECKING:
    from app.publishing.ascii_items import Bar, Items, Line, Word

ROW: Final = 26.0
"""Stage units to a row, where nothing asks for more."""

FURTHEST: Final = 1.6
"""Rows that an empty gap is given at most."""

SLOT: Final = 4.0
"""How finely the width of the stage is divided to see what stands over what."""

JOINED: Final = 5.5
"""Edges that are not further apart are written as one."""


@dataclass(slots=True, eq=False)
class Level:
    """Items of one height."""

    y: float
    parts: list[tuple[float, float]] = field(default_factory=list)
    """From where to where each of them reaches; what may be written over is not among them."""
    below: list[tuple[Level, int]] = field(default_factory=list)
    """Levels that are at least so many rows above this one."""
    row: int = 0


@dataclass(slots=True, eq=False)
class _Edge:
    """One end of an item in height, and the level that it was given."""

    y: float
    left: float
    right: float
    solid: bool = True
    level: Level | None = None


def set_rows(items: Items) -> int:
    """Gives each item its rows; how many there are."""
    texts = _text_levels(items)
    edges = _edges(items)
    levels: list[Level] = [*texts, *_edge_levels(edges.every, texts)]
    for frame, top, bottom in edges.frames:
        _apart(top, bottom, 2 if frame.rect.height > 16 else 1)
    for line, ends in edges.lines:
        if line.upright and (line.head or line.tail):
            above, below = sorted((ends[0], ends[-1]), key=lambda edge: edge.y)
            _apart(above, below, 3 if line.head and line.tail else 2)
            _show_heads(line, ends, texts)
        elif len(ends) == 2 and (line.head or line.tail) and not line.upright and not line.level:
            above, below = sorted(ends, key=lambda edge: edge.y)
            _apart(above, below, 3)
    levels.sort(key=lambda level: level.y)
    _settle(levels)
    for frame, top, bottom in edges.frames:
        frame.top, frame.bottom = _row(top), _row(bottom)
    for line, ends in edges.lines:
        line.rows = [_row(end) for end in ends]
    return max((level.row for level in levels), default=-1) + 1


def _row(edge: _Edge) -> int:
    assert edge.level is not None
    return edge.level.row


def _apart(above: _Edge, below: _Edge, rows: int) -> None:
    first, last = above.level, below.level
    assert first is not None
    assert last is not None
    if first is not last and first.y < last.y:
        last.below.append((first, rows))


def _show_heads(line: Line, ends: list[_Edge], texts: list[_Row]) -> None:
    """Keeps a row free of text before each arrow head."""
    tips = [ends[at] for at, has in ((-1, line.head), (0, line.tail)) if has]
    x, (top, bottom) = line.points[0][0], sorted((ends[0].y, ends[-1].y))
    for text in texts:
        if top < text.y < bottom and _meets(text, x - 2, x + 2):
            for tip in tips:
                assert tip.level is not None
                if tip.y > text.y:
                    tip.level.below.append((text, 2))
                else:
                    text.below.append((tip.level, 2))


@dataclass(slots=True)
class _Texts:
    """What stands in one row: words, bars, and frames around one line."""

    y: float
    left: float
    right: float
    item: Word | Bar | Frame


@dataclass(slots=True, eq=False)
class _Row(Level):
    """A level of text; its items learn their row from it."""

    items: list[Word | Bar | Frame] = field(default_factory=list)


def _text_levels(items: Items) -> list[_Row]:
    found = [_Texts(word.y, word.left, word.right, word) for word in items.words]
    for bar in items.bars:
        rect = bar.rect
        found.append(_Texts(rect.y + rect.height / 2, rect.x, rect.right, bar))
    flat = [frame for frame in items.frames if frame.flat]
    found.sort(key=lambda each: each.y)
    levels: list[_Row] = []
    for text in found:
        level = levels[-1] if levels and text.y - levels[-1].y <= SAME_LINE else None
        if level is None:
            level = _Row(text.y)
            levels.append(level)
        level.items.append(text.item)
        level.parts.append((text.left, text.right))
    for frame in flat:
        _join(frame, levels)
    return levels


def _join(frame: Frame, levels: list[_Row]) -> None:
    """A flat frame stands in the row of what it holds, or of what is at its height."""
    rect = frame.rect
    middle = rect.y + rect.height / 2
    held = [level for level in levels if rect.y <= level.y <= rect.bottom and _meets(level, rect.x, rect.right)]
    best = min(held, key=lambda level: abs(level.y - middle), default=None)
    if best is None:
        best = _Row(middle)
        levels.append(best)
    best.items.append(frame)
    best.parts.append((rect.x, rect.right))


def _meets(level: Level, left: float, right: float) -> bool:
    return any(start < right and stop > left for start, stop in level.parts)


@dataclass(slots=True)
class _Edges:
    every: list[_Edge] = field(default_factory=list)
    frames: list[tuple[Frame, _Edge, _Edge]] = field(default_factory=list)
    lines: list[tuple[Line, list[_Edge]]] = field(default_factory=list)


def _edges(items: Items) -> _Edges:
    edges = _Edges()
    for frame in items.frames:
        if not frame.flat:
            rect = frame.rect
            top, bottom = _Edge(rect.y, rect.x, rect.right), _Edge(rect.bottom, rect.x, rect.right)
            edges.frames.append((frame, top, bottom))
            edges.every += [top, bottom]
    for line in items.lines:
        xs = [x for x, _ in line.points]
        if line.level:
            ends = [_Edge(line.points[0][1], min(xs), max(xs))]
            edges.lines.append((line, ends * len(xs)))
        else:
            ends = [_Edge(y, x, x, solid=False) for x, y in line.points]
            _share(ends)
            edges.lines.append((line, ends))
        edges.every += dict.fromkeys(ends)
    edges.every.sort(key=lambda edge: edge.y)
    return edges


def _share(ends: list[_Edge]) -> None:
    """Makes both ends of each level piece of a path one edge."""
    for at, (before, after) in enumerate(pairwise(ends)):
        if abs(before.y - after.y) < 1 and before is not after:
            left, right = min(before.left, after.left), max(before.right, after.right)
            ends[at] = ends[at + 1] = _Edge(before.y, left, right)


def _edge_levels(edges: list[_Edge], texts: list[_Row]) -> list[Level]:
    """Levels of edges; an edge that goes through a text belongs to the level of that text."""
    levels: list[Level] = []
    for edge in edges:
        through = [
            level
            for level in texts
            if abs(level.y - edge.y) <= SAME_LINE and edge.right > edge.left and _meets(level, edge.left, edge.right)
        ]
        if through:
            edge.level = min(through, key=lambda level: abs(level.y - edge.y))
            continue
        if not levels or edge.y - levels[-1].y > JOINED:
            levels.append(Level(edge.y))
        edge.level = levels[-1]
        if edge.solid:
            edge.level.parts.append((edge.left, edge.right))
    return levels


def _settle(levels: list[Level]) -> None:
    """Rows from above to below: each level as high as its order and what stands over it allow."""
    taken: dict[int, int] = {}
    place, height = 0.0, levels[0].y if levels else 0.0
    for level in levels:
        place += min((level.y - height) / ROW, FURTHEST)
        height = level.y
        slots = {slot for left, right in level.parts for slot in range(_slot(left + 2), _slot(right - 2) + 1)}
        least = max((taken[slot] + 1 for slot in slots if slot in taken), default=0)
        least = max([least, *(above.row + rows for above, rows in level.below)])
        place = max(place, least)
        level.row = int(place)
        for slot in slots:
            taken[slot] = level.row
        if isinstance(level, _Row):
            for item in level.items:
                if isinstance(item, Frame):
                    item.top = item.bottom = level.row
                else:
                    item.row = level.row


def _slot(x: float) -> int:
    return int(x // SLOT)
