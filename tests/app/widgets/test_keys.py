"""Key presses as the table writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from app.widgets.keys import key_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


@pytest.mark.parametrize(
    ("key", "modifiers", "text", "name"),
    [
        (Qt.Key.Key_Right, NONE, "", "Right"),
        (Qt.Key.Key_Right, KEYPAD, "", "Right"),
        (Qt.Key.Key_Space, NONE, " ", "Space"),
        (Qt.Key.Key_PageDown, NONE, "", "PgDown"),
        (Qt.Key.Key_Question, SHIFT, "?", "?"),
        (Qt.Key.Key_ssharp, SHIFT, "?", "?"),
        (Qt.Key.Key_Plus, SHIFT, "+", "+"),
        (Qt.Key.Key_1, NONE, "1", "1"),
        (Qt.Key.Key_1, KEYPAD, "1", "1"),
        (Qt.Key.Key_B, NONE, "b", "B"),
        (Qt.Key.Key_E, CTRL, "\x05", "Ctrl+E"),
        (Qt.Key.Key_Escape, NONE, "\x1b", "Esc"),
        (Qt.Key.Key_Period, NONE, ".", "."),
        (Qt.Key.Key_unknown, NONE, "", ""),
    ],
)
def test_names(qapp: QApplication, key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str, name: str) -> None:
    assert key_of(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)) == name
