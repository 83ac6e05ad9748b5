"""The whole figure at every cursor of the story, and where there is nothing to show."""

from __future__ import annotations

import pytest

from app.figures.lanes import draw
from protocol.knowledge import Facts
from tests.app.figures.lanes_support import room, story, texts
from tests.layout_support import layout_faults

FACTS = story()


@pytest.mark.parametrize(("height", "top"), [(632, 136), (772, 96)])
@pytest.mark.parametrize("focus", ["client", "server", "client/scale"])
def test_nothing_overlaps_at_any_moment(focus, height, top):
    first = FACTS.place("client.open")
    for cursor in range(first, len(FACTS) + 1):
        assert layout_faults(draw(FACTS, cursor, focus, room(height, top))) == []


def test_what_is_to_come_is_not_told():
    early = draw(FACTS, FACTS.place("client.open") + 1, "client", room())
    assert not [mark for mark in early.marks if mark.id.startswith(("letter.", "strip.0", "held.0/digits"))]
    assert "0 of" in early.description


def test_the_description_says_what_the_parser_needs():
    scene = draw(FACTS, FACTS.place("client.frame.1.arrived") + 1, "client", room())
    assert "has 3 bytes, needs 5 or more" in scene.description


def test_without_frames_there_is_a_sentence():
    assert texts(draw(Facts(), 0, "client", room())) == ["No frames were sent in this direction."]
