"""The overview shows what will cross, and nothing of its contents."""

import pytest
from conversations import CONVERSATIONS
from figures_support import plain_room
from layout_support import layout_faults

from app.figures.sequence import draw


@pytest.mark.parametrize("height", [632, 700, 772])
@pytest.mark.parametrize("name", CONVERSATIONS)
def test_what_comes_is_dashed_and_says_no_contents(name, height):
    facts = CONVERSATIONS[name]()
    scene = draw(facts, 1, "overview", plain_room(height))
    coming = [mark for mark in scene.marks if mark.id.startswith("coming.")]
    labels = {mark.text for mark in coming if hasattr(mark, "text")}
    assert labels <= {"HTTP request", "HTTP response", "message", "Close", "TCP FIN"}
    assert layout_faults(scene) == []


def test_everything_that_crosses_later_is_announced():
    facts = next(iter(CONVERSATIONS.values()))()
    scene = draw(facts, 1, "overview", plain_room())
    assert any(mark.id.startswith("coming.") for mark in scene.marks)
    assert not any(mark.id.startswith("coming.") for mark in draw(facts, 1, "", plain_room()).marks)
