"""The values of the play `transports`."""

from __future__ import annotations

import pytest

from lessons.values import MissingValueError, Values
from tests.lessons_support import facts_of, lesson

SLUG = "why-websocket"


def values(variant="steady", *moves):
    return Values(facts_of(SLUG, variant), lesson(SLUG).scenario.patched({variant}, moves))


def test_counts_are_those_of_the_recordings():
    found = values()
    assert found["websocket.requests"] == "1"
    assert found["events"] == found["polling.events"] == "12"
    assert found["websocket.mean"] == found["websocket.longest"] == "0.05"
    assert int(found["polling.bytes"]) == int(found["polling.up"]) + int(found["polling.down"])


def test_the_way_in_use_is_the_learners():
    assert values()["used.requests"] == values()["polling.requests"]
    assert values("steady", "use-stream")["used.requests"] == values()["stream.requests"]


def test_settings_are_shown_without_needless_zeros():
    assert values()["transports.poll"] == "1"
    assert values()["transports.latency"] == "0.05"


def test_a_frame_adds_what_it_adds():
    assert values()["frame.overhead"] == "2"
    with pytest.raises(MissingValueError):
        Values(facts_of(SLUG).until(3), lesson(SLUG).scenario)["frame.overhead"]
