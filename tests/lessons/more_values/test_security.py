"""Values of plays with pages, tokens and TLS."""

from __future__ import annotations

import pytest

from lessons.model import Scenario
from lessons.plays.page import PageSetup
from lessons.values import MissingValueError, Values
from tests.lessons_support import facts_of
from tests.page_support import SHOP, page_facts

VALUES = Values(page_facts(), Scenario(origin=SHOP, page=PageSetup()))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("at.evil.status", "101"), ("at.evil.origin", "https://evil.example"), ("at.evil.text", "pay mallory 500"),
        ("at.evil.answer", "paid, balance 750"), ("at.expired.challenge", 'Bearer error="invalid_token"'),
        ("at.big.code", "1009"), ("at.big.length", "1,025"), ("at.late.reason", "Service Unavailable"),
        ("big.close", "1009"), ("tls.6.inside", "13"), ("tls.6.size", "35"), ("tls.6.records", "1"),
        ("tls.overhead", "22"), ("page.user", "Ann"), ("page.limit", "1,024"), ("limit.head", "16,384"),
    ],
)  # fmt: skip
def test_what_is_there(name, value):
    assert VALUES[name] == value


@pytest.mark.parametrize("name", ["at.nobody.status", "at.late.text", "tls.99.size", "at.head.origin"])
def test_what_is_not(name):
    with pytest.raises(MissingValueError):
        VALUES[name]


def test_other_runs_have_none_of_it():
    values = Values(facts_of("closing-handshake"), Scenario())
    for name in ("at.evil.status", "tls.0.size", "big.close"):
        with pytest.raises(MissingValueError):
            values[name]
