"""Puts scenes on a widget: where the stage lies in it, and pictures of what does not change.

A picture is painted once for a scene, a size and a theme; hovering, focus and tooltips paint over it. While a scene
moves to the next, the marks that stand still are one picture and the others are painted at every frame.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from app.drawing.motion import Motion
from app.drawing.paint import paint_marks
from app.drawing.qt_device import QtDevice
from app.drawing.theme import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.drawing.marks import AnyMark, Rect, Scene

LOWEST, HIGHEST = 632, 772
REDUCED: Final = 80
"""Milliseconds of the fade that replaces all motion."""


@dataclass(frozen=True)
class Placing:
    """Where the stage lies: pixels for each stage unit, its corner in the widget, its height in stage units."""

    scale: float = 1
    x: float = 0
    y: float = 0
    room: float = HIGHEST

    def to_stage(self, point: QPointF) -> QPointF:
        """A point of the widget in stage units."""
        return QPointF((point.x() - self.x) / self.scale, (point.y() - self.y) / self.scale)

    def to_widget(self, rect: Rect) -> QRectF:
        """A rectangle of the stage in widget coordinates."""
        s = self.scale
        return QRectF(rect.x * s + self.x, rect.y * s + self.y, rect.width * s, rect.height * s)

    def apply(self, painter: QPainter) -> None:
        """From here on the painter counts in stage units."""
        painter.translate(self.x, self.y)
        painter.scale(self.scale, self.scale)


def place(width: float, height: float, design_width: float, top: float = 0) -> Placing:
    """Scales uniformly as far as both sides allow, never below 1; what is left over is divided evenly.

    `top` units of the stage are left out above. A stage without its head is one that is presented: then the figure is
    laid out as low as it can be, for it can be shown larger the lower it is."""
    lowest = LOWEST - top if top else HIGHEST
    scale = max(1.0, min(width / design_width, height / lowest))
    room = min(max(height / scale + top, LOWEST), HIGHEST)
    x = max(0.0, (width - design_width * scale) / 2)
    y = max(0.0, (height - (room - top) * scale) / 2) - top * scale
    return Placing(scale, x, y, room)


class Projector:
    """Paints one scene, or the motion from one to the next."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.theme: Theme = LIGHT
        self.lang = "en"
        self.placing = Placing()
        self.size, self.ratio = (1.0, 1.0), 1.0
        self.motion: Motion | None = None
        self._picture: QPixmap | None = None
        self._before: QPixmap | None = None
        self._still: QPixmap | None = None

    def go(self, scene: Scene) -> Motion:
        """Begins to move to another scene."""
        self.motion = Motion(self.scene, scene)
        self.scene = scene
        self._before, self._picture, self._still = self._picture, None, None
        return self.motion

    def arrive(self) -> None:
        """The motion is over."""
        self.motion = self._before = self._still = None

    def forget(self) -> None:
        """Size, theme or language have changed: all pictures are out of date."""
        self._picture = self._before = self._still = None

    def paint(self, painter: QPainter, progress: float, reduced: bool) -> None:
        """The scene at `progress` (0..1) of the motion, in widget coordinates."""
        if self.motion is None:
            painter.drawPixmap(0, 0, self._current())
        elif reduced:
            if self._before is None:
                self._before = self._blank()
                self._draw(self._before, self.motion.old)
            painter.drawPixmap(0, 0, self._before)
            painter.setOpacity(progress)
            painter.drawPixmap(0, 0, self._current())
            painter.setOpacity(1)
        else:
            if self._still is None:
                self._still = self._blank()
                self._draw(self._still, self.motion.still)
            painter.drawPixmap(0, 0, self._still)
            self.paint_over(painter, self.motion.marks(progress * self.motion.duration))

    def paint_over(self, painter: QPainter, marks: Iterable[AnyMark]) -> None:
        """Marks in stage units over what is already there."""
        painter.save()
        try:
            self.placing.apply(painter)
            paint_marks(marks, self.theme, QtDevice(painter, self.lang))
        finally:
            painter.restore()

    def _current(self) -> QPixmap:
        if self._picture is None:
            self._picture = self._blank()
            self._draw(self._picture, self.scene)
        return self._picture

    def _blank(self) -> QPixmap:
        """An opaque picture of the widget's size, in the colour of the background."""
        picture = QPixmap(round(self.size[0] * self.ratio), round(self.size[1] * self.ratio))
        picture.setDevicePixelRatio(self.ratio)
        picture.fill(QColor(self.theme.colour(self.scene.background)))
        return picture

    def _draw(self, picture: QPixmap, marks: Iterable[AnyMark]) -> None:
        """Marks on a picture. One that cannot be painted is an error of its figure: it is raised once, and what was
        painted before it stays to be seen."""
        with QPainter(picture) as painter:
            self.paint_over(painter, marks)
