"""A frame as a figure for paper: boxes as in RFC 6455 section 5.2, and the bytes.

White paper, black rules, one named box per field and row with a colour bar, bold 1s, the ruler, the byte strip with the
unmasked payload below it. It is legible without colour. `frame_export_rows` draws the boxes, `frame_export_strip` the
bytes, `frame_export_layout` frames in general and `frame_caption` says it in words; here they are put together.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.drawing.marks import Scene
from app.figures.frame_caption import caption, first_sentence
from app.figures.frame_export_grid import MARGIN, grid_of
from app.figures.frame_export_layout import draw_layout
from app.figures.frame_export_rows import draw_rows, left_margin
from app.figures.frame_export_strip import draw_strip
from app.figures.frame_layout import layout_caption
from app.figures.frame_view import view_of
from app.figures.pen import Pen

if TYPE_CHECKING:
    from app.drawing.marks import Room, Words
    from protocol.frames import Frame
    from protocol.vocabulary import Role

__all__ = ["caption_of", "draw", "draw_layout", "layout_caption", "view_of"]


def draw(frame: Frame, sender: Role, room: Room) -> Scene:
    """The figure of one frame that `sender` sent, without a caption.

    `room.options` may hold `bits`, how many stand in a row (8, 16 or 32), and `show`, what stands in a box: names,
    values (bits and what they mean) or both. Names alone go without the bytes below.
    """
    view = view_of(frame, sender)
    pen, grid = Pen(room, "export/"), grid_of(room.options)
    grid = replace(grid, left=MARGIN + left_margin(pen, view, grid))
    right = grid.left + grid.width
    bottom = draw_rows(pen, view, grid, MARGIN)
    if grid.show != "names":
        said, bottom = draw_strip(pen, view, grid, bottom + 22)
        right = max(right, said)
    title = first_sentence(room.words, view)
    return Scene(
        tuple(pen.marks), width=right + MARGIN, height=bottom + MARGIN,
        title=title, description=caption(room.words, view, title),
    )  # fmt: skip


def caption_of(frame: Frame, sender: Role, words: Words) -> str:
    """What the figure of this frame shows, in whole sentences."""
    return caption(words, view_of(frame, sender))
