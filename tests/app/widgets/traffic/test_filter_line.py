"""The filter line: what holds, what is said when it cannot be read, and its chips."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.model.traffic.filtering import CAPTURE_CHIPS, LIVE_CHIPS
from app.widgets.traffic.filter_line import FilterLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from protocol.filters import Filter

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # what pops up without a display


@pytest.fixture
def line(shown: Callable[..., QWidget]) -> FilterLine:
    made = FilterLine(CAPTURE_CHIPS)
    shown(made, 860, 80)
    return made


@pytest.fixture
def told(line: FilterLine) -> list[Filter | None]:
    found: list[Filter | None] = []
    line.changed.connect(found.append)
    return found


def test_what_is_typed_holds_with_enter(line: FilterLine, told: list[Filter | None], qtbot: QtBot) -> None:
    qtbot.keyClicks(line.edit, "len>0")
    assert told == []
    qtbot.keyClick(line.edit, Qt.Key.Key_Return)
    assert [each.text for each in told if each] == ["(len>0)"]
    line.set_text("")
    assert told[-1] is None


def test_or_after_a_pause(line: FilterLine, told: list[Filter | None], qtbot: QtBot) -> None:
    qtbot.keyClicks(line.edit, "op:text")
    qtbot.waitUntil(lambda: bool(told))
    assert told[0] is not None


def test_a_mistake_is_told_with_its_place_and_the_old_filter_stays(line: FilterLine, told: list[Filter | None]) -> None:
    line.set_text("len>0")
    line.set_text("len>0 lenn>1")
    assert len(told) == 1
    assert line.filter is told[0]
    assert line.error.isVisible()
    assert line.error.text().startswith("No condition has the name “lenn”.")
    assert line.edit.wrong == (6, 4)
    line.set_text("len>1")
    assert not line.error.isVisible()
    assert line.edit.wrong is None


def test_chips_join_what_is_typed(line: FilterLine, told: list[Filter | None], qtbot: QtBot) -> None:
    line.set_text("conn:2")
    qtbot.mouseClick(line.chips["violations"], Qt.MouseButton.LeftButton)
    assert told[-1] is not None
    assert told[-1].text == "(conn:2) (is:violation)"
    line.set_on(["gaps", "warnings"])
    assert told[-1].text == "(conn:2) (is:warning or is:gap)"
    assert line.on() == ("warnings", "gaps")


def test_kinds_are_on_and_hide_when_they_are_off(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    line = FilterLine(LIVE_CHIPS)
    shown(line, 1000, 80)
    found: list[Filter | None] = []
    line.changed.connect(found.append)
    assert line.on() == ("text", "binary", "pings", "closes")
    qtbot.mouseClick(line.chips["pings"], Qt.MouseButton.LeftButton)
    assert found[0] is not None
    assert found[0].text == "not op:ping,pong"


def test_counts(line: FilterLine) -> None:
    line.set_counted(16, 1_024_310)
    assert line.box.count == "16 of 1,024,310"
    line.set_counts({"violations": 4, "unknown": 3})
    assert line.chips["violations"].accessibleName() == "violations 4"


def test_escape_clears_and_then_goes_back_to_the_rows(line: FilterLine, qtbot: QtBot) -> None:
    line.set_text("len>0")
    qtbot.keyClick(line.edit, Qt.Key.Key_Escape)
    assert line.text() == ""
    with qtbot.waitSignal(line.left):
        qtbot.keyClick(line.edit, Qt.Key.Key_Escape)


def test_a_line_of_any_length_is_no_danger(line: FilterLine) -> None:
    line.set_text("(" * 5000)
    assert line.error.isVisible()
    line.set_text("x" * 5000)
    assert len(line.text()) <= 1000
