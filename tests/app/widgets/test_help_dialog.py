"""The help page: every action that has a key is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.actions import ACTIONS
from app.widgets.help_dialog import HelpDialog, Keys, key_name
from app.widgets.look import Look
from app.widgets.text import Text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_every_key_is_shown(qtbot: QtBot) -> None:
    page = HelpDialog(Look())
    qtbot.addWidget(page)
    words = {label.text() for label in page.findChildren(Text)}
    shown = {name for keys in page.findChildren(Keys) for name in keys.accessibleName().split(", ")}
    assert {action.words for action in ACTIONS if action.keys} <= words
    assert {key_name(key) for action in ACTIONS for key in action.keys} <= shown


@pytest.mark.parametrize("mode", ["lab", "live", "capture"])
def test_the_keys_of_the_open_mode_come_first(qtbot: QtBot, mode: str) -> None:
    page = HelpDialog(Look(), mode=mode)
    qtbot.addWidget(page)
    own = next(action for action in ACTIONS if action.place == mode)
    labels = [label.text() for label in page.findChildren(Text)]
    assert labels.index(own.words) < labels.index("Next step")
    assert labels.count(own.section) == labels.count("Steps")


@pytest.mark.parametrize(("key", "name"), [("Right", "→"), ("PgDown", "PageDown"), ("?", "?"), ("F5", "F5")])
def test_keys_as_the_keyboard_names_them(qtbot: QtBot, key: str, name: str) -> None:
    assert key_name(key) == name


def test_enter_closes(qtbot: QtBot) -> None:
    page = HelpDialog(Look())
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.accepted):
        qtbot.keyClick(page, Qt.Key.Key_Return)
