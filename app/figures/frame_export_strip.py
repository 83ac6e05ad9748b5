"""The bytes of the exported figure: hex in the colours of their fields, brackets that name them, the payload
unmasked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font
from app.figures.frame_parts import characters, chosen, parts, within
from app.figures.frame_spoken import byte_sentence
from app.figures.tokens import field_word, fill, hatch, tint

if TYPE_CHECKING:
    from app.figures.frame_parts import Character
    from app.figures.frame_view import View
    from app.figures.pen import Pen

CELL: Final = 74
ROOM: Final = 1184
GROUND: Final = 38
BAR: Final = 6
HEIGHT: Final = GROUND + BAR

Places = dict[int, float]


def draw_strip(pen: Pen, view: View, left: float, top: float) -> float:
    """The strip from `top` on with what stands below it; the baseline of the caption."""
    words = pen.room.words
    pen.text("bytes", left - 14, top + 28, words.translate("figures", "Bytes"), 14, bold=True, anchor="end")
    places: Places = {}
    said = words.translate("figures", "Unmasked") if view.frame.masked else words.translate("figures", "Characters")
    limit = int((ROOM - 14 - pen.width(said, Font(14))) // CELL)
    shown = chosen(len(view.raw), limit)
    for number, byte in enumerate(shown):
        x = left + number * CELL
        if byte is None:
            pen.text("strip.break", x + CELL / 2, top + 28, "…", 20, bold=True)
            continue
        places[byte] = x
        _byte(pen, view, byte, x, top)
    _brackets(pen, view, places, top)
    payload = {byte: x for byte, x in places.items() if byte >= view.header}
    if not payload:
        return top + 108
    spans = _payload(pen, view, payload, top)
    if view.frame.masked or any(each.meaning != "none" for each in _said(view, payload)):
        pen.text(
            "strip.said",
            max(payload.values()) + CELL + 14,
            top + (65 if view.frame.masked else 71),
            said,
            color="text2",
            anchor="start",
        )
    return top + (134 if spans and view.frame.masked else 108)


def _byte(pen: Pen, view: View, byte: int, x: float, top: float) -> None:
    inside = within(parts(view.frame), byte * 8, byte * 8 + 8)
    for part in inside:
        left, width = x + (part.start - byte * 8) * CELL / 8, part.width * CELL / 8
        name = f"strip.{byte}.{part.name}"
        pen.box(name, left, top, width, GROUND, fill=tint(part.name))
        pen.box(name + "/bar", left, top + GROUND, width, BAR, fill=fill(part.name), hatch=hatch(part.name))
    spoken = byte_sentence(pen.room.words, view.frame, byte, view.raw[byte], inside)
    pen.box(
        f"strip.{byte}",
        x,
        top,
        CELL,
        HEIGHT,
        stroke="text",
        line=1.25,
        spoken=spoken,
        links=(f"byte:{byte}",),
        above=1,
    )
    pen.text(f"strip.{byte}/hex", x + CELL / 2, top + 26, f"{view.raw[byte]:02x}", 20, bold=True, mono=True)


def _brackets(pen: Pen, view: View, places: Places, top: float) -> None:
    """Names below the bytes of the header."""
    words = pen.room.words
    key = next((part.start // 8 for part in view.parts if part.name == "masking key"), view.header)
    runs = (
        ("flags", 0, 2, words.translate("figures", "flags, length")),
        ("extended", 2, key, words.translate("figures", "extended length")),
        ("key", key, view.header, field_word(words, "masking key")),
    )
    for name, start, stop, text in runs:
        xs = [x for byte, x in places.items() if start <= byte < stop]
        if not xs:
            continue
        first, last, y = min(xs) + 3, max(xs) + CELL - 3, top + 50
        pen.line(f"bracket.{name}", ((first, y), (first, y + 5), (last, y + 5), (last, y)), "text")
        pen.text(f"bracket.{name}/text", (first + last) / 2, top + 71, text, color="text2", within=last - first + 6)


def _said(view: View, payload: Places) -> tuple[Character, ...]:
    found: dict[int, Character] = {}
    for byte in payload:
        index = byte - view.header
        found.update({each.start: each for each in characters(view.frame, index, index + 1)})
    return tuple(found.values())


def _payload(pen: Pen, view: View, payload: Places, top: float) -> bool:
    """Under each payload byte its unmasked value and its character; whether one stands over several bytes."""
    said = _said(view, payload)
    single = {each.start: each.text for each in said if each.stop - each.start == 1 and each.meaning == "char"}
    plain = view.frame.payload
    for byte, x in payload.items():
        index = byte - view.header
        value = f"{plain[index]:02x}" if view.frame.masked else ""
        letter = single.get(index, "")
        runs = (
            (value, Font(14, mono=True), "text2"),
            (" " * bool(value) + letter, Font(14, mono=True, bold=True), "text"),
        )
        kept = tuple(run for run in runs if run[0].strip())
        if kept:
            pen.runs(f"plain.{index}", x + CELL / 2, top + (65 if view.frame.masked else 71), kept, anchor="middle")
    spans = [each for each in said if each.stop - each.start > 1]
    for each in spans:
        xs = [payload[view.header + index] for index in range(each.start, each.stop) if view.header + index in payload]
        first, last, y = min(xs) + 3, max(xs) + CELL - 3, top + (73 if view.frame.masked else 50)
        pen.line(f"span.{each.start}", ((first, y), (first, y + 5), (last, y + 5), (last, y)), "text")
        pen.text(f"span.{each.start}/text", (first + last) / 2, y + 21, each.text, 14, bold=True, mono=True)
    return bool(spans)
