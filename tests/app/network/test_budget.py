"""The sum over all connections: who has to go, and who has not."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.network.budget import Budget


@dataclass(eq=False)
class Jar:
    held: int = 0


def test_what_fits_stays():
    budget, one, two = Budget(10), Jar(4), Jar(6)
    assert [budget.weigh(one, 0.0), budget.weigh(two, 0.0), budget.total] == [None, None, 10]


@pytest.mark.parametrize(
    ("old", "new", "at", "goes"),
    [(5, 6, 9.0, "old"), (1, 10, 0.5, "old"), (6, 5, 0.0, "old"), (5, 6, 0.0, "new")],
    ids=["for longer", "little for long", "most of two at once", "most of two at once, the other"],
)
def test_who_holds_most_for_longest_has_to_go(old, new, at, goes):
    budget, jars = Budget(10), {"old": Jar(old), "new": Jar(new)}
    assert budget.weigh(jars["old"], 0.0) is None
    assert budget.weigh(jars["new"], at) is jars[goes]


def test_a_fast_sender_is_let_finish():
    """It holds more than any of those who have been sitting there, but not for long."""
    budget = Budget(100)
    sitting = [Jar(30) for _ in range(3)]
    for each in sitting:
        assert budget.weigh(each, 0.0) is None
    assert budget.weigh(Jar(10), 60.0) is None
    fast = Jar(80)
    gone = []
    while (heaviest := budget.weigh(fast, 60.0)) is not None:
        gone.append(heaviest)
        budget.forget(heaviest)
        heaviest.held = 0
    assert gone == sitting


def test_what_peers_have_taken_counts_no_more():
    budget, one, two = Budget(10), Jar(8), Jar(8)
    assert budget.weigh(one, 0.0) is None
    one.held = 0
    assert budget.weigh(two, 1.0) is None
    assert budget.total == 8


def test_the_time_begins_anew_when_nothing_is_held():
    budget, one, two = Budget(10), Jar(5), Jar(6)
    budget.weigh(one, 0.0)
    one.held = 0
    budget.weigh(one, 50.0)
    one.held = 5
    budget.weigh(one, 99.0)
    budget.weigh(two, 99.5)
    assert budget.weigh(one, 100.0) is one
    budget.forget(one)
    budget.forget(one)
    assert budget.total == 6


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 9))))
def test_the_total_is_that_of_the_holders(changes):
    budget, jars = Budget(10**6), [Jar() for _ in range(5)]
    for now, (index, held) in enumerate(changes):
        jars[index].held = held
        assert budget.weigh(jars[index], float(now)) is None
    assert budget.total == sum(jar.held for jar in jars)
