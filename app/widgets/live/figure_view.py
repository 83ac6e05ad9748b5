"""A small figure at its own size: the marks of one scene, laid out for the width that the widget has.

It is drawn anew when its values, its width or the look change; a mark under the pointer says its sentence as a tip.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.drawing.fonts import QtMeasure
from app.drawing.hits import hit
from app.drawing.marks import Room, Scene
from app.drawing.paint import paint
from app.drawing.qt_device import QtDevice
from app.translate import QtWords
from app.widgets.look import Look, look_of, painter_for
from lessons.narration import rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    Draw = Callable[[float, Room], Scene]


def room_for(look: Look, height: float = 772) -> Room:
    """What a figure of this look may use."""
    return Room(QtMeasure(look.lang), QtWords(look.lang, rules.text), height, top=0)


class FigureView(QWidget):
    """`least` is the least width at which the figure is laid out; a narrower widget shows its left part."""

    def __init__(self, draw: Draw, height: int, parent: QWidget | None = None, *, least: int = 0) -> None:
        super().__init__(parent)
        self._draw = draw
        self._known: tuple[Look, int] | None = None
        self._scene = Scene(())
        self._least = least
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(least)

    @property
    def scene(self) -> Scene:
        """The drawing for the present width and look."""
        look = look_of(self)
        known = (look, self.width())
        if self._known != known:
            self._known = known
            self._scene = self._draw(float(self.width()), room_for(look))
            self._name()
        return self._scene

    def refresh(self) -> None:
        """The values behind the figure have changed."""
        self._known = None
        height = ceil(self.scene.height)
        if height != self._height:
            self._height = height
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(max(self._least, 120), self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least, self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, scene = look_of(self), self.scene
        with painter_for(self) as painter:
            paint(scene, look.theme, QtDevice(painter, look.lang))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = hit(self.scene, event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), mark.spoken if mark is not None else "", self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self._known = None
            self.update()
        super().changeEvent(event)

    def _name(self) -> None:
        scene = self._scene
        self.setAccessibleName(": ".join(part for part in (scene.title, scene.description) if part))
        self.setAttribute(Qt.WidgetAttribute.WA_AlwaysShowToolTips)
