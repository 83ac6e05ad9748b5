"""The measures of a figure for paper: how wide a bit is, how high a row, and the ruler above all rows.

With 32 bits to a row the figure is as wide as a page of text, with 16 half as wide, with 8 it stands in one column. The
letters are equally large in all three, so a narrow figure is the legible one where room is scarce. What does not stand
in the boxes takes no room: names alone, or values alone, make low rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font
from app.drawing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.figures.pen import Pen

BIT: Final = {8: 44, 16: 37, 32: 37}
"""Bits in a row -> the width of one."""

CELLS: Final = {8: 4, 16: 8, 32: 16}
"""Bits in a row -> bytes in a line of the strip, which is exactly as wide."""

GAP: Final = 8
"""Between two rows."""

CUT: Final = 44
"""The height of a break."""

RULE: Final = 1.25
"""The width of the lines around boxes."""

MARGIN: Final = 32
ASIDE: Final = 14
"""Between the words at the left and the boxes."""


@dataclass(frozen=True, slots=True)
class Levels:
    """The height of a row, and from its top the baselines of what stands in it; 0 is absent."""

    height: float
    name: float
    bits: float
    value: float
    offset: float
    unit: float
    """Under the first byte offset: the word `byte`."""


FRAME_LEVELS: Final = {
    "both": Levels(86, name=28, bits=53, value=75, offset=52, unit=72),
    "names": Levels(46, name=31, bits=0, value=0, offset=25, unit=42),
    "values": Levels(63, name=0, bits=29, value=51, offset=30, unit=50),
}
LAYOUT_LEVELS: Final = {
    "both": Levels(62, name=28, bits=0, value=50, offset=0, unit=0),
    "names": Levels(46, name=31, bits=0, value=0, offset=0, unit=0),
    "values": Levels(46, name=0, bits=0, value=31, offset=0, unit=0),
}


@dataclass(frozen=True, slots=True)
class Grid:
    """Where bits stand: so many to a row, from `left` on."""

    bits: int
    show: str
    left: float = 0

    @property
    def bit(self) -> int:
        """The width of a bit."""
        return BIT[self.bits]

    @property
    def width(self) -> int:
        """The width of a row."""
        return self.bit * self.bits

    @property
    def row_bytes(self) -> int:
        """How many bytes stand in a row."""
        return self.bits // 8

    def x(self, bit: int) -> float:
        """The left edge of a bit, counted from the first of its row."""
        return self.left + bit * self.bit


def grid_of(options: Mapping[str, str | int]) -> Grid:
    """The grid that the options ask for: `bits` 8, 16 or 32, `show` names, values or both."""
    return Grid(int(options.get("bits", 32)), str(options.get("show", "both")))


def draw_ruler(pen: Pen, grid: Grid, top: float) -> float:
    """The numbers of section 5.2 over ticks, longer ones between bytes; where the rows begin."""
    baseline = top + (32 if grid.bits > 10 else 14)
    word = pen.words.translate("figures", "bit")
    pen.together((word, baseline, grid.bits, grid.left), _ruler, word, baseline, grid)
    return baseline + 19


def _ruler(pen: Pen, word: str, baseline: float, grid: Grid) -> None:
    pen.text("bit", grid.left - ASIDE, baseline, word, 13, color="text2", anchor="end")
    tens, units = Font(13, mono=True), Font(14, mono=True)
    for bit in range(grid.bits + 1):
        x, long = grid.x(bit), bit % 8 == 0
        ends = ((x, baseline + 7), (x, baseline + (15 if long else 11)))
        pen.line(f"tick.{bit}", ends, "text", 1.2 if long else 0.8)
        if bit == grid.bits:
            break
        middle = x + grid.bit / 2
        if grid.bits > 10 and bit % 10 == 0:
            pen.text(f"tens.{bit}", middle, baseline - 17, str(bit // 10), tens, color="text2")
        pen.text(f"units.{bit}", middle, baseline, str(bit % 10), units)
