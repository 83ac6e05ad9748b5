"""The tiles of the patterns: lines that go on from tile to tile, nothing beyond a tile, a form for every size."""

import pytest

from app.drawing.device import Path, polyline
from app.drawing.marks import Rect
from app.drawing.patterns import PATTERNS, Pattern, sized
from app.drawing.theme import PATTERNS as THEME

USUAL = sorted(name for name in PATTERNS if not name.endswith(".small"))


def places(pattern):
    return [(step[1], step[2]) for step in pattern.path.steps if step[0] != "Z"]


def test_the_theme_names_patterns_that_there_are():
    assert set(THEME.patterns.values()) == set(USUAL)


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_a_tile_holds_all_of_its_path(name):
    one = PATTERNS[name]
    assert all(0 <= x <= one.width and 0 <= y <= one.height for x, y in places(one))


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_a_line_that_leaves_a_tile_is_met_by_one_on_its_other_side(name):
    one = PATTERNS[name]
    ends = places(one)
    for edge, axis in ((one.width, 0), (one.height, 1)):
        leaving = sorted(end[1 - axis] for end in ends if end[axis] == edge)
        entering = sorted(end[1 - axis] for end in ends if end[axis] == 0)
        assert leaving == entering


@pytest.mark.parametrize("name", USUAL)
def test_the_small_form_is_the_same_on_smaller_tiles(name):
    usual, small = PATTERNS[name], PATTERNS[f"{name}.small"]
    assert small.width < usual.width
    assert small.angle == usual.angle
    assert 0.7 * usual.line < small.line < usual.line
    assert len(small.path.steps) == len(usual.path.steps)


@pytest.mark.parametrize(
    ("width", "height", "radius", "found"),
    [
        (24, 44, 0, "dots"),
        (600, 14, 0, "dots"),
        (600, 13, 0, "dots.small"),
        (6, 6, 0, "dots.small"),
        (600, 3, 0, ""),
        (1, 600, 0, ""),
        (12, 12, 6, ""),
        (12, 12, 2, "dots.small"),
        (30, 30, 15, "dots"),
        (100, 12, 6, "dots.small"),
    ],
)
def test_the_size_of_a_shape_chooses_the_form(width, height, radius, found):
    """Lines and the round spots on them are solid."""
    assert sized("dots", Rect(0, 0, width, height), radius) == found


def test_sunk_ground_is_dotted_only_where_it_is_wide():
    assert sized("faint", Rect(0, 0, 100, 30)) == "faint"
    assert sized("faint", Rect(0, 0, 100, 10)) == ""
    assert sized("", Rect(0, 0, 100, 30)) == ""


def test_lines_that_run_through_all_tiles_are_told_from_the_rest():
    through = polyline([(2, 0), (2, 6)]) + polyline([(0, 3), (5, 3)])
    rest = polyline([(1, 1), (4, 4)]) + polyline([(0, 1), (3, 1)])
    assert Pattern(5, 6, through + rest, 1).parted() == ((2,), (3,), rest)
    assert PATTERNS["grid"].parted() == ((4,), (4,), Path(()))
    assert PATTERNS["rings"].parted()[2] == PATTERNS["rings"].path
