"""The way of failure round the outer side of a state graph: every row that ends in CLOSED without CLOSING.

Dashed while it is only possible; in ink with the event in a pill once it was taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font, Stroke
from app.figures.close_layout import BOX_WIDE, LIFE
from app.figures.close_peer import Peer, move_sentence, rows_between
from app.figures.close_told import told_sentence
from app.figures.sequence_marks import LINK_DASH, pill
from protocol.facts import HeadSent, Told
from protocol.http11 import Response
from protocol.machine import Signal
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from app.drawing.marks import Anchor
    from app.figures.close_layout import Theatre
    from protocol.facts import Moved

RAIL: Final = {Role.CLIENT: 18.0, Role.SERVER: 870.0}
"""x of the rail."""

STARTS: Final = (State.CONNECTING, State.OPEN)


def rail(stage: Theatre, peer: Peer) -> None:
    """The rail of one peer."""
    used = next((state for state in STARTS if peer.taken(state, State.CLOSED)), None)
    for state in STARTS:
        if rows_between(peer.role, state, State.CLOSED):
            _track(stage, peer, state, used)
    if used is not None:
        move = peer.taken(used, State.CLOSED)
        assert move is not None
        _event(stage, peer, move)
    if not stage.plan.told:
        _foot(stage, peer)


def _foot(stage: Theatre, peer: Peer) -> None:
    """Below CLOSED: what its program was told, or before that what it is told at the end of the rail."""
    words, role = stage.pen.room.words, peer.role
    told = next((fact for fact in stage.facts.until(stage.cursor).of(Told) if fact.who is role), None)
    y = stage.plan.states[role, State.CLOSED] + stage.plan.box + 14 + 5 * stage.plan.ease
    edge = peer.middle + peer.out * BOX_WIDE / 2
    anchor: Anchor = "start" if role is Role.CLIENT else "end"
    if told is None:
        text = words.translate("figures", "failed or lost: code 1006")
        stage.pen.text(f"rail.{role.value}/note", edge, y, text, 13, color="text3", within=186, anchor=anchor)
        return
    clean, lost = (
        words.translate("figures", "told: {code}, clean"),
        words.translate("figures", "told: {code}, not clean"),
    )
    text = (clean if told.told.clean else lost).format(code=int(told.told.code))
    spoken = told_sentence(words, told)
    stage.pen.text(
        f"told.{role.value}/short", edge, y, text, 13, bold=True, within=186, anchor=anchor, spoken=spoken
    )  # fmt: skip


def _track(stage: Theatre, peer: Peer, state: State, used: State | None) -> None:
    """From a state to the rail; the upper one goes on to CLOSED, or as far as the one that was taken."""
    edge, x = peer.middle + peer.out * BOX_WIDE / 2, RAIL[peer.role]
    top, bottom = stage.plan.middle(peer.role, state), stage.plan.middle(peer.role, State.CLOSED)
    taken = state is used
    points: tuple[tuple[float, float], ...] = ((edge, top), (x, top), (x, bottom), (edge + peer.out, bottom))
    head = 10.0 if taken else 8.0
    if state is State.OPEN and not taken:
        points, head = points[:2], 0.0
    elif used is State.OPEN and not taken:
        points, head = (*points[:2], (x, stage.plan.middle(peer.role, State.OPEN) - 8)), 0.0
    words = stage.pen.room.words
    rows = rows_between(peer.role, state, State.CLOSED)
    stage.pen.marks.append(
        Stroke(
            id=f"rail.{peer.role.value}.{state.name}", points=points, color="ink" if taken else "line3",
            line=3 if taken else 1.5, dash=() if taken else (4, 4), head=head, enter="grow",
            spoken=move_sentence(words, peer.role, rows, peer.taken(state, State.CLOSED)),
        )
    )  # fmt: skip


def _event(stage: Theatre, peer: Peer, move: Moved) -> None:
    """The event that led straight to CLOSED, in a pill on the rail, and the dotted line from its height to
    the box."""
    pen, role = stage.pen, peer.role
    text = _event_word(stage, move)
    half = (pen.width(text, Font(13, bold=True)) + 14) / 2
    x = max(6 + half, RAIL[role]) if role is Role.CLIENT else min(882 - half, RAIL[role])
    spoken = move_sentence(pen.room.words, role, [move.transition], move)
    y = stage.plan.states[role, State.CLOSED] - 30
    pill(pen, f"rail.{role.value}/pill", x, y, text, size=13, spoken=spoken)
    height = stage.event(move)
    if height is not None:
        closed = stage.plan.middle(role, State.CLOSED)
        turn, end = LIFE[role] + 26 * peer.out, peer.middle - (BOX_WIDE / 2 + 4) * peer.out
        points = ((LIFE[role] + 10 * peer.out, height), (turn, height), (turn, closed), (end, closed))
        pen.marks.append(
            Stroke(id="cause." + role.value, points=points, color="ink", line=1.25, dash=LINK_DASH, above=2)
        )


def _event_word(stage: Theatre, move: Moved) -> str:
    """What happened, in one short word: `RST`, `FIN`, an HTTP status."""
    signal = move.transition.signal
    if signal is Signal.TCP_CLOSED:
        before = stage.facts.until(stage.facts.place(move.id) or 0)
        return "RST" if any(f"{role.value}.rst" in before for role in Role) else "FIN"
    for fact in stage.facts.of(HeadSent):
        if isinstance(fact.head, Response) and signal is Signal.REFUSED:
            return str(fact.head.status)
    return stage.pen.room.words.translate("figures", "failed")
