"""A text message as the incremental validator of RFC 6455 section 8.1 reads it: its bytes fragment by fragment, bit by
bit, the characters that they make, the first byte that no text can have there, and what the validator expects next.

The focus names the sender, the message and how far the validator has come: `client/message:0/byte:5`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Scene
from app.figures.pen import Pen, sans
from app.figures.utf8_bytes import find_text
from app.figures.utf8_rows import BITS, HEX, SIGN, draw_rows
from app.figures.utf8_state import draw_state, state_words
from app.figures.utf8_told import TOLD, draw_told

if TYPE_CHECKING:
    from app.drawing.marks import Room
    from protocol.chorus import Chorus
    from protocol.knowledge import Facts

MARGIN: Final = 14


def draw(facts: Facts | Chorus, cursor: int, focus: str, room: Room) -> Scene:
    """The figure at a cursor."""
    text = find_text(facts, cursor, focus)
    pen = Pen(room)
    title = room.words.translate("figures", "UTF-8, byte by byte")
    if text is None:
        said = room.words.translate("figures", "No message was sent in this direction.")
        pen.text("none", 444, (room.top + room.height) / 2, said, 16, color="text2")
        return Scene(tuple(pen.marks), height=room.height, title=title, description=said)
    bottom = room.height - MARGIN
    _heads(pen, room.top + 12)
    draw_rows(pen, text, room.top + 16, bottom - TOLD - 8)
    draw_told(pen, text, bottom - TOLD, bottom)
    draw_state(pen, text, room.top + 4, bottom)
    said = room.words.translate("figures", "{known} of {size} bytes have been read. The validator: {state}.")
    description = said.format(known=text.known, size=len(text.bytes_), state=state_words(pen, text))
    return Scene(tuple(pen.marks), height=room.height, title=title, description=description)


def _heads(pen: Pen, baseline: float) -> None:
    """What the columns are."""
    words = pen.words
    pen.text("head.hex", HEX + 20, baseline, words.translate("figures", "byte"), 12, color="text3")
    pen.runs(
        "head.bits", BITS, baseline,
        (
            (words.translate("figures", "marker bits"), sans(12, bold=True), "text"),
            (words.translate("figures", ", then bits of the code point"), sans(12), "pay.edge"),
        ),
        within=SIGN - BITS - 30,
    )  # fmt: skip
    pen.text(
        "head.sign",
        SIGN - 12,
        baseline,
        words.translate("figures", "character"),
        12,
        color="text3",
        anchor="start",
        within=130,
    )
