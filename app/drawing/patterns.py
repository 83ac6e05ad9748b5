"""Patterns: what fills an area where there is neither colour nor grey. Plain data, no Qt.

A pattern is a tile that is laid side by side from the corner of the stage on, turned by an angle around it; its path
is stroked. Both devices draw the lines themselves, never a picture of them: they are as sharp on paper as on the
screen.

Each has a `.small` form for bars, swatches and glyphs, in which the whole tile would not be seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from app.drawing.device import Path, Step, polyline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.drawing.device import Point
    from app.drawing.marks import Rect

SMALL: Final = 0.62
"""The size of the small form, as a part of the usual one."""

NARROW: Final = 14
"""Shapes that are less high or wide than this get the small form."""

LEAST: Final = 3.5
"""Shapes that are less high or wide than this are lines, and stay solid."""

SPOT: Final = 16
"""Round shapes that are smaller than this are spots on a line, and stay solid."""

GLYPH: Final = 24
"""Glyphs that are smaller than this are known by their outline, which lines would fray."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A tile in stage units, the path in it, how wide that is stroked, and by how many degrees all is turned."""

    width: float
    height: float
    path: Path
    line: float
    angle: float = 0

    def scaled(self, factor: float) -> Pattern:
        """The same pattern on smaller tiles, with lines that are hardly finer."""
        steps: list[Step] = [(letter, *(n * factor for n in numbers)) for letter, *numbers in self.path.steps]
        line = self.line * factor**0.4
        return Pattern(self.width * factor, self.height * factor, Path(tuple(steps)), line, self.angle)

    def parted(self) -> tuple[tuple[float, ...], tuple[float, ...], Path]:
        """What a device need not repeat for each tile: x of the lines that run down through all tiles, y of those that
        run across; and what is left of the path."""
        down: list[float] = []
        across: list[float] = []
        rest: list[Step] = []
        for row in _rows(self.path):
            match row:
                case (("M", x, 0), ("L", same, end)) if x == same and end == self.height:
                    down.append(x)
                case (("M", 0, y), ("L", end, same)) if y == same and end == self.width:
                    across.append(y)
                case _:
                    rest += row
        return tuple(down), tuple(across), Path(tuple(rest))


def _rows(path: Path) -> Iterable[tuple[Step, ...]]:
    """The parts of a path that begin with a move."""
    starts = [place for place, step in enumerate(path.steps) if step[0] == "M"]
    return (path.steps[start:stop] for start, stop in zip(starts, [*starts[1:], None], strict=True))


def _lines(*rows: Iterable[Point]) -> Path:
    return Path(tuple(step for row in rows for step in polyline(row).steps))


def _dots(size: float, *places: Point) -> Path:
    """Lines as long as they are wide: of that size nobody sees that they have corners, and they are drawn faster."""
    return _lines(*(((x - size / 2, y), (x + size / 2, y)) for x, y in places))


def _ring(x: float, y: float, radius: float) -> Path:
    """As round as anyone can see at that size."""
    turns = (pi * corner / 5 for corner in range(10))
    return polyline([(x + radius * cos(turn), y + radius * sin(turn)) for turn in turns], closed=True)


_USUAL: Final = {
    "vertical": Pattern(6, 6, _lines([(3, 0), (3, 6)]), 0.8),
    "diamonds": Pattern(9, 9, polyline([(4.5, 1.7), (7.3, 4.5), (4.5, 7.3), (1.7, 4.5)], closed=True), 0.8),
    "falling": Pattern(6, 6, _lines([(2.5, 0), (2.5, 6)]), 0.8, -45),
    "grid": Pattern(8, 8, _lines([(4, 0), (4, 8)], [(0, 4), (8, 4)]), 0.7),
    "horizontal": Pattern(6, 6, _lines([(0, 3), (6, 3)]), 0.8),
    "rising": Pattern(5, 5, _lines([(2.5, 0), (2.5, 5)]), 0.9, 45),
    "lattice": Pattern(7, 7, _lines([(3.5, 0), (3.5, 7)], [(0, 3.5), (7, 3.5)]), 0.7, 45),
    "dots": Pattern(8, 8, _dots(1.3, (2, 2), (6, 6)), 1.3),
    "rings": Pattern(9, 9, _ring(4.5, 4.5, 2.4), 0.8),
    "bricks": Pattern(14, 10, _lines([(0, 2.5), (14, 2.5)], [(0, 7.5), (14, 7.5)], [(3.5, 2.5), (3.5, 7.5)],
                                     [(10.5, 0), (10.5, 2.5)], [(10.5, 7.5), (10.5, 10)]), 0.8),
    "dense": Pattern(4, 4, _dots(1, (1, 1), (3, 3)), 1),
    "crosses": Pattern(8, 8, _lines([(2.2, 2.2), (5.8, 5.8)], [(5.8, 2.2), (2.2, 5.8)]), 0.9),
    "zigzag": Pattern(10, 6, _lines([(0, 3), (2.5, 5), (7.5, 1), (10, 3)]), 0.8),
    "pale": Pattern(3.4, 3.4, _lines([(1.7, 0), (1.7, 3.4)], [(0, 1.7), (3.4, 1.7)]), 2.2),
    "faint": Pattern(5, 5, _dots(0.8, (1.25, 1.25), (3.75, 3.75)), 0.8),
    "half": Pattern(3.4, 3.4, _lines([(1.7, 0), (1.7, 3.4)], [(0, 1.7), (3.4, 1.7)]), 1.1),
}  # fmt: skip

PATTERNS: Final = {**_USUAL, **{f"{name}.small": one.scaled(SMALL) for name, one in _USUAL.items()}}


def sized(name: str, rect: Rect, radius: float = 0) -> str:
    """The form of the pattern for a shape of that size: usual, small, or none."""
    least, most = sorted((rect.width, rect.height))
    if not name or least < LEAST or (most < SPOT and 2 * radius >= least) or (name == "faint" and least < NARROW):
        return ""
    return f"{name}.small" if least < NARROW else name
