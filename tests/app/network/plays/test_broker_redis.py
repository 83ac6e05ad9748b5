"""The lesson on a real Redis, and on one that stops in the middle of it."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from app.network.plays import balancer, broker
from app.network.plays.broker import REDIS, BrokerError
from protocol.chorus import Chorus
from tests.lessons_support import lesson
from tests.redis_support import free_port, needs_redis, own_redis

pytestmark = needs_redis


@pytest.fixture(scope="module")
def redis():
    with own_redis() as own:
        yield own


@pytest.fixture(autouse=True)
def _unchosen():
    yield
    broker.choose(None)


def run(**changes):
    scenario = lesson("scaling-out").scenario
    return asyncio.run(balancer.run(replace(scenario, balancer=replace(scenario.balancer, **changes))))


def told(played):
    """The moments without their times and without the broker's name."""
    return [
        (one.kind, one.actor, {key: value for key, value in one.values.items() if key != "broker"})
        for one in played.moments
    ]


async def opened(url):
    broker.choose(url)
    return await broker.opened()


def test_lines_of_two_nodes_hear_each_other_in_one_order(redis):
    async def talk():
        own = await opened(redis.url)
        one, two = own.line(), own.line()
        one.listen("lobby")
        two.listen("lobby")
        await own.exchange()
        one.publish("lobby", "one")
        two.publish("lobby", "two")
        one.publish("elsewhere", "nobody")
        await own.exchange()
        heard = one.take(), two.take()
        two.ignore("lobby")
        own.hang_up(one)
        await own.exchange()
        two.publish("lobby", "three")
        await own.exchange()
        silent = one.take(), two.take()
        counts = [await own.count("visits"), await own.count("visits")]
        await own.close()
        return heard, silent, counts

    heard, silent, counts = asyncio.run(talk())
    assert heard == ([("lobby", "one"), ("lobby", "two")],) * 2
    assert silent == ([], [])
    assert counts == [1, 2]


def test_two_runs_on_one_redis_do_not_hear_each_other(redis):
    async def talk():
        mine, other = await opened(redis.url), await opened(redis.url)
        line, foreign = mine.line(), other.line()
        foreign.listen("lobby")
        await other.exchange()
        line.publish("lobby", "Hello")
        await mine.exchange()
        await other.exchange()
        heard = foreign.take()
        await mine.close()
        await other.close()
        return heard

    assert asyncio.run(talk()) == []


@pytest.mark.parametrize("changes", [{}, {"store": True, "back": 3.0}])
def test_the_lesson_is_the_same_on_a_real_redis(redis, changes):
    broker.choose(redis.url)
    played = run(**changes)
    assert broker.problem() is None
    assert [one.values["broker"] for one in played.moments if one.kind == "room.scene"] == ["", "", REDIS]
    broker.choose(None)
    assert told(played) == told(run(**changes))


def test_a_redis_that_is_not_there_is_one_sentence_and_the_lesson_goes_on():
    port = free_port()
    broker.choose(f"redis://127.0.0.1:{port}")
    played = run()
    assert str(broker.problem()) == (
        f"The Redis at 127.0.0.1:{port} does not work (connection refused): "
        "the broker in this program goes on in its place."
    )
    assert [one.values["heard"] for one in played.moments if one.kind == "room.heard"] == [6, 3, 3, 6, 6]


@pytest.mark.parametrize("store", [False, True])
def test_a_redis_that_stops_in_the_middle_is_one_sentence_and_the_lesson_goes_on(store):
    scenario = lesson("scaling-out").scenario
    scenario = replace(scenario, balancer=replace(scenario.balancer, store=store))

    async def play():
        with own_redis() as own:
            broker.choose(own.url)
            run = balancer._Play(scenario)
            try:
                await run.scene("publish")
                own.stop()
                await run.scene("restart")
                return run.played()
            finally:
                await run.close()

    played = asyncio.run(play())
    assert isinstance(broker.problem(), BrokerError)
    assert "goes on in its place" in str(broker.problem())
    assert [one.kind for one in played.moments].count("room.fallback") == 1
    assert [one.values["heard"] for one in played.moments if one.kind == "room.heard"] == [6, 6]
    assert len(Chorus.made(played)) > 300


def test_a_word_that_went_down_with_the_redis_is_published_once_more():
    scenario = lesson("scaling-out").scenario

    async def play():
        with own_redis() as own:
            broker.choose(own.url)
            run = balancer._Play(scenario)
            try:
                await run.scene("publish")
                own.stop()
                await run._say()
                return run.played()
            finally:
                await run.close()

    played = asyncio.run(play())
    assert [one.values["heard"] for one in played.moments if one.kind == "room.heard"] == [6, 6]
