"""A figure at its own size: marks that light up together when one of them is pointed at, clicked or reached by key.

Up and Down move between marks, a click pins, Esc lets go; the sentence of a mark is its tip. What is drawn is cached as
a picture, so that hovering repaints rings only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPixmap
from PySide6.QtWidgets import QToolTip, QWidget

from app.drawing.hits import bounds, hit, linked, reading_order
from app.drawing.marks import Scene
from app.drawing.paint import paint, paint_marks
from app.drawing.qt_device import QtDevice
from app.drawing.rings import focus_ring, rings
from app.widgets.announce import announce
from app.widgets.look import look_of

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from app.drawing.marks import AnyMark
    from app.widgets.look import Look

STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class LinkedFigure(QWidget):
    """Shows a scene at one pixel a unit from its upper left corner; what does not fit is cut off."""

    hovered = Signal(str)
    """The id of the mark under the pointer or focus; empty when there is none."""
    pinned_changed = Signal(tuple)
    """The links of the mark that was clicked; empty when none is."""
    activated = Signal(str)
    """The id of a mark that was clicked, or chosen with Enter."""
    focus_radius = 4.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = Scene(())
        self.pinned: tuple[str, ...] = ()
        self._linked: tuple[str, ...] = ()
        self._over = ""
        self._focused = ""
        self._picture: tuple[Look, float, QPixmap] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AlwaysShowToolTips)

    def show_scene(self, scene: Scene) -> None:
        """Another drawing. What is pinned stays, if it is still there."""
        if scene == self.scene:
            return
        self.scene = scene
        self._picture = None
        self._over = self._over if scene.find(self._over) else ""
        self._focused = self._focused if scene.find(self._focused) else ""
        self.setAccessibleName(scene.title)
        self.setAccessibleDescription(scene.description)
        self.update()

    def set_linked(self, links: tuple[str, ...]) -> None:
        """Ring what has these links, as when the same thing is pointed at elsewhere."""
        if links != self._linked:
            self._linked = links
            self.update()

    def let_go(self) -> None:
        """Nothing is pinned."""
        if self.pinned:
            self.pinned = ()
            self.pinned_changed.emit(())
            self.update()

    def lit(self) -> tuple[AnyMark, ...]:
        """The marks that are ringed now."""
        mark = self.scene.find(self._over or self._focused)
        return linked(self.scene, (mark.links if mark is not None else ()) or self._linked or self.pinned)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, ratio = look_of(self), self.devicePixelRatioF()
        if self._picture is None or self._picture[0] != look or self._picture[1] != ratio:
            self._picture = (look, ratio, self._drawn(look, ratio))
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._picture[2])
            device = QtDevice(painter, look.lang)
            paint_marks(rings(self.lit()), look.theme, device)
            mark = self.scene.find(self._focused)
            if mark is not None and self.hasFocus():
                paint_marks(focus_ring(bounds(mark)), look.theme, device)

    def _drawn(self, look: Look, ratio: float) -> QPixmap:
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(look.colour(self.scene.background))
        with QPainter(picture) as painter:
            paint(self.scene, look.theme, QtDevice(painter, look.lang))
        return picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.StyleChange}:
            self._picture = None
            self.update()
        super().changeEvent(event)

    # Pointer and keys

    def mark_at(self, point: QPointF) -> AnyMark | None:
        """The spoken mark under a point."""
        return hit(self.scene, point.x(), point.y())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self.mark_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), mark.spoken if mark is not None else "", self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.mark_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, mark: AnyMark | None) -> None:
        name = mark.id if mark is not None else ""
        if name != self._over:
            self._over = name
            self.update()
            self.hovered.emit(name)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        mark = self.mark_at(event.position())
        links = mark.links if mark is not None else ()
        self._focused = ""
        self.pinned = () if links == self.pinned else links
        self.pinned_changed.emit(self.pinned)
        self.update()
        if mark is not None:
            self.activated.emit(mark.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, step = event.key(), STEPS.get(Qt.Key(event.key()), 0)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif step:
            self._move(step)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._focused:
            mark = self.scene.find(self._focused)
            self.pinned = mark.links if mark is not None else ()
            self.pinned_changed.emit(self.pinned)
            self.activated.emit(self._focused)
            self.update()
        elif key == Qt.Key.Key_Escape and (self.pinned or self._focused):
            self._focused = ""
            self.let_go()
            self.update()
        else:
            event.ignore()

    def _move(self, step: int) -> None:
        order = [mark.id for mark in reading_order(self.scene)]
        if not order:
            return
        at = order.index(self._focused) + step if self._focused in order else 0 if step > 0 else len(order) - 1
        self._focused = order[min(max(at, 0), len(order) - 1)]
        mark = self.scene.find(self._focused)
        if mark is not None:
            announce(self, mark.spoken)
            at_mark = bounds(mark)
            place = self.mapToGlobal(QPointF(at_mark.x, at_mark.bottom + 4)).toPoint()
            QToolTip.showText(place, mark.spoken, self)
        self.hovered.emit(self._focused)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._focused = ""
        self.update()
