"""The stage: controls stand at the title's right, at every size of the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint

from app.drawing.canvas import Canvas
from app.model.control import Control
from app.widgets.stage import TITLE, Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

ROUND = Control("round", "Round", "stepper", 37, 0, 79)


@pytest.mark.parametrize(("width", "height"), [(888, 772), (968, 672), (1368, 952)])
def test_controls_end_where_the_title_row_ends(
    shown: Callable[..., QWidget], qtbot: QtBot, width: int, height: int
) -> None:
    stage = Stage(Canvas())
    stage.set_controls((ROUND,))
    shown(stage, width, height)
    row = stage.canvas.to_widget(TITLE)

    def placed() -> bool:
        spot = stage.controls.geometry()
        return abs(spot.right() + 1 - row.right()) <= 1 and abs(spot.center().y() - row.center().y()) <= 1.5

    qtbot.waitUntil(placed)


def test_the_menu_is_asked_for(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    stage = Stage(Canvas())
    shown(stage, 888, 772)
    with qtbot.waitSignal(stage.menu_wanted):
        stage.canvas.menu_requested.emit("", QPoint(3, 4))
