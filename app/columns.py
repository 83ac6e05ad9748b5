"""Columns of a terminal: how many a text takes, its lines of so many, and what stands in each of them.

A Chinese character takes two columns and may end a line; an accent that joins a letter takes none.
"""

from __future__ import annotations

from typing import Final
from unicodedata import category, east_asian_width

NO_START: Final = frozenset("，。、；：？！）》”’…—,.;:?!)")
"""What never begins a line."""
NO_END: Final = frozenset("（《“‘(")
"""What never ends one."""

WIDE: Final = 2
"""Columns of a Chinese character."""

JOINING: Final = frozenset({"Mn", "Me", "Cf"})
"""Categories of signs that take no column of their own."""


def wide(text: str) -> int:
    """How many columns a text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def cells(text: str) -> list[str]:
    """The text column by column: the second column of a wide character is empty, an accent stays with its letter."""
    found: list[str] = []
    for sign in text:
        columns = _columns(sign)
        if columns == 0 and found:
            last = next(at for at in reversed(range(len(found))) if found[at])
            found[last] += sign
        elif columns:
            found += [sign, ""][:columns]
    return found


def wrapped(text: str, columns: int, indent: str = "", hanging: str | None = None) -> list[str]:
    """The lines of one paragraph; `hanging` starts every line but the first. A word that is longer than a line has one
    of its own."""
    lines: list[str] = []
    line = indent
    rest = indent if hanging is None else hanging
    empty = True
    for piece in _pieces(text):
        if not empty and wide(line + piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line, empty = rest, True
        line += piece.lstrip() if empty else piece
        empty = empty and not piece.strip()
    return [*lines, line.rstrip()] if not empty else lines


def filled(text: str, columns: int) -> list[str]:
    """The same, with longer words cut: no line has more columns."""
    return [part for line in wrapped(text, columns) for part in _cut(line, columns)]


def _cut(line: str, columns: int) -> list[str]:
    """A line in pieces that fit; of each at least one sign."""
    parts = [""]
    for sign in line:
        if parts[-1] and wide(parts[-1]) + _columns(sign) > columns:
            parts.append("")
        parts[-1] += sign
    return [part.strip() for part in parts]


def _columns(sign: str) -> int:
    if category(sign) in JOINING:
        return 0
    return WIDE if east_asian_width(sign) in "WF" else 1


def _pieces(text: str) -> list[str]:
    """What may not be cut, with the space after it: words, and Chinese characters with their punctuation."""
    pieces: list[str] = []
    for sign in text:
        if pieces and _stays(pieces[-1][-1], sign):
            pieces[-1] += sign
        else:
            pieces.append(sign)
    return pieces


def _stays(before: str, after: str) -> bool:
    """Whether no line may end between two characters."""
    if after.isspace() or after in NO_START or before in NO_END:
        return True
    if before.isspace():
        return False
    return WIDE not in {_columns(before), _columns(after)}
