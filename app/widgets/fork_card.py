"""The card "What if?": changes of the present moment, each of which is run beside what has happened."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.model.page import Fork
from app.widgets.button import KeyButton
from app.widgets.choice_row import ChoiceRows
from app.widgets.text import Text


class ForkCard(QFrame):
    """Hidden where nothing can be changed and nothing is kept."""

    change_chosen = Signal(str)
    keep_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Card")
        self._fork = Fork()
        self._head = Text(13, 18, bold=True, colour="text2", wrap=False)
        self._words = Text(14, 20)
        self.changes = ChoiceRows(self.change_chosen.emit)
        self.back = KeyButton("F")
        self.back.clicked.connect(self.keep_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self._words)
        column.addLayout(self.changes)
        column.addWidget(self.back)
        self.retranslate()
        self.hide()

    def set_fork(self, fork: Fork) -> None:
        """Shows what can be changed here, and whether two runs are looked at."""
        self._fork = fork
        self.changes.set_choices(fork.changes)
        self.retranslate()
        self.setVisible(bool(fork.changes) or fork.kept)

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self._head.set_text(self.tr("What if?"))
        self.setAccessibleName(self.tr("What if?"))
        if self._fork.kept:
            self._words.set_text(self.tr("Left the run as it was, right what your change made of it."))
        else:
            self._words.set_text(self.tr("Change one thing here and see both futures side by side."))
        self.back.setText(self.tr("Back to one run"))
        self.back.setVisible(self._fork.kept)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
