"""Prose in a terminal, wrapped to its width. A Chinese character takes two columns and may end a line."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

NARROWEST: Final = 40
WIDEST: Final = 100
NO_START: Final = frozenset("，。、；：？！）》”’…—,.;:?!)")
"""What never begins a line."""
NO_END: Final = frozenset("（《“‘(")
"""What never ends one."""
MARKUP: Final = re.compile(r"\*\*|`")


def columns(text: str) -> int:
    """How many columns a text takes."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)


def plain(text: str) -> str:
    """The text of a lesson without the marks for bold and code."""
    return MARKUP.sub("", text)


def wrapped(text: str, width: int, indent: str = "", hanging: str | None = None) -> list[str]:
    """The lines of one paragraph; `hanging` starts every line but the first."""
    lines: list[str] = []
    line = indent
    rest = indent if hanging is None else hanging
    empty = True
    for piece in _pieces(text):
        if not empty and columns(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line, empty = rest, True
        line += piece.lstrip() if empty else piece
        empty = empty and not piece.strip()
    return [*lines, line.rstrip()] if not empty else lines


def _pieces(text: str) -> list[str]:
    """What may not be cut, with the space after it: words, and Chinese characters with their punctuation."""
    pieces: list[str] = []
    for each in text:
        if pieces and _stays(pieces[-1][-1], each):
            pieces[-1] += each
        else:
            pieces.append(each)
    return pieces


def _stays(before: str, after: str) -> bool:
    """Whether no line may end between two characters."""
    if after.isspace() or after in NO_START or before in NO_END:
        return True
    if before.isspace():
        return False
    return not (_wide(before) or _wide(after))


def _wide(each: str) -> bool:
    return unicodedata.east_asian_width(each) in "WF"
