"""The panel's pen knows its room, and a word is a row of squares."""

from __future__ import annotations

from app.drawing.marks import Box
from app.figures.accept_panel import PanelPen, draw_bits, hex8
from tests.figures_support import plain_room


def test_heights_between_and_beyond() -> None:
    assert PanelPen(plain_room(632)).between(10, 20) == 10
    assert PanelPen(plain_room(702)).between(10, 20) == 15
    assert PanelPen(plain_room(772)).between(10, 20) == 20
    assert PanelPen(plain_room(900)).between(10, 20) == 20


def test_bits_are_squares_from_bit_31_on_the_left() -> None:
    pen = PanelPen(plain_room())
    draw_bits(pen, "w", 0x80000001, 100)
    boxes = [mark for mark in pen.marks if isinstance(mark, Box)]
    assert [box.id for box in boxes][:2] == ["w/bit.31", "w/bit.30"]
    assert [place for place, box in enumerate(boxes) if box.fill == "ink"] == [0, 31]
    assert hex8(1) == "00000001"
