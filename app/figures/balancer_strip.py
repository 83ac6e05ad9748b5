"""A frame as a strip of its fields, 4 units a byte, and a text that travels without a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font
from app.figures import tokens

if TYPE_CHECKING:
    from app.figures.pen import Pen
    from protocol.frames import Frame

BYTE: Final = 4.0
EDGE: Final = 3
LONGEST: Final = 130
"""No strip is wider; what is longer is cut off."""

TEXT: Final = Font(12, bold=True, mono=True)


def strip_width(frame: Frame) -> float:
    """How wide its strip is."""
    return min(LONGEST, frame.size * BYTE + 2 * EDGE)


def strip(
    pen: Pen, name: str, x: float, y: float, frame: Frame, *, height: float = 19, links: tuple[str, ...] = ()
) -> None:
    """The frame with its left edge at x and its middle at y."""
    width = strip_width(frame)
    pen.box(
        name, x, y - height / 2, width, height, fill="stage", stroke="ink", line=1.5, radius=4,
        spoken=_spoken(pen, frame), links=links, above=3,
    )  # fmt: skip
    for field in frame.fields():
        left = x + EDGE + field.start_bit / 8 * BYTE
        right = min(x + width - EDGE, left + field.width / 8 * BYTE)
        if right > left:
            pen.box(
                f"{name}/{field.name}", left, y - height / 2 + EDGE, right - left, height - 2 * EDGE,
                fill=tokens.fill(field.name), above=4,
            )  # fmt: skip


def _spoken(pen: Pen, frame: Frame) -> str:
    text = frame.payload.decode("utf-8", "replace")
    if frame.masked:
        sentence = pen.words.translate("figures", "A frame of {size} bytes, masked with {key}: “{text}”")
        return sentence.format(size=frame.size, key=frame.key.hex(" "), text=text)
    sentence = pen.words.translate("figures", "A frame of {size} bytes, not masked: “{text}”")
    return sentence.format(size=frame.size, text=text)


def chip_width(pen: Pen, text: str, most: float = 56) -> float:
    """How wide the chip of a text is."""
    return min(most, pen.width(text, TEXT) + 14)


def text_chip(pen: Pen, name: str, x: float, y: float, text: str, *, spoken: str = "", most: float = 56) -> None:
    """A text that travels as it is; x is its left edge."""
    width = chip_width(pen, text, most)
    pen.box(name, x, y - 9.5, width, 19, fill="stage", stroke="ink", line=1.5, radius=4, spoken=spoken, above=3)
    pen.box(name + "/payload", x + 3, y - 6.5, width - 6, 13, fill="pay.fill", above=4)
    pen.text(name + "/text", x + width / 2, y + 4.2, text, TEXT, color="pay.on", within=width - 7, above=5)
