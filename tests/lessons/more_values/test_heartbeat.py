"""What a heartbeat costs and finds, as the lesson names it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lessons.model import BeatSetup, Scenario
from lessons.more_values.heartbeat import measured
from lessons.values import MissingValueError, Values
from protocol.knowledge import Facts
from tests.app.figures.heartbeat_support import client_asks, lost, nobody_asks, server_asks


def scenario(server=None, client=None):
    base = Scenario(actions=lost())
    return replace(
        base,
        server=replace(base.server, beat=server or BeatSetup()),
        client=replace(base.client, beat=client or BeatSetup()),
    )


SERVER = scenario(BeatSetup(5, 5, 2))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("interval", "5"), ("timeout", "5"), ("misses", "2"), ("cut", "12"), ("mend", "40"), ("told", "25"),
        ("found", "13"), ("worst", "15"), ("pair", "20"), ("hour", "14400"), ("pings", "4"), ("alone", "15"),
    ],
)  # fmt: skip
def test_values_of_a_run(name, value):
    assert Values(server_asks(), SERVER)[f"beat.{name}"] == value


def test_a_slow_machine_is_no_part_of_a_measured_time():
    assert [measured(one) for one in (13.09, 12.9, 2.5, 0.3, 0.02)] == [13, 13, 2.5, 0.3, 0]


def test_whoever_asks_is_the_one_that_counts():
    values = Values(client_asks(), scenario(client=BeatSetup(5, 5, 2, "text")))
    assert values["beat.interval"] == "5"
    assert values["beat.pair"] == str(28 + 24)
    assert values["beat.found"] == "13"


def test_what_a_run_has_not():
    values = Values(nobody_asks(), scenario())
    for name in ("told", "found", "hour", "pair", "alone"):
        with pytest.raises(MissingValueError):
            values[f"beat.{name}"]
    with pytest.raises(MissingValueError, match="nobody does “cut”"):
        Values(Facts(), Scenario())["beat.cut"]
