"""The bit diagram of one frame, and that of frames in general (RFC 6455 section 5.2)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, get_args

from app.diagram.boxes import BitBox, Break, Diagram, Row, Show, Width
from app.figures.frame_caption import caption
from app.figures.frame_parts import Part, chosen, hex_text, parts, within
from app.figures.frame_view import Broken, View
from app.figures.tokens import field_word
from protocol.violations import frame_violations

if TYPE_CHECKING:
    from app.drawing.marks import Words
    from protocol.frames import Frame
    from protocol.vocabulary import Role

MOST_ROWS: Final = 8
"""Longer frames are cut with a break, as the RFC does."""

WIDTHS: Final[tuple[int, ...]] = get_args(Width)


def frame_diagram(frame: Frame, sender: Role, words: Words, width: Width = 32, show: Show = "both") -> Diagram:
    """The boxes of this frame, with its values."""
    view = view_of(frame, sender)
    total = -(-8 * frame.size // width)
    places = chosen(total, MOST_ROWS)
    rows: list[Row | Break] = []
    for at, place in enumerate(places):
        if place is None:
            following, before = places[at + 1], places[at - 1]
            assert following is not None
            assert before is not None
            skipped = (following - before - 1) * width // 8
            text = words.translate("diagram", "{count} bytes are left out here")
            rows.append(Break(skipped, text.format(count=skipped)))
            continue
        clipped = within(view.parts, place * width, (place + 1) * width)
        rows.append(Row(place * width, tuple(_box(words, view, part) for part in clipped)))
    return Diagram(tuple(rows), width, _title(words, frame), caption(words, view), words.lang, show)


def view_of(frame: Frame, sender: Role) -> View:
    """The frame with the rules that it breaks by itself."""
    broken = tuple(
        Broken(found.rule, found.start_bit, found.start_bit + found.width) for found in frame_violations(frame, sender)
    )
    return View(frame, sender, 0, frame.raw, parts(frame, merge=False), broken=broken)


def _box(words: Words, view: View, part: Part) -> BitBox:
    name = field_word(words, part.name)
    ends = next(one.stop for one in view.parts if one.name == part.name)
    if part.continued:
        name = words.translate("diagram", "{field} (continued)").format(field=name)
    goes_on = part.stop < ends
    value = _value(view.frame, part)
    return BitBox(part.name, part.start, part.stop, name, value, part.name, continued=part.continued, goes_on=goes_on)


def _value(frame: Frame, part: Part) -> str:
    """Bytes as hex, smaller fields as the number that they are."""
    if part.start % 8 == 0 and part.stop % 8 == 0:
        return hex_text(frame.raw[part.start // 8 : part.stop // 8])
    byte = frame.raw[part.start // 8]
    number = byte >> -part.stop % 8 & (1 << part.width) - 1
    return f"0x{number:x}" if part.name == "opcode" else str(number)


def _title(words: Words, frame: Frame) -> str:
    text = words.translate("diagram", "WebSocket frame, {size} bytes")
    return text.format(size=frame.size)


# Frames in general: the figure of section 5.2.

_LAYOUT: Final = (
    ("FIN", 0, 1), ("RSV1", 1, 2), ("RSV2", 2, 3), ("RSV3", 3, 4), ("opcode", 4, 8), ("MASK", 8, 9),
    ("payload length", 9, 16), ("extended payload length", 16, 80), ("masking key", 80, 112),
    ("payload data", 112, 192),
)  # fmt: skip
_OPTIONAL: Final = frozenset({"extended payload length", "masking key"})


def layout_diagram(words: Words, width: Width = 32, show: Show = "both") -> Diagram:
    """What a frame consists of: the extended length in its longest form and the masking key need not be there."""
    known = {
        "opcode": words.translate("diagram", "4 bits"),
        "payload length": words.translate("diagram", "7 bits"),
        "extended payload length": words.translate("diagram", "16 or 64 bits, if payload length is 126 or 127"),
        "masking key": words.translate("diagram", "32 bits, if MASK is 1"),
        "payload data": words.translate("diagram", "as long as the length says"),
    }
    whole = tuple(Part(name, start, stop) for name, start, stop in _LAYOUT)
    rows = []
    for first in range(0, _LAYOUT[-1][2], width):
        boxes = []
        for part in within(whole, first, first + width):
            name = field_word(words, part.name)
            if part.continued:
                name = words.translate("diagram", "{field} (continued)").format(field=name)
            ends = next(one.stop for one in whole if one.name == part.name)
            box = BitBox(part.name, part.start, part.stop, name, "" if part.continued else known.get(part.name, ""))
            boxes.append(
                replace(
                    box,
                    short=part.name,
                    optional=part.name in _OPTIONAL,
                    continued=part.continued,
                    goes_on=part.stop < ends or part.name == "payload data",
                )
            )
        rows.append(Row(first, tuple(boxes)))
    title = words.translate("diagram", "The WebSocket frame")
    text = words.translate("diagram", "What is dashed or slanted need not be there. Layout after RFC 6455 §5.2.")
    return Diagram(tuple(rows), width, title, text, words.lang, show)
