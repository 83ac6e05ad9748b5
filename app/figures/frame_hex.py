"""The frame as hex bytes, with the fields inside each byte below it, and as characters.

A masked payload is no text, so the characters are those of ASCII; an unmasked text shows its UTF-8
characters over all of their bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font
from app.figures.frame_parts import UNPRINTABLE, ascii_character, characters, chosen
from app.figures.hex_strip import StripStyle, hex_strip, strip_places
from protocol.vocabulary import is_control

if TYPE_CHECKING:
    from app.figures.frame_parts import Character
    from app.figures.frame_view import View
    from app.figures.pen import Pen

LEFT: Final = 84
RIGHT: Final = 856
GROUP: Final = 8
GROUP_GAP: Final = 12

Shown = tuple[int | None, ...]


def _style(cell: float) -> StripStyle:
    return StripStyle(cell=cell, gap=3, height=36, bar=6, size=20, baseline=25, group=GROUP, group_gap=GROUP_GAP)


def _letter_pitch(cell: float) -> float:
    return 15 if cell >= 36 else 12.5


def _end(pen: Pen, count: int, cell: float, label: str) -> float:
    """Where the last character would end."""
    hexes = LEFT + count * (cell + 3) + GROUP_GAP * ((count - 1) // GROUP)
    return hexes + 24 + pen.width(label, Font(14, bold=True)) + 16 + _letter_pitch(cell) * count


def _fitting(pen: Pen, view: View, label: str) -> tuple[Shown, StripStyle]:
    """The bytes that are shown and the size of their cells: all of them if that is possible."""
    count = len(view.raw)
    for cell in (41, 39, 37, 35, 33, 31):
        if _end(pen, count, cell, label) <= RIGHT:
            return chosen(count, count), _style(cell)
    limit = next(limit for limit in range(15, 2, -1) if _end(pen, limit, 35, label) <= RIGHT or limit == 3)
    keep = None if view.step is None else view.header + view.step
    return chosen(count, limit, keep), _style(35)


def draw_hex(pen: Pen, top: float, view: View) -> None:
    """The row of hex bytes with its characters; `top` is the upper edge of the cells."""
    words = pen.room.words
    spans = _utf8(view)
    label = words.translate("figures", "UTF-8") if spans else words.translate("figures", "ASCII")
    shown, style = _fitting(pen, view, label)
    base = top + style.baseline
    pen.text(
        "hex",
        32,
        base,
        words.translate("figures", "Hex"),
        bold=True,
        color="text2",
        anchor="start",
        within=48,
    )
    pen.marks += hex_strip(
        view.frame,
        LEFT,
        top,
        pen.room,
        pen.prefix.rstrip("/"),
        style=style,
        shown=shown,
        open_from=view.open_from,
    )
    places = strip_places(shown, LEFT, style)
    _rings(pen, top, view, dict(places), style)
    x = places[-1][1] + style.cell + 27
    pen.text("ascii", x, base, label, bold=True, color="text2", anchor="start")
    first = x + pen.width(label, Font(14, bold=True)) + 16
    pitch = _letter_pitch(style.cell)
    covered = _spanning(pen, first, base, pitch, shown=shown, spans=spans, header=view.header)
    for number, byte in enumerate(shown):
        hidden = byte is not None and view.open_from is not None and byte >= view.open_from
        if byte in covered or hidden:
            continue
        text = "…" if byte is None else ascii_character(view.raw[byte])
        color = "text3" if text in {UNPRINTABLE, "…"} else "text"
        links = () if byte is None else (f"byte:{byte}",)
        name = f"ascii.break.{number}" if byte is None else f"ascii.{byte}"
        pen.text(name, first + pitch * number, base, text, 18, mono=True, color=color, links=links)


def _utf8(view: View) -> tuple[Character, ...]:
    """The characters of several bytes in an unmasked text."""
    if view.frame.masked or is_control(view.frame.opcode):
        return ()
    return tuple(each for each in characters(view.frame, 0, 32) if each.stop - each.start > 1)


def _spanning(
    pen: Pen,
    first: float,
    base: float,
    pitch: float,
    *,
    shown: Shown,
    spans: tuple[Character, ...],
    header: int,
) -> set[int]:
    """Draw each character of several bytes over the middle of them; the bytes that are told by it."""
    covered: set[int] = set()
    for each in spans:
        places = [
            number for number, byte in enumerate(shown) if byte is not None and each.start <= byte - header < each.stop
        ]
        if len(places) < each.stop - each.start:
            continue
        left, right = first + pitch * (places[0] - 0.4), first + pitch * (places[-1] + 0.4)
        pen.text(f"utf8.{each.start}", (left + right) / 2, base, each.text, 18, mono=True)
        pen.line(f"utf8.{each.start}/run", ((left, base + 8), (right, base + 8)), "line3")
        covered.update(byte for byte in (shown[number] for number in places) if byte is not None)
    return covered


def _rings(pen: Pen, top: float, view: View, places: dict[int | None, float], style: StripStyle) -> None:
    """A ring on each byte that holds a broken bit or a bit in focus; a long run is ringed as one."""
    runs = [(each.start, each.stop, "err.fill") for each in view.broken]
    runs += [(start, stop, "ink") for start, stop in view.ringed()]
    done: set[tuple[int, int]] = set()
    for number, (start, stop, color) in enumerate(runs):
        inside = [byte for byte in range(start // 8, (stop + 7) // 8) if byte in places] if stop - start <= 512 else []
        if not inside or (inside[0], inside[-1]) in done:
            continue
        done.add((inside[0], inside[-1]))
        left, right = places[inside[0]], places[inside[-1]] + style.cell
        kind = "broken" if color == "err.fill" else "focus"
        pen.box(
            f"ring.{kind}.{number}", left - 2.5, top - 2.5, right - left + 5, style.height + style.bar + 5,
            stroke=color,
            line=3, radius=4, above=2,
        )  # fmt: skip
