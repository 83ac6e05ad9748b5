"""What stands beside what in a row of characters, and how many columns that asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from app.publishing.ascii_items import Items, Line, Word

POINTS: Final = 5
"""A path of more points is a curve: only its ends have places."""

ROOM_OF_ARROW: Final = 3
"""Columns of an arrow that are seen at each end of a text upon it."""


@dataclass(slots=True, eq=False)
class Place:
    """An x of the stage and its column."""

    x: float
    index: int = 0
    low: int = 0
    high: int = 0
    column: int = 0
    before: int = 0
    after: int = 0
    """Columns that the widest text at this place needs at each side."""
    from_left: dict[Place, int] = field(default_factory=dict)
    """Places further left and how many columns they must be away."""
    causes: dict[Place, list[Word]] = field(default_factory=dict)
    """The words that ask for so many."""


@dataclass(slots=True)
class _Standing:
    """Something in a row: where it is on the stage, its place, and the columns that it covers and keeps free."""

    left: float
    right: float
    place: Place
    before: int = 0
    after: int = 1
    word: Word | None = None
    inset: float = 0
    """How far something else may reach into it on the stage without crossing it."""
    free_left: int = 1
    free_right: int = 1
    flat: bool = False
    """A side of a frame that is a bracket."""


class Places(Protocol):
    """Where edges and words have their places."""

    def at(self, x: float) -> Place:
        """The place of an edge."""

    def of_word(self, word: Word) -> Place:
        """The place of a word's anchor."""


def ends(line: Line) -> tuple[tuple[float, float], ...]:
    """The points of a path that have places of their own: a curve has two."""
    return line.points if len(line.points) <= POINTS else (line.points[0], line.points[-1])


def rows_of(items: Items, places: Places) -> dict[int, list[_Standing]]:
    """What stands in each row."""
    rows: dict[int, list[_Standing]] = {}
    for word in items.words:
        inset = min(4.0, 0.4 * (word.right - word.left))
        standing = _Standing(word.left, word.right, places.of_word(word), word.before, word.after, word, inset)
        rows.setdefault(word.row, []).append(standing)
    for frame in items.frames:
        free = 1 if frame.seen else 0
        for x in (frame.rect.x, frame.rect.right):
            for row in range(frame.top, frame.bottom + 1):
                flat = frame.flat and frame.seen
                standing = _Standing(x, x, places.at(x), free_left=free, free_right=free, flat=flat)
                rows.setdefault(row, []).append(standing)
    for bar in items.bars:
        for x in (bar.rect.x, bar.rect.right):
            rows.setdefault(bar.row, []).append(_Standing(x, x, places.at(x), free_left=0, free_right=0))
    for line in items.lines:
        _stand_line(line, rows, places)
    return rows


def _stand_line(line: Line, rows: dict[int, list[_Standing]], places: Places) -> None:
    """A path stands in the rows of its points, and in all rows beside its upright pieces."""
    xs = [x for x, _ in line.points]
    spots: dict[tuple[float, int], None] = {}
    for (x, y), row in zip(line.points, line.rows, strict=True):
        if (x, y) in ends(line):
            spots[x, row] = None
    for (x1, row1), (x2, row2) in pairwise(zip(xs, line.rows, strict=True)):
        if x1 == x2 and len(xs) <= POINTS:
            spots.update(dict.fromkeys((x1, row) for row in range(min(row1, row2), max(row1, row2) + 1)))
    for x, row in spots:
        left = ROOM_OF_ARROW if line.level and x == max(xs) else 1
        right = ROOM_OF_ARROW if line.level and x == min(xs) else 1
        rows.setdefault(row, []).append(_Standing(x, x, places.at(x), free_left=left, free_right=right))


def _gap(left: _Standing, right: _Standing) -> int:
    """Columns that stay free between two neighbours."""
    far = right.left - left.right
    if left.word is not None and right.word is not None:
        return 2 if far >= 12 else 1
    if far < 3 or left.word is right.word:
        return int(left.flat and right.flat and far >= 8)
    return right.free_left if left.word is not None else left.free_right


def keep_apart(row: list[_Standing], *, tight: bool) -> None:
    """Says how far apart neighbours of one row must be. What one stands upon (a line under a text) does not count."""
    row.sort(key=lambda each: (each.left + each.inset, each.right - each.inset))
    word: _Standing | None = None
    edge: _Standing | None = None
    for each in row:
        if word is not None and word.right - word.inset <= each.left + each.inset + 1:
            gap = int(each.word is not None) if tight else _gap(word, each)
            apart(word.place, each.place, word.after + gap + each.before, word.word, each.word)
        if edge is not None and edge.place is not each.place:
            gap = 0 if tight else _gap(edge, each)
            apart(edge.place, each.place, edge.after + gap + each.before, each.word)
        if each.word is None:
            edge = each
        elif word is None or each.right > word.right:
            word = each


def apart(left: Place, right: Place, least: int, *causes: Word | None) -> None:
    if left.index < right.index and least > right.from_left.get(left, 0):
        right.from_left[left] = least
        right.causes[left] = [word for word in causes if word is not None]
