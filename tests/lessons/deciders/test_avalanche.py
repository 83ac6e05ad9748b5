"""Questions about one bit of the key, and about who can answer it."""

from __future__ import annotations

from lessons.deciders.avalanche import stranger, turned_bits
from tests.lessons_support import facts_of

FACTS = facts_of("accept-key")


def test_half_of_the_bits_turn():
    assert turned_bits(FACTS, {}) == "half"


def test_whoever_read_the_request_can_answer_it():
    assert stranger(FACTS, {}) == "opens"


def test_a_wrong_value_would_not_do(monkeypatch):
    monkeypatch.setattr("lessons.deciders.avalanche.accept_value", lambda _: "s3pPLMBiTxaQ9kYGzzhZRbK+xOp=")
    assert stranger(FACTS, {}) == "fails"
