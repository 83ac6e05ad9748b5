"""What a header announces is a value even if the payload never comes."""

from __future__ import annotations

import pytest

from lessons.model import Scenario, ServerSetup
from lessons.values import MissingValueError, Values
from protocol.knowledge import Facts
from protocol.observer import observe
from protocol.stream import MESSAGE_LIMIT
from tests.wire_support import MASK, Wire


def values(scenario: Scenario | None = None) -> Values:
    wire = Wire().open()
    wire.client.send_text("Hello")
    wire.run()
    wire.client.send_raw(bytes.fromhex("81ff0000000001000001") + MASK)
    wire.run()
    return Values(observe(wire.recording), scenario or Scenario())


def test_the_announced_length() -> None:
    assert values()["announced.client.0"] == "5"
    assert values()["announced.client.1"] == "16,777,217"


@pytest.mark.parametrize("name", ["announced.client.2", "announced.server.4"])
def test_a_frame_that_nobody_sent(name: str) -> None:
    with pytest.raises(MissingValueError):
        assert values()[name]


def test_nothing_is_announced_before_a_head() -> None:
    with pytest.raises(MissingValueError):
        assert Values(Facts(), Scenario())["announced.client.0"]


def test_the_limit() -> None:
    assert values()["limit.message"] == f"{MESSAGE_LIMIT:,}"
    assert values(Scenario(server=ServerSetup(limit=64)))["limit.message"] == "64"
