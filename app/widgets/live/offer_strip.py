"""A sentence with two answers, above the stage: something can be done that nobody asked for, such as opening what a
crash left behind."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.widgets.button import KeyButton
from app.widgets.text import Text

MIB: Final = 1 << 20
"""Bytes in a MiB."""


class Strip(QFrame):
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
        """There is so much of what this strip is about; nothing hides it."""
        self._count = count
        self.retranslate()
        self.setVisible(count > 0)

    def told(self, count: int) -> tuple[str, str, str]:
        """The sentence about so much, the words of who takes it, and of who does not."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """All words anew in the present language."""
        sentence, take, decline = self.told(self._count)
        self.words.set_text(sentence)
        self.take.setText(take)
        self.decline.setText(decline)
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


class OfferStrip(Strip):
    """Recordings, counted, that were left behind by a run that did not end properly."""

    def told(self, count: int) -> tuple[str, str, str]:
        sentence = self.tr("%n recording(s) of a run that did not end properly can be opened.", "", count)
        return sentence, self.tr("Open the newest"), self.tr("Not now")


class RoomStrip(Strip):
    """So many bytes of recordings that Live has kept: more than anybody wants without knowing it."""

    folder = ""
    """Where they are."""

    def told(self, count: int) -> tuple[str, str, str]:
        sentence = self.tr("Recordings of earlier connections take {size:,} MiB in {folder}.")
        return (
            sentence.format(size=count // MIB, folder=self.folder),
            self.tr("Remove the oldest half"),
            self.tr("Keep all"),
        )
