"""Marks: what a figure is made of. Frozen values that know no Qt and no pixel.

A figure answers a `View` with a `Scene` of marks. The canvas, hit testing, linked selection, accessibility, the tests
and every export format read the same marks; there is no second drawing path.

Units are those of the stage: 888 wide, `Scene.height` high, y downwards, scaled uniformly to the window. Colours are
names of the theme's tokens (`text2`, `op.fill`, `cli.edge`), never values.

`id` is unique in its scene and stable from step to step (`frame.client.0/bit.8`): marks with the same id move and
change, others fade in or out. `links` names what the mark shows (`field:MASK`, `byte:1`, `line:5`, `rule:request.key`);
the first link says what the mark is, the others what it belongs to. Two marks light up together when what one of them
is, is among the links of the other: a bit lights its byte and its field, but not the other bits. `spoken` is the one
sentence for eye and ear: tooltip, accessible name and SVG title; its first sentence is the tooltip's title. A mark
without it is silent and is not hit. `above` orders painting: higher is later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from fnmatch import fnmatchcase
from operator import attrgetter
from typing import Literal, Protocol

from app.drawing.values import dataclass

Anchor = Literal["start", "middle", "end"]
Enter = Literal["fade", "grow"]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in stage units."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """y of the lower edge."""
        return self.y + self.height

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def united(self, other: Rect) -> Rect:
        """The smallest rectangle around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)


@dataclass(frozen=True, slots=True)
class Font:
    """A font role: sans or mono, 400 or 700, size in stage units (12 or more)."""

    size: float = 14
    bold: bool = False
    mono: bool = False
    italic: bool = False
    spacing: float = 0
    """Extra space after each letter."""


class Measure(Protocol):
    """How wide a text is. Implemented over Qt's font metrics by `app.drawing.fonts`."""

    def width(self, text: str, font: Font) -> float:
        """The advance of one line of text in stage units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What all marks share."""

    id: str
    spoken: str = ""
    links: tuple[str, ...] = ()
    opacity: float = 1.0
    above: int = 0
    enter: Enter = "fade"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box(Mark):
    """A rectangle with rounded corners; `hatch` adds 45° lines in that colour."""

    rect: Rect
    fill: str = ""
    stroke: str = ""
    line: float = 1
    radius: float = 0
    dash: tuple[float, ...] = ()
    hatch: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label(Mark):
    """One line of text; (x, y) is the anchor on the baseline, as in SVG. `width` is the measured advance.

    `runs` may split the text into parts of other weight or colour: (text, Font, colour) each, joined in order;
    `text` is then their concatenation. `struck` strikes it through."""

    x: float
    y: float
    text: str
    font: Font
    color: str = "text"
    anchor: Anchor = "start"
    width: float = 0
    runs: tuple[tuple[str, Font, str], ...] = ()
    struck: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke(Mark):
    """A polyline through `points`; `head`/`tail` is the length of a filled arrow head at the end or start, 0 for none.

    With `closed` it is a polygon that `fill` fills. `enter="grow"` lets it travel from its first point to its last."""

    points: tuple[tuple[float, float], ...]
    color: str = "text"
    line: float = 1
    dash: tuple[float, ...] = ()
    head: float = 0
    tail: float = 0
    closed: bool = False
    fill: str = ""
    round: bool = False
    """Round joins and caps."""


GlyphName = Literal[
    "tick", "cross", "warning", "now", "pending", "none",
    "connecting", "open", "closing", "closed",
    "client", "server", "done", "document", "question", "proxy",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph(Mark):
    """A small shape with a fixed meaning, centred on (x, y).

    `tick` disc with tick (ok), `cross` octagon with cross (violation), `warning` triangle, `now` ring with a dot,
    `pending` empty circle, `none` circle with a dash (not applicable), the four connection states, the two peers,
    `done` a bare tick. `color` overrides the glyph's own main colour (`on` its inner one)."""

    x: float
    y: float
    name: GlyphName
    size: float = 20
    color: str = ""
    on: str = ""


AnyMark = Box | Label | Stroke | Glyph


def moved(mark: AnyMark, across: float, down: float) -> AnyMark:
    """The same mark, so much further right and down."""
    if isinstance(mark, Box):
        return replace(mark, rect=replace(mark.rect, x=mark.rect.x + across, y=mark.rect.y + down))
    if isinstance(mark, Stroke):
        return replace(mark, points=tuple((x + across, y + down) for x, y in mark.points))
    return replace(mark, x=mark.x + across, y=mark.y + down)


@dataclass(frozen=True, slots=True)
class Scene:
    """A finished drawing: marks in painting order (by `above`, then by position), with a title and a description."""

    marks: tuple[AnyMark, ...]
    width: float = 888
    height: float = 772
    title: str = ""
    description: str = ""
    background: str = "stage"

    def __iter__(self) -> Iterator[AnyMark]:
        return iter(sorted(self.marks, key=attrgetter("above")))

    def find(self, mark_id: str) -> AnyMark | None:
        """The mark with this id, or None."""
        return next((mark for mark in self.marks if mark.id == mark_id), None)

    def veiled(self, patterns: Iterable[str]) -> Scene:
        """The same scene with the texts of all marks whose id matches one of the glob patterns shown as `?`:
        while a prediction is open, no label may give its answer away."""
        globs = tuple(patterns)

        def veil(mark: AnyMark) -> AnyMark:
            if not any(fnmatchcase(mark.id, glob) for glob in globs):
                return mark
            if isinstance(mark, Label):
                return replace(mark, text="?", runs=(), spoken="", struck=False, width=0)
            return replace(mark, spoken="")

        return replace(self, marks=tuple(veil(mark) for mark in self.marks))


class Words(Protocol):
    """Where a figure gets its words from. `context` and `source` are written as literals at the call, so that
    lupdate finds them; values are filled in afterwards with `str.format`, never with an f-string."""

    @property
    def lang(self) -> str:
        """`en` or `zh_CN`."""

    def translate(self, context: str, source: str, disambiguation: str = "", n: int = -1) -> str:
        """The sentence in the current language; `%n` is replaced by `n`, with its plural form."""

    def rule(self, rule_id: str) -> str:
        """The sentence of a rule in the current language."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a figure may use: the height of the stage (632 to 772 units, the width is always 888), a way to measure,
    words, and the marks under the breadcrumb and title (which end at y = 84) are its own."""

    measure: Measure
    words: Words
    height: float = 772
    options: Mapping[str, str | int] = field(default_factory=dict)
    """The local controls of the figure by name, such as `round` or `block`."""
    top: float = 96
    """The first y below breadcrumb and title, and below the strip of variants if the lesson has one."""
