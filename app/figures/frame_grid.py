"""The bit grid: 32 columns under the RFC's ruler, a bar, a name and a value under the bits of each field.

A 1 is solid and a 0 tinted, so that bits can be read as a picture. Bytes are parted by 3 px, the end of
the frame is hatched, rows that find no room are told in a break.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font
from app.figures.frame_parts import declared_size, hex_text
from app.figures.frame_plan import COLUMNS, ROW_BYTES
from app.figures.frame_spoken import bit_sentence, field_sentence
from app.figures.tokens import edge, field_link, field_word, fill, hatch, needs_outline, on, tint
from protocol.fields import bit_at
from protocol.vocabulary import opcode_name

if TYPE_CHECKING:
    from app.figures.frame_parts import Part
    from app.figures.frame_plan import Plan, Row
    from app.figures.frame_view import View
    from app.figures.pen import Pen

LEFT: Final = 56.5
PITCH: Final = 25
CELL: Final = 24
RIGHT: Final = LEFT + PITCH * COLUMNS - 1
LABEL_X: Final = 44


def column(bit: int) -> float:
    """The left edge of a bit's cell."""
    return LEFT + PITCH * (bit % COLUMNS)


def draw_ruler(
    pen: Pen,
    baseline: float,
    inverted: frozenset[int] = frozenset(),
    hidden_tens: frozenset[int] = frozenset(),
) -> None:
    """The numbers 0 to 31 in two lines, as in section 5.2; `inverted` columns are the ones in focus."""
    pen.text(
        "ruler",
        LABEL_X,
        baseline,
        pen.room.words.translate("figures", "bit"),
        12,
        color="text3",
        anchor="end",
        within=40,
    )
    for bit in range(COLUMNS):
        middle = column(bit) + CELL / 2
        if bit % 10 == 0 and bit not in hidden_tens:
            pen.text(f"ruler.{bit}/tens", middle, baseline - 17, str(bit // 10), 12, mono=True, color="text3")
        if bit in inverted:
            pen.box(f"ruler.{bit}/ground", middle - 10.5, baseline - 14, 21, 18, fill="ink", radius=4)
        pen.text(
            f"ruler.{bit}", middle, baseline, str(bit % 10), 13, mono=True, bold=bit in inverted,
            color="on-ink" if bit in inverted else "text2",
        )  # fmt: skip


def draw_rows(pen: Pen, plan: Plan, view: View) -> None:
    """All rows of the plan, and the break below them."""
    for row in plan.rows:
        _row(pen, row, view)
    if plan.cut is not None:
        shown = len(plan.rows) * ROW_BYTES
        draw_cut(pen, plan.cut, plan.cut_height, len(view.raw) - shown)


def draw_cut(pen: Pen, top: float, height: float, count: int) -> None:
    """The break that stands for `count` bytes."""
    words = pen.room.words
    one, many = (
        words.translate("figures", "… 1 more byte"),
        words.translate("figures", "… {count} more bytes"),
    )
    text = one if count == 1 else many.format(count=f"{count:,}")
    pen.box("cut", LEFT, top, RIGHT - LEFT, height, fill="pay.tint", stroke="pay.edge", dash=(5, 4), spoken=text)
    pen.text("cut/text", (LEFT + RIGHT) / 2, top + height / 2 + 5, text, 13, color="text")


def _row(pen: Pen, row: Row, view: View) -> None:
    size = min(ROW_BYTES, len(view.raw) - row.first_byte)
    pen.text(
        f"offset.{row.first_byte}", LABEL_X, row.top + row.cell / 2 + 5, str(row.first_byte), 13, mono=True,
        color="text3", anchor="end", links=(f"byte:{row.first_byte}",),
    )  # fmt: skip
    known = len(view.raw) if view.open_from is None else view.open_from
    for part in view.row(row.first_byte, size):
        for bit in range(part.start, min(part.stop, known * 8)):
            _cell(pen, row, view, part, bit)
        _bar(pen, row, view, part)
        _caption(pen, row, view, part)
    for byte in range(max(row.first_byte, known), row.first_byte + size):
        x, width = column(byte * 8) + 1.5, 8 * PITCH - 4
        pen.box(f"open.{byte}", x, row.top + 0.5, width, row.cell - 1, stroke="line3", dash=(5, 4))
    for byte in range(1, size if size < ROW_BYTES else ROW_BYTES):
        x = column(byte * 8) - 0.5
        pen.line(f"gap.{row.first_byte + byte}", ((x, row.top - 3), (x, row.bar + 5)), "stage", 3)
    if size < ROW_BYTES:
        x = column(size * 8)
        pen.box("end", x, row.top, RIGHT - x, row.cell, stroke="line2", hatch="line2")
        text = pen.room.words.translate("figures", "end of frame")
        pen.text("end/text", (x + RIGHT) / 2, row.name, text, color="text3", within=RIGHT - x)


def _cell(pen: Pen, row: Row, view: View, part: Part, bit: int) -> None:
    name, x = f"bit.{bit}", column(bit)
    links = (f"bit:{bit}", f"byte:{bit // 8}", field_link(part.name))
    value = bit_at(view.raw, bit)
    spoken = bit_sentence(pen.room.words, view.frame, view.sender, part, bit, raw=view.raw)
    pen.box(
        name,
        x,
        row.top,
        CELL,
        row.cell,
        fill=fill(part.name) if value else tint(part.name),
        spoken=spoken,
        links=links,
    )
    pen.text(
        name + "/digit", x + CELL / 2, row.top + row.cell / 2 + 6.48, str(value), 18, mono=True,
        bold=bool(value),
        color=on(part.name) if value else "text",
    )  # fmt: skip


def _bar(pen: Pen, row: Row, view: View, part: Part) -> None:
    name = f"bar.{row.first_byte}.{part.name}"
    x = column(part.start)
    width = part.width * PITCH - 1
    whole = next(each for each in view.parts if each.name == part.name)
    spoken = field_sentence(pen.room.words, view.frame, view.sender, whole, value_text(view, whole, brief=True))
    pen.box(
        name, x, row.bar, width, 5, fill=fill(part.name), hatch=hatch(part.name), spoken=spoken,
        stroke=edge(part.name) if needs_outline(part.name) else "", links=(field_link(part.name),),
    )  # fmt: skip


def _caption(pen: Pen, row: Row, view: View, part: Part) -> None:
    """Name and value in the middle of the field's bits, in two lines or in one."""
    name = f"name.{row.first_byte}.{part.name}"
    middle, width = column(part.start) + (part.width * PITCH - 1) / 2, part.width * PITCH - 5
    title, value, link = name_text(pen, view, part), value_text(view, part), (field_link(part.name),)
    if part.name == "payload length" and view.frame.length_form != 7:
        value = length_note(pen, view)
    if part.name == "opcode" and pen.width(value, Font(13, mono=True)) > width:
        value = value_text(view, part, brief=True)
    if row.value is not None:
        pen.text(name, middle, row.name, title, bold=True, links=link, within=max(width, 48))
        if value:
            pen.text(
                name + "/value",
                middle,
                row.value,
                value,
                13,
                mono=True,
                color="text2",
                links=link,
                within=max(width, 20),
            )
        return
    small = Font(13, mono=True)
    room = width - pen.width(title + "  ", Font(14, bold=True))
    if not value or pen.width(value, small) > room:
        pen.text(name, middle, row.name, title, bold=True, links=link, within=width)
        return
    runs = ((title, Font(14, bold=True), "text"), ("  " + value, small, "text2"))
    pen.runs(name, middle, row.name, runs, anchor="middle", links=link)


def name_text(pen: Pen, view: View, part: Part) -> str:
    """The name of a field, or of its rest in a later row."""
    words = pen.room.words
    field = words.translate("figures", "payload") if part.name == "payload data" else field_word(words, part.name)
    if part.continued:
        return words.translate("figures", "{field}, continued").format(field=field)
    if part.name == "payload data" and view.frame.masked:
        return words.translate("figures", "payload, masked")
    return field


def length_note(pen: Pen, view: View) -> str:
    """What 126 and 127 in the length field announce."""
    if view.frame.length_form == 16:
        return pen.room.words.translate("figures", "126: 2 more bytes")
    return pen.room.words.translate("figures", "127: 8 more bytes")


def value_text(view: View, part: Part, *, brief: bool = False) -> str:
    """The value of a field in these bits: `1`, `000`, `0x1 text`, `5`, `37 fa`; `brief` within a sentence."""
    frame = view.frame
    if part.name == "opcode":
        return f"0x{frame.opcode:x}" if brief else f"0x{frame.opcode:x} {opcode_name(frame.opcode)}"
    if part.name == "payload length":
        return str(int(_bits(view, part), 2))
    if part.width < 8:
        return _bits(view, part)
    first, last = part.start // 8, part.stop // 8
    known = last if view.open_from is None else min(last, max(first, view.open_from))
    if brief and known - first > 8:
        return hex_text(view.raw[first : first + 4]) + " …"
    text = hex_text(view.raw[first:known]) + (" …" if known < last and known > first else "")
    whole = next(each for each in view.parts if each.name == part.name)
    if part.name == "extended payload length" and part.stop == whole.stop and known == last:
        text += f" = {declared_size(frame)}"
    return text


def _bits(view: View, part: Part) -> str:
    return "".join(str(bit_at(view.raw, bit)) for bit in range(part.start, part.stop))
