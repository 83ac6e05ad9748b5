"""A bit diagram as a Mermaid packet diagram (`packet`), which GitHub and many documentation tools draw.

Mermaid breaks the rows itself, after as many bits as the settings say. It knows no break and no dashes: every field is
one block, and what is left out of its value is a sign.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.diagram.boxes import BitBox, Diagram


def to_mermaid(diagram: Diagram) -> str:
    """The diagram with its title and the number of bits in a row."""
    lines = [
        "---",
        f"title: {json.dumps(diagram.title, ensure_ascii=False)}",
        "config:",
        "  packet:",
        f"    bitsPerRow: {diagram.width}",
        "---",
        "packet-beta",
    ]
    fields: dict[str, list[BitBox]] = {}
    for box in diagram.boxes:
        fields.setdefault(box.field, []).append(box)
    lines += [_block(diagram, boxes) for boxes in fields.values()]
    return "\n".join(lines) + "\n"


def _block(diagram: Diagram, boxes: list[BitBox]) -> str:
    """One field; what a break leaves out of it is left out of its value too."""
    first, last = boxes[0], boxes[-1]
    place = str(first.start) if last.stop - first.start == 1 else f"{first.start}-{last.stop - 1}"
    name = "" if diagram.show == "values" else first.name
    value = "" if diagram.show == "names" else _value(boxes)
    words = " ".join(part for part in (name, f"({value})" if name and value else value) if part)
    return f'{place}: "{words.replace(chr(34), chr(39))}"'


def _value(boxes: list[BitBox]) -> str:
    pieces = []
    for number, box in enumerate(boxes):
        if number and box.start != boxes[number - 1].stop:
            pieces.append("…")
        pieces.append(box.value)
    return " ".join(filter(None, pieces))
