"""The sixteen opcodes and the three forms of a length, with the frame in view between them (RFC 6455 section 5.2).

The focus names the frame as in the frame figure: `client.0`, `client.0/field:opcode`, `client.0/field:payload length`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.marks import Scene
from app.figures.frame_grid import CELL, PITCH, column, draw_rows
from app.figures.frame_plan import Plan, Row
from app.figures.frame_spoken import frame_sentence
from app.figures.frame_view import View, find_view
from app.figures.opcodes_lengths import draw_lengths
from app.figures.opcodes_table import HEAD as TABLE_HEAD
from app.figures.opcodes_table import draw_table
from app.figures.pen import Pen
from protocol.chorus import as_chorus

if TYPE_CHECKING:
    from app.drawing.marks import Room
    from protocol.chorus import Chorus
    from protocol.knowledge import Facts

GRID = 76.0
"""What the row of bits takes, its names included."""
FOOT = 12.0


def draw(facts: Facts | Chorus, cursor: int, focus: str, room: Room) -> Scene:
    """The table with the frame in focus, or with the newest one."""
    known = as_chorus(facts).until(max(0, cursor)).connection()
    found = find_view(known, len(known), focus)
    view = found if isinstance(found, View) else None
    pen = Pen(room, "")
    space = room.height - FOOT - room.top
    lengths = min(132.0, max(112.0, space * 0.22))
    row = min(42.0, (space - GRID - lengths - TABLE_HEAD - 24) / 8)
    spare = (space - GRID - lengths - TABLE_HEAD - 8 * row) / 2
    table = room.top + GRID + spare
    if view is not None:
        _bits(room, pen, view, room.top)
    else:
        _no_bits(pen, room.top)
    draw_table(pen, table, row, known, view.frame.opcode if view is not None else None)
    draw_lengths(pen, table + TABLE_HEAD + 8 * row + spare, lengths, view.frame if view is not None else None)
    words = room.words
    title = words.translate("figures", "Opcodes and lengths")
    told = frame_sentence(words, view.frame, view.sender) if view is not None else _nothing(pen)
    return Scene(tuple(pen.marks), height=room.height, title=title, description=told)


def _bits(room: Room, pen: Pen, view: View, top: float) -> None:
    """The first four bytes of the frame in view; the opcode is ringed, and the field in focus."""
    row = Row(0, top + 3, 32, top + 3 + 32 + 21, top + 3 + 32 + 37)
    own = Pen(room, view.prefix)
    draw_rows(own, _plan(row), view)
    pen.marks += own.marks
    runs = [(start, min(stop, 32)) for start, stop in view.ringed() if start < 32] or [(4, 8)]
    for start, stop in runs:
        x, width = column(start), (stop - start) * PITCH - (PITCH - CELL)
        pen.box(f"ring.{start}", x - 1.5, row.top - 2, width + 3, row.cell + 4, stroke="ink", line=3, radius=3, above=2)


def _plan(row: Row) -> Plan:
    """A plan of one row and nothing else."""
    return Plan(None, row.top, (row,), None, 0, 0, 0, 0, 0, None, (), 0, 0, (), row.name)


def _no_bits(pen: Pen, top: float) -> None:
    pen.box("bits.none", column(0), top + 3, column(31) + CELL - column(0), 32, stroke="line3", dash=(5, 4))
    pen.text("bits.none/text", 444, top + 24, _nothing(pen), 14, color="text3")


def _nothing(pen: Pen) -> str:
    return pen.room.words.translate("figures", "No frame has been sent yet.")
