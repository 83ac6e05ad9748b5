"""Both state machines of one connection side by side for the details of Live: the chain of each peer lies in one line,
the row just taken in a pill above its arrow. Drawn from the transition table.

What led from one state to another without the states between runs below the chain."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font, Rect, Scene, Stroke
from app.figures.close_peer import move_sentence, rows_between
from app.figures.parts import peer_name
from app.figures.pen import Pen
from app.figures.sequence_marks import (
    FUTURE_DASH,
    PEER_GLYPHS,
    STATE_FUTURE,
    STATE_NEVER,
    STATE_NOW,
    STATE_PAST,
    pill,
    state_box,
)
from app.figures.sequence_words import signal_word, state_sentence
from protocol.facts import Moved
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from app.drawing.marks import Room
    from protocol.knowledge import Facts

CHAIN: Final = (State.CONNECTING, State.OPEN, State.CLOSING, State.CLOSED)
BOX: Final = 148.0
TALL: Final = 40.0
ROW: Final = 98.0
HEAD: Final = 104.0
"""Room for the peer's name at the left."""
HEIGHT: Final = 2 * ROW
LEAST: Final = 900.0
SMALL: Final = Font(13)


def draw(facts: Facts, until: int, width: float, room: Room) -> Scene:
    """Both machines after the first `until` facts; drawn at least 900 wide."""
    pen, known = Pen(room), facts.until(min(max(until, 0), len(facts)))
    width = max(width, LEAST)
    told = []
    for place, role in enumerate(Role):
        moves = [move for move in known.of(Moved) if move.who is role]
        _machine(pen, role, moves, ROW * place, width)
        told.append(state_sentence(room.words, role, moves[-1].transition.next if moves else State.CONNECTING))
    title = room.words.translate("figures", "Connection states")
    return Scene(tuple(pen.marks), width, HEIGHT, title, ". ".join(told) + ".")


def _machine(pen: Pen, role: Role, moves: list[Moved], top: float, width: float) -> None:
    middle = top + 46
    pen.glyph(f"peer.{role.value}", 12, middle, PEER_GLYPHS[role], 22, spoken=peer_name(pen.room.words, role))
    pen.text(f"peer.{role.value}/name", 30, middle + 6, peer_name(pen.room.words, role), 15, bold=True, anchor="start",
             within=HEAD - 34)  # fmt: skip
    gap = (width - HEAD - 4 * BOX - 2) / 3
    lefts = {state: HEAD + place * (BOX + gap) for place, state in enumerate(CHAIN)}
    now = moves[-1].transition.next if moves else State.CONNECTING
    entered = {State.CONNECTING, *(move.transition.next for move in moves)}
    for state in CHAIN:
        look = STATE_PAST if state in entered else STATE_NEVER if now is State.CLOSED else STATE_FUTURE
        rect = Rect(lefts[state], middle - TALL / 2, BOX, TALL)
        state_box(pen, f"state.{role.value}.{state.name}", rect, role, state, look=STATE_NOW if state is now else look)
    for first, then in pairwise(CHAIN):
        move = _taken(moves, first, then)
        _arrow(pen, role, (first, then), move, newest=bool(moves) and move is moves[-1], left=lefts[first] + BOX,
               right=lefts[then], y=middle)  # fmt: skip
    for move in moves:
        row = move.transition
        if row.next - row.state > 1:
            _leap(pen, role, move, lefts, middle, newest=move is moves[-1])


def _arrow(pen: Pen, role: Role, between: tuple[State, State], move: Moved | None, *, newest: bool, left: float,
           right: float, y: float) -> None:  # fmt: skip
    """One arrow of the chain with its signal: a pill if it is the one just taken."""
    words, (first, then) = pen.room.words, between
    name = f"move.{role.value}.{first.name}.{then.name}"
    rows = rows_between(role, first, then)
    line, head = (3.0, 10.0) if newest else (2.0, 8.0) if move else (1.5, 8.0)
    pen.marks.append(
        Stroke(id=name, points=((left + 2, y), (right - 2, y)), color="ink" if move else "line3", line=line, head=head,
               dash=() if move else (3.0, 4.0), spoken=move_sentence(words, role, rows, move))
    )  # fmt: skip
    middle, space = (left + right) / 2, right - left + 40
    if move is None:
        text = signal_word(words, rows[0].signal) if len(rows) == 1 else words.translate("figures", "Close")
        pen.text(name + "/caption", middle, y - 28, text, SMALL, color="text3", within=space)
        return
    text = signal_word(words, move.transition.signal)
    if newest:
        pill(pen, name + "/pill", middle, y - 32, text, size=13, within=space)
    else:
        pen.text(name + "/caption", middle, y - 28, text, SMALL, color="text2", within=space)
    pen.text(name + "/section", middle, y + 34, "§" + move.transition.section, 12, color="text3")


def _leap(pen: Pen, role: Role, move: Moved, lefts: dict[State, float], middle: float, *, newest: bool) -> None:
    """A row that skips states, below the chain."""
    row, bottom = move.transition, middle + TALL / 2
    start, stop = lefts[row.state] + BOX / 2, lefts[row.next] + BOX / 2
    name = f"move.{role.value}.{row.state.name}.{row.next.name}"
    points = ((start, bottom + 1), (start, bottom + 20), (stop, bottom + 20), (stop, bottom + 2))
    pen.marks.append(
        Stroke(id=name, points=points, color="ink", line=3 if newest else 2, head=10,
               dash=() if newest else FUTURE_DASH,
               spoken=move_sentence(pen.room.words, role, [row], move))
    )  # fmt: skip
    text = signal_word(pen.room.words, row.signal) + "  §" + row.section
    pill(pen, name + "/pill", (start + stop) / 2, bottom + 20, text, size=13, within=240)


def _taken(moves: list[Moved], first: State, then: State) -> Moved | None:
    return next((move for move in moves if (move.transition.state, move.transition.next) == (first, then)), None)
