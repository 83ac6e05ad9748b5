"""The figure's own controls."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.model.control import Control
from app.widgets.local_controls import LocalControls, Stepper
from app.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

BLOCK = Control("block", "Block", "segments", 1, 1, 2)
ROUND = Control("round", "Round", "stepper", 37, 0, 79)


@pytest.fixture
def controls(shown: Callable[..., QWidget]) -> LocalControls:
    controls = LocalControls()
    controls.set_controls((BLOCK, ROUND))
    shown(controls)
    return controls


def _stepper(controls: LocalControls) -> Stepper:
    part = controls.parts["round"][1]
    assert isinstance(part, Stepper)
    return part


@pytest.mark.parametrize(("button", "value"), [("less", 36), ("more", 38)])
def test_a_stepper_asks_for_the_next_value(controls: LocalControls, qtbot: QtBot, button: str, value: int) -> None:
    with qtbot.waitSignal(controls.changed) as heard:
        qtbot.mouseClick(getattr(_stepper(controls), button), Qt.MouseButton.LeftButton)
    assert heard.args == ["round", value]


@pytest.mark.parametrize(("value", "less", "more"), [(0, False, True), (40, True, True), (79, True, False)])
def test_a_stepper_ends_at_its_range(controls: LocalControls, value: int, less: bool, more: bool) -> None:
    controls.set_controls((BLOCK, replace(ROUND, value=value)))
    stepper = _stepper(controls)
    assert (stepper.less.isEnabled(), stepper.more.isEnabled()) == (less, more)


def test_segments_show_every_value(controls: LocalControls, qtbot: QtBot) -> None:
    part = controls.parts["block"][1]
    assert isinstance(part, Segments)
    assert [button.text() for button in part.buttons] == ["1", "2"]
    with qtbot.waitSignal(controls.changed) as heard:
        qtbot.mouseClick(part.buttons[1], Qt.MouseButton.LeftButton)
    assert heard.args == ["block", 2]


def test_widgets_stay_while_values_change(controls: LocalControls) -> None:
    kept = _stepper(controls)
    controls.set_controls((BLOCK, replace(ROUND, value=38)))
    assert _stepper(controls) is kept
    assert kept.less.accessibleName() == "Round 38, one less"


def test_none_hides_the_row(controls: LocalControls) -> None:
    controls.set_controls(())
    assert not controls.isVisible()
    assert controls.parts == {}


def test_the_row_is_as_wide_as_what_it_has_come_to_show(controls: LocalControls) -> None:
    """At once, while it is on the screen: whoever places it asks for its size before the next event."""
    controls.set_controls((replace(ROUND, value=7, high=9),))
    short = controls.sizeHint().width()
    assert short > 100
    controls.set_controls((replace(ROUND, value=160, high=1_000_000),))
    assert controls.sizeHint().width() > short + 40
