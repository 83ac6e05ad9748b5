"""One frame bit by bit: the grid of RFC 6455 section 5.2, its bytes, and how its payload is masked.

The focus names the frame and what to emphasise in it (`frame_view`); `frame_plan` says where everything
stands; the grid, the rings over it, the hex strip and the table below are drawn by the modules of these
names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.marks import Font, Scene
from app.figures.frame_grid import LEFT, PITCH, RIGHT, column, draw_rows, draw_ruler
from app.figures.frame_hex import draw_hex
from app.figures.frame_mask_large import draw_large
from app.figures.frame_masking import draw_masking, table_characters
from app.figures.frame_payload import draw_payload, notes, payload_characters, shows_bits
from app.figures.frame_plan import Need, plan
from app.figures.frame_rings import draw_rings, draw_sender, inverted_columns, octagon_columns
from app.figures.frame_spoken import direction_text, frame_sentence
from app.figures.frame_view import Target, View, find_view
from app.figures.pen import Pen, wrap
from app.figures.tokens import field_word, opcode_word
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.drawing.marks import AnyMark, Room
    from protocol.knowledge import Facts


def draw(facts: Facts, cursor: int, focus: str, room: Room) -> Scene:
    """The figure of the frame in focus, or an empty outline if it has not been sent yet."""
    view = find_view(facts, cursor, focus)
    return _draw_frame(view, room) if isinstance(view, View) else _draw_open(view, room)


def _draw_frame(view: View, room: Room) -> Scene:
    if room.options.get("large") and view.step is not None:
        return _scene(draw_large(view, room), view, room)
    pen = Pen(room, view.prefix)
    lines = [line for note in notes(pen, view) for line in wrap(note, Font(14), 824, room.measure)]
    places = plan(_need(view, len(lines)), room.height)
    hidden = frozenset(octagon_columns(places, view))
    draw_sender(pen, places, view)
    draw_ruler(pen, places.ruler, inverted_columns(view), hidden)
    draw_rows(pen, places, view)
    draw_rings(pen, places, view)
    pen.line("rule.hex", ((32, places.rule), (856, places.rule)), "line")
    draw_hex(pen, places.hex, view)
    pen.line("rule.table", ((32, places.table_rule), (856, places.table_rule)), "line")
    if view.frame.masked and view.frame.wire:
        draw_masking(pen, places, view)
    else:
        draw_payload(pen, places, view)
    for number, (baseline, line) in enumerate(zip(places.notes, lines, strict=True)):
        pen.text(f"note.{number}", 32, baseline, line, color="text2", anchor="start")
    return _scene(tuple(pen.marks), view, room)


def _scene(marks: tuple[AnyMark, ...], view: View, room: Room) -> Scene:
    spoken = frame_sentence(room.words, view.frame, view.sender, view.open_from)
    return Scene(marks, height=room.height, title=_title(view, room), description=spoken)


def _need(view: View, note_lines: int) -> Need:
    masked = view.frame.masked
    said = table_characters(view) if masked and view.frame.wire else payload_characters(view)
    bits = not masked and shows_bits(view)
    return Need(
        size=len(view.raw), header=view.header, masked=masked, empty=not view.frame.wire,
        spans=any(each.stop - each.start > 1 for each in said), notes=note_lines,
        bits=bits,
    )  # fmt: skip


def _title(view: View, room: Room) -> str:
    text = room.words.translate("figures", "Frame {number} {direction}: {opcode}")
    return text.format(
        number=view.number, direction=direction_text(room.words, view.sender),
        opcode=opcode_word(room.words, view.frame.opcode),
    )  # fmt: skip


OPEN_FIELDS = (("FIN", 0, 1), ("RSV1-3", 1, 4), ("opcode", 4, 8), ("MASK", 8, 9), ("payload length", 9, 16))
"""Where the fields of the first two bytes stand, whatever the frame will be (section 5.2)."""


def _draw_open(target: Target, room: Room) -> Scene:
    """What every frame begins with, in dashed outlines: nothing of the contents is known."""
    who = target.role or Role.CLIENT
    pen = Pen(room, f"frame.{who.value}.{target.number}/")
    words = room.words
    places = plan(Need(size=4, header=2, masked=False, empty=True), room.height)
    row = places.rows[0]
    draw_ruler(pen, places.ruler)
    for name, start, stop in OPEN_FIELDS:
        for bit in range(start, stop):
            pen.box(f"bit.{bit}", column(bit) + 0.5, row.top + 0.5, 23, row.cell - 1, stroke="line3", dash=(4, 3))
        middle, width = column(start) + ((stop - start) * PITCH - 1) / 2, (stop - start) * PITCH - 5
        pen.text(
            f"name.0.{name}",
            middle,
            row.name,
            field_word(words, name),
            bold=True,
            color="text3",
            within=max(width, 48),
        )
    rest = words.translate("figures", "then more length, the masking key and the payload")
    pen.box("end", column(16), row.top, RIGHT - column(16), row.cell, stroke="line3", dash=(5, 4))
    pen.text("end/text", (column(16) + RIGHT) / 2, row.name, rest, color="text3", within=RIGHT - column(16))
    text = _open_text(target, room)
    for number, line in enumerate(wrap(text, Font(16), RIGHT - LEFT, room.measure)):
        pen.text(f"open.{number}", LEFT, row.name + 56 + 24 * number, line, 16, color="text2", anchor="start")
    return Scene(
        tuple(pen.marks),
        height=room.height,
        title=words.translate("figures", "No frame yet"),
        description=text,
    )


def _open_text(target: Target, room: Room) -> str:
    words = room.words
    if target.role is None:
        return words.translate("figures", "No frame has been sent yet.")
    if target.role is Role.CLIENT:
        text = words.translate(
            "figures",
            "Frame {number} of the client has not been sent yet. Its first two bytes will say what it is and how long.",
        )
    else:
        text = words.translate(
            "figures",
            "Frame {number} of the server has not been sent yet. Its first two bytes will say what it is and how long.",
        )
    return text.format(number=target.number)
