"""The controls of a presentation: what can be pressed, where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget

from app.model.track import Track
from app.widgets.presenter_controls import MARGIN, PresenterControls

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qapp: QApplication) -> QWidget:
    return QWidget()


@pytest.fixture
def controls(window: QWidget, shown: Callable[..., QWidget]) -> PresenterControls:
    shown(window, 800, 600)
    controls = PresenterControls(window)
    controls.watch(window)
    return controls


@pytest.mark.parametrize(
    ("count", "current", "enabled"),
    [(0, 0, set()), (1, 0, set()), (3, 0, {"play", "next", "last"}), (3, 2, {"first", "back", "play"})],
)
def test_what_can_be_pressed(controls: PresenterControls, count: int, current: int, enabled: set[str]) -> None:
    controls.set_track(Track(("step",) * count, (), current))
    assert {name for name, button in controls.buttons.items() if button.isEnabled()} == enabled | {"leave"}


def test_every_button_says_its_action(controls: PresenterControls, qtbot: QtBot) -> None:
    controls.set_track(Track(("a", "b", "c"), (), 1))
    for name, button in controls.buttons.items():
        with qtbot.waitSignal(controls.action_chosen) as heard:
            button.click()
        assert heard.args == [name]
        assert button.accessibleName()


def test_it_stands_at_the_right_edge(controls: PresenterControls) -> None:
    controls.place(QRect(0, 0, 800, 600), 564)
    assert controls.geometry().right() == 799 - MARGIN
    assert abs(controls.geometry().center().y() - 564) <= 1


def test_it_stays_while_it_has_the_focus(controls: PresenterControls, qtbot: QtBot) -> None:
    controls.appear()
    with qtbot.waitActive(controls.window()):
        controls.window().activateWindow()
    controls.buttons["leave"].setFocus()
    qtbot.waitUntil(controls.buttons["leave"].hasFocus)
    controls._timer.timeout.emit()
    assert controls.isVisible()


def test_while_it_plays_the_button_pauses(controls: PresenterControls) -> None:
    controls.set_playing(True)
    assert controls.buttons["play"].icon_name == "pause"
    assert controls.buttons["play"].accessibleName() == "Pause"


def test_when_nothing_is_presented_it_never_appears(controls: PresenterControls) -> None:
    controls.watch()
    controls.appear()
    assert not controls.isVisible()
