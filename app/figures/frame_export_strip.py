"""The bytes of the exported figure: hex in the colours of their fields, brackets that name them, the payload
unmasked.

A line of the strip is as wide as the rows of bits. A long frame is cut at the same byte as its rows.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font
from app.figures.frame_export_grid import ASIDE, CELLS
from app.figures.frame_parts import characters, parts, shown_rows, within
from app.figures.frame_spoken import byte_sentence
from app.figures.tokens import field_word, fill, hatch, tint

if TYPE_CHECKING:
    from app.figures.frame_export_grid import Grid
    from app.figures.frame_parts import Character, Part
    from app.figures.frame_view import View
    from app.figures.pen import Pen, Run

GROUND: Final = 38
BAR: Final = 6
HEIGHT: Final = GROUND + BAR
PLAIN: Final = (Font(14, mono=True), Font(14, mono=True, bold=True))
"""The fonts of an unmasked byte and of its character."""

Places = dict[int, float]
"""Byte -> the left edge of its cell, in one line."""


class Strip:
    """The strip of one frame: what all its lines share."""

    def __init__(self, pen: Pen, view: View, grid: Grid) -> None:
        self.pen, self.view = pen, view
        self.cells = CELLS[grid.bits]
        self.cell = grid.width / self.cells
        self.left = grid.left
        self.parts = parts(view.frame)
        plain = view.frame.payload
        self.bare = replace(view.frame, masked=False, key=b"", wire=plain)
        """The frame without its mask: what its payload says."""
        key = next((part.start // 8 for part in view.parts if part.name == "masking key"), view.header)
        words = pen.words
        self.runs = (
            ("flags", 0, 2, words.translate("figures", "flags, length")),
            ("extended", 2, key, words.translate("figures", "extended length")),
            ("key", key, view.header, field_word(words, "masking key")),
        )

    @property
    def masked(self) -> bool:
        """Whether the payload is told twice."""
        return self.view.frame.masked


def shown_bytes(view: View, grid: Grid) -> list[int | None]:
    """The bytes of the rows that are shown, with None for the break."""
    found: list[int | None] = []
    for row in shown_rows(len(view.raw), grid.bits):
        if row is None:
            found.append(None)
        else:
            found += range(row * grid.row_bytes, min((row + 1) * grid.row_bytes, len(view.raw)))
    return found


def draw_strip(pen: Pen, view: View, grid: Grid, top: float) -> tuple[float, float]:
    """The strip from `top` on with what stands below it; its right and lower edge."""
    word = pen.words.translate("figures", "Bytes")
    pen.text("bytes", grid.left - ASIDE, top + 28, word, 14, bold=True, anchor="end")
    strip = Strip(pen, view, grid)
    shown = shown_bytes(view, grid)
    right = bottom = 0.0
    for first in range(0, len(shown), strip.cells):
        line = shown[first : first + strip.cells]
        told, bottom = _line(strip, line, top, "names" if grid.show == "both" else "")
        top = bottom + 16
        if told and first + strip.cells >= len(shown):
            right = _said(strip, grid.left + len(line) * strip.cell, told)
    return right, bottom


def _line(strip: Strip, line: list[int | None], top: float, names: str) -> tuple[float, float]:
    """One line of bytes; the baseline of what its payload says, 0 if that is nothing, and its lower edge."""
    places: Places = {}
    for number, byte in enumerate(line):
        x = strip.left + number * strip.cell
        if byte is None:
            strip.pen.text("strip.break", x + strip.cell / 2, top + 28, "…", 20, bold=True)
            continue
        places[byte] = x
        _byte(strip, byte, x, top)
    bottom = top + HEIGHT
    if names and any(byte < strip.view.header for byte in places):
        _brackets(strip, places, top)
        bottom = top + 76
    payload = {byte: x for byte, x in places.items() if byte >= strip.view.header}
    said = _characters(strip, payload)
    if not payload or not (strip.masked or any(each.meaning != "none" for each in said)):
        return 0, bottom
    spans = _payload(strip, payload, said, top)
    return top + (65 if strip.masked else 71), top + (98 if spans and strip.masked else 76)


def _said(strip: Strip, x: float, baseline: float) -> float:
    """What the row of characters is, behind its last one; its right edge."""
    words = strip.pen.words
    text = words.translate("figures", "Unmasked") if strip.masked else words.translate("figures", "Characters")
    label = strip.pen.text("strip.said", x + ASIDE, baseline, text, color="text2", anchor="start")
    return label.x + label.width


def _byte(strip: Strip, byte: int, x: float, top: float) -> None:
    """A byte with its fields; what they are and say depends on these alone."""
    view = strip.view
    value, plain = view.raw[byte], strip.bare.wire[byte - view.header] if byte >= view.header else -1
    strip.pen.together(
        (byte, value, plain, strip.masked, view.header, x, top, strip.cell), _drawn_byte, strip, byte, x, top
    )


def _drawn_byte(pen: Pen, strip: Strip, byte: int, x: float, top: float) -> None:
    view = strip.view
    inside = within(strip.parts, byte * 8, byte * 8 + 8)
    for part in inside:
        _part(strip, part, f"strip.{byte}.{part.name}", x + (part.start - byte * 8) * strip.cell / 8, top)
    spoken = byte_sentence(pen.words, view.frame, byte, view.raw[byte], inside)
    links = (f"byte:{byte}",)
    pen.box(f"strip.{byte}", x, top, strip.cell, HEIGHT, stroke="text", line=1.25, spoken=spoken, links=links, above=1)
    pen.text(f"strip.{byte}/hex", x + strip.cell / 2, top + 26, f"{view.raw[byte]:02x}", 20, bold=True, mono=True)


def _part(strip: Strip, part: Part, name: str, left: float, top: float) -> None:
    width = part.width * strip.cell / 8
    strip.pen.box(name, left, top, width, GROUND, fill=tint(part.name))
    strip.pen.box(name + "/bar", left, top + GROUND, width, BAR, fill=fill(part.name), hatch=hatch(part.name))


def _bracket(strip: Strip, name: str, first: float, last: float, y: float) -> tuple[float, float]:
    """A bracket under the cells from that at `first` to that at `last`: its middle and its width."""
    left, right = first + 3, last + strip.cell - 3
    strip.pen.line(name, ((left, y), (left, y + 5), (right, y + 5), (right, y)), "text")
    return (left + right) / 2, right - left


def _brackets(strip: Strip, places: Places, top: float) -> None:
    """Names below the bytes of the header; a part of a field that is too narrow for its name goes without."""
    first = min(places)
    for name, start, stop, text in strip.runs:
        xs = [x for byte, x in places.items() if start <= byte < stop]
        if not xs:
            continue
        mark = f"bracket.{name}" + (f".{first}" if start < first else "")
        middle, width = _bracket(strip, mark, xs[0], xs[-1], top + 50)
        if len(xs) == stop - start or strip.pen.width(text, Font()) <= width + 6:
            strip.pen.text(mark + "/text", middle, top + 71, text, color="text2", within=width + 6)


def _characters(strip: Strip, payload: Places) -> tuple[Character, ...]:
    """What the payload bytes of a line say."""
    found: dict[int, Character] = {}
    for byte in payload:
        index = byte - strip.view.header
        found.update({each.start: each for each in characters(strip.bare, index, index + 1)})
    return tuple(found.values())


def _payload(strip: Strip, payload: Places, said: tuple[Character, ...], top: float) -> bool:
    """Under each payload byte its unmasked value and its character; whether one stands over several bytes."""
    pen, header, plain = strip.pen, strip.view.header, strip.bare.wire
    single = {each.start: each.text for each in said if each.stop - each.start == 1 and each.meaning == "char"}
    baseline = top + (65 if strip.masked else 71)
    for byte, x in payload.items():
        index = byte - header
        value = f"{plain[index]:02x}" if strip.masked else ""
        letter = single.get(index, "")
        runs = ((value, PLAIN[0], "text2"), (" " * bool(value) + letter, PLAIN[1], "text"))
        kept = tuple(run for run in runs if run[0].strip())
        if kept:
            middle = x + strip.cell / 2
            pen.together((index, value, letter, middle, baseline), _plain, f"plain.{index}", middle, baseline, kept)
    spans = [each for each in said if each.stop - each.start > 1]
    for each in spans:
        _span(strip, payload, each, top + (73 if strip.masked else 50))
    return bool(spans)


def _plain(pen: Pen, name: str, x: float, baseline: float, runs: tuple[Run, ...]) -> None:
    pen.runs(name, x, baseline, runs, anchor="middle")


def _span(strip: Strip, payload: Places, each: Character, y: float) -> None:
    """A character of several bytes; where a line ends inside it, it stands under the longer part."""
    shown = [index for index in range(each.start, each.stop) if strip.view.header + index in payload]
    xs = [payload[strip.view.header + index] for index in shown]
    name = f"span.{each.start}" + (f".{shown[0]}" if shown[0] > each.start else "")
    middle, _ = _bracket(strip, name, xs[0], xs[-1], y)
    before, after = shown[0] - each.start, each.stop - 1 - shown[-1]
    if len(shown) > before and len(shown) >= after:
        strip.pen.text(name + "/text", middle, y + 21, each.text, 14, bold=True, mono=True)
