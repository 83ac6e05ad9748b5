"""Which rungs of a ladder are shown, and at which height: a window around the one in the centre of attention.

What does not fit is folded into one row above the window and one below it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.figures.sequence_rungs import Rung, RungKind

if TYPE_CHECKING:
    from collections.abc import Sequence

LEFT: Final = 222.0
"""x and width of the card of the current rung."""
WIDE: Final = 444.0
MIDDLE: Final = 444.0

ROW: Final = 34.0
ROOMY: Final = 72.0
"""The least height of a row of one line, and its height where there is room for all."""
FOLD: Final = 26.0
FAULT: Final = 18.0


@dataclass(frozen=True, slots=True)
class Row:
    """A rung at its height. `now` tells the one in the centre of attention, which has a card and shows its bytes."""

    rung: Rung
    top: float
    height: float
    now: bool
    spare: float = 0
    """How much of the height is only air, half of it above and half below."""

    @property
    def card(self) -> bool:
        """Whether it stands in a card: what crosses now, unless it is only TCP."""
        return _card(self.rung, now=self.now)

    @property
    def start(self) -> float:
        """y where the arrow leaves its sender."""
        return self.top + (34 if self.card else 12 + self.spare / 2)

    @property
    def stop(self) -> float:
        """y where it arrives."""
        return self.start + (10 if self.card else 6)

    @property
    def bottom(self) -> float:
        """y of the lower edge."""
        return self.top + self.height

    @property
    def foot(self) -> float:
        """y where its own things end."""
        return self.bottom - self.spare / 2


@dataclass(frozen=True, slots=True)
class Ladder:
    """The rows of the window, how many rungs are folded above and below it, and where it begins and ends."""

    rows: tuple[Row, ...]
    earlier: int
    later: int
    top: float
    bottom: float

    def row(self, rung: Rung) -> Row | None:
        """The row of a rung, if it is in the window."""
        return next((row for row in self.rows if row.rung == rung), None)


def _card(rung: Rung, *, now: bool) -> bool:
    return now and rung.kind in {RungKind.HEAD, RungKind.FRAME}


def row_height(rung: Rung, cursor: int, *, now: bool) -> float:
    """How high the row of a rung is."""
    fault = FAULT if rung.known_faults(cursor) else 0
    if not _card(rung, now=now):
        return ROW + fault
    return fault + (120 if rung.frame is not None else 82)


def make_ladder(
    known: Sequence[Rung], current: Rung | None, cursor: int, *, top: float, bottom: float, coming: int = 0
) -> Ladder:
    """The window over the known rungs that fits between `top` and `bottom`. Rows share the air that is left, also
    with so many `coming` ones that stand below the window."""
    if not known:
        return Ladder((), 0, 0, top, top)
    heights = [row_height(rung, cursor, now=rung == current) for rung in known]
    here = known.index(current) if current in known else len(known) - 1
    first, last = _window(heights, here, bottom - top)
    folded = FOLD * ((first > 0) + (last < len(known) - 1))
    free = bottom - top - folded - sum(heights[first : last + 1]) - coming * ROW
    spare = min(max(free, 0) / (last - first + 1 + coming), ROOMY - ROW)
    y = top + (FOLD if first else 0)
    rows = []
    for place in range(first, last + 1):
        now = known[place] == current
        air = 0 if _card(known[place], now=now) else spare
        rows.append(Row(known[place], y, heights[place] + air, now, air))
        y += heights[place] + air
    return Ladder(tuple(rows), first, len(known) - 1 - last, top, y)


def _window(heights: Sequence[float], here: int, space: float) -> tuple[int, int]:
    """The rows around `here` that fit, grown by turns upwards and downwards; a fold at either end costs a row."""
    first = last = here
    grown = True
    while grown:
        grown = False
        for up, down in ((1, 0), (0, 1)):
            start, stop = first - up, last + down
            if start < 0 or stop == len(heights):
                continue
            folds = (start > 0) + (stop < len(heights) - 1)
            if sum(heights[start : stop + 1]) + folds * FOLD <= space:
                first, last, grown = start, stop, True
    return first, last
