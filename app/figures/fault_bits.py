"""The offending bits of a frame: the rows of the bit grid that hold them, the bytes, and what a masked payload says.

The grid, its rings and the hex strip are those of the frame figure; only the rows with offending bits are shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font
from app.figures.fault_finding import EARLY
from app.figures.frame_grid import LEFT, RIGHT, draw_rows, draw_ruler
from app.figures.frame_hex import draw_hex
from app.figures.frame_parts import UNPRINTABLE, characters, parts
from app.figures.frame_plan import COLUMNS, ROW_BYTES, Plan, Row
from app.figures.frame_rings import draw_rings
from app.figures.frame_spoken import frame_sentence
from app.figures.frame_view import Broken, View
from app.figures.pen import Pen
from app.figures.sequence_marks import PEER_GLYPHS

if TYPE_CHECKING:
    from app.drawing.marks import Room
    from app.figures.fault_finding import Finding
    from protocol.frames import Frame
    from protocol.vocabulary import Role

RULER: Final = 40.0
"""From the top to the first row: the octagon, the tens and the units of the ruler."""
STRIP: Final = 50.0
PLAIN: Final = 34.0
TALL: Final = (93.0, 74.0)
"""A row of the grid with its names, roomy and tight."""
PITCH: Final = 44.0


def draw_bits(
    room: Room, frame: Frame, sender: Role, number: int, finding: Finding | None, top: float, height: float
) -> Pen:
    """The marks in `height` units; without a finding, nothing is ringed."""
    broken: tuple[Broken, ...] = ()
    early = finding is not None and finding.rule is EARLY
    if finding is not None and not early and finding.stop > finding.start:
        broken = (Broken(finding.rule, finding.start, min(finding.stop, frame.size * 8)),)
    view = View(frame, sender, number, frame.raw, parts(frame), broken=broken)
    pen = Pen(room, view.prefix)
    plain = _says(view, finding)
    count, row = _fitting(view, height - RULER - STRIP - (PLAIN if plain else 0))
    used = RULER + count * row + STRIP + (PLAIN if plain else 0)
    firsts = _rows(view, count)
    plan = _plan(firsts, top + min(28.0, max(0.0, (height - used) / 3)), row)
    draw_ruler(pen, plan.ruler)
    draw_rows(pen, plan, view)
    draw_rings(pen, plan, view)
    draw_hex(pen, plan.hex, view)
    middle = plan.rows[0].top + plan.rows[0].cell / 2
    pen.glyph("sender", 20, middle, PEER_GLYPHS[sender], 14, spoken=frame_sentence(room.words, frame, sender))
    if early:
        _ring_rows(pen, plan)
    if plain:
        _plain(pen, view, plan.hex + STRIP, finding)
    return pen


def _ring_rows(pen: Pen, plan: Plan) -> None:
    """Every bit is right, and all of them are too early."""
    for row in plan.rows:
        rect = (LEFT - 1, row.top - 2, RIGHT - LEFT + 2, row.cell + 4)
        pen.box(f"broken.{row.first_byte}", *rect, stroke="err.fill", line=3, radius=3, above=2)


def _fitting(view: View, space: float) -> tuple[int, float]:
    """How many rows there is room for, and how tall each is."""
    wanted = len(_rows(view, 9))
    for count in range(wanted, 0, -1):
        if count * TALL[1] <= space:
            return count, min(TALL[0], space / count)
    return 1, TALL[1]


def _rows(view: View, most: int) -> tuple[int, ...]:
    """The first byte of each row that is shown: those with offending bits, or the first one."""
    last = (len(view.raw) - 1) // ROW_BYTES
    found = {0} if not view.broken else set()
    for broken in view.broken:
        found |= set(range(broken.start // COLUMNS, (broken.stop - 1) // COLUMNS + 1))
    return tuple(place * ROW_BYTES for place in sorted(found) if place <= last)[:most]


def _plan(firsts: tuple[int, ...], top: float, tall: float) -> Plan:
    """The rows one below the other and the strip under them."""
    squeeze = (TALL[0] - tall) / (TALL[0] - TALL[1])
    cell = 44 - 8 * squeeze
    rows = []
    y = top + RULER
    for first in firsts:
        name = y + cell + 23 - 3 * squeeze
        rows.append(Row(first, y, cell, name, name + 16 - squeeze))
        y += tall
    return Plan(None, top + RULER - 10, tuple(rows), None, 0, 0, y, 0, 0, None, (), 0, 0, (), y + STRIP)


def _says(view: View, finding: Finding | None) -> bool:
    """Whether the fault lies in a masked payload, whose bits do not show it."""
    return finding is not None and view.frame.masked and bool(view.broken) and finding.start >= view.header * 8


def _plain(pen: Pen, view: View, top: float, finding: Finding | None) -> None:
    """The payload without its mask: each byte, the offending ones ringed, and the characters that they are."""
    words, frame = pen.room.words, view.frame
    label = words.translate("figures", "unmasked")
    pen.text("plain", 32, top + 20, label, 14, bold=True, color="text2", anchor="start", within=92)
    first, stop = (0, 0) if finding is None else (finding.start // 8, -(-finding.stop // 8))
    for index, value in enumerate(frame.payload[:14]):
        x = 132 + index * PITCH
        bad = first <= view.header + index < stop
        links = (f"byte:{view.header + index}",)
        pen.box(f"plain.{index}", x, top, 41, 28, fill="pay.tint", links=links)
        pen.text(f"plain.{index}/digits", x + 20.5, top + 20, f"{value:02x}", 16, bold=True, mono=True)
        if bad:
            pen.box(f"plain.{index}/ring", x - 2, top - 2, 45, 32, stroke="err.fill", line=3, radius=3, above=2)
    said = "".join(each.text for each in characters(frame, 0, 14))
    if said.strip(UNPRINTABLE):
        x = 132 + min(14, len(frame.payload)) * PITCH + 12
        pen.text(
            "plain/text", x, top + 20, said, Font(16, bold=True, mono=True), anchor="start", within=max(40.0, 850 - x)
        )
