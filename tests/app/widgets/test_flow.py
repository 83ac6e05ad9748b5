"""The flow layout: lines break where they are full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.widgets.flow import Flow

if TYPE_CHECKING:
    from collections.abc import Callable


def _box(width: int) -> QWidget:
    box = QWidget()
    box.setFixedSize(width, 26)
    return box


def test_lines_break(shown: Callable[..., QWidget]) -> None:
    holder = QWidget()
    flow = Flow(8, holder)
    boxes = [_box(100), _box(100), _box(100)]
    for box in boxes:
        flow.addWidget(box)
    shown(holder, 230, 80)
    assert [(box.x(), box.y()) for box in boxes] == [(0, 0), (108, 0), (0, 34)]
    assert flow.heightForWidth(230) == 60
    assert flow.heightForWidth(320) == 26
    assert flow.heightForWidth(10) == 94


def test_what_is_hidden_takes_no_room(shown: Callable[..., QWidget]) -> None:
    holder = QWidget()
    flow = Flow(8, holder)
    boxes = [_box(100), _box(100), _box(100)]
    for box in boxes:
        flow.addWidget(box)
    boxes[1].hide()
    shown(holder, 230, 80)
    assert (boxes[2].x(), boxes[2].y()) == (108, 0)


def test_an_empty_flow_has_no_height(shown: Callable[..., QWidget]) -> None:
    holder = QWidget()
    flow = Flow(8, holder)
    assert flow.heightForWidth(200) == 0
    assert flow.itemAt(0) is None
    assert flow.takeAt(0) is None
