"""The compression figure as a whole: everything in its place at every size, whatever is looked at."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.drawing.marks import Box, Label
from app.figures.deflate import draw
from tests.deflate_support import bomb, forgotten_window, fragmented, two_messages
from tests.figures_support import plain_room

RUNS = {
    "two": two_messages,
    "forgotten": lambda: two_messages(takeover=False),
    "fragments": fragmented,
    "gone": forgotten_window,
    "bomb": bomb,
}
PARTS = ("", "/block", "/rsv", "/tail", "/window", "/takeover", "/copy:0", "/copy:1", "/copy:99", "/code:0", "/code:8")


def drawn(facts, focus, height=772.0, top=96.0, cursor=None):
    room = replace(plain_room(height), top=top)
    return draw(facts, len(facts) if cursor is None else cursor, focus, room)


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize(("height", "top"), [(772, 96), (632, 96), (632, 136)])
def test_everything_stands_on_the_stage_below_what_is_above_it(run, part, height, top):
    for number in (0, 1):
        scene = drawn(RUNS[run](), f"server.{number}{part}", height, top)
        ids = [mark.id for mark in scene.marks]
        assert len(ids) == len(set(ids))
        for mark in scene.marks:
            if isinstance(mark, Label):
                assert mark.y <= height - 3
                assert mark.y - mark.font.size > top - 14
                assert mark.font.size >= 12
            if isinstance(mark, Box):
                assert mark.rect.x >= 28
                assert mark.rect.right <= 862
                assert mark.rect.bottom <= height


def test_before_the_message_its_places_are_empty():
    facts = two_messages()
    scene = drawn(facts, "server.1", cursor=facts.place("server.message.0") + 1)
    assert scene.find("current.hope") is not None
    assert scene.find("letter.0") is None
    assert scene.find("kept.0").text == "{"
    assert not any(mark.id.startswith("bit.") for mark in scene.marks)
    assert "has not been sent yet" in scene.description


def test_the_parts_do_not_move_from_step_to_step():
    facts = two_messages()
    before = drawn(facts, "server.1", cursor=facts.place("server.message.0") + 1)
    after = drawn(facts, "server.1/copy:2")
    for name in ("bits.title", "frame.title", "takeover.title", "kept.0", "message.1/name"):
        assert (before.find(name).x, before.find(name).y) == (after.find(name).x, after.find(name).y)


def test_the_description_says_what_is_copied():
    assert '“ada"” is a copy: 4 bytes from 48 bytes back' in drawn(two_messages(), "server.1/copy:2").description


def test_a_broken_rule_is_told():
    facts = forgotten_window()
    scene = drawn(facts, "server.1")
    assert "Close code 1007" in scene.description
    assert scene.find("broken") is not None
    sent = drawn(facts, "server.1", cursor=facts.place("server.frame.1.sent") + 1)
    assert sent.find("broken") is None
