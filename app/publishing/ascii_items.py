"""What a scene says to a reader of plain text: words, frames, bars and lines, still in units of the stage."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from app.columns import wide
from app.drawing.marks import Rect
from app.publishing.ascii_strips import Strip

if TYPE_CHECKING:
    from app.drawing.marks import Anchor

Style = Literal["solid", "dashed", "thick"]
Point = tuple[float, float]

SAME_LINE: Final = 5.0
"""Centres of text that are not further apart stand in one line."""


@dataclass(slots=True, eq=False)
class Word:
    """A line of text, or a sign. `y` is its middle; `left` and `right` are where it ends on the stage."""

    text: str
    x: float
    y: float
    left: float
    right: float
    anchor: Anchor
    high: float
    sign: bool = False
    width: int = 0
    row: int = -1
    around: tuple[float, float] | None = None
    """Both ends of the frame or line that it is the middle of."""

    def __post_init__(self) -> None:
        self.width = wide(self.text)

    @property
    def before(self) -> int:
        """Columns left of the anchor."""
        return {"start": 0, "middle": self.width // 2, "end": self.width}[self.anchor]

    @property
    def after(self) -> int:
        """Columns from the anchor on."""
        return self.width - self.before


@dataclass(slots=True)
class Frame:
    """A rectangle with an edge. `flat`: written as a pair of brackets in the line of what it holds.

    `seen` is False for the cell of a digit: it keeps the columns apart and is not drawn."""

    rect: Rect
    style: Style
    round: bool = False
    flat: bool = False
    seen: bool = True
    hugs: Word | None = None
    """The word that its brackets stay close to."""
    top: int = -1
    bottom: int = -1


@dataclass(slots=True)
class Bar:
    """A length without words: `sign` fills it."""

    rect: Rect
    sign: str
    row: int = -1


@dataclass(slots=True, eq=False)
class Line:
    """A path, with arrow heads; `rows` are those of its points. A level line has one y, an upright one one x."""

    points: tuple[Point, ...]
    style: Style
    head: bool = False
    tail: bool = False
    rows: list[int] = field(default_factory=list)

    @property
    def level(self) -> bool:
        """Whether it lies in one row."""
        return len({y for _, y in self.points}) == 1

    @property
    def upright(self) -> bool:
        """Whether it stands in one column."""
        return len({x for x, _ in self.points}) == 1


@dataclass(slots=True)
class Items:
    """All that is written of a scene."""

    words: list[Word] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    strips: list[tuple[Word, Strip]] = field(default_factory=list)
    """Rows of boxes that are written as one word."""
