"""The bottom bar of Capture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.model.traffic.opening import Opening
from app.widgets.capture.bottom_bar import CaptureBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def bar(shown: Callable[..., QWidget]) -> CaptureBar:
    made = CaptureBar()
    shown(made, 1440, 80)
    return made


def test_without_a_file(bar: CaptureBar) -> None:
    assert bar.heading.text() == "No file is open"
    assert not bar.buttons["close"].isEnabled()
    assert not bar.buttons["stop"].isVisible()
    assert not bar.line.isVisible()


def test_while_a_file_is_read(bar: CaptureBar, qtbot: QtBot) -> None:
    bar.set_opening(Opening("opening", 486_000_000, 0.79, 34))
    assert bar.words.text() == "384 of 486 MB, 79 %, about 9 s left"
    assert bar.hint.isVisible()
    assert bar.line.part == 0.79
    picture = bar.line.grab().toImage()
    assert picture.pixel(round(bar.line.width() * 0.5), 4) != picture.pixel(round(bar.line.width() * 0.9), 4)
    with qtbot.waitSignal(bar.asked) as asked:
        qtbot.mouseClick(bar.buttons["stop"], Qt.MouseButton.LeftButton)
    assert asked.args == ["stop"]
    bar.set_opening(Opening("open", 486_000_000, 1.0, 43))
    assert not bar.buttons["stop"].isVisible()
    assert not bar.line.isVisible()


def test_what_is_possible(bar: CaptureBar) -> None:
    bar.set_selected(selected=False, anything=True)
    assert [name for name, button in bar.buttons.items() if button.isEnabled()] == ["open", "stop", "story", "report"]
    bar.set_selected(selected=True, anything=True)
    assert bar.buttons["lab"].isEnabled()


@pytest.mark.parametrize("width", [1200, 1920])
def test_nothing_is_cut_off(bar: CaptureBar, width: int) -> None:
    bar.resize(width, 80)
    bar.set_opening(Opening("opening", 486_000_000, 0.79, 34))
    buttons = [button for button in bar.buttons.values() if button.isVisible()]
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    assert max(button.mapTo(bar, button.rect().topRight()).x() for button in buttons) <= width - 16
