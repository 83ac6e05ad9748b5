"""A bit diagram as a LaTeX document with the package `bytefield`, which compiles as it is.

`standalone` cuts the page to the figure, so that the document can also be included as a picture. English needs
pdfLaTeX, Chinese XeLaTeX with `ctex`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from app.diagram.boxes import Break

if TYPE_CHECKING:
    from app.diagram.boxes import BitBox, Diagram

_SIGNS: Final = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "_": r"\_", "%": r"\%",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "“": "``", "”": "''", "…": r"\ldots{}", "⊕": r"$\oplus$",
}  # fmt: skip

_NUMBERS: Final = re.compile("[0-9a-fx ]*")

BIT: Final = {8: 2.6, 16: 1.7, 32: 1.15}
"""The width of a bit in em."""


def to_bytefield(diagram: Diagram) -> str:
    """The whole document."""
    chinese = diagram.lang.startswith("zh")
    lines = [
        f"% !TeX program = {'xelatex' if chinese else 'pdflatex'}",
        r"\documentclass[border=6pt]{standalone}",
        r"\usepackage{ctex}" if chinese else r"\usepackage[T1]{fontenc}",
        r"\usepackage{bytefield,graphicx}",
        r"\begin{document}",
        rf"\begin{{minipage}}{{{diagram.width * BIT[diagram.width] + 1:.4g}em}}",
        rf"\begin{{bytefield}}[bitwidth={BIT[diagram.width]}em, bitheight=3.2em]{{{diagram.width}}}",
        rf"  \bitheader{{0-{diagram.width - 1}}} \\",
    ]
    last = len(diagram.rows) - 1
    for number, row in enumerate(diagram.rows):
        end = r" \\" if number != last else ""
        if isinstance(row, Break):
            lines.append(rf"  \skippedwords\\ \wordbox[]{{1}}{{{_safe(row.words, diagram.lang)}}}{end}")
            continue
        lines.append("  " + " ".join(_box(diagram, box) for box in row.boxes) + end)
    lines.append(r"\end{bytefield}")
    if diagram.caption:
        lines += ["", r"\medskip", r"\small " + _safe(diagram.caption, diagram.lang)]
    return "\n".join([*lines, r"\end{minipage}", r"\end{document}", ""])


def _box(diagram: Diagram, box: BitBox) -> str:
    """One `bitbox`; between whole rows of one field there is no line."""
    lang, whole = diagram.lang, box.width == diagram.width
    sides = "l" + ("" if whole and box.continued else "t") + "r" + ("" if whole and box.goes_on else "b")
    name = "" if diagram.show == "values" else _safe(box.name, lang)
    value = "" if diagram.show == "names" else _safe(box.value, lang)
    if box.width == 1:
        short = rf"\rotatebox{{90}}{{\tiny {box.short}}}" if name else ""
        inside = r"\\[-1pt]".join(part for part in (short, rf"\texttt{{{value}}}" if value else "") if part)
        inside = rf"\shortstack{{{inside}}}"
    else:
        name = rf"\textit{{{name}}}" if box.optional else name
        value = rf"\texttt{{{value}}}" if _NUMBERS.fullmatch(box.value) else value
        inside = r"\\".join(part for part in (name, value) if part)
        inside = rf"\parbox{{{box.width * BIT[diagram.width] - 0.4:.4g}em}}{{\centering\footnotesize {inside}}}"
    option = f"[{sides}]" if sides != "ltrb" else ""
    return rf"\bitbox{option}{{{box.width}}}{{{inside}}}"


def _safe(text: str, lang: str) -> str:
    """The text with LaTeX's own signs escaped; what the Latin fonts do not have is written as its code point."""
    found = "".join(_SIGNS.get(sign, sign) for sign in text)
    if lang.startswith("zh"):
        return found
    return "".join(sign if ord(sign) < 0x180 else f"U+{ord(sign):04X}" for sign in found)
