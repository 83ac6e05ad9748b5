"""The pane of the handshake bench: the head as text, the key, and the accept value compared with one from elsewhere."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.model.lab.heads_draft import MOST
from app.model.lab.shown import HeadsShown
from app.widgets.button import KeyButton
from app.widgets.lab.fields import LineField, TextField, mark_wrong
from app.widgets.lab.pane import BenchPane, head_text, note_text, set_note


class HeadsPane(BenchPane):
    """`edited` carries head, key, compared and own (False: the embedded server answers again)."""

    too_long = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = HeadsShown()
        self._head, self._problem, self._checks = head_text(), note_text(), head_text()
        self.head = TextField(MOST)
        self.head.setMinimumHeight(150)
        self.head.setMaximumHeight(210)
        self.again = KeyButton()
        self._key, self._key_note = head_text(), note_text()
        self.key, self.compared = LineField(200), LineField(200)
        self._accept, self._compared, self._compared_note = head_text(), head_text(), note_text()
        self.accept = LineField(200)
        self.accept.setReadOnly(True)
        self.headed(self._head)
        self.column.addWidget(self.head)
        self.column.addWidget(self._problem)
        self.column.addWidget(self.again)
        self.column.addWidget(self.chips)
        self.ruled()
        self.headed(self._key)
        self.column.addWidget(self.key)
        self.column.addWidget(self._key_note)
        self.headed(self._accept)
        self.column.addWidget(self.accept)
        self.headed(self._compared)
        self.column.addWidget(self.compared)
        self.column.addWidget(self._compared_note)
        self.ruled()
        self.headed(self._checks)
        self.column.addWidget(self.rules)
        self.head.typed.connect(lambda text: self.edited.emit("head", text))
        self.head.refused.connect(self.too_long)
        self.again.clicked.connect(lambda: self.edited.emit("own", False))
        self.key.typed.connect(lambda text: self.edited.emit("key", text))
        self.compared.typed.connect(lambda text: self.edited.emit("compared", text))
        for field in (self.key, self.compared):
            field.pasted.connect(lambda text: self.too_long.emit(len(text)))
        self.finish()

    def set_shown(self, shown: HeadsShown) -> None:
        """Shows a head and what is said of it."""
        self.shown = shown
        self.banner.set_banner(shown.banner)
        self.rules.set_rows(shown.rules)
        self.head.show_text(shown.head)
        mark_wrong(self.head, bool(shown.problem))
        set_note(self._problem, shown.problem, fine=False)
        self.again.setVisible(shown.side == "answer" and shown.own)
        self.chips.set_row(shown.chips)
        self.key.show_text(shown.key)
        set_note(self._key_note, shown.key_note, shown.key_fine)
        self.accept.show_text(shown.accept)
        self.compared.show_text(shown.compared)
        set_note(self._compared_note, shown.compared_note, shown.compared_fine)
        self.retranslate()
        self.settle()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Handshake bench"))
        answer = self.shown.side == "answer"
        title = self.tr("Answer, editable") if answer else self.tr("Request, editable")
        self._head.set_text(title)
        self.head.setAccessibleName(title)
        self._checks.set_text(self.tr("The client’s checks") if answer else self.tr("The server’s checks"))
        self.again.setText(self.tr("Let the server answer again"))
        self.again.setAccessibleName(self.again.text())
        self._key.set_text("Sec-WebSocket-Key")
        self.key.setAccessibleName("Sec-WebSocket-Key")
        self._accept.set_text("Sec-WebSocket-Accept")
        self.accept.setAccessibleName(self.tr("Sec-WebSocket-Accept for this key, computed"))
        self._compared.set_text(self.tr("Compare with"))
        self.compared.setAccessibleName(self.tr("An accept value from elsewhere, to be compared"))
        self.compared.setPlaceholderText(self.tr("paste an accept value"))
