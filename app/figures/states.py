"""Both state machines complete, drawn from the transition table: every row an arrow with its signal and its section.

Rows to the next state run down the chain; rows that end in CLOSED from further up run round the outer side. The state
of each peer is filled with ink, rows that were taken are ink, the one just taken is a pill. Beside each peer stands one
square a row: filled if it was taken now, grey if it was in an earlier run (`states_visited`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font, Rect, Scene, Stroke
from app.figures.close_peer import move_sentence
from app.figures.parts import peer_name
from app.figures.pen import Pen, fit
from app.figures.sequence_marks import PEER_GLYPHS, STATE_NOW, STATE_PAST, StateLook, backed_label, pill, state_box
from app.figures.sequence_words import signal_word, state_sentence
from app.figures.states_layout import CENTER, HALF, Track, make_layout
from app.figures.states_visited import draw_visited
from protocol.chorus import as_chorus
from protocol.facts import Moved
from protocol.machine import TRANSITIONS, Transition
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from app.drawing.marks import Room
    from app.figures.states_layout import Layout
    from protocol.chorus import Chorus
    from protocol.knowledge import Facts

STATE_OTHER: Final = StateLook("raise", "line3", 1.5, "text2")
"""A state that the peer has not been in."""

SIGNAL: Final = Font(14)
SECTION: Final = Font(12)


def draw(facts: Facts | Chorus, cursor: int, focus: str, room: Room) -> Scene:
    """Both machines at the cursor; `focus` may be the id of a known move, which is then the one in the pill."""
    chorus = as_chorus(facts)
    known, whole = chorus.until(min(max(cursor, 0), len(facts))).connection(), chorus.whole()
    layout = make_layout(room.height, room.top)
    pen = Pen(room, "")
    sentences = []
    for role in Role:
        moves = [move for move in known.of(Moved) if move.who is role]
        marked = next((move for move in moves if move.id == focus), moves[-1] if moves else None)
        _head(pen, layout, role)
        coming = [move for move in whole.of(Moved) if move.who is role][len(moves) :]
        draw_visited(pen, role, layout.head, moves, coming)
        for number, row in enumerate(TRANSITIONS):
            if row.serves(role):
                _row(pen, layout, role, number, _taken(moves, row), marked)
        for state in State:
            _state(pen, layout, role, state, moves)
        sentences += [state_sentence(room.words, role, known.state(role))]
        sentences += [move_sentence(room.words, role, [], move) for move in moves]
    note = room.words.translate("figures", "The numbers are those of readyState in a browser.")
    pen.text("states/note", 444, layout.note, note, 13, color="text3")
    return Scene(
        tuple(pen.marks), height=room.height, title=room.words.translate("figures", "Connection states"),
        description=". ".join(sentences) + ".",
    )  # fmt: skip


def row_id(role: Role, number: int) -> str:
    """The id of the arrow of row `number` of the table in the machine of `role`."""
    return f"row.{role.value}.{number}"


def _taken(moves: list[Moved], row: Transition) -> Moved | None:
    return next((move for move in moves if move.transition == row), None)


def _head(pen: Pen, layout: Layout, role: Role) -> None:
    """The peer above its machine."""
    name, word = "peer." + role.value, peer_name(pen.room.words, role)
    width = pen.width(word, Font(18, bold=True)) + 40
    left = CENTER[role] - width / 2
    pen.glyph(name, left + 14, layout.head, PEER_GLYPHS[role], 28, spoken=word, links=("peer:" + role.value,))
    pen.text(name + "/name", left + 40, layout.head + 6, word, 18, bold=True, anchor="start")


def _state(pen: Pen, layout: Layout, role: Role, state: State, moves: list[Moved]) -> None:
    rect = Rect(CENTER[role] - HALF, layout.tops[state], 2 * HALF, layout.box)
    entered = {State.CONNECTING, *(move.transition.next for move in moves)}
    now = state is (moves[-1].transition.next if moves else State.CONNECTING)
    look = STATE_NOW if now else STATE_PAST if state in entered else STATE_OTHER
    name = f"state.{role.value}.{state.name}"
    state_box(pen, name, rect, role, state, look=look)
    y = rect.y + rect.height / 2 + 5
    pen.text(
        name + "/number", rect.right - 16, y, str(int(state)), 14, mono=True, color=look.color, anchor="end", above=2
    )


def _row(
    pen: Pen, layout: Layout, role: Role, number: int, move: Moved | None, *marked: Moved | None
) -> None:  # fmt: skip
    """One row of the table: its arrow, its signal, its section."""
    row, name = TRANSITIONS[number], row_id(role, number)
    track = layout.tracks[role, number]
    newest = move is not None and move in marked
    line, head = (3.0, 10.0) if newest else (2.0, 8.0) if move else (1.5, 8.0)
    spoken = move_sentence(pen.room.words, role, [row], move)
    pen.marks.append(
        Stroke(
            id=name, points=track.points, color="ink" if move else "line3", line=line, head=head, spoken=spoken,
            links=(f"transition:{number}",), enter="grow",
        )
    )  # fmt: skip
    text, section = signal_word(pen.room.words, row.signal), "§" + row.section
    if track.side:
        _side_caption(pen, name, track, text, section, taken=move is not None, newest=newest)
        return
    x, y = track.label
    if newest:
        pill(pen, name + "/signal", x, y - 9, text, spoken=spoken, within=118)
        y += 3
    else:
        color = "text" if move else "text2"
        backed_label(pen, name + "/signal", x, y - 8, text, size=14, color=color, within=112, above=2)
    backed_label(pen, name + "/section", x, y + 10, section, size=12, color="text3", within=104, above=2)


def _side_caption(
    pen: Pen, name: str, track: Track, text: str, section: str, *, taken: bool, newest: bool
) -> None:  # fmt: skip
    """The signal and the section on the line of a row that runs round the outer side, above its first stretch."""
    x, y = track.label
    space = track.space - 8 - pen.width(section, SECTION)
    shown = fit(text, Font(SIGNAL.size, bold=newest), space, pen.room.measure)
    wide = pen.width(shown, Font(SIGNAL.size, bold=newest))
    left = x if track.side > 0 else x - wide - 8 - pen.width(section, SECTION)
    color = "text" if taken else "text2"
    pen.text(name + "/signal", left, y, shown, SIGNAL.size, bold=newest, color=color, anchor="start", above=2)
    pen.text(name + "/section", left + wide + 8, y, section, 12, color="text3", anchor="start", above=2)
