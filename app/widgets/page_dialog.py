"""A dialog with a title, a body that scrolls and one button, looking like the window it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollBar, QVBoxLayout, QWidget

from app.widgets.button import KeyButton
from app.widgets.focus_ring import FocusRing
from app.widgets.scroll import Scroll
from app.widgets.style import stylesheet
from app.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from app.widgets.look import Look


SCROLLING = {
    Qt.Key.Key_Up: QScrollBar.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QScrollBar.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QScrollBar.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QScrollBar.SliderAction.SliderPageStepAdd,
}


class PageDialog(QDialog):
    """Pages add their widgets to `body`."""

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setStyleSheet(stylesheet(look))
        self.setWindowTitle(title)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(24, 24, 24, 24)
        self.body.setSpacing(8)
        holder = QWidget()
        holder.setLayout(self.body)
        self._scroll = scroll = Scroll(self)
        scroll.setWidget(holder)
        heading = Text(19, 26, bold=True)
        heading.set_text(title)
        self.body.addWidget(heading)
        self.done_button = KeyButton(parent=self)
        self.done_button.setText(self.tr("Close"))
        self.done_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 16)
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addLayout(foot)
        self.ring = FocusRing(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        elif event.key() in SCROLLING:
            self._scroll.verticalScrollBar().triggerAction(SCROLLING[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.reject()  # its words belong to the old language; the key that opened it opens it anew
        super().changeEvent(event)
