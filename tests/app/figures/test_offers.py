"""The figure of offer and answer: everything in its place, nothing said before it is known."""

from __future__ import annotations

import pytest

from app.drawing.marks import Box, Label
from tests.offers_support import FULL, drawn


@pytest.mark.parametrize("run", FULL)
@pytest.mark.parametrize(("height", "top"), [(772, 96), (632, 96), (632, 136)])
def test_everything_stands_on_the_stage(run, height, top):
    facts = FULL[run]()
    for cursor in range(len(facts) + 1):
        scene = drawn(facts, "chat", height, top, cursor)
        ids = [mark.id for mark in scene.marks]
        assert len(ids) == len(set(ids))
        for mark in scene.marks:
            if isinstance(mark, Label):
                assert top - 14 < mark.y - mark.font.size
                assert mark.y < height - 6
                assert mark.font.size >= 12
            if isinstance(mark, Box):
                assert mark.rect.x > 20
                assert mark.rect.right <= 868
                assert mark.rect.bottom <= height


def test_rows_stay_where_they_are():
    facts = FULL["all"]()
    early, late = drawn(facts, cursor=facts.place("request.sent") + 1), drawn(facts)
    for place in range(2):
        assert early.find(f"item.0.{place}.offer").y == late.find(f"item.0.{place}.offer").y


def test_the_answer_comes_with_the_response_and_the_verdict_with_the_check():
    facts = FULL["all"]()
    asked_now = drawn(facts, cursor=facts.place("request.sent") + 1)
    answered = drawn(facts, cursor=facts.place("response.sent") + 1)
    assert asked_now.find("item.0.1.answer") is None
    assert answered.find("item.0.1/fate").name == "now"
    assert drawn(facts).find("item.0.1/fate").name == "tick"
    assert drawn(facts).find("item.0.0/fate").name == "none"


def test_the_item_in_focus_is_ringed():
    scene = drawn(FULL["all"](), "client_max_window_bits")
    rings = [mark for mark in scene.marks if mark.id.endswith("/ring")]
    assert len(rings) == 1
    offer = scene.find(rings[0].id.removesuffix("/ring") + ".offer")
    assert offer.text == "client_max_window_bits=11"
    assert rings[0].rect.contains(offer.x, offer.y)
