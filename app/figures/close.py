"""The closing theatre: two peers, the way of each through its states, and what crosses between them until TCP
is over.

`draw` composes it from parts: the state graphs outside the lifelines (`close_states`), the messages between
them (`close_ladder`, `close_cut`), and below them the close codes or, once a program was told, what it was
told.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from app.drawing.marks import Scene
from app.figures.close_bands import CUT
from app.figures.close_codes import codes_strip
from app.figures.close_house import house_height, house_rows
from app.figures.close_ladder import ladder
from app.figures.close_layout import LIFE, Theatre, make_plan
from app.figures.close_peer import Peer, read_peer
from app.figures.close_states import state_graph
from app.figures.close_told import told_sentence, told_strips
from app.figures.parts import peer_name
from app.figures.pen import Pen
from app.figures.sequence_marks import PEER_GLYPHS, Stretch, lifeline
from app.figures.sequence_rungs import current_rung, read_rungs
from app.figures.sequence_words import rung_sentence, state_sentence
from protocol.facts import Told
from protocol.knowledge import Facts
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from app.drawing.marks import Anchor, Room
    from protocol.chorus import Chorus


def draw(facts: Facts | Chorus, cursor: int, focus: str, room: Room) -> Scene:
    """The theatre when `cursor` facts are known; `focus` may be a fact whose message is then the current one.

    Of several connections the main one is played; the others are rows below it."""
    cursor = min(max(cursor, 0), len(facts))
    if isinstance(facts, Facts):
        return _theatre(facts, cursor, focus, room, None)
    known = facts.until(cursor)
    return _theatre(facts.whole(), known.local(), focus, room, known if len(facts.names) > 1 else None)


def _theatre(facts: Facts, cursor: int, focus: str, room: Room, house: Chorus | None) -> Scene:
    rungs = read_rungs(facts)
    current = current_rung(facts, rungs, cursor, focus)
    # The lower part changes once, when the last program is told, and not already with the first.
    told = bool(facts.of(Told)) and len(facts.until(cursor).of(Told)) == len(facts.of(Told))
    deep = house_height(house, room) if house is not None else 0
    plan = make_plan(facts, rungs, room, current, told=told and house is None, deep=deep)
    stage = Theatre(Pen(room, ""), facts, cursor, rungs, plan, current)
    peers = {role: read_peer(facts, cursor, role) for role in Role}
    for peer in peers.values():
        _head(stage, peer)
        lifeline(stage.pen, peer.role, LIFE[peer.role], _stretches(stage, peer))
    ladder(stage)
    for peer in peers.values():
        state_graph(stage, peer)
    if house is not None:
        house_rows(stage, house)
    elif told:
        told_strips(stage)
    else:
        codes_strip(stage.pen, plan, _codes_sent(stage))
    title = room.words.translate("figures", "Closing handshake")
    return Scene(tuple(stage.pen.marks), height=room.height, title=title, description=_description(stage, peers))


def _head(stage: Theatre, peer: Peer) -> None:
    """A peer above its lifeline: its shape and its name."""
    name = "peer." + peer.role.value
    word = peer_name(stage.pen.room.words, peer.role)
    x, y = LIFE[peer.role], stage.plan.head
    stage.pen.glyph(name, x, y, PEER_GLYPHS[peer.role], 28, spoken=word, links=("peer:" + peer.role.value,))
    anchor: Anchor = "end" if peer.role is Role.CLIENT else "start"
    stage.pen.text(name + "/name", x + 26 * peer.out, y + 6, word, 18, bold=True, anchor=anchor)


def _stretches(stage: Theatre, peer: Peer) -> list[Stretch]:
    """The lifeline of a peer: what was, what is, and the same state going on until the end that is
    expected."""
    plan = stage.plan
    changes: list[tuple[float, State]] = [(plan.head + 18, State.CONNECTING)]
    for move in peer.moves:
        height = stage.event(move)
        changes.append((max(height or 0, changes[-1][0]), move.transition.next))
    parts = [Stretch(y, after[0], state, known=True) for (y, state), after in pairwise(changes)]
    last, state = changes[-1]
    if state is not State.CLOSED:
        close = plan.middle(peer.role, State.CLOSED) + 1
        now = min(max(last, _now(stage)), close)
        return [
            *parts,
            Stretch(last, now, state, known=True),
            Stretch(now, close, state, known=False),
            Stretch(close, plan.end, State.CLOSED, known=False),
        ]
    if not any(item.band.kind == CUT for item in plan.bands):
        return [*parts, Stretch(last, plan.end, state, known=True)]
    # The strokes that cut the line stand free between its last stretch and the dotted rest.
    *before, end = parts
    end = Stretch(end.start, max(end.start, end.stop - 5), end.state, known=True)
    return [*before, end, Stretch(last + 11, plan.end, state, known=True)]


def _now(stage: Theatre) -> float:
    """The height of the present: a little below the lowest band that has begun."""
    bands = stage.plan.bands
    begun = [n for n, item in enumerate(bands) if any(rung.sent < stage.cursor for rung in item.band.rungs)]
    if not begun:
        return stage.plan.head + 34
    here, later = bands[begun[-1]], bands[begun[-1] + 1 :]
    low = here.bottom + 10
    return min(low, max(here.stop, later[0].start - 4)) if later else low


def _codes_sent(stage: Theatre) -> set[int]:
    """The close codes that have travelled."""
    bodies = [rung.close for rung in stage.rungs if rung.sent < stage.cursor]
    return {body.code for body in bodies if body is not None and body.code is not None}


def _description(stage: Theatre, peers: dict[Role, Peer]) -> str:
    """The text alternative: both states, what crosses now, what the programs were told."""
    words = stage.pen.room.words
    sentences = [state_sentence(words, peer.role, peer.state) for peer in peers.values()]
    if stage.current is not None:
        lost = stage.lost(stage.current)
        sentences.append(rung_sentence(words, stage.current, stage.cursor, lost=lost))
    sentences += [told_sentence(words, fact) for fact in stage.facts.until(stage.cursor).of(Told)]
    return ". ".join(sentences) + "."
