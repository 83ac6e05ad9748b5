"""Values about compressed messages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lessons.model import ClientSetup, Scenario
from lessons.values import MissingValueError, Values
from protocol.knowledge import Facts
from tests.deflate_support import ADA, BOB_AFTER_ADA, two_messages


@pytest.fixture
def values():
    return Values(two_messages(), Scenario(client=ClientSetup(limit=1000)))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("packed.server.0.text", ADA),
        ("packed.server.0.growth", "1"),
        ("packed.server.1.size", "33"),
        ("packed.server.1.payload", "14"),
        ("packed.server.1.other", "34"),
        ("packed.server.1.bits", "112"),
        ("packed.server.1.hex", BOB_AFTER_ADA.hex(" ")),
        ("packed.server.1.copies", "3"),
        ("packed.server.1.literals", "6"),
        ("packed.server.1.frames", "1"),
        ("copy.server.1.1.text", '","text":"hello'),
        ("copy.server.1.1.length", "15"),
        ("copy.server.1.1.distance", "29"),
        ("copy.server.1.0.bits", "15"),
        ("copy.server.1.0.plain", "64"),
        ("code.server.0.0.text", "{"),
        ("code.server.0.0.digits", "10101011"),
        ("smallest.server.20", "14"),
        ("deflate.offer", "permessage-deflate; client_max_window_bits"),
        ("deflate.answer", "permessage-deflate"),
        ("limit.client", "1000"),
    ],
)
def test_what_the_words_may_name(values, name, value):
    assert values[name] == value


@pytest.mark.parametrize(
    "name",
    ["packed.client.0.size", "copy.server.1.9.length", "smallest.server.99", "limit.server", "smallest.client.1"],
)
def test_what_this_run_does_not_have(values, name):
    with pytest.raises(MissingValueError):
        values[name]


def test_nothing_was_offered():
    empty = replace(Values(Facts(), Scenario()))
    for name in ("deflate.offer", "packed.server.0.other"):
        with pytest.raises(MissingValueError):
            empty[name]
