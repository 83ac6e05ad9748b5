"""Where everything of the handshake figure stands: the heights of its rows, and the two mirrored sides.

At a height of 772 the request of RFC 6455 section 1.2 has the measures of the visual design. When the stage
is lower the rows come closer, down to the least height in which their lines do not touch; when a head is
longer, the lines that no rule reads are folded into one, then rows keep only their first line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from app.figures.handshake_view import Exchange, Mood, Row
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.figures.handshake_view import View

EXPANDED: Final = {"request.key", "response.accept"}
"""Rules that are shown down to the byte once they are checked."""

TIGHT: Final = {40.0: 36.0, 37.0: 35.0, 86.0: 82.0}
"""The least heights where a strip of variants takes room: what it takes otherwise, and what it can do with."""

GROWTH: Final = {Role.CLIENT: 8.0, Role.SERVER: 34.0}
"""How much taller than usual a row of two lines gets where there is room; a response has fewer lines. With that
the response of RFC 6455 section 1.2 fills its card before and after its accept value is shown: nothing jumps."""


TOP: Final = 96.0
"""Where the figure begins if no strip stands above it."""


def between(full: float, least: float, squeeze: float) -> float:
    """From `full` at squeeze 0 to `least` at squeeze 1."""
    return full + (least - full) * squeeze


@dataclass(frozen=True, slots=True)
class Frame:
    """The heights of what is always there, from the height of the stage (772 down to 632)."""

    peers: float
    tcp: float
    card: float
    title: float
    bottom: float
    outcome: float
    """From the lower edge of the card to the first outcome, and from there to the second."""
    second: float
    squeeze: float
    """How much the stage is pressed, from 0 to 1."""


def frame_of(height: float, top: float = TOP) -> Frame:
    """The frame for a height of the stage; `top` is lower where a strip of variants stands above."""
    lower = max(top - TOP, 0)
    squeeze = min(max((772 - height + lower) / 140, 0), 1)
    outcome, second = between(25, 17 if lower else 20, squeeze), between(32, 28, squeeze)
    edge = 17 if lower else 22
    bottom = min(height, 772) - between(35, edge, squeeze) - outcome - second
    return Frame(
        peers=lower + between(110, 107, squeeze),
        tcp=lower + between(152, 140, squeeze),
        card=lower + between(172, 154, squeeze) - (4 if lower else 0),
        title=between(36, 30, squeeze),
        bottom=bottom,
        outcome=outcome,
        second=second,
        squeeze=squeeze,
    )


@dataclass(frozen=True, slots=True)
class Side:
    """The x of one exchange; the request travels from left to right, the response is its mirror image."""

    sender: Role
    card: tuple[float, float]
    points: tuple[float, float]
    way: int
    """1 to the right, -1 to the left."""
    glyph: float
    text: tuple[float, float]
    """Where the words of the checklist begin and end."""

    @property
    def out(self) -> float:
        """The edge of the card from which its lines run."""
        return self.card[1] if self.way > 0 else self.card[0]

    @property
    def into(self) -> float:
        """The edge of the checklist at which they arrive."""
        return self.points[0] if self.way > 0 else self.points[1]

    @property
    def home(self) -> float:
        """The sender's lifeline."""
        return 56 if self.way > 0 else 832

    @property
    def goal(self) -> float:
        """The judge's lifeline."""
        return 832 if self.way > 0 else 56


SIDES: Final = {
    Role.CLIENT: Side(Role.CLIENT, (86, 510), (532, 804), 1, 556, (578, 790)),
    Role.SERVER: Side(Role.SERVER, (378, 802), (84, 356), -1, 332, (100, 312)),
}
"""Sender -> its side."""


@dataclass(frozen=True, slots=True)
class Place:
    """A row with its place: `expanded` shows its bytes, `folded` are the lines that it stands for."""

    row: Row
    y: float
    height: float
    expanded: bool = False
    folded: tuple[Row, ...] = ()

    @property
    def bottom(self) -> float:
        """y of the lower edge."""
        return self.y + self.height

    @property
    def lines(self) -> int:
        """How many lines of text there is room for."""
        return 2 if self.height >= 34 else 1

    @property
    def first(self) -> float:
        """The baseline of the first line."""
        if self.expanded:
            return self.y + between(25, 17, self.squeeze)
        if self.lines == 1:
            return self.y + self.height / 2 + 5
        return self.middle - (6 if self.row.line == 0 else 4) + (19 - self.gap) / 2

    @property
    def second(self) -> float:
        """The baseline of the second line in the card."""
        return self.first + self.gap

    @property
    def gap(self) -> float:
        """From the first baseline to the second; less where rows are pressed together."""
        return min(max(19 - (44 - self.height) * 2 / 7, 17), 19)

    @property
    def middle(self) -> float:
        """Where the line into the checklist and its glyph stand."""
        return self.first - 2 if self.expanded else self.y + self.height / 2

    @property
    def squeeze(self) -> float:
        """How much an expanded row is pressed, from 0 to 1."""
        return min(max((104 - self.height) / 18, 0), 1)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One exchange laid out: its side, its rows from top to bottom, and `title`, the height of the cards'
    heads."""

    side: Side
    exchange: Exchange
    view: View
    places: tuple[Place, ...]
    title: float

    @property
    def top(self) -> float:
        """The upper edge of both cards."""
        return self.places[0].y - self.title

    @property
    def bottom(self) -> float:
        """Their lower edge."""
        return self.places[-1].bottom


@dataclass(frozen=True, slots=True)
class _Size:
    row: Row
    full: float
    least: float
    stretches: bool = False
    expanded: bool = False
    folded: tuple[Row, ...] = ()


def place_rows(exchange: Exchange, view: View, top: float, room: float) -> tuple[Place, ...]:
    """The rows from `top` downwards in at most `room`; with room to spare they are a little taller."""
    sizes = [_size(row, view) for row in exchange.rows]
    if sum(size.least for size in sizes) > room:
        sizes = _folded(sizes)
    if sum(size.least for size in sizes) > room:
        sizes = [_tight(size) for size in sizes]
    if sum(size.least for size in sizes) > room:
        sizes = [_one_line(size) for size in sizes]
    heights = _heights(sizes, room, GROWTH[exchange.sender])
    places, y = [], top
    for size, height in zip(sizes, heights, strict=True):
        places.append(Place(size.row, y, height, size.expanded, size.folded))
        y += height
    return tuple(places)


def _size(row: Row, view: View) -> _Size:
    if row.line is None:
        tall = row.mood is Mood.BROKEN
        return _Size(row, 48, 38) if tall else _Size(row, 28, 24)
    if row.line == 0:
        return _Size(row, 52, 40, stretches=True)
    if not row.entries:
        return _Size(row, 48, 37, stretches=True)
    expanded = any(entry.check is not None and entry.rule.id in EXPANDED for entry in row.entries)
    if expanded or (view.computed is not None and row.entries[0].rule.id == "request.key"):
        return _Size(row, 104, 86, expanded=True)
    return _Size(row, 48, 37, stretches=True)


def _folded(sizes: list[_Size]) -> list[_Size]:
    """The lines that no rule reads as one, just before the empty line."""
    unread = [size.row for size in sizes if not size.row.entries and size.row.line]
    if len(unread) < 2:
        return sizes
    kept = [size for size in sizes if size.row not in unread]
    return [*kept[:-1], _Size(unread[0], 28, 24, folded=tuple(unread)), kept[-1]]


def _tight(size: _Size) -> _Size:
    """A row with its lines as close as they can be."""
    return replace(size, least=min(size.least, TIGHT.get(size.least, size.least)))


def _one_line(size: _Size) -> _Size:
    if size.expanded or size.row.line in {0, None}:
        return size
    return _Size(size.row, 28, 24, folded=size.folded)


def _heights(sizes: list[_Size], room: float, growth: float) -> list[float]:
    full, least = sum(size.full for size in sizes), sum(size.least for size in sizes)
    if full > room:
        squeeze = min((full - room) / (full - least), 1) if full > least else 0
        return [between(size.full, size.least, squeeze) for size in sizes]
    stretching = sum(size.stretches for size in sizes)
    extra = min((room - full) / stretching, growth) if stretching else 0
    return [size.full + (extra if size.stretches else 0) for size in sizes]
