"""Marks that light up together, by pointer, key and from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from app.drawing.marks import Box, Rect, Scene
from app.widgets.traffic.figure import LinkedFigure

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # what pops up without a display

SCENE = Scene(
    (
        Box(id="a", rect=Rect(10, 10, 40, 20), fill="ink", links=("byte:0", "field:x"), spoken="One."),
        Box(id="b", rect=Rect(60, 10, 40, 20), fill="ink", links=("field:x", "byte:0"), spoken="Two."),
        Box(id="c", rect=Rect(10, 50, 40, 20), fill="ink", links=("field:y",), spoken="Three."),
    ),
    width=120,
    height=80,
    title="Marks",
)


@pytest.fixture
def figure(shown: Callable[..., QWidget]) -> LinkedFigure:
    made = LinkedFigure()
    made.show_scene(SCENE)
    shown(made, 120, 80)
    return made


def lit(figure: LinkedFigure) -> list[str]:
    return [mark.id for mark in figure.lit()]


def test_pointing_rings_what_belongs_together(figure: LinkedFigure, qtbot: QtBot) -> None:
    before = figure.grab().toImage()
    with qtbot.waitSignal(figure.hovered) as hovered:
        qtbot.mouseMove(figure, QPoint(20, 20))
    assert hovered.args == ["a"]
    assert lit(figure) == ["a", "b"]
    assert figure.grab().toImage() != before


def test_a_click_pins_and_another_lets_go(figure: LinkedFigure, qtbot: QtBot) -> None:
    with qtbot.waitSignal(figure.activated) as chosen:
        qtbot.mouseClick(figure, Qt.MouseButton.LeftButton, pos=QPoint(20, 60))
    assert chosen.args == ["c"]
    assert figure.pinned == ("field:y",)
    qtbot.mouseClick(figure, Qt.MouseButton.LeftButton, pos=QPoint(20, 60))
    assert figure.pinned == ()


def test_keys_move_among_marks(figure: LinkedFigure, qtbot: QtBot) -> None:
    figure.setFocus()
    qtbot.keyClick(figure, Qt.Key.Key_Down)
    assert lit(figure) == ["a", "b"]
    for _ in range(5):
        qtbot.keyClick(figure, Qt.Key.Key_Down)
    qtbot.keyClick(figure, Qt.Key.Key_Return)
    assert figure.pinned == ("field:y",)
    qtbot.keyClick(figure, Qt.Key.Key_Escape)
    assert figure.pinned == ()
    assert lit(figure) == []


def test_what_is_linked_elsewhere_is_ringed(figure: LinkedFigure) -> None:
    figure.set_linked(("field:y",))
    assert lit(figure) == ["c"]
    figure.set_linked(())
    assert lit(figure) == []


def test_another_scene_is_painted_and_named(figure: LinkedFigure) -> None:
    before = figure.grab().toImage()
    figure.show_scene(Scene(SCENE.marks[:1], 120, 80, title="One mark"))
    assert figure.grab().toImage() != before
    assert figure.accessibleName() == "One mark"
