"""The whole conversation as a ladder: everything that has happened between the two peers, the newest at the foot.

What crosses now, or what the focus names, stands in a card with its bytes. When there are more rungs than fit, the
older ones fold into one row; what is still to come is not drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.marks import Scene
from app.figures.parts import peer_name
from app.figures.pen import Pen
from app.figures.sequence_layout import FOLD, make_ladder
from app.figures.sequence_marks import PEER_GLYPHS, lifeline
from app.figures.sequence_overview import coming_rungs, draw_coming
from app.figures.sequence_rows import LIFE, folded_row, row_marks
from app.figures.sequence_rungs import current_rung, read_rungs
from app.figures.sequence_states import changes, state_pills, stretches
from app.figures.sequence_told import draw_told, told_height
from app.figures.sequence_words import rung_sentence, state_sentence
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.drawing.marks import Anchor, Room
    from app.figures.sequence_layout import Ladder
    from protocol.knowledge import Facts

HEAD = 110.0
"""y of the middle of the peers."""

TOP = 146.0
FOOT = 20.0
"""The ladder begins at `TOP` and keeps `FOOT` units from the bottom of the room."""


def draw(facts: Facts, cursor: int, focus: str, room: Room) -> Scene:
    """The ladder at the cursor; `focus` may be the id of a known fact, whose rung is then in the centre, or
    `overview`: then what is still to come stands below in general words."""
    known = facts.until(min(max(cursor, 0), len(facts)))
    cursor = len(known)
    rungs = read_rungs(known)
    current = current_rung(known, rungs, cursor, focus)
    coming = coming_rungs(facts, cursor) if focus == "overview" else ()
    bottom = room.height - FOOT - told_height(known)
    ladder = make_ladder(rungs, current, cursor, top=TOP, bottom=bottom, coming=len(coming))
    pen = Pen(room, "")
    for role in Role:
        _head(pen, role)
        steps = changes(known, rungs, ladder, role)
        now = ladder.bottom + (FOLD if ladder.later else 0)
        lifeline(pen, role, LIFE[role], stretches(steps, start=HEAD + 18, now=now, end=room.height - FOOT + 8))
        lowest = state_pills(pen, role, steps)
        draw_told(pen, known, role, max(lowest, steps[-1].height) + 30)
    _folds(pen, ladder)
    for row in ladder.rows:
        row_marks(pen, known, cursor, row)
    if coming:
        draw_coming(pen, coming, ladder.bottom, bottom)
    words = room.words
    sentences = [state_sentence(words, role, known.state(role)) for role in Role]
    sentences += [rung_sentence(words, row.rung, cursor) for row in ladder.rows]
    return Scene(
        tuple(pen.marks), height=room.height, title=words.translate("figures", "Conversation"),
        description=". ".join(sentences) + ".",
    )  # fmt: skip


def _head(pen: Pen, role: Role) -> None:
    """A peer above its lifeline: its shape and its name."""
    name, word = "peer." + role.value, peer_name(pen.room.words, role)
    out = -1 if role is Role.CLIENT else 1
    anchor: Anchor = "end" if role is Role.CLIENT else "start"
    pen.glyph(name, LIFE[role], HEAD, PEER_GLYPHS[role], 28, spoken=word, links=("peer:" + role.value,))
    pen.text(name + "/name", LIFE[role] + 26 * out, HEAD + 6, word, 18, bold=True, anchor=anchor)


def _folds(pen: Pen, ladder: Ladder) -> None:
    """The rows that stand for what does not fit."""
    words = pen.room.words
    if ladder.earlier:
        text = words.translate("figures", "%n earlier", "", ladder.earlier)
        folded_row(pen, "fold.earlier", ladder.top + 10, text)
    if ladder.later:
        text = words.translate("figures", "%n later", "", ladder.later)
        folded_row(pen, "fold.later", ladder.bottom + 13, text)
