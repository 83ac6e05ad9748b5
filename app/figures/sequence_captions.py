"""Captions below a row of bytes, moved so that none touches the one before it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.drawing.marks import Label
from app.figures.parts import elided

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.drawing.marks import AnyMark, Room


def apart(captions: Iterable[AnyMark], room: Room, left: float, right: float) -> list[Label]:
    """Captions that are wider than their bytes, moved to the right and cut at the right edge.

    What was cut to the width of its bytes is whole again where there is room beside them."""
    moved: list[Label] = []
    for label in captions:
        if not isinstance(label, Label):
            continue
        start = max(left, label.x - label.width / 2)
        whole = label.spoken or label.text
        text = elided(whole, label.font, right - start, room)
        width = room.measure.width(text, label.font)
        moved.append(replace(label, x=start + width / 2, text=text, width=width, spoken=whole))
        left = start + width + 5
    return moved
