"""Rings around marks that are linked or have the focus, as marks of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.drawing.hits import bounds, grown
from app.drawing.marks import AnyMark, Box, Glyph, Rect, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LINE = 3
THIN = 8


def rings(marks: Iterable[AnyMark]) -> Iterator[AnyMark]:
    """A 3 px ring around each mark. A line is drawn stronger instead, for its bounds may be half the stage, and a bar
    too thin for a ring has none: it belongs to something that has."""
    for mark in marks:
        if isinstance(mark, Box) and min(mark.rect.width, mark.rect.height) < THIN:
            continue
        if isinstance(mark, Stroke):
            yield replace(mark, id=f"{mark.id}/ring", color="ring", line=max(LINE, mark.line + 1), spoken="")
        elif isinstance(mark, Box):
            radius = mark.radius + 1.5 if mark.radius else 3
            yield _ring(mark.id, grown(mark.rect, 1), radius)
        else:
            area = grown(bounds(mark), 3 if isinstance(mark, Glyph) else 2)
            yield _ring(mark.id, area, area.width / 2 if isinstance(mark, Glyph) else 4)


def _ring(name: str, area: Rect, radius: float) -> Box:
    return Box(id=f"{name}/ring", rect=area, stroke="ring", line=LINE, radius=radius)


def focus_ring(area: Rect, gap: float = 2) -> tuple[AnyMark, ...]:
    """The focus ring: 2 px with a 2 px gap outside the target, on a light line that keeps it visible over ink."""
    outside = grown(area, gap + 1)
    return (
        Box(id="focus/ground", rect=outside, stroke="stage", line=4, radius=5),
        Box(id="focus", rect=outside, stroke="ring", line=2, radius=5),
    )
