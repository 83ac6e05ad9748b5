"""The deciders about text give the outcome of RFC 3629 and RFC 6455 section 8.1."""

from __future__ import annotations

import pytest

from lessons.deciders import utf8
from tests.lessons_support import facts_of

FACTS = facts_of("text-and-utf8")


@pytest.mark.parametrize(
    ("data", "bad"), [("c0af", "c0"), ("2e2ee080af", "80"), ("eda080", "a0"), ("f4908080", "90"), ("e282ac", "none")]
)
def test_the_byte_that_fails_first(data, bad):
    assert utf8.first_bad(FACTS, {"hex": data}) == bad


def test_its_place():
    assert utf8.first_bad(FACTS, {"hex": "2e2ee080af", "place": True}) == "3"


def test_what_may_follow():
    assert utf8.goes_on(FACTS, {"hex": "ed", "tries": ["9f", "a0", "e0"]}) == "9f"
    assert utf8.goes_on(FACTS, {"hex": "c3", "tries": ["41", "c3"]}) == "none"
    assert utf8.goes_on(FACTS, {"hex": "c3", "tries": ["80", "bf"]}) == "several"


@pytest.mark.parametrize(
    ("params", "outcome"),
    [
        ({"hex": "e28aaf", "cut": 1, "open": True}, "waits"),
        ({"hex": "e28aaf", "cut": 1}, "delivered"),
        ({"hex": "3520e282"}, "1007"),
        ({"hex": "4772fcdf"}, "1007"),
        ({"hex": "4772fcdf", "opcode": 2}, "delivered"),
    ],
)
def test_what_the_server_does(params, outcome):
    assert utf8.reaction_to(FACTS, params) == outcome


def test_a_bad_byte_is_noticed_at_once():
    assert utf8.noticed_at(FACTS, {"hex": "c0"}) == "byte"
    assert utf8.noticed_at(FACTS, {"hex": "41"}) == "never"


def test_sizes():
    assert utf8.bytes_of(FACTS, {"text": "😀"}) == "4"
