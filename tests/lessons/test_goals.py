"""Goals: predicates over the facts of a run."""

from __future__ import annotations

import asyncio

import pytest

from app.network.scenario import play
from lessons.goals import ConditionError, check, holds, met, reached
from lessons.model import Condition, Goal
from lessons.order import Order
from protocol.chorus import observe_played
from tests.lessons_support import course, facts_of, lesson

CLOSED = facts_of("closing-handshake")
SCENARIO = lesson("closing-handshake").scenario


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("server.told", True),
        ("server.broken.0", False),
        ("not client.broken.*", True),
        ("not client.frame.*.sent", False),
        ("*.closing", True),
        ("count client.frame.*.sent = 2", True),
        ("count client.frame.*.sent >= 3", False),
        ("count server.broken.* < 1", True),
        ("told.server.code = 1000", True),
        ("told.server.code > 999", True),
        ("told.server.code != 1000", False),
        ("told.server.clean = true", True),
        ("told.server.reason = done", True),
        ("told.server.reason > done", False),
        ("client.77.text = Hello", False),
        ("row client OPEN sends Close", True),
        ("row client OPEN receives Close", False),
        ("row server OPEN receives Close", True),
    ],
)
def test_a_predicate_of_a_run(text, wanted):
    check(text)
    assert holds(text, CLOSED, SCENARIO) is wanted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("told.nobody.code = 1", "no value named “told.nobody.code”"),
        ("row client OPEN sings", "The table has no row “OPEN sings”"),
        ("client told", "is no condition"),
        ("", "is no condition"),
    ],
)
def test_a_mistake_is_named(text, words):
    with pytest.raises(ConditionError) as error:
        check(text)
    assert words in str(error.value)


def test_what_is_met_and_what_is_reached():
    goal = Goal((Condition("a", "client.told"), Condition("b", "client.broken.0")))
    assert met(goal, CLOSED, SCENARIO) == {"a"}
    assert not reached(goal, {"a"})
    assert reached(goal, {"a", "b", "c"})
    assert not reached(Goal(), ()), "no goal is never reached"


@pytest.mark.parametrize("slug", [one.slug for one in course().lessons])
def test_every_lesson_has_a_goal_that_is_not_met_at_first_and_that_its_solution_meets(slug):
    one = lesson(slug)
    assert one.goal.conditions, f"{slug} has no goal"
    assert not reached(one.goal, met(one.goal, facts_of(slug), one.scenario.patched()))
    done: set[str] = set()
    faults = {fault.id for fault in one.faults}
    for run in one.goal.solution:
        order = Order(one.scenario, frozenset(run) & faults, tuple(move for move in run if move not in faults))
        facts = observe_played(asyncio.run(play(order)))
        now = met(one.goal, facts, order.wanted)
        done = done | now if one.goal.gathers else set(now)
    assert reached(one.goal, done), f"{slug}: {sorted(done)} of {[each.id for each in one.goal.conditions]}"


@pytest.mark.parametrize("slug", [one.slug for one in course().lessons])
def test_no_single_move_but_the_solution_reaches_the_goal(slug):
    """A goal that one press meets is none, unless the lesson says that one press is the whole solution."""
    one = lesson(slug)
    shortest = min((len(run) for run in one.goal.solution), default=0)
    if shortest < 2 or one.goal.gathers:
        pytest.skip("the solution itself is one change, or several runs")
    for move in one.moves:
        order = Order(one.scenario, moves=(move.id,))
        facts = observe_played(asyncio.run(play(order)))
        assert not reached(one.goal, met(one.goal, facts, order.wanted)), move.id
