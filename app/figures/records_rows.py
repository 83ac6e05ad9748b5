"""The rows of the figure `records`: each write as a bar as long as it has bytes, and beside it what is inside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.figures.parts import TOKENS
from app.figures.pen import mono, sans
from app.figures.records_words import inside, outside
from protocol.tls_records import APPLICATION_DATA
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.figures.pen import Pen
    from app.figures.records_view import Flight, Traffic

TIME: Final = 92.0
"""The right edge of the times."""
WAY: Final = (104.0, 136.0)
BARS: Final = 148.0
BAR: Final = 190.0
"""The longest bar."""
NAMES: Final = 352.0
INSIDE: Final = 584.0
RIGHT: Final = 856.0


@dataclass(frozen=True, slots=True)
class _Scale:
    """The most bytes of a row, and when the first one was written."""

    largest: int
    start: float


def draw_rows(pen: Pen, traffic: Traffic, opened: Flight | None, span: tuple[float, float], *, hidden: bool) -> None:
    """All writes from top to bottom, those to come as places."""
    top, bottom = span
    words = pen.words
    left = words.translate("figures", "On the wire: everybody on the way sees this")
    if not traffic.sealed:
        left = words.translate("figures", "On the wire, without TLS")
    pen.text("outside", 32, top + 16, left, sans(15, bold=True), anchor="start", within=INSIDE - 48)
    right = words.translate("figures", "Inside: the two ends only")
    if not traffic.sealed:
        right = words.translate("figures", "Everybody reads this, too")
    color = "text" if traffic.sealed else "err.edge"
    pen.text("inside", INSIDE + 12, top + 16, right, sans(15, bold=True), color=color, anchor="start", within=260)
    first = top + 28
    count = max(len(traffic.flights), 1)
    pitch = min(36.0, (bottom - first) / count)
    scale = _Scale(
        max((flight.size for flight in traffic.flights), default=1),
        min((one.time for one in traffic.flights), default=0),
    )
    ground = "sunk" if traffic.sealed else "err.tint"
    pen.box("inside/ground", INSIDE, first, RIGHT - INSIDE, pitch * count, fill=ground, radius=8)
    if hidden:
        _draw_hatch(pen, first, pitch * count)
    for flight in traffic.flights:
        y = first + pitch * flight.number
        known = flight.number < traffic.known
        current = opened is not None and flight.number == opened.number
        if current:
            pen.box("now", 30, y + 0.5, RIGHT - 28, pitch - 1, stroke="ink", line=2, radius=6, above=2)
        _draw_row(pen, flight, y + pitch / 2, scale, known=known, current=current, hidden=hidden)


def _draw_hatch(pen: Pen, top: float, height: float) -> None:
    words = pen.words
    pen.box("inside/hatch", INSIDE, top, RIGHT - INSIDE, height, fill="sunk", hatch="line2", radius=8, above=1)
    text = words.translate("figures", "no key, no content")
    width = pen.width(text, sans(15, bold=True)) + 28
    middle = (INSIDE + RIGHT) / 2
    y = top + height / 2
    pen.box(
        "inside/lock", middle - width / 2, y - 16, width, 32, fill="raise", stroke="ink", line=1.5, radius=16, above=1
    )
    pen.text("inside/lock.text", middle, y + 5, text, sans(15, bold=True), above=1)


def _draw_row(pen: Pen, flight: Flight, y: float, scale: _Scale, *, known: bool, current: bool, hidden: bool) -> None:
    words, name = pen.words, f"flight.{flight.number}"
    if not known:
        pen.line(name + "/way", ((WAY[0], y), (WAY[1], y)), "line2", 1, dash=(4.0, 4.0))
        return
    seen, held = outside(words, flight), inside(words, flight)
    spoken = words.translate("figures", "{size} bytes. Outside: {outside}.").format(size=flight.size, outside=seen)
    if not hidden:
        spoken += " " + words.translate("figures", "Inside: {inside}.").format(inside=held)
    links = ("flight:" + str(flight.number),)
    pen.box(name, 32, y - 9, INSIDE - 36, 18, spoken=spoken, links=links)
    pen.text(
        name + "/time",
        TIME,
        y + 4.5,
        f"{(flight.time - scale.start) * 1000:.1f} ms",
        mono(12),
        color="text2",
        anchor="end",
    )
    color = TOKENS[flight.who] + ".fill"
    ends = WAY if flight.who is Role.CLIENT else (WAY[1], WAY[0])
    pen.line(name + "/way", ((ends[0], y), (ends[1], y)), color, 2, head=8)
    _draw_bars(pen, flight, y, scale.largest)
    font = sans(13, bold=current)
    pen.text(name + "/outside", NAMES, y + 4.5, seen, font, anchor="start", within=INSIDE - NAMES - 10)
    if hidden:
        return
    space = RIGHT - INSIDE - (76 if flight.inside else 20)
    pen.text(name + "/inside", INSIDE + 12, y + 4.5, held, font, anchor="start", within=space, links=links)
    size = f"{len(flight.inside)}" if flight.inside else ""
    if size:
        pen.text(name + "/size", RIGHT - 10, y + 4.5, size, mono(12), color="text2", anchor="end")


def _draw_bars(pen: Pen, flight: Flight, y: float, largest: int) -> None:
    """A bar for each record, and how many bytes all of them are."""
    name, x = f"flight.{flight.number}", BARS
    scale = (BAR - 44) / largest
    sizes = [(record.size, record.type == APPLICATION_DATA) for record in flight.records] or [(flight.size, False)]
    for number, (size, sealed) in enumerate(sizes):
        width = max(3.0, size * scale)
        fill, hatch = (TOKENS[flight.who] + ".tint", TOKENS[flight.who] + ".fill") if sealed else ("", "")
        pen.box(
            f"{name}/bar.{number}", x, y - 7, width, 14, fill=fill, hatch=hatch, stroke=TOKENS[flight.who] + ".fill",
            links=("flight:" + str(flight.number),),
        )  # fmt: skip
        x += width + 1.5
    pen.text(name + "/bytes", x + 6, y + 4.5, str(flight.size), mono(13, bold=True), anchor="start")
