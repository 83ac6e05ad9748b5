"""The focus ring: 2 pixels wide, 2 pixels outside the control that has the keyboard focus.

It is a widget of its own above the window, so that no pane clips it. A control says its corner in
`focus_radius`, and in `focus_frame` the widget around it that is ringed in its place; the canvas rings its marks
itself. The ring shows only where the keyboard brought the focus.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from app.drawing.canvas import Canvas
from app.widgets.look import look_of, painter_for

GAP, LINE = 2, 2
MOVING = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """One for each window or dialog."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._window = window
        self._radius = 8.0
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            painter.setPen(QPen(look.colour("ring"), LINE))
            half = LINE / 2
            area = QRectF(self.rect()).adjusted(half, half, -half, -half)
            radius = self._radius + GAP + half
            painter.drawRoundedRect(area, radius, radius)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVING:
            self._place()
        return super().eventFilter(watched, event)

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if not isValid(self):
            return
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        window = self._window
        mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        ringed = (
            now is not None
            and now is not window
            and window.isAncestorOf(now)
            and not mouse
            and not isinstance(now, Canvas)
        )
        self._target = getattr(now, "focus_frame", now) if ringed else None
        node = self._target
        while node is not None and node is not window:
            node.installEventFilter(self)
            self._watched.append(node)
            node = node.parentWidget()
        self._place()

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        self._radius = float(getattr(target, "focus_radius", 8.0))
        reach = GAP + LINE
        area = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size())
        area.adjust(-reach, -reach, reach, reach)
        self.setGeometry(area.intersected(self._visible(target)))
        self.show()
        self.raise_()

    def _visible(self, target: QWidget) -> QRect:
        """What a scroll area around the target leaves to be seen."""
        node = target.parentWidget()
        while node is not None and node is not self._window:
            if isinstance(node, QScrollArea):
                view = node.viewport()
                return QRect(view.mapTo(self._window, QPoint(0, 0)), view.size())
            node = node.parentWidget()
        return self._window.rect()
