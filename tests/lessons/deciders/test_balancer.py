"""What the questions about a room on several nodes come to."""

from __future__ import annotations

import pytest

from lessons.deciders.balancer import after_the_end, came_too_late, on_the_bus, reached
from tests.lessons_support import facts_of

FACTS = facts_of("scaling-out")


@pytest.mark.parametrize(
    ("params", "count"),
    [
        ({"nodes": 1, "pages": 6}, "6"),
        ({"nodes": 2, "pages": 6}, "3"),
        ({"nodes": 6, "pages": 6}, "1"),
        ({"nodes": 2, "pages": 6, "joined": True}, "6"),
        ({"nodes": 3, "pages": 7, "joined": True}, "7"),
    ],
)
def test_a_word_reaches_the_pages_of_its_node_or_with_a_broker_all(params, count):
    assert reached(FACTS, params) == count


def test_a_websocket_that_is_closed_is_not_opened_again():
    assert after_the_end(FACTS.connection(), {}) == "handshake"


def test_a_text_travels_on_the_bus():
    assert on_the_bus(FACTS, {}) == "text"


def test_a_bus_keeps_nothing():
    assert came_too_late(FACTS, {}) == "never"
