"""Where the states of both machines stand and how each row of the transition table runs between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from protocol.machine import TRANSITIONS
from protocol.vocabulary import Role, State

CENTER: Final = {Role.CLIENT: 322.0, Role.SERVER: 566.0}
"""x of the middle of each machine; the rails of the rows that skip states are on its outer side."""

HALF: Final = 100.0
"""Half the width of a state."""

APART: Final = 114.0
"""Between two rows that join the same two states."""

RAIL: Final = 280.0
"""From the middle of a machine to its outermost rail."""
RAIL_STEP: Final = 16.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Track:
    """The way of one row. `side` is 0 in the chain, -1 or 1 for a rail; `space` is what a caption may take."""

    points: tuple[Point, ...]
    label: Point
    side: int = 0
    space: float = 104


@dataclass(frozen=True, slots=True)
class Layout:
    """All heights, and the track of each row by role and number in the table."""

    head: float
    box: float
    tops: dict[State, float]
    tracks: dict[tuple[Role, int], Track]
    note: float


def make_layout(height: float, above: float = 96) -> Layout:
    """The layout for a room of this height, of which the first `above` units are not its own."""
    head, first, note = above + 16, above + 50, height - 20
    ease = min(1.0, max(0.0, (height - above - 536) / 140))
    box = 52 + 4 * ease
    gap = min(110.0, (note - 30 - first - 4 * box) / 3)
    tops = {state: first + number * (box + gap) for number, state in enumerate(State)}
    tracks: dict[tuple[Role, int], Track] = {}
    for role in Role:
        tracks |= _chain(role, tops, box) | _rails(role, tops, box)
    return Layout(head, box, tops, tracks, note)


def _chain(role: Role, tops: dict[State, float], box: float) -> dict[tuple[Role, int], Track]:
    """Rows to the next state: side by side where several lead the same way."""
    tracks = {}
    for state in State:
        numbers = [
            n for n, row in enumerate(TRANSITIONS) if row.serves(role) and row.state is state and row.next == state + 1
        ]
        for place, number in enumerate(numbers):
            x = CENTER[role] + APART * (place - (len(numbers) - 1) / 2)
            top, bottom = tops[state] + box + 1, tops[TRANSITIONS[number].next] - 1
            tracks[role, number] = Track(((x, top), (x, bottom)), (x, (top + bottom) / 2 - 3))
    return tracks


def _rails(role: Role, tops: dict[State, float], box: float) -> dict[tuple[Role, int], Track]:
    """Rows that skip states, the highest one on the outermost rail, so that none crosses another."""
    out = -1 if role is Role.CLIENT else 1
    rows = [(n, row) for n, row in enumerate(TRANSITIONS) if row.serves(role) and row.next != row.state + 1]
    rows.sort(key=lambda item: item[1].state)
    edge = CENTER[role] + out * HALF
    tracks = {}
    for place, (number, row) in enumerate(rows):
        same = [n for n, other in rows if other.state is row.state]
        start = tops[row.state] + _spread(same.index(number), len(same), 16, box - 12)
        stop = tops[row.next] + _spread(len(rows) - 1 - place, len(rows), 12, box - 12)
        rail = CENTER[role] + out * (RAIL - RAIL_STEP * place)
        points = ((edge + out, start), (rail, start), (rail, stop), (edge + out, stop))
        space = abs(edge - rail) - 14
        tracks[role, number] = Track(points, (edge + out * 8, start - 5), out, space)
    return tracks


def _spread(place: int, count: int, first: float, last: float) -> float:
    """Where the thing number `place` of `count` stands between `first` and `last`; a single one in the middle."""
    return (first + last) / 2 if count == 1 else first + (last - first) * place / (count - 1)
