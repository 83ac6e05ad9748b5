"""The scroll area leaves the keys to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.widgets.scroll import Scroll
from app.widgets.text import Text

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


def test_contents_settle_at_once(shown: Callable[..., QWidget]) -> None:
    scroll, inside = Scroll(), QWidget()
    words = Text(14, 20)
    column = QVBoxLayout(inside)
    nested = QWidget()
    QVBoxLayout(nested).addWidget(words)
    column.addWidget(nested)
    scroll.setWidget(inside)
    shown(scroll, 200, 100)
    words.set_text("Words enough for a good many lines of a narrow pane. " * 6)
    scroll.settle()
    assert words.height() == words.heightForWidth(words.width()) > 100
    assert scroll.verticalScrollBar().maximum() > 0
