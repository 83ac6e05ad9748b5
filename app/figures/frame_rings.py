"""What is laid over the bit grid: rings around the bits in focus and the broken ones, octagons, and the
callout.

A broken bit has a 3 px violation ring and an octagon above it; the bits in focus have an ink ring, an
inverted number in the ruler and a callout that says what they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.marks import Font
from app.figures.frame_grid import CELL, LEFT, PITCH, RIGHT, column, value_text
from app.figures.frame_parts import Part
from app.figures.frame_plan import COLUMNS, TOP
from app.figures.frame_spoken import meaning, place_text
from app.figures.pen import wrap
from app.figures.tokens import RSV, field_word, fill, hatch
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.figures.frame_plan import Plan, Row
    from app.figures.frame_view import Broken, View
    from app.figures.pen import Pen

OCTAGON = 16


def inverted_columns(view: View) -> frozenset[int]:
    """The columns whose ruler number is inverted: those of a focused field of at most 8 bits."""
    runs = view.ringed() if view.target.kind == "field" else ()
    return frozenset(bit % COLUMNS for start, stop in runs if stop - start <= 8 for bit in range(start, stop))


def octagon_columns(plan: Plan, view: View) -> dict[int, list[Broken]]:
    """The columns above row 0 where an octagon stands; not where the callout's arrow already points."""
    pointed = {start for start, _ in view.ringed()} if _has_callout(plan, view) else set()
    columns: dict[int, list[Broken]] = {}
    for broken in view.broken:
        if broken.start < COLUMNS and broken.start not in pointed:
            middle = (broken.start + min(broken.stop, COLUMNS) - 1) // 2
            columns.setdefault(middle, []).append(broken)
    return columns


def draw_rings(pen: Pen, plan: Plan, view: View) -> None:
    """All rings, octagons and the callout."""
    for number, broken in enumerate(view.broken):
        _ring(pen, plan, f"broken.{number}", (broken.start, broken.stop), grow=1)
        _octagon_in_row(pen, plan, number, broken)
    for middle, group in octagon_columns(plan, view).items():
        _octagon(pen, plan, middle, group)
    broken_runs = {(broken.start, broken.stop) for broken in view.broken}
    for number, (start, stop) in enumerate(view.ringed()):
        if (start, stop) in broken_runs:
            continue
        _ring(pen, plan, f"focus.{number}", (start, stop), grow=1.5)
    if _has_callout(plan, view):
        _callout(pen, plan, view)


def _ring(pen: Pen, plan: Plan, name: str, run: tuple[int, int], *, grow: float) -> None:
    color = "ink" if name.startswith("focus") else "err.fill"
    start, stop = run
    for row in plan.rows:
        first = max(start, row.first_byte * 8)
        last = min(stop, row.first_byte * 8 + COLUMNS)
        if first < last:
            x, width = column(first), (last - first) * PITCH - (PITCH - CELL)
            pen.box(
                f"{name}.{row.first_byte}", x - grow, row.top - 2, width + 2 * grow, row.cell + 4,
                stroke=color, line=3,
                radius=3, above=2,
            )  # fmt: skip


def _octagon(pen: Pen, plan: Plan, middle: int, group: list[Broken]) -> None:
    x, y = column(middle) + CELL / 2, plan.ruler - 28
    pen.glyph(f"octagon.{middle}", x, y, "cross", OCTAGON, spoken=_sentences(pen, group), above=2)
    pen.line(f"octagon.{middle}/stem", ((x, y + 10), (x, y + 12)), "err.fill", 2, above=2)


def _octagon_in_row(pen: Pen, plan: Plan, number: int, broken: Broken) -> None:
    """Below row 0 there is no room above the bits: the octagon sits on the ring's upper right corner."""
    row = next((each for each in plan.rows if each.first_byte and _holds(each, broken.start)), None)
    if row is None:
        return
    last = min(broken.stop, row.first_byte * 8 + COLUMNS) - 1
    x = min(column(last) + CELL, RIGHT)
    pen.glyph(f"octagon.{number}.row", x, row.top, "cross", OCTAGON, spoken=_sentences(pen, [broken]), above=2)


def _holds(row: Row, bit: int) -> bool:
    return row.first_byte * 8 <= bit < row.first_byte * 8 + COLUMNS


def _sentences(pen: Pen, group: list[Broken]) -> str:
    words = pen.room.words
    text = words.translate("figures", "Broken: {rule}. RFC {rfc} section {section}")
    return " ".join(
        text.format(rule=words.rule(each.rule.id), rfc=each.rule.rfc, section=each.rule.section) for each in group
    )


def _has_callout(plan: Plan, view: View) -> bool:
    return plan.callout is not None and view.target.kind == "field" and bool(view.ringed())


def _callout(pen: Pen, plan: Plan, view: View) -> None:
    """An ink card above the ruler: field, bits, value, one or two sentences and the section."""
    words = pen.room.words
    part = _focused(view)
    value = value_text(view, part, brief=True)
    told, section = meaning(words, part.name, view.frame, view.sender)
    cite = words.translate("figures", "RFC 6455 §{section}").format(section=section)
    head = Font(14, bold=True)
    title, place = field_word(words, part.name), "   " + place_text(words, part, value)
    height = (plan.callout or 0) - (2 if octagon_columns(plan, view) else 0)
    for space in (442.0, 540.0, 640.0, 760.0):
        lines = wrap(told + "   " + cite, Font(14), space, pen.room.measure)
        if len(lines) <= 2:
            break
    lines = lines[:2]
    top = TOP + (2 - len(lines)) * 18
    height -= top - TOP
    title_width = 20 + pen.width(title, head) + pen.width(place, Font(14))
    width = max(title_width, *(pen.width(line, Font(14)) for line in lines)) + 28
    first, stop = view.ringed()[0]
    last = min(stop, first - first % COLUMNS + COLUMNS)
    tip = column(first) + ((last - first) * PITCH - 1) / 2
    x = min(max(tip - 92, 32), LEFT + COLUMNS * PITCH - width)
    base = top + (height - 18 * len(lines)) / 2 + 6
    pen.box("callout", x, top, width, height, fill="ink", radius=8, above=3)
    pen.box(
        "callout/swatch",
        x + 14,
        base - 11,
        12,
        12,
        fill=fill(part.name),
        hatch=hatch(part.name),
        radius=2,
        above=3,
    )
    pen.runs(
        "callout/title",
        x + 34,
        base,
        ((title, head, "on-ink"), (place, Font(14), "on-ink")),
        above=3,
    )
    for number, line in enumerate(lines):
        pen.text(
            f"callout/line.{number}",
            x + 14,
            base + 20 + 18 * number,
            line,
            color="on-ink",
            anchor="start",
            above=3,
        )
    if first < COLUMNS:
        foot = top + height - 1
        points = ((tip - 8, foot), (tip + 8, foot), (tip, foot + 9))
        pen.line("callout/arrow", points, "ink", 0, fill="ink", above=3)


def draw_sender(pen: Pen, plan: Plan, view: View) -> None:
    """Whose frame this is and how long, in the place of the callout while nothing is in focus."""
    if plan.callout is None or _has_callout(plan, view):
        return
    words, y = pen.room.words, TOP + plan.callout / 2
    client, server = words.translate("figures", "client"), words.translate("figures", "server")
    first, second = (client, server) if view.sender is Role.CLIENT else (server, client)
    text = words.translate("figures", "{size} bytes: {header} of header, {payload} of payload")
    told = text.format(size=f"{len(view.raw):,}", header=view.header, payload=f"{len(view.frame.wire):,}")
    bold = Font(14, bold=True)
    colors = ("cli.edge", "srv.edge") if view.sender is Role.CLIENT else ("srv.edge", "cli.edge")
    runs = (
        (first, bold, colors[0]),
        (" → ", bold, "text2"),
        (second, bold, colors[1]),
        ("   " + told, Font(14), "text2"),
    )
    pen.glyph("sender/glyph", LEFT + 7, y - 5, "client" if view.sender is Role.CLIENT else "server", 14)
    pen.runs("sender", LEFT + 22, y, runs)


def _focused(view: View) -> Part:
    start, stop = view.ringed()[0]
    part = next(each for each in view.parts if each.start <= start < each.stop)
    return Part(f"RSV{start}", start, stop) if part.name == RSV and stop - start == 1 else part
