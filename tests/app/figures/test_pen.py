"""The pen measures, elides, breaks lines and gives its marks their prefix."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.drawing.marks import Box, Font, Label, Rect, Room, Stroke
from app.drawing.plain_measure import PlainMeasure as WithStencils
from app.figures.pen import Pen, _pieces, mono, sans, wrap
from tests.figures_support import PlainMeasure, plain_room


def test_a_long_text_is_elided_and_spoken_in_full() -> None:
    label = Pen(plain_room()).text("t", 0, 0, "a rather long text", 14, within=60)
    assert label.text.endswith("…")
    assert label.spoken == "a rather long text"
    assert label.width <= 60


def test_a_size_or_a_whole_font() -> None:
    pen = Pen(plain_room())
    one, two = pen.text("1", 0, 0, "hex", 18, bold=True, mono=True), pen.text("2", 0, 0, "hex", mono(18, bold=True))
    assert one.font == two.font == Font(18, bold=True, mono=True)
    assert sans(13) == Font(13)


def test_runs_elide_their_last_part() -> None:
    pen = Pen(plain_room())
    runs = (("Name: ", mono(14), "text2"), ("value" * 9, mono(14, bold=True), "text"))
    label = pen.runs("t", 0, 0, runs, within=100)
    assert label.width <= 100
    assert label.text == "".join(run[0] for run in label.runs)
    assert label.text.startswith("Name: value")
    assert label.spoken == "Name: " + "value" * 9
    assert pen.runs("u", 0, 0, runs).spoken == ""


def test_marks_get_the_prefix() -> None:
    pen = Pen(plain_room(), "part.")
    pen.box("box", 1, 2, 3, 4, fill="ink")
    pen.rect("rect", Rect(1, 2, 3, 4), "ink")
    pen.line("line", ((0, 0), (1, 0)), head=8)
    pen.line("area", ((0, 0), (1, 0), (1, 1)), fill="ink")
    pen.glyph("tick", 0, 0, "tick", 20)
    pen.text("text", 0, 0, "text")
    box, rect, line, area, *_ = pen.marks
    assert [mark.id for mark in pen.marks] == [
        "part." + name for name in ("box", "rect", "line", "area", "tick", "text")
    ]
    assert isinstance(box, Box)
    assert isinstance(rect, Box)
    assert (box.rect, box.fill) == (rect.rect, rect.fill)
    assert isinstance(line, Stroke)
    assert isinstance(area, Stroke)
    assert (line.head, line.closed, area.closed) == (8, False, True)
    assert isinstance(pen.marks[-1], Label)


def test_lines_break_at_spaces_and_between_chinese_characters_but_not_before_a_full_stop() -> None:
    font, measure = Font(10), PlainMeasure()
    assert wrap("one two three", font, 45, measure) == ["one two", "three"]
    assert wrap("一二三四。", font, 40, measure) == ["一二三", "四。"]
    assert wrap("one two", font, 45, measure, first=30) == ["one", "two"]


@given(st.text(alphabet="ab .,)“”…é中（\t-", max_size=14))
def test_a_text_is_cut_in_the_same_places_however_it_is_cut(text: str) -> None:
    """Without East Asian characters there is a shorter way."""
    found = _pieces(text)
    assert "".join(found) == text
    assert _pieces(text + "中")[: len(found) - 1] == found[:-1]


def test_what_stands_together_is_drawn_once_for_each_key() -> None:
    calls: list[float] = []

    def draw(pen: Pen, x: float) -> None:
        calls.append(x)
        pen.box("b", x, 0, 1, 1, fill="ink")

    rooms = [Room(measure, plain_room().words) for measure in (WithStencils("en"), PlainMeasure())]
    marks = []
    for room in rooms:
        pen = Pen(room, "together.")
        for x in (101.5, 102.5, 101.5):
            pen.together((x,), draw, x)
        marks.append(pen.marks)
    assert calls == [101.5, 102.5, 101.5, 102.5, 101.5]
    assert marks[0] == marks[1]


def test_what_seldom_comes_twice_is_remembered_from_the_second_time_on() -> None:
    calls: list[float] = []

    def draw(pen: Pen, x: float) -> None:
        calls.append(x)
        pen.box("b", x, 0, 1, 1, fill="ink")

    pen = Pen(Room(WithStencils("en"), plain_room().words), "again.")
    for x in (201.5, 202.5, 201.5, 201.5, 201.5):
        pen.again((x,), draw, x)
    assert calls == [201.5, 202.5, 201.5]
    assert pen.marks == [pen.marks[0], pen.marks[1], *[pen.marks[0]] * 3]
