"""Any text as LaTeX writes it: signs escaped, real substitutes for what the Latin fonts lack, every space kept.

What pdfLaTeX can set is the repertoire of the encodings T1 and TS1, and the signs of PostScript's Symbol and Zapf
Dingbats, which every LaTeX has and which scale like letters. A document with anything else needs XeLaTeX.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_SIGNS: Final = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "_": r"\_", "%": r"\%",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "'": r"\textquotesingle{}", "`": r"\textasciigrave{}",
    '"': r"\textquotedbl{}", "\u00a0": "~",
}  # fmt: skip
"""LaTeX's own signs, and the straight quotes that it bends."""

_PRINTERS: Final = {
    "“": r"\textquotedblleft{}", "”": r"\textquotedblright{}", "‘": r"\textquoteleft{}", "’": r"\textquoteright{}",
    "–": r"\textendash{}", "—": r"\textemdash{}", "…": r"\ldots{}", "•": r"\textbullet{}", "›": r"\guilsinglright{}",
    "‹": r"\guilsinglleft{}", "€": r"\texteuro{}", "␣": r"\textvisiblespace{}",
}  # fmt: skip
"""Signs of T1 and TS1 above U+017F. XeLaTeX sets them as they are: in Chinese they are as wide as a character."""

_BOTH_WIDTHS: Final = frozenset("“”‘’–—…•·")
"""Signs that Chinese sets as wide as a character."""

_RAW: Final = frozenset(
    map(chr, (*range(0x20, 0x7F), *range(0xA1, 0x126), *range(0x128, 0x138), *range(0x139, 0x13F), *range(0x141, 0x149),
              *range(0x14C, 0x166), *range(0x168, 0x17F)))
) - {"\u00ad"}  # fmt: skip
"""What pdfLaTeX reads as UTF-8 and finds in T1 or TS1."""

_FONTS: Final = {
    "psy": {
        163: "≤⁄∞", 171: "↔←↑→↓", 179: "≥", 181: "∝∂", 185: "≠≡≈", 191: "↵", 196: "⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇",
        213: "∏√⋅", 217: "∧∨⇔⇐⇑⇒⇓◊", 229: "∑", 242: "∫", 45: "−", 34: "∀", 36: "∃", 162: "′", 178: "″",
        65: "ΑΒΧΔΕΦΓΗΙ", 75: "ΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", 97: "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", 167: "♣♦♥♠",
    },
    "pzd": {51: "✓✔✕✖✗✘", 72: "★", 108: "●", 110: "■", 115: "▲▼◆"},
}  # fmt: skip
"""PSNFSS's name of a font -> the number of its first sign in a row of neighbours."""

_JOINING: Final = re.compile(r"(?<=-)(?=-)|(?<=<)(?=<)|(?<=>)(?=>)|(?<=,)(?=,)|(?<=[?!])(?=`)")
"""Between signs that LaTeX's fonts would join to another one."""

_SPACES: Final = re.compile(r"^ +| +$| {2,}")

_DROPPED: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]")
"""Signs without ink: they join, part or colour their neighbours."""


@cache
def _picked() -> dict[str, str]:
    """Signs as the LaTeX that takes them out of Symbol or Zapf Dingbats."""
    return {
        sign: rf"\Pisymbol{{{font}}}{{{number}}}"
        for font, rows in _FONTS.items()
        for first, signs in rows.items()
        for number, sign in enumerate(signs, first)
    }


def is_plain(text: str) -> bool:
    """Whether pdfLaTeX can set the text."""
    return all(sign in _RAW or sign in _SIGNS or sign in _PRINTERS or sign in _picked() or _is_told(sign)
               for sign in _cleaned(text))  # fmt: skip


def _is_told(sign: str) -> bool:
    """Controls and halves of a pair have no picture in any font: their number is written."""
    number = ord(sign)
    return number < 0x20 or 0x7F <= number < 0xA0 or 0xD800 <= number < 0xE000


def _is_letter(sign: str) -> bool:
    """Latin letters with their accents, and everything that a Chinese font is asked for."""
    number = ord(sign)
    return (number < 0x250 or 0x300 <= number < 0x370 or 0x2E80 <= number < 0xA000 or 0xF900 <= number < 0xFB00
            or 0xFF00 <= number < 0xFFF0 or 0x20000 <= number < 0x32000)  # fmt: skip


def _cleaned(text: str) -> str:
    return _DROPPED.sub("", re.sub(r"[\t\n\r\u2028\u2029]", " ", text))


def escaped(text: str, *, plain: bool = True, mono: bool = False, gap: str = "") -> str:
    """The text for pdfLaTeX if `plain`, else for XeLaTeX; `mono` in a typewriter's letters; `gap` after each letter.

    What a font may lack is asked for with `\\sign`, what has no picture is `\\code`, both with the code point; a sign
    of another font has a `\\cell` among a typewriter's letters."""
    clean = _cleaned(text)
    spaces = {place for found in _SPACES.finditer(clean) for place in range(*found.span())}
    joints = {found.start() for found in _JOINING.finditer(clean)}
    parts = []
    for place, sign in enumerate(clean):
        parts.append("{}" if place in joints and not gap else "")
        parts.append("\\ " if place in spaces else _one(sign, plain=plain, mono=mono))
        parts.append(gap)
    return "".join(parts)


def _one(sign: str, *, plain: bool, mono: bool) -> str:
    if sign in _SIGNS:
        return _SIGNS[sign]
    found = _picked().get(sign) or (_PRINTERS.get(sign) if plain else None)
    if found:
        return rf"\cell{{{found}}}" if mono else found
    if _is_told(sign):
        return rf"\code{{{ord(sign):04X}}}"
    if not plain and mono and sign in _BOTH_WIDTHS:
        return rf"\narrow{{{sign}}}"
    if plain or _is_letter(sign) or sign in _BOTH_WIDTHS or sign == "€":
        return sign
    return rf"\sign{{{ord(sign):04X}}}"
