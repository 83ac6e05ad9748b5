"""A bit diagram as the RFCs draw it: plain text, two columns a bit.

      0                   1                   2                   3
      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
     +-+-+-+-+-------+-+-------------+-------------------------------+
     |F|R|R|R| opcode|M|   payload   |          masking key          |

Between two rows of one field the line is dashed, and the sides of what has no end are dotted. Chinese characters are
two columns wide.
"""

from __future__ import annotations

from typing import Final

from app.columns import filled, wide
from app.diagram.boxes import BitBox, Break, Diagram, Row

INDENT: Final = 6
"""Columns before the first bit."""

COLUMNS: Final = INDENT + 64
"""How wide the caption is: as wide as a diagram of 32 bits."""


def to_ascii(diagram: Diagram) -> str:
    """The diagram in lines, with a line feed behind each."""
    lines = _ruler(diagram.width)
    above: Row | Break | None = None
    for row in diagram.rows:
        lines.append(_border(above, row))
        if isinstance(row, Break):
            lines += _break(diagram, row)
        else:
            lines += _row(diagram, row, ":" if row.boxes[-1].goes_on and row is diagram.rows[-1] else "|")
        above = row
    lines.append(_border(above, None))
    if diagram.caption:
        lines += ["", *filled(diagram.caption, COLUMNS)]
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
    """Whether the boxes above and below the line at this bit are of one field."""
    boxes = [_at(row, bit) for row in rows]
    return len(boxes) == 2 and all(boxes) and len({box.field for box in boxes if box}) == 1


def _break(diagram: Diagram, row: Break) -> list[str]:
    inside = 2 * diagram.width - 1
    return [" " * (INDENT - 1) + ":" + _centred(line, inside) + ":" for line in filled(row.words, inside)]


def _at(row: Row, bit: int) -> BitBox | None:
    """The box over a bit of a row."""
    return next((box for box in row.boxes if box.start - row.first <= bit < box.stop - row.first), None)


def _row(diagram: Diagram, row: Row, side: str) -> list[str]:
    """The lines inside a row."""
    columns = [_words(diagram, box) for box in row.boxes]
    high = max(1, *(len(names) + len(values) for names, values in columns))
    lines = []
    for at in range(high):
        text = " " * (INDENT - 1) + side
        for box, (names, values) in zip(row.boxes, columns, strict=True):
            # Values stand below the name; those of single bits, whose names run downwards, all in the last line.
            column = names + [""] * (high - len(names) - len(values) if box.width == 1 else 0) + values
            text += _centred(column[at] if at < len(column) else "", 2 * box.width - 1) + "|"
        lines.append(text[:-1] + side)
    return lines


def _words(diagram: Diagram, box: BitBox) -> tuple[list[str], list[str]]:
    """The lines of a box's name and of its value; where only one column is free, the name is written downwards."""
    room = 2 * box.width - 1
    names = list(box.short) if room < 3 else filled(box.name, room)
    values = filled(box.value, room) if box.value else []
    return (names if diagram.show != "values" else []), (values if diagram.show != "names" else [])


def _centred(text: str, room: int) -> str:
    spare = room - wide(text)
    left = (spare + 1) // 2
    return " " * left + text + " " * (spare - left)
