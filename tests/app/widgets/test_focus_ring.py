"""The focus ring: outside the control, never clipped, not for the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.widgets.button import IconButton
from app.widgets.focus_ring import FocusRing
from app.widgets.scroll import Scroll

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def window(shown: Callable[..., QWidget]) -> QWidget:
    window = QWidget()
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(24, 24, 24, 24)
    for _ in range(20):
        column.addWidget(IconButton("next"))
    scroll = Scroll()
    scroll.setWidget(inside)
    QVBoxLayout(window).addWidget(scroll)
    window.ring = FocusRing(window)  # type: ignore[attr-defined]
    shown(window, 300, 300)
    return window


def test_it_stands_four_pixels_around_the_control(window: QWidget) -> None:
    ring: FocusRing = window.ring  # type: ignore[attr-defined]
    button = window.findChildren(IconButton)[0]
    button.setFocus()
    corner = button.mapTo(window, button.rect().topLeft())
    assert ring.isVisible()
    assert ring.geometry().topLeft().toTuple() == (corner.x() - 4, corner.y() - 4)
    assert ring.size().toTuple() == (40, 40)


def test_it_moves_with_its_control(window: QWidget) -> None:
    ring: FocusRing = window.ring  # type: ignore[attr-defined]
    window.findChildren(IconButton)[1].setFocus()
    before = ring.y()
    window.findChildren(Scroll)[0].verticalScrollBar().setValue(10)
    assert ring.y() == before - 10


def test_it_leaves_with_the_focus(window: QWidget) -> None:
    ring: FocusRing = window.ring  # type: ignore[attr-defined]
    button = window.findChildren(IconButton)[0]
    button.setFocus()
    button.clearFocus()
    assert not ring.isVisible()


def test_it_does_not_take_the_mouse(window: QWidget) -> None:
    ring: FocusRing = window.ring  # type: ignore[attr-defined]
    window.findChildren(IconButton)[0].setFocus()
    assert window.childAt(ring.geometry().center()) is not ring


def test_it_stands_around_the_frame_of_a_control_that_names_one(window: QWidget) -> None:
    ring: FocusRing = window.ring  # type: ignore[attr-defined]
    button = window.findChildren(IconButton)[1]
    button.focus_frame = button.parentWidget()  # type: ignore[attr-defined]
    button.setFocus()
    assert ring.isVisible()
    assert ring.width() > button.width() + 8
