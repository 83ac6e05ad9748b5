"""The details of a row of the table: a frame as fields and bytes, a head as its lines, a gap as a sentence.

Wide enough, the fields stand left with a word on each value; else they stand right of the bytes, the most telling ones.
Only the lines of bytes that are on screen are drawn. The figure begins at x = 0 and y = 0 and is as wide as its room.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Scene
from app.figures.frame_parts import UNPRINTABLE
from app.figures.pen import Pen, mono, sans, wrap
from app.figures.tokens import edge, field_link, fill, hatch, needs_outline, tint
from app.figures.traffic_fields import field_rows, fitting
from app.model.traffic.shown import ACROSS, FrameShown, GapShown, HeadShown
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.drawing.marks import Room
    from app.figures.traffic_fields import FieldRow
    from app.model.traffic.shown import Shown

LINE: Final = 22.0
TOP: Final = 4.0
"""Above the first line, for the ring of a byte in it."""
PITCH, CELL, GROUP = 25.0, 23.5, 8.0
OFFSETS: Final = 36.0
"""Room for the number of a line's first byte."""
BYTES: Final = OFFSETS + ACROSS * PITCH + GROUP
CHARS: Final = 152.0
FIELDS: Final = 206.0
REMARKS: Final = 470.0
WIDE: Final = REMARKS + 40 + BYTES + CHARS
"""From this width on the fields stand left with their remarks."""
LEAST: Final = BYTES + CHARS + FIELDS


@dataclass(frozen=True, slots=True)
class Options:
    """`unmasked`: the characters are those that the sender meant. `lines`: how many lines have room, from line `first`
    of a head on; those of a frame were cut out already."""

    unmasked: bool = True
    lines: int = 4
    first: int = 0


def draw(shown: Shown | None, width: float, room: Room, options: Options) -> Scene:
    """The marks of the details at this width."""
    pen = Pen(room)
    title, told = room.words.translate("figures", "Nothing is selected"), ""
    if isinstance(shown, FrameShown):
        title, told = _frame(pen, shown, width, options)
    elif isinstance(shown, HeadShown):
        title, told = _head(pen, shown, width, options)
    elif isinstance(shown, GapShown):
        title, told = _gap(pen, shown, width)
    return Scene(tuple(pen.marks), width, TOP + options.lines * LINE, title, told)


def lines_of(shown: Shown | None) -> int:
    """How many lines of bytes or of a head there are in all."""
    if isinstance(shown, FrameShown):
        return shown.lines
    return len(shown.lines) if isinstance(shown, HeadShown) else 0


def _frame(pen: Pen, frame: FrameShown, width: float, options: Options) -> tuple[str, str]:
    rows = field_rows(frame, pen.words)
    left = width >= WIDE
    x = REMARKS + 40 if left else 0.0
    _bytes(pen, frame, x, rows, options)
    if left:
        _fields(pen, fitting(rows, options.lines, frame.broken), 0.0, REMARKS, frame, remarks=True)
    elif width >= BYTES + CHARS + 120:
        chosen = fitting(rows, options.lines, frame.broken)
        _fields(pen, chosen, BYTES + CHARS + 20, width - BYTES - CHARS - 20, frame, remarks=False)
    title = pen.words.translate("figures", "Frame {number}").format(number=f"{frame.number:,}")
    told = ", ".join(f"{row.word} {row.value}" for row in rows)
    return title, told


def _fields(pen: Pen, rows: tuple[FieldRow, ...], x: float, width: float, frame: FrameShown, *, remarks: bool) -> None:
    """A swatch, the name, the value and what it says, a line each."""
    words = pen.words
    names = max((pen.width(row.word, _NAME) for row in rows), default=0.0)
    at = x + 18 + names + 14
    values = max((pen.width(row.value, _VALUE) for row in rows), default=0.0)
    whole = (0, frame.size * 8)
    told = [run for run in frame.broken if run != whole]
    for place, row in enumerate(rows):
        y = TOP + place * LINE
        broken = any(row.start < stop and start < row.stop for start, stop in told)
        links = (
            field_link(row.name),
            *(f"byte:{byte}" for byte in range(row.start // 8, min((row.stop + 7) // 8, 16))),
        )
        spoken = words.translate("figures", "{field}: {value}. {remark}").format(
            field=row.word, value=row.value, remark=row.remark
        )
        name = "row." + row.name
        pen.box(name, x - 4, y + 1, width + 4, LINE - 2, links=links, spoken=spoken.strip(), radius=4)
        outline = edge(row.name) if needs_outline(row.name) else ""
        pen.box(name + "/swatch", x, y + 3.5, 5, LINE - 7, fill=fill(row.name), stroke=outline, hatch=hatch(row.name))
        pen.text(name + "/word", x + 18, y + 16, row.word, _NAME, anchor="start")
        color = "err.edge" if broken else "text"
        pen.text(name + "/value", at, y + 15.5, row.value, _VALUE, color=color, anchor="start", within=x + width - at)
        if remarks and row.remark:
            after = max(at + values + 16, x + 226)
            pen.text(
                name + "/remark", after, y + 16, row.remark, 14, color="text2", anchor="start",
                within=max(20.0, x + width - after),
            )  # fmt: skip


_NAME: Final = sans(14)
_VALUE: Final = mono(14, bold=True)
_DIGITS: Final = mono(14)


def _place(column: int) -> float:
    """x of a byte in its line."""
    return OFFSETS + column * PITCH + (GROUP if column >= ACROSS // 2 else 0.0)


def _bytes(pen: Pen, frame: FrameShown, left: float, rows: tuple[FieldRow, ...], options: Options) -> None:
    """Hex digits over the colours of their fields, and what they say as characters."""
    shown = frame.plain if options.unmasked else frame.data
    for line in range((len(frame.data) + ACROSS - 1) // ACROSS):
        y = TOP + line * LINE
        first = frame.first + line * ACROSS
        pen.text(f"offset.{line}", left + OFFSETS - 10, y + 15, str(first), mono(12), color="text3", anchor="end")
        runs: list[tuple[str, str]] = []
        for column in range(ACROSS):
            at = line * ACROSS + column
            if at >= len(frame.data):
                break
            byte = first + column
            inside = [row for row in rows if row.start < byte * 8 + 8 and byte * 8 < row.stop]
            x = left + _place(column)
            if any(start <= byte < stop for start, stop in frame.lost):
                _lost(pen, byte, x, y)
                runs.append((" ", "text3"))
                continue
            _byte(pen, frame, byte, frame.data[at], inside, x, y)
            payload = byte >= len(frame.header.header)
            runs.append((_char(shown[at]) if payload else UNPRINTABLE, edge("payload data") if payload else "text3"))
        _characters(pen, line, left + BYTES + 18, y, runs)
        _rings(pen, frame, line, left, y)


def _byte(pen: Pen, frame: FrameShown, byte: int, value: int, inside: list[FieldRow], x: float, y: float) -> None:
    """One byte: its ground, its digits, and the bar that says which fields it holds."""
    ground = tint(inside[0].name) if len(inside) == 1 else "sunk"
    names = ", ".join(row.word for row in inside)
    header = len(frame.header.header)
    if byte >= header and frame.header.masked:
        spoken = pen.words.translate(
            "figures", "Byte {byte}, 0x{value:02x}: payload byte {place}, masked; 0x{plain:02x} unmasked."
        ).format(byte=byte, value=value, place=byte - header, plain=frame.plain[byte - frame.first])
    else:
        spoken = pen.words.translate("figures", "Byte {byte}, 0x{value:02x}: {fields}.").format(
            byte=byte, value=value, fields=names
        )
    links = (f"byte:{byte}", *(field_link(row.name) for row in inside))
    pen.box(f"byte.{byte}", x, y + 0.5, CELL, 17, fill=ground, links=links, spoken=spoken)
    pen.text(f"byte.{byte}/digits", x + CELL / 2, y + 13.6, f"{value:02x}", _DIGITS)
    for row in inside:
        start, stop = max(row.start, byte * 8), min(row.stop, byte * 8 + 8)
        wide = CELL * (stop - start) / 8
        at = x + CELL * (start - byte * 8) / 8
        pen.box(f"byte.{byte}/bar.{start}", at, y + 17.5, wide, 3, fill=fill(row.name))


def _lost(pen: Pen, byte: int, x: float, y: float) -> None:
    spoken = pen.words.translate("figures", "Byte {byte} is missing.").format(byte=byte)
    pen.box(f"byte.{byte}", x, y + 0.5, CELL, 20, fill="stage", hatch="line2", links=(f"byte:{byte}",), spoken=spoken)


def _char(value: int) -> str:
    return chr(value) if 0x20 <= value <= 0x7E else UNPRINTABLE


def _characters(pen: Pen, line: int, x: float, y: float, runs: list[tuple[str, str]]) -> None:
    """The characters of a line; neighbours of one colour are one run."""
    joined: list[tuple[str, str]] = []
    for text, color in runs:
        if joined and joined[-1][1] == color:
            joined[-1] = (joined[-1][0] + text, color)
        else:
            joined.append((text, color))
    if joined:
        pen.runs(f"chars.{line}", x, y + 14, tuple((text, _DIGITS, color) for text, color in joined))


def _rings(pen: Pen, frame: FrameShown, line: int, left: float, y: float) -> None:
    """A ring around the bytes of a line that hold broken bits."""
    first = frame.first + line * ACROSS
    for number, (start, stop) in enumerate(frame.broken):
        low, high = max(start // 8, first), min((stop + 7) // 8, first + ACROSS, frame.first + len(frame.data))
        if low < high:
            x, right = left + _place(low - first), left + _place(high - 1 - first) + CELL
            pen.box(
                f"broken.{line}.{number}", x - 2, y - 1.5, right - x + 4, LINE + 1, stroke="err.fill", line=3, radius=4,
                above=2,
            )  # fmt: skip


def _head(pen: Pen, head: HeadShown, width: float, options: Options) -> tuple[str, str]:
    color = "cli.edge" if head.who is Role.CLIENT else "srv.edge"
    for place in range(options.first, min(options.first + options.lines, len(head.lines))):
        text, start = head.lines[place], head.starts[place]
        y = TOP + (place - options.first) * LINE
        stop = start + max(1, len(text))
        broken = any(low < stop * 8 and start * 8 < high for low, high in head.broken)
        name, colon, value = text.partition(":")
        pen.text(f"line.{place}/offset", OFFSETS - 10, y + 15, str(start), mono(12), color="text3", anchor="end")
        if broken:
            pen.box(
                f"line.{place}/broken", OFFSETS - 5, y, min(pen.width(text, _DIGITS) + 12, width - OFFSETS + 4),
                LINE - 1, stroke="err.fill", line=3, radius=4, above=2,
            )  # fmt: skip
        runs = (
            ((name + colon, _VALUE, color), (value, _DIGITS, "text")) if place and colon else ((text, _VALUE, "text"),)
        )
        pen.runs(
            f"line.{place}", OFFSETS, y + 15.5, runs, within=width - OFFSETS, spoken=text, links=(f"line:{place}",)
        )
    words = pen.words
    title = (
        words.translate("figures", "Request {number}")
        if head.who is Role.CLIENT
        else words.translate("figures", "Response {number}")
    )
    return title.format(number=f"{head.number:,}"), ". ".join(head.lines[:20])


def _gap(pen: Pen, gap: GapShown, width: float) -> tuple[str, str]:
    words = pen.words
    title = words.translate("figures", "Missing bytes")
    if gap.inside is None:
        text = words.translate(
            "figures",
            "The capture does not hold these bytes. Where the next frame begins is not known from them; reading goes on"
            " where a plausible frame begins.",
        )
    else:
        text = words.translate(
            "figures",
            "The capture does not hold these bytes. They lie inside frame {number}, whose length is known: it is not"
            " judged, and the frame after it is found.",
        ).format(number=f"{gap.inside:,}")
    pen.box("gap", 0.5, TOP, 60, LINE - 4, fill="stage", hatch="line2", stroke="line3", radius=3)
    for number, line in enumerate(wrap(text, sans(14), width - 76, pen.room.measure)):
        pen.text(f"gap/text.{number}", 76, TOP + 14 + number * LINE, line, 14, color="text2", anchor="start")
    return title, text


def heading(shown: Shown | None, room: Room) -> tuple[str, str]:
    """The name of what is shown, and its sizes."""
    words = room.words
    if isinstance(shown, FrameShown):
        title = words.translate("figures", "Frame {number}").format(number=f"{shown.number:,}")
        sizes = words.translate("figures", "{size} bytes: {header} header, {payload} payload")
        header = len(shown.header.header)
        return title, sizes.format(size=f"{shown.header.size:,}", header=header, payload=f"{shown.header.length:,}")
    if isinstance(shown, HeadShown):
        title = (
            words.translate("figures", "HTTP request {number}")
            if shown.who is Role.CLIENT
            else words.translate("figures", "HTTP response {number}")
        )
        sizes = words.translate("figures", "{size} bytes, {lines} lines")
        return title.format(number=f"{shown.number:,}"), sizes.format(size=f"{shown.size:,}", lines=len(shown.lines))
    if isinstance(shown, GapShown):
        sizes = words.translate("figures", "{size} bytes").format(size=f"{shown.size:,}")
        return words.translate("figures", "Missing bytes"), sizes
    return words.translate("figures", "Nothing is selected"), ""
