"""Three cuts of the same bytes on one axis: TCP segments, WebSocket frames, messages; what the parser holds and still
needs; the bytes of the last segment.

The focus is `client` or `server`, whose bytes are shown; with `/scale` all of them stand to scale.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.marks import Scene
from app.figures.lanes_axis import axis_of
from app.figures.lanes_bytes import draw_bytes
from app.figures.lanes_cuts import draw_cuts, draw_ground, draw_now
from app.figures.lanes_layout import plan
from app.figures.lanes_messages import draw_messages
from app.figures.lanes_parser import draw_parser, told
from app.figures.lanes_stream import find_view
from app.figures.lanes_tracks import draw_frames, draw_gaps, draw_ruler, draw_segments
from app.figures.pen import Pen

if TYPE_CHECKING:
    from app.drawing.marks import Room
    from protocol.chorus import Chorus
    from protocol.knowledge import Facts


def draw(facts: Facts | Chorus, cursor: int, focus: str, room: Room) -> Scene:
    """The figure at a cursor."""
    view = find_view(facts, cursor, focus)
    pen = Pen(room)
    title = room.words.translate("figures", "Segments, frames, messages")
    if not view.stream:
        text = room.words.translate("figures", "No frames were sent in this direction.")
        pen.text("none", 444, (room.top + room.height) / 2, text, 16, color="text2")
        return Scene(tuple(pen.marks), height=room.height, title=title, description=text)
    axis = axis_of(view, scale=focus.endswith("/scale"))
    places = plan(room.top, room.height)
    draw_ground(pen, places, axis, view)
    draw_ruler(pen, places, axis, view)
    draw_segments(pen, places, axis, view)
    draw_frames(pen, places, axis, view)
    draw_messages(pen, places, axis, view)
    draw_gaps(pen, places, axis, view)
    draw_cuts(pen, places, axis, view)
    draw_now(pen, places, axis, view)
    draw_parser(pen, places, view)
    draw_bytes(pen, places, view)
    return Scene(tuple(pen.marks), height=room.height, title=title, description=told(pen, view))
