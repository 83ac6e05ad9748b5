"""The scrubber: ticks, phases, dragging; a slider to the reader of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractSlider, QWidget

from app.model.track import Track
from app.widgets.scrubber import BAR_Y, LINE_Y, Scrubber

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


@pytest.fixture
def scrubber(shown: Callable[..., QWidget], track: Track) -> Scrubber:
    scrubber = Scrubber()
    scrubber.set_track(track)
    shown(scrubber, 888, 79)
    return scrubber


def _at(scrubber: Scrubber, step: int, y: int = LINE_Y) -> QPoint:
    return QPoint(round(scrubber.axis().place(step)), y)


@pytest.mark.parametrize("step", [0, 2, 4])
def test_a_click_chooses_a_step(scrubber: Scrubber, qtbot: QtBot, step: int) -> None:
    with qtbot.waitSignal(scrubber.step_chosen) as heard:
        qtbot.mouseClick(scrubber, Qt.MouseButton.LeftButton, pos=_at(scrubber, step))
    assert heard.args == [step]


def test_a_click_on_a_phase_goes_to_its_first_step(scrubber: Scrubber, qtbot: QtBot) -> None:
    with qtbot.waitSignal(scrubber.step_chosen) as heard:
        qtbot.mouseClick(scrubber, Qt.MouseButton.LeftButton, pos=_at(scrubber, 4, BAR_Y + 10))
    assert heard.args == [2]


def test_dragging_tells_each_step_once(scrubber: Scrubber, track: Track, qtbot: QtBot) -> None:
    heard: list[int] = []

    def move(step: int) -> None:
        heard.append(step)
        scrubber.set_track(Track(track.names, track.phases, step))

    scrubber.step_chosen.connect(move)
    qtbot.mousePress(scrubber, Qt.MouseButton.LeftButton, pos=_at(scrubber, 1))
    for x in range(_at(scrubber, 1).x(), _at(scrubber, 3).x(), 20):
        scrubber._choose(scrubber.axis().nearest(x))
    qtbot.mouseRelease(scrubber, Qt.MouseButton.LeftButton, pos=_at(scrubber, 3))
    assert heard == [2, 3]


def test_keys_belong_to_the_window(scrubber: Scrubber, qtbot: QtBot) -> None:
    heard: list[int] = []
    scrubber.step_chosen.connect(heard.append)
    qtbot.keyClick(scrubber, Qt.Key.Key_Right)
    qtbot.keyClick(scrubber, Qt.Key.Key_End)
    assert heard == []


def test_it_is_a_slider_with_a_value(scrubber: Scrubber) -> None:
    face = QAccessible.queryAccessibleInterface(scrubber)
    assert face.role() == QAccessible.Role.Slider
    assert (scrubber.minimum(), scrubber.value(), scrubber.maximum()) == (0, 1, 4)
    assert scrubber.accessibleDescription() == "Step 2 of 5: sent"


def test_an_assistive_tool_moves_it(scrubber: Scrubber, qtbot: QtBot) -> None:
    with qtbot.waitSignal(scrubber.step_chosen) as heard:
        scrubber.triggerAction(QAbstractSlider.SliderAction.SliderSingleStepAdd)
    assert heard.args == [2]


@pytest.mark.parametrize(("width", "steps"), [(888, 0), (888, 1), (320, 40), (648, 120)])
def test_any_number_of_steps_is_drawn(shown: Callable[..., QWidget], width: int, steps: int) -> None:
    scrubber = Scrubber()
    names = tuple(f"A rather long name of step {n}" for n in range(steps))
    scrubber.set_track(Track(names, (), max(0, steps - 1)))
    shown(scrubber, width, 79)
    assert not scrubber.grab().isNull()
