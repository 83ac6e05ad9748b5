"""What is wrong with the layout of a scene, as lists of sentences that a test expects to be empty.

A label's rectangle is its measured width and its type: the capitals and ascenders above the baseline, the
descenders below. Two labels overlap when those rectangles share more than half a unit each way.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from app.drawing.marks import AnyMark, Box, Glyph, Label, Rect, Scene

ASCENT = 0.76
"""How far letters stand above the baseline, in font sizes."""

DESCENT = 0.2
"""How far letters hang below it."""

SLACK = 0.5
"""Stage units that may overlap: rounding, not a fault."""

SMALLEST = 12
"""No text in the stage is smaller (visual design, section 3)."""


def label_rect(label: Label) -> Rect:
    """The rectangle that the letters of a label cover."""
    shift = {"start": 0.0, "middle": label.width / 2, "end": label.width}[label.anchor]
    size = label.font.size
    return Rect(label.x - shift, label.y - ASCENT * size, label.width, (ASCENT + DESCENT) * size)


def bounds(mark: AnyMark) -> Rect:
    """The smallest rectangle around a mark, without the thickness of its lines."""
    if isinstance(mark, Label):
        return label_rect(mark)
    if isinstance(mark, Box):
        return mark.rect
    if isinstance(mark, Glyph):
        return Rect(mark.x - mark.size / 2, mark.y - mark.size / 2, mark.size, mark.size)
    xs = [x for x, _ in mark.points]
    ys = [y for _, y in mark.points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def overlapping_labels(scene: Scene) -> list[str]:
    """Pairs of labels whose letters lie on each other, and labels that were not measured."""
    labels = [mark for mark in scene.marks if isinstance(mark, Label) and mark.text.strip()]
    wrong = [f"{label.id} {label.text!r} has no width" for label in labels if label.width <= 0]
    for one, other in combinations(labels, 2):
        if _share(label_rect(one), label_rect(other)):
            wrong.append(f"{one.id} {one.text!r} overlaps {other.id} {other.text!r}")
    return wrong


def outside(scene: Scene, top: float = 84, margin: float = 8) -> list[str]:
    """Marks that leave the stage: its sides, the title above `top`, the last `margin` units at its foot."""
    wrong = []
    for mark in scene.marks:
        if isinstance(mark, Label) and not mark.text.strip():
            continue
        rect = bounds(mark)
        left = rect.x < -SLACK or rect.right > scene.width + SLACK
        if left or rect.y < top - SLACK or rect.bottom > scene.height - margin + SLACK:
            wrong.append(f"{mark.id} at {rect.x:.1f},{rect.y:.1f} to {rect.right:.1f},{rect.bottom:.1f}")
    return wrong


def too_small(scene: Scene) -> list[str]:
    """Labels under the smallest size allowed."""
    return [
        f"{mark.id} is {mark.font.size}"
        for mark in scene.marks
        if isinstance(mark, Label) and mark.font.size < SMALLEST
    ]


def repeated_ids(scene: Scene) -> list[str]:
    """Ids that more than one mark of the scene has."""
    count = Counter(mark.id for mark in scene.marks)
    return [mark_id for mark_id, times in count.items() if times > 1]


def layout_faults(scene: Scene) -> list[str]:
    """Everything above in one list."""
    return overlapping_labels(scene) + outside(scene) + too_small(scene) + repeated_ids(scene)


def _share(one: Rect, other: Rect) -> bool:
    wide = min(one.right, other.right) - max(one.x, other.x)
    high = min(one.bottom, other.bottom) - max(one.y, other.y)
    return wide > SLACK and high > SLACK
