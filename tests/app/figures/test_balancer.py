"""The balancer figure at every step of its lesson: what is counted, what travels, and that nothing overlaps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.drawing.marks import Box, Glyph, Label
from app.figures.balancer import draw
from protocol.chorus import Chorus, Moment
from tests.figures_support import plain_room
from tests.layout_support import outside, overlapping_labels
from tests.lessons_support import facts_of, played_of, story_of

FACTS = facts_of("scaling-out")


def scene(at, facts=FACTS, focus="", height=772.0, **room):
    cursor = facts.place(at) + 1 if at else 0
    return draw(facts, cursor, focus, replace(plain_room(height), **room))


def text(scene_, mark):
    found = scene_.find(mark)
    assert isinstance(found, Label), mark
    return found.text


@pytest.mark.parametrize("fault", ["", "crash", "broker-stops"])
@pytest.mark.parametrize("height", [632, 772])
def test_nothing_overlaps_or_leaves_the_stage(fault, height):
    story = story_of("scaling-out", fault)
    for at in story.steps:
        drawn = draw(story.facts, at.cursor, at.step.focus, plain_room(height))
        assert overlapping_labels(drawn) == []
        assert outside(drawn) == []


def test_a_strip_of_variants_above_leaves_room():
    assert outside(scene("moment.room.heard.3", height=632, top=136), top=130) == []


@pytest.mark.parametrize(
    ("at", "without", "joined"),
    [
        ("client.open", "–", "–"),
        ("moment.room.heard.0", "6", "–"),
        ("moment.room.heard.1", "3", "–"),
        ("two.ben.2/client.open", "3", "–"),
        ("moment.room.publish.0", "3", "0"),
        ("publish.eli/server.message.1", "3", "3"),
        ("moment.room.heard.3", "3", "6"),
        ("publish.finn/client.told", "3", "6"),
        ("moment.room.heard.4", "3", "6"),
    ],
)
def test_the_pages_that_have_the_word_are_counted(at, without, joined):
    drawn = scene(at)
    assert (text(drawn, "without.counter"), text(drawn, "with.counter")) == (without, joined)
    discs = [drawn.find(f"with.counter/disc.{place}") for place in range(6)]
    assert sum(isinstance(disc, Box) and bool(disc.fill) for disc in discs) == int(joined if joined.isdigit() else 0)


def test_the_room_that_is_played_is_framed_in_ink():
    for at, current in (("moment.room.heard.1", "without"), ("moment.room.heard.3", "with")):
        panels = {name: scene(at).find(f"{name}.panel") for name in ("without", "with")}
        assert {name for name, box in panels.items() if isinstance(box, Box) and box.stroke == "ink"} == {current}


def test_only_a_text_travels_between_nodes():
    drawn = scene("moment.room.deliver.1")
    assert text(drawn, "with.publish/chip/text") == "Hello"
    assert drawn.find("with.deliver.A") is not None
    assert drawn.find("with.deliver.B") is not None
    assert drawn.find("with.down.finn") is None
    assert scene("moment.room.publish.0").find("with.deliver.A") is None


def test_who_hears_nothing_is_said_when_the_word_is_over():
    assert scene("two.eli/server.message.1").find("without.note.ben") is None
    drawn = scene("moment.room.heard.1")
    assert text(drawn, "without.note.ben") == "nothing arrives"
    assert drawn.find("without.note.cleo") is None


def test_the_legend_weighs_the_frames():
    drawn = scene("moment.room.heard.0")
    assert text(drawn, "legend.up/text") == "11 bytes, masked with 37 fa 21 3d"
    assert text(drawn, "legend.down/text") == "7 bytes, no mask"


def test_a_focus_is_framed():
    assert scene("moment.room.down.0", focus="node.B").find("with.focus") is not None
    assert scene("moment.room.down.0", focus="nothing").find("with.focus") is None


def test_the_frame_of_a_focus_lies_under_the_labels_on_its_edge():
    drawn = scene("moment.room.sticky.0", focus="balancer")
    for label in ("without.balancer/label", "without.balancer/how"):
        assert drawn.find("without.focus").above < drawn.find(label).above


def test_a_redis_that_does_not_work_is_said_below():
    played = played_of("scaling-out")
    begin = next(one for one in played.moments if one.kind == "room.scene" and one.values["broker"])
    values = {
        "scene": "publish", "address": "127.0.0.1:6379", "reason": "connection refused",
        "sentence": "The Redis at {address} does not work ({reason}).",
    }  # fmt: skip
    changed = [
        replace(one, values={**one.values, "broker": "Redis"}) if one is begin else one for one in played.moments
    ]
    fallen = Moment(begin.time, "room.fallback", "", values=values)
    facts = Chorus.made(replace(played, moments=(*changed, fallen)))
    drawn = scene("moment.room.heard.3", facts)
    assert text(drawn, "fallback") == "The Redis at 127.0.0.1:6379 does not work (connection refused)."
    assert isinstance(drawn.find("fallback/glyph"), Glyph)
    redis = drawn.find("with.broker/1/name")
    assert isinstance(redis, Label)
    assert redis.struck
