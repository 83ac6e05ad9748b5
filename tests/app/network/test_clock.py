"""The clock of a lesson."""

from itertools import pairwise

from app.network.clock import STILL_TICK, TICK, Clock, standing_still


def test_it_counts_from_its_start_and_skips():
    source = iter([100.0, 100.5, 100.5, 101.0])
    clock = Clock(lambda: next(source))
    assert clock.now() == 0.5
    clock.skip(10)
    assert clock.now() == 10.5
    clock.skip(-3)
    assert clock.now() == 11.0


def test_two_looks_are_never_the_same_moment():
    clock = Clock(lambda: 5.0)
    times = [clock.now() for _ in range(100)]
    assert all(round(later - earlier, 6) == TICK for earlier, later in pairwise(times))


def test_a_moment_that_is_over_is_not_skipped_to():
    clock = Clock(lambda: 0.0)
    clock.skip_to(30)
    assert clock.now() == 30
    clock.skip_to(20)
    assert 30 < clock.now() < 30.001


def test_the_machine_stands_still_for_a_run_that_is_to_be_repeated():
    with standing_still():
        clock = Clock()
        assert [clock.now(), clock.now()] == [0.0, STILL_TICK]
    later = Clock()
    assert later._source is not clock._source
