"""A frame as a figure for paper: boxes as in RFC 6455 section 5.2, the bytes, and a caption that is
computed.

White paper, black rules, one named box per field and row with a colour bar, bold 1s, the ruler 0 to 31,
the byte strip with the unmasked payload below it. It is legible without colour. `frame_export_rows` draws
the boxes, `frame_export_strip` the bytes and `frame_caption` says it in words; here they are put
together.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.drawing.marks import Font, Scene
from app.figures.frame_caption import caption, first_sentence, label
from app.figures.frame_export_rows import WIDTH, draw_rows, left_margin
from app.figures.frame_export_strip import draw_strip
from app.figures.frame_parts import parts
from app.figures.frame_view import Broken, View
from app.figures.pen import Pen, wrap
from protocol.violations import frame_violations

if TYPE_CHECKING:
    from app.drawing.marks import Room
    from protocol.frames import Frame
    from protocol.vocabulary import Role

MARGIN = 32
LINE = 25
CAPTION_WIDTH = 1020


def draw(frame: Frame, sender: Role, room: Room) -> Scene:
    """The figure of one frame that `sender` sent; `room.options` may hold its number as `figure`."""
    if frame.masked and len(frame.key) < 4:
        # Cut short inside its key: without payload nothing is unmasked, so any key will do.
        frame = replace(frame, key=frame.key.ljust(4, b"\0"), wire=b"")
    size = frame.size * 8
    broken = tuple(
        Broken(each.rule, each.start_bit, min(each.start_bit + max(1, each.width), size))
        for each in frame_violations(frame, sender)
        if each.start_bit < size
    )
    view = View(frame, sender, 0, frame.raw, parts(frame, merge=False), broken=broken)
    pen = Pen(room, "export/")
    left = MARGIN + left_margin(pen, view)
    y = draw_rows(pen, view, left, MARGIN)
    y = draw_strip(pen, view, left, y + 22)
    text = caption(room.words, view)
    bottom = _caption(pen, text, left, y)
    title = label(room.words, room.options.get("figure", 1))
    return Scene(
        tuple(pen.marks), width=left + WIDTH + MARGIN, height=bottom + MARGIN,
        title=title + " " + first_sentence(room.words, view),
        description=text,
    )  # fmt: skip


def _caption(pen: Pen, text: str, left: float, y: float) -> float:
    """The caption in lines, the first of them after its bold number; the last baseline."""
    number = label(pen.room.words, pen.room.options.get("figure", 1))
    bold, plain = Font(16, bold=True), Font(16)
    gap = "　" if pen.room.words.lang.startswith("zh") else "  "
    first = pen.width(number + gap, bold)
    lines = wrap(text, plain, CAPTION_WIDTH, pen.room.measure, first)
    pen.runs("caption.0", left, y, ((number, bold, "text"), (gap + lines[0], plain, "text")), spoken=text)
    for place, line in enumerate(lines[1:], 1):
        y += LINE
        pen.text(f"caption.{place}", left, y, line, 16, anchor="start")
    return y
