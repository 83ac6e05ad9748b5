"""Values about what was agreed on."""

from __future__ import annotations

import pytest

from lessons.model import Scenario
from lessons.values import MissingValueError, Values
from protocol.knowledge import Facts
from tests.deflate_support import two_messages


def test_windows_and_takeover_of_each_direction():
    values = Values(two_messages(takeover=False), Scenario())
    assert values["agreed.client.window"] == "32768"
    assert values["agreed.client.bits"] == "15"
    assert values["agreed.client.takeover"] == "true"
    assert values["agreed.server.takeover"] == "false"


def test_without_compression_there_are_none():
    with pytest.raises(MissingValueError):
        Values(Facts(), Scenario())["agreed.client.window"]
