"""The values of a room behind a balancer, computed from its run."""

from __future__ import annotations

import pytest

from lessons.values import MissingValueError, Values
from tests.lessons_support import facts_of, lesson


def values(fault=""):
    scenario = lesson("scaling-out").scenario.patched({fault} - {""})
    return Values(facts_of("scaling-out", fault), scenario)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("room.pages", "6"),
        ("room.text", "Hello"),
        ("room.name", "lobby"),
        ("room.heard.0", "6"),
        ("room.heard.1", "3"),
        ("room.silent.1", "3"),
        ("room.last", "6"),
        ("room.frames.0", "6"),
        ("room.up.0.size", "11"),
        ("room.up.0.key", "37 fa 21 3d"),
        ("room.down.0.hex", "81 05 48 65 6c 6c 6f"),
        ("room.down.0.header", "2"),
        ("room.down.0.payload", "5"),
        ("room.greeting.two.ben.2", "Welcome, Ben"),
        ("room.greeting.two.dana.2", "Welcome back, Dana"),
        ("room.code.publish.finn", "1001"),
        ("room.on.A", "6"),
        ("room.on.B", "0"),
        ("room.strangers", "3"),
        ("room.restart", "2"),
        ("room.farewell", "1001"),
    ],
)
def test_values(name, value):
    assert values()[name] == value


def test_a_crash_has_another_code():
    assert values("crash")["room.code.publish.finn"] == "1006"


@pytest.mark.parametrize("name", ["room.heard.9", "room.up.9.size", "room.greeting.nobody", "room.code.nobody"])
def test_what_this_run_does_not_have(name):
    with pytest.raises(MissingValueError):
        values()[name]
