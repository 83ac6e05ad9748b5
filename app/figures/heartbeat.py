"""The heartbeat: time downwards, what is on the wire in the middle, what each program is told at the sides.

A network that is lost is a hatched band in which every message ends. `focus` is `lost` where the band is to be seen
before anything has been lost in it; of several connections the main one is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from app.drawing.marks import Scene
from app.figures.heartbeat_bytes import bytes_below
from app.figures.heartbeat_layout import Placed, Plan, make_plan
from app.figures.heartbeat_missed import misses
from app.figures.heartbeat_rows import Fate, Group, Pair, read_groups, read_pairs
from app.figures.heartbeat_told import current_row, panels, told
from app.figures.heartbeat_wire import axis, band, heads, lifelines, rows
from app.figures.pen import Pen
from app.figures.sequence_words import state_sentence
from protocol.chorus import as_chorus
from protocol.facts import Moved
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from app.drawing.marks import Room
    from protocol.chorus import Chorus
    from protocol.knowledge import Facts

LOST = "lost"


@dataclass(frozen=True)
class Stage:
    """What every part of the figure is drawn from."""

    pen: Pen
    facts: Facts
    cursor: int
    plan: Plan
    pairs: tuple[Pair, ...]
    current: Placed | None

    @cached_property
    def known(self) -> Facts:
        """What has happened."""
        return self.facts.until(self.cursor)

    def knows(self, item: Placed) -> bool:
        """Whether this moment has come."""
        if item.group.is_loss:
            later = self.plan.moments[self.plan.moments.index(item) + 1 :]
            return item is self.current or any(one.group.first < self.cursor for one in later)
        return item.group.first < self.cursor

    @property
    def now(self) -> float:
        """How far down time has gone by."""
        return self.plan.head + 20 if self.current is None else self.current.bottom

    def ground(self, item: Placed) -> str:
        """On what the labels of a moment stand."""
        return "sunk" if item is self.current else "stage"

    @cached_property
    def loss(self) -> tuple[float, float] | None:
        """Where the network is lost: from y to y, as far as is known."""
        item = next((item for item in self.plan.moments if item.group.is_loss), None)
        if item is None or not self.knows(item):
            return None
        again = (one.top for one in self.plan.moments if one.top > item.top and self.knows(one) and _passes(one.group))
        return item.top, min(next(again, self.plan.end), self.now + 12)

    def event_y(self, role: Role, state: State) -> float | None:
        """Where this end went into this state, if it has."""
        for move in self.known.of(Moved):
            if move.who is role and move.transition.next is state:
                return self._height(self.facts.place(move.id) or 0)
        return None

    def _height(self, place: int) -> float | None:
        """The middle of the moment of a fact; None if that is not shown."""
        moments = (one for one in self.plan.moments if not one.group.is_loss)
        return next((one.middle for one in moments if one.group.first <= place <= one.group.last), None)


def draw(facts: Facts | Chorus, cursor: int, focus: str, room: Room) -> Scene:
    """The figure when `cursor` facts are known."""
    chorus = as_chorus(facts)
    own, cursor = chorus.whole(), chorus.until(max(0, cursor)).local()
    groups = read_groups(own)
    number = _current(groups, cursor, focus)
    plan = make_plan(groups, room.height, room.top, max(0, number))
    current = plan.placed(groups[number]) if number >= 0 else None
    stage = Stage(Pen(room), own, cursor, plan, read_pairs(own), current)
    panels(stage)
    current_row(stage)
    band(stage)
    heads(stage)
    axis(stage)
    lifelines(stage)
    rows(stage)
    misses(stage)
    told(stage)
    bytes_below(stage)
    title = room.words.translate("figures", "Heartbeat")
    spoken = ". ".join(state_sentence(room.words, role, stage.known.state(role)) for role in Role)
    return Scene(tuple(stage.pen.marks), height=room.height, title=title, description=spoken + ".")


def _current(groups: tuple[Group, ...], cursor: int, focus: str) -> int:
    """The number of the present moment: that of the newest fact, or the loss of the network that the step is about."""
    begun = [number for number, group in enumerate(groups) if group.first < cursor and not group.is_loss]
    if not begun:
        return -1
    number = begun[-1]
    if focus == LOST and number + 1 < len(groups) and groups[number + 1].is_loss:
        return number + 1
    return number


def _passes(group: Group) -> bool:
    """Whether something comes through again."""
    return any(row.fate is not Fate.LOST for row in group.rows)
