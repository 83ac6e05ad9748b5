"""A bit diagram as the RFCs draw it: plain text, two columns a bit.

      0                   1                   2                   3
      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
     +-+-+-+-+-------+-+-------------+-------------------------------+
     |F|R|R|R| opcode|M| Payload len |          Masking-key          |

Between two rows of one field, and around what need not be there, the line is dashed. Chinese characters are two columns
wide.
"""

from __future__ import annotations

from textwrap import wrap
from typing import Final
from unicodedata import east_asian_width

from app.diagram.boxes import BitBox, Break, Diagram, Row

INDENT: Final = 6
"""Columns before the first bit."""


def to_ascii(diagram: Diagram) -> str:
    """The diagram in lines, with a line feed behind each."""
    lines = _ruler(diagram.width)
    above: Row | Break | None = None
    for row in diagram.rows:
        lines.append(_border(above, row))
        lines += _break(diagram, row) if isinstance(row, Break) else _row(diagram, row)
        above = row
    lines.append(_border(above, None))
    if diagram.caption:
        lines += ["", *_wrapped(diagram.caption, INDENT + 2 * diagram.width)]
    return "".join(line.rstrip() + "\n" for line in lines)


def _ruler(width: int) -> list[str]:
    tens = "".join(f"{bit // 10 if bit % 10 == 0 else ' '} " for bit in range(width))
    ones = "".join(f"{bit % 10} " for bit in range(width))
    lines = [" " * INDENT + ones.rstrip()]
    if width > 10:
        lines.insert(0, " " * INDENT + tens.rstrip())
    return lines


def _border(above: Row | Break | None, below: Row | Break | None) -> str:
    """The line between two rows: a plus where a box ends in either, dashes that are apart where one field goes on."""
    rows = [row for row in (above, below) if isinstance(row, Row)]
    edges = {edge - row.first for row in rows for box in row.boxes for edge in (box.start, box.stop)}
    reach = max(edges)
    cut = len(rows) < 2 and (isinstance(above, Break) or isinstance(below, Break))
    apart = [cut or _goes_through(rows, bit) for bit in range(reach)]
    line = "+"
    for bit in range(reach):
        inner = bit + 1 < reach and apart[bit] and apart[bit + 1]
        corner = bit + 1 in edges and not inner
        line += (" " if apart[bit] else "-") + ("+" if corner else "-")
    return " " * (INDENT - 1) + line


def _goes_through(rows: list[Row], bit: int) -> bool:
    """Whether the boxes above and below the line at this bit are of one field, or of two that need not be there."""
    boxes = [_at(row, bit) for row in rows]
    if len(boxes) < 2 or boxes[0] is None or boxes[1] is None:
        return False
    return boxes[0].field == boxes[1].field or (boxes[0].optional and boxes[1].optional)


def _break(diagram: Diagram, row: Break) -> list[str]:
    inside = 2 * diagram.width - 1
    return [" " * (INDENT - 1) + ":" + _centred(line, inside) + ":" for line in _wrapped(row.words, inside)]


def _at(row: Row, bit: int) -> BitBox | None:
    """The box over a bit of a row."""
    return next((box for box in row.boxes if box.start - row.first <= bit < box.stop - row.first), None)


def _row(diagram: Diagram, row: Row) -> list[str]:
    """The lines inside a row."""
    columns = [_words(diagram, box) for box in row.boxes]
    high = max(map(len, columns))
    lines = []
    for at in range(high):
        text = " " * (INDENT - 1)
        for box, column in zip(row.boxes, columns, strict=True):
            text += "|" + _centred(column[at] if at < len(column) else "", 2 * box.width - 1)
        lines.append(text + "|")
    return lines


def _words(diagram: Diagram, box: BitBox) -> list[str]:
    """What stands in a box, line by line; a name that does not fit is written downwards."""
    room = 2 * box.width - 1
    name, value = box.name, box.value
    lines: list[str] = []
    if diagram.show != "values":
        lines += list(box.short) if room < 3 else _wrapped(name, room)
    if diagram.show != "names" and value:
        lines += _wrapped(value, room) if room >= 3 else [value]
    return lines


def _wrapped(text: str, room: int) -> list[str]:
    """Lines of at most `room` columns; a word that is longer is cut."""
    if wide(text) == len(text):
        return wrap(text, room) or [""]
    lines, line = [], ""
    for sign in text:
        if wide(line + sign) > room:
            lines.append(line.strip())
            line = ""
        line += sign
    return [*lines, line.strip()]


def wide(text: str) -> int:
    """How many columns a terminal gives a text."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _centred(text: str, room: int) -> str:
    spare = room - wide(text)
    left = spare // 2
    return " " * left + text + " " * (spare - left)
