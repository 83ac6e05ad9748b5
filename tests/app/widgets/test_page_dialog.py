"""Pages scroll by key and close."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.widgets.look import Look
from app.widgets.page_dialog import PageDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_keys_scroll(qtbot: QtBot) -> None:
    page = PageDialog(Look(), "Title")
    qtbot.addWidget(page)
    tall = QLabel("x")
    tall.setFixedHeight(2000)
    page.body.addWidget(tall)
    page.resize(300, 300)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    assert page._scroll.verticalScrollBar().value() > 0


def test_its_button_closes(qtbot: QtBot) -> None:
    page = PageDialog(Look(), "Title")
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.accepted):
        page.done_button.click()
