"""The scroll area leaves the keys to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.widgets.scroll import Scroll

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


@pytest.fixture
def scroll(shown: Callable[..., QWidget]) -> Scroll:
    scroll = Scroll()
    inside = QWidget()
    inside.setFixedHeight(900)
    scroll.setWidget(inside)
    shown(scroll, 200, 300)
    return scroll


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_End])
def test_keys_do_not_scroll(scroll: Scroll, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(scroll, key)
    assert scroll.verticalScrollBar().value() == 0


def test_the_bar_takes_no_width(scroll: Scroll) -> None:
    assert scroll.bar.isVisible()
    assert scroll.viewport().width() == 200


def test_the_bar_scrolls(scroll: Scroll) -> None:
    scroll.bar.setValue(120)
    assert scroll.verticalScrollBar().value() == 120
    scroll.verticalScrollBar().setValue(40)
    assert scroll.bar.value() == 40
