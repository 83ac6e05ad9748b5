"""Frames per second."""

from __future__ import annotations

from app.model.live.rates import Rates


def test_the_running_second_is_not_whole() -> None:
    rates = Rates(3, 2)
    rates.count(10, 1, 2)
    assert rates.last == (0, 0)
    rates.advance(11)
    assert rates.last == (1, 2)
    assert rates.whole(1) == (0, 0, 2)


def test_seconds_without_frames_count() -> None:
    rates = Rates(3, 1)
    rates.count(10, 5)
    rates.count(12, 1)
    rates.advance(13)
    assert rates.whole(0) == (5, 0, 1)


def test_a_long_silence_empties_everything() -> None:
    rates = Rates(3, 1)
    rates.count(10, 5)
    rates.advance(1_000_000_000)
    assert rates.whole(0) == (0, 0, 0)


def test_what_comes_late_is_not_lost() -> None:
    rates = Rates(3, 1)
    rates.count(10, 5)
    rates.count(9, 1)
    rates.advance(11)
    assert rates.whole(0) == (0, 0, 6)
