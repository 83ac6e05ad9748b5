"""Arrows that fall a little on their way are written level, in the row of their text, unless they cross another.

On the stage an arrow falls because its message takes time; in a grid of characters its ends would be rows apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.publishing.ascii_items import SAME_LINE

if TYPE_CHECKING:
    from app.publishing.ascii_items import Items, Line, Point, Word

STEEPEST: Final = 0.5
FURTHEST: Final = 48.0
"""How far an arrow may fall."""

ON_LINE: Final = 8.0
"""How far the middle of a text is from the line that it stands upon at most."""

BEYOND: Final = 18.0
"""How far a cross stands from the end of the line that never arrives."""


def make_level(items: Items) -> None:
    """Makes the lines level that may be, and moves the signs at their ends with them. Dashes that only lead from a part
    to its enlargement are left out."""
    veils = [line for line in items.lines if _falls(line) and line.style == "dashed" and not (line.head or line.tail)]
    falling = [line for line in items.lines if _falls(line) and line not in veils]
    for line in falling:
        if not any(_cross(line.points, other.points) for other in falling if other is not line):
            _lay(line, items.words)
    items.lines = [line for line in items.lines if line not in veils]
    for line in items.lines:
        for word in items.words:
            if word.sign and word.text == "(x)" and _ends_at(line, word):
                word.text, word.width = "x", 1


def _falls(line: Line) -> bool:
    if len(line.points) != 2 or line.level or line.upright:
        return False
    (x1, y1), (x2, y2) = line.points
    return abs(y1 - y2) <= min(FURTHEST, STEEPEST * abs(x1 - x2))


def _cross(first: tuple[Point, ...], second: tuple[Point, ...]) -> bool:
    """Whether one is above at one side and below at the other, where both are."""
    left = max(min(x for x, _ in first), min(x for x, _ in second))
    right = min(max(x for x, _ in first), max(x for x, _ in second))
    if right - left < 8:
        return False
    return (_at(first, left) - _at(second, left)) * (_at(first, right) - _at(second, right)) < 0


def _at(points: tuple[Point, ...], x: float) -> float:
    (x1, y1), (x2, y2) = points
    return y1 + (y2 - y1) * (x - x1) / (x2 - x1)


def _lay(line: Line, words: list[Word]) -> None:
    (x1, y1), (x2, y2) = line.points
    left, right = min(x1, x2), max(x1, x2)
    upon = [word.y for word in words if left <= word.x <= right and _stands_on(word, line)]
    y = upon[0] if upon else (y1 + y2) / 2
    for sign in [word for word in words if word.sign and _ends_at(line, word)]:
        for word in words:
            beside = min(abs(word.left - sign.right), abs(sign.left - word.right))
            if word is not sign and not word.sign and abs(word.y - sign.y) <= SAME_LINE and beside <= BEYOND:
                word.y = y
        sign.y = y
    line.points = (x1, y), (x2, y)


def _stands_on(word: Word, line: Line) -> bool:
    return not word.sign and abs(_at(line.points, (word.left + word.right) / 2) - word.y) <= ON_LINE


def _ends_at(line: Line, word: Word) -> bool:
    ends = (line.points[0], line.points[-1])
    return any(abs(x - word.x) <= BEYOND and abs(y - word.y) <= BEYOND / 2 for x, y in ends)
