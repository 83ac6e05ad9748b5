"""Cuts and the line that is now."""

from __future__ import annotations

from app.drawing.marks import Stroke
from app.figures.lanes import draw
from tests.app.figures.lanes_support import after, room, story, text_of


def scene_at(fact_id):
    facts = story()
    return draw(facts, after(facts, fact_id), "client", room())


def test_now_names_what_it_cuts():
    scene = scene_at("client.frame.1.arrived")
    assert text_of(scene, "cut.30/words") == "inside the length"
    assert scene.find("cut.30/pill").fill == "ink"


def test_a_past_cut_keeps_its_words_where_there_is_room():
    scene = scene_at("client.frame.2.arrived")
    assert text_of(scene, "cut.30/words") == "inside the length"
    assert scene.find("cut.30/pill").fill == "stage"


def test_a_future_cut_is_a_line_without_words():
    scene = scene_at("client.frame.0.sent")
    assert scene.find("cut.168/0") is not None
    assert scene.find("cut.168/pill") is None


def test_now_stands_at_the_last_byte_that_was_read():
    early, late = scene_at("client.frame.0.arrived"), scene_at("client.frame.1.arrived")
    places = []
    for scene in (early, late):
        line = scene.find("now/0")
        assert isinstance(line, Stroke)
        places.append(line.points[0][0])
    assert places[0] < places[1]
    segment = late.find("segment.1")
    assert abs(segment.rect.right + 1 - places[1]) < 0.01


def test_what_has_not_arrived_lies_on_another_ground():
    assert scene_at("client.frame.1.arrived").find("future") is not None
    assert scene_at("client.message.0").find("future") is None
