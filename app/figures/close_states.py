"""The state graph of one peer outside its lifeline, drawn from the transition table.

The chain CONNECTING, OPEN, CLOSING, CLOSED stands in one column; the rail on the outer side (`close_rail`) is
every row that ends in CLOSED without CLOSING. The transition just taken is a pill, joined to the lifeline at
the height of what caused it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font, Rect, Stroke
from app.figures.close_layout import BOX_LEFT, BOX_WIDE, LIFE
from app.figures.close_peer import Peer, move_sentence, rows_between
from app.figures.close_rail import rail
from app.figures.sequence_marks import (
    LINK_DASH,
    STATE_FUTURE,
    STATE_NEVER,
    STATE_NOW,
    STATE_PAST,
    StateLook,
    pill,
    state_box,
)
from app.figures.sequence_rungs import RungKind
from app.figures.sequence_words import signal_word
from protocol.facts import Broke
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from app.drawing.marks import Words
    from app.figures.close_layout import Theatre
    from protocol.facts import Moved

CHAIN: Final = (State.CONNECTING, State.OPEN, State.CLOSING, State.CLOSED)


def state_graph(stage: Theatre, peer: Peer) -> None:
    """All marks of one peer's graph."""
    rail(stage, peer)
    for first, then in pairwise(CHAIN):
        _link(stage, peer, first, then)
    for state in CHAIN:
        rect = Rect(BOX_LEFT[peer.role], stage.plan.states[peer.role, state], BOX_WIDE, stage.plan.box)
        name = f"state.{peer.role.value}.{state.name}"
        state_box(stage.pen, name, rect, peer.role, state, look=_look(peer, state))
    if peer.state is State.CLOSING:
        _note(stage, peer)


def _look(peer: Peer, state: State) -> StateLook:
    if state is peer.state:
        return STATE_NOW
    if state in peer.entered:
        return STATE_PAST
    return STATE_NEVER if peer.state is State.CLOSED else STATE_FUTURE


def _link(stage: Theatre, peer: Peer, first: State, then: State) -> None:
    """One arrow of the chain with its caption, or the pill if it is the one just taken."""
    pen, x = stage.pen, peer.middle
    top = stage.plan.states[peer.role, first] + stage.plan.box + 1
    bottom = stage.plan.states[peer.role, then] - 1
    name = f"move.{peer.role.value}.{first.name}.{then.name}"
    move = peer.taken(first, then)
    newest = move is not None and move is peer.newest
    spoken = move_sentence(pen.room.words, peer.role, rows_between(peer.role, first, then), move)
    line, head = (3.0, 10.0) if newest else (2.0, 8.0) if move else (1.5, 8.0)
    pen.marks.append(
        Stroke(
            id=name, points=((x, top), (x, bottom)), color="ink" if move else "line3", line=line, head=head,
            dash=() if move else (3.0, 4.0), spoken=spoken, enter="grow",
        )
    )  # fmt: skip
    middle = _caption_height(first, then, move, top=top, bottom=bottom)
    if move is not None and newest:
        text = signal_word(pen.room.words, move.transition.signal)
        half = pill(pen, name + "/pill", x, middle, text, spoken=spoken)
        _connector(stage, peer, move, middle=middle, half=half)
        return
    text = _caption_text(stage, peer, first, then)
    if text:
        width = pen.width(text, Font(14)) + 14
        pen.box(name + "/ground", x - width / 2, middle - 11, width, 22, fill="stage", above=1)
        pen.text(name + "/caption", x, middle + 4.6, text, 14, color="text2" if move else "text3", above=1)


def _caption_text(stage: Theatre, peer: Peer, first: State, then: State) -> str:
    """What leads from one state to the next. Before it happened, a Close is only called Close."""
    words = stage.pen.room.words
    move = peer.taken(first, then)
    if move is not None:
        return signal_word(words, move.transition.signal)
    if peer.state is State.CLOSED and first not in peer.entered:
        return words.translate("figures", "never entered") if then is State.CLOSED else ""
    rows = rows_between(peer.role, first, then)
    return signal_word(words, rows[0].signal) if len(rows) == 1 else words.translate("figures", "Close")


def _caption_height(first: State, then: State, move: Moved | None, *, top: float, bottom: float) -> float:
    """The middle of the arrow; the Close at the height of its frame; the long way to CLOSED near its end."""
    if then is State.CLOSING and move is not None:
        return min(max(bottom - 34, top + 14), bottom - 18)
    if first is State.CLOSING and bottom - top > 86:
        return bottom - 31
    return (top + bottom) / 2


def _connector(stage: Theatre, peer: Peer, move: Moved, *, middle: float, half: float) -> None:
    """The dotted line from what happened at the lifeline to the pill."""
    height = stage.event(move)
    if height is None:
        return
    life = LIFE[peer.role]
    near, turn, end = life + 8 * peer.out, life + 15 * peer.out, peer.middle - (half + 2) * peer.out
    points = ((near, height), (turn, height), (turn, middle), (end, middle))
    stage.pen.marks.append(
        Stroke(id="cause." + peer.role.value, points=points, color="ink", line=1.25, dash=LINK_DASH, above=2)
    )


def _note(stage: Theatre, peer: Peer) -> None:
    """What a peer that is CLOSING does now, on the long arrow below the state."""
    words, plan = stage.pen.room.words, stage.plan
    top = plan.states[peer.role, State.CLOSING] + plan.box
    space = plan.states[peer.role, State.CLOSED] - 43 - top
    if space < 46:
        return
    name = "note." + peer.role.value
    tall = min(48.0, space)
    middle = top + space / 2 - 6.5 * min(1.0, (space - 46) / 90)
    stage.pen.box(name, peer.middle - 86, middle - tall / 2, 172, tall, fill="stage", above=1)
    for number, line in enumerate(_doing(stage, peer, words)):
        y = middle - 6 + 20 * number
        stage.pen.text(f"{name}.{number}", peer.middle, y, line, 14, color="text2", above=1, within=172)


def _doing(stage: Theatre, peer: Peer, words: Words) -> tuple[str, str]:
    """What was and what is next on the way from CLOSING to CLOSED, in two short lines."""
    begun = [rung for rung in stage.rungs if rung.sent < stage.cursor]
    said = any(rung.is_close and rung.sender is peer.role for rung in begun)
    heard = any(
        rung.is_close and rung.sender is not peer.role and (rung.arrived or stage.cursor) < stage.cursor
        for rung in begun
    )
    broken = any(fact.who is not peer.role for fact in stage.facts.until(stage.cursor).of(Broke))
    if any(rung.kind is RungKind.END and rung.sender is peer.role for rung in begun):
        return words.translate("figures", "has sent its FIN,"), words.translate("figures", "waits for the other’s")
    server = peer.role is Role.SERVER
    closes, waits = words.translate("figures", "now closes TCP"), words.translate("figures", "waits for TCP to close")
    if said and broken:
        return words.translate("figures", "fails the connection,"), closes if server else waits
    if said and heard:
        return words.translate("figures", "both have said Close,"), closes if server else waits
    if said:
        return words.translate("figures", "sends no more data,"), words.translate("figures", "waits for the answer")
    return words.translate("figures", "answers once,"), words.translate(
        "figures", "then closes TCP"
    ) if server else waits
