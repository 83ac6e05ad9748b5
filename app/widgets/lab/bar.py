"""The bottom bar of the Lab: the way back, the size on the wire, and where the bytes can go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.widgets.button import IconButton, KeyButton
from app.widgets.lab.controls import InkButton
from app.widgets.look import look_of, painter_for
from app.widgets.markdown import Run
from app.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

WIDEST = 560


class WireBar(QWidget):
    """Bytes as a bar: each part as wide as its share, in the colour of its field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts: tuple[tuple[str, int], ...] = ()
        self.setFixedHeight(10)
        self.setMaximumWidth(WIDEST)

    def set_parts(self, parts: tuple[tuple[str, int], ...]) -> None:
        """(colour family, bytes) in wire order."""
        self.parts = parts
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        whole = sum(count for _, count in self.parts)
        if not whole:
            return
        with painter_for(self) as painter:
            least = 3.0
            spare = self.width() - least * len(self.parts)
            x = 0.0
            for name, count in self.parts:
                width = least + spare * count / whole
                painter.fillRect(QRectF(x, 0, width, self.height()), look.colour(f"{name}.fill"))
                x += width


class LabBar(QFrame):
    """80 pixels high. `chosen` carries undo, redo, reset, paste, copy, export, send."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("LabBar")
        self.setFixedHeight(80)
        self.undo, self.redo = IconButton("undo"), IconButton("redo")
        self.reset, self.paste, self.copy = KeyButton(), KeyButton(), KeyButton()
        self.export, self.send = KeyButton("Ctrl+E"), InkButton()
        self.words = Text(14, 22, colour="text2", wrap=False)
        self.words.installEventFilter(self)
        self.wire = WireBar()
        self._head = self._words = ""
        buttons = {
            "undo": self.undo, "redo": self.redo, "reset": self.reset, "paste": self.paste, "copy": self.copy,
            "export": self.export, "send": self.send,
        }  # fmt: skip
        for name, button in buttons.items():
            button.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
        left = QWidget()
        left.setFixedWidth(240)
        row = QHBoxLayout(left)
        row.setContentsMargins(20, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.undo, self.redo, self.reset):
            row.addWidget(button)
        row.addStretch(1)
        middle = QVBoxLayout()
        middle.setContentsMargins(32, 18, 24, 0)
        middle.setSpacing(6)
        middle.addWidget(self.words)
        wire = QHBoxLayout()
        wire.addWidget(self.wire, 1)
        wire.addStretch(0)
        middle.addLayout(wire)
        middle.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 24, 0)
        whole.setSpacing(8)
        whole.addWidget(left)
        whole.addLayout(middle, 1)
        for button in (self.paste, self.copy, self.export, self.send):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            whole.addWidget(button)
        self.retranslate()

    def set_way_back(self, *, undo: bool, redo: bool, reset: bool) -> None:
        """What can be taken back, done again, or begun anew."""
        self.undo.setEnabled(undo)
        self.redo.setEnabled(redo)
        self.reset.setEnabled(reset)

    def set_wire(self, head: str, words: str, parts: tuple[tuple[str, int], ...]) -> None:
        """One sentence about the bytes, and the bar."""
        self._head, self._words = head, words
        self._show_words()
        self.words.setToolTip(words)
        self.wire.set_parts(parts)
        self.wire.setVisible(bool(parts))
        self.wire.setAccessibleName(words)

    def _show_words(self) -> None:
        """The headline and the sentence; where both have no room, the sentence."""
        sentence = Run(self._words)
        self.words.set_runs((Run(self._head + "  ", bold=True, colour="text"), sentence))
        if self.words.natural_width() > self.words.width():
            self.words.set_runs((sentence,))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._show_words()
        return super().eventFilter(watched, event)

    def set_can_send(self, on: bool) -> None:
        """Whether there are bytes that can be sent, copied and pasted over."""
        for button in (self.send, self.copy, self.paste):
            button.setVisible(on)

    def retranslate(self) -> None:
        """All words anew in the present language."""
        words = {
            self.undo: ("", self.tr("Undo"), "Ctrl+Z"),
            self.redo: ("", self.tr("Redo"), "Ctrl+Y"),
            self.reset: (self.tr("Reset"), self.tr("Back to where this bench began"), ""),
            self.paste: (
                self.tr("Paste hex"),
                self.tr("Bytes from the clipboard: hex, base64, an array, a dump"),
                "Ctrl+V",
            ),
            self.copy: (self.tr("Copy hex"), self.tr("The bytes as hex to the clipboard"), "Ctrl+C"),
            self.export: (self.tr("Export"), self.tr("The figure as a picture or as text"), "Ctrl+E"),
            self.send: (
                self.tr("Send in Live"),
                self.tr("To a live connection; the answer of the peer is shown there"),
                "",
            ),
        }
        for button, (text, tip, key) in words.items():
            button.setText(text)
            button.setAccessibleName(text or tip)
            button.setToolTip(f"{tip}  {key}".strip())
            button.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
