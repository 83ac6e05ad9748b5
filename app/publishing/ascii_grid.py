"""A grid of characters: lines that join where they meet, and text over them.

A cell remembers in which directions lines leave it; its character follows from that when all is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from app.columns import cells

if TYPE_CHECKING:
    from app.publishing.ascii_items import Style

NORTH: Final = 1
EAST: Final = 2
SOUTH: Final = 4
WEST: Final = 8
UPRIGHT: Final = NORTH | SOUTH
LEVEL: Final = EAST | WEST


@dataclass(slots=True)
class Cell:
    """One character: lines, a sign of its own, or a piece of text, each over the one before."""

    ways: int = 0
    dashed: bool = True
    thick: bool = False
    corner: bool = False
    ends: int = 0
    """How many lines end here."""
    sign: str = ""
    head: str = ""
    text: str | None = None


@dataclass(slots=True)
class Grid:
    """Cells by row and column; there is as much of it as is written on."""

    cells: dict[int, dict[int, Cell]] = field(default_factory=dict)

    def cell(self, row: int, column: int) -> Cell:
        """The cell, made if nothing was there."""
        return self.cells.setdefault(row, {}).setdefault(column, Cell())

    def seen(self, row: int, column: int) -> Cell | None:
        """The cell if there is something in it."""
        return self.cells.get(row, {}).get(column)

    def level(self, row: int, first: int, last: int, style: Style = "solid") -> None:
        """A line from column to column."""
        first, last = sorted((first, last))
        for column in range(first, last + 1):
            ways = (WEST if column > first else 0) | (EAST if column < last else 0)
            self._mark(row, column, ways or LEVEL, style)

    def upright(self, column: int, first: int, last: int, style: Style = "solid") -> None:
        """A line from row to row."""
        first, last = sorted((first, last))
        for row in range(first, last + 1):
            ways = (NORTH if row > first else 0) | (SOUTH if row < last else 0)
            self._mark(row, column, ways or UPRIGHT, style)

    def _mark(self, row: int, column: int, ways: int, style: Style) -> None:
        cell = self.cell(row, column)
        cell.ways |= ways
        cell.dashed = cell.dashed and style == "dashed"
        cell.thick = cell.thick or style == "thick"

    def is_free(self, row: int, column: int, width: int) -> bool:
        """Whether no text is there or next to it."""
        cells = self.cells.get(row, {})
        return not any(at in cells and cells[at].text is not None for at in range(column - 1, column + width + 1))

    def is_open(self, row: int, column: int) -> bool:
        """Whether a text may move to this cell: there is nothing but a level line."""
        cell = self.seen(row, column)
        return cell is None or (cell.text is None and not cell.head and not cell.sign and not cell.ways & UPRIGHT)

    def write(self, row: int, column: int, text: str, brackets: str = "") -> None:
        """Text over whatever is there, in a pair of brackets or none; a level line keeps a small distance."""
        pieces = cells(text)
        for at, piece in enumerate(pieces, column):
            self.cell(row, at).text = piece
        if brackets and column >= 2:
            column -= 2
            self.cell(row, column).head = brackets[0]
            self.cell(row, column + len(pieces) + 3).head = brackets[1]
            pieces = ["", "", *pieces, "", ""]
            for at in (column + 1, column + len(pieces) - 2):
                self.cells[row].pop(at, None)
        for at in (column - 1, column + len(pieces)):
            beside = self.seen(row, at)
            if beside is not None and beside.text is None and not beside.head and _lies(beside):
                beside.ways = 0
                beside.sign = ""

    def lines(self) -> list[str]:
        """The rows as text, without spaces at their ends."""
        last = max(self.cells, default=-1)
        return [self._line(self.cells.get(row, {})) for row in range(last + 1)]

    def _line(self, cells: dict[int, Cell]) -> str:
        last = max(cells, default=-1)
        return "".join(_written(cells.get(column), column) for column in range(last + 1)).rstrip()


def _lies(cell: Cell) -> bool:
    return bool(cell.ways & LEVEL) and not cell.ways & UPRIGHT


def _written(cell: Cell | None, column: int) -> str:
    """The character of a cell."""
    if cell is None:
        return " "
    if cell.text is not None:
        return cell.text
    if cell.head or not cell.ways:
        return cell.head or cell.sign or " "
    return _line_sign(cell, column)


def _line_sign(cell: Cell, column: int) -> str:
    """How lines are written: a crossing is the upright one, a corner or a joint a plus."""
    if _lies(cell):
        joint = cell.ends > 1 and cell.ways == LEVEL
        return "+" if joint else "=" if cell.thick else "-" if not cell.dashed or column % 2 == 0 else " "
    if not cell.ways & LEVEL or (cell.ways == LEVEL | UPRIGHT and not cell.corner):
        return ":" if cell.dashed else "|"
    return "+"
