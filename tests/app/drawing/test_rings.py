"""Rings lie around what they mark, never on it."""

from app.drawing.hits import bounds
from app.drawing.marks import Box, Font, Glyph, Label, Rect, Stroke
from app.drawing.rings import focus_ring, rings


def test_boxes_glyphs_and_labels_have_a_3_px_ring_around_them():
    marks = (
        Box(id="box", rect=Rect(10, 10, 24, 44)),
        Glyph(id="glyph", x=80, y=20, name="tick"),
        Label(id="label", x=10, y=100, text="word", font=Font(), width=40),
    )
    for mark, ring in zip(marks, rings(marks), strict=True):
        area = bounds(mark)
        assert (ring.line, ring.stroke, ring.fill) == (3, "ring", "")
        assert ring.rect.x < area.x
        assert ring.rect.bottom > area.bottom


def test_a_line_becomes_stronger_instead():
    (ring,) = rings([Stroke(id="m", points=((0, 0), (100, 50)), line=3.5, head=13)])
    assert (ring.points, ring.line, ring.head, ring.color) == (((0, 0), (100, 50)), 4.5, 13, "ring")


def test_a_thin_bar_has_no_ring():
    assert list(rings([Box(id="bar", rect=Rect(0, 0, 100, 5))])) == []


def test_the_focus_ring_leaves_a_gap_of_2():
    for ring in focus_ring(Rect(10, 10, 20, 20)):
        assert ring.rect.x + 1 + 2 == 10
        assert ring.fill == ""
