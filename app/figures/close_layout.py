"""Where everything of the closing theatre stands: the heights of its states, bands and lower part.

At 772 units the heights are those of the design; in a lower room the same things move together. `Plan` is
computed from all facts of a recording, those still to come included, so that nothing jumps from step to step.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.figures.close_bands import CLOSE, CROSSED, CROSSED_ROW, CUT, FOLDED, ROW, Band, choose, least
from app.figures.sequence_rungs import Rung, RungKind, cause
from protocol.facts import Moved
from protocol.knowledge import Facts
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.drawing.marks import Room
    from app.figures.pen import Pen

TOP: Final = 96.0
"""The first y that is free where no strip of variants stands above."""

LIFE: Final = {Role.CLIENT: 244.0, Role.SERVER: 644.0}
"""x of the lifelines."""

LEFT: Final = 258.0
"""x and width of the cards between the lifelines."""
WIDE: Final = 372.0
MIDDLE: Final = 444.0

BOX_LEFT: Final = {Role.CLIENT: 32.0, Role.SERVER: 696.0}
"""x and width of the states."""
BOX_WIDE: Final = 160.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A band at its height. `ease` is 1 where it has the height it likes, 0 where it has the least."""

    band: Band
    top: float
    height: float
    ease: float

    @property
    def bottom(self) -> float:
        """y of its lower edge."""
        return self.top + self.height

    def at(self, low: float, high: float) -> float:
        """A height inside the band: `high` below its top where there is room, `low` at the least."""
        return self.top + low + (high - low) * self.ease

    @property
    def start(self) -> float:
        """y where the arrow leaves its sender."""
        kind = self.band.kind
        if kind in {ROW, FOLDED}:
            return self.top + 10 - self.band.slope / 2
        low, high = _STARTS.get(kind, (21, 26))
        return self.at(low, high)

    @property
    def stop(self) -> float:
        """y where it reaches its reader."""
        if self.band.kind in {ROW, FOLDED}:
            return self.start + self.band.slope
        low, high = _STOPS.get(self.band.kind, (34, 44))
        return self.at(low, high)


_STARTS: Final = {CUT: (48.0, 74.0), CLOSE: (21.0, 24.0), CROSSED: (21.0, 26.0), CROSSED_ROW: (1.0, 3.0)}
_STOPS: Final = {CUT: (58.0, 90.0), CROSSED: (48.0, 64.0), CROSSED_ROW: (25.0, 27.0)}
"""Where an arrow begins and ends below the top of its band: at the least, and where there is room."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All heights of the theatre."""

    head: float
    box: float
    """Height of a state."""
    states: dict[tuple[Role, State], float]
    """Their upper edges."""
    bands: tuple[Placed, ...]
    end: float
    """Where the lifelines end."""
    divider: float
    told: bool
    ease: float
    """1 in the room of the design, 0 in one of 632 units, less where a strip of variants takes part of that."""

    def placed(self, rung: Rung) -> Placed | None:
        """The band in which a rung is drawn."""
        return next((item for item in self.bands if rung in item.band.rungs), None)

    def middle(self, role: Role, state: State) -> float:
        """y of the middle of a state."""
        return self.states[role, state] + self.box / 2


@dataclass(frozen=True, slots=True)
class Theatre:
    """What every part of the figure is drawn from: the pen, the facts and the cursor, and the plan made from
    them."""

    pen: Pen
    facts: Facts
    cursor: int
    rungs: tuple[Rung, ...]
    plan: Plan
    current: Rung | None
    """The rung in the centre of attention."""

    def event(self, move: Moved) -> float | None:
        """The height of what caused a state move, at the lifeline of the one who moved."""
        found = cause(self.facts, self.rungs, move)
        item = self.plan.placed(found[0]) if found is not None else None
        if found is None or item is None:
            return None
        return item.start if found[1] else item.stop

    def lost(self, rung: Rung) -> bool:
        """Whether it is known that a rung never arrives."""
        return rung.lost(self.facts, self.cursor)


def make_plan(
    facts: Facts, rungs: tuple[Rung, ...], room: Room, current: Rung | None, *, told: bool, deep: float = 0
) -> Plan:
    """The plan for this room; `told` makes place for what both programs are told. A lower part that is `deep` units
    high takes the place of both."""
    height, down = room.height, room.top - TOP
    ease = min(1.0, max(-0.3, (height - down - 632) / 140))

    def between(low: float, high: float) -> float:
        return low + (high - low) * ease

    divider = height - (deep or (max(between(218, 274), 204) if told else max(between(118, 156), 112)))
    end = divider - (between(12, 16) if told else 12)
    head, box = max(between(104, 110) + down, room.top + 14), between(32, 38)
    connecting = head + 30
    opened = connecting + box + between(38, 44)
    closed = end - box - (0 if told else 14)
    first = (connecting + box + opened) / 2 - 18
    chosen = choose(facts, rungs, closed + box - first, current, with_bytes=not told)
    bands = _place(chosen, first, closed + box, loose=told)
    states: dict[tuple[Role, State], float] = {}
    plan = Plan(head, box, states, bands, end, divider, told, ease)
    for role in Role:
        states[role, State.CONNECTING] = connecting
        states[role, State.OPEN] = opened
        states[role, State.CLOSED] = closed
        states[role, State.CLOSING] = _closing_top(facts, rungs, plan, role)
    return plan


def _place(bands: Sequence[Band], top: float, bottom: float, *, loose: bool) -> tuple[Placed, ...]:
    """The bands one below the other, as high as they like or as high as there is room; `loose` rows spread over it."""
    if not bands:
        return ()
    liked = sum(band.height + (band.gap if place else 0) for place, band in enumerate(bands))
    low = least(bands)
    ease = 1.0 if liked <= bottom - top else max(0.0, (bottom - top - low) / max(liked - low, 1e-9))
    more = 0.0
    if loose and len(bands) > 1 and not any(band.kind == CUT for band in bands):
        more = min(14.0, max(0.0, (bottom - top - liked) / (len(bands) - 1)))
    placed = []
    for place, band in enumerate(bands):
        if place:
            top += band.low_gap + (band.gap - band.low_gap) * ease + more
        height = band.low_height + (band.height - band.low_height) * ease
        placed.append(Placed(band, top, height, ease))
        top += height
    return tuple(placed)


def _closing_top(facts: Facts, rungs: tuple[Rung, ...], plan: Plan, role: Role) -> float:
    """CLOSING stands below the pill of its transition, which stands at the height of the Close that caused
    it."""
    opened = plan.states[role, State.OPEN] + plan.box
    room = plan.states[role, State.CLOSED] - opened - plan.box
    lowest = plan.states[role, State.CLOSED] - plan.box - 42
    for move in facts.of(Moved):
        if move.who is role and move.transition.next is State.CLOSING:
            found = cause(facts, rungs, move)
            item = plan.placed(found[0]) if found is not None else None
            if item is not None and item.band.rungs[0].kind is RungKind.FRAME:
                wanted = (item.start + item.stop) / 2 + 36
                return min(max(wanted, opened + 34), lowest)
    return opened + min(74.0, room / 2)
