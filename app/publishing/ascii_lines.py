"""Paths in a grid of characters: level, upright, with right angles, and falling."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from app.publishing.ascii_grid import UPRIGHT

if TYPE_CHECKING:
    from app.publishing.ascii_grid import Grid
    from app.publishing.ascii_items import Style

Spot = tuple[int, int]
"""A column and a row."""


def draw_path(grid: Grid, spots: list[Spot], style: Style, *, head: bool, tail: bool) -> None:
    """A path through the spots; its arrow heads stop before what they point at."""
    for before, after in pairwise(spots):
        _piece(grid, before, after, style)
    for before, spot, after in zip(spots, spots[1:], spots[2:], strict=False):
        if (before[0] == spot[0]) != (spot[0] == after[0]):
            grid.cell(spot[1], spot[0]).corner = True
    for column, row in {spots[0], spots[-1]}:
        grid.cell(row, column).ends += 1
    if head:
        _head(grid, spots[-1], _other(spots[::-1]))
    if tail:
        _head(grid, spots[0], _other(spots))


def _other(spots: list[Spot]) -> Spot:
    """The first spot that is not the one that the path begins with."""
    return next((spot for spot in spots if spot != spots[0]), spots[0])


def _piece(grid: Grid, before: Spot, after: Spot, style: Style) -> None:
    if before[0] == after[0]:
        grid.upright(before[0], before[1], after[1], style)
    elif before[1] == after[1]:
        grid.level(before[1], before[0], after[0], style)
    else:
        _falling(grid, before, after, dashed=style == "dashed")


def _falling(grid: Grid, before: Spot, after: Spot, *, dashed: bool) -> None:
    """A line that is neither: runs of dashes that are joined by a dot above and an apostrophe below, or slashes."""
    left, right = sorted((before, after))
    wide, high = right[0] - left[0], right[1] - left[1]
    rows = abs(high)
    down = high > 0
    if rows >= wide:
        for at in range(rows + 1):
            column = left[0] + round(wide * at / rows)
            _sign(grid, column, left[1] + (at if down else -at), "\\" if down else "/")
        return
    for at in range(rows + 1):
        first = left[0] + round(wide * at / (rows + 1))
        last = left[0] + round(wide * (at + 1) / (rows + 1))
        row = left[1] + (at if down else -at)
        for column in range(first, last + 1):
            sign = "-" if not dashed or column % 2 == 0 else " "
            if column == first and at:
                sign = "'" if down else "."
            elif column == last and at < rows:
                sign = "." if down else "'"
            _sign(grid, column, row, sign)


def _sign(grid: Grid, column: int, row: int, sign: str) -> None:
    cell = grid.cell(row, column)
    if not cell.ways:
        cell.sign = sign


def _head(grid: Grid, tip: Spot, before: Spot) -> None:
    """The head at the end of a path; one cell earlier where another line is."""
    (column, row), (from_column, from_row) = tip, before
    if abs(column - from_column) >= abs(row - from_row):
        step = 1 if column > from_column else -1
        if grid.cell(row, column).ways & UPRIGHT:
            column -= step
        grid.cell(row, column).head = ">" if step > 0 else "<"
        return
    step = 1 if row > from_row else -1
    cell = grid.cell(row, column)
    if cell.ways & ~UPRIGHT:
        row -= step
    grid.cell(row, column).head = "v" if step > 0 else "^"
