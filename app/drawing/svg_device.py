"""The device that writes SVG text: real text, a title for each spoken mark, the same bytes every time.

The file stands alone. Each text carries its family stack and its measured width (`textLength`), so that a machine with
other fonts squeezes the letters rather than letting them run over a box. Presentation attributes are used throughout,
because editors and converters know them better than style sheets.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from app.drawing.device import hatch_for
from app.drawing.families import stack
from app.drawing.paint import paint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.drawing.device import Look, Path, Point, Run
    from app.drawing.marks import Anchor, Rect, Scene
    from app.drawing.theme import Theme


SPACES = re.compile(r"^\s|\s\s|[\t\n]|\s$")
"""White space that a reader of the file would drop. Browsers look for `xml:space` at the text itself."""


def to_svg(scene: Scene, theme: Theme, lang: str = "en") -> str:
    """The scene as an SVG document."""
    device = SvgDevice(lang)
    paint(scene, theme, device)
    width, height = number(scene.width), number(scene.height)
    head = (
        '<svg xmlns="http://www.w3.org/2000/svg"'
        f' width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        f' lang="{lang.replace("_", "-")}" xml:lang="{lang.replace("_", "-")}"'
        f' role="graphics-document" aria-labelledby="title" aria-describedby="desc"'
        f" font-family={quoteattr(stack(lang, mono=False))}>"
    )
    ground = theme.colour(scene.background)
    lines = [
        head,
        f'<title id="title">{_text(scene.title)}</title>',
        f'<desc id="desc">{_text(scene.description)}</desc>',
        *device.definitions(),
        f'<rect width="{width}" height="{height}" fill="{ground}"/>',
        *device.lines,
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def number(value: float) -> str:
    """A length with at most two decimals and no trailing zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


class SvgDevice:
    """Collects the elements of one document in `lines`."""

    def __init__(self, lang: str = "en") -> None:
        self.lines: list[str] = []
        self._lang = lang
        self._ids = {"title", "desc"}
        self._hatches: dict[str, str] = {}
        self._open: list[bool] = []

    def definitions(self) -> list[str]:
        """The patterns that the document uses."""
        return ["<defs>", *self._hatches.values(), "</defs>"] if self._hatches else []

    def begin(self, mark_id: str, title: str, opacity: float) -> None:
        """A spoken mark becomes a group with its id and title; a silent one a group only if it is translucent."""
        faded = f' opacity="{number(opacity)}"' if opacity < 1 else ""
        if title:
            self.lines.append(f'<g id="{self._xml_id(mark_id)}"{faded}><title>{_text(title)}</title>')
        elif faded:
            self.lines.append(f"<g{faded}>")
        self._open.append(bool(title or faded))

    def end(self) -> None:
        """Closes the group, if there is one."""
        if self._open.pop():
            self.lines.append("</g>")

    def rect(self, rect: Rect, radius: float, look: Look) -> None:
        """A rectangle; a hatched one is drawn again with the pattern over its fill."""
        sides = {"x": rect.x, "y": rect.y, "width": rect.width, "height": rect.height}
        place = " ".join(f'{name}="{number(value)}"' for name, value in sides.items())
        if radius:
            place += f' rx="{number(radius)}"'
        if look.hatch:
            if look.fill:
                self.lines.append(f'<rect {place} fill="{look.fill}"/>')
            self.lines.append(f'<rect {place} fill="url(#{self._hatch(rect, look.hatch)})"{_outline(look)}/>')
        else:
            self.lines.append(f'<rect {place} fill="{look.fill or "none"}"{_outline(look)}/>')

    def path(self, path: Path, look: Look) -> None:
        """Any outline."""
        steps = "".join(letter + " ".join(number(n) for n in numbers) for letter, *numbers in path.steps)
        self.lines.append(f'<path d="{steps}" fill="{look.fill or "none"}"{_outline(look)}/>')

    def text(self, at: Point, runs: Sequence[Run], anchor: Anchor, *, width: float = 0, struck: bool = False) -> None:
        """One line of text; parts in other fonts or colours are spans of it."""
        if not runs:
            return
        attributes = f'x="{number(at[0])}" y="{number(at[1])}"'
        if anchor != "start":
            attributes += f' text-anchor="{anchor}"'
        if width > 0:
            attributes += f' textLength="{number(width)}" lengthAdjust="spacingAndGlyphs"'
        if struck:
            attributes += ' text-decoration="line-through"'
        if SPACES.search("".join(run.text for run in runs)):
            attributes += ' xml:space="preserve"'
        first = runs[0]
        if len(runs) == 1:
            self.lines.append(f"<text {attributes}{self._font(first)}>{_text(first.text)}</text>")
            return
        spans = "".join(f"<tspan{self._font(run)}>{_text(run.text)}</tspan>" for run in runs)
        self.lines.append(f"<text {attributes}>{spans}</text>")

    def _font(self, run: Run) -> str:
        font = run.font
        parts = [f' font-size="{number(font.size)}" fill="{run.colour}"']
        if font.mono:
            parts.append(f" font-family={quoteattr(stack(self._lang, mono=True))}")
        if font.bold:
            parts.append(' font-weight="700"')
        if font.italic:
            parts.append(' font-style="italic"')
        if font.spacing:
            parts.append(f' letter-spacing="{number(font.spacing)}"')
        return "".join(parts)

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

    def _xml_id(self, mark_id: str) -> str:
        """The mark's id with what XML does not allow in one replaced; unique in the document."""
        name = re.sub(r"[^\w.-]", "_", mark_id)
        if not re.match(r"[^\W\d]", name):
            name = f"m-{name}"
        unique, count = name, 2
        while unique in self._ids:
            unique, count = f"{name}-{count}", count + 1
        self._ids.add(unique)
        return unique


def _outline(look: Look) -> str:
    if not look.stroke or look.line <= 0:
        return ""
    parts = [f' stroke="{look.stroke}"']
    if look.line != 1:
        parts.append(f' stroke-width="{number(look.line)}"')
    if look.dash:
        parts.append(f' stroke-dasharray="{" ".join(number(part) for part in look.dash)}"')
    if look.round:
        parts.append(' stroke-linecap="round" stroke-linejoin="round"')
    return "".join(parts)


def _text(text: str) -> str:
    """Escaped for XML; characters that XML cannot hold (a payload may have them) become U+FFFD."""
    return escape(re.sub("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text))
