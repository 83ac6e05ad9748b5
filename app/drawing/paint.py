"""The one paint path: marks in, device calls out. Screen, PNG, PDF and SVG all come through here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.device import Look, Run, polyline, toward
from app.drawing.glyphs import pieces
from app.drawing.marks import Box, Glyph, Label, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.drawing.device import Device, Point
    from app.drawing.marks import AnyMark, Scene
    from app.drawing.theme import Theme

HEAD_ASPECT = 0.55
"""Half the width of an arrow head, as a part of its length."""


def paint(scene: Scene, theme: Theme, device: Device) -> None:
    """Paints all marks of a scene; the background is the device's."""
    paint_marks(scene, theme, device)


def paint_marks(marks: Iterable[AnyMark], theme: Theme, device: Device) -> None:
    """Paints marks in the given order; those that cannot be seen are left out."""
    for mark in marks:
        if mark.opacity > 0:
            device.begin(mark.id, mark.spoken, mark.opacity)
            _paint_mark(mark, theme, device)
            device.end()


def _paint_mark(mark: AnyMark, theme: Theme, device: Device) -> None:
    match mark:
        case Box():
            _paint_box(mark, theme, device)
        case Label():
            _paint_label(mark, theme, device)
        case Stroke():
            _paint_stroke(mark, theme, device)
        case Glyph():
            _paint_glyph(mark, theme, device)


def _colour(theme: Theme, token: str) -> str:
    return theme.colour(token) if token else ""


def _paint_box(box: Box, theme: Theme, device: Device) -> None:
    look = Look(
        fill=_colour(theme, box.fill),
        stroke=_colour(theme, box.stroke),
        line=box.line,
        dash=box.dash,
        hatch=_colour(theme, box.hatch),
    )
    device.rect(box.rect, min(box.radius, box.rect.width / 2, box.rect.height / 2), look)


def _paint_label(label: Label, theme: Theme, device: Device) -> None:
    runs = label.runs or ((label.text, label.font, label.color),)
    coloured = [Run(text, font, theme.colour(colour)) for text, font, colour in runs]
    device.text((label.x, label.y), coloured, label.anchor, width=label.width, struck=label.struck)


def _paint_glyph(glyph: Glyph, theme: Theme, device: Device) -> None:
    for piece in pieces(glyph):
        look = Look(
            fill=_colour(theme, piece.fill),
            stroke=_colour(theme, piece.stroke),
            line=piece.line,
            dash=piece.dash,
            round=not piece.dash,
        )
        device.path(piece.path, look)


def _paint_stroke(stroke: Stroke, theme: Theme, device: Device) -> None:
    points = list(stroke.points)
    if len(points) < 2:
        return
    colour = theme.colour(stroke.color)
    heads = []
    if stroke.head and not stroke.closed:
        heads.append(arrow_head(points[-1], points[-2], stroke.head))
        points[-1] = _covered(points[-1], points[-2], stroke)
    if stroke.tail and not stroke.closed:
        heads.append(arrow_head(points[0], points[1], stroke.tail))
        points[0] = toward(points[0], points[1], max(stroke.tail - 2, 0))
    line = Look(
        fill=_colour(theme, stroke.fill) if stroke.closed else "",
        stroke=colour if stroke.line else "",
        line=stroke.line,
        dash=stroke.dash,
        round=stroke.round,
    )
    device.path(polyline(points, stroke.closed), line)
    for head in heads:
        device.path(polyline(head, closed=True), Look(fill=colour))


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
