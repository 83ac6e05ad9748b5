"""Reconnecting with a seeded chance and a clock that the test turns, RFC 6455 section 7.2.3."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.patterns.advice import CLOSE_ADVICE, NAMED_TIME, Advice, after_close
from protocol.patterns.reconnect import (
    Advised,
    Exponential,
    GiveUp,
    Jitter,
    Linear,
    Reconnect,
    Schedule,
    Wait,
    Window,
    doubled,
)


class Always:
    """Chance that always gives the same part of an interval: 0 its start, 1 its end."""

    def __init__(self, part: float) -> None:
        self.part = part

    def uniform(self, a: float, b: float, /) -> float:
        return a + (b - a) * self.part


def delays(schedule: Schedule, part: float, count: int) -> list[float]:
    reconnect = Reconnect(schedule, Always(part))
    found = []
    for _ in range(count):
        wait = reconnect.lost(0.0)
        assert isinstance(wait, Wait)
        found.append(wait.delay)
    return found


@pytest.mark.parametrize(
    ("schedule", "least", "most"),
    [
        (Linear(2, 7), [2, 4, 6, 7, 7], [2, 4, 6, 7, 7]),
        (Exponential(1, 6, Jitter.NONE), [1, 2, 4, 6, 6], [1, 2, 4, 6, 6]),
        (Exponential(1, 6, Jitter.FULL), [0, 0, 0, 0, 0], [1, 2, 4, 6, 6]),
        (Exponential(1, 6, Jitter.EQUAL), [0.5, 1, 2, 3, 3], [1, 2, 4, 6, 6]),
        (Exponential(1, 30, Jitter.DECORRELATED), [1, 1, 1, 1, 1], [3, 9, 27, 30, 30]),
        (Advised(5, 60), [0, 5, 10, 20, 30], [5, 10, 20, 40, 60]),
    ],
)
def test_the_table_of_schedules(schedule: Schedule, least: list[float], most: list[float]) -> None:
    assert delays(schedule, 0, 5) == least
    assert delays(schedule, 1, 5) == most


SECONDS = st.floats(0.01, 1000)
SCHEDULES = st.one_of(
    st.builds(lambda step, more: Linear(step, step + more), SECONDS, SECONDS),
    st.builds(
        lambda base, more, jitter: Exponential(base, base + more, jitter), SECONDS, SECONDS, st.sampled_from(Jitter)
    ),
    st.builds(lambda first, more: Advised(first, first + more), SECONDS, SECONDS),
)


@given(SCHEDULES, st.integers(), st.integers(1, 60))
def test_delays_stay_in_their_bounds(schedule: Schedule, seed: int, count: int) -> None:
    reconnect = Reconnect(schedule, Random(seed))
    now = 0.0
    for attempt in range(1, count + 1):
        wait = reconnect.lost(now)
        assert isinstance(wait, Wait)
        assert wait.attempt == attempt
        assert (
            min(wait.window.low, wait.window.cap) <= wait.delay <= min(wait.window.high, wait.window.cap) * (1 + 1e-9)
        )
        assert 0 <= wait.delay <= wait.window.cap
        assert wait.at == now + wait.delay
        now = wait.at


@given(st.integers(), SECONDS, SECONDS)
def test_what_is_advised_grows_whatever_chance_says(seed: int, first: float, more: float) -> None:
    """Section 7.2.3: "delayed by increasingly longer amounts of time", until truncated."""
    schedule = Advised(first, first + more)
    reconnect, last = Reconnect(schedule, Random(seed)), 0.0
    for attempt in range(1, 20):
        wait = reconnect.lost(0.0)
        assert isinstance(wait, Wait)
        if first * 2 ** (attempt - 1) < schedule.cap:
            assert wait.delay >= last
        last = wait.delay


def test_the_same_seed_gives_the_same_delays_and_another_one_others() -> None:
    runs = [[Reconnect(Exponential(), Random(seed)).lost(0.0) for _ in range(3)] for seed in (1, 1, 2)]
    assert runs[0] == runs[1] != runs[2]


def test_jitter_spreads_a_crowd() -> None:
    """A thousand clients lose one server: how many come back in the fullest tenth of a second?"""

    def fullest(schedule: Schedule) -> int:
        chance = Random(6455)
        moments = [schedule.window(3, 0).pick(chance) for _ in range(1000)]
        return max(sum(int(moment * 10) == tenth for moment in moments) for tenth in range(601))

    assert fullest(Exponential(1, 30, Jitter.NONE)) == 1000
    assert fullest(Exponential(1, 30, Jitter.FULL)) < 60
    assert fullest(Advised()) < 30


def test_no_attempt_is_too_late_for_a_float() -> None:
    assert doubled(1e300, 10**9, 60) == 60
    assert Exponential(1, 30, Jitter.NONE).window(10**9, 0) == Window(30, 30, 30)


def test_a_connection_that_lasted_starts_the_count_anew() -> None:
    reconnect = Reconnect(Exponential(1, 60, Jitter.NONE), Always(0), lasting=60)
    assert [reconnect.lost(0.0).delay for _ in range(3)] == [1, 2, 4]
    reconnect.opened(100)
    short = reconnect.lost(159.9)
    assert (short.attempt, short.delay) == (4, 8)
    reconnect.opened(200)
    good = reconnect.lost(260)
    assert (good.attempt, good.delay, good.at) == (1, 1, 261)
    assert reconnect.lost(1000).attempt == 2, "what was never opened did not last"


def test_decorrelated_jitter_forgets_its_last_delay_too() -> None:
    reconnect = Reconnect(Exponential(1, 1000, Jitter.DECORRELATED), Always(1), lasting=1)
    assert [reconnect.lost(0.0).delay for _ in range(3)] == [3, 9, 27]
    reconnect.opened(0)
    assert reconnect.lost(10).delay == 3


def test_a_number_of_attempts() -> None:
    reconnect = Reconnect(Linear(), Always(0), attempts=2)
    assert isinstance(reconnect.lost(0), Wait)
    assert isinstance(reconnect.lost(0), Wait)
    assert reconnect.lost(0) == GiveUp(2, "All 2 attempts have failed.", after_close(1006))


@pytest.mark.parametrize("row", [row for row in CLOSE_ADVICE if not row.again], ids=lambda row: str(row.first))
def test_codes_after_which_nobody_comes_back(row: Advice) -> None:
    assert Reconnect(Linear(), Always(0)).lost(0, code=row.first) == GiveUp(0, row.reason, row)


def test_statuses() -> None:
    reconnect = Reconnect(Linear(), Always(0))
    assert isinstance(reconnect.lost(0, status=503), Wait)
    assert isinstance(reconnect.lost(0, status=403), GiveUp)
    assert isinstance(reconnect.lost(0, code=1006, status=404), GiveUp), "the status says more than the code"


def test_retry_after_is_the_least_and_jitter_is_added() -> None:
    reconnect = Reconnect(Exponential(1, 30, Jitter.FULL), Always(0.5))
    wait = reconnect.lost(1000, status=503, retry_after=120)
    assert isinstance(wait, Wait)
    assert (wait.delay, wait.at, wait.advice) == (120.5, 1120.5, NAMED_TIME)
    answer = reconnect.lost(0, status=503, retry_after=7200)
    assert isinstance(answer, GiveUp)
    assert answer.reason == "The server asks to wait for 7200 seconds, more than 3600."
    assert reconnect.lost(0, retry_after=120).delay < 30, "without a status nobody asked"


def test_an_application_s_own_codes() -> None:
    own = [Advice(4001, 4001, again=True, reason="Full.", source="us")]
    assert isinstance(Reconnect(Linear(), Always(0), own=own).lost(0, code=4001), Wait)


@pytest.mark.parametrize("wrong", [{"cap": 0.1}, {"cap": float("inf")}, {"cap": float("nan")}])
def test_schedules_that_cannot_be(wrong: dict[str, float]) -> None:
    for schedule in (Linear, Exponential, Advised):
        with pytest.raises(ValueError, match="a schedule needs"):
            schedule(**wrong)
