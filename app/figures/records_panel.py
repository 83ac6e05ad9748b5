"""One write, byte by byte: the header of its record in the clear, what is encrypted as it crosses, and below what it
carries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.figures.frame_parts import parts, within
from app.figures.parts import TOKENS
from app.figures.pen import mono, sans
from app.figures.records_words import inside
from app.figures.tokens import edge, fill, needs_outline, tint
from protocol.tls_records import APPLICATION_DATA, HEADER, INNER_TYPE, TAG, server_name

if TYPE_CHECKING:
    from app.figures.pen import Pen
    from app.figures.records_view import Flight
    from protocol.frames import Frame

PANEL: Final = 178.0
"""The height of the panel."""

LEFT: Final = 48.0
WIDTH: Final = 792.0
CELL: Final = 22.0
MOST: Final = 36
"""As many bytes have a place."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """Which bytes of a record are shown: all, or the first ones, a gap, and the last ones."""

    size: int

    @property
    def first(self) -> int:
        return self.size if self.size <= MOST else MOST - 1 - TAG - INNER_TYPE

    def places(self) -> list[tuple[int, int]]:
        """(byte, column) of each byte that is shown."""
        if self.size <= MOST:
            return [(byte, byte) for byte in range(self.size)]
        last = INNER_TYPE + TAG
        return [(byte, byte) for byte in range(self.first)] + [
            (self.size - last + each, self.first + 1 + each) for each in range(last)
        ]


def draw_panel(pen: Pen, flight: Flight | None, top: float, *, hidden: bool) -> None:
    """The panel of one write; its last record, if there are several."""
    words = pen.words
    pen.box("panel", 32, top, 824, PANEL, fill="raise", stroke="ink", line=2.5, radius=12)
    if flight is None:
        text = words.translate("figures", "Nothing has crossed the wire yet.")
        pen.text("panel/none", 444, top + PANEL / 2, text, 14, color="text3")
    elif not flight.records:
        _draw_bare(pen, flight, top)
    else:
        _draw_record(pen, flight, top, hidden=hidden)


def _x(column: int) -> float:
    return LEFT + CELL * column


def _draw_record(pen: Pen, flight: Flight, top: float, *, hidden: bool) -> None:
    words, record = pen.words, flight.records[-1]
    title = words.translate("figures", "One record: {size} bytes").format(size=record.size)
    count = len(flight.records)
    if count > 1:
        title = words.translate("figures", "The last of {count} records: {size} bytes")
        title = title.format(count=count, size=record.size)
    pen.text("panel/title", LEFT, top + 25, title, sans(15, bold=True), anchor="start", within=500)
    cut = _Cut(record.size)
    y = top + 42
    for byte, column in cut.places():
        clear, sealed = byte < HEADER, byte >= HEADER and record.type == APPLICATION_DATA
        color = TOKENS[flight.who]
        pen.box(f"panel/byte.{byte}", _x(column) + 1, y, CELL - 2, 26, fill="raise" if clear else color + ".tint",
                stroke="ink" if clear else "", line=1.5, hatch="line2" if sealed else "")  # fmt: skip
        if not sealed:
            pen.text(
                f"panel/byte.{byte}/hex", _x(column) + CELL / 2, y + 18, f"{record.raw[byte]:02x}", mono(13, bold=True)
            )
    if cut.size > MOST:
        pen.text("panel/gap", _x(cut.first) + CELL / 2, y + 18, "…", mono(14, bold=True), color="text2")
    _draw_names(pen, flight, cut, y + 26, hidden=hidden)


def _draw_names(pen: Pen, flight: Flight, cut: _Cut, y: float, *, hidden: bool) -> None:
    """Brackets below the bytes: type, version, length, and what is encrypted."""
    words, record = pen.words, flight.records[-1]
    columns = [column for _, column in cut.places()]
    end = max(columns) + 1
    sealed = record.type == APPLICATION_DATA
    for name, first, stop in (("type", 0, 1), ("version", 1, 3), ("length", 3, 5)):
        _bracket(pen, f"panel/{name}", first, stop, y)
    text = words.translate("figures", "{type} {name} · version {version} · {length} bytes follow")
    text = text.format(type=record.type, name=record.name, version=f"{record.version:04x}", length=record.length)
    pen.text("panel/header", LEFT, y + 24, text, 13, anchor="start", within=330, spoken=text)
    if not sealed:
        _bracket(pen, "panel/clear", HEADER, end, y)
        text = words.translate("figures", "in the clear: the handshake of TLS")
        name = server_name(record)
        if name:
            text = words.translate("figures", "in the clear: ClientHello, for the server “{name}”").format(name=name)
        pen.text("panel/clear/name", LEFT, y + 58, text, sans(14, bold=True), anchor="start", within=WIDTH)
        return
    last = TAG + INNER_TYPE
    if end - last > HEADER:
        _bracket(pen, "panel/content", HEADER, end - last, y)
    _bracket(pen, "panel/inner", end - last, end - TAG, y)
    _bracket(pen, "panel/tag", end - TAG, end, y)
    tag = words.translate("figures", "tag, {count} bytes").format(count=TAG)
    middle = (_x(end - TAG) + _x(end)) / 2
    if middle - pen.width(tag, sans(13)) / 2 > LEFT + pen.width(text, sans(13)) + 16:
        pen.text("panel/tag/name", middle, y + 24, tag, 13, color="text2", within=CELL * TAG)
    else:
        pen.text("panel/tag/name", _x(end) + 10, y - 8, tag, 13, color="text2", anchor="start")
    _draw_inside(pen, flight, cut, y + 34, hidden=hidden)


def _bracket(pen: Pen, name: str, first: int, stop: int, y: float) -> None:
    a, b = _x(first) + 2, _x(stop) - 2
    pen.line(name, ((a, y + 3), (a, y + 8), (b, y + 8), (b, y + 3)), "text3", 1.25)


def _draw_inside(pen: Pen, flight: Flight, cut: _Cut, y: float, *, hidden: bool) -> None:
    """What the record carries, each byte below the one that it became."""
    words = pen.words
    if hidden:
        text = words.translate("figures", "of what is inside, an eavesdropper has direction, size and time")
        pen.text("panel/hidden", LEFT, y + 40, text, sans(14, bold=True), anchor="start", within=WIDTH)
        return
    held = inside(words, flight)
    if not flight.inside:
        pen.text("panel/inside", LEFT, y + 40, held, sans(14, bold=True), anchor="start", within=WIDTH)
        return
    frame = flight.frames[-1] if flight.frames else None
    start = len(flight.inside) - (flight.records[-1].length - TAG - INNER_TYPE)
    for byte, column in cut.places():
        place = byte - HEADER + max(start, 0)
        if byte < HEADER or place >= len(flight.inside):
            continue
        _draw_byte(pen, flight, frame, place, _x(column), y)
    text = words.translate("figures", "{inside}: {size} bytes").format(inside=held, size=len(flight.inside))
    pen.text("panel/inside", _x(HEADER), y + 58, text, sans(14, bold=True), anchor="start", within=500)
    extra = words.translate("figures", "+ {count} bytes of TLS").format(
        count=flight.records[-1].size - len(flight.inside)
    )
    pen.text("panel/extra", LEFT + WIDTH, y + 58, extra, 13, color="text2", anchor="end")


def _draw_byte(pen: Pen, flight: Flight, frame: Frame | None, place: int, x: float, y: float) -> None:
    """One byte of what is inside: with the colours of the frame's fields, or as a character."""
    value, name = flight.inside[place], f"panel/inside.{place}"
    own = None
    if frame is not None and place >= len(flight.inside) - frame.size:
        bit = 8 * (place - (len(flight.inside) - frame.size))
        own = within(parts(frame), bit, bit + 8)
    ground = tint(max(own, key=lambda part: part.width).name) if own else "sunk"
    pen.box(name, x + 1, y + 6, CELL - 2, 32, fill=ground)
    letter = chr(value) if frame is None and 0x21 <= value < 0x7F else f"{value:02x}"
    pen.text(name + "/hex", x + CELL / 2, y + 24, letter, mono(13, bold=True))
    left = x + 1
    for part in own or ():
        width = (CELL - 2) * part.width / 8
        outline = edge(part.name) if needs_outline(part.name) else ""
        pen.box(f"{name}/{part.name}.{part.start}", left, y + 33, width, 5, fill=fill(part.name), stroke=outline)
        left += width


def _draw_bare(pen: Pen, flight: Flight, top: float) -> None:
    """Without TLS: the bytes as they cross, for everybody to read."""
    words = pen.words
    held = inside(words, flight)
    title = words.translate("figures", "{inside}: {size} bytes, and nothing around them")
    title = title.format(inside=held, size=len(flight.inside))
    pen.text("panel/title", LEFT, top + 25, title, sans(15, bold=True), anchor="start", within=WIDTH)
    frame = flight.frames[-1] if flight.frames else None
    for place in range(min(len(flight.inside), MOST)):
        _draw_byte(pen, flight, frame, place, _x(place), top + 44)
    text = words.translate(
        "figures", "whoever is on the way reads every byte, the masked ones too: the key is in the frame"
    )
    pen.text("panel/note", LEFT, top + 120, text, 14, color="err.edge", anchor="start", within=WIDTH)
