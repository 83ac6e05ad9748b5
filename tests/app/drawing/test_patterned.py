"""What a theme with patterns adds while marks are painted: patterns over fills, grounds under letters."""

import pytest

from app.drawing.device import Look
from app.drawing.marks import Box, Font, Glyph, Label, Rect, Stroke
from app.drawing.paint import paint_marks
from app.drawing.patterned import letters, opposite, spread
from app.drawing.theme import GREY, PATTERNS

CELL = Rect(100, 100, 24, 44)


class Notes:
    """A device that keeps what it paints."""

    def __init__(self):
        self.calls = []

    def begin(self, mark_id, title, opacity):
        pass

    def end(self):
        pass

    def rect(self, rect, radius, look):
        self.calls.append((rect, look))

    def path(self, path, look):
        self.calls.append((path, look))

    def text(self, at, runs, anchor, *, width=0, struck=False):
        self.calls.append((at, runs))


def painted(*marks, theme=PATTERNS):
    notes = Notes()
    paint_marks(marks, theme, notes)
    return notes.calls


def look_of(mark):
    return painted(mark)[0][1]


def word(text="ab", **other):
    return Label(**{"id": "x", "x": 112, "y": 126, "text": text, "font": Font(18), "anchor": "middle", **other})


def test_a_1_is_black_with_white_lines_and_a_0_white_with_black_ones():
    one = look_of(Box(id="1", rect=CELL, fill="op.fill"))
    zero = look_of(Box(id="0", rect=CELL, fill="op.tint"))
    assert (one.fill, one.pattern, one.ink) == ("#000000", "falling", "#FFFFFF")
    assert (zero.fill, zero.pattern, zero.ink) == ("#FFFFFF", "falling", "#000000")


def test_a_theme_of_colours_paints_as_if_there_were_no_patterns():
    for _, look in painted(Box(id="x", rect=CELL, fill="op.fill", hatch="op.edge"), theme=GREY):
        assert look == Look("#474747", hatch="#383838")
    assert len(painted(Box(id="x", rect=CELL, fill="op.fill"), word(), theme=GREY)) == 2


def test_a_hatch_of_the_family_gives_way_to_its_pattern():
    look = look_of(Box(id="x", rect=CELL, fill="ext.fill", hatch="ext.edge"))
    assert (look.hatch, look.pattern) == ("", "rising")


def test_any_other_hatch_stays_and_can_be_seen():
    plain = look_of(Box(id="x", rect=CELL, fill="stage", hatch="line2"))
    assert (plain.fill, plain.hatch, plain.pattern) == ("#FFFFFF", "#000000", "")
    other = look_of(Box(id="x", rect=CELL, fill="op.fill", hatch="line2"))
    assert (other.fill, other.hatch, other.pattern) == ("#000000", "#FFFFFF", "")


def test_a_hatch_on_a_line_is_that_of_the_figure():
    look = look_of(Box(id="x", rect=Rect(0, 0, 100, 2), fill="ext.fill", hatch="ext.edge"))
    assert (look.hatch, look.pattern) == ("#FFFFFF", "")


def test_sunk_ground_is_dotted_only_without_an_outline():
    assert look_of(Box(id="x", rect=CELL, fill="sunk")).pattern == "faint"
    assert look_of(Box(id="x", rect=CELL, fill="sunk", stroke="line2")).pattern == ""


def test_polygons_have_patterns_and_lines_have_none():
    points = ((0, 0), (40, 0), (20, 30))
    assert look_of(Stroke(id="x", points=points, closed=True, fill="key.tint")).pattern == "lattice"
    assert look_of(Stroke(id="x", points=points, color="key.fill", line=3)).pattern == ""


@pytest.mark.parametrize(
    ("name", "size", "pattern"),
    [("client", 30, "rings"), ("server", 30, "bricks"), ("client", 16, ""), ("tick", 40, ""), ("cross", 40, "")],
)
def test_large_peers_have_patterns_but_no_sign_within_a_glyph_is_disturbed(name, size, pattern):
    look = look_of(Glyph(id="x", x=0, y=0, name=name, size=size))
    assert look.pattern == pattern
    assert look.stroke == (look.fill if pattern else "")  # its outline stays whole


@pytest.mark.parametrize(("fill", "color", "ground"), [("op.tint", "text", "#FFFFFF"), ("op.fill", "op.on", "#000000")])
def test_letters_on_a_pattern_stand_on_plain_ground(fill, color, ground):
    (_, (rect, look), _) = painted(Box(id="box", rect=Rect(50, 90, 200, 60), fill=fill), word(color=color, width=20))
    assert look == Look(fill=ground)
    assert (rect.x < 102, rect.right > 122) == (True, True)
    assert (rect.y < 126 - 13, rect.bottom > 126) == (True, True)


def test_a_ground_is_no_wider_than_its_cell_unless_the_word_is():
    cell = Box(id="box", rect=Rect(107, 100, 11, 40), fill="key.fill")
    assert painted(cell, word("1", width=9))[1][0].x == 107
    assert painted(cell, word("1", width=9))[1][0].right == 118
    wide = painted(cell, word("wide", width=40))[1][0]
    assert (wide.x < 92, wide.right > 132) == (True, True)


def test_no_ground_where_there_is_no_pattern():
    cell = Box(id="box", rect=CELL, fill="op.tint")
    plain = Box(id="card", rect=CELL, fill="raise")
    assert len(painted(word())) == 1
    assert len(painted(plain, word())) == 2
    assert len(painted(cell, plain, word())) == 3  # the pattern is covered
    assert len(painted(cell, word(x=300))) == 2
    assert len(painted(plain, cell, word())) == 4


def test_a_hatched_area_and_a_polygon_count_as_patterns():
    assert len(painted(Box(id="x", rect=CELL, hatch="line2"), word())) == 3
    shape = Stroke(id="x", points=((90, 90), (200, 90), (200, 200), (90, 200)), closed=True, fill="pay.tint")
    assert len(painted(shape, word())) == 3


@pytest.mark.parametrize(("anchor", "left"), [("start", 100), ("middle", 80), ("end", 60)])
def test_the_letters_of_a_label_are_where_its_anchor_says(anchor, left):
    rect = letters(word(x=100, anchor=anchor, width=40))
    assert (rect.x < left, rect.right > left + 40) == (True, True)
    assert rect.width < 50


def test_letters_that_reach_below_the_line_have_ground_there():
    assert letters(word("gap")).bottom > letters(word("0f")).bottom > 126
    assert letters(word("掩码")).bottom == letters(word("gap")).bottom


def test_a_label_that_does_not_say_how_wide_it_is_is_guessed():
    assert 20 < letters(word("abcd")).width < letters(word("掩码掩码")).width


def test_black_is_the_opposite_of_light_colours():
    assert [opposite(colour) for colour in ("#FFFFFF", "#F0E442", "#0072B2", "#000000")] == [
        "#000000",
        "#000000",
        "#FFFFFF",
        "#FFFFFF",
    ]


def test_the_rectangle_around_points():
    assert spread(((3, 9), (1, 4), (6, 5))) == Rect(1, 4, 5, 5)
