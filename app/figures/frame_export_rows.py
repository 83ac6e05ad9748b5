"""The boxes of the exported figure: one box per field and row, the ruler above and byte offsets at the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.marks import Font
from app.figures.frame_caption import value_words
from app.figures.frame_export_grid import ASIDE, CUT, FRAME_LEVELS, GAP, RULE, draw_ruler
from app.figures.frame_parts import missing_bytes, shown_rows, value_text
from app.figures.frame_spoken import bit_teller, field_sentence, meaning
from app.figures.tokens import field_link, field_word, fill, hatch, tint

if TYPE_CHECKING:
    from app.figures.frame_export_grid import Grid
    from app.figures.frame_parts import Part
    from app.figures.frame_spoken import BitTeller
    from app.figures.frame_view import View
    from app.figures.pen import Pen

BITS = (Font(17, mono=True), Font(17, bold=True, mono=True))
"""The fonts of a 0 and a 1."""


def left_margin(pen: Pen, view: View, grid: Grid) -> float:
    """The room that the words and numbers at the left take."""
    words = pen.words
    last = max((row for row in shown_rows(len(view.raw), grid.bits) if row is not None), default=0) * grid.row_bytes
    labels = (
        pen.width(words.translate("figures", "bit"), Font(13)),
        pen.width(words.translate("figures", "byte"), Font(13)),
        pen.width(words.translate("figures", "Bytes"), Font(14, bold=True)) if grid.show != "names" else 0,
        pen.width(str(last), Font(15, mono=True)),
    )
    return max(labels) + ASIDE


def draw_rows(pen: Pen, view: View, grid: Grid, top: float) -> float:
    """The ruler and all rows from `top` on; the lower edge of the last one."""
    height = FRAME_LEVELS[grid.show].height
    bottom = y = draw_ruler(pen, grid, top)
    rows = shown_rows(len(view.raw), grid.bits)
    for row in rows:
        if row is None:
            _cut(pen, grid, y, (rows[-1] or 0) - (rows[-3] or 0) - 1)
            y += CUT + GAP
            continue
        _row(pen, view, grid, row * grid.row_bytes, y)
        bottom, y = y + height, y + height + GAP
    if len(view.raw) % grid.row_bytes == 0 and (missing := missing_bytes(view.frame)):
        _missing(pen, grid, missing, 0, y)
        bottom = y + height
    return bottom


def _row(pen: Pen, view: View, grid: Grid, first: int, top: float) -> None:
    """A row of fields. Names alone say nothing but what its own bytes, the header and broken rules do."""
    if FRAME_LEVELS[grid.show].value:
        _fields(pen, view, grid, first, top)
        return
    frame, data = view.frame, view.raw[first : first + grid.row_bytes]
    broken = tuple([(one.rule.id, one.start, one.stop) for one in view.broken])
    missing = missing_bytes(frame) if len(data) < grid.row_bytes else 0
    key = (grid.bits, grid.show, grid.left, first, top, data, frame.header, view.sender, missing, broken)
    pen.again(key, _fields, view, grid, first, top)


def _fields(pen: Pen, view: View, grid: Grid, first: int, top: float) -> None:
    levels = FRAME_LEVELS[grid.show]
    size = min(grid.row_bytes, len(view.raw) - first)
    pen.text(f"offset.{first}", grid.left - ASIDE, top + levels.offset, str(first), 15, mono=True, anchor="end")
    if not first:
        word = pen.words.translate("figures", "byte")
        pen.text("byte", grid.left - ASIDE, top + levels.unit, word, 13, color="text2", anchor="end")
    for part in view.row(first, size):
        _box(pen, view, grid, part, grid.x(part.start - first * 8), top)
    if size < grid.row_bytes and (missing := missing_bytes(view.frame)):
        _missing(pen, grid, missing, size, top)
    for number, broken in enumerate(view.broken):
        start, stop = max(broken.start, first * 8), min(broken.stop, (first + size) * 8)
        if start < stop:
            rule = broken.rule
            text = pen.words.translate("figures", "Broken: {rule}. RFC {rfc} section {section}")
            pen.box(
                f"broken.{number}.{first}", grid.x(start - first * 8) + 2, top + 2,
                (stop - start) * grid.bit - 4, levels.height - 4, stroke="err.fill", line=3,
                spoken=text.format(rule=pen.words.rule(rule.id), rfc=rule.rfc, section=rule.section), above=2,
            )  # fmt: skip


def _box(pen: Pen, view: View, grid: Grid, part: Part, x: float, top: float) -> None:
    """One field in one row: name, bits, value."""
    levels, name = FRAME_LEVELS[grid.show], _name(pen, view, part)
    value = value_words(pen.words, view, part) if levels.value else ("", False)
    # Plain values: they are compared faster than a part and a grid.
    key = (part.name, part.start, part.stop, grid.bits, grid.show, x, top, name, value)
    if levels.bits:
        pen.together(key, _around, grid, part, x, top, name, value)
        _bits(pen, view, grid, part, x, top)
        return
    shown, told = value_text(view.raw, part), meaning(pen.words, part.name, view.frame, view.sender)
    pen.together((key, shown, told), _spoken, view, grid, part, x, top, name, value)


def _spoken(
    pen: Pen, view: View, grid: Grid, part: Part, x: float, top: float, name: str, value: tuple[str, bool]
) -> None:
    """A box without bits, which speaks itself."""
    spoken = field_sentence(pen.words, view.frame, view.sender, part, value_text(view.raw, part))
    _around(pen, grid, part, x, top, name, value, spoken)


def _around(
    pen: Pen, grid: Grid, part: Part, x: float, top: float, name: str, value: tuple[str, bool], spoken: str = ""
) -> None:
    """The box itself with all but its bits."""
    levels = FRAME_LEVELS[grid.show]
    mark, width, middle = f"{part.name}.{part.start}", part.width * grid.bit, x + part.width * grid.bit / 2
    narrow = part.width == 1
    link = (field_link(part.name),)
    told, mono = value
    pen.box(mark, x, top, width, levels.height, fill=tint(part.name), links=link, spoken=spoken)
    pen.box(mark + "/bar", x, top, width, 6, fill=fill(part.name), hatch=hatch(part.name))
    if levels.name:
        font = Font(12 if narrow else 15, bold=True)
        room = width if narrow else width - 8
        pen.text(mark + "/name", middle, top + levels.name, name, font, within=room, links=link)
    if told and levels.value:
        room = width - (1 if narrow else 8)
        pen.text(
            mark + "/value", middle, top + levels.value, told, 13, mono=mono, color="text2", within=room, links=link
        )
    pen.box(mark + "/rule", x, top, width, levels.height, stroke="text", line=RULE, above=1)


def _bits(pen: Pen, view: View, grid: Grid, part: Part, x: float, top: float) -> None:
    """The bits of a box byte by byte, and the ticks at its foot between them."""
    levels, teller = FRAME_LEVELS[grid.show], bit_teller(pen.words, view.frame, view.sender, part.name)
    baseline, foot, bit = top + levels.bits, top + levels.height, part.start
    while bit < part.stop:
        stop = min(part.stop, bit // 8 * 8 + 8)
        value = view.raw[bit // 8] >> -stop % 8 & (1 << stop - bit) - 1
        left = x + (bit - part.start) * grid.bit
        pen.together(
            (part.name, teller, bit, stop, value, left, baseline, grid.bit),
            _digits, part.name, teller, bit, f"{value:0{stop - bit}b}", left, baseline, grid.bit,
        )  # fmt: skip
        bit = stop
    # One comb along the foot, whose back lies under the box's own line.
    if part.width > 1:
        pen.together((part.name, part.start, part.stop, x, foot, grid.bit), _comb, part, x, foot, grid.bit)


def _digits(
    pen: Pen, field: str, teller: BitTeller, first: int, digits: str, left: float, baseline: float, width: int
) -> None:
    link = field_link(field)
    for place, digit in enumerate(digits):
        bit, middle = first + place, left + (place + 0.5) * width
        spoken = teller.sentence(bit, int(digit))
        links = (f"bit:{bit}", link)
        pen.text(f"bit.{bit}", middle, baseline, digit, BITS[int(digit)], links=links, spoken=spoken)


def _comb(pen: Pen, part: Part, x: float, foot: float, width: int) -> None:
    edges = [x + place * width for place in range(1, part.width)]
    comb = tuple((edge, foot - up) for edge in edges for up in (0, 5, 0))
    pen.line(f"{part.name}.{part.start}/ticks", comb, "text", 0.8)


def _name(pen: Pen, view: View, part: Part) -> str:
    words = pen.words
    name = field_word(words, part.name)
    if part.continued:
        return words.translate("figures", "{field} (continued)").format(field=name)
    if part.name == "payload data" and view.frame.masked:
        return words.translate("figures", "payload data (masked)")
    return name


def _cut(pen: Pen, grid: Grid, top: float, rows: int) -> None:
    """Two ragged lines with the number of bytes between them that are left out."""
    text = pen.words.translate("figures", "… {count} bytes left out …").format(count=rows * grid.row_bytes)
    pen.together((text, grid.bits, grid.left, top), _ragged, text, grid, top)


def _ragged(pen: Pen, text: str, grid: Grid, top: float) -> None:
    for name, y in (("upper", top + 2.0), ("lower", top + CUT - 10.0)):
        pen.line(f"cut/{name}", tuple((x, y + up) for x, up in teeth(grid, 0, grid.bits)), "text2", 1)
    pen.text("cut", grid.left + grid.width / 2, top + CUT / 2 + 4, text, 14, color="text2")


def teeth(grid: Grid, start: int, stop: int) -> list[tuple[float, float]]:
    """A ragged line below the bits `[start, stop)` of a row: x, and how far from its upper edge."""
    return [(grid.x(bit), 0 if (bit - start) % 2 else 6) for bit in range(start, stop + 1)]


def _missing(pen: Pen, grid: Grid, count: int, first: int, top: float) -> None:
    """The place of announced bytes that never came, from byte `first` of a row on."""
    height = FRAME_LEVELS[grid.show].height
    x, width = grid.x(first * 8), min(count, grid.row_bytes - first) * 8 * grid.bit
    text = pen.words.translate("figures", "missing bytes: {count}").format(count=count)
    pen.box("missing", x, top, width, height, stroke="text2", dash=(5, 4), hatch="line2")
    wide = min(pen.width(text, Font()) + 16, width - 8)
    pen.box("missing/ground", x + (width - wide) / 2, top + height / 2 - 10, wide, 20, fill="stage")
    pen.text("missing/text", x + width / 2, top + height / 2 + 5, text, within=wide)
