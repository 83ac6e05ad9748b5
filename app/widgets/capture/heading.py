"""The title line of Capture: the file's name, how much is in it, and what there is to say about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.widgets.button import IconButton, KeyButton
from app.widgets.text import Text


class Heading(QWidget):
    """`remarks_wanted` asks for the list of remarks, `pane_wanted` for the referee or the connections where only one
    of them has room."""

    remarks_wanted = Signal()
    pane_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remarks = 0
        self.title = Text(19, 28, bold=True, wrap=False)
        self.under = Text(14, 28, colour="text2", wrap=False)
        self.remarks = KeyButton()
        self.pane = IconButton("pane", 32)
        self.remarks.clicked.connect(self.remarks_wanted)
        self.pane.clicked.connect(self.pane_wanted)
        self.pane.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.title)
        row.addWidget(self.under, 1)
        row.addWidget(self.remarks)
        row.addWidget(self.pane)
        self.setFixedHeight(32)
        self.set_remarks(0)
        self.retranslate()

    def set_file(self, name: str, under: str) -> None:
        """The name of the file, and how much is in it."""
        if name != self.title.text():
            self.title.set_text(name)
            self.title.setToolTip(name)
        if under != self.under.text():
            self.under.set_text(under)

    def set_remarks(self, count: int) -> None:
        """How many remarks there are."""
        if count != self._remarks or self.remarks.isHidden() != (not count):
            self._remarks = count
            self.remarks.setVisible(count > 0)
            self.retranslate()

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self.remarks.setText(self.tr("%n remark(s)", "", self._remarks))
        self.remarks.updateGeometry()
        words = self.tr("Show the connections or the referee")
        self.pane.setAccessibleName(words)
        self.pane.setToolTip(words)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
