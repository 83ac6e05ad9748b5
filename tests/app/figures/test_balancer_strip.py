"""A strip is as long as its frame, and its fields are as long as theirs."""

from __future__ import annotations

from itertools import pairwise

from app.drawing.marks import Box, Label
from app.figures.balancer_strip import BYTE, EDGE, LONGEST, chip_width, strip, strip_width, text_chip
from app.figures.pen import Pen
from protocol.frames import FrameReader, encode_frame
from protocol.vocabulary import Opcode
from tests.figures_support import plain_room


def frame(text=b"Hello", key=None):
    return FrameReader().feed(encode_frame(Opcode.TEXT, text, key=key))[0]


def drawn(one):
    pen = Pen(plain_room())
    strip(pen, "strip", 100, 50, one)
    return {mark.id: mark for mark in pen.marks}


def test_four_units_a_byte():
    assert strip_width(frame()) == 7 * BYTE + 2 * EDGE
    assert strip_width(frame(key=bytes.fromhex("37fa213d"))) == 11 * BYTE + 2 * EDGE


def test_fields_stand_in_wire_order_without_gaps():
    marks = drawn(frame(key=bytes.fromhex("37fa213d")))
    fields = [mark.rect for name, mark in marks.items() if "/" in name and isinstance(mark, Box)]
    assert fields[0].x == 100 + EDGE
    assert all(abs(one.right - other.x) < 1e-9 for one, other in pairwise(fields))
    assert fields[-1].width == 5 * BYTE
    assert marks["strip"].spoken == "A frame of 11 bytes, masked with 37 fa 21 3d: “Hello”"


def test_a_long_frame_is_cut_off():
    marks = drawn(frame(b"x" * 1000))
    assert strip_width(frame(b"x" * 1000)) == LONGEST
    assert all(mark.rect.right <= 100 + LONGEST for mark in marks.values() if isinstance(mark, Box))


def test_a_text_stands_in_its_chip():
    pen = Pen(plain_room())
    text_chip(pen, "chip", 10, 20, "A long text that does not fit")
    label = next(mark for mark in pen.marks if isinstance(mark, Label))
    assert label.text.endswith("…")
    assert label.width <= chip_width(pen, "A long text that does not fit")
