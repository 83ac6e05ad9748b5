"""The top bar: what is built, what is said, and the words in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from app.widgets.top_bar import MODES, THEMES, Mark, TopBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def bar(shown: Callable[..., QWidget]) -> TopBar:
    bar = TopBar()
    shown(bar, 1440, 48)
    return bar


def test_what_is_offered_can_be_chosen(bar: TopBar, qtbot: QtBot) -> None:
    def enabled() -> list[str]:
        return [mode for mode, button in zip(MODES, bar.modes.buttons, strict=True) if button.isEnabled()]

    assert enabled() == ["learn"]
    bar.set_modes(("learn", "capture"))
    assert enabled() == ["learn", "capture"]
    with qtbot.waitSignal(bar.mode_chosen) as heard:
        qtbot.mouseClick(bar.modes.buttons[3], Qt.MouseButton.LeftButton)
    assert heard.args == ["capture"]
    bar.set_mode("capture")
    assert bar.modes.value() == "capture"
    assert "Ctrl+4" in bar.modes.buttons[3].toolTip()


def test_the_modes_stand_in_the_middle(bar: TopBar) -> None:
    middle = bar.modes.mapTo(bar, QPoint(0, 0)).x() + bar.modes.width() / 2
    assert abs(middle - 720) <= 1


def test_the_language_is_asked_for(bar: TopBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.language_chosen) as heard:
        qtbot.mouseClick(bar.languages.buttons[1], Qt.MouseButton.LeftButton)
    assert heard.args == ["zh_CN"]
    bar.set_language("zh_CN")
    assert bar.languages.value() == "zh_CN"


@pytest.mark.parametrize("name", THEMES)
def test_each_theme_can_be_chosen(bar: TopBar, qtbot: QtBot, name: str) -> None:
    entry = bar.menu.actions()[THEMES.index(name)]
    with qtbot.waitSignal(bar.theme_chosen) as heard:
        entry.trigger()
    assert heard.args == [name]


def test_the_theme_shows(bar: TopBar) -> None:
    bar.set_theme("system", "dark")
    assert bar.theme_button.icon_name == "theme-dark"
    assert [entry.isChecked() for entry in bar.menu.actions()] == [False, False, False, True]
    assert bar.theme_button.accessibleName() == "Theme: As the system"


@pytest.mark.parametrize(("narrow", "drawer", "icon"), [(True, True, "lessons"), (True, False, "pane")])
def test_the_drawer_button(bar: TopBar, narrow: bool, drawer: bool, icon: str) -> None:
    bar.set_drawer(narrow=narrow, drawer_open=drawer)
    assert bar.pane_button.isVisible()
    assert bar.pane_button.icon_name == icon
    bar.set_drawer(narrow=False, drawer_open=drawer)
    assert not bar.pane_button.isVisible()


def test_the_mark_is_the_only_colour(shown: Callable[..., QWidget]) -> None:
    image = shown(Mark(), 34, 16).grab().toImage()
    assert image.pixelColor(7, 8).name().upper() == "#0072B2"
    assert image.pixelColor(26, 8).name().upper() == "#CC79A7"


def test_every_control_has_a_name(bar: TopBar) -> None:
    for button in (bar.theme_button, bar.pane_button, *bar.modes.buttons, *bar.languages.buttons):
        assert button.accessibleName()
