"""The order of Tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.button import IconButton
from app.widgets.tab_order import following, stops

if TYPE_CHECKING:
    from collections.abc import Callable


def test_places_decide(shown: Callable[..., QWidget]) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    bar, pane = QWidget(), QWidget()
    row = QHBoxLayout(bar)
    right, left = IconButton("next"), IconButton("back")
    row.addWidget(left)
    row.addWidget(right)
    rows = QVBoxLayout(pane)
    lower, upper, off = IconButton("last"), IconButton("first"), IconButton("play")
    rows.addWidget(upper)
    rows.addWidget(lower)
    rows.addWidget(off)
    off.setEnabled(False)
    column.addWidget(bar)
    column.addWidget(pane)
    shown(window, 400, 300)
    assert stops([bar, pane]) == [left, right, upper, lower]
    pane.hide()
    assert stops([bar, pane]) == [left, right]


def test_a_line_reads_from_left_to_right_whatever_the_heights(shown: Callable[..., QWidget]) -> None:
    pane = QWidget()
    column = QVBoxLayout(pane)
    row = QHBoxLayout()
    low, high = IconButton("next", 24), IconButton("back", 40)
    row.addWidget(low)
    row.addWidget(high)
    below = IconButton("play")
    column.addLayout(row)
    column.addWidget(below)
    shown(pane, 200, 200)
    assert low.y() > high.y()
    assert stops([pane]) == [low, high, below]


def test_round_and_round(shown: Callable[..., QWidget]) -> None:
    one, two = QWidget(), QWidget()
    assert following([one, two], one, forward=True) is two
    assert following([one, two], two, forward=True) is one
    assert following([one, two], one, forward=False) is two
    assert following([one, two], None, forward=True) is one
    assert following([], None, forward=True) is None
