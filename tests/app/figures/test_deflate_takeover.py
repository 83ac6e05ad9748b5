"""Bars with and without context takeover."""

from __future__ import annotations

import pytest

from app.figures.deflate import draw
from protocol.observer import observe
from tests.deflate_support import ADA, BOB, deflate_wire, two_messages
from tests.figures_support import plain_room


@pytest.mark.parametrize("takeover", [True, False])
def test_the_numbers_of_both_choices(takeover):
    facts = two_messages(takeover)
    scene = draw(facts, len(facts), "server.1", plain_room())
    numbers = {mark.id: mark.text for mark in scene.marks if mark.id.endswith("/numbers")}
    assert list(numbers.values()) == ["29 → 30", "33 → 14", "29 → 30", "33 → 34"]
    filled = {mark.id: mark.fill for mark in scene.marks if mark.id.endswith("/after")}
    chosen = "on" if takeover else "off"
    assert {name for name, fill in filled.items() if fill == "pay.fill"} == {
        f"takeover.{chosen}.184/after",
        f"takeover.{chosen}.528/after",
    }


def test_bars_are_to_scale():
    facts = two_messages()
    scene = draw(facts, len(facts), "server.1", plain_room())
    before, after = scene.find("takeover.on.528/before").rect, scene.find("takeover.on.528/after").rect
    assert after.width / before.width == pytest.approx(14 / 33)


def test_what_was_not_sent_has_no_bar():
    facts = two_messages()
    scene = draw(facts, facts.place("server.message.0") + 1, "server.1", plain_room())
    assert scene.find("takeover.on.184/after") is not None
    assert scene.find("takeover.on.528/after") is None


def test_what_is_not_compressed_is_not_compared():
    wire = deflate_wire()
    wire.server.send_text(ADA)
    wire.server.compresses = False
    wire.server.send_text(BOB)
    wire.run()
    facts = observe(wire.recording)
    scene = draw(facts, len(facts), "server.1", plain_room())
    assert [mark.text for mark in scene.marks if mark.id.endswith("/numbers")] == ["29 → 30", "29 → 30"]
