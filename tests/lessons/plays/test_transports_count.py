"""Counting: bytes, requests and delays as they are known at a moment."""

from __future__ import annotations

import pytest

from lessons.plays.transports import WAYS
from lessons.plays.transports_count import count, passages
from protocol.vocabulary import Role
from tests.lessons_support import facts_of


@pytest.mark.parametrize("way", WAYS)
def test_in_the_end_every_byte_is_counted(way):
    facts = facts_of("why-websocket")
    found, recording = count(facts, way), facts.recordings[way]
    pieces = passages(recording, facts.now)
    assert sum(one.size for one in pieces) == sum(len(recording.wire(role)) for role in Role)
    assert (found.up, found.down) == tuple(len(recording.wire(role)) for role in Role)


@pytest.mark.parametrize("way", WAYS)
def test_at_no_moment_more_is_known_than_later(way):
    facts = facts_of("why-websocket")
    before = count(facts.until(0), way)
    assert (before.requests, before.up, before.down, before.delays) == (0, 0, 0, ())
    for cursor in range(0, len(facts), 20):
        now = count(facts.until(cursor), way)
        assert now.requests >= before.requests
        assert now.up >= before.up
        assert len(now.delays) >= len(before.delays)
        before = now


def test_a_way_that_took_no_part_has_cost_nothing():
    assert count(facts_of("why-websocket"), "pigeon").up == 0
