"""The one paint path: marks in, device calls out. Screen, PNG, PDF and SVG all come through here."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from app.drawing.device import Look, Run, polyline, toward
from app.drawing.marks import Box, Glyph, Label, Rect, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.drawing.device import Device, Point
    from app.drawing.marks import AnyMark, Scene
    from app.drawing.patterned import Grounds
    from app.drawing.theme import Theme

HEAD_ASPECT = 0.55
"""Half the width of an arrow head, as a part of its length."""


def paint(scene: Scene, theme: Theme, device: Device) -> None:
    """Paints all marks of a scene; the background is the device's."""
    paint_marks(scene, theme, device)


def paint_marks(marks: Iterable[AnyMark], theme: Theme, device: Device) -> None:
    """Paints marks in the given order; those that cannot be seen are left out."""
    grounds = _grounds(theme) if theme.patterns else None
    for mark in marks:
        paint_mark(mark, theme, device, grounds)


def paint_mark(mark: AnyMark, theme: Theme, device: Device, grounds: Grounds | None = None) -> None:
    """Paints one mark; a theme with patterns needs to know the `grounds` below it."""
    if mark.opacity <= 0:
        return
    # A mark that neither speaks nor is translucent needs no group.
    grouped = mark.spoken or mark.opacity < 1
    if grouped:
        device.begin(mark.id, mark.spoken, mark.opacity)
    if grounds is not None:
        grounds.paint(mark, device)
    if isinstance(mark, Label):
        _paint_label(mark, theme, device)
    elif isinstance(mark, Box):
        _paint_box(mark, theme, device)
    elif isinstance(mark, Stroke):
        _paint_stroke(mark, theme, device)
    else:
        _paint_glyph(mark, theme, device)
    if grouped:
        device.end()


def _grounds(theme: Theme) -> Grounds:
    from app.drawing.patterned import Grounds  # noqa: PLC0415  # themes of colours have no patterns

    return Grounds(theme)


@lru_cache(4096)
def _look(
    theme: Theme, fill: str, stroke: str, line: float, dash: tuple[float, ...], hatch: str = "", rounded: bool = False
) -> Look:
    """The look with these tokens; a figure has few."""
    fill, stroke, hatch = (theme.colour(token) if token else "" for token in (fill, stroke, hatch))
    return Look(fill, stroke, line, dash, rounded, hatch)


def _paint_box(box: Box, theme: Theme, device: Device) -> None:
    look = _look(theme, box.fill, box.stroke, box.line, box.dash, box.hatch)
    if theme.patterns:
        from app.drawing.patterned import patterned  # noqa: PLC0415  # only themes with patterns

        look = patterned(look, theme, box.fill, box.rect, box.hatch, box.radius)
    radius = box.radius and min(box.radius, box.rect.width / 2, box.rect.height / 2)
    device.rect(box.rect, radius, look)


def _paint_label(label: Label, theme: Theme, device: Device) -> None:
    if label.runs:
        coloured = [Run(text, font, theme.colour(colour)) for text, font, colour in label.runs]
    else:
        coloured = [Run(label.text, label.font, theme.colour(label.color))]
    device.text((label.x, label.y), coloured, label.anchor, width=label.width, struck=label.struck)


def _paint_glyph(glyph: Glyph, theme: Theme, device: Device) -> None:
    from app.drawing.glyphs import pieces  # noqa: PLC0415  # many figures have none

    drawn = pieces(glyph)
    for piece in drawn:
        look = _look(theme, piece.fill, piece.stroke, piece.line, piece.dash, rounded=not piece.dash)
        if theme.patterns and len(drawn) == 1:
            look = _patterned_glyph(look, theme, piece.fill, glyph.size)
        device.path(piece.path, look)


def _patterned_glyph(look: Look, theme: Theme, token: str, size: float) -> Look:
    from app.drawing.patterned import patterned  # noqa: PLC0415  # only themes with patterns
    from app.drawing.patterns import GLYPH  # noqa: PLC0415  # only themes with patterns

    if size < GLYPH:
        return look
    look = patterned(look, theme, token, Rect(0, 0, size, size))
    return replace(look, stroke=look.stroke or look.fill) if look.pattern else look


def _paint_stroke(stroke: Stroke, theme: Theme, device: Device) -> None:
    points: Sequence[Point] = stroke.points
    if len(points) < 2:
        return
    fill, color = stroke.fill if stroke.closed else "", stroke.color if stroke.line else ""
    look = _look(theme, fill, color, stroke.line, stroke.dash, rounded=stroke.round)
    if not (stroke.head or stroke.tail or stroke.closed):
        device.path(polyline(points), look)
        return
    points, heads = list(points), []
    if stroke.head and not stroke.closed:
        heads.append(arrow_head(points[-1], points[-2], stroke.head))
        points[-1] = _covered(points[-1], points[-2], stroke)
    if stroke.tail and not stroke.closed:
        heads.append(arrow_head(points[0], points[1], stroke.tail))
        points[0] = toward(points[0], points[1], max(stroke.tail - 2, 0))
    if theme.patterns and stroke.closed:
        from app.drawing.patterned import patterned, spread  # noqa: PLC0415  # only themes with patterns

        look = patterned(look, theme, stroke.fill, spread(stroke.points))
    device.path(polyline(points, stroke.closed), look)
    for head in heads:
        device.path(polyline(head, closed=True), _look(theme, stroke.color, "", 1, ()))


def _covered(tip: Point, before: Point, stroke: Stroke) -> Point:
    """Where the line ends so that the head hides its end and no corner shows beside the tip."""
    return toward(tip, before, max(stroke.head - 2, 0))


def arrow_head(tip: Point, before: Point, length: float) -> tuple[Point, Point, Point]:
    """The triangle with its tip at `tip`, pointing away from `before`."""
    base = toward(tip, before, length)
    dx, dy = base[0] - tip[0], base[1] - tip[1]
    return (
        tip,
        (base[0] - dy * HEAD_ASPECT, base[1] + dx * HEAD_ASPECT),
        (
            base[0] + dy * HEAD_ASPECT,
            base[1] - dx * HEAD_ASPECT,
        ),
    )
