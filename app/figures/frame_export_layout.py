"""Frames in general as a figure for paper: the picture of section 5.2 of RFC 6455.

What need not be there is dashed and says when it is there. The payload data ends ragged: it is as long as it is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.drawing.marks import Font, Scene
from app.figures.frame_export_grid import ASIDE, GAP, LAYOUT_LEVELS, MARGIN, RULE, draw_ruler, grid_of
from app.figures.frame_export_rows import teeth
from app.figures.frame_layout import layout_caption, layout_rows, layout_title
from app.figures.pen import Pen
from app.figures.tokens import field_link, fill, hatch, tint

if TYPE_CHECKING:
    from app.drawing.marks import Room, Words
    from app.figures.frame_export_grid import Grid
    from app.figures.frame_layout import Piece

DASH = (5.0, 4.0)
RAGGED = 12
"""How much higher the last row is, so that its ragged end leaves its words alone."""


def draw_layout(room: Room) -> Scene:
    """The figure, without a caption; `room.options` may hold `bits` and `show` as for one frame."""
    pen, grid = Pen(room, "layout/"), grid_of(room.options)
    word = room.words.translate("figures", "bit")
    grid = replace(grid, left=MARGIN + pen.width(word, Font(13)) + ASIDE)
    height = LAYOUT_LEVELS[grid.show].height
    bottom = y = draw_ruler(pen, grid, MARGIN)
    for number, row in enumerate(rows := layout_rows(room.words, grid.bits)):
        for piece in row:
            _box(pen, grid, piece, piece.part.start - number * grid.bits, y, last=number == len(rows) - 1)
        bottom, y = y + height, y + height + GAP
    title = layout_title(room.words)
    return Scene(
        tuple(pen.marks), grid.left + grid.width + MARGIN, bottom + RAGGED + MARGIN, title, layout_caption(room.words)
    )


def _box(pen: Pen, grid: Grid, piece: Piece, bit: int, top: float, *, last: bool) -> None:
    """One field in one row; `bit` is its place in the row."""
    levels, part = LAYOUT_LEVELS[grid.show], piece.part
    name, link = f"{part.name}.{part.start}", (field_link(part.name),)
    x, width, height = grid.x(bit), part.width * grid.bit, levels.height
    said = _spoken(pen.room.words, piece, last=last)
    if last:
        _ragged(pen, grid, name, part.name, top)
    else:
        pen.box(name, x, top, width, height, fill=tint(part.name), links=link, spoken=said)
    bar = said if last else ""
    pen.box(name + "/bar", x, top, width, 6, fill=fill(part.name), hatch=hatch(part.name), spoken=bar)
    _words(pen, grid, piece, x, top)
    if piece.optional and bit:
        # Its left edge is that of the box before: two dashed lines on each other would be a solid one.
        right, foot = x + width, top + height
        around = ((x, top), (right, top), (right, foot), (x, foot))
        pen.line(name + "/rule", around, "text", RULE, dash=DASH, above=1)
    elif piece.optional:
        pen.box(name + "/rule", x, top, width, height, stroke="text", line=RULE, dash=DASH, above=1)
    elif not last:
        pen.box(name + "/rule", x, top, width, height, stroke="text", line=RULE, above=2)


def _spoken(words: Words, piece: Piece, *, last: bool) -> str:
    """Name, bits in the frame, and what makes it be there; the `last` row goes on."""
    part = piece.part
    if last:
        text = words.translate("figures", "{field}: from bit {first} on.").format(field=piece.name, first=part.start)
    elif part.width == 1:
        text = words.translate("figures", "{field}: bit {first}.").format(field=piece.name, first=part.start)
    else:
        text = words.translate("figures", "{field}: bits {first} to {last}.")
        text = text.format(field=piece.name, first=part.start, last=part.stop - 1)
    stop, gap = ("。", "") if words.lang.startswith("zh") else (".", " ")
    if not piece.note or not (piece.optional or part.name == "payload data"):
        return text
    return f"{text}{gap}{piece.note[:1].upper()}{piece.note[1:]}{stop}"


def _words(pen: Pen, grid: Grid, piece: Piece, x: float, top: float) -> None:
    """The name of a box and what makes it be there; one without the other stands in the middle."""
    levels, part = LAYOUT_LEVELS[grid.show], piece.part
    width, narrow = part.width * grid.bit, part.width == 1
    name, alone = f"{part.name}.{part.start}", top + (levels.height + 6) / 2 + 5
    note = piece.note if levels.name else piece.note or "…"
    if levels.name:
        baseline = top + levels.name if levels.value and note else alone
        font, link = Font(12 if narrow else 15, bold=True), (field_link(part.name),)
        room = width if narrow else width - 8
        pen.text(name + "/name", x + width / 2, baseline, piece.name, font, within=room, links=link)
    if levels.value and note:
        baseline = top + levels.value if levels.name else alone
        room = width - (1 if narrow else 8)
        pen.text(name + "/note", x + width / 2, baseline, note, 13, color="text2", within=room)


def _ragged(pen: Pen, grid: Grid, name: str, field: str, top: float) -> None:
    """The ground of a whole row whose lower end is torn off."""
    right, foot = grid.left + grid.width, top + LAYOUT_LEVELS[grid.show].height + RAGGED - 8
    torn = [(x, foot + up) for x, up in teeth(grid, 0, grid.bits)]
    corners = ((right, top), (grid.left, top))
    pen.line(name, (*torn, *corners), "text", 0, fill=tint(field))
    around = (torn[0], (grid.left, top), (right, top), torn[-1])
    pen.line(name + "/rule", around, "text", RULE, above=2)
    pen.line(name + "/torn", tuple(torn), "text2", 1, above=1)
