"""The play `transports`: one stream of events, four ways, real sockets, a clock that is hurried."""

from __future__ import annotations

import asyncio
import gc
import time
import warnings

import pytest

from app.network.plays.transports import run
from lessons.model import Scenario
from lessons.plays.http_messages import messages
from lessons.plays.transports import WAYS, TransportsSetup
from lessons.plays.transports_count import count, events_of
from protocol.chorus import observe_played
from protocol.facts import Broke
from protocol.vocabulary import Role, State


def chorus(seed=7, **setup):
    scenario = Scenario(
        seed=seed, host="ticks.example.com", target="/socket", play="transports", transports=TransportsSetup(**setup)
    )
    return observe_played(asyncio.run(run(scenario)))


def bytes_of(facts):
    return {(name, role): one.wire(role) for name, one in facts.recordings.items() for role in Role}


def test_the_same_seed_gives_the_same_bytes_and_another_one_others():
    first, again, other = chorus(), chorus(), chorus(seed=8)
    assert bytes_of(first) == bytes_of(again)
    assert bytes_of(first) != bytes_of(other)


@pytest.mark.parametrize("way", WAYS)
def test_every_event_comes_to_every_page_once_and_in_order(way):
    facts = chorus()
    found = count(facts, way)
    got = [one.got for one in found.deliveries]
    assert len(got) == len(events_of(facts)) == 12
    assert got == sorted(got)
    assert all(one.got > one.event.came for one in found.deliveries)


def test_the_websocket_is_the_main_connection_and_breaks_no_rule():
    facts = chorus(says=2)
    assert facts.names == ("websocket",)
    assert facts.of(Broke) == []
    assert facts.state(Role.CLIENT) is facts.state(Role.SERVER) is State.OPEN


def test_polling_keeps_one_connection_and_each_request_has_its_answer():
    facts = chorus()
    recording = facts.recordings["polling"]
    asked = list(messages(recording.wire(Role.CLIENT), Role.CLIENT))
    answered = list(messages(recording.wire(Role.SERVER), Role.SERVER))
    assert len(asked) == len(answered) == count(facts, "polling").requests > 30
    assert {one.head.status for one in answered} == {200, 204}
    assert not any(one.head.get("Connection") == "close" for one in answered)


def test_an_event_waits_for_the_next_poll_and_for_nothing_else():
    facts = chorus(poll=1.0, latency=0.05)
    assert 0.1 < count(facts, "polling").longest <= 1.1
    for way in ("longpoll", "stream", "websocket"):
        assert count(facts, way).delays == (0.05,) * 12


def test_a_long_poll_that_nothing_answers_ends_empty_and_is_asked_again():
    facts = chorus(events=1, every=60.0, hold=25.0)
    wire = facts.recordings["longpoll"].wire(Role.SERVER)
    assert [one.head.status for one in messages(wire, Role.SERVER)] == [200, 204]
    assert count(facts, "longpoll").requests == 3


def test_what_the_page_says_needs_a_second_connection_unless_the_way_has_two_directions():
    facts = chorus(says=6)
    found = {way: count(facts, way) for way in WAYS}
    assert {way: one.connections for way, one in found.items()} == {
        "polling": 1, "longpoll": 2, "stream": 2, "websocket": 1,
    }  # fmt: skip
    assert {one.heard for one in found.values()} == {6}
    assert found["websocket"].requests == 1
    assert found["stream"].requests == 7


def test_half_a_minute_is_not_waited_for():
    begun = time.perf_counter()
    assert chorus().now > 30
    assert time.perf_counter() - begun < 15


def test_no_socket_is_left_open_when_a_run_is_cancelled():
    async def cancelled():
        task = asyncio.create_task(run(Scenario(play="transports")))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    with warnings.catch_warnings():
        warnings.simplefilter("error", ResourceWarning)
        asyncio.run(cancelled())
        gc.collect()
