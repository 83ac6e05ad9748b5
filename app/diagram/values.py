"""A bit diagram as JSON, for programs that draw it themselves."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from app.diagram.boxes import Break

if TYPE_CHECKING:
    from app.diagram.boxes import Diagram


def to_json(diagram: Diagram) -> str:
    """`title, caption, lang, width, show, rows: [{first, boxes: [...]} | {skipped_bytes}]`; places in bits.

    A box is `{field, start, stop, name, value, optional, continued}`: name and value are there whatever is to be shown.
    """
    rows: list[dict[str, object]] = []
    for row in diagram.rows:
        if isinstance(row, Break):
            rows.append({"skipped_bytes": row.skipped})
            continue
        boxes = [
            {
                "field": box.field,
                "start": box.start,
                "stop": box.stop,
                "name": box.name,
                "value": box.value,
                "optional": box.optional,
                "continued": box.continued,
            }
            for box in row.boxes
        ]
        rows.append({"first": row.first, "boxes": boxes})
    whole = {
        "title": diagram.title, "caption": diagram.caption, "lang": diagram.lang, "width": diagram.width,
        "show": diagram.show,
    }  # fmt: skip
    return json.dumps({**whole, "rows": rows}, ensure_ascii=False, indent=2) + "\n"
