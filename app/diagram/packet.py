"""A bit diagram as a Mermaid packet diagram, which GitHub and many documentation tools draw.

It begins with `packet-beta`: Mermaid knows it from 11.0.0 on, and still with version 12; the word `packet` alone came
later. Every box is a block, so that Mermaid, which breaks the rows by the same number of bits, says nothing twice. It
knows no dashes, and it numbers bits without a hole: at a break the diagram ends with a row that says how much follows.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from app.diagram.boxes import Break

if TYPE_CHECKING:
    from app.diagram.boxes import BitBox, Diagram

MEANT: Final = re.compile("[#%&;<>]")
"""Signs that mean something to Mermaid, or to a page that shows it: they are written as entities."""

BIT: Final = {"names": 44, "values": 32, "both": 54}
"""What stands in a box -> the width of a bit in pixels: a single one holds `MASK 1`."""

BIT_ALONE: Final = 60
"""The same with 8 bits in a row, where the longest sentence stands in them."""


def to_mermaid(diagram: Diagram) -> str:
    """The diagram with its title, its caption for those who cannot see it, and the number of bits in a row."""
    lines = [
        "---",
        f"title: {json.dumps(diagram.title, ensure_ascii=False)}",
        "config:",
        "  packet:",
        f"    bitsPerRow: {diagram.width}",
        f"    bitWidth: {BIT_ALONE if diagram.width == 8 else BIT[diagram.show]}",
        "---",
        "packet-beta",
    ]
    if diagram.caption:
        lines.append("accDescr: " + MEANT.sub(lambda found: f"#{ord(found[0])};", " ".join(diagram.caption.split())))
    for number, row in enumerate(diagram.rows):
        if isinstance(row, Break):
            first = number * diagram.width
            lines.append(_block(first, first + diagram.width, f"… {row.rest} …"))
            break
        lines += [_block(box.start, box.stop, _words(diagram, box)) for box in row.boxes]
    return "\n".join(lines) + "\n"


def _block(start: int, stop: int, words: str) -> str:
    place = str(start) if stop - start == 1 else f"{start}-{stop - 1}"
    return f'{place}: "{words.replace(chr(34), chr(39))}"'


def _words(diagram: Diagram, box: BitBox) -> str:
    name = "" if diagram.show == "values" else box.name
    value = "" if diagram.show == "names" else box.value
    if name and value:
        return f"{name} {value}" if box.width == 1 else f"{name}: {value}"
    return name or value or " "
