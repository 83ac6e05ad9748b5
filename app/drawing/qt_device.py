"""The device over QPainter: the screen, PNG and PDF."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from app.drawing.device import hatch_for
from app.drawing.fonts import advance, qfont
from app.drawing.patterns import PATTERNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.drawing.device import Look, Path, Point, Run
    from app.drawing.marks import Anchor, Rect
    from app.drawing.patterns import Pattern


@lru_cache(maxsize=1024)
def _colour(value: str) -> QColor:
    return QColor(value)


def _pen(look: Look) -> QPen | Qt.PenStyle:
    if not look.stroke or look.line <= 0:
        return Qt.PenStyle.NoPen
    pen = QPen(_colour(look.stroke), look.line)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if look.round else Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin if look.round else Qt.PenJoinStyle.MiterJoin)
    if look.dash:
        pen.setDashPattern([part / look.line for part in look.dash])
    return pen


def _qpath(path: Path) -> QPainterPath:
    result = QPainterPath()
    for letter, *n in path.steps:
        if letter == "M":
            result.moveTo(n[0], n[1])
        elif letter == "L":
            result.lineTo(n[0], n[1])
        elif letter == "C":
            result.cubicTo(*n)
        else:
            result.closeSubpath()
    return result


def _tiled(one: Pattern, area: QRectF) -> QPainterPath:
    """The tile side by side, from the corner of the stage on, as far as the area reaches; long lines in one piece."""
    left, right, top, bottom = area.left(), area.right(), area.top(), area.bottom()
    columns = [column * one.width for column in range(floor(left / one.width), ceil(right / one.width))]
    rows = [row * one.height for row in range(floor(top / one.height), ceil(bottom / one.height))]
    down, across, rest = one.parted()
    tiled = QPainterPath()
    for x in (column + x for column in columns for x in down):
        tiled.moveTo(x, top)
        tiled.lineTo(x, bottom)
    for y in (row + y for row in rows for y in across):
        tiled.moveTo(left, y)
        tiled.lineTo(right, y)
    if rest.steps:
        tile, line = _qpath(rest), QPainterPath()
        for column in columns:
            line.addPath(tile.translated(column, 0))
        for row in rows:
            tiled.addPath(line.translated(0, row))
    return tiled


class QtDevice:
    """Paints on whatever the painter paints on; the painter's transform brings stage units to it."""

    def __init__(self, painter: QPainter, lang: str = "en") -> None:
        self._painter = painter
        self._lang = lang
        self._opacity = painter.opacity()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)

    def begin(self, mark_id: str, title: str, opacity: float) -> None:
        """A painter has no groups: only the opacity counts."""
        self._painter.setOpacity(self._opacity * opacity)

    def end(self) -> None:
        """Back to the opacity of the whole."""
        self._painter.setOpacity(self._opacity)

    def rect(self, rect: Rect, radius: float, look: Look) -> None:
        """A rectangle, with rounded corners if `radius` is not 0."""
        area = QRectF(rect.x, rect.y, rect.width, rect.height)
        painter = self._painter
        if look.hatch or look.pattern:
            painter.setPen(Qt.PenStyle.NoPen)
            self._fill_rect(area, radius, look)
            if look.hatch:
                self._hatch(rect, radius, look.hatch)
            else:
                clip = QPainterPath()
                clip.addRoundedRect(area, radius, radius)
                self._pattern(clip, look)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        elif look.fill:
            painter.setBrush(_colour(look.fill))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(look))
        self._rounded(area, radius)

    def _fill_rect(self, area: QRectF, radius: float, look: Look) -> None:
        self._painter.setBrush(_colour(look.fill) if look.fill else Qt.BrushStyle.NoBrush)
        self._rounded(area, radius)

    def _rounded(self, area: QRectF, radius: float) -> None:
        if radius > 0:
            self._painter.drawRoundedRect(area, radius, radius)
        else:
            self._painter.drawRect(area)

    def _hatch(self, rect: Rect, radius: float, colour: str) -> None:
        """Lines x + y = constant, counted from the stage's corner as a pattern is, cut off at the box."""
        painter = self._painter
        period, line = hatch_for(rect)
        step = period * 2**0.5
        painter.save()
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(rect.x, rect.y, rect.width, rect.height), radius, radius)
        painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(_colour(colour), line))
        total = (int((rect.x + rect.y) / step) + 0.5) * step - step
        while total < rect.right + rect.bottom:
            top, bottom = rect.y - 2, rect.bottom + 2
            painter.drawLine(QPointF(total - top, top), QPointF(total - bottom, bottom))
            total += step
        painter.restore()

    def _pattern(self, clip: QPainterPath, look: Look) -> None:
        """The pattern's own lines, cut off at the shape: a page has no pixels that a picture of them could fit."""
        painter = self._painter
        one = PATTERNS[look.pattern]
        painter.save()
        painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
        painter.rotate(one.angle)
        pen = QPen(_colour(look.ink), one.line)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        area = QTransform().rotate(-one.angle).mapRect(clip.boundingRect())
        painter.drawPath(_tiled(one, area))
        painter.restore()

    def path(self, path: Path, look: Look) -> None:
        """Any outline."""
        painter, outline = self._painter, _qpath(path)
        painter.setPen(Qt.PenStyle.NoPen if look.pattern else _pen(look))
        painter.setBrush(_colour(look.fill) if look.fill else Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)
        if look.pattern:
            self._pattern(outline, look)
            painter.setPen(_pen(look))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(outline)

    def text(self, at: Point, runs: Sequence[Run], anchor: Anchor, *, width: float = 0, struck: bool = False) -> None:
        """One line of text; its own advance decides where an anchored line starts, so `width` is not needed."""
        del width
        x, y = at
        widths = [advance(run.text, run.font, self._lang) for run in runs]
        total = sum(widths)
        left = x - {"start": 0.0, "middle": total / 2, "end": total}[anchor]
        painter, pen_x = self._painter, left
        for run, reach in zip(runs, widths, strict=True):
            painter.setPen(_colour(run.colour))
            painter.setFont(qfont(run.font, self._lang))
            self._letters(pen_x, y, run)
            pen_x += reach
        if struck and runs:
            size = runs[0].font.size
            painter.setPen(QPen(_colour(runs[0].colour), max(1.0, size / 12)))
            painter.drawLine(QPointF(left, y - 0.3 * size), QPointF(left + total, y - 0.3 * size))

    def _letters(self, x: float, y: float, run: Run) -> None:
        if not run.font.spacing:
            self._painter.drawText(QPointF(x, y), run.text)
            return
        for letter in run.text:
            self._painter.drawText(QPointF(x, y), letter)
            x += advance(letter, run.font, self._lang)
