"""What marks are painted on: four calls that a screen, a page and an SVG file can all answer.

Everything that reaches a device is final: colours are `#RRGGBB`, lengths are stage units, shapes are paths. A
device decides nothing about a figure, so what is exported is what is shown.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, NamedTuple, Protocol

from app.drawing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.drawing.marks import Anchor, Font, Rect

Point = tuple[float, float]
Step = tuple[str, *tuple[float, ...]]

QUARTER = 0.5522847498307936
"""How long the handles of a Bézier curve are that follows a quarter of a circle of radius 1: 4/3 (√2 - 1)."""


@dataclass(frozen=True, slots=True)
class Path:
    """An outline: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) and ("Z",) one after the other."""

    steps: tuple[Step, ...]

    def __add__(self, other: Path) -> Path:
        return Path(self.steps + other.steps)


def polyline(points: Iterable[Point], closed: bool = False) -> Path:
    """The path through all points."""
    steps: list[Step] = [("L", x, y) for x, y in points]
    if steps:
        steps[0] = ("M", *steps[0][1:])
    return Path((*steps, ("Z",)) if closed else tuple(steps))


def circle(x: float, y: float, radius: float) -> Path:
    """A whole circle, clockwise from its rightmost point."""
    return Path((("M", x + radius, y), *_quarters(x, y, radius, 0, 4), ("Z",)))


def left_half(x: float, y: float, radius: float) -> Path:
    """The left half of a disc."""
    return Path((("M", x, y + radius), *_quarters(x, y, radius, 1, 2), ("Z",)))


def _quarters(x: float, y: float, radius: float, first: int, count: int) -> list[Step]:
    """Quarter arcs, clockwise on screen, from the corner `first` (0 right, 1 bottom, 2 left, 3 top) on."""
    turns: Sequence[Point] = ((1, 0), (0, 1), (-1, 0), (0, -1))
    steps: list[Step] = []
    handle = radius * QUARTER
    for corner in range(first, first + count):
        (ax, ay), (bx, by) = turns[corner % 4], turns[(corner + 1) % 4]
        steps.append(
            (
                "C",
                x + ax * radius + bx * handle,
                y + ay * radius + by * handle,
                x + bx * radius + ax * handle,
                y + by * radius + ay * handle,
                x + bx * radius,
                y + by * radius,
            )
        )
    return steps


def toward(start: Point, end: Point, distance: float) -> Point:
    """The point at `distance` from `start` on the way to `end` (never beyond it)."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    part = min(distance / length, 1) if length else 0
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


@dataclass(frozen=True, slots=True)
class Look:
    """How a shape is filled and outlined; an empty colour is none. `hatch` draws 45° lines over the fill, `pattern`
    one of `app.drawing.patterns` in the colour `ink`; never both."""

    fill: str = ""
    stroke: str = ""
    line: float = 1
    dash: tuple[float, ...] = ()
    round: bool = False
    hatch: str = ""
    pattern: str = ""
    ink: str = ""


class Hatch(NamedTuple):
    """The 45° lines of a hatched box: distance from line to line and width of a line."""

    period: float
    line: float


def hatch_for(rect: Rect) -> Hatch:
    """Cells and swatches are hatched more densely than wide areas."""
    return Hatch(7, 0.9) if min(rect.width / 2, rect.height) >= 24 else Hatch(5, 0.9)


class Run(NamedTuple):
    """A part of a line of text in one font and colour."""

    text: str
    font: Font
    colour: str


class Device(Protocol):
    """Implemented by `QtDevice` (screen, PNG, PDF) and `SvgDevice`."""

    def begin(self, mark_id: str, title: str, opacity: float) -> None:
        """What follows, up to `end`, is one mark that speaks or is translucent; `title` is its sentence or empty.
        Other marks come without."""

    def end(self) -> None:
        """The mark is complete."""

    def rect(self, rect: Rect, radius: float, look: Look) -> None:
        """A rectangle, with rounded corners if `radius` is not 0."""

    def path(self, path: Path, look: Look) -> None:
        """Any outline."""

    def text(self, at: Point, runs: Sequence[Run], anchor: Anchor, *, width: float = 0, struck: bool = False) -> None:
        """One line of text anchored at a point on its baseline; `width` is its measured advance, 0 if unknown."""
