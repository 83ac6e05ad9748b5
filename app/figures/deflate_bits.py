"""The bits of a compressed message in the order in which they are read, every code underlined and named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font
from app.figures.deflate_codes import BLOCK, COPY, LITERAL, Segment, segments
from app.figures.deflate_layout import LEFT, RIGHT, WIDTH
from app.figures.deflate_text import message_name

if TYPE_CHECKING:
    from app.figures.deflate_layout import Layout
    from app.figures.deflate_view import View
    from app.figures.pen import Pen
    from protocol.packed import Packed

IN_ROW: Final = 56
PITCH: Final = WIDTH / IN_ROW
ROWS: Final = 2

LOOKS: Final = {
    LITERAL: ("pay.fill", "pay.on", "pay.tint", "pay.fill", "pay.edge"),
    COPY: ("ink", "on-ink", "sel", "ink", "text"),
    BLOCK: ("text3", "on-ink", "sunk", "text3", "text2"),
}
"""Kind of a code -> ground and digit of a 1, ground of a 0, its line, its name."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows that are shown: from row `first` on; `top` is the upper edge of the first one's cells."""

    first: int
    count: int
    top: float
    pitch: float
    cell: float

    def spans(self, segment: Segment) -> list[tuple[int, int, int]]:
        """The parts of a segment that are shown: (row from 0, first column, column after the last)."""
        found = []
        for row in range(self.count):
            start = (self.first + row) * IN_ROW
            low, high = max(segment.start, start), min(segment.stop, start + IN_ROW)
            if low < high:
                found.append((row, low - start, high - start))
        return found


def draw_bits(pen: Pen, view: View, layout: Layout) -> None:
    """Heading, key and rows."""
    top = layout.bits
    words = pen.words
    pen.line("bits.rule", ((LEFT, top), (RIGHT, top)), "line")
    base = top + layout.between(22, 18)
    title = words.translate("figures", "{message} in DEFLATE").format(message=message_name(pen, view.number))
    label = pen.text("bits.title", LEFT, base, title, 15, bold=True, anchor="start")
    packed = view.shown
    if packed is None or packed.opened is None:
        _draw_nothing(pen, view, LEFT + label.width + 12, base)
        return
    rows = _rows(view, packed, layout)
    codes = segments(packed, words)
    edge = _draw_key(pen, base)
    text = _measure(pen, packed, rows)
    left = LEFT + label.width + 12
    pen.text("bits.size", left, base, text, 13, color="text2", anchor="start", within=edge - left - 12)
    for place, segment in enumerate(codes):
        for part, span in enumerate(rows.spans(segment)):
            _draw_segment(pen, packed, rows, segment, span, f"bits.{place}.{part}")
    _draw_rings(pen, view, rows, codes)
    _draw_bytes(pen, packed, rows)


def _draw_nothing(pen: Pen, view: View, x: float, y: float) -> None:
    words = pen.words
    if view.shown is None:
        text = words.translate("figures", "nothing to read yet")
    elif not view.shown.compressed:
        text = words.translate("figures", "not compressed: RSV1 is 0, the payload is the text itself")
    elif len(view.shown.text) > 0:
        text = words.translate("figures", "the text is too long for this picture, or the bits go wrong")
    else:
        text = words.translate("figures", "these bits are no DEFLATE")
    pen.text("bits.nothing", x, y, text, 13, color="text2", anchor="start", within=RIGHT - x)


def _measure(pen: Pen, packed: Packed, rows: _Rows) -> str:
    bits = 8 * len(packed.payload)
    if bits <= rows.count * IN_ROW:
        return pen.words.translate("figures", "{bits} bits, in the order they are read").format(bits=bits)
    first = rows.first * IN_ROW + 1
    last = min((rows.first + rows.count) * IN_ROW, bits)
    text = pen.words.translate("figures", "bits {first} to {last} of {bits}, as they are read")
    return text.format(first=first, last=last, bits=bits)


def _rows(view: View, packed: Packed, layout: Layout) -> _Rows:
    """The rows around the code in focus; with the focus on the tail the last ones."""
    total = -(-8 * len(packed.payload) // IN_ROW)
    first = 0
    if view.at is not None:
        first = view.at.start_bit // IN_ROW
    elif view.part == "tail":
        first = total
    first = max(0, min(first, total - ROWS))
    top, pitch = layout.bits + layout.between(40, 28), layout.between(100, 69)
    return _Rows(first, min(ROWS, total - first), top, pitch, layout.between(26, 22))


def _draw_key(pen: Pen, base: float) -> float:
    """What the colours mean, from the right; the left edge of it."""
    words = pen.words
    names = {
        BLOCK: words.translate("figures", "block"),
        COPY: words.translate("figures", "length, distance"),
        LITERAL: words.translate("figures", "literal"),
    }
    x = RIGHT
    for kind, name in names.items():
        x -= pen.width(name, Font(13))
        pen.text(f"key.{kind}/name", x, base, name, 13, color="text2", anchor="start")
        x -= 18
        pen.box(f"key.{kind}", x, base - 11, 12, 12, fill=LOOKS[kind][0])
        x -= 18
    return x


def _draw_segment(
    pen: Pen, packed: Packed, rows: _Rows, segment: Segment, span: tuple[int, int, int], name: str
) -> None:
    """One code in one row: its bits, the line below and, where it fits, its name."""
    row, low, high = span
    one, digit, zero, line, color = LOOKS[segment.kind]
    top = rows.top + row * rows.pitch
    left, right = LEFT + low * PITCH, LEFT + high * PITCH
    links = () if segment.symbol is None else (f"code:{segment.symbol}",)
    under = top + rows.cell + 4
    pen.box(name, left, top, right - left, rows.cell + 6, spoken=segment.spoken, links=links)
    for column in range(low, high):
        bit = (rows.first + row) * IN_ROW + column
        value = packed.payload[bit // 8] >> bit % 8 & 1
        x = LEFT + column * PITCH
        pen.box(f"bit.{bit}", x + 0.5, top, PITCH - 1, rows.cell, fill=one if value else zero)
        pen.text(
            f"bit.{bit}/digit", x + PITCH / 2, top + rows.cell / 2 + 5, str(value), 13, bold=bool(value), mono=True,
            color=digit if value else "text",
        )  # fmt: skip
    pen.line(name + "/line", ((left + 1.5, under), (right - 1.5, under)), line, 3)
    bold = segment.kind != BLOCK
    font = Font(13, bold=bold, mono=segment.kind == LITERAL)
    if pen.width(segment.name, font) <= right - left - 2:
        pen.text(
            name + "/name", (left + right) / 2, top + rows.cell + _below(rows), segment.name, font, color=color,
        )  # fmt: skip


def _below(rows: _Rows) -> float:
    """From the cells down to the baseline of the names."""
    return 20 if rows.cell > 24 else 18


def _draw_rings(pen: Pen, view: View, rows: _Rows, codes: tuple[Segment, ...]) -> None:
    """What the focus names, in ink."""
    _draw_runs(pen, "bits.ring", rows, tuple(each for each in codes if _is_focus(view, each)), "ink")
    fault = view.fault
    wrong = tuple(each for each in codes if fault is not None and each.start <= fault < each.stop)
    _draw_runs(pen, "bits.fault", rows, wrong, "err.fill")


def _draw_runs(pen: Pen, name: str, rows: _Rows, codes: tuple[Segment, ...], color: str) -> None:
    """A ring around codes that stand side by side."""
    runs: list[tuple[int, int, int]] = []
    for segment in codes:
        for row, low, high in rows.spans(segment):
            joins = bool(runs) and runs[-1][0] == row and runs[-1][2] == low
            runs.append((row, runs.pop()[1] if joins else low, high))
    for number, (row, low, high) in enumerate(runs):
        top = rows.top + row * rows.pitch - 4
        height = rows.cell + _below(rows) + 9
        pen.box(
            f"{name}.{number}", LEFT + low * PITCH - 1.5, top, (high - low) * PITCH + 3, height, stroke=color, line=2.5,
            radius=6, above=2,
        )  # fmt: skip


def _is_focus(view: View, segment: Segment) -> bool:
    if view.part == "block":
        return segment.kind == BLOCK
    if view.at is None or view.shown is None:
        return False
    return segment.symbol == view.shown.symbols.index(view.at)


def _draw_bytes(pen: Pen, packed: Packed, rows: _Rows) -> None:
    """The bytes of the payload under their bits: the first bit of each is its lowest one."""
    font = Font(16 if rows.cell > 24 else 15, bold=True, mono=True)
    for byte in range(rows.first * IN_ROW // 8, min((rows.first + rows.count) * IN_ROW // 8, len(packed.payload))):
        row, place = divmod(byte * 8 - rows.first * IN_ROW, IN_ROW)
        left, right = LEFT + place * PITCH + 2, LEFT + (place + 8) * PITCH - 2
        base = rows.top + row * rows.pitch + rows.cell + _below(rows) + (31 if rows.cell > 24 else 20)
        y, middle = base - 6, (left + right) / 2
        text = f"{packed.payload[byte]:02x}"
        half = pen.width(text, font) / 2 + 6
        pen.line(f"byte.{byte}/left", ((left, y - 5), (left, y), (middle - half, y)), "line3")
        pen.line(f"byte.{byte}/right", ((right, y - 5), (right, y), (middle + half, y)), "line3")
        spoken = pen.words.translate("figures", "Byte {number} of the payload: {hex}, its lowest bit first")
        pen.text(
            f"byte.{byte}", middle, base, text, font, spoken=spoken.format(number=byte, hex=text),
            links=(f"byte:{byte}",),
        )  # fmt: skip
