r"""The device that writes TikZ: boxes, lines and glyphs as paths, each text as a node on its baseline.

Colours are the names of their tokens, for which the document has definitions; lengths are numbers of `\px`, the length
that one stage unit has in the document. Whoever sets another `\px` gets the same picture larger or smaller, letters and
lines included.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.diagram.tex_text import escaped
from app.drawing.device import hatch_for, polyline
from app.drawing.patterns import PATTERNS, Pattern
from app.drawing.svg_values import number
from app.drawing.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.drawing.device import Look, Path, Point, Run, Step
    from app.drawing.marks import Anchor, Font, Rect

STRIKE: Final = 0.3
"""How far above the baseline a text is struck through, in sizes of its font."""


LONG: Final = 120
"""The length of a tile along the lines of a hatch."""

BUILT_IN: Final = {"#000000": "black", "#FFFFFF": "white"}
"""What lies under or over a pattern is black or white, whatever tokens the theme has."""


class Named(str):
    """A colour `#RRGGBB` that knows the name of its token."""

    token: str

    def __new__(cls, value: str, token: str) -> Named:
        """A string as any other, with a name."""
        self = super().__new__(cls, value)
        self.token = token
        return self


class NamedTheme(Theme):
    """A theme whose colours know their names."""

    @classmethod
    def of(cls, theme: Theme) -> NamedTheme:
        """The same colours and patterns."""
        return cls(theme.name, theme.colours, theme.patterns)

    def colour(self, token: str) -> str:
        """The colour of a token or mixture."""
        return Named(super().colour(token), token)


class TikzDevice:
    """Collects the statements of one picture in `lines`, and what they ask for by name: `colours`, and `patterns` each
    with its colour.

    `plain` says that pdfLaTeX will read them, not XeLaTeX."""

    def __init__(self, *, plain: bool) -> None:
        self.lines: list[str] = []
        self.colours: dict[str, str] = {}
        self.patterns: dict[str, tuple[Pattern, str]] = {}
        self._plain = plain
        self._faded: list[bool] = []

    def begin(self, mark_id: str, title: str, opacity: float) -> None:
        """A spoken mark is introduced by a comment; a translucent one is a scope."""
        if title:
            self.lines.append(comment(title))
        if opacity < 1:
            self.lines.append(rf"\begin{{scope}}[transparency group, opacity={number(opacity)}]")
        self._faded.append(opacity < 1)

    def end(self) -> None:
        """Closes the scope, if there is one."""
        if self._faded.pop():
            self.lines.append(r"\end{scope}")

    def rect(self, rect: Rect, radius: float, look: Look) -> None:
        """A rectangle."""
        corners = [rf"rounded corners={number(radius)}\px"] if radius else []
        if look.hatch:
            corners.append(self._tiled(hatching(rect), look.hatch))
        self._shape(f"{spot((rect.x, rect.y))} rectangle {spot((rect.right, rect.bottom))}", look, corners)

    def path(self, path: Path, look: Look) -> None:
        """Any outline."""
        if path.steps:
            self._shape(outline_of(path.steps), look, [])

    def _shape(self, outline: str, look: Look, options: list[str]) -> None:
        stroked = bool(look.stroke) and look.line > 0
        tiled = bool(look.hatch or look.pattern)
        if look.pattern:
            options.append(self._tiled((look.pattern.replace(".", "-"), PATTERNS[look.pattern]), look.ink))
        if look.fill:
            options.insert(
                0, f"preaction={{fill={self.named(look.fill)}}}" if tiled else f"fill={self.named(look.fill)}"
            )
        if stroked:
            options += _line(look, self.named(look.stroke))
        if look.fill or stroked or tiled:
            self.lines.append(rf"\path[{', '.join(options)}] {outline};")

    def _tiled(self, pattern: tuple[str, Pattern], colour: str) -> str:
        """The option that fills with a pattern, which the document declares by its name. The lines have a colour of
        their own: not every reader gives lines that of the place where the pattern is used."""
        name, tile = pattern
        ink = self.named(colour)
        self.patterns[f"{name}-{ink}"] = (tile, ink)
        return f"pattern={name}-{ink}"

    def text(self, at: Point, runs: Sequence[Run], anchor: Anchor, *, width: float = 0, struck: bool = False) -> None:
        """One line of text, fitted to its measured width; parts in other fonts or colours are groups of it."""
        shown = [run for run in runs if run.text]
        if not shown:
            return
        first = shown[0]
        words = self._words(first) if len(shown) == 1 else "".join(self._group(run, first.colour) for run in shown)
        if width > 0:
            words = rf"\fit{{{number(width)}}}{{{words}}}"
        name = " (text)" if struck else ""
        self.lines.append(rf"\node[{anchor}, text={self.named(first.colour)}]{name} at {spot(at)} {{{words}}};")
        if struck:
            up, line = number(STRIKE * first.font.size), number(first.font.size / 16)
            ends = " -- ".join(rf"([yshift={up}\px]text.base {side})" for side in ("west", "east"))
            self.lines.append(rf"\draw[draw={self.named(first.colour)}, line width={line}\px] {ends};")

    def named(self, colour: str) -> str:
        """What a colour is called in the document: its token, without signs that mean something to xcolor."""
        if not isinstance(colour, Named):
            return BUILT_IN[colour]
        name = colour.token.replace(".", "-").replace("~", "-")
        self.colours[name] = colour[1:].upper()
        return name

    def _group(self, run: Run, usual: str) -> str:
        colour = rf"\color{{{self.named(run.colour)}}}" if run.colour != usual else ""
        return "{" + colour + self._words(run) + "}"

    def _words(self, run: Run) -> str:
        gap = rf"\kern{number(run.font.spacing)}\px{{}}" if run.font.spacing else ""
        return face(run.font) + escaped(run.text, plain=self._plain, mono=run.font.mono, gap=gap)


def hatching(rect: Rect) -> tuple[str, Pattern]:
    """The 45° lines that a box of this size is hatched with, as a pattern with a name."""
    period, line = hatch_for(rect)
    middle = period / 2
    return f"hatch-{number(period)}", Pattern(period, LONG, polyline([(middle, 0), (middle, LONG)]), line, 45)


def comment(text: str) -> str:
    """A line that LaTeX skips."""
    return "% " + "".join(sign if sign.isprintable() else "·" for sign in " ".join(text.split()))


def face(font: Font) -> str:
    """The commands that choose the font."""
    family = r"\ttfamily" if font.mono else ""
    weight = r"\bfseries" if font.bold else ""
    shape = r"\itshape" if font.italic else ""
    return rf"{family}{weight}{shape}\size{{{number(font.size)}}}"


def spot(point: Point) -> str:
    return f"({number(point[0])},{number(point[1])})"


def _line(look: Look, colour: str) -> list[str]:
    """How an outline is drawn."""
    options = [f"draw={colour}"]
    if look.line != 1:
        options.append(f"line width={number(look.line)}\\px")
    if look.dash:
        dash = look.dash if len(look.dash) % 2 == 0 else look.dash * 2
        parts = (f"{'off' if place % 2 else 'on'} {number(part)}\\px" for place, part in enumerate(dash))
        options.append(f"dash pattern={' '.join(parts)}")
    if look.round:
        options.append("round")
    return options


def outline_of(steps: Sequence[Step]) -> str:
    """The path in TikZ's words; four quarters of a circle are a circle."""
    if whole := _circle(steps):
        return whole
    parts = []
    for letter, *numbers in steps:
        points = [spot((numbers[place], numbers[place + 1])) for place in range(0, len(numbers), 2)]
        match letter:
            case "M":
                parts.append(points[0])
            case "L":
                parts.append(f"-- {points[0]}")
            case "C":
                parts.append(f".. controls {points[0]} and {points[1]} .. {points[2]}")
            case _:
                parts.append("-- cycle")
    return " ".join(parts)


def _circle(steps: Sequence[Step]) -> str:
    """The circle that `app.drawing.device.circle` has drawn, or nothing."""
    if [step[0] for step in steps] != ["M", "C", "C", "C", "C", "Z"]:
        return ""
    ends = [step[1:][-2:] for step in steps[:5]]
    (right, y), (x, _) = ends[:2]
    radius = right - x
    around = [(right, y), (x, y + radius), (x - radius, y), (x, y - radius), (right, y)]
    if any(abs(a - c) + abs(b - d) > 0.01 for (a, b), (c, d) in zip(ends, around, strict=True)):
        return ""
    return rf"{spot((x, y))} circle[radius={number(radius)}\px]"
