"""One payload byte being masked, as large as a hall needs it (RFC 6455 section 5.3).

Above, every byte of the payload with its key byte and what is on the wire; below, the byte in work bit by bit: where
payload and key differ, the wire carries a 1. Unmasking is the same with the first row and the last exchanged. Ids are
those of the small table (`frame_masking`), so that what a lesson hides there is hidden here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.frame_masking import shown_columns, table_characters
from app.figures.pen import Pen
from app.figures.tokens import field_link

if TYPE_CHECKING:
    from app.drawing.marks import AnyMark, Room
    from app.figures.frame_view import View

TOP: Final = 92.0
FOOT: Final = 12.0

LABELS: Final = 226.0
"""Where the words at the left end."""

BITS: Final = 244.0
PITCH: Final = 63.0
GAP: Final = 5.0

HEX: Final = 806.0
"""The middle of the hex digits at the right."""

STRIP: Final = 104.0
"""Height of the bytes above."""

DIFFER: Final = 42.0
"""Height of the row between the key and the result."""

MOST: Final = 76.0
"""Height of a bit where there is space."""


def draw_large(view: View, room: Room) -> tuple[AnyMark, ...]:
    """The marks, between the head of the stage and its foot."""
    index = view.step
    assert index is not None
    pen = Pen(room, view.prefix)
    _strip(pen, view, index)
    first = TOP + STRIP + 22
    cell = min(MOST, (room.height - FOOT - first - DIFFER - 20) / 3)
    spare = max(0.0, room.height - FOOT - first - DIFFER - 20 - 3 * cell)
    first += spare / 2
    tops = (first, first + cell + 10, first + 2 * cell + DIFFER + 20)
    _rows(pen, view, index, tops, cell)
    _differ(pen, view, index, tops[1] + cell + (DIFFER + 10) / 2)
    return tuple(pen.marks)


def _strip(pen: Pen, view: View, index: int) -> None:
    """Payload, repeated key and wire, byte by byte."""
    words = pen.words
    lines = (TOP + 34, TOP + 65, TOP + 94)
    names = words.translate("figures", "payload"), words.translate("figures", "key, repeating"), _on_the_wire(pen)
    for number, (name, y) in enumerate(zip(names, lines, strict=True)):
        pen.text(f"strip.{number}", LABELS, y, name, 17, color="text2", anchor="end", within=LABELS - 16)
    shown = shown_columns(view)
    said = {each.start: each.text for each in table_characters(view) if each.stop - each.start == 1}
    pitch = min(86.0, (872 - BITS) / len(shown))
    known = len(view.frame.wire) if view.masking is None else view.masking + 1
    for place, at in enumerate(shown):
        x = BITS + pitch * (place + 0.5)
        if at is None:
            pen.text(f"strip/break.{place}", x, lines[1], "…", 20, color="text3")
            continue
        now, future = at == index, at > index
        if now:
            pen.box("table/current", x - 36, TOP, 72, STRIP, fill="raise", stroke="ink", line=2.5, radius=8)
        value, key, wire = view.frame.payload[at], view.frame.key[at % 4], view.frame.wire[at]
        links = (f"byte:{view.header + at}", field_link("payload data"))
        letter = said.get(at, f"{value:02x}")
        if view.unmasking is not None and future:
            letter = "?"  # what it is, only taking the mask off tells
        color = "text" if not future else "text3"
        pen.text(f"table/{at}/character", x, lines[0], letter, 34, mono=True, bold=now, color=color, links=links)
        color = "text3" if future else "key.edge"
        pen.text(f"table/{at}/1/strip", x, lines[1], f"{key:02x}", 20, mono=True, bold=now, color=color)
        if at < known:
            pen.text(f"table/{at}/2/strip", x, lines[2], f"{wire:02x}", 22, mono=True, bold=True, color="pay.edge")
        else:
            pen.line(f"table/{at}/2/strip", ((x - 15, lines[2] - 8), (x + 15, lines[2] - 8)), "line3", 3)


def _rows(pen: Pen, view: View, index: int, tops: tuple[float, ...], cell: float) -> None:
    words = pen.words
    payload, key, wire = view.frame.payload[index], view.frame.key[index % 4], view.frame.wire[index]
    text = words.translate(
        "figures",
        "Payload byte {index}: 0x{payload:02x} XOR key byte {place}, 0x{key:02x}, is 0x{wire:02x} on the wire.",
    )
    spoken = text.format(index=index, payload=payload, place=index % 4, key=key, wire=wire)
    said = next((each.text for each in table_characters(view) if each.start == index), "")
    quoted = words.translate("figures", "“{text}”").format(text=said) if said else ""
    plain = (payload, "pay", f"payload[{index}]", quoted, view.header + index)
    masked = (wire, "pay", _on_the_wire(pen), words.translate("figures", "masked"), view.header + index)
    which = words.translate("figures", "{index} mod 4 = {place}").format(index=index, place=index % 4)
    keyed = (key, "key", f"key[{index % 4}]", which, view.header - 4 + index % 4)
    order = (masked, keyed, plain) if view.unmasking is not None else (plain, keyed, masked)
    for number, ((value, field, name, below, byte), top) in enumerate(zip(order, tops, strict=True)):
        links = (f"byte:{byte}", field_link("masking key" if field == "key" else "payload data"))
        middle = top + cell / 2
        pen.text(f"table/name.{number}", LABELS, middle + 2, name, 26, bold=True, anchor="end", within=LABELS - 12)
        row = f"table/{index}/{number}"
        pen.text(
            f"table/label.{number}", LABELS, middle + 25, below, 18, color="text2", anchor="end", within=LABELS - 12
        )
        for bit in range(8):
            x, one = BITS + PITCH * bit, value >> (7 - bit) & 1
            fill = field + (".fill" if one else ".tint")
            pen.box(
                f"{row}/bit.{bit}", x, top, PITCH - GAP, cell, fill=fill, radius=6,
                spoken=spoken if not bit else "", links=links,
            )  # fmt: skip
            color = field + (".on" if one else ".edge")
            baseline = middle + 0.36 * 40
            pen.text(
                f"{row}/digit.{bit}", x + (PITCH - GAP) / 2, baseline, str(one), 40, mono=True, bold=bool(one),
                color=color,
            )  # fmt: skip
        pen.text(
            f"{row}/hex", HEX, middle + 0.36 * 46, f"{value:02x}", 46, mono=True, bold=True, color=field + ".edge",
            links=links,
        )  # fmt: skip


def _differ(pen: Pen, view: View, index: int, middle: float) -> None:
    """Where the rows above differ."""
    first = view.frame.wire[index] if view.unmasking is not None else view.frame.payload[index]
    differ = first ^ view.frame.key[index % 4]
    words = pen.words.translate("figures", "differ?")
    pen.text("table/differ", LABELS, middle + 6, words, 18, color="text2", anchor="end", within=LABELS - 12)
    for bit in range(8):
        x = BITS + PITCH * bit + (PITCH - GAP) / 2
        row = f"table/{index}/differ"
        if differ >> (7 - bit) & 1:
            pen.box(f"{row}/pill.{bit}", x - 21, middle - 15, 42, 30, fill="ink", radius=15)
            pen.text(f"{row}/sign.{bit}", x, middle + 9, "\N{NOT EQUAL TO}", 26, bold=True, color="on-ink")
        else:
            pen.text(f"{row}/sign.{bit}", x, middle + 9, "=", 26, color="text3")


def _on_the_wire(pen: Pen) -> str:
    return pen.words.translate("figures", "on the wire")
