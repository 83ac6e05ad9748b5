"""The whole capture: clicks and keys become moments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from app.drawing.marks import Box
from app.figures.traffic_overview import Overview
from app.widgets.capture.overview import OverviewPane

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

SHOWN = Overview(0.0, 600.0, 6.0, {2 * n: 3 for n in range(100)}, shown=(100.0, 110.0))


@pytest.fixture
def pane(shown: Callable[..., QWidget]) -> OverviewPane:
    made = OverviewPane()
    shown(made, 840, 140)
    made.set_overview(SHOWN)
    return made


def wanted(pane: OverviewPane) -> list[float]:
    found: list[float] = []
    pane.wanted.connect(found.append)
    return found


def test_a_click_goes_to_its_moment(pane: OverviewPane, qtbot: QtBot) -> None:
    found = wanted(pane)
    window = pane.figure.scene.find("window")
    assert isinstance(window, Box)
    middle = round(window.rect.x + window.rect.width / 2)
    qtbot.mouseClick(pane.figure, Qt.MouseButton.LeftButton, pos=QPoint(middle, 50))
    qtbot.mouseClick(pane.figure, Qt.MouseButton.LeftButton, pos=QPoint(839, 50))
    assert found[0] == pytest.approx(105, abs=2)
    assert found[1] == pytest.approx(600, abs=1)


def test_keys_move_by_a_stretch(pane: OverviewPane, qtbot: QtBot) -> None:
    found = wanted(pane)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_End):
        qtbot.keyClick(pane.figure, key)
    assert found == [pytest.approx(117.0), pytest.approx(93.0), 0.0, 600.0]


def test_words(pane: OverviewPane) -> None:
    assert pane.under.text() == "frames per 6 s, click to go there"
    pane.set_overview(Overview(0.0, 1.0, 0.125, {}))
    assert pane.under.text() == "frames per 125 ms, click to go there"
    pane.set_overview(None)
    assert pane.under.text() == ""
