"""The pane of the masking bench: the key, the payload, and the bytes on the wire; each of the two follows the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.model.lab.shown import MaskShown
from app.widgets.lab.fields import LineField, mark_wrong
from app.widgets.lab.pane import BenchPane, head_text, note_text
from app.widgets.lab.payload import PayloadEditor
from app.widgets.text import Text


class MaskPane(BenchPane):
    """`edited` carries key, payload, wire and key text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = MaskShown()
        self._key, self._payload, self._wire = head_text(), head_text(), head_text()
        self._hint = note_text()
        self.key = tuple(LineField(2) for _ in range(4))
        self.payload, self.wire = PayloadEditor(), PayloadEditor(only_hex=True)
        self._note = Text(13, 22, colour="text2", wrap=False)
        keys = QHBoxLayout()
        keys.setSpacing(6)
        for field in self.key:
            field.setFixedWidth(44)
            field.setProperty("tight", True)
            field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            keys.addWidget(field)
        keys.addStretch(1)
        tabs = self.payload.tab_row()
        tabs.addSpacing(4)
        tabs.addWidget(self._note)
        self.ruled()
        self.headed(self._key)
        self.column.addLayout(keys)
        self.column.addWidget(self.chips)
        self.headed(self._payload, tabs)
        self.column.addWidget(self.payload)
        self.headed(self._wire)
        self.column.addWidget(self.wire)
        self.column.addWidget(self._hint)
        for field in self.key:
            field.typed.connect(lambda _text: self._key_typed())
            field.pasted.connect(lambda text: self.edited.emit("key text", text))
        self.payload.edited.connect(lambda payload: self.edited.emit("payload", payload))
        self.wire.edited.connect(lambda wire: self.edited.emit("wire", wire))
        for editor in (self.payload, self.wire):
            editor.refused.connect(self.refused)
        self.rules.setParent(self)
        self.rules.hide()  # nothing is judged here
        self.finish()

    def set_shown(self, shown: MaskShown) -> None:
        """Shows a key, a payload and what travels."""
        self.shown = shown
        self.banner.set_banner(shown.banner)
        for place, field in enumerate(self.key):
            field.show_text(shown.key[place : place + 1].hex())
            mark_wrong(field, wrong=False)
        self.payload.set_payload(shown.payload)
        self._note.set_text(shown.payload_note)
        self.wire.set_payload(shown.wire)
        self.chips.set_row(shown.chips)
        self.settle()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Masking bench"))
        self._key.set_text(self.tr("masking key"))
        self._payload.set_text(self.tr("payload"))
        self._wire.set_text(self.tr("on the wire"))
        self._hint.set_text(self.tr("Paste masked bytes here, and the key takes the mask off them."))
        self.wire.field.setAccessibleName(self.tr("The masked payload, as hex digits"))
        for place, field in enumerate(self.key):
            field.setAccessibleName(self.tr("Byte {place} of the masking key, as hex").format(place=place))

    def _key_typed(self) -> None:
        texts = [field.text() for field in self.key]
        good = [len(text) == 2 and all(sign in "0123456789abcdefABCDEF" for sign in text) for text in texts]
        for field, fine in zip(self.key, good, strict=True):
            mark_wrong(field, not fine)
        if all(good):
            self.edited.emit("key", bytes.fromhex("".join(texts)))
