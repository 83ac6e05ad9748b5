"""The answers to questions about heartbeats, and that they follow the protocol."""

from __future__ import annotations

import pytest

from lessons.deciders.heartbeat import (
    after_the_loss,
    answer_to_latest,
    found_after,
    long_ping,
    other_is_told,
    pong_payload,
    told_of_ping,
    unasked_pong,
)
from protocol.observer import observe
from protocol.vocabulary import Role
from tests.wire_support import Wire


@pytest.fixture
def wire():
    return Wire().open()


@pytest.fixture
def facts(wire):
    return observe(wire.recording)


def test_a_pong_carries_what_the_ping_carried(facts):
    assert pong_payload(facts, {"text": "beat-1"}) == "same"
    assert pong_payload(facts, {"text": ""}) == "same"


@pytest.mark.parametrize(("size", "answer"), [(0, "pong"), (125, "pong"), (126, "1002"), (70000, "1002")])
def test_a_ping_has_125_bytes_at_most(facts, size, answer):
    assert long_ping(facts, {"size": size}) == answer


def test_a_program_is_told_of_messages_only(facts):
    assert told_of_ping(facts, {}) == "nothing"


def test_what_the_other_side_is_told_at_that_moment(wire):
    assert other_is_told(observe(wire.recording), {}) == "nothing"
    wire.reset(Role.SERVER)
    assert other_is_told(observe(wire.recording), {}) == "nothing"


def test_a_dropped_connection_does_not_go_on(facts):
    assert after_the_loss(facts, {"text": "hi"}) == "reset"


@pytest.mark.parametrize("pings", [1, 2, 5])
def test_the_answer_to_the_latest_answers_all(facts, pings):
    assert answer_to_latest(facts, {"pings": pings}) == "0"


def test_nobody_answers_a_pong(facts):
    assert unasked_pong(facts, {}) == "nothing"


@pytest.mark.parametrize(
    ("interval", "timeout", "misses", "silent", "answer"),
    [(5, 5, 2, 12, "25"), (1, 1, 3, 2.5, "6"), (30, 5, 1, 65, "95"), (20, 5, 1, 12, "25"), (10, 10, 2, 15, "40")],
)
def test_when_a_silent_peer_is_called_dead(facts, interval, timeout, misses, silent, answer):
    params = {"interval": interval, "timeout": timeout, "misses": misses, "silent": silent}
    assert found_after(facts, params) == answer
