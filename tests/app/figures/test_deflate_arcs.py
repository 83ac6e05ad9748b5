"""Arcs from copies to their sources."""

from __future__ import annotations

import pytest

from app.drawing.marks import Box, Stroke
from app.figures.deflate import draw
from tests.deflate_support import bomb, forgotten_window, two_messages
from tests.figures_support import plain_room


def drawn(facts, focus):
    return draw(facts, len(facts), focus, plain_room())


def test_past_current_and_future():
    scene = drawn(two_messages(), "server.1/copy:1")
    arcs = [scene.find(f"copy.{place}/arc") for place in range(3)]
    assert [(arc.color, bool(arc.dash)) for arc in arcs] == [("text2", False), ("ink", False), ("line3", True)]
    assert scene.find("copy.1/label").text == "copy 15 from 29 back"
    assert scene.find("copy.1/ground").fill == "ink"


def test_an_arc_ends_straight_below_its_source():
    scene = drawn(two_messages(), "server.1")
    for place in range(3):
        arc, source = scene.find(f"copy.{place}/arc"), scene.find(f"copy.{place}/source")
        (x, _), (stop, y) = arc.points[-2:]
        assert x == pytest.approx(stop)
        assert source.points[0][0] < stop < source.points[1][0]
        assert arc.points[-2][1] > y


@pytest.mark.parametrize("focus", ["server.1", "server.1/copy:0", "server.1/copy:2"])
def test_labels_stand_apart(focus):
    marks = drawn(two_messages(), focus).marks
    grounds = [mark.rect for mark in marks if mark.id.startswith("copy.") and mark.id.endswith("/ground")]
    assert len(grounds) == 3
    for place, one in enumerate(grounds):
        for other in grounds[:place]:
            assert one.bottom <= other.y or other.bottom <= one.y or one.right <= other.x or other.right <= one.x


def test_a_copy_behind_the_end_of_the_strip_has_only_its_label():
    scene = drawn(bomb(), "server.0/copy:40")
    assert isinstance(scene.find("copy.40/ground"), Box)
    assert scene.find("copy.40/arc") is None
    assert isinstance(scene.find("copy.0/arc"), Stroke)


def test_the_copy_that_cannot_be_made_is_red():
    assert drawn(forgotten_window(), "server.1").find("copy.0/arc").color == "err.fill"
