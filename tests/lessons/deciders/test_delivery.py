"""What the questions about acknowledged delivery come to."""

from __future__ import annotations

from lessons.deciders.delivery import after_send, on_bad_text, on_duplicate, on_early, what_was_lost
from tests.lessons_support import facts_of

FACTS = facts_of("reliable-delivery")


def test_send_only_fills_a_buffer():
    assert after_send(FACTS, {}) == "queued"


def test_a_lost_message_looks_like_a_lost_acknowledgement():
    assert what_was_lost(FACTS, {}) == "neither"


def test_a_duplicate_is_removed_and_acknowledged():
    assert on_duplicate(FACTS, {}) == "ack"


def test_what_is_early_is_kept():
    assert on_early(FACTS, {}) == "keep"


def test_a_text_that_is_no_json_breaks_no_rule_of_websocket():
    assert on_bad_text(FACTS, {}) == "nothing"
