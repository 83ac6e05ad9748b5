"""A sentence with two answers, above the stage: something can be done that nobody asked for, such as opening what a
crash left behind."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.widgets.button import KeyButton
from app.widgets.text import Text


class OfferStrip(QFrame):
    """Hidden until there is something to offer."""

    taken = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("MessageStrip")
        self._count = 0
        self.words = Text(14, 22)
        self.take, self.decline = KeyButton(), KeyButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.take)
        row.addWidget(self.decline)
        self.take.clicked.connect(self.taken)
        self.decline.clicked.connect(self._decline)
        self.retranslate()
        self.hide()

    def offer(self, count: int) -> None:
        """So many recordings were left behind by a run that did not end properly."""
        self._count = count
        self.retranslate()
        self.setVisible(count > 0)

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self.words.set_text(
            self.tr("%n recording(s) of a run that did not end properly can be opened.", "", self._count)
        )
        self.take.setText(self.tr("Open the newest"))
        self.decline.setText(self.tr("Not now"))
        for button in (self.take, self.decline):
            button.setAccessibleName(button.text())
            button.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _decline(self) -> None:
        self.hide()
        self.declined.emit()
