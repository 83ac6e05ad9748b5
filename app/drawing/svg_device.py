"""The device that writes SVG text: real text, a title for each spoken mark, the same bytes every time.

The file stands alone. Each text carries its family stack and its measured width (`textLength`), so that a machine with
other fonts squeezes the letters rather than letting them run over a box. Presentation attributes are used throughout,
because editors and converters know them better than style sheets.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from app.drawing.device import hatch_for
from app.drawing.families import stack
from app.drawing.paint import paint, paint_mark
from app.drawing.stencils import HELD, MOST, RUNS, run_at
from app.drawing.svg_values import NUMBERS, escaped, font_attributes, letters, number, outline, xml_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.drawing.device import Look, Path, Point, Run
    from app.drawing.marks import Anchor, AnyMark, Font, Rect, Scene
    from app.drawing.theme import Theme

__all__ = ["SvgDevice", "number", "to_svg"]

ANCHORS: Final[dict[str, str]] = {
    "start": "",
    "middle": ' text-anchor="middle"',
    "end": ' text-anchor="end"',
}


def to_svg(scene: Scene, theme: Theme, lang: str = "en", width: float = 0.0) -> str:
    """The scene as an SVG document; `width` is that of the whole in CSS pixels, 0 for one a unit."""
    device = SvgDevice(lang)
    device.draw(scene, theme)
    wide, high = number(scene.width), number(scene.height)
    scale = width / scene.width if width else 1.0
    head = (
        '<svg xmlns="http://www.w3.org/2000/svg"'
        f' width="{number(scene.width * scale)}" height="{number(scene.height * scale)}" viewBox="0 0 {wide} {high}"'
        f' lang="{lang.replace("_", "-")}" xml:lang="{lang.replace("_", "-")}"'
        f' role="graphics-document" aria-labelledby="title" aria-describedby="desc"'
        f' font-family="{stack(lang, mono=False)}">'
    )
    ground = theme.colour(scene.background)
    lines = [
        head,
        f'<title id="title">{escaped(scene.title)}</title>',
        f'<desc id="desc">{escaped(scene.description)}</desc>',
        *device.definitions(),
        f'<rect width="{wide}" height="{high}" fill="{ground}"/>',
        *device.lines,
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


class Piece(NamedTuple):
    """What was written for a stencil or a run of them, the ids that they have in the document, and the hatches that
    they use."""

    of: AnyMark | tuple[AnyMark, ...]
    text: str
    names: tuple[str, ...]
    hatches: dict[str, str]


NONE: Final = Piece((), "", (), {})


class Pieces(dict[int, Piece]):
    """What was written for stencils in one theme and language, by the `id` of the mark; begins anew when it is full."""

    def __init__(self, theme: Theme, lang: str) -> None:
        super().__init__()
        self.of = theme, lang
        self.runs: dict[int, Piece] = {}
        """The same for runs of them, by the `id` of the run."""

    def keep(self, piece: Piece) -> None:
        """Remembers what one mark became."""
        if len(self) >= MOST:
            self.clear()
            self.runs.clear()
        self[id(piece.of)] = piece

    def join(self, run: tuple[AnyMark, ...]) -> None:
        """Remembers what a run became, if all of its marks are remembered."""
        parts = [part for mark in run if (part := self.get(id(mark))) is not None and part.of is mark]
        names = tuple([name for part in parts for name in part.names])
        if len(parts) == len(run) and len(set(names)) == len(names):
            hatches = {name: hatch for part in parts for name, hatch in part.hatches.items()}
            self.runs[id(run)] = Piece(run, "\n".join([part.text for part in parts]), names, hatches)


_pieces: Final = lru_cache(16)(Pieces)


class SvgDevice:
    """Collects the elements of one document in `lines`."""

    def __init__(self, lang: str = "en") -> None:
        self.lines: list[str] = []
        self._lang = lang
        self._ids = {"title", "desc"}
        self._hatches: dict[str, str] = {}
        self._open: list[bool] = []
        self._fonts: dict[tuple[int, str], tuple[Font, str]] = {}

    def definitions(self) -> list[str]:
        """The patterns that the document uses."""
        return ["<defs>", *self._hatches.values(), "</defs>"] if self._hatches else []

    def draw(self, scene: Scene, theme: Theme) -> None:
        """Paints the scene. What a stencil becomes is remembered; where a theme has patterns, it depends on others."""
        if theme.patterns:
            paint(scene, theme, self)
            return
        pieces, marks, drawn = _pieces(theme, self._lang), tuple(scene), 0
        find, add, ids = pieces.get, self.lines.append, self._ids
        for place, mark in enumerate(marks):
            if place < drawn:
                continue
            if id(mark) in RUNS and (run := run_at(marks, place)):
                self._draw_run(run, theme, pieces)
                drawn = place + len(run)
                continue
            known, text, names, hatches = find(id(mark), NONE)
            if known is not mark or (names and not ids.isdisjoint(names)):
                self._draw_mark(mark, theme, pieces)
                continue
            add(text)
            if names:
                ids.update(names)
            if hatches:
                self._hatches.update(hatches)

    def _draw_run(self, run: tuple[AnyMark, ...], theme: Theme, pieces: Pieces) -> None:
        """Writes marks that stand together, at once if they are known."""
        known, text, names, hatches = pieces.runs.get(id(run), NONE)
        if known is run and self._ids.isdisjoint(names):
            self.lines.append(text)
            self._ids.update(names)
            self._hatches.update(hatches)
            return
        for mark in run:
            self._draw_mark(mark, theme, pieces)
        pieces.join(run)

    def _draw_mark(self, mark: AnyMark, theme: Theme, pieces: Pieces) -> None:
        """Writes a mark, and remembers a stencil."""
        start, names = len(self.lines), (xml_name(mark.id),) if mark.spoken else ()
        alone = id(mark) in HELD and self._ids.isdisjoint(names)
        hatches, self._hatches = self._hatches, {}
        paint_mark(mark, theme, self)
        if alone and len(self.lines) > start:
            pieces.keep(Piece(mark, "\n".join(self.lines[start:]), names, self._hatches))
        hatches.update(self._hatches)
        self._hatches = hatches

    def begin(self, mark_id: str, title: str, opacity: float) -> None:
        """A spoken mark becomes a group with its id and title; a silent one a group only if it is translucent."""
        if not title and opacity >= 1:
            self._open.append(False)
            return
        faded = f' opacity="{number(opacity)}"' if opacity < 1 else ""
        if title:
            self.lines.append(f'<g id="{self._xml_id(mark_id)}"{faded}><title>{escaped(title)}</title>')
        else:
            self.lines.append(f"<g{faded}>")
        self._open.append(True)

    def end(self) -> None:
        """Closes the group, if there is one."""
        if self._open.pop():
            self.lines.append("</g>")

    def rect(self, rect: Rect, radius: float, look: Look) -> None:
        """A rectangle; a hatched one is drawn again with the pattern over its fill."""
        place = (
            f'x="{NUMBERS[rect.x]}" y="{NUMBERS[rect.y]}" width="{NUMBERS[rect.width]}" height="{NUMBERS[rect.height]}"'
        )
        if radius:
            place += f' rx="{NUMBERS[radius]}"'
        line = outline(look.stroke, look.line, look.dash, look.round)
        if look.hatch or look.pattern:
            if look.fill:
                self.lines.append(f'<rect {place} fill="{look.fill}"/>')
            over = self._hatch(rect, look.hatch) if look.hatch else self._pattern(look)
            self.lines.append(f'<rect {place} fill="url(#{over})"{line}/>')
        else:
            self.lines.append(f'<rect {place} fill="{look.fill or "none"}"{line}/>')

    def path(self, path: Path, look: Look) -> None:
        """Any outline."""
        steps = _steps(path)
        fill, line = look.fill, outline(look.stroke, look.line, look.dash, look.round)
        if look.pattern:
            self.lines.append(f'<path d="{steps}" fill="{fill}"/>')
            fill = f"url(#{self._pattern(look)})"
        self.lines.append(f'<path d="{steps}" fill="{fill or "none"}"{line}/>')

    def text(self, at: Point, runs: Sequence[Run], anchor: Anchor, *, width: float = 0, struck: bool = False) -> None:
        """One line of text; parts in other fonts or colours are spans of it."""
        if not runs:
            return
        length = f' textLength="{NUMBERS[width]}" lengthAdjust="spacingAndGlyphs"' if width > 0 else ""
        line = ' text-decoration="line-through"' if struck else ""
        place = f'<text x="{NUMBERS[at[0]]}" y="{NUMBERS[at[1]]}"{ANCHORS[anchor]}{length}{line}'
        if len(runs) == 1:
            text, font, colour = runs[0]
            shown, kept = letters(text)
            self.lines.append(f"{place}{kept}{self._font(font, colour)}>{shown}</text>")
            return
        kept = letters("".join(run.text for run in runs)).attribute
        spans = "".join(f"<tspan{self._font(run.font, run.colour)}>{letters(run.text).text}</tspan>" for run in runs)
        self.lines.append(f"{place}{kept}>{spans}</text>")

    def _font(self, font: Font, colour: str) -> str:
        """The attributes of a font, found by the font itself: a figure uses few, and comparing them takes long."""
        known = self._fonts.get((id(font), colour))
        if known is None:
            known = self._fonts[id(font), colour] = font, font_attributes(font, colour, self._lang)
        return known[1]

    def _hatch(self, rect: Rect, colour: str) -> str:
        """The id of the pattern for that box; lines stand in the middle of the tile, so none is cut in half."""
        period, line = hatch_for(rect)
        name = f"hatch-{colour[1:].lower()}-{number(period)}"
        size, middle = number(period), number(period / 2)
        self._hatches[name] = (
            f'<pattern id="{name}" width="{size}" height="{size}" patternUnits="userSpaceOnUse"'
            f' patternTransform="rotate(45)"><path d="M{middle} 0V{size}" stroke="{colour}"'
            f' stroke-width="{number(line)}"/></pattern>'
        )
        return name

    def _pattern(self, look: Look) -> str:
        """The id of a theme's pattern in its ink."""
        name = f"{look.pattern.replace('.', '-')}-{look.ink[1:].lower()}"
        if name in self._hatches:
            return name
        from app.drawing.patterns import PATTERNS  # noqa: PLC0415  # themes of colours have none

        one = PATTERNS[look.pattern]
        turned = f' patternTransform="rotate({number(one.angle)})"' if one.angle else ""
        self._hatches[name] = (
            f'<pattern id="{name}" width="{number(one.width)}" height="{number(one.height)}"'
            f' patternUnits="userSpaceOnUse"{turned}><path d="{_steps(one.path)}" fill="none" stroke="{look.ink}"'
            f' stroke-width="{number(one.line)}"/></pattern>'
        )
        return name

    def _xml_id(self, mark_id: str) -> str:
        """The mark's id with what XML does not allow in one replaced; unique in the document."""
        name = xml_name(mark_id)
        unique, count = name, 2
        while unique in self._ids:
            unique, count = f"{name}-{count}", count + 1
        self._ids.add(unique)
        return unique


def _steps(path: Path) -> str:
    return "".join(
        [
            f"{step[0]}{NUMBERS[step[1]]} {NUMBERS[step[2]]}"
            if len(step) == 3
            else step[0] + " ".join([NUMBERS[n] for n in step[1:]])
            for step in path.steps
        ]
    )
