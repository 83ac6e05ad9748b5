"""An envelope opened: four names and their values, or one sentence."""

from __future__ import annotations

from app.figures.delivery_envelope import NAMES, SHORT, TALL, envelope
from app.figures.delivery_rows import rows_of
from app.figures.pen import Pen
from tests.figures_support import plain_room
from tests.lessons_support import facts_of


def opened(fault):
    pen = Pen(plain_room())
    envelope(pen, rows_of(facts_of("reliable-delivery", fault)).rows[0], (50, 300), 780)
    return {mark.id: mark for mark in pen.marks}


def test_each_name_has_its_value():
    marks = opened("")
    assert [marks[f"envelope/{name}/value"].text for name in NAMES] == ["chat", "Hello", "1", "1767225600000"]
    assert marks["envelope"].rect.height == TALL
    assert marks["envelope"].spoken.startswith('{"type":"chat"')


def test_what_cannot_be_opened_is_shown_as_it_is():
    marks = opened("malformed")
    assert marks["envelope/text"].text == '{"type":"chat","data":"Hello"'
    assert marks["envelope/none"].text == "This is no JSON object."
    assert marks["envelope"].rect.height == SHORT
