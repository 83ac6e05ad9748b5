"""The pen measures, elides and knows its room."""

from __future__ import annotations

from app.drawing.marks import Box, Font, Label
from app.figures.accept_pen import Pen, draw_bits, hex8, mono, sans
from tests.figures_support import plain_room


def test_heights_between_and_beyond() -> None:
    assert Pen(plain_room(632)).between(10, 20) == 10
    assert Pen(plain_room(702)).between(10, 20) == 15
    assert Pen(plain_room(772)).between(10, 20) == 20
    assert Pen(plain_room(900)).between(10, 20) == 20


def test_a_long_text_is_elided_and_spoken_in_full() -> None:
    pen = Pen(plain_room())
    width = pen.text("t", 0, 0, "a rather long text", sans(14), within=60)
    (label,) = pen.marks
    assert isinstance(label, Label)
    assert label.text.endswith("…")
    assert label.spoken == "a rather long text"
    assert label.width == width <= 60


def test_runs_elide_their_last_part() -> None:
    pen = Pen(plain_room())
    pen.runs("t", 0, 0, (("Name: ", mono(14), "text2"), ("value" * 9, mono(14, bold=True), "text")), within=100)
    (label,) = pen.marks
    assert isinstance(label, Label)
    assert label.width <= 100
    assert label.text == "".join(run[0] for run in label.runs)
    assert label.text.startswith("Name: value")


def test_bits_are_squares_from_bit_31_on_the_left() -> None:
    pen = Pen(plain_room())
    draw_bits(pen, "w", 0x80000001, 100)
    boxes = [mark for mark in pen.marks if isinstance(mark, Box)]
    assert [box.id for box in boxes][:2] == ["w/bit.31", "w/bit.30"]
    assert [place for place, box in enumerate(boxes) if box.fill == "ink"] == [0, 31]
    assert hex8(1) == "00000001"
    assert Font(14, mono=True) == mono(14)
