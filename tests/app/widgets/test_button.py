"""Buttons: Space and Enter press, every other key belongs to the window, a click keeps the focus where it
was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.widgets.button import Button, IconButton, KeyButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent
    from pytestqt.qtbot import QtBot


class Window(QWidget):
    """Collects the keys that its children leave to it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.keys: list[int] = []
        self.button = IconButton("next")
        self.other = KeyButton("F5")
        self.other.setText("Present")
        row = QHBoxLayout(self)
        row.addWidget(self.button)
        row.addWidget(self.other)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.append(event.key())


@pytest.fixture
def window(shown: Callable[..., QWidget]) -> Window:
    window = Window()
    shown(window, 300, 60)
    return window


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_pressing_keys(window: Window, qtbot: QtBot, key: Qt.Key) -> None:
    window.button.setFocus()
    with qtbot.waitSignal(window.button.clicked):
        qtbot.keyClick(window.button, key)
    assert window.keys == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_P])
def test_other_keys_go_to_the_window(window: Window, qtbot: QtBot, key: Qt.Key) -> None:
    window.button.setFocus()
    qtbot.keyClick(window.button, key)
    assert window.keys == [key]
    assert window.button.hasFocus()


def test_a_click_gives_the_focus_to_the_window(window: Window, qtbot: QtBot) -> None:
    window.other.setFocus()
    qtbot.mouseClick(window.button, Qt.MouseButton.LeftButton)
    assert not window.other.hasFocus()
    assert not window.button.hasFocus()


def test_sizes_of_the_design(window: Window) -> None:
    assert window.button.size().toTuple() == (32, 32)
    assert IconButton("play", 44, disc=True).size().toTuple() == (44, 44)
    assert window.other.height() == 32
    assert isinstance(window.other, Button)


def test_the_icon_changes_the_picture(window: Window) -> None:
    before = window.button.grab().toImage()
    window.button.set_icon("back")
    assert window.button.grab().toImage() != before
