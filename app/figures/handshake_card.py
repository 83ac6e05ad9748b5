"""The card of a head: its lines as they stand on the wire, each with what it is for, and the bytes of the
key."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font
from app.figures.handshake_layout import Place, Sheet, Side, between
from app.figures.handshake_spoken import spoken_line
from app.figures.handshake_view import Exchange, Mood
from app.figures.handshake_words import decoded_size, explanation, measure_of_head
from app.figures.parts import TOKENS, Run, elided_label
from protocol.http11 import Request, Response
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.figures.handshake_view import Row
    from app.figures.pen import Pen

SIZES: Final = (15, 14, 13)
"""Sizes of the header lines: the first in which a whole line fits."""

PAD: Final = 16.0
CELL: Final = 10.0
"""The width of a character where two accept values are compared."""

LONGEST: Final = 38
"""As many characters of a received accept value are compared; the right one has 28."""


def draw_card(pen: Pen, sheet: Sheet) -> None:
    """The card with everything on it."""
    side, exchange = sheet.side, sheet.exchange
    draw_frame(pen, exchange.name, sheet, side.card, side.sender)
    words = pen.room.words
    head = exchange.head
    assert head is not None
    names = (words.translate("figures", "HTTP request"), words.translate("figures", "HTTP response"))
    name = names[exchange.sender is Role.SERVER]
    size = measure_of_head(words, head)
    left, right = side.card[0] + PAD, side.card[1] - PAD
    baseline = sheet.top + sheet.title / 2 + 6
    pen.text(
        exchange.name + ".title",
        left,
        baseline,
        name,
        15,
        bold=True,
        anchor="start",
        spoken=name + ", " + size,
    )
    space = right - left - pen.width(name, Font(15, bold=True)) - 12
    pen.text(exchange.name + ".size", right, baseline, size, 13, color="text2", anchor="end", within=space)
    for number, place in enumerate(sheet.places):
        if number:
            pen.line(f"{exchange.name}.line.{place.row.key}/rule", ((left, place.y), (right, place.y)), "line")
        _draw_row(pen, side, exchange, place)


def draw_frame(pen: Pen, name: str, sheet: Sheet, span: tuple[float, float], who: Role) -> None:
    """A card with a tinted head in the colour of a peer."""
    token = TOKENS[who]
    left, width, top, title = span[0], span[1] - span[0], sheet.top, sheet.title
    edge = token + ".fill"
    pen.box(name + ".card", left, top, width, sheet.bottom - top, fill="raise", stroke=edge, line=2, radius=10)
    pen.box(name + ".head", left + 1, top + 1, width - 2, title - 1, fill=token + ".tint", radius=9)
    pen.box(name + ".head/square", left + 1, top + 12, width - 2, title - 12, fill=token + ".tint")


def _draw_row(pen: Pen, side: Side, exchange: Exchange, place: Place) -> None:
    row = place.row
    name = f"{exchange.name}.line.{row.key}"
    left = side.card[0]
    spoken = spoken_line(pen.room.words, exchange, row)
    if place.folded:
        spoken = " · ".join(spoken_line(pen.room.words, exchange, each) for each in place.folded)
    links = ("line:" + row.key, *("rule:" + entry.rule.id for entry in row.entries))
    ground_row(pen, name, side.card, place, row.mood, left_bar=side.way > 0, spoken=spoken, links=links)
    later = row.mood in {Mood.PENDING, Mood.NONE} and bool(exchange.checks) and row.line is not None
    if row.line is None:
        _draw_end(pen, exchange, place, left + PAD)
    elif place.folded:
        text = pen.room.words.translate("figures", "… and {count} more lines that no rule reads")
        shown = text.format(count=len(place.folded))
        pen.text(name + "/note", left + PAD, place.first, shown, 14, color="text2", anchor="start", within=392)
    else:
        _draw_line(pen, side, exchange, place, later=later)


def ground_row(
    pen: Pen, name: str, span: tuple[float, float], place: Place, mood: Mood | None, *, left_bar: bool,
    spoken: str, links: tuple[str, ...],
) -> None:  # fmt: skip
    """The ground of a row, which is also what is pointed at: sunk and barred while it is read, tinted if it
    is broken. The last row has the round corners of its card."""
    left, right = span
    ground = {Mood.NOW: "sunk", Mood.BROKEN: "err.tint"}.get(mood or Mood.PASSED, "")
    last = place.row.line is None
    height = place.height - last
    pen.box(name, left + 1, place.y, right - left - 2, height, fill=ground, radius=9 * last, spoken=spoken, links=links)
    if not ground:
        return
    if last:
        pen.box(name + "/square", left + 1, place.y, right - left - 2, height - 10, fill=ground)
    bar = "ink" if mood is Mood.NOW else "err.fill"
    pen.box(name + "/bar", left - 1 if left_bar else right - 3, place.y, 4, height - 9 * last, fill=bar, above=1)


def _draw_line(pen: Pen, side: Side, exchange: Exchange, place: Place, *, later: bool) -> None:
    name = f"{exchange.name}.line.{place.row.key}"
    left, space = side.card[0] + PAD, side.card[1] - side.card[0] - 2 * PAD
    plain, strong, meaning = ("text3", "text2", "text3") if later else ("text2", "text", "text2")
    parts = _parts(exchange, place.row, plain, strong)
    size = next((each for each in SIZES if _width(pen, parts, each) <= space), SIZES[-1])
    runs: tuple[Run, ...] = tuple((text, Font(size, bold=bold, mono=True), color) for text, bold, color in parts)
    shown = elided_label(pen, name + "/text", left, place.first, runs, space=space)
    text = explanation(pen.room.words, exchange, place.row)
    if text and place.lines == 2:
        pen.text(name + "/note", left, place.second, text, 14, color=meaning, anchor="start", within=space)
    if not place.expanded or place.row.header is None:
        return
    if exchange.sender is Role.SERVER:
        _draw_comparison(pen, side, exchange, place)
    elif shown.text == "".join(run[0] for run in runs):
        _draw_groups(pen, side, place, size)


def _parts(exchange: Exchange, row: Row, plain: str, strong: str) -> list[tuple[str, bool, str]]:
    """The parts of a line: (text, bold, colour)."""
    head = exchange.head
    if row.header is not None:
        return [(row.header.name + ": ", False, plain), (row.header.text, True, strong)]
    if isinstance(head, Request):
        version = "HTTP/{}.{}".format(*head.http)
        return [
            (head.method, True, strong),
            (" " + head.target + " ", False, strong),
            (version, True, strong),
        ]
    assert isinstance(head, Response)
    version = "HTTP/{}.{}".format(*head.http)
    return [(version, False, strong), (f" {head.status}", True, strong), (" " + head.reason, False, strong)]


def _width(pen: Pen, parts: list[tuple[str, bool, str]], size: float) -> float:
    return sum(pen.width(text, Font(size, bold=bold, mono=True)) for text, bold, _ in parts)


def _draw_end(pen: Pen, exchange: Exchange, place: Place, left: float) -> None:
    """CR LF in a box, and what the empty line means."""
    name = exchange.name + ".line.end"
    middle = place.y + place.height / 2 + 0.5
    pen.box(name + "/crlf", left, middle - 8.5, 40, 17, fill="sunk", stroke="line2", radius=3)
    pen.text(name + "/crlf.text", left + 20, middle + 4.5, "CR LF", 12, color="text2")
    text = explanation(pen.room.words, exchange, place.row)
    pen.text(name + "/note", left + 50, middle + 5, text, 14, color="text2", anchor="start", within=330)


def _draw_groups(pen: Pen, side: Side, place: Place, size: float) -> None:
    """The characters of the key in groups of four, and the bytes that each group stands for."""
    header = place.row.header
    assert header is not None
    left = side.card[0] + PAD
    start = left + pen.width(header.name + ": ", Font(size, mono=True))
    value = header.text
    step = pen.width(value[:1] or "0", Font(size, bold=True, mono=True))
    top, baseline = place.y + between(56, 46, place.squeeze), place.y + between(80, 67, place.squeeze)
    name = f"request.line.{place.row.key}/group"
    for number, at in enumerate(range(0, len(value), 4)):
        group = value[at : at + 4]
        x, stop = start + at * step + 1.5, start + (at + len(group)) * step - 1.5
        pen.line(f"{name}.{number}", ((x, top), (x, top + 6), (stop, top + 6), (stop, top)), "cli.fill", 1.5)
        size_of = str(decoded_size(group)) if decoded_size(group) else "?"
        pen.text(f"{name}.{number}/bytes", (x + stop) / 2, baseline, size_of, 12, mono=True, color="text2")
    text = pen.room.words.translate("figures", "4 characters → bytes")
    pen.text(name + "/unit", start - 8, baseline, text, 12, color="text2", anchor="end", within=start - 8 - left)


def _draw_comparison(pen: Pen, side: Side, exchange: Exchange, place: Place) -> None:
    """The accept value that the client expects above the one that it received; differing characters are
    ringed."""
    entry = next((entry for entry in place.row.entries if entry.rule.id == "response.accept"), None)
    if entry is None or entry.check is None or entry.twice:
        return
    left, right = side.card[0] + PAD, side.card[1] - PAD
    want, got = entry.check.want, entry.check.value[:LONGEST]
    glyph = pen.width("0", Font(14, bold=True, mono=True))
    step = min(CELL, (right - left) / max(len(want), len(got)))
    font = Font(14, bold=True, mono=True, spacing=step - glyph)
    start = right - step * max(len(want), len(got))
    y_want, y_got = place.y + between(70, 55, place.squeeze), place.y + between(92, 75, place.squeeze)
    name = f"{exchange.name}.line.{place.row.key}"
    words = pen.room.words
    rows = (
        ("want", y_want, want, "cli.edge", words.translate("figures", "client expects")),
        ("got", y_got, got, "srv.edge", words.translate("figures", "server sent")),
    )
    for part, y, text, color, label in rows:
        space = start - left - 6
        if space > 40:
            pen.text(f"{name}/{part}.label", left, y, label, 13, color="text2", anchor="start", within=space)
        if text:
            pen.runs(f"{name}/{part}", start, y, ((text, font, color),), spoken=label + ": " + text)
    for first, stop in _differences(want, got):
        x, width = start + first * step - 1, (stop - first) * step
        pen.box(
            f"{name}/differs.{first}", x, y_want - 14, width, y_got - y_want + 19, stroke="err.fill",
            line=1.5, radius=4, above=1,
        )  # fmt: skip


def _differences(one: str, other: str) -> list[tuple[int, int]]:
    """The runs of places at which two texts differ, as (first, stop)."""
    runs: list[tuple[int, int]] = []
    for place, (left, right) in enumerate(zip_longest(one, other)):
        if left != right and runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        elif left != right:
            runs.append((place, place + 1))
    return runs
