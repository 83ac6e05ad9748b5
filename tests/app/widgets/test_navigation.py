"""The navigation: one tab stop, arrows inside, and rows that stay while only their state changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.model.course import Course, NavGroup
from app.widgets.nav_rows import LessonRow
from app.widgets.navigation import Navigation, ProgressBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def navigation(shown: Callable[..., QWidget], course: Course) -> Navigation:
    navigation = Navigation()
    navigation.set_course(course)
    shown(navigation, 240, 700)
    return navigation


def _titles(navigation: Navigation) -> list[str]:
    return [row.text() for row in navigation.rows]


def test_the_open_lesson_lists_its_phases(navigation: Navigation) -> None:
    phases = ["HTTP or WebSocket?", "Line by line", "When it fails"]
    assert _titles(navigation) == ["Opening handshake", *phases, "Accept key", "Closing handshake"]


def test_another_open_lesson(navigation: Navigation, course: Course) -> None:
    navigation.set_course(replace(course, open_slug="key"))
    assert _titles(navigation) == ["Opening handshake", "Accept key", "Closing handshake"]


def test_rows_stay_while_states_change(navigation: Navigation, course: Course) -> None:
    kept = list(navigation.rows)
    navigation.rows[1].setFocus()
    first = replace(course.groups[0].lessons[0], done=2)
    group = NavGroup("Connect", (first, course.groups[0].lessons[1]))
    navigation.set_course(replace(course, groups=(group, course.groups[1])))
    assert navigation.rows == kept
    assert navigation.rows[1].hasFocus()
    assert isinstance(kept[0], LessonRow)
    assert kept[0].lesson.done == 2


def test_clicks_are_told(navigation: Navigation, qtbot: QtBot) -> None:
    with qtbot.waitSignal(navigation.lesson_chosen) as lesson:
        qtbot.mouseClick(navigation.rows[4], Qt.MouseButton.LeftButton)
    assert lesson.args == ["key"]
    with qtbot.waitSignal(navigation.phase_chosen) as phase:
        qtbot.mouseClick(navigation.rows[3], Qt.MouseButton.LeftButton)
    assert phase.args == ["hs", "c"]


def test_it_is_one_tab_stop_at_the_current_phase(navigation: Navigation) -> None:
    reached = [row.text() for row in navigation.rows if row.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert reached == ["Line by line"]


def test_arrows_move_and_enter_opens(navigation: Navigation, qtbot: QtBot) -> None:
    navigation.rows[2].setFocus()
    qtbot.keyClick(navigation.rows[2], Qt.Key.Key_Down)
    qtbot.keyClick(navigation.rows[3], Qt.Key.Key_Down)
    assert navigation.rows[4].hasFocus()
    with qtbot.waitSignal(navigation.lesson_chosen):
        qtbot.keyClick(navigation.rows[4], Qt.Key.Key_Return)
    for _ in range(9):
        qtbot.keyClick(next(row for row in navigation.rows if row.hasFocus()), Qt.Key.Key_Up)
    assert navigation.rows[0].hasFocus()


def test_names_for_the_ear(navigation: Navigation) -> None:
    assert [row.accessibleName() for row in navigation.rows] == [
        "Opening handshake, 1 of 3 parts done",
        "HTTP or WebSocket?, done",
        "Line by line, current",
        "When it fails, still to come",
        "Accept key",
        "Closing handshake, done",
    ]


def test_the_foot_counts_lessons(navigation: Navigation, course: Course) -> None:
    assert navigation._count.text() == "1 of 3 lessons done"
    navigation.set_course(replace(course, done=5, total=47))
    assert navigation._count.text() == "5 of 47 lessons done"
    assert navigation._bar.share == pytest.approx(5 / 47)


def test_an_empty_course(navigation: Navigation) -> None:
    navigation.set_course(Course())
    assert navigation.rows == []


@pytest.mark.parametrize(("share", "kept"), [(-1, 0), (0.5, 0.5), (7, 1)])
def test_the_bar_stays_in_its_bounds(shown: Callable[..., QWidget], share: float, kept: float) -> None:
    bar = ProgressBar()
    bar.set_share(share)
    shown(bar, 200, 6)
    assert bar.share == kept
