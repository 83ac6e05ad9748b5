"""Where everything of the heartbeat figure stands: lifelines, strips, and the height of each moment.

Time runs downwards. Every moment gets the height that it needs, and what is left is shared out by the seconds between
them; a long silence is cut short. Where not all moments find room, those around the present are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.figures.heartbeat_rows import Group

AXIS: Final = 78.0
LIFE: Final = {Role.CLIENT: 340.0, Role.SERVER: 572.0}
MIDDLE: Final = 456.0
STRIP: Final = {Role.CLIENT: (88.0, 164.0), Role.SERVER: (676.0, 180.0)}
"""x and width of what each program is told."""
BAND: Final = (386.0, 140.0)
"""x and width of the lost network."""

ROW: Final = 27.0
LOW_ROW: Final = 20.0
LEAST: Final = 37.0
"""The least height of a moment: what the programs are told takes two lines."""
PAD: Final = 7.0
OPENING: Final = 24.0
"""The least height of the opening handshake, which is one line."""
HEAD: Final = 46.0
"""Height of the names above the lifelines."""
LOWER: Final = 182.0
LOW_LOWER: Final = 150.0
"""Height of the bytes below."""
STROKES: Final = 12.0
"""How much room the two strokes need that cut a silence short."""
LONG: Final = 2.5
"""A silence of more than so many usual ones is cut short."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A moment at its height."""

    group: Group
    top: float
    height: float
    pitch: float
    broken: bool = False
    """Whether the silence before it is cut short."""

    @property
    def bottom(self) -> float:
        """y of its lower edge."""
        return self.top + self.height

    @property
    def middle(self) -> float:
        """y of its middle."""
        return self.top + self.height / 2

    def row(self, number: int) -> float:
        """y at which the arrow of row `number` begins."""
        return self.middle + (number + self.group.is_opening - (self.group.lines - 1) / 2) * self.pitch

    @property
    def opening(self) -> float:
        """y of the opening handshake."""
        return self.middle - (self.group.lines - 1) / 2 * self.pitch


@dataclass(frozen=True, slots=True)
class Plan:
    """All heights. `hidden` moments before the first one shown find no room."""

    top: float
    head: float
    end: float
    bytes: float
    height: float
    moments: tuple[Placed, ...]
    hidden: int

    def placed(self, group: Group | None) -> Placed | None:
        """Where a moment stands."""
        return next((one for one in self.moments if one.group == group), None)


def make_plan(groups: tuple[Group, ...], height: float, top: float, current: int) -> Plan:
    """The plan for a room; `current` is the number of the present moment, which is always shown."""
    ease = min(1.0, max(0.0, (height - top - 500) / 130))
    lower = LOW_LOWER + (LOWER - LOW_LOWER) * ease
    bottom = height - 8 - lower
    first, end = top + HEAD + 6, bottom - 14
    shown, hidden = _shown(groups, end - first, current)
    return Plan(top, top + 20, bottom - 10, bottom, height, _place(shown, first, end), hidden)


def _needs(group: Group) -> float:
    if group.is_opening and not group.rows:
        return OPENING
    return max(LEAST, group.lines * LOW_ROW + PAD)


def _likes(group: Group) -> float:
    return max(LEAST + 9, group.lines * ROW + PAD + 2)


def _shown(groups: tuple[Group, ...], space: float, current: int) -> tuple[tuple[Group, ...], int]:
    """As many moments as find room: from the first on, or as many as it takes to see the present and the next one."""
    first = 0
    while first < current and sum(map(_needs, groups[first : current + 2])) > space:
        first += 1
    shown = list(groups[first:])
    while len(shown) > 1 and sum(map(_needs, shown)) > space:
        shown.pop()
    return tuple(shown), first


def _place(groups: tuple[Group, ...], top: float, bottom: float) -> tuple[Placed, ...]:
    if not groups:
        return ()
    space = bottom - top
    low, high = sum(map(_needs, groups)), sum(map(_likes, groups))
    ease = min(1.0, max(0.0, (space - low) / (high - low))) if high > low else 1.0
    heights = [_needs(group) + (_likes(group) - _needs(group)) * ease for group in groups]
    pitch = LOW_ROW + (ROW - LOW_ROW) * ease
    silences = [0.0, *(after.time - before.until for before, after in pairwise(groups))]
    usual = median([one for one in silences if one > 0] or [0.0])
    weights = [min(one, LONG * usual) if not groups[n].is_loss else one / 2 for n, one in enumerate(silences)]
    free, whole = max(0.0, space - sum(heights)), sum(weights) or 1.0
    gap = min(free / whole, 60 / usual) if usual else 0.0
    placed = []
    for group, height, silence, weight in zip(groups, heights, silences, weights, strict=True):
        top += gap * weight
        broken = silence > weight and gap * weight >= STROKES and not group.is_loss
        placed.append(Placed(group, top, height, pitch, broken))
        top += height
    return tuple(placed)
