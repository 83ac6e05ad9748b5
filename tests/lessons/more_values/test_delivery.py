"""The values of messages with numbers, computed from their run."""

from __future__ import annotations

import pytest

from lessons.values import MissingValueError, Values
from tests.lessons_support import facts_of, lesson


def values(fault=""):
    scenario = lesson("reliable-delivery").scenario.patched({fault} - {""})
    return Values(facts_of("reliable-delivery", fault), scenario)


@pytest.mark.parametrize(
    ("fault", "name", "value"),
    [
        ("", "mail.given", "1, 3, 2"),
        ("", "mail.sent", "5"),
        ("", "mail.again", "2"),
        ("", "mail.lost", "2"),
        ("", "mail.removed", "1"),
        ("", "mail.twice", "0"),
        ("", "mail.waiting", "0"),
        ("", "mail.timeout", "5"),
        ("", "mail.retries", "3"),
        ("", "mail.last", "5"),
        ("", "mail.text.2", "At eight?"),
        ("", "mail.data.1", "5"),
        ("", "mail.payload.0", "63"),
        ("", "mail.size.0", "69"),
        ("no-memory", "mail.twice", "1"),
        ("nobody", "mail.failed", "1"),
        ("nobody", "mail.lost", "4"),
        ("nobody", "mail.seconds", "20"),
        ("break", "mail.code", "1006"),
        ("malformed", "mail.reason", "The text is not JSON: Expecting ',' delimiter at character 30."),
    ],
)
def test_values(fault, name, value):
    assert values(fault)[name] == value


@pytest.mark.parametrize(
    ("fault", "name"),
    [("", "mail.text.9"), ("", "mail.size.9"), ("", "mail.code"), ("", "mail.reason"), ("nobody", "mail.last")],
)
def test_what_this_run_does_not_have(fault, name):
    with pytest.raises(MissingValueError):
        values(fault)[name]
