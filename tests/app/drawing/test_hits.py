"""Where marks are, which one is meant, which belong together, in which order they read."""

import pytest
from drawing_support import gallery
from hypothesis import given
from hypothesis import strategies as st

from app.drawing.hits import bounds, distance, hit, linked, painted_bounds, painted_span, reading_order, touching
from app.drawing.marks import Box, Font, Glyph, Label, Rect, Scene, Stroke


def box(name, x, y, width=24, height=44, **more):
    return Box(id=name, rect=Rect(x, y, width, height), **{"spoken": "said", **more})


def ids(marks):
    return [mark.id for mark in marks]


@pytest.mark.parametrize(("anchor", "left"), [("start", 100), ("middle", 80), ("end", 60)])
def test_a_label_covers_its_measured_width_from_its_anchor(anchor, left):
    area = bounds(Label(id="x", x=100, y=50, text="word", font=Font(10), anchor=anchor, width=40))
    assert (area.x, area.width) == (left, 40)
    assert area.y < 50 < area.bottom


def test_bounds_of_glyphs_and_strokes():
    assert bounds(Glyph(id="x", x=10, y=20, name="tick", size=8)) == Rect(6, 16, 8, 8)
    assert bounds(Stroke(id="x", points=((5, 9), (1, 2)))) == Rect(1, 2, 4, 7)
    assert bounds(Stroke(id="x", points=())) == Rect(0, 0, 0, 0)


def test_ink_reaches_beyond_the_bounds_by_outline_and_head():
    arrow = Stroke(id="x", points=((0, 0), (10, 0)), line=3, head=13)
    assert painted_bounds(arrow).y <= -7.15
    assert touching(painted_bounds(arrow), Rect(20, 5, 1, 1))


def test_the_topmost_spoken_mark_is_hit():
    silent = box("silent", 0, 0, 100, 100, spoken="", above=9)
    scene = Scene((box("low", 0, 0), box("high", 0, 0, above=1), silent))
    assert hit(scene, 5, 5).id == "high"
    assert hit(scene, 90, 90) is None


def test_thin_lines_and_small_marks_are_hit_from_nearby():
    line = Stroke(id="line", points=((0, 100), (200, 100)), spoken="a message")
    dot = Glyph(id="dot", x=300, y=100, name="now", size=10, spoken="now")
    scene = Scene((line, dot))
    assert hit(scene, 100, 104).id == "line"
    assert hit(scene, 100, 110) is None
    assert hit(scene, 308, 100).id == "dot"


def test_distance_to_a_diagonal_is_to_the_line_and_not_to_its_bounds():
    line = Stroke(id="line", points=((0, 0), (100, 100)), line=2)
    assert distance(line, 100, 0) == pytest.approx(70.71 - 1, abs=0.01)
    assert distance(line, 50, 50) == 0


def grid():
    bits = tuple(
        box(f"bit.{i}", 30 * i, 0, links=(f"bit:{i}", f"byte:{i // 8}", "field:" + "AB"[i > 3])) for i in range(16)
    )
    octets = tuple(box(f"byte.{i}", 60 * i, 100, links=(f"byte:{i}",)) for i in range(2))
    silent = box("silent", 500, 500, spoken="", links=("bit:8",))
    names = tuple(box(f"name.{n}", 60, 200 + i, links=(f"field:{n}",)) for i, n in enumerate("AB"))
    rule = box("rule", 0, 300, links=("rule:mask", "bit:8"))
    return Scene((*bits, *octets, *names, rule, silent))


def test_a_bit_lights_its_byte_its_field_and_the_rules_that_read_it_but_no_other_bit():
    assert ids(linked(grid(), ("bit:8", "byte:1", "field:B"))) == ["bit.8", "byte.1", "name.B", "rule"]


def test_a_byte_lights_its_bits_and_a_rule_the_bits_it_reads():
    assert ids(linked(grid(), ("byte:1",))) == [*(f"bit.{i}" for i in range(8, 16)), "byte.1"]
    assert ids(linked(grid(), ("rule:mask", "bit:8"))) == ["bit.8", "rule"]
    assert linked(grid(), ()) == ()


@given(st.integers(0, 18), st.integers(0, 18))
def test_lighting_is_mutual(one, other):
    marks = grid().marks
    a, b = marks[one], marks[other]
    assert (b in linked(grid(), a.links)) == (a in linked(grid(), b.links))


def test_marks_read_by_rows_and_then_from_left_to_right():
    scene = Scene((box("d", 0, 100), box("b", 50, 2), box("a", 0, 0), box("silent", 0, 0, spoken=""), box("c", 90, 1)))
    assert ids(reading_order(scene)) == ["a", "b", "c", "d"]


def test_a_line_of_text_beside_a_tall_card_reads_in_its_own_row():
    card = box("card", 0, 0, 100, 400)
    rows = [box(f"row.{i}", 120, 20 + 30 * i, 200, 20) for i in range(4)]
    order = ids(reading_order(Scene((card, *rows))))
    assert [name for name in order if name != "card"] == [f"row.{i}" for i in range(4)]


def test_the_span_of_a_mark_is_that_of_its_bounds():
    dotted = Stroke(id="x", points=((5, 9), (1, 2), (4, 30)), head=12)
    for mark in (*gallery(), dotted, Stroke(id="y", points=())):
        area = painted_bounds(mark)
        assert painted_span(mark) == pytest.approx((area.y, area.bottom))
