"""The frame on the bench of the Lab: the grid, the hex bytes and the masking table of the frame figure, for bytes that
need not be a whole frame.

Bytes that the header announces and that are not there are dashed places. Every bit and byte can be clicked; their ids
say which they are (`frame.client.0/bit.8`, `frame.client.0/byte.1`, `frame.client.0/table/0/2`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from app.drawing.hits import bounds
from app.drawing.marks import Font, Scene
from app.drawing.values import dataclass
from app.figures.frame_grid import LEFT, PITCH, column, draw_rows, draw_ruler
from app.figures.frame_hex import draw_hex
from app.figures.frame_masking import draw_masking, table_characters
from app.figures.frame_parts import parts
from app.figures.frame_payload import draw_payload, notes, payload_characters, shows_bits
from app.figures.frame_plan import ROW_BYTES, Need, plan
from app.figures.frame_rings import draw_rings, octagon_columns
from app.figures.frame_spoken import frame_sentence
from app.figures.frame_view import Broken, View
from app.figures.pen import Pen, wrap
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.drawing.marks import AnyMark, Room
    from app.figures.frame_plan import Plan
    from protocol.frames import Frame
    from protocol.violations import Violation

MOST_MISSING: Final = 8
"""How many bytes that are not there are drawn."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What is drawn: the frame as far as it is there, how many of its bytes are `known`, how many are `missing`, the
    broken rules, and one line about what stands around it."""

    frame: Frame
    sender: Role
    known: int
    missing: int
    broken: tuple[Violation, ...]
    around: str = ""


@dataclass(frozen=True, slots=True)
class LabView(View):
    """A view of a frame of which only the first `known` bytes are there."""

    known: int | None = None

    @property
    def open_from(self) -> int | None:
        """The first byte that is not there."""
        return self.known


def view_of(bench: Bench) -> LabView:
    """The frame figure's view of what is on the bench."""
    frame = bench.frame
    room = max(0, min(bench.missing, MOST_MISSING))
    whole = replace(frame, wire=frame.wire + bytes(room)) if bench.known >= len(frame.header) else frame
    raw = whole.raw
    end = len(raw) * 8
    found = parts(whole)
    if bench.known < len(frame.header):
        found = tuple(part for part in found if part.start < bench.known * 8)
    broken = tuple(
        Broken(each.rule, each.start_bit, min(each.start_bit + max(1, each.width), end))
        for each in bench.broken
        if each.start_bit < end
    )
    known = bench.known if bench.missing else None
    return LabView(frame, bench.sender, 0, raw, found, broken=broken, known=known)


def draw(bench: Bench, room: Room) -> Scene:
    """The scene of the bench."""
    view = view_of(bench)
    pen = Pen(room, view.prefix)
    whole_header = bench.known >= len(bench.frame.header)
    told = notes(pen, view) if whole_header else []
    lines = [line for note in told for line in wrap(note, Font(14), 824, room.measure)]
    places = plan(_need(view, len(lines), whole_header=whole_header), room.height)
    _line(pen, places, view, bench)
    draw_ruler(pen, places.ruler, hidden_tens=frozenset(octagon_columns(places, view)))
    draw_rows(pen, places, view)
    draw_rings(pen, places, view)
    pen.line("rule.hex", ((32, places.rule), (856, places.rule)), "line")
    draw_hex(pen, places.hex, view)
    if whole_header:
        pen.line("rule.table", ((32, places.table_rule), (856, places.table_rule)), "line")
        if view.frame.masked and view.frame.wire:
            draw_masking(pen, places, view)
        else:
            draw_payload(pen, places, view)
    for number, (baseline, line) in enumerate(zip(places.notes, lines, strict=True)):
        pen.text(f"note.{number}", 32, baseline, line, color="text2", anchor="start")
    ends = {f"{view.prefix}end", f"{view.prefix}end/text"}
    seen = whole_header and bench.missing <= MOST_MISSING
    return Scene(
        tuple(mark for mark in pen.marks if seen or mark.id not in ends), height=room.height, title="",
        description=frame_sentence(room.words, view.frame, view.sender, bench.known),
    )  # fmt: skip


def _need(view: LabView, note_lines: int, *, whole_header: bool) -> Need:
    masked = view.frame.masked
    said = table_characters(view) if masked and view.frame.wire else payload_characters(view)
    return Need(
        size=max(len(view.raw), ROW_BYTES // 2), header=view.header, masked=masked,
        empty=not view.frame.wire or not whole_header,
        spans=any(each.stop - each.start > 1 for each in said), notes=note_lines,
        bits=not masked and shows_bits(view),
    )  # fmt: skip


def _line(pen: Pen, places: Plan, view: LabView, bench: Bench) -> None:
    """Whose frame this is, how long, and what is before, after or missing."""
    words = pen.room.words
    text = words.translate("figures", "{size} bytes: {header} of header, {payload} of payload")
    told = text.format(
        size=f"{bench.known:,}", header=min(view.header, bench.known), payload=f"{len(view.frame.wire):,}"
    )
    if places.callout is None:  # a low stage: what is left is the room between two tens of the ruler
        pen.text("sender", column(1), places.ruler - 17, bench.around or told, 13, anchor="start", within=8.5 * PITCH)
        return
    client, server = words.translate("figures", "client"), words.translate("figures", "server")
    first, second = (client, server) if view.sender is Role.CLIENT else (server, client)
    bold, y = Font(14, bold=True), places.ruler - 46
    colors = ("cli.edge", "srv.edge") if view.sender is Role.CLIENT else ("srv.edge", "cli.edge")
    runs = [
        (first, bold, colors[0]), (" → ", bold, "text2"), (second, bold, colors[1]), ("   " + told, Font(14), "text2"),
    ]  # fmt: skip
    if bench.around:
        runs.append(("   " + bench.around, bold, "text"))
    pen.glyph("sender/glyph", LEFT + 7, y - 5, "client" if view.sender is Role.CLIENT else "server", 14)
    pen.runs("sender", LEFT + 22, y, tuple(runs), within=780)


# What a place on the stage means.

_BIT: Final = re.compile(r"/bit\.(\d+)$")
_BYTE: Final = re.compile(r"/byte\.(\d+)$")
_CELL: Final = re.compile(r"/table/(\d+)/([012])$")


def bit_of(mark_id: str) -> int | None:
    """The bit that a mark of the grid is."""
    match = _BIT.search(mark_id) if "/table/" not in mark_id else None
    return int(match[1]) if match else None


def byte_of(mark_id: str) -> int | None:
    """The byte that a mark of the hex row is."""
    match = _BYTE.search(mark_id)
    return int(match[1]) if match else None


def table_bit(mark: AnyMark, x: float) -> int | None:
    """The bit of the wire that turns over with the bit at `x` in a byte of the masking table."""
    if _CELL.search(mark.id) is None:
        return None
    byte = next((int(link[5:]) for link in mark.links if link.startswith("byte:")), None)
    area = bounds(mark)
    place = int((x - area.x) / (area.width + 1) * 8)
    return None if byte is None else byte * 8 + max(0, min(7, place))
