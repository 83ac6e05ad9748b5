"""The answers to questions about coming back, and that they follow the schedules."""

from __future__ import annotations

import pytest

from lessons.deciders.reconnect import (
    attempt_after,
    by_itself,
    comes_back,
    key_again,
    news_meanwhile,
    next_delay,
    same_second,
)
from protocol.observer import observe
from tests.app.figures.crowd_support import linear
from tests.wire_support import Wire


@pytest.fixture
def facts():
    return observe(Wire().open().recording)


def test_nothing_connects_by_itself(facts):
    assert by_itself(facts, {}) == "no"


@pytest.mark.parametrize(
    ("schedule", "attempt", "delay"),
    [("linear", 1, "1"), ("linear", 4, "4"), ("none", 4, "8"), ("full", 4, "8"), ("none", 20, "30")],
)
def test_the_next_wait(facts, schedule, attempt, delay):
    assert next_delay(facts, {"schedule": schedule, "attempt": attempt}) == delay


@pytest.mark.parametrize(("code", "answer"), [(1006, "again"), (1012, "again"), (1008, "stays"), (1000, "stays")])
def test_which_codes_deserve_another_attempt(facts, code, answer):
    assert comes_back(facts, {"code": code}) == answer


@pytest.mark.parametrize(("life", "lasting", "answer"), [(0.5, 10, "5"), (10, 10, "1"), (0.5, 0, "1")])
def test_a_connection_counts_once_it_has_lasted(facts, life, lasting, answer):
    assert attempt_after(facts, {"made": 4, "life": life, "lasting": lasting}) == answer


def test_without_chance_all_come_together(facts):
    together = {"schedule": "linear", "attempt": 4, "clients": 1000}
    assert same_second(facts, together) == "1000"
    assert same_second(facts, together | {"schedule": "none"}) == "1000"
    assert int(same_second(facts, together | {"schedule": "full"})) < 100


def test_a_second_connection_has_a_second_key(facts):
    assert key_again(linear(), {}) == "new"
    assert key_again(facts, {}) == "new"


def test_what_was_said_to_nobody_is_lost():
    assert news_meanwhile(linear(), {}) == "lost"
