"""What figures of the page may use."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.drawing.marks import Font
from app.drawing.theme import DARK
from app.widgets.capture.room import room_of
from app.widgets.look import Look


def test_the_room_speaks_the_language_of_the_look(qapp: object) -> None:
    widget = QWidget()
    widget.look = Look(DARK, "zh_CN")  # type: ignore[attr-defined]
    room = room_of(widget)
    assert room.words.lang == "zh_CN"
    assert room.measure.width("掩码", Font(14)) > 20
    assert room.top == 0
