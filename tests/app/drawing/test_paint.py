"""What reaches a device when marks are painted, on a device that only takes notes."""

from dataclasses import dataclass, field

import pytest
from drawing_support import gallery

from app.drawing.device import Look
from app.drawing.marks import Box, Font, Glyph, Label, Rect, Scene, Stroke
from app.drawing.paint import arrow_head, paint, paint_marks
from app.drawing.theme import CONTRAST, DARK, LIGHT


@dataclass
class Notes:
    """A device that keeps every call."""

    calls: list = field(default_factory=list)
    groups: list = field(default_factory=list)
    depth: int = 0

    def begin(self, mark_id, title, opacity):
        self.groups.append((mark_id, title, opacity))
        self.depth += 1

    def end(self):
        self.depth -= 1

    def rect(self, rect, radius, look):
        self.calls.append(("rect", rect, radius, look))

    def path(self, path, look):
        self.calls.append(("path", path, look))

    def text(self, at, runs, anchor, *, width=0, struck=False):
        self.calls.append(("text", at, runs, anchor, width, struck))


def painted(*marks, theme=LIGHT):
    notes = Notes()
    paint_marks(marks, theme, notes)
    assert notes.depth == 0
    return notes


def test_marks_are_grouped_in_painting_order_with_their_sentence():
    low = Box(id="low", rect=Rect(0, 0, 1, 1), spoken="below")
    high = Box(id="high", rect=Rect(0, 0, 1, 1), above=1, opacity=0.5)
    notes = Notes()
    paint(Scene((high, low)), LIGHT, notes)
    assert notes.groups == [("low", "below", 1.0), ("high", "", 0.5)]


def test_invisible_marks_are_left_out():
    notes = painted(Box(id="x", rect=Rect(0, 0, 1, 1), opacity=0, spoken="x"))
    assert (notes.groups, notes.calls) == ([], [])


def test_a_mark_that_neither_speaks_nor_is_translucent_needs_no_group():
    notes = painted(Box(id="x", rect=Rect(0, 0, 1, 1)))
    assert (notes.groups, len(notes.calls)) == ([], 1)


def test_tokens_become_the_colours_of_the_theme():
    box = Box(id="x", rect=Rect(0, 0, 9, 9), fill="op.fill", stroke="ink", line=2, dash=(3, 4), hatch="line2")
    look = painted(box, theme=DARK).calls[0][3]
    assert look == Look("#D55E00", "#ECEEF2", 2, (3, 4), False, "#454C59")


def test_a_radius_is_at_most_half_the_shorter_side():
    assert painted(Box(id="x", rect=Rect(0, 0, 30, 10), radius=99)).calls[0][2] == 5


def test_the_runs_of_a_label_keep_their_own_fonts_and_colours():
    runs = (("a", Font(12), "text"), ("b", Font(14, bold=True), "err.edge"))
    label = Label(id="x", x=1, y=2, text="ab", font=Font(12), runs=runs, anchor="end", width=20, struck=True)
    _, at, drawn, anchor, width, struck = painted(label).calls[0]
    assert (at, anchor, width, struck) == ((1, 2), "end", 20, True)
    assert [(run.text, run.font.size, run.colour) for run in drawn] == [
        ("a", 12, "#1B1D21"),
        ("b", 14, "#B42318"),
    ]


def test_an_arrow_ends_inside_its_head_and_the_head_ends_at_the_last_point():
    arrow = Stroke(id="x", points=((0, 0), (100, 0)), color="ink", line=3.5, head=13)
    (_, line, look), (_, head, filled) = painted(arrow).calls
    assert line.steps == (("M", 0, 0), ("L", 89, 0))
    assert head.steps[0] == ("M", 100, 0)
    assert [step[1] for step in head.steps[1:3]] == [87, 87]
    assert (look.stroke, filled.fill, filled.stroke) == ("#1B1D21", "#1B1D21", "")


def test_the_head_is_as_wide_as_in_the_design():
    """M633.0 308.0L520.0 196.6: a head of 12 is 13.2 wide."""
    tip, left, right = arrow_head((532, 190), (510, 190), 12)
    assert tip == (532, 190)
    assert {round(left[1], 1), round(right[1], 1)} == {196.6, 183.4}
    assert left[0] == right[0] == 520


def test_a_closed_stroke_is_filled_and_has_no_heads():
    shape = Stroke(id="x", points=((0, 0), (4, 0), (2, 3)), closed=True, fill="op.tint", head=9, line=0)
    ((_, path, look),) = painted(shape).calls
    assert path.steps[-1] == ("Z",)
    assert (look.fill, look.stroke) == ("#FBE6D8", "")


def test_a_stroke_with_fewer_than_two_points_draws_nothing():
    assert painted(Stroke(id="x", points=((1, 1),))).calls == []


def test_a_glyph_takes_other_colours():
    look = painted(Glyph(id="g", x=0, y=0, name="closing", color="on-ink")).calls[0][2]
    assert look.stroke == LIGHT.colour("on-ink")


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST])
def test_every_mark_can_be_painted_in_every_theme(theme):
    notes = Notes()
    paint(gallery(), theme, notes)
    assert [title for _, title, _ in notes.groups] == [mark.spoken for mark in gallery() if mark.spoken]
    assert len(notes.calls) >= len(gallery().marks)
