"""A figure as JSON, for programs that draw, check or search it themselves.

    {
      "title", "description", "caption": whole sentences, or "",
      "width", "height": the size of the picture,
      "unit": "px", 1/96 inch; y counts downwards from the upper left corner,
      "background": a colour,
      "reading_order": the ids of the marks that say something, in the order in which they are read,
      "marks": all marks in the order in which they are painted, one in a line
    }

Every mark has

    "kind":     "box", "label", "stroke" or "glyph"
    "id":       its name, the same from step to step of a story
    "spoken":   the sentence that says what it is, or ""
    "links":    what it shows: first itself, then what it belongs to ("bit:8", "byte:1", "field:MASK")
    "opacity":  1, or less

and by kind

    box:     "rect": {"x", "y", "width", "height"}, "radius" of its corners, "fill", "stroke", "line": the width of the
             outline, "dash": lengths on and off, "hatch": the colour of lines at 45 degrees
    label:   "text", "x", "y": a point on the baseline, "anchor": "start", "middle" or "end" of the text stands there,
             "width": as measured, 0 if nobody has, "font": {"size", "bold", "mono", "italic", "spacing"}, "color",
             "runs": [{"text", "font", "color"}] if its parts differ, "struck": whether it is struck through
    stroke:  "points": [[x, y]], "closed", "color", "line", "dash", "round", "head", "tail": the length of the arrow
             heads at its end and its start, 0 for none, "fill"
    glyph:   "name": its shape, "x", "y": its middle, "size", "color", "on": the inner colour; null for its usual ones

Colours are names of the program's palette ("text2", "op.fill"; "a~b~0.25" is a quarter of the way from a to b), never
values: the same file serves every theme. No colour is null. Numbers have two decimals at most.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from app.drawing.hits import reading_order
from app.drawing.marks import Box, Glyph, Label, Stroke

if TYPE_CHECKING:
    from app.drawing.marks import AnyMark, Font, Scene


def to_json(scene: Scene, caption: str = "") -> str:
    """The whole document."""
    head = {
        "title": scene.title,
        "description": scene.description,
        "caption": caption,
        "width": _number(scene.width),
        "height": _number(scene.height),
        "unit": "px",
        "background": scene.background,
        "reading_order": [mark.id for mark in reading_order(scene)],
    }
    lines = [f"  {json.dumps(key)}: {_written(value)}," for key, value in head.items()]
    marks = ",\n".join(f"    {_written(_mark(mark))}" for mark in scene)
    lines.append(f'  "marks": [\n{marks}\n  ]' if marks else '  "marks": []')
    return "\n".join(["{", *lines, "}"]) + "\n"


def _written(value: object) -> str:
    """In one line; halves of surrogate pairs, which no file can hold, as escapes."""
    text = json.dumps(value, ensure_ascii=False)
    return re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text)


def _number(value: float) -> float:
    """With two decimals at most, and none where there is nothing behind the point."""
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def _mark(mark: AnyMark) -> dict[str, object]:
    return {
        "kind": type(mark).__name__.lower(),
        "id": mark.id,
        **_shape(mark),
        "spoken": mark.spoken,
        "links": list(mark.links),
        "opacity": _number(mark.opacity),
    }


def _shape(mark: AnyMark) -> dict[str, object]:
    match mark:
        case Box():
            rect = {name: _number(getattr(mark.rect, name)) for name in ("x", "y", "width", "height")}
            return {"rect": rect, "radius": _number(mark.radius), "fill": mark.fill or None,
                    "stroke": mark.stroke or None, "line": _number(mark.line), "dash": _dash(mark.dash),
                    "hatch": mark.hatch or None}  # fmt: skip
        case Label():
            runs = [{"text": text, "font": _font(font), "color": color} for text, font, color in mark.runs]
            return {"text": mark.text, "x": _number(mark.x), "y": _number(mark.y), "anchor": mark.anchor,
                    "width": _number(mark.width), "font": _font(mark.font), "color": mark.color, "runs": runs,
                    "struck": mark.struck}  # fmt: skip
        case Stroke():
            return {"points": [[_number(x), _number(y)] for x, y in mark.points], "closed": mark.closed,
                    "color": mark.color, "line": _number(mark.line), "dash": _dash(mark.dash), "round": mark.round,
                    "head": _number(mark.head), "tail": _number(mark.tail), "fill": mark.fill or None}  # fmt: skip
        case Glyph():
            return {"name": mark.name, "x": _number(mark.x), "y": _number(mark.y), "size": _number(mark.size),
                    "color": mark.color or None, "on": mark.on or None}  # fmt: skip


def _dash(lengths: tuple[float, ...]) -> list[float]:
    return [_number(length) for length in lengths]


def _font(font: Font) -> dict[str, object]:
    return {"size": _number(font.size), "bold": font.bold, "mono": font.mono, "italic": font.italic,
            "spacing": _number(font.spacing)}  # fmt: skip
