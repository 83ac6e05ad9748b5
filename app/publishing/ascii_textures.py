"""Fields of hundreds of fine marks, such as 160 registers bit by bit: only how dense they are can be written.

A texture is made of level strokes with an irregular dash, or of many thin bars; each character stands for the part of
its place that is covered.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.drawing.marks import Box, Stroke

RAMP: Final = " .:+#"
"""From nothing to everything."""

FEWEST: Final = 20
"""Marks that make a texture."""

WIDE: Final = 9.0
HIGH: Final = 22.0
"""The place of a character on the stage."""

Span = tuple[float, float, float, float]
"""left, right, top, bottom of what is covered"""


def is_fine(stroke: Stroke) -> bool:
    """Whether a stroke is a row of a texture: level, with a dash that is a pattern of its own."""
    return len(stroke.dash) > 4 and len(stroke.points) == 2 and stroke.points[0][1] == stroke.points[1][1]


def covered(stroke: Stroke) -> list[Span]:
    """What the dashes of a stroke cover."""
    (x, y), (end, _) = stroke.points
    spans, ink, at = [], True, 0
    while x < end:
        step = stroke.dash[at % len(stroke.dash)]
        if ink:
            spans.append((x, min(x + step, end), y - stroke.line / 2, y + stroke.line / 2))
        x, ink, at = x + max(step, 0.01), not ink, at + 1
    return spans


def textures(strokes: Iterable[Stroke], bars: Iterable[Box]) -> list[tuple[float, float, float, str]]:
    """The rows of all textures: left, right and middle on the stage, and the text."""
    fields: dict[str, list[Span]] = defaultdict(list)
    for stroke in strokes:
        fields[_field(stroke)] += covered(stroke)
    for box in bars:
        fields[_field(box)].append((box.rect.x, box.rect.right, box.rect.y, box.rect.bottom))
    return [row for spans in fields.values() if len(spans) >= FEWEST for row in _rows(spans)]


def _field(mark: Stroke | Box) -> str:
    """Marks of one field have ids that begin alike."""
    return mark.id.rpartition("/")[0]


def _rows(spans: list[Span]) -> list[tuple[float, float, float, str]]:
    left, right = min(span[0] for span in spans), max(span[1] for span in spans)
    count = max(round((right - left) / WIDE), 1)
    wide = (right - left) / count
    ink: dict[int, list[float]] = defaultdict(lambda: [0.0] * count)
    for start, last, above, below in spans:
        first = start
        line = ink[int((above + below) / 2 // HIGH)]
        at, stop = int((first - left) / wide), min(int((last - left) / wide), count - 1)
        while at < stop:
            edge = left + (at + 1) * wide
            line[at] += (edge - first) * (below - above)
            at, first = at + 1, edge
        line[stop] += (last - first) * (below - above)
    rows = []
    for number, line in sorted(ink.items()):
        text = "".join(RAMP[min(round(part / (wide * HIGH) * (len(RAMP) - 1)), len(RAMP) - 1)] for part in line)
        rows.append((left, right, (number + 0.5) * HIGH, text))
    return rows
