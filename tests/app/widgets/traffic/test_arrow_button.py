"""A button with an arrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.widgets.traffic.arrow_button import ArrowButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def test_both_ways_have_room_for_word_and_arrow(shown: Callable[..., QWidget]) -> None:
    pictures = []
    for way in ("up", "down"):
        button = ArrowButton(way)  # type: ignore[arg-type]
        button.setText("Next")
        shown(button, button.sizeHint().width(), 32)
        pictures.append(button.grab().toImage())
        assert button.sizeHint().width() > button.fontMetrics().horizontalAdvance("Next") + 20
    assert pictures[0] != pictures[1]
