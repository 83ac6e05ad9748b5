"""The delivery figure at every step of its lesson."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.drawing.marks import Box, Label
from app.figures.delivery import draw
from tests.figures_support import plain_room
from tests.layout_support import outside, overlapping_labels
from tests.lessons_support import facts_of, lesson, story_of

RUNS = ("", *(each.id for each in lesson("reliable-delivery").faults))


def scene(at, fault="", focus="", height=772.0):
    facts = facts_of("reliable-delivery", fault)
    return draw(facts, facts.place(at) + 1, focus, replace(plain_room(height), top=136))


def text(drawn, mark):
    found = drawn.find(mark)
    assert isinstance(found, Label), mark
    return found.text


@pytest.mark.parametrize("fault", RUNS)
@pytest.mark.parametrize("height", [632, 772])
def test_nothing_overlaps_or_leaves_the_stage(fault, height):
    story = story_of("reliable-delivery", fault)
    for at in story.steps:
        drawn = draw(story.facts, at.cursor, at.step.focus, replace(plain_room(height), top=136))
        labels = [mark for mark in drawn.marks if not mark.id.startswith("envelope")]
        assert overlapping_labels(replace(drawn, marks=tuple(labels))) == []
        assert outside(drawn, top=130) == []


def test_what_was_sent_given_and_removed_is_counted():
    assert text(scene("moment.mail.over.0"), "counts") == (
        "sent 5, of these again 2 · given to Ben’s program 3 · duplicates removed 1"
    )
    assert text(scene("client.open"), "counts").startswith("sent 0")


def test_the_newest_row_has_a_ground():
    drawn = scene("moment.mail.lost.0")
    grounds = [mark.id for mark in drawn.marks if mark.id.endswith("/ground")]
    assert grounds == ["row.2/ground"]
    assert drawn.find("row.3/hop.0") is None


def test_too_many_rows_show_the_newest():
    drawn = scene("moment.mail.over.0", height=480)
    assert drawn.find("row.0/hop.0") is None
    assert drawn.find("row.9/hop.0") is not None
    assert outside(drawn, top=130) == []


def test_a_wait_interrupts_the_lifelines():
    drawn = scene("moment.mail.timeout.0")
    assert text(drawn, "row.5/text") == "5 s without an acknowledgement"
    assert text(drawn, "row.5/time") == "5 s"


def test_a_connection_that_broke_tells_its_code_and_a_new_one_follows():
    drawn = scene("moment.mail.back.0", "break")
    assert text(drawn, "row.2/told") == "told 1006"
    assert text(drawn, "row.3/text") == "a new connection"


def test_giving_up_is_told():
    drawn = scene("moment.mail.failed.0", "nobody")
    assert text(drawn, "row.7/text") == "no acknowledgement of 1 after 4 attempts: Ada’s program is told"
    assert drawn.find("head.ben").spoken == "Ben is not connected"


def test_an_envelope_can_be_opened():
    drawn = scene("client.frame.0.sent", focus="envelope")
    assert isinstance(drawn.find("envelope"), Box)
    assert text(drawn, "envelope/data/value") == "Hello"
    assert scene("client.frame.0.sent").find("envelope") is None
