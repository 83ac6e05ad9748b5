"""What draws the accept key: a pen that measures every text and knows how high the room is, and rows of 32
bits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Anchor, AnyMark, Box, Font, Glyph, GlyphName, Label, Rect, Stroke

if TYPE_CHECKING:
    from app.drawing.marks import Room

ELLIPSIS: Final = "…"
LOW: Final = 632
HIGH: Final = 772

Run = tuple[str, Font, str]
"""A part of a label: text, font, colour."""


class Pen:
    """Collects marks in painting order."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.words = room.words
        self.marks: list[AnyMark] = []
        self._tall = max(0.0, min(1.0, (room.height - LOW) / (HIGH - LOW)))
        self.top = self.between(226, 262)
        """The upper edge of the panel below the pipeline; panels count from it."""
        self.bottom = room.height - self.between(10, 12)
        """The lower edge of the panel."""

    def between(self, low: float, high: float) -> float:
        """`low` in a room of 632, `high` in one of 772, and in proportion between them."""
        return low + (high - low) * self._tall

    def down(self, low: float, high: float) -> float:
        """The y that lies that far below the upper edge of the panel."""
        return self.top + self.between(low, high)

    def width(self, text: str, font: Font) -> float:
        """The advance of one line of text."""
        return self.room.measure.width(text, font)

    def fit(self, text: str, font: Font, width: float) -> str:
        """The text, or its beginning with an ellipsis, so that it is at most `width` wide."""
        if self.width(text, font) <= width:
            return text
        end = len(text)
        while end > 0 and self.width(text[:end].rstrip() + ELLIPSIS, font) > width:
            end -= 1
        return text[:end].rstrip() + ELLIPSIS

    def box(
        self, name: str, rect: Rect, fill: str = "", stroke: str = "", *, line: float = 1, radius: float = 0,
        dash: tuple[float, ...] = (), hatch: str = "", spoken: str = "", links: tuple[str, ...] = (),
        above: int = 0,
    ) -> None:  # fmt: skip
        """A rectangle; lines are as wide as SVG strokes, half of them outside."""
        self.marks.append(
            Box(id=name, rect=rect, fill=fill, stroke=stroke, line=line, radius=radius, dash=dash,
            hatch=hatch, spoken=spoken, links=links, above=above)
        )  # fmt: skip

    def text(
        self, name: str, x: float, y: float, text: str, font: Font, *, color: str = "text",
        anchor: Anchor = "start", within: float = 0, struck: bool = False, spoken: str = "",
        links: tuple[str, ...] = (), above: int = 0,
    ) -> float:  # fmt: skip
        """One line on the baseline `y`, elided to `within` if that is given; its width."""
        shown = self.fit(text, font, within) if within else text
        width = self.width(shown, font)
        self.marks.append(
            Label(id=name, x=x, y=y, text=shown, font=font, color=color, anchor=anchor, width=width,
            struck=struck, spoken=spoken or (text if shown != text else ""), links=links, above=above)
        )  # fmt: skip
        return width

    def runs(
        self, name: str, x: float, y: float, runs: tuple[Run, ...], *, anchor: Anchor = "start",
        within: float = 0, spoken: str = "", links: tuple[str, ...] = (),
    ) -> float:  # fmt: skip
        """One line of parts of different weight or colour, the last of them elided to what is left of
        `within`."""
        text = "".join(run[0] for run in runs)
        if within:
            last = runs[-1]
            used = sum(self.width(run[0], run[1]) for run in runs[:-1])
            runs = (*runs[:-1], (self.fit(last[0], last[1], max(0.0, within - used)), last[1], last[2]))
        width = sum(self.width(run[0], run[1]) for run in runs)
        shown = "".join(run[0] for run in runs)
        self.marks.append(
            Label(id=name, x=x, y=y, text=shown, font=runs[0][1], color=runs[0][2], anchor=anchor,
            width=width, runs=runs, spoken=spoken or (text if shown != text else ""), links=links)
        )  # fmt: skip
        return width

    def line(
        self, name: str, points: tuple[tuple[float, float], ...], color: str, line: float = 1, *,
        head: float = 0, dash: tuple[float, ...] = (),
    ) -> None:  # fmt: skip
        """A polyline, with an arrow head at its end if `head` is not 0."""
        self.marks.append(Stroke(id=name, points=points, color=color, line=line, head=head, dash=dash))

    def glyph(self, name: str, x: float, y: float, glyph: GlyphName, size: float) -> None:
        """A small shape with a fixed meaning, centred on (x, y)."""
        self.marks.append(Glyph(id=name, x=x, y=y, name=glyph, size=size))

    def bracket(self, name: str, x: float, y: float, width: float, *, depth: float, color: str = "text3") -> None:
        """A bracket over what lies below it, or under what lies above it if `depth` is negative."""
        points = ((x, y + depth), (x, y), (x + width, y), (x + width, y + depth))
        self.line(name, points, color)


def sans(size: float = 14, *, bold: bool = False) -> Font:
    """A font for words."""
    return Font(size, bold)


def mono(size: float = 14, *, bold: bool = False) -> Font:
    """A font for digits, hex and header text."""
    return Font(size, bold, mono=True)


BITS_X: Final = 192.0
BITS_PITCH: Final = 7.0
BITS_HEIGHT: Final = 18.0


def draw_bits(pen: Pen, name: str, word: int, y: float, columns: range = range(32)) -> None:
    """The bits of a word as squares centred on `y`, bit 31 on the left: 1 is dark. Only those in
    `columns`."""
    for column in columns:
        bit = 31 - column
        rect = Rect(BITS_X + BITS_PITCH * column, y - BITS_HEIGHT / 2, 6, BITS_HEIGHT)
        pen.box(f"{name}/bit.{bit}", rect, "ink" if word >> bit & 1 else "sunk", links=(f"bit:{bit}",))


def hex8(word: int) -> str:
    """A word of 32 bits as eight hexadecimal digits."""
    return format(word, "08x")
