"""A pen that collects marks: it measures every label, elides what is too long for its place and breaks
lines.

It knows no figure. Ids get the pen's prefix, so that the same part of the same thing keeps its id from
step to step.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from app.drawing.marks import Anchor, AnyMark, Box, Font, Glyph, GlyphName, Label, Rect, Stroke

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.drawing.marks import Measure, Room
    from app.drawing.stencils import Key, Stencils

ELLIPSIS = "…"
CLOSING = "，。；：、！？）”’》…,.;:!?)"
"""What may not begin a line."""

FIRST_WIDE = "\u1100"
"""The first character that Unicode calls wide."""

Run = tuple[str, Font, str]
"""A part of a label: text, font, colour."""


def sans(size: float = 14, *, bold: bool = False) -> Font:
    """A font for words."""
    return font_of(size, bold, mono=False)


def mono(size: float = 14, *, bold: bool = False) -> Font:
    """A font for digits, hex and header text."""
    return font_of(size, bold, mono=True)


@lru_cache(1024)
def font_of(size: float, bold: bool, mono: bool) -> Font:
    """The font role. A figure has few of them, and one that is the same is found faster than one that is equal."""
    return Font(size, bold, mono)


def fit(text: str, font: Font, width: float, measure: Measure) -> str:
    """The text, or as much of its beginning as fits into `width` with an ellipsis."""
    if measure.width(text, font) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure.width(text[:middle].rstrip() + ELLIPSIS, font) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS


def _pieces(text: str) -> list[str]:
    """A text cut where a line may end: after a space, and between East Asian characters."""
    if max(text, default="") < FIRST_WIDE:
        return _words(text)
    pieces = [""]
    for letter in text:
        last = pieces[-1][-1:]
        wide = any(unicodedata.east_asian_width(char) in "WF" for char in (letter, last) if char)
        if last and letter not in CLOSING and (last == " " or (wide and last not in "“（‘《")):
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _words(text: str) -> list[str]:
    """The same for a text without East Asian characters."""
    *words, last = text.split(" ")
    pieces: list[str] = []
    for piece in [*(f"{word} " for word in words), last]:
        if pieces and piece[:1] in CLOSING:  # nothing is in it too
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


def wrap(text: str, font: Font, width: float, measure: Measure, first: float = 0) -> list[str]:
    """The text in lines of at most `width`, the first of them shorter by `first`."""
    lines = [""]
    for piece in _pieces(text):
        space = width - (first if len(lines) == 1 else 0)
        if lines[-1] and measure.width((lines[-1] + piece).rstrip(), font) > space:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += piece
    return [line for line in lines if line]


class Pen:
    """Marks in painting order, and the room in which they stand."""

    def __init__(self, room: Room, prefix: str = "") -> None:
        self.room = room
        self.words = room.words
        self.prefix = prefix
        self.marks: list[AnyMark] = []
        self.stencils: Stencils | None = getattr(room.measure, "stencils", None)

    def width(self, text: str, font: Font) -> float:
        """The advance of one line of text."""
        return self.room.measure.width(text, font)

    def again(self, key: Key, draw: Callable[..., object], *given: object) -> None:
        """Like `together`, for marks that seldom come twice: they are remembered from the second time on."""
        if self.stencils is None or not self.stencils.is_known((draw, key)):
            draw(self, *given)
        else:
            self.together(key, draw, *given)

    def together(self, key: Key, draw: Callable[..., object], *given: object) -> None:
        """Calls `draw` with this pen and what is given, or takes the marks that it made before of the same `key`:
        they may depend on nothing else."""
        if self.stencils is None:
            draw(self, *given)
            return
        key = (self.prefix, draw, key)
        marks = self.stencils.groups.get(key)
        if marks is None:
            start = len(self.marks)
            draw(self, *given)
            self.stencils.keep_group(key, tuple(self.marks[start:]))
        else:
            self.marks += marks

    def text(
        self, name: str, x: float, y: float, text: str, size: float | Font = 14, *, bold: bool = False,
        mono: bool = False, color: str = "text", anchor: Anchor = "middle", within: float = 0,
        struck: bool = False, spoken: str = "", links: tuple[str, ...] = (), above: int = 0,
    ) -> Label:  # fmt: skip
        """One line on the baseline `y`, elided to `within` if that is given. `size` may be a whole font."""
        font = size if isinstance(size, Font) else font_of(size, bold, mono)
        kept = self.stencils and self.stencils.labels
        key = (
            self.prefix, name, x, y, text, font.size, font.bold, font.mono, font.italic, font.spacing, color, anchor,
            within, struck, spoken, links, above,
        )  # fmt: skip
        if kept and (mark := kept.marks.get(key)) is not None:
            self.marks.append(mark)
            return mark
        measure, shown = self.room.measure, text
        width = measure.width(text, font)
        if within and width > within:
            shown = fit(text, font, within, measure)
            width = measure.width(shown, font)
        mark = Label(
            id=self.prefix + name, x=x, y=y, text=shown, font=font, color=color, anchor=anchor,
            width=width, struck=struck, spoken=spoken or (text if shown is not text else ""),
            links=links, above=above,
        )  # fmt: skip
        self.marks.append(kept.keep(key, mark) if kept else mark)
        return mark

    def runs(
        self, name: str, x: float, y: float, runs: tuple[Run, ...], *, anchor: Anchor = "start",
        within: float = 0, spoken: str = "", links: tuple[str, ...] = (), above: int = 0,
    ) -> Label:  # fmt: skip
        """One line of parts of different weight or colour, the last of them elided to what is left of
        `within` if that is given."""
        text = "".join(run[0] for run in runs)
        if within:
            *before, (last, font, color) = runs
            used = sum(self.width(run[0], run[1]) for run in before)
            runs = (*before, (fit(last, font, max(0.0, within - used), self.room.measure), font, color))
        shown = "".join(run[0] for run in runs)
        mark = Label(
            id=self.prefix + name, x=x, y=y, text=shown, font=runs[0][1], color=runs[0][2], anchor=anchor,
            width=sum(self.width(run[0], run[1]) for run in runs), runs=runs,
            spoken=spoken or (text if shown != text else ""), links=links, above=above,
        )  # fmt: skip
        self.marks.append(mark)
        return mark

    def box(
        self, name: str, x: float, y: float, width: float, height: float, *, fill: str = "", stroke: str = "",
        line: float = 1, radius: float = 0, dash: tuple[float, ...] = (), hatch: str = "", spoken: str = "",
        links: tuple[str, ...] = (), above: int = 0,
    ) -> None:  # fmt: skip
        """A rectangle by its corner and size."""
        kept = self.stencils and self.stencils.boxes
        key = (self.prefix, name, x, y, width, height, fill, stroke, line, radius, dash, hatch, spoken, links, above)
        mark = kept.marks.get(key) if kept else None
        if mark is None:
            mark = Box(
                id=self.prefix + name, rect=Rect(x, y, width, height), fill=fill, stroke=stroke, line=line,
                radius=radius, dash=dash, hatch=hatch, spoken=spoken, links=links, above=above,
            )  # fmt: skip
            if kept:
                kept.keep(key, mark)
        self.marks.append(mark)

    def rect(
        self, name: str, rect: Rect, fill: str = "", stroke: str = "", *, line: float = 1, radius: float = 0,
        dash: tuple[float, ...] = (), hatch: str = "", spoken: str = "", links: tuple[str, ...] = (),
        above: int = 0,
    ) -> None:  # fmt: skip
        """A rectangle; lines are as wide as SVG strokes, half of them outside."""
        self.marks.append(
            Box(
                id=self.prefix + name, rect=rect, fill=fill, stroke=stroke, line=line, radius=radius, dash=dash,
                hatch=hatch, spoken=spoken, links=links, above=above,
            )
        )  # fmt: skip

    def line(
        self, name: str, points: tuple[tuple[float, float], ...], color: str = "text", line: float = 1, *,
        head: float = 0, dash: tuple[float, ...] = (), fill: str = "", above: int = 0,
    ) -> None:  # fmt: skip
        """A polyline, with an arrow head at its end if `head` is not 0, or with `fill` a polygon."""
        kept = self.stencils and self.stencils.strokes
        key = (self.prefix, name, points, color, line, head, dash, fill, above)
        mark = kept.marks.get(key) if kept else None
        if mark is None:
            mark = Stroke(
                id=self.prefix + name, points=points, color=color, line=line, head=head, dash=dash,
                closed=bool(fill), fill=fill, above=above,
            )  # fmt: skip
            if kept:
                kept.keep(key, mark)
        self.marks.append(mark)

    def glyph(
        self, name: str, x: float, y: float, glyph: GlyphName, size: float, *, spoken: str = "",
        links: tuple[str, ...] = (), above: int = 0,
    ) -> None:  # fmt: skip
        """A small shape with a fixed meaning, centred on (x, y)."""
        self.marks.append(
            Glyph(
                id=self.prefix + name, x=x, y=y, name=glyph, size=size, spoken=spoken, links=links, above=above
            )
        )  # fmt: skip
