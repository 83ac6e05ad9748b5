"""What the program is told: nothing until the whole message is valid, and never a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.parts import peer_name
from app.figures.pen import sans
from app.figures.utf8_rows import RIGHT

if TYPE_CHECKING:
    from app.drawing.marks import GlyphName
    from app.figures.pen import Pen
    from app.figures.utf8_bytes import Text

TOLD: Final = 40.0
LEFT: Final = 32.0


def draw_told(pen: Pen, text: Text, top: float, bottom: float) -> None:
    """One line at the foot of the left side."""
    words = pen.words
    reader = text.sender.peer
    head = words.translate("figures", "{peer}’s program gets").format(peer=peer_name(words, reader))
    said = told_words(pen, text)
    done = text.whole
    glyph: GlyphName = "tick" if done else "cross" if text.code is not None else "pending"
    middle = (top + bottom) / 2
    pen.box(
        "told", LEFT + 0.5, top, RIGHT - LEFT - 1, bottom - top - 1, fill="raise", stroke="ink" if done else "line2",
        line=1.5 if done else 1, radius=8, spoken=f"{head}: {said}",
    )  # fmt: skip
    pen.glyph("told/glyph", LEFT + 20, middle, glyph, 16)
    runs = ((head, sans(14), "text2"), ("  " + said, sans(15, bold=True), "text" if done else "text2"))
    pen.runs("told/words", LEFT + 36, middle + 5, runs, within=RIGHT - LEFT - 48)


def told_words(pen: Pen, text: Text) -> str:
    """The message, or nothing."""
    words = pen.words
    if not text.whole:
        return (
            words.translate("figures", "nothing")
            if text.code is not None
            else words.translate("figures", "nothing so far")
        )
    payload = bytes(byte.value for byte in text.bytes_)
    if text.is_text:
        return words.translate("figures", "“{text}”").format(text=payload.decode())
    return words.translate("figures", "the bytes {hex}").format(hex=payload.hex(" "))
