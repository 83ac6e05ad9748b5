"""The judge's checklist: one point a row, joined to the line that it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font, GlyphName, Stroke
from app.figures.handshake_card import draw_frame, ground_row
from app.figures.handshake_layout import Place, Sheet, Side, between
from app.figures.handshake_spoken import spoken_rule
from app.figures.handshake_view import Entry, Exchange, Mood
from app.figures.handshake_words import item, list_source, note, title
from protocol.accept import key_bytes
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.figures.pen import Pen

GLYPHS: Final[dict[Mood, GlyphName]] = {
    Mood.PASSED: "tick",
    Mood.NOW: "now",
    Mood.BROKEN: "cross",
    Mood.PENDING: "pending",
    Mood.NONE: "none",
}

RECIPE: Final = "base64(SHA-1(key + GUID))"
"""How the accept value is made (RFC 6455 section 4.2.2, item 5.4)."""

PAD: Final = 16.0


def draw_list(pen: Pen, sheet: Sheet) -> None:
    """The checklist beside its card, with the lines between them."""
    side, exchange = sheet.side, sheet.exchange
    name = exchange.name + ".points"
    draw_frame(pen, name, sheet, side.points, exchange.judge)
    words = pen.room.words
    titles = (
        words.translate("figures", "Client’s checklist"),
        words.translate("figures", "Server’s checklist"),
    )
    text = titles[exchange.judge is Role.SERVER]
    left, right = side.points[0] + PAD, side.points[1] - PAD
    baseline = sheet.top + sheet.title / 2 + 6
    pen.text(name + ".title", left, baseline, text, 15, bold=True, anchor="start")
    count = words.translate("figures", "{passed} of {total} passed")
    count = count.format(passed=exchange.passed, total=exchange.total)
    space = right - left - pen.width(text, Font(15, bold=True)) - 10
    pen.text(name + ".count", right, baseline, count, 13, color="text2", anchor="end", within=space, spoken=count)
    _draw_activity(pen, sheet)
    for place in sheet.places[1:]:
        pen.line(f"{name}.{place.row.key}/rule", ((left, place.y), (right, place.y)), "line")
    for place in sheet.places:
        _draw_point(pen, sheet, place)
    last = sheet.places[-1]
    if not last.row.entries:
        source = list_source(words, exchange)
        y = last.y + last.height / 2 + 4.5
        pen.text(name + ".source", right, y, source, 12, color="text3", anchor="end", within=right - left)


def draw_coming_list(pen: Pen, sheet: Sheet) -> None:
    """The place of the checklist while its head is on the way, below the arrow: a point for each line."""
    side, exchange = sheet.side, sheet.exchange
    left, right = side.points
    name, top = exchange.name + ".points", sheet.top + sheet.title
    pen.box(
        name + ".coming", left, top, right - left, sheet.bottom - top, stroke="line3", line=1.5, radius=10,
        dash=(5.0, 4.0),
    )  # fmt: skip
    words = pen.room.words
    titles = (words.translate("figures", "Client’s checklist"), words.translate("figures", "Server’s checklist"))
    text = titles[exchange.judge is Role.SERVER]
    for place in sheet.places:
        if place.row.entries and place.row.line is not None:
            pen.glyph(f"{exchange.name}.point.{place.row.key}/glyph", side.glyph, place.middle, "pending", 20)
    first = sheet.places[0]
    start, stop = side.text
    pen.text(name + ".title", start, first.middle + 5.25, text, 15, color="text3", anchor="start", within=stop - start)


def _draw_activity(pen: Pen, sheet: Sheet) -> None:
    """The bar on the judge's lifeline: it is at work as long as the checklist is."""
    side, exchange, top, bottom = sheet.side, sheet.exchange, sheet.top, sheet.bottom
    token = "srv.fill" if exchange.judge is Role.SERVER else "cli.fill"
    edge = side.points[1] if side.way > 0 else side.points[0]
    pen.box(exchange.name + ".work", side.goal - 6, top, 12, bottom - top, fill=token, radius=3, above=1)
    for number, y in enumerate((top + 18, bottom - 14)):
        pen.line(f"{exchange.name}.work/{number}", ((edge, y), (side.goal - 6 * side.way, y)), token, 2)


def _draw_point(pen: Pen, sheet: Sheet, place: Place) -> None:
    side, exchange, row = sheet.side, sheet.exchange, place.row
    if not row.entries:
        return
    mood = row.mood or Mood.PENDING
    name = f"{exchange.name}.point.{row.key}"
    spoken = ". ".join(spoken_rule(pen.room.words, exchange, entry) for entry in row.entries)
    links = ("line:" + row.key, *("rule:" + entry.rule.id for entry in row.entries))
    ground_row(pen, name, side.points, place, mood, left_bar=side.way < 0, spoken=spoken, links=links)
    if row.line is not None or mood is Mood.BROKEN:
        _draw_join(pen, side, name, place.middle, mood)
    if row.line is None and mood is not Mood.BROKEN:
        _draw_absent(pen, side, exchange, place, mood)
        return
    pen.glyph(name + "/glyph", side.glyph, place.middle, GLYPHS[mood], 20)
    _draw_words(pen, side, exchange, place)
    if place.expanded:
        _draw_bytes(pen, sheet, place)


def _draw_join(pen: Pen, side: Side, name: str, y: float, mood: Mood) -> None:
    """The line from a header to the rule that reads it."""
    looks = {
        Mood.PASSED: ("ok.fill", 2.0, (), 0),
        Mood.NOW: ("ink", 3.0, (), 10),
        Mood.BROKEN: ("err.fill", 3.0, (), 10),
        Mood.PENDING: ("line3", 1.5, (3.0, 4.0), 0),
        Mood.NONE: ("line3", 1.5, (3.0, 4.0), 0),
    }
    color, line, dash, head = looks[mood]
    stop = side.into + (side.way if head else 0)
    pen.marks.append(
        Stroke(id=name + "/join", points=((side.out, y), (stop, y)), color=color, line=line, dash=dash,
        head=head, above=1)
    )  # fmt: skip


def _draw_words(pen: Pen, side: Side, exchange: Exchange, place: Place) -> None:
    """The title of each rule, or title and note of a single one, and the item of the RFC."""
    row = place.row
    words = pen.room.words
    left, right = side.text
    number = item(words, row.entries[0])
    beside = right - left - pen.width(number, Font(12)) - 8
    name = f"{exchange.name}.point.{row.key}"
    several = len(row.entries) > 1
    for place_in, entry in enumerate(row.entries[:2]):
        known = entry.mood in {Mood.PASSED, Mood.NOW, Mood.BROKEN}
        space = beside if several and not place_in else right - left
        shown = title(words, entry)
        size = next((size for size in (15, 14) if pen.width(shown, Font(size, bold=known)) <= space), 14)
        pen.text(
            f"rule.{entry.rule.id}/title", left, place.first + (place.gap + 1) * place_in, shown, size,
            bold=known, color="text" if known else "text2", anchor="start", within=space,
        )  # fmt: skip
    if several or place.lines == 1:
        if several and place.lines == 2:
            pen.text(name + "/item", right, place.first, number, 12, color="text3", anchor="end")
        return
    entry = row.entries[0]
    value = row.header.text if row.header is not None else ""
    text = note(words, entry, value or str(entry.check.value if entry.check else ""))
    above = pen.width(text, Font(14)) > beside >= pen.width(shown, Font(15, bold=True))
    if above:
        beside = right - left
    y = place.first if above else place.second
    pen.text(name + "/item", right, y, number, 12, color="text3", anchor="end")
    color = {Mood.BROKEN: "err.edge", Mood.PENDING: "text3", Mood.NONE: "text3"}.get(entry.mood, "text2")
    pen.text(
        f"rule.{entry.rule.id}/note",
        left,
        place.second + 1,
        text,
        14,
        color=color,
        anchor="start",
        within=beside,
    )


def _draw_absent(pen: Pen, side: Side, exchange: Exchange, place: Place, mood: Mood) -> None:
    """Optional headers that did not come: one line for all of them."""
    words = pen.room.words
    names = ", ".join(_short(entry) for entry in place.row.entries)
    text = words.translate("figures", "absent: {names}")
    pen.glyph(
        exchange.name + ".point.end/glyph",
        side.glyph,
        place.middle,
        "now" if mood is Mood.NOW else "none",
        16,
    )
    left, right = side.text
    shown = text.format(names=names)
    size = next((size for size in (14, 13, 12) if pen.width(shown, Font(size)) <= right - left), 12)
    pen.text(
        exchange.name + ".point.end/title", left, place.first, shown, size, color="text2",
        anchor="start", within=right - left,
    )  # fmt: skip


def _short(entry: Entry) -> str:
    """The name of a header without what all of them begin with."""
    return entry.header.removeprefix("Sec-WebSocket-")


def _draw_bytes(pen: Pen, sheet: Sheet, place: Place) -> None:
    """What an expanded point shows: the decoded key, the accept value made of it, or how the client checks
    it."""
    exchange, view = sheet.exchange, sheet.view
    left, right = sheet.side.text
    ys = (place.y + between(67, 55, place.squeeze), place.y + between(86, 73, place.squeeze))
    name = f"{exchange.name}.point.{place.row.key}"
    if exchange.sender is Role.SERVER:
        pen.text(
            name + "/recipe",
            left,
            ys[0] + 3,
            RECIPE,
            13,
            mono=True,
            color="text2",
            anchor="start",
            within=right - left,
        )
        return
    if view.computed is not None:
        pen.text(
            name + "/recipe",
            left,
            ys[0],
            "→ " + RECIPE,
            13,
            color="text2",
            anchor="start",
            within=right - left,
        )
        pen.text(
            name + "/accept", left, ys[1], view.computed.accept, 12, bold=True, mono=True, color="srv.edge",
            anchor="start", within=right - left,
        )  # fmt: skip
        return
    header = place.row.header
    data = key_bytes(header.text) if header is not None else None
    for number, byte in enumerate(data or b""):
        pen.text(
            f"{name}/byte.{number}", left + 26 * (number % 8), ys[number // 8], f"{byte:02x}", 14, bold=True,
            mono=True, anchor="start", links=(f"key:{number}",),
        )  # fmt: skip
