"""The sixteen opcodes as two columns of eight: data frames, whose first opcode bit is 0, and control frames.

The opcode of the frame in view is framed in ink; a circle and a square say that the client or the server has sent one
with that opcode. Reserved opcodes are dashed; the frame in view breaks a rule with one of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font
from app.figures.opcodes_words import carries, half_heading, half_note, opcode_sentence
from app.figures.sequence_marks import PEER_GLYPHS
from app.figures.tokens import field_link, opcode_word
from protocol.facts import FrameSent
from protocol.vocabulary import DEFINED, Role

if TYPE_CHECKING:
    from app.figures.pen import Pen
    from protocol.knowledge import Facts

LEFT: Final = (32.0, 452.0)
WIDE: Final = 404.0
HEAD: Final = 26.0
BIT: Final = 15.0
NAME: Final = 124.0
"""Where the name begins, from the left edge of its row."""
NOTE: Final = 222.0
"""Where the payload is told."""
SENDERS: Final = (377.0, 392.0)


def senders(known: Facts) -> dict[int, frozenset[Role]]:
    """Who has sent a frame with each opcode."""
    found: dict[int, frozenset[Role]] = {}
    for fact in known.of(FrameSent):
        found[fact.frame.opcode] = found.get(fact.frame.opcode, frozenset()) | {fact.who}
    return found


def draw_table(pen: Pen, top: float, row: float, known: Facts, now: int | None) -> None:
    """Both columns; `row` is the height of a row and `now` the opcode of the frame in view."""
    sent = senders(known)
    for control in (False, True):
        left = LEFT[control]
        name = "opcodes.control" if control else "opcodes.data"
        heading = half_heading(pen.room.words, control=control)
        pen.text(name, left, top + 16, heading, 15, bold=True, anchor="start")
        note = half_note(pen.room.words, control=control)
        space = WIDE - pen.width(heading, Font(15, bold=True)) - 12
        pen.text(name + "/note", left + WIDE, top + 16, note, 13, color="text2", anchor="end", within=space)
        for place in range(8):
            opcode = place + 8 * control
            y = top + HEAD + place * row
            _row(pen, opcode, left, y, row - 3, sent.get(opcode, frozenset()), now=opcode == now)


def _row(pen: Pen, opcode: int, left: float, y: float, height: float, sent: frozenset[Role], *, now: bool) -> None:
    words, name, known = pen.room.words, f"opcode.{opcode:x}", opcode in DEFINED
    links = (f"opcode:{opcode:x}", field_link("opcode"))
    fill = "sunk" if now else "raise" if known else "stage"
    wrong = now and not known
    stroke, line = ("err.fill", 2.5) if wrong else ("ink", 2.5) if now else ("line2", 1.0)
    pen.box(
        name, left, y, WIDE, height, fill=fill, stroke=stroke, line=line, radius=6,
        dash=() if known or now else (5, 4), spoken=opcode_sentence(words, opcode, now=now), links=links,
    )  # fmt: skip
    if wrong:
        pen.glyph(name + "/wrong", left + WIDE, y + height / 2, "cross", 18, spoken=carries(words, opcode), above=2)
    base = y + height / 2 + 5
    strong = "text" if known or now else "text3"
    pen.text(
        name + "/hex", left + 12, base, f"0x{opcode:x}", 14, bold=known or now, mono=True, color=strong, anchor="start"
    )
    for bit in range(4):
        _bit(
            pen,
            f"{name}/bit.{bit}",
            left + 50 + bit * (BIT + 1),
            y,
            height,
            opcode >> (3 - bit) & 1,
            faint=not (known or now),
        )
    word = opcode_word(words, opcode)
    space = NOTE - NAME - 8
    pen.text(name + "/name", left + NAME, base, word, 14, bold=known, color=strong, anchor="start", within=space)
    note, space = carries(words, opcode), SENDERS[0] - NOTE - 10
    pen.text(
        name + "/payload",
        left + NOTE,
        base,
        note,
        13,
        color="text2" if known else "text3",
        anchor="start",
        within=space,
    )
    for role, x in zip(Role, SENDERS, strict=True):
        if role in sent:
            y_middle, said = y + height / 2, _sender(pen, role)
            pen.glyph(f"{name}/{role.value}", left + x, y_middle, PEER_GLYPHS[role], 12, spoken=said, links=links)


def _bit(pen: Pen, name: str, x: float, y: float, height: float, value: int, *, faint: bool) -> None:
    tall = min(20.0, height - 4)
    top = y + (height - tall) / 2
    fill, color = ("op.fill", "op.on") if value else ("op.tint", "text")
    if faint:
        fill, color = ("text3", "stage") if value else ("sunk", "text2")
    pen.box(name, x, top, BIT, tall, fill=fill)
    pen.text(
        name + "/digit", x + BIT / 2, top + tall / 2 + 4.7, str(value), 13, mono=True, bold=bool(value), color=color
    )


def _sender(pen: Pen, role: Role) -> str:
    words = pen.room.words
    if role is Role.CLIENT:
        return words.translate("figures", "The client has sent such a frame.")
    return words.translate("figures", "The server has sent such a frame.")
