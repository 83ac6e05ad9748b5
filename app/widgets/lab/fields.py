"""Fields to type in: one line, or a few. They tell what was typed at every keystroke, take no more than they should,
and leave undo to the bench: there is one way back for bits, fields and bytes together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QContextMenuEvent, QDropEvent

OWN_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def _goes_back(event: QEvent) -> bool:
    """Whether a key is one of the bench: its undo and redo."""
    return isinstance(event, QKeyEvent) and any(event.matches(key) for key in OWN_KEYS)


def mark_wrong(field: QWidget, wrong: bool) -> None:
    """Frames the field as wrong, or no longer."""
    if bool(field.property("wrong")) != wrong:
        field.setProperty("wrong", wrong)
        field.style().unpolish(field)
        field.style().polish(field)


class LineField(QLineEdit):
    """One line. `most` characters fit; a longer paste comes as `pasted` and is for somebody else to read."""

    typed = Signal(str)
    pasted = Signal(str)

    def __init__(self, most: int = 4096, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(most)
        self.setFixedHeight(32)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.textEdited.connect(self.typed)

    def show_text(self, text: str) -> None:
        """Shows another text; what is being typed stays where it is."""
        if text != self.text():
            place = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(place, len(text)) if self.hasFocus() else 0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _goes_back(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _goes_back(event):
            event.ignore()
        elif event.matches(QKeySequence.StandardKey.Paste) and not self.isReadOnly():
            self.take_clipboard()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's own menu would go round our limits."""
        event.accept()

    def take_clipboard(self) -> None:
        """What is on the clipboard replaces the selection, if it is short enough to be typed; else it is `pasted`."""
        text = QGuiApplication.clipboard().text()
        if len(text) + len(self.text()) <= self.maxLength():
            self.insert(text)
        else:
            self.pasted.emit(text)


class TextField(QPlainTextEdit):
    """A few lines, such as an HTTP head. No more than `most` characters; a paste that is longer is `refused`."""

    typed = Signal(str)
    refused = Signal(int)

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self._told = ""
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setWordWrapMode(self.wordWrapMode().WrapAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._changed)

    def show_text(self, text: str) -> None:
        """Shows another text; nothing is told."""
        if text != self.toPlainText():
            place = self.textCursor().position()
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
            cursor = self.textCursor()
            cursor.setPosition(min(place, len(text)))
            self.setTextCursor(cursor)
        self._told = text

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _goes_back(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _goes_back(event):
            event.ignore()
        elif event.text() and event.text().isprintable() and len(self.toPlainText()) >= self._most:
            self.refused.emit(self._most + 1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's own menu has an undo of its own."""
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files are dropped on the window."""
        event.ignore()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        text = source.text()
        size = len(text) + self.document().characterCount()
        if size > self._most:
            self.refused.emit(size)
        else:
            self.insertPlainText(text)

    def _changed(self) -> None:
        text = self.toPlainText()
        if text != self._told:
            self._told = text
            self.typed.emit(text)
