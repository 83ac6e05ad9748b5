"""What the lesson says of coming back, computed from the play."""

from __future__ import annotations

import pytest

from lessons.model import Scenario
from lessons.plays.crowd import CrowdSetup
from lessons.values import MissingValueError, Values
from protocol.knowledge import Facts
from tests.app.figures.crowd_support import crowds, flapping, jittered, linear, refused

PLAIN = Scenario(crowd=CrowdSetup())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("one.down", "5"), ("one.code", "1006"), ("one.outage", "8"), ("one.waits", "1, 2, 3, 4"), ("one.refused", "3"),
        ("one.away", "10"), ("one.missed", "5"), ("one.unheard", "5"), ("one.attempt", "4"), ("one.attempts", "5"),
        ("one.connections", "2"), ("one.spread", "0"), ("one.step", "1"), ("one.lasting", "10"),
    ],
)  # fmt: skip
def test_values_of_one_client(name, value):
    assert Values(linear(), PLAIN)[name] == value


def test_keys_differ():
    values = Values(linear(), PLAIN)
    assert values["one.key.1"] != values["one.key.2"]
    with pytest.raises(MissingValueError, match="no connection 3"):
        values["one.key.3"]


def test_other_plays():
    assert Values(refused(), PLAIN)["one.code"] == "1008"
    assert Values(refused(), PLAIN)["one.reason"] == "banned"
    assert Values(flapping(), PLAIN)["one.connections"] == "6"
    assert float(Values(jittered(), PLAIN)["one.spread"]) > 0


def test_values_of_the_crowds():
    values = Values(crowds(), Scenario(crowd=CrowdSetup(clients=60, takes=6, sockets=12, watched=40)))
    assert (values["many.clients"], values["many.takes"]) == ("60", "6")
    assert (values["many.linear.back"], values["many.linear.gone"]) == ("12", "48")
    assert values["many.full.back"] == "60"
    assert values["many.linear.done"] == "15"
    with pytest.raises(MissingValueError, match="not complete"):
        values["many.exponential.done"]


def test_what_a_run_has_not():
    values = Values(Facts(), PLAIN)
    for name in ("one.down", "one.code", "one.away", "one.gave_up", "many.full.back", "one.key.1"):
        with pytest.raises(MissingValueError):
            values[name]
