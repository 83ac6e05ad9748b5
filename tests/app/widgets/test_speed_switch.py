"""The speed switch: three of five, the chosen one in the middle where it can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.settings import SPEEDS as STORED
from app.widgets.speed_switch import SPEEDS, SpeedSwitch

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize(
    ("speed", "shown"),
    [
        (0.25, ["0.25×", "0.5×", "1×"]),
        (0.5, ["0.25×", "0.5×", "1×"]),
        (1.0, ["0.5×", "1×", "2×"]),
        (2.0, ["1×", "2×", "4×"]),
        (4.0, ["1×", "2×", "4×"]),
    ],
)
def test_what_is_shown(qapp: QApplication, speed: float, shown: list[str]) -> None:
    switch = SpeedSwitch()
    switch.set_speed(speed)
    assert [button.text() for button in switch.buttons] == shown
    assert switch.value() == speed


@pytest.mark.parametrize(("speed", "slower", "faster"), [(0.25, 0.25, 0.5), (1, 0.5, 2), (4, 2, 4)])
def test_neighbours(qapp: QApplication, speed: float, slower: float, faster: float) -> None:
    switch = SpeedSwitch()
    switch.set_speed(speed)
    assert (switch.neighbour(-1), switch.neighbour(1)) == (slower, faster)


def test_the_settings_know_the_same_speeds() -> None:
    assert SPEEDS == STORED
