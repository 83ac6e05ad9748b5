"""What nearly meets on the stage meets in text: arrows touch the lines that they end at, twin lines are one.

Also finds what each word is the middle of, so that it is in the middle of that in text too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.publishing.ascii_items import Frame, Items, Line, Word

TWINS: Final = 8.0
"""Upright lines that are not further apart are one."""

NEAR: Final = 9.0
"""How far an arrow may end from the line or frame that it goes to."""

CENTRED: Final = 3.0

NEXT_TO_LINE: Final = 12.0
"""How far the middle of a text is from the line that it names."""

LOOSE: Final = 44.0
"""A frame that is wider than its word by more says how long something is."""


SHORT: Final = 20.0
"""Level lines that are not longer and follow each other are one."""


def snap(items: Items) -> None:
    """Moves the ends of lines to what they nearly touch, drops the dots upon lines, and centres words."""
    items.lines = _chained(items.lines)
    uprights = [line for line in items.lines if line.upright]
    _unite(uprights)
    sides = [(line.points[0][0], *_reach(line)) for line in uprights]
    for frame in items.frames:
        if frame.seen:
            sides += [(x, frame.rect.y, frame.rect.bottom) for x in (frame.rect.x, frame.rect.right)]
    for line in items.lines:
        if not line.upright:
            line.points = tuple((_snapped(x, y, sides), y) for x, y in line.points)
    items.lines = [line for line in items.lines if len(set(line.points)) > 1]
    items.words = [word for word in items.words if word.text != "o" or not _is_upon(word, sides)]
    _find_middles(items)


def _chained(lines: list[Line]) -> list[Line]:
    """The lines, with a row of many short ones made one."""
    short = [line for line in lines if line.level and not (line.head or line.tail) and _length(line) <= SHORT]
    short.sort(key=lambda line: (line.points[0][1], min(line.points)))
    kept = [line for line in lines if line not in short]
    for line in short:
        last = kept[-1] if kept else None
        if last is not None and last in short and _follows(last, line):
            left, y = min(last.points)
            last.points = (left, y), max(line.points)
        else:
            kept.append(line)
    return kept


def _length(line: Line) -> float:
    return max(line.points)[0] - min(line.points)[0]


def _follows(first: Line, second: Line) -> bool:
    (end, y), (start, other) = max(first.points), min(second.points)
    return first.style == second.style and abs(y - other) < 1 and -1 <= start - end <= 3


def _reach(line: Line) -> tuple[float, float]:
    ys = [y for _, y in line.points]
    return min(ys), max(ys)


def _unite(uprights: list[Line]) -> None:
    """Gives an upright line the x of a longer one beside it."""
    done: list[tuple[float, float, float]] = []
    for line in sorted(uprights, key=lambda line: -(_reach(line)[1] - _reach(line)[0])):
        top, bottom = _reach(line)
        x = line.points[0][0]
        twin = next((y for y, high, low in done if abs(y - x) <= TWINS and high <= bottom and low >= top), None)
        if twin is not None:
            line.points = tuple((twin, y) for _, y in line.points)
        done.append((line.points[0][0], top, bottom))


def _snapped(x: float, y: float, sides: list[tuple[float, float, float]]) -> float:
    near = [side for side, top, bottom in sides if abs(side - x) <= NEAR and top - 1 <= y <= bottom + 1]
    return min(near, key=lambda side: abs(side - x), default=x)


def _is_upon(word: Word, sides: list[tuple[float, float, float]]) -> bool:
    return any(abs(x - word.x) <= 4 and top - 8 <= word.y <= bottom + 8 for x, top, bottom in sides)


def _find_middles(items: Items) -> None:
    spans = [(*_reach(line), *_width(line)) for line in items.lines if not line.upright]
    spans = [(top - NEXT_TO_LINE, bottom + NEXT_TO_LINE, left, right) for top, bottom, left, right in spans]
    spans += [(frame.rect.y, frame.rect.bottom, frame.rect.x, frame.rect.right) for frame in items.frames]
    flat: dict[tuple[float, float], list[Frame]] = {}
    for frame in items.frames:
        if frame.flat and frame.seen:
            flat.setdefault((frame.rect.x, frame.rect.right), []).append(frame)
    for word in items.words:
        if word.anchor != "middle":
            continue
        fitting = [
            (left, right)
            for top, bottom, left, right in spans
            if top <= word.y <= bottom
            and left <= word.left + 1
            and right >= word.right - 1
            and abs((left + right) / 2 - word.x) <= CENTRED
        ]
        if fitting:
            word.around = min(fitting, key=lambda span: span[1] - span[0])
            _hug(word, flat.get(word.around, []))


def _width(line: Line) -> tuple[float, float]:
    xs = [x for x, _ in line.points]
    return min(xs), max(xs)


def _hug(word: Word, frames: list[Frame]) -> None:
    """The frame that is little more than its one word stays close to it."""
    for frame in frames:
        close = frame.rect.width - (word.right - word.left) < LOOSE
        if close and frame.rect.y <= word.y <= frame.rect.bottom:
            frame.hugs = word
