"""The boxes of the exported figure: 32 bits to a row, one box per field, the ruler above and byte offsets at
the left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font
from app.figures.frame_caption import value_words
from app.figures.frame_parts import chosen, missing_bytes
from app.figures.frame_plan import COLUMNS, ROW_BYTES
from app.figures.frame_spoken import bit_sentence
from app.figures.tokens import field_link, field_word, fill, hatch, tint
from protocol.fields import bit_at

if TYPE_CHECKING:
    from app.figures.frame_parts import Part
    from app.figures.frame_view import View
    from app.figures.pen import Pen

BIT: Final = 37
WIDTH: Final = BIT * COLUMNS
HEIGHT: Final = 86
PITCH: Final = 94
CUT: Final = 44
MOST_ROWS: Final = 8
RULE: Final = 1.25
SIZES: Final = {"bit": 13, "offset": 15, "byte": 13, "bytes": 14}


def shown_rows(view: View) -> tuple[int | None, ...]:
    """The rows that are drawn, with None for the break in a long payload: eight, or five and the last."""
    total = -(-len(view.raw) // ROW_BYTES)
    return chosen(total, MOST_ROWS if total <= MOST_ROWS else MOST_ROWS - 1)


def left_margin(pen: Pen, view: View) -> float:
    """The room that the words and numbers at the left take."""
    words = pen.room.words
    last = max((row for row in shown_rows(view) if row is not None), default=0) * ROW_BYTES
    labels = (
        pen.width(words.translate("figures", "bit"), Font(SIZES["bit"])),
        pen.width(words.translate("figures", "byte"), Font(SIZES["byte"])),
        pen.width(words.translate("figures", "Bytes"), Font(SIZES["bytes"], bold=True)),
        pen.width(str(last), Font(SIZES["offset"], mono=True)),
    )
    return max(labels) + 14


def draw_rows(pen: Pen, view: View, left: float, top: float) -> float:
    """The ruler and all rows from `top` on; the lower edge of the last one."""
    _ruler(pen, left, top + 32)
    words, y = pen.room.words, top + 51
    bottom = y
    for row in shown_rows(view):
        if row is None:
            _cut(pen, view, left, y)
            y += CUT + PITCH - HEIGHT
            continue
        _row(pen, view, row * ROW_BYTES, left, y)
        if not row:
            pen.text("byte", left - 14, y + 72, words.translate("figures", "byte"), 13, color="text2", anchor="end")
        bottom, y = y + HEIGHT, y + PITCH
    if len(view.raw) % ROW_BYTES == 0 and (missing := missing_bytes(view.frame)):
        _missing(pen, missing, left, left + min(missing, ROW_BYTES) * 8 * BIT, y)
        bottom = y + HEIGHT
    return bottom


def _ruler(pen: Pen, left: float, baseline: float) -> None:
    """The numbers of section 5.2 over ticks, longer ones between bytes."""
    pen.text(
        "bit",
        left - 14,
        baseline,
        pen.room.words.translate("figures", "bit"),
        13,
        color="text2",
        anchor="end",
    )
    for bit in range(COLUMNS + 1):
        x, long = left + bit * BIT, bit % 8 == 0
        pen.line(
            f"tick.{bit}",
            ((x, baseline + 7), (x, baseline + (15 if long else 11))),
            "text",
            1.2 if long else 0.8,
        )
        if bit == COLUMNS:
            return
        if bit % 10 == 0:
            pen.text(f"tens.{bit}", x + BIT / 2, baseline - 17, str(bit // 10), 13, mono=True, color="text2")
        pen.text(f"units.{bit}", x + BIT / 2, baseline, str(bit % 10), 14, mono=True)


def _row(pen: Pen, view: View, first: int, left: float, top: float) -> None:
    size = min(ROW_BYTES, len(view.raw) - first)
    pen.text(f"offset.{first}", left - 14, top + 52, str(first), 15, mono=True, anchor="end")
    for part in view.row(first, size):
        _box(pen, view, part, left + (part.start - first * 8) * BIT, top)
    missing = missing_bytes(view.frame)
    if size < ROW_BYTES and missing:
        _missing(pen, missing, left + size * 8 * BIT, left + min(size + missing, ROW_BYTES) * 8 * BIT, top)
    for number, broken in enumerate(view.broken):
        start, stop = max(broken.start, first * 8), min(broken.stop, (first + size) * 8)
        if start < stop:
            x, rule = left + (start - first * 8) * BIT, broken.rule
            text = pen.room.words.translate("figures", "Broken: {rule}. RFC {rfc} section {section}")
            pen.box(
                f"broken.{number}.{first}", x + 2, top + 2, (stop - start) * BIT - 4, HEIGHT - 4,
                stroke="err.fill", line=3,
                spoken=text.format(rule=pen.room.words.rule(rule.id), rfc=rule.rfc, section=rule.section),
                above=2,
            )  # fmt: skip


def _box(pen: Pen, view: View, part: Part, x: float, top: float) -> None:
    """One field in one row: name, bits, value."""
    words = pen.room.words
    name, width = f"{part.name}.{part.start}", part.width * BIT
    link = (field_link(part.name),)
    pen.box(name, x, top, width, HEIGHT, fill=tint(part.name), links=link)
    pen.box(name + "/bar", x, top, width, 6, fill=fill(part.name), hatch=hatch(part.name))
    narrow = part.width == 1
    pen.text(
        name + "/name", x + width / 2, top + 28, _name(pen, view, part), 12 if narrow else 15, bold=True,
        within=width if narrow else width - 8, links=link,
    )  # fmt: skip
    for bit in range(part.start, part.stop):
        value, middle = bit_at(view.raw, bit), x + (bit - part.start + 0.5) * BIT
        pen.text(
            f"bit.{bit}", middle, top + 53, str(value), 17, mono=True, bold=bool(value),
            links=(f"bit:{bit}", *link),
            spoken=bit_sentence(words, view.frame, view.sender, part, bit, raw=view.raw),
        )  # fmt: skip
        if bit > part.start:
            edge = x + (bit - part.start) * BIT
            pen.line(f"bit.{bit}/tick", ((edge, top + HEIGHT - 5), (edge, top + HEIGHT)), "text", 0.8)
    told, mono = value_words(words, view, part)
    if told:
        pen.text(
            name + "/value", x + width / 2, top + 75, told, 13, mono=mono, color="text2",
            within=width - (1 if narrow else 8),
        )  # fmt: skip
    pen.box(name + "/rule", x, top, width, HEIGHT, stroke="text", line=RULE, above=1)


def _name(pen: Pen, view: View, part: Part) -> str:
    words = pen.room.words
    name = field_word(words, part.name)
    if part.continued:
        return words.translate("figures", "{field} (continued)").format(field=name)
    if part.name == "payload data" and view.frame.masked:
        return words.translate("figures", "payload data (masked)")
    return name


def _cut(pen: Pen, view: View, left: float, top: float) -> None:
    """Two ragged lines with the number of bytes between them that are left out."""
    shown = [row for row in shown_rows(view) if row is not None]
    count = (shown[-1] - shown[-2] - 1) * ROW_BYTES
    text = pen.room.words.translate("figures", "… {count} bytes left out …").format(count=count)
    teeth = range(0, WIDTH + 1, BIT)
    for name, y in (("upper", top + 2.0), ("lower", top + CUT - 10.0)):
        points = tuple((left + x, y + (0 if number % 2 else 6)) for number, x in enumerate(teeth))
        pen.line(f"cut/{name}", points, "text2", 1)
    pen.text("cut", left + WIDTH / 2, top + CUT / 2 + 4, text, 14, color="text2")


def _missing(pen: Pen, count: int, x: float, right: float, top: float) -> None:
    """The place of announced bytes that never came."""
    text = pen.room.words.translate("figures", "missing bytes: {count}").format(count=count)
    pen.box("missing", x, top, right - x, HEIGHT, stroke="text2", dash=(5, 4), hatch="line2")
    if right - x > 60:
        pen.text("missing/text", (x + right) / 2, top + 53, text, 14, color="text", within=right - x - 8)
