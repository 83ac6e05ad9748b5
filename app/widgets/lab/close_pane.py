"""The pane of the close bench: code, reason counted in bytes, the body byte by byte, what both programs are told."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.lab.shown import CloseShown
from app.widgets.lab.fields import LineField, mark_wrong
from app.widgets.lab.pane import BenchPane, head_text, note_text, set_note
from app.widgets.lab.payload import PayloadEditor
from app.widgets.text import Text


class ClosePane(BenchPane):
    """`edited` carries code (None: no body), reason and body."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = CloseShown()
        self._code, self._reason, self._body, self._told = head_text(), head_text(), head_text(), head_text()
        self._code_note, self._reason_note = note_text(), Text(13, 22, colour="text2", wrap=False)
        self._body_note = Text(13, 22, colour="text2", wrap=False)
        self.code, self.reason = LineField(5), LineField(1000)
        self.body = PayloadEditor(only_hex=True)
        self.code.setFixedWidth(90)
        self.told: list[tuple[Text, Text]] = []
        self._tells = QVBoxLayout()
        self._tells.setSpacing(2)
        for _ in range(2):
            pair = Text(14, 20, bold=True), Text(14, 20)
            for words in pair:
                self._tells.addWidget(words)
            self.told.append(pair)
        self.column.addWidget(self.rules)
        self.ruled()
        self.headed(self._code)
        self.column.addWidget(self.code, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._code_note)
        self.headed(self._reason, self._reason_note)
        self.column.addWidget(self.reason)
        self.headed(self._body, self._body_note)
        self.column.addWidget(self.body)
        self.column.addWidget(self.chips)
        self.ruled()
        self.headed(self._told)
        self.column.addLayout(self._tells)
        self.code.typed.connect(self._code_typed)
        self.reason.typed.connect(lambda text: self.edited.emit("reason", text.encode("utf-8", "replace")))
        self.reason.pasted.connect(lambda text: self.edited.emit("reason", text.encode("utf-8", "replace")))
        self.body.edited.connect(lambda body: self.edited.emit("body", body))
        self.body.refused.connect(self.refused)
        self.finish()

    def set_shown(self, shown: CloseShown) -> None:
        """Shows a Close frame."""
        self.shown = shown
        self.banner.set_banner(shown.banner)
        self.rules.set_rows(shown.rules)
        self.code.show_text(shown.code)
        mark_wrong(self.code, not shown.code_fine)
        set_note(self._code_note, shown.code_note, None if shown.code_fine else False)
        self.reason.setReadOnly(shown.reason is None)
        self.reason.show_text(shown.reason or "")
        mark_wrong(self.reason, not shown.reason_fine)
        self._reason_note.set_text(shown.reason_note)
        self._reason_note.set_colour("text2" if shown.reason_fine else "err.edge")
        self.body.set_payload(shown.body)
        self._body_note.set_text(shown.body_note)
        self.chips.set_row(shown.chips)
        for place, (who, what) in enumerate(self.told):
            there = place < len(shown.told)
            who.setVisible(there)
            what.setVisible(there)
            if there:
                who.set_text(shown.told[place][0])
                what.set_text(shown.told[place][1])
        self.settle()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Close bench"))
        self._code.set_text(self.tr("close code"))
        self.code.setAccessibleName(self.tr("Close code; empty for a Close frame without a body"))
        self._reason.set_text(self.tr("reason"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self._body.set_text(self.tr("body, as hex"))
        self.body.field.setAccessibleName(self.tr("The body of the Close frame, as hex digits"))
        self._told.set_text(self.tr("What the programs are told"))

    def _code_typed(self, text: str) -> None:
        digits = text.strip()
        good = not digits or (digits.isascii() and digits.isdigit())
        mark_wrong(self.code, not good)
        if good:
            self.edited.emit("code", int(digits) if digits else None)
