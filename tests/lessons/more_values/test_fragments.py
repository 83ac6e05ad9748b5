"""The values about segments, fragments and UTF-8, on real runs of the lessons."""

from __future__ import annotations

import pytest

from lessons.values import MissingValueError, Values
from tests.lessons_support import facts_of, lesson


def values(slug, fault=""):
    return Values(facts_of(slug, fault), lesson(slug).scenario.patched({fault} - {""}))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("stream.client.size", "196"),
        ("stream.client.segments", "4"),
        ("segment.client.0.size", "14"),
        ("segment.client.0.needs", "3"),
        ("segment.client.1.has", "3"),
        ("segment.client.1.needs", "5"),
        ("message.client.0.frames", "3"),
        ("message.client.0.pings", "1"),
        ("message.client.last.size", "166"),
        ("message.server.0.frames", "1"),
        ("fin.client.0", "0"),
        ("fin.client.3", "1"),
    ],
)
def test_the_story_of_the_menu(name, value):
    assert values("fragmentation")[name] == value


def test_fifteen_fragments():
    found = values("fragmentation", "kib")
    assert (found["message.client.0.frames"], found["message.client.0.headers"]) == ("15", "120")
    assert found["stream.client.size"] == "15,120"


def test_the_byte_that_fails():
    found = values("text-and-utf8", "surrogate")
    assert (found["utf8.client.0.bad"], found["utf8.client.0.bad_hex"]) == ("4", "a0")
    assert found["joined.client.0"] == "48 69 20 ed a0 80"


@pytest.mark.parametrize(
    "name", ["utf8.client.0.bad", "message.client.7.size", "segment.client.9.size", "joined.client.9"]
)
def test_what_a_run_does_not_have(name):
    with pytest.raises(MissingValueError):
        values("text-and-utf8")[name]
