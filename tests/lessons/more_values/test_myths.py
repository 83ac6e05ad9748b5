"""Values of experiments, and that a run without them has none."""

from __future__ import annotations

import asyncio

import pytest

from app.network.scenario import play
from lessons.order import Order
from lessons.values import MissingValueError, Values
from protocol.chorus import observe_played
from tests.lessons_support import facts_of, lesson

CASES = [
    ("http2", "h2.setting.0.hex", "00 08 00 00 00 01"),
    ("http2", "h2.data.0.size", "11"),
    ("http2", "h2.data.3.hex", "88 02 03 e8"),
    ("http2", "h2.frames.same", "4"),
    ("http2", "h2.frames.all", "4"),
    ("heartbeat", "h2.frames.all", "0"),
    ("frames", "said.client.0.frames", "3"),
    ("frames", "said.client.0.text", "Hello"),
    ("big", "said.client.0.size", "100,000"),
    ("order", "segments.request", "7"),
    ("key", "segments.request", "1"),
    ("reconnect", "action.minute.seconds", "60"),
    ("heartbeat", "frame.gap.server", "5"),
    ("network", "frame.gap.client", "3,600"),
    ("http2", "setting.connect", "8"),
    ("setting", "h2.missing.0.named", "1, 2, 3, 4, 5, 6"),
    ("setting", "h2.missing.0.count", "6"),
    ("heartbeat", "probe.pongs", "0"),
    ("frames", "probe.pongs", "0"),
]
MISSING = [
    ("heartbeat", "h2.data.0.hex"),
    ("http2", "h2.data.4.hex"),
    ("http2", "h2.data.0.colour"),
    ("heartbeat", "said.client.0.text"),
    ("heartbeat", "action.minute.seconds"),
    ("http2", "segments.request"),
    ("first", "frame.gap.unknown"),
    ("http2", "h2.missing.0.named"),
    ("heartbeat", "probe.end"),
    ("key", "probe.end"),
]


def values(variant: str) -> Values:
    return Values(facts_of("myths", variant), lesson("myths").scenario.patched({variant}))


@pytest.mark.parametrize(("variant", "name", "value"), CASES)
def test_a_value(variant: str, name: str, value: str) -> None:
    assert values(variant)[name] == value


@pytest.mark.parametrize(("variant", "name"), MISSING)
def test_what_a_run_does_not_have(variant: str, name: str) -> None:
    with pytest.raises(MissingValueError):
        values(variant)[name]


def probed(*moves: str) -> Values:
    scenario = lesson("myths").scenario
    return Values(observe_played(asyncio.run(play(Order(scenario, moves=moves)))), scenario)


def test_a_pong_tells_only_a_client_that_asked_and_sent_no_message() -> None:
    assert probed("ping")["probe.pongs"] == "1"
    assert probed("ask", "ping")["probe.pongs"] == "0"


def test_how_a_connection_ends_that_was_probed() -> None:
    assert probed("ping", "bye")["probe.end"] == "1000 done"
    assert probed("ping", "nothing")["probe.end"] == "1006 "
    with pytest.raises(MissingValueError):
        probed("bye")["probe.end"]
