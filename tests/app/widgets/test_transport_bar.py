"""The transport bar: which buttons are possible where, the play icon, the count."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.model.track import Track
from app.widgets.transport_bar import TransportBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def bar(shown: Callable[..., QWidget], track: Track) -> TransportBar:
    bar = TransportBar()
    bar.set_track(track)
    shown(bar, 1440, 80)
    return bar


@pytest.mark.parametrize(
    ("current", "enabled"),
    [(0, "play next last"), (2, "first back play next last"), (4, "first back play")],
)
def test_what_is_possible(bar: TransportBar, track: Track, current: int, enabled: str) -> None:
    bar.set_track(replace(track, current=current))
    assert [name for name, button in bar.buttons.items() if button.isEnabled()] == enabled.split()


@pytest.mark.parametrize("name", ["first", "back", "play", "next", "last"])
def test_buttons_say_their_action(bar: TransportBar, qtbot: QtBot, name: str) -> None:
    with qtbot.waitSignal(bar.action_chosen) as heard:
        qtbot.mouseClick(bar.buttons[name], Qt.MouseButton.LeftButton)
    assert heard.args == [name]


def test_playing_shows_pause(bar: TransportBar) -> None:
    bar.set_playing(True)
    assert bar.buttons["play"].icon_name == "pause"
    assert bar.buttons["play"].accessibleName() == "Pause"
    bar.set_playing(False)
    assert bar.buttons["play"].accessibleName() == "Play"


def test_the_count(bar: TransportBar) -> None:
    assert bar._count.text() == "Step 2 / 5"
    bar.set_track(Track())
    assert not bar._count.isVisible()
    assert not any(button.isEnabled() for button in bar.buttons.values())


def test_places_of_the_design(bar: TransportBar) -> None:
    tops = {name: button.mapTo(bar, button.rect().topLeft()).toTuple() for name, button in bar.buttons.items()}
    assert [x for x, _ in tops.values()] == [24, 60, 98, 148, 184]
    assert bar.scrubber.x() == 240
    assert bar.scrubber.width() == 888


def test_speed_is_asked_for(bar: TransportBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.speed_chosen) as heard:
        qtbot.mouseClick(bar.speeds.buttons[2], Qt.MouseButton.LeftButton)
    assert heard.args == [2.0]
