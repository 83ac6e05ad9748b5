"""A bit diagram as a LaTeX document with the package `bytefield`, which compiles as it is.

`standalone` cuts the page to the figure, so that the document can also be included as a picture. English needs
pdfLaTeX; Chinese, or a payload with signs that the Latin fonts lack, XeLaTeX with `ctex`. What need not be there is
dashed, with `tikz`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from app.diagram.boxes import Break
from app.diagram.tex_preamble import CODE, SIGNS
from app.diagram.tex_text import escaped, is_plain

if TYPE_CHECKING:
    from app.diagram.boxes import BitBox, Diagram

_LATIN: Final = (r"\usepackage[T1]{fontenc}", r"\usepackage{textcomp}")
_TIMES: Final = (r"\renewcommand{\rmdefault}{ptm}",)
"""Of its usual font not every LaTeX has the signs of the encoding TS1."""

COMPANIONS: Final = re.compile("[€§¶©®°•·ªº¹²³¼½¾¢£¤¥¦¬±×÷µ´¨¯¸]")
"""Signs of TS1."""

_CHINESE: Final = (r"\usepackage[scheme=plain]{ctex}",)

_NUMBERS: Final = re.compile("[0-9a-fx ]*")

_DASHES: Final = (
    r"\usepackage{tikz}",
    r"\newcommand{\dashes}[1]{\begin{tikzpicture}[line width=0.4pt, dash pattern=on 3pt off 2pt]",
    r"  \useasboundingbox (0,0) rectangle (\width,\height); #1\end{tikzpicture}}",
)
"""A picture as large as the box around it, in which bytefield sets `\\width` and `\\height`."""

_SIDES: Final = {
    "l": r"\draw (0,0)--(0,\height);",
    "t": r"\draw (0,\height)--(\width,\height);",
    "r": r"\draw (\width,0)--(\width,\height);",
    "b": r"\draw (0,0)--(\width,0);",
}

BIT: Final = {8: 2.6, 16: 1.7, 32: 1.15}
"""The width of a bit in em."""


def to_bytefield(diagram: Diagram) -> str:
    """The whole document."""
    plain = not diagram.lang.startswith("zh") and all(map(is_plain, _texts(diagram)))
    dashed = any(box.optional for box in diagram.boxes)
    signs = SIGNS if any(r"\sign{" in escaped(text, plain=plain) for text in _texts(diagram)) else ""
    lines = [
        f"% !TeX program = {'pdflatex' if plain else 'xelatex'}",
        r"\documentclass[border=6pt]{standalone}",
        *(_LATIN if plain else _CHINESE),
        *(_TIMES if plain and any(map(COMPANIONS.search, _texts(diagram))) else ()),
        r"\usepackage{bytefield,graphicx,pifont}",
        *(_DASHES if dashed else ()),
        *(CODE + signs).strip("\n").splitlines(),
        r"\begin{document}",
        rf"\begin{{minipage}}{{{diagram.width * BIT[diagram.width] + 1:.4g}em}}",
        rf"\begin{{bytefield}}[bitwidth={BIT[diagram.width]}em, bitheight=3.6em]{{{diagram.width}}}",
        rf"  \bitheader{{0-{diagram.width - 1}}} \\",
    ]
    last = len(diagram.rows) - 1
    for number, row in enumerate(diagram.rows):
        end = r" \\" if number != last else ""
        if isinstance(row, Break):
            lines.append(rf"  \skippedwords\\ \wordbox[lr]{{1}}{{{escaped(row.words, plain=plain)}}}{end}")
            continue
        lines.append("  " + " ".join(_box(diagram, box, plain=plain) for box in row.boxes) + end)
    lines.append(r"\end{bytefield}")
    if diagram.caption:
        lines += ["", r"\medskip", r"\small " + escaped(diagram.caption, plain=plain)]
    return "\n".join([*lines, r"\end{minipage}", r"\end{document}", ""])


def _texts(diagram: Diagram) -> list[str]:
    """Every text that is set."""
    boxes = (text for box in diagram.boxes for text in (box.name, box.value))
    return [diagram.caption, *boxes, *(row.words for row in diagram.rows if isinstance(row, Break))]


def _box(diagram: Diagram, box: BitBox, *, plain: bool) -> str:
    """One `bitbox`; between whole rows of one field there is no line."""
    whole = box.width == diagram.width
    sides = "l" + ("" if whole and box.continued else "t") + "r" + ("" if whole and box.goes_on else "b")
    name = "" if diagram.show == "values" else escaped(box.name, plain=plain)
    value = "" if diagram.show == "names" else escaped(box.value, plain=plain)
    if box.width == 1:
        short = rf"\rotatebox{{90}}{{\tiny\makebox[2.9em]{{{box.short}}}}}" if name else ""
        inside = r"\\[-1pt]".join(part for part in (short, rf"\texttt{{{value}}}" if value else "") if part)
        inside = rf"\shortstack{{{inside}}}"
    else:
        value = rf"\texttt{{{value}}}" if _NUMBERS.fullmatch(box.value) else value
        inside = r"\\".join(part for part in (name, value) if part)
        inside = rf"\parbox{{{box.width * BIT[diagram.width] - 0.4:.4g}em}}{{\centering\footnotesize {inside}}}"
    if box.optional:
        # Sides that solid boxes share with it are drawn by them; of two dashed lines on each other none is.
        dashes = "".join(_SIDES[side] for side in sides)
        return rf"\rlap{{\bitbox[]{{{box.width}}}{{\dashes{{{dashes}}}}}}}\bitbox[]{{{box.width}}}{{{inside}}}"
    option = f"[{sides}]" if sides != "ltrb" else ""
    return rf"\bitbox{option}{{{box.width}}}{{{inside}}}"
