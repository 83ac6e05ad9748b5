"""The registry of close codes (RFC 6455 section 7.4 and IANA), with the codes of the run marked in it.

`draw` composes it: the table of the codes 1000 to 1015 and the ranges (`codes_table`), and below them what each side of
the run sent and was told (`codes_run`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.marks import Scene
from app.figures.close_told import told_sentence
from app.figures.codes_known import read_known
from app.figures.codes_run import run_panel
from app.figures.codes_table import ROWS, codes_table, ranges_row
from app.figures.parts import peer_name
from app.figures.pen import Pen
from app.figures.sequence_words import close_text
from protocol.closing import read_close
from protocol.knowledge import Facts

if TYPE_CHECKING:
    from app.drawing.marks import Room, Words
    from app.figures.codes_known import Known
    from protocol.chorus import Chorus

HEAD = 22
"""Height of the headings of the table."""


def draw(facts: Facts | Chorus, cursor: int, focus: str, room: Room) -> Scene:
    """The registry when `cursor` facts are known; of several connections the main one counts."""
    del focus
    seen = facts.until(min(max(cursor, 0), len(facts)))
    known = read_known(seen if isinstance(seen, Facts) else seen.connection())
    pen = Pen(room)
    space = room.height - 8 - room.top
    ease = min(1.0, max(0.0, (space - 488) / 180))
    row = 36 + 11 * ease
    ranges, gap = 46 + 10 * ease, 8 + 8 * ease
    top = room.top + 10 * ease
    codes_table(pen, known, top, row)
    below = top + HEAD + ROWS * row - 4 + gap
    ranges_row(pen, known, below, ranges)
    panel = below + ranges + gap
    run_panel(pen, known, panel, room.height - 8 - panel)
    title = room.words.translate("figures", "Close codes")
    return Scene(tuple(pen.marks), height=room.height, title=title, description=_description(room.words, known))


def _description(words: Words, known: Known) -> str:
    """The text alternative: what each side said, and what each program was told."""
    text = words.translate("figures", "{peer} has sent {what}")
    sentences = [
        text.format(peer=peer_name(words, role), what=close_text(words, read_close(frame.payload)))
        for role, frame in known.said.items()
    ]
    sentences += [told_sentence(words, fact) for fact in known.told.values()]
    return ". ".join(sentences or [words.translate("figures", "No Close has been sent yet")]) + "."
