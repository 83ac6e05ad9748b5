"""A spotlight on the presented window: all but a circle around the pointer is dim.

The circle follows the pointer and the wheel changes its size. Nothing moves by itself, so it is the same with reduced
motion. The pointer points at nothing below it meanwhile: no ring and no tooltip disturbs what the light falls on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QCursor, QMouseEvent, QPainterPath, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.widgets.look import look_of, painter_for

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QShowEvent

USUAL, LEAST, MOST = 0.14, 0.04, 0.6
"""The radius as a part of the window's height: at first, at least and at most."""

NOTCH: Final = 1.15
"""How much larger one notch of the wheel makes it."""

DIM: Final = QColor(0, 0, 0, 165)
"""What lies over all the rest; bright surfaces stay readable at the edge of sight."""

EDGE: Final = 3
"""Width of the ring around the light in pixels, seen on a dark stage too."""


class Spotlight(QWidget):
    """Covers the window while it shines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.share = USUAL
        self.at = QPointF()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def radius(self) -> float:
        """Of the light, in pixels."""
        return self.share * self.height()

    def set_on(self, on: bool) -> None:
        """Shines, or no longer."""
        self.setVisible(on)
        if on:
            self.raise_()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        pointer = QPointF(self.mapFromGlobal(QCursor.pos()))
        self.at = pointer if self.rect().contains(pointer.toPoint()) else QPointF(self.rect().center())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.at = event.position()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / 120
        self.share = max(LEAST, min(MOST, self.share * NOTCH**notches))
        self.update()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            dark = QPainterPath()
            dark.addRect(self.rect())
            dark.addEllipse(self.at, self.radius, self.radius)  # the even-odd rule leaves it out
            painter.fillPath(dark, DIM)
            painter.setPen(QPen(look.colour("line3"), EDGE))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self.at, self.radius, self.radius)
