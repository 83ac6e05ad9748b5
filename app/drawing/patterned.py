"""Painting with patterns: what a theme without colours draws over its fills, and under the words on them. No Qt.

Themes of colours never come here.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from app.drawing.device import Look
from app.drawing.marks import Box, Label, Rect, Stroke
from app.drawing.patterns import sized
from app.drawing.theme import contrast

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.drawing.device import Device, Point
    from app.drawing.marks import AnyMark
    from app.drawing.theme import Theme

ROOM: Final = 3.5
"""How far the ground of a label reaches beyond its first and last letter."""

WIDE: Final = 0.6
"""About how wide a letter is, as a part of its size, where a label does not say how wide it is; from U+2E80 on twice
as much (CJK)."""


def patterned(look: Look, theme: Theme, token: str, rect: Rect, hatch: str = "", radius: float = 0) -> Look:
    """The look with the pattern of the token that fills it; `rect` and `radius` say how large and round the shape is.

    A hatch that a figure adds stays instead of the pattern: it says something else. Only in a colour of the same family
    it says what the pattern says."""
    ink = opposite(look.fill or theme.colour("stage"))
    pattern = sized(theme.pattern(token), rect, radius) if not look.stroke or "." in token else ""
    if not look.hatch or (pattern and hatch.partition(".")[0] == token.partition(".")[0]):
        return replace(look, hatch="", pattern=pattern, ink=ink if pattern else "")
    return replace(look, hatch=ink) if look.hatch == look.fill else look


@cache
def opposite(colour: str) -> str:
    """Black or white, whichever stands out more."""
    return max("#000000", "#FFFFFF", key=lambda one: contrast(one, colour))


def spread(points: Iterable[Point]) -> Rect:
    """The smallest rectangle around all points."""
    xs, ys = zip(*points, strict=True)
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


class Grounds:
    """Knows what lies under each label, and paints a plain ground for its letters where that is a pattern."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._areas: list[tuple[float, float, float, float, bool]] = []

    def paint(self, mark: AnyMark, device: Device) -> None:
        """Takes note of an area, or paints the ground of a label; called for each mark before it is painted."""
        if isinstance(mark, Label):
            self._paint_ground(mark, device)
        elif isinstance(mark, Box) and (mark.fill or mark.hatch):
            self._note(mark.rect, bool(mark.hatch or self._theme.pattern(mark.fill)))
        elif isinstance(mark, Stroke) and mark.closed and mark.fill and mark.points:
            self._note(spread(mark.points), bool(self._theme.pattern(mark.fill)))

    def _note(self, area: Rect, lines: bool) -> None:
        self._areas.append((area.x, area.right, area.y, area.bottom, lines))

    def _paint_ground(self, label: Label, device: Device) -> None:
        rect = letters(label)
        x, y = rect.x + rect.width / 2, rect.y + rect.height / 2
        for left, right, top, bottom, lines in reversed(self._areas):
            if left <= x < right and top <= y < bottom:
                if lines:
                    colour = label.runs[0][2] if label.runs else label.color
                    ground = Look(fill=opposite(self._theme.colour(colour)))
                    device.rect(_kept_between(rect, left, right), 2, ground)
                return


def _kept_between(ground: Rect, left: float, right: float) -> Rect:
    """The ground no wider than the area, unless the words themselves are."""
    left, right = max(ground.x, left), min(ground.right, right)
    if right - left < ground.width - 2 * ROOM:
        return ground
    return Rect(left, ground.y, right - left, ground.height)


def letters(label: Label) -> Rect:
    """Where the letters of a label are, with a little room around them."""
    size = max((font.size for _, font, _ in label.runs), default=label.font.size)
    width = label.width or sum(WIDE * size * (2 if sign >= "\u2e80" else 1) for sign in label.text)
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    below = 0.22 if any(sign in "gjpqy,;()[]{}|/_“”" or sign >= "\u2e80" for sign in label.text) else 0.08
    return Rect(left - ROOM, label.y - 0.8 * size, width + 2 * ROOM, (0.8 + below) * size)
