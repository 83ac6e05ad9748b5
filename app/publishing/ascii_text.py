"""Text in a grid of characters: what stands for signs that are no letters.

Letters stay as they are, Chinese ones with their punctuation; typographic signs become ASCII.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from unicodedata import category

if TYPE_CHECKING:
    from app.drawing.marks import GlyphName

SIGNS: Final[dict[str, str]] = {
    "…": "...", "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "--", "−": "-", "‐": "-", "‑": "-",
    "→": "->", "←": "<-", "↔": "<->", "⇄": "<->", "⇒": "=>", "↑": "^", "↓": "v", "↵": "<CRLF>", "␣": "_", "␍": "<CR>",
    "␊": "<LF>", "×": "x", "⊕": "xor", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "±": "+/-", "·": ".", "•": "*",
    "⋯": "...", "⋮": ":", "²": "^2", "³": "^3", "½": "1/2", "µ": "u", "§": "sec. ", "°": " deg", "≪": "<<", "≫": ">>",
    "■": "#", "□": "[]", "●": "(*)", "○": "( )", "✓": "ok", "✗": "x", "█": "#", "░": ".", "▸": ">", "▪": "#",
    "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2007": " ", "\u2009": " ", "\u200a": "", "\u202f": " ",
    "\t": " ", "\n": " ",
}  # fmt: skip
"""What is written for a sign that is not in ASCII."""

TABLE: Final = str.maketrans(SIGNS)

BETWEEN: Final = re.compile(r"(?<=[\w)）”\"’…»》】。，%])(?:  ·  | · )(?=\S)")
"""A middle dot that parts two remarks."""

POWER: Final = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
DIGITS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

GLYPHS: Final[dict[GlyphName, str]] = {
    "tick": "[ok]", "cross": "(x)", "warning": "(!)", "now": "(*)", "pending": "( )", "none": "(-)",
    "connecting": "(.)", "open": "(o)", "closing": "(:)", "closed": "(/)",
    "client": "(C)", "server": "[S]", "done": "ok", "document": "[=]", "question": "(?)", "proxy": "<P>",
}  # fmt: skip
"""How each glyph is written."""


UNWRITTEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Categories of signs that control, also the direction of writing, and of those that nobody knows."""

JOINERS: Final = frozenset("\u200c\u200d")
"""What makes one sign of several, such as some emoji."""


def plain(text: str) -> str:
    """The text with typographic signs in ASCII; nothing is left of signs that control."""
    text = BETWEEN.sub(" - ", text)
    text = POWER.sub(lambda found: "^" + found.group().translate(DIGITS), text)
    text = text.translate(TABLE)
    return "".join(sign for sign in text if sign in JOINERS or category(sign) not in UNWRITTEN).strip()
