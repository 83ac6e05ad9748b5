"""Chips, ends, the list and what Ben's program is given."""

from __future__ import annotations

import pytest

from app.drawing.marks import Glyph, Label
from app.figures.delivery_marks import chip_text, gifts, ledger, passage
from app.figures.delivery_rows import Note, rows_of
from app.figures.pen import Pen
from tests.figures_support import plain_room
from tests.lessons_support import facts_of

END = 1 << 40


def passed(number, fault="", cursor=END):
    row = rows_of(facts_of("reliable-delivery", fault)).rows[number]
    pen = Pen(plain_room())
    passage(pen, row, 200, 40, cursor, "row")
    return row, {mark.id: mark for mark in pen.marks}


@pytest.mark.parametrize(
    ("number", "fault", "text"),
    [
        (0, "", "1 “Hello”"),
        (1, "", "ack 1"),
        (6, "", "2 again"),
        (0, "malformed", "no envelope"),
        (1, "malformed", "error"),
    ],
)
def test_a_chip_says_what_travels(number, fault, text):
    row, marks = passed(number, fault)
    assert chip_text(Pen(plain_room()), row) == text
    assert any(isinstance(mark, Label) and mark.text == text for mark in marks.values())


def test_a_message_under_way_is_dashed_and_speaks():
    row, _ = passed(0)
    _, marks = passed(0, cursor=row.hops[0].sent + 1)
    assert marks["row/hop.0"].dash
    assert marks["row/hop.0/chip"].spoken == f"1 “Hello”, from Ada to the server, {row.hops[0].frame.size} bytes"
    assert "row/hop.1" not in marks


@pytest.mark.parametrize(
    ("number", "fault", "glyph", "text"),
    [
        (2, "", "cross", "thrown away by the server"),
        (2, "overtaking", "pending", "put aside by the server"),
        (0, "nobody", "cross", "Ben is not connected"),
        (0, "malformed", "warning", "refused: no envelope"),
        (0, "no-checks", "cross", "the server’s program breaks down"),
    ],
)
def test_what_became_of_it_stands_at_the_server(number, fault, glyph, text):
    _, marks = passed(number, fault)
    mark = marks["row/end/glyph"]
    assert isinstance(mark, Glyph)
    assert (mark.name, mark.spoken) == (glyph, text)


def test_a_cut_stands_on_the_line_itself():
    _, marks = passed(2, "break")
    assert marks["row/hop.0/cut"].x < 452
    assert marks["row/end.0"].text == "the connection breaks"


def test_numbers_that_left_the_list_are_struck():
    pen = Pen(plain_room())
    ledger(pen, "row", 100, (2,), (1, 3), (3,))
    marks = {mark.id: mark for mark in pen.marks}
    assert [marks[f"row/gone.{number}"].name for number in (1, 3)] == ["tick", "cross"]
    assert marks["row/gone.1/text"].struck
    assert marks["row/listed.2/text"].text == "2"


@pytest.mark.parametrize(
    ("notes", "text", "glyph"),
    [
        ([Note("deliver", 0, 2, "b"), Note("deliver", 0, 3, "c")], "2 “b”, 3 “c”", "tick"),
        ([Note("duplicate", 0, 3)], "3 again: removed", "none"),
        ([Note("early", 0, 3)], "3 is early: kept", "pending"),
    ],
)
def test_what_the_program_is_given(notes, text, glyph):
    pen = Pen(plain_room())
    gifts(pen, "row", 100, notes)
    marks = {mark.id: mark for mark in pen.marks}
    assert (marks["row/given"].text, marks["row/given/glyph"].name) == (text, glyph)
