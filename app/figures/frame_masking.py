"""The masking table: payload byte, key byte and byte on the wire, bit by bit (RFC 6455 section 5.3).

While byte `i` is being masked it stands in an ink frame and the bytes after it are open; unmasking is the
same table read the other way, and XOR with the same key byte is its own inverse.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font
from app.figures.frame_parts import characters, chosen
from app.figures.frame_spans import draw_spans
from app.figures.pen import font_of
from app.figures.tokens import field_link

if TYPE_CHECKING:
    from app.figures.frame_parts import Character
    from app.figures.frame_plan import Plan
    from app.figures.frame_view import View
    from app.figures.pen import Pen

LEFT: Final = 144
RIGHT: Final = 856
LABEL_X: Final = 32
BREAK: Final = 40


@dataclass(frozen=True, slots=True)
class Column:
    """Where a payload byte stands: its left edge, the pitch of its bits, the middle of its hex digits."""

    index: int
    x: float
    bit: float
    hex: float

    @property
    def right(self) -> float:
        """Where its hex digits end."""
        return self.hex + 10


def shown_columns(view: View) -> tuple[int | None, ...]:
    """The payload bytes in the table, with None for a break: up to six, or four and the last."""
    count = len(view.frame.wire)
    return chosen(count, count if count <= 6 else 6, view.step)


def table_columns(view: View) -> tuple[tuple[Column, ...], tuple[float, ...]]:
    """The columns from left to right, and the middles of the breaks between them."""
    shown = shown_columns(view)
    count = sum(index is not None for index in shown)
    breaks = len(shown) - count
    bit, pitch = _pitch(count, RIGHT - LEFT - BREAK * breaks)
    columns, middles = [], []
    x = float(LEFT)
    for index in shown:
        if index is None:
            middles.append(x + BREAK / 2 - (pitch - _width(bit)) / 2)
            x += BREAK
            continue
        columns.append(Column(index, x, bit, x + _width(bit) - 10))
        x += pitch
    return tuple(columns), tuple(middles)


def _width(bit: float) -> float:
    """How wide a column is: eight bits and two hex digits."""
    return 8 * bit + (26 if bit > 12 else 24)


def _pitch(count: int, space: float) -> tuple[float, float]:
    """The widest pitch of a bit, and the pitch of the columns, with which so many columns fit."""
    for bit in (12.5, 12.0, 11.0):
        pitch = min(146.0, (space - _width(bit)) // max(1, count - 1))
        if pitch >= _width(bit) + 8:
            break
    return bit, pitch


def table_characters(view: View) -> tuple[Character, ...]:
    """What the payload bytes in the table say; a character appears once."""
    found: dict[int, Character] = {}
    for index in shown_columns(view):
        if index is not None:
            found.update({each.start: each for each in characters(view.frame, index, index + 1)})
    return tuple(found.values())


def draw_masking(pen: Pen, plan: Plan, view: View) -> None:
    """The whole table."""
    _labels(pen, plan, view)
    columns, breaks = table_columns(view)
    known = len(view.frame.wire) if view.unmasking is None else view.unmasking + 1
    said = [each for each in table_characters(view) if each.stop <= known]
    single = {each.start: each for each in said if each.stop - each.start == 1}
    for column in columns:
        _heading(pen, plan, view, column, single.get(column.index))
        _rows(pen, plan, view, column)
        if column.index == view.step:
            top = plan.head - 19 if plan.span is None else plan.table[0] - 6
            height = plan.table[2] + plan.table_row + 6 - top
            pen.box(
                "table/current", column.x - 7, top, column.right - column.x + 13, height, stroke="ink",
                line=2.5, radius=6, above=2,
            )  # fmt: skip
    if plan.span is not None:
        draw_spans(pen, plan.span, said, {column.index: (column.x, column.right) for column in columns})
    for number, middle in enumerate(breaks):
        for row, top in enumerate(plan.table):
            pen.text(f"table/break.{number}.{row}", middle, top + plan.table_row / 2 + 4, "…", 16, color="text3")


def _labels(pen: Pen, plan: Plan, view: View) -> None:
    words = pen.room.words
    back = view.unmasking is not None
    title = words.translate("figures", "Unmasking") if back else words.translate("figures", "Masking")
    pen.text("table/title", LABEL_X, plan.head, title, 16, bold=True, anchor="start", within=104)
    if back:
        first, last = words.translate("figures", "on the wire"), words.translate("figures", "= payload[i]")
    else:
        first, last = words.translate("figures", "payload[i]"), words.translate("figures", "= on the wire")
    texts = (first, words.translate("figures", "⊕ key[i mod 4]"), last)
    for number, (top, text) in enumerate(zip(plan.table, texts, strict=True)):
        bold = number == 2
        pen.text(
            f"table/label.{number}",
            LABEL_X,
            top + plan.table_row / 2 + 5,
            text,
            14 if pen.width(text, font_of(14, bold, mono=False)) <= 99 else 13,
            bold=bold,
            anchor="start",
            within=106,
        )
    pen.line("table/sum", ((LABEL_X, plan.sum_rule), (RIGHT, plan.sum_rule)), "ink", 1.5)


def _heading(pen: Pen, plan: Plan, view: View, column: Column, said: Character | None) -> None:
    """`i = 0   key[0]` and the character, as long as there is room for it."""
    index, key = column.index, column.index % 4
    future = view.step is not None and index > view.step
    colors = ("text3", "text3") if future else ("text2", "key.edge")
    for size, text, gap in ((14, "i = {i}", "   "), (13, "i = {i}", "  "), (13, "{i}", "  ")):
        runs = (
            (text.format(i=index), Font(size), colors[0]),
            (gap + f"key[{key}]", Font(size, bold=True), colors[1]),
        )
        if sum(pen.width(run[0], run[1]) for run in runs) <= column.hex - column.x - 8:
            break
    pen.runs(f"table/{index}/heading", column.x, plan.head, runs)
    if said is not None:
        pen.text(
            f"table/{index}/character", column.hex, plan.head, said.text, 16, bold=True, mono=True,
            color="text" if said.meaning == "char" else "text3",
        )  # fmt: skip


def _rows(pen: Pen, plan: Plan, view: View, column: Column) -> None:
    words = pen.room.words
    index = column.index
    payload, key, wire = view.frame.payload[index], view.frame.key[index % 4], view.frame.wire[index]
    byte, key_byte = view.header + index, view.header - 4 + index % 4
    back = view.unmasking is not None
    first, last = (wire, payload) if back else (payload, wire)
    future = view.step is not None and index > view.step
    text = words.translate(
        "figures",
        "Payload byte {index}: 0x{payload:02x} XOR key byte {place}, 0x{key:02x}, is 0x{wire:02x} on the wire.",
    )
    spoken = "" if future else text.format(index=index, payload=payload, place=index % 4, key=key, wire=wire)
    for number, (value, field, at) in enumerate(((first, "pay", byte), (key, "key", key_byte), (last, "pay", byte))):
        top = plan.table[number]
        hidden = future and number == 2
        name = f"table/{index}/{number}"
        links = (f"byte:{at}", field_link("masking key" if field == "key" else "payload data"))
        draw_byte(
            pen, name, column, top, plan.table_row, value=None if hidden else value, field=field,
            spoken=spoken,
            links=links,
        )  # fmt: skip
        if not hidden:
            pen.text(
                name + "/hex", column.hex, top + plan.table_row / 2 + 6, f"{value:02x}", 16, mono=True,
                bold=number == 2,
                links=links,
            )  # fmt: skip


def draw_byte(
    pen: Pen, name: str, column: Column, top: float, height: float, *, value: int | None, field: str,
    spoken: str,
    links: tuple[str, ...],
) -> None:  # fmt: skip
    """Eight small bits, or a dashed place for a byte that is not known yet."""
    if value is None:
        pen.box(
            name,
            column.x + 0.5,
            top + 0.5,
            column.bit * 8 - 2,
            height - 1,
            stroke="line3",
            dash=(5, 4),
            links=links,
        )
        return
    pen.box(name, column.x, top, column.bit * 8 - 1, height, fill=field + ".tint", spoken=spoken, links=links)
    for bit in range(8):
        x, one = column.x + bit * column.bit, value >> (7 - bit) & 1
        width = column.bit - 1
        if one:
            pen.box(f"{name}/bit.{bit}", x, top, width, height, fill=field + ".fill")
        if bit:
            pen.line(f"{name}/gap.{bit}", ((x - 0.5, top), (x - 0.5, top + height)), "stage", 1)
        pen.text(
            f"{name}/digit.{bit}", x + width / 2, top + height / 2 + 4.68, str(one), 13, mono=True,
            bold=bool(one),
            color=field + ".on" if one else "text",
        )  # fmt: skip
