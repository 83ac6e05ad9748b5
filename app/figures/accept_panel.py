"""What all panels of the accept key share: a pen that knows how high the room is and where the panel begins,
and rows of 32 bits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Rect
from app.figures.pen import Pen, sans

if TYPE_CHECKING:
    from app.drawing.marks import Room

LOW: Final = 632
HIGH: Final = 772


TOP: Final = 96
"""Where the figure begins if no strip stands above it."""

HEAD: Final = 44
SAVED: Final = 78
"""What is left of a card without its miniature, and how much room that saves."""


class PanelPen(Pen):
    """A pen for the pipeline and the panel below it."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        lower = max(room.top - TOP, 0.0)
        self.short = room.height - lower < LOW
        """Whether the cards are so low that only their heads are shown."""
        height = room.height - lower + (SAVED if self.short else 0)
        self._tall = max(0.0, min(1.0, (height - LOW) / (HIGH - LOW)))
        self.cards = lower + self.between(88, 92)
        """The upper edge of the cards."""
        self.card_height = HEAD if self.short else self.between(122, 138)
        self.top = lower + self.between(226, 262) - (SAVED if self.short else 0)
        """The upper edge of the panel below the pipeline; panels count from it."""
        self.bottom = room.height - self.between(10, 12)
        """The lower edge of the panel."""

    def between(self, low: float, high: float) -> float:
        """`low` in a room of 632, `high` in one of 772, and in proportion between them."""
        return low + (high - low) * self._tall

    def down(self, low: float, high: float) -> float:
        """The y that lies that far below the upper edge of the panel."""
        return self.top + self.between(low, high)

    def empty(self, name: str, rect: Rect, line: float = 1, links: tuple[str, ...] = ()) -> None:
        """A small thing that is 0 or still to come: an outline, so that it differs from a filled one in every
        theme, in that of two colours too."""
        half = line / 2
        inner = Rect(rect.x + half, rect.y + half, rect.width - line, rect.height - line)
        self.rect(name, inner, "sunk", "line", line=line, links=links)

    def bracket(self, name: str, x: float, y: float, width: float, *, depth: float, color: str = "text3") -> None:
        """A bracket over what lies below it, or under what lies above it if `depth` is negative."""
        points = ((x, y + depth), (x, y), (x + width, y), (x + width, y + depth))
        self.line(name, points, color)


BITS_X: Final = 192.0
BITS_PITCH: Final = 7.0
BITS_HEIGHT: Final = 18.0


def draw_bits(pen: Pen, name: str, word: int, y: float, columns: range = range(32)) -> None:
    """The bits of a word as squares centred on `y`, bit 31 on the left: 1 is filled. Only those in
    `columns`."""
    for column in columns:
        bit = 31 - column
        rect = Rect(BITS_X + BITS_PITCH * column, y - BITS_HEIGHT / 2, 6, BITS_HEIGHT)
        pen.rect(f"{name}/bit.{bit}", rect, "ink" if word >> bit & 1 else "sunk", links=(f"bit:{bit}",))


def draw_bit_heading(pen: PanelPen, y: float) -> None:
    """Above the squares: where bit 31 and bit 0 are, and that a filled square is a 1, whatever its colour."""
    words = pen.words
    pen.text("heading/bit31", BITS_X, y, words.translate("figures", "bit 31"), 12, anchor="start", color="text3")
    pen.text("heading/bit0", 415, y, words.translate("figures", "bit 0"), 12, anchor="end", color="text3")
    text, middle = words.translate("figures", "= 1"), BITS_X + 16 * BITS_PITCH
    width = 10 + pen.width(text, sans(12))
    pen.rect("heading/one", Rect(middle - width / 2, y - 11, 6, 13), "ink")
    pen.text("heading/one.text", middle - width / 2 + 10, y, text, 12, anchor="start", color="text3")


def hex8(word: int) -> str:
    """A word of 32 bits as eight hexadecimal digits."""
    return format(word, "08x")
