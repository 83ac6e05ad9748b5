"""Where a filter is typed: values are bold, mistakes are underlined, names are completed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.widgets.traffic.filter_edit import FilterEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # what pops up without a display


@pytest.fixture
def edit(shown: Callable[..., QWidget]) -> FilterEdit:
    made = FilterEdit()
    shown(made, 400, 32)
    made.follow_look()
    return made


def test_names_are_offered_and_taken(edit: FilterEdit, qtbot: QtBot) -> None:
    edit.setFocus()
    qtbot.keyClicks(edit, "co")
    assert edit.offered == ["conn:", "code:"]
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert edit.text() == "conn:"
    assert edit.offered == []
    qtbot.keyClicks(edit, "2")
    assert edit.offered == []


def test_joining_words_get_a_space(edit: FilterEdit) -> None:
    edit.setText("len>0 o")
    edit.complete("or")
    assert edit.text() == "len>0 or "


def test_values_look_different_and_so_does_a_mistake(edit: FilterEdit) -> None:
    edit.setText("len>0")
    edit.setCursorPosition(5)
    plain = edit.grab().toImage()
    edit.set_wrong((0, 3))
    assert edit.grab().toImage() != plain
    edit.set_wrong(None)
    assert edit.grab().toImage() == plain
    assert edit.text() == "len>0"
    assert edit.cursorPosition() == 5


def test_marking_leaves_undo_alone(edit: FilterEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(edit, "op:text len>0")
    edit.undo()
    assert edit.text() != "op:text len>0"
    edit.redo()
    assert edit.text() == "op:text len>0"


def test_down_goes_back_to_the_rows(edit: FilterEdit, qtbot: QtBot) -> None:
    with qtbot.waitSignal(edit.left):
        qtbot.keyClick(edit, Qt.Key.Key_Down)
