"""Compression: two messages with what the second copies, its DEFLATE bits, its frame, and what the window is worth.

    messages    literals tinted, an arc from each copy to its source
    bits        in the order in which they are read, every code named
    frame       RSV1 ringed, the payload, the four bytes that were left out
    takeover    the bytes of both messages with and without context takeover

The focus is read by `deflate_view`. The option `tail` = `later` leaves out the four bytes, for the steps before the
reader is asked for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.marks import Scene
from app.figures.deflate_arcs import draw_arcs
from app.figures.deflate_bits import draw_bits
from app.figures.deflate_frame import draw_frames
from app.figures.deflate_layout import layout_of
from app.figures.deflate_takeover import draw_takeover
from app.figures.deflate_text import draw_messages, message_name, place_strips
from app.figures.deflate_view import View, read_view
from app.figures.pen import Pen
from protocol.deflate_blocks import Reference

if TYPE_CHECKING:
    from app.drawing.marks import Room
    from protocol.chorus import Chorus
    from protocol.knowledge import Facts


def draw(facts: Facts | Chorus, cursor: int, focus: str, room: Room) -> Scene:
    """The compression of the message in focus, as the first `cursor` facts tell it."""
    view = read_view(facts, cursor, focus)
    layout = layout_of(room)
    pen = Pen(room)
    strips = place_strips(view, layout)
    draw_messages(pen, view, strips)
    draw_arcs(pen, view, strips, layout.bits - 4)
    draw_bits(pen, view, layout)
    draw_frames(pen, view, layout)
    draw_takeover(pen, view, layout)
    words = room.words
    title = words.translate("figures", "Compression: {message}").format(message=message_name(pen, view.number))
    return Scene(tuple(pen.marks), height=room.height, title=title, description=_description(pen, view))


def _description(pen: Pen, view: View) -> str:
    """The picture in words."""
    words = pen.words
    packed = view.shown
    if packed is None:
        text = words.translate("figures", "{message} has not been sent yet.")
        return text.format(message=message_name(pen, view.number))
    parts = [
        words.translate("figures", "{message}: {before} bytes of text, {after} bytes of payload.").format(
            message=message_name(pen, view.number), before=len(packed.text), after=len(packed.payload)
        )
    ]
    if isinstance(view.at, Reference):
        text = words.translate("figures", "“{text}” is a copy: {length} bytes from {distance} bytes back")
        copied = view.at.text.decode("utf-8", "replace")[:60]
        parts.append(text.format(text=copied, length=view.at.length, distance=view.at.distance))
    if view.broken is not None:
        text = words.translate("figures", "Broken rule: {rule}. Close code {code}.")
        parts.append(text.format(rule=words.rule(view.broken.rule.id), code=view.broken.rule.close_code))
    return " ".join(parts)
