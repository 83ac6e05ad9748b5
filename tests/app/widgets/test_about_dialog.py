"""The page about the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.widgets.about_dialog import AboutDialog
from app.widgets.look import Look
from app.widgets.text import Text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_it_names_the_version(qtbot: QtBot) -> None:
    page = AboutDialog(Look(), "0.1.0")
    qtbot.addWidget(page)
    assert "Version 0.1.0" in [label.text() for label in page.findChildren(Text)]
