"""The whole capture in one picture; a click goes to that moment, Left and Right move by a stretch of what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.figures.traffic_overview import HEIGHT, Overview, draw, time_at
from app.model.traffic.clocks import clock
from app.widgets.capture.room import room_of
from app.widgets.look import look_of
from app.widgets.text import Text
from app.widgets.traffic.figure import LinkedFigure

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from app.widgets.look import Look

STEP: Final = 0.02
"""The part of the whole that an arrow key moves by if the table shows less."""


class OverviewFigure(LinkedFigure):
    """The picture; it says the moment that was clicked."""

    wanted = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: Overview | None = None
        self.setFixedHeight(round(HEIGHT))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position().x())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        shown = self.shown
        if shown is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif event.key() == Qt.Key.Key_Home:
            self.wanted.emit(shown.first)
        elif event.key() == Qt.Key.Key_End:
            self.wanted.emit(shown.last)
        elif step:
            low, high = shown.shown or (shown.first, shown.first)
            by = max(high - low, (shown.last - shown.first) * STEP)
            self.wanted.emit(min(max((low + high) / 2 + step * by, shown.first), shown.last))
        else:
            event.ignore()

    def _go(self, x: float) -> None:
        if self.shown is not None:
            self.wanted.emit(time_at(self.shown, x, float(self.width()), room_of(self)))


class OverviewPane(QWidget):
    """A line of words over the picture."""

    wanted = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Overview | None = None
        self._look: Look | None = None
        self.title = Text(15, 20, bold=True, wrap=False)
        self.under = Text(14, 20, colour="text2", wrap=False)
        self.figure = OverviewFigure()
        self.figure.wanted.connect(self.wanted)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self.title)
        head.addWidget(self.under, 1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.figure)
        self.retranslate()

    def set_overview(self, shown: Overview | None) -> None:
        """Another state of the capture; None hides the picture."""
        self._shown = shown
        self.figure.shown = shown
        self._draw()

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self.title.set_text(self.tr("Whole capture"))
        self._draw()

    def _draw(self) -> None:
        self._look = look_of(self)
        shown = self._shown
        if shown is None:
            self.under.set_text("")
            return
        width = shown.width
        if width < 1:
            text = self.tr("{count} ms").format(count=f"{width * 1000:.3g}")
        else:
            text = self.tr("{count} s").format(count=f"{width:g}") if width < 60 else clock(width)[:8]
        self.under.set_text(self.tr("frames per {stretch}, click to go there").format(stretch=text))
        self.figure.show_scene(draw(shown, float(self.figure.width()), room_of(self)))

    def paintEvent(self, event: QPaintEvent) -> None:
        if look_of(self) is not self._look:
            self._draw()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._column.activate()
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
