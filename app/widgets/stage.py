"""The stage: the canvas, and above its header, at the right of the title, the controls of the figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.drawing.marks import Rect
from app.widgets.local_controls import LocalControls

if TYPE_CHECKING:
    from app.drawing.canvas import Canvas
    from app.model.control import Control
    from app.widgets.look import Look

TITLE = Rect(32, 34, 824, 32)
"""Where the controls stand, in units of the stage: at the right end of this row."""


class Stage(QFrame):
    """Holds a canvas that scales 888 units to its width."""

    control_changed = Signal(str, int)
    menu_wanted = Signal(QPoint)
    """The place of a right click, on the screen."""

    def __init__(self, canvas: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Stage")
        self.canvas = canvas
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(canvas)
        self.controls = LocalControls(self)
        canvas.installEventFilter(self)
        self.controls.changed.connect(self.control_changed)
        canvas.menu_requested.connect(lambda _mark, at: self.menu_wanted.emit(at))

    def set_controls(self, controls: tuple[Control, ...]) -> None:
        """Shows the controls of the figure, or none."""
        self.controls.set_controls(controls)
        self._place()

    def set_look(self, look: Look) -> None:
        """Theme and language of the canvas."""
        self.canvas.set_theme(look.theme)
        self.canvas.set_language(look.lang)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._place)  # once the canvas knows its new scale
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        title = self.canvas.to_widget(TITLE)
        size = self.controls.sizeHint()
        self.controls.setGeometry(
            round(title.right() - size.width()),
            round(title.center().y() - size.height() / 2),
            size.width(),
            size.height(),
        )
        self.controls.raise_()
