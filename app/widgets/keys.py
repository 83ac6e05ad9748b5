"""A key press as the table of actions writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def key_of(event: QKeyEvent) -> str:
    """`Right`, `Ctrl+E`, `?`. A sign is named by what was typed, whichever keys a keyboard needs for it."""
    text = event.text()
    modifiers = event.modifiers() & ~_KEYPAD
    if len(text) == 1 and text.isprintable() and not text.isalnum() and text != " " and not modifiers & _COMMANDS:
        return text
    if event.key() in (0, Qt.Key.Key_unknown):
        return ""
    sequence = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key())))
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)
