"""Forks: one thing is changed in the middle of a run, and everything before stays."""

from __future__ import annotations

import asyncio

import pytest

from app.network.scenario import play
from lessons.forking import Change, changes_at, parting
from lessons.model import Action, Scenario
from lessons.order import Order
from protocol.chorus import Played, observe_played
from protocol.facts import FrameSent
from protocol.vocabulary import Role
from tests.lessons_support import recording_of

SCENARIO = Scenario(
    seed=4,
    actions=(
        Action("open", "connect"),
        Action("hello", "text", text="Hello"),
        Action("news", "text", who="server", text="News"),
        Action("bye", "close", code=1000),
    ),
)


def run(change: Change | None = None) -> tuple[Played, object]:
    played = asyncio.run(play(Order(SCENARIO, change=change)))
    return played, observe_played(played)


PLAYED, FACTS = run()


def offered(fact_id: str) -> tuple[Change, ...]:
    return changes_at(SCENARIO, PLAYED, FACTS, FACTS.place(fact_id) + 1)


def test_a_bit_can_be_turned_in_a_frame_that_an_action_sent():
    assert offered("client.frame.0.sent")[0] == Change("flip", "hello")
    assert "flip" not in {change.kind for change in offered("server.frame.0.sent")}, "the echo is an answer"
    assert offered("server.frame.1.sent")[0] == Change("flip", "news")


def test_what_comes_next_can_be_lost_dropped_or_left_out():
    assert [(change.kind, change.action) for change in offered("client.open")] == [
        ("lose", "hello"), ("drop", "hello"), ("skip", "hello"),
    ]  # fmt: skip
    assert offered("server.told") == (), "after the last action nothing can be changed"


def test_a_recording_without_deeds_has_one_future():
    recording = recording_of("accept-key")
    played = Played.of(recording)
    facts = observe_played(played)
    assert changes_at(SCENARIO, played, facts, len(facts)) == ()


@pytest.mark.parametrize(
    ("change", "first"),
    [
        (Change("flip", "hello", 1), "client.frame.0.sent"),
        (Change("lose", "news"), "server.frame.1.arrived"),
        (Change("drop", "bye"), "client.rst"),
        (Change("skip", "hello"), "server.frame.0.sent"),
    ],
)
def test_both_futures_are_equal_until_the_change(change, first):
    _, other = run(change)
    place = parting(FACTS, other)
    assert [fact.id for fact in FACTS][:place] == [fact.id for fact in other][:place]
    later = {fact.id for fact in list(FACTS)[place:]} ^ {fact.id for fact in list(other)[place:]}
    changed = {fact.id for fact in other.of(FrameSent) if change.kind == "flip"}
    assert first in later | changed or first in other
    assert place < len(FACTS)


def test_a_turned_bit_is_on_the_wire():
    _, other = run(Change("flip", "hello", 1))
    before, after = FACTS.frame(Role.CLIENT, 0), other.frame(Role.CLIENT, 0)
    assert (before.rsv, after.rsv) == (0, 0b100)
    assert "client.broken.0" in other


def test_equal_runs_part_at_their_end():
    _, again = run()
    assert parting(FACTS, again) == len(FACTS) == len(again)


def test_a_change_of_an_action_that_is_not_there_changes_nothing():
    assert Change("skip", "nobody").made_in(SCENARIO) == SCENARIO
