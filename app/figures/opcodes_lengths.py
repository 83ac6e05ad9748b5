"""The three forms of a payload length (RFC 6455 section 5.2): 7 bits, 7+16 bits, 7+64 bits, each with its range.

The form that the frame in view has is framed in ink and says the real length; a form that is longer than it need be
is a broken rule and has its octagon.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font
from app.figures.frame_parts import declared_size
from app.figures.tokens import edge, field_link, fill, hatch, needs_outline, tint
from protocol.frames import shortest_form

if TYPE_CHECKING:
    from app.figures.pen import Pen
    from protocol.frames import Frame

HEAD: Final = 26.0
WIDE: Final = 264.0
GAP: Final = 16.0
CELL: Final = 17.0
"""The width of a byte in the sketch of a header."""


@dataclass(frozen=True, slots=True)
class Form:
    """`bits` of length, `least` and `most` bytes of payload, what the 7-bit field says, and bytes that follow it."""

    bits: int
    least: int
    most: str
    says: str
    more: int


FORMS: Final = (
    Form(7, 0, "125", "0-125", 0),
    Form(16, 126, "65535", "126", 2),
    Form(64, 65536, "2^63 − 1", "127", 8),
)


def draw_lengths(pen: Pen, top: float, height: float, frame: Frame | None) -> None:
    """The heading and the three cards in `height` units."""
    words = pen.room.words
    heading = words.translate("figures", "Payload length in three forms")
    pen.text("lengths", 32, top + 16, heading, 15, bold=True, anchor="start")
    note = words.translate("figures", "the shortest one that fits  §5.2")
    space = 824 - pen.width(heading, Font(15, bold=True)) - 12
    pen.text("lengths/note", 856, top + 16, note, 13, color="text2", anchor="end", within=space)
    for place, form in enumerate(FORMS):
        _card(pen, form, 32 + place * (WIDE + GAP), top + HEAD, height - HEAD, frame)


def _card(pen: Pen, form: Form, left: float, top: float, height: float, frame: Frame | None) -> None:
    words, name = pen.room.words, f"length.{form.bits}"
    now = frame is not None and frame.length_form == form.bits
    wrong = now and frame is not None and _too_long(frame)
    stroke, line = ("err.fill", 2.5) if wrong else ("ink", 2.5) if now else ("line2", 1.0)
    pen.box(
        name, left, top, WIDE, height, fill="sunk" if now else "raise", stroke=stroke, line=line, radius=10,
        spoken=_sentence(pen, form, frame if now else None),
        links=(f"length:{form.bits}", field_link("payload length")),
    )  # fmt: skip
    base = top + 12 + height * 0.09
    title = words.translate("figures", "{bits} bits").format(bits="7" if form.bits == 7 else f"7+{form.bits}")
    pen.text(name + "/title", left + 14, base, title, 14, bold=True, anchor="start")
    bounds = words.translate("figures", "{least} to {most} bytes").format(least=form.least, most=form.most)
    pen.text(name + "/range", left + WIDE - 14, base, bounds, 13, color="text2", anchor="end", within=160)
    _sketch(pen, name, form, left + 14, top + height * 0.36)
    _told(pen, name, form, left, top + height - 11, frame if now else None)


def _sketch(pen: Pen, name: str, form: Form, left: float, top: float) -> None:
    """The header without a key, byte by byte: the first two, and those that carry more of the length."""
    fields = ["", "payload length", *["extended payload length"] * form.more]
    for byte, field in enumerate(fields):
        x = left + byte * (CELL + 2)
        wide = CELL if byte != 1 else 2 * CELL + 14
        if byte > 1:
            x += CELL + 14
        ground = tint(field) if field else "sunk"
        pen.box(f"{name}/byte.{byte}", x, top, wide, 19, fill=ground, stroke="line2" if not field else "")
        if byte == 1:
            pen.text(f"{name}/says", x + wide / 2, top + 14, form.says, 13, bold=True, mono=True)
        bar = fill(field) if field else "line2"
        outline = edge(field) if field and needs_outline(field) else ""
        pen.box(
            f"{name}/bar.{byte}", x, top + 20, wide, 4, fill=bar, hatch=hatch(field) if field else "", stroke=outline
        )


def _told(pen: Pen, name: str, form: Form, left: float, base: float, frame: Frame | None) -> None:
    """The size of the header, and of the frame that has this form its length."""
    words = pen.room.words
    size = 2 + form.more
    header = words.translate("figures", "header: {size} bytes, masked {masked}").format(size=size, masked=size + 4)
    if frame is None:
        pen.text(name + "/header", left + 14, base, header, 13, color="text2", anchor="start", within=WIDE - 28)
        return
    real = declared_size(frame)
    text = words.translate("figures", "this frame: {length}").format(length=real)
    color = "text"
    if _too_long(frame):
        text = words.translate("figures", "this frame: {length}, {form} bits would do").format(
            length=real, form=_bits(shortest_form(real))
        )
        color = "err.edge"
        pen.glyph(name + "/wrong", left + WIDE, base - 4, "cross", 18, spoken=text, above=2)
    pen.text(name + "/header", left + 14, base, text, 14, bold=True, color=color, anchor="start", within=WIDE - 36)


def _bits(form: int) -> str:
    return "7" if form == 7 else f"7+{form}"


def _too_long(frame: Frame) -> bool:
    return frame.length_form != shortest_form(declared_size(frame))


def _sentence(pen: Pen, form: Form, frame: Frame | None) -> str:
    words = pen.room.words
    text = {
        7: words.translate("figures", "The 7 bits say the length themselves: 0 to 125 bytes."),
        16: words.translate("figures", "126 says that the length stands in the next 2 bytes: 126 to 65535 bytes."),
        64: words.translate("figures", "127 says that the length stands in the next 8 bytes: 65536 bytes and more."),
    }[form.bits]
    if frame is not None:
        here = words.translate("figures", "This frame carries {length} bytes.").format(length=declared_size(frame))
        text += ("" if words.lang.startswith("zh") else " ") + here
    return text
