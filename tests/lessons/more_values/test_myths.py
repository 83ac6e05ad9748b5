"""Values of experiments, and that a run without them has none."""

from __future__ import annotations

import pytest

from lessons.values import MissingValueError, Values
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
]
MISSING = [
    ("heartbeat", "h2.data.0.hex"),
    ("http2", "h2.data.4.hex"),
    ("http2", "h2.data.0.colour"),
    ("heartbeat", "said.client.0.text"),
    ("heartbeat", "action.minute.seconds"),
    ("http2", "segments.request"),
    ("first", "frame.gap.unknown"),
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
