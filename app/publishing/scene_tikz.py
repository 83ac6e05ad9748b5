r"""A figure as a LaTeX document with a TikZ picture, which compiles as it is.

`standalone` cuts the page to the figure, so that the document can be included as a picture; the picture can also be
copied into another document, together with the lines before it. English needs pdfLaTeX; Chinese, or a payload with
signs that the Latin fonts lack, XeLaTeX with `ctex`. No LaTeX has the fonts of the program: each text is fitted to the
width that it was measured to have, so that none runs over its box.
"""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Final

from app.diagram.tex_preamble import CODE, FITTING, LATIN, SIGNS, STYLES, WESTERN, XELATEX
from app.diagram.tex_text import escaped, is_plain
from app.drawing.marks import Label
from app.drawing.paint import paint
from app.drawing.svg_values import number
from app.publishing.tikz_device import NamedTheme, TikzDevice, comment, spot

if TYPE_CHECKING:
    from app.drawing.marks import Scene
    from app.drawing.patterns import Pattern
    from app.drawing.theme import Theme

POINTS: Final = 0.75
"""How long a stage unit is on paper, in big points: a pixel of 1/96 inch."""

LARGEST: Final = 14_000
"""No side of the page may be longer, in big points: PDF allows 14,400, TeX a little more."""

CAPTION_SIZE: Final = 15

PGF: Final = {"M": r"\pgfpathmoveto", "L": r"\pgfpathlineto", "C": r"\pgfpathcurveto", "Z": r"\pgfpathclose"}


def to_tikz(scene: Scene, theme: Theme, lang: str = "en", caption: str = "", width: float = 0) -> str:
    """The whole document; `width` is that of the scene in pixels of 1/96 inch, 0 for one pixel a unit."""
    chinese = lang.startswith("zh")
    plain = not chinese and all(map(is_plain, _texts(scene, caption)))
    device = TikzDevice(plain=plain)
    named = NamedTheme.of(theme)
    ground = device.named(named.colour(scene.background))
    paint(scene, named, device)
    below = _caption(caption, plain=plain)
    corner = spot((scene.width, scene.height))
    lines = [
        f"% !TeX program = {'pdflatex' if plain else 'xelatex'}",
        *map(comment, _told(scene)),
        r"\documentclass[border=0pt]{standalone}",
        *_lines(LATIN if plain else XELATEX),
        *_lines("" if plain or chinese else WESTERN),
        r"\usepackage{pifont,tikz}",
        r"\usetikzlibrary{patterns.meta}",
        r"% The length of one unit of the picture: set another to make all of it larger or smaller.",
        rf"\newlength{{\px}}\setlength{{\px}}{{{_unit(scene, width):.5g}bp}}",
        *_lines(FITTING),
        *_lines(CODE),
        *_lines(SIGNS if any(r"\sign{" in line for line in (*device.lines, *below)) else ""),
        *(rf"\definecolor{{{name}}}{{HTML}}{{{value}}}" for name, value in sorted(device.colours.items())),
        *(line for name, (tile, ink) in sorted(device.patterns.items()) for line in _pattern(name, tile, ink)),
        r"\begin{document}",
        *([rf"\begin{{minipage}}{{{number(scene.width)}\px}}"] if below else []),
        r"\begin{tikzpicture}[",
        *_lines(STYLES),
        "]",
        rf"\useasboundingbox (0,0) rectangle {corner};",
        rf"\fill[{ground}] (0,0) rectangle {corner};",
        *device.lines,
        r"\end{tikzpicture}%",
        *below,
        *([r"\end{minipage}"] if below else []),
        r"\end{document}",
    ]
    return "\n".join(lines) + "\n"


def _lines(block: str) -> list[str]:
    return block.strip("\n").splitlines()


def _texts(scene: Scene, caption: str) -> list[str]:
    """Every text that is set."""
    return [caption, *(mark.text for mark in scene.marks if isinstance(mark, Label) and mark.opacity > 0)]


def _told(scene: Scene) -> list[str]:
    """What the figure is, in lines for comments."""
    return [line for text in (scene.title, scene.description) for line in wrap(" ".join(text.split()), 110)]


def _unit(scene: Scene, width: float) -> float:
    """The length of a stage unit in big points."""
    wanted = POINTS * (width / scene.width if width else 1)
    return min(wanted, LARGEST / max(scene.width, scene.height, 1))


def _caption(caption: str, *, plain: bool) -> list[str]:
    """The caption below the picture, a paragraph a line of it."""
    paragraphs = [escaped(line, plain=plain) for line in caption.splitlines() if line.strip()]
    if not paragraphs:
        return []
    return [
        "",
        r"\medskip",
        rf"\leading{{{CAPTION_SIZE}}}{{22}}\setlength{{\parskip}}{{8\px}}\setlength{{\parindent}}{{0pt}}%",
        r"\setlength{\leftskip}{32\px}\setlength{\rightskip}{32\px plus 1fil}",
        *(line for text in paragraphs for line in (text, "")),
        r"\vspace{16\px}",
    ]


def _pattern(name: str, pattern: Pattern, ink: str) -> list[str]:
    """The tile as PGF declares it: lines, turned as a whole."""
    width, height = (rf"{number(side)}\px" for side in (pattern.width, pattern.height))
    turned = rf"\pgftransformrotate{{{number(-pattern.angle)}}}" if pattern.angle else ""
    return [
        rf"\pgfdeclarepattern{{name={name}, type=colored,",
        rf"  bottom left={{\pgfpoint{{0pt}}{{-{height}}}}}, top right={{\pgfpoint{{{width}}}{{0pt}}}},",
        rf"  tile size={{\pgfpoint{{{width}}}{{{height}}}}}, tile transformation={{{turned}}},",
        rf"  code={{\pgfsetstrokecolor{{{ink}}}\pgfsetlinewidth{{{number(pattern.line)}\px}}",
        rf"    {_drawn(pattern)}\pgfusepath{{stroke}}}}}}",
    ]


def _drawn(pattern: Pattern) -> str:
    """The path of a pattern in PGF's words."""
    parts = []
    for letter, *numbers in pattern.path.steps:
        points = "".join(
            rf"{{\pgfpoint{{{number(x)}\px}}{{{number(-y)}\px}}}}"
            for x, y in zip(numbers[::2], numbers[1::2], strict=True)
        )
        parts.append(PGF[letter] + points)
    return "".join(parts)
