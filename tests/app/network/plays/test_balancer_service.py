"""A service whose broker fails goes on with the one in this program: no Redis is needed to see it."""

from __future__ import annotations

import asyncio

import pytest

from app.network.plays import balancer, broker
from app.network.plays.broker import NO_REDIS, BrokerError, MemoryBroker
from tests.lessons_support import lesson

SCENARIO = lesson("scaling-out").scenario


class Failing(MemoryBroker):
    """A broker that works until it is told to fail."""

    works = True

    async def exchange(self):
        self._check()

    async def count(self, key):
        self._check()
        return await super().count(key)

    def _check(self):
        if not self.works:
            raise BrokerError(NO_REDIS, address="127.0.0.1:1", reason="connection refused")


@pytest.fixture
def failing(monkeypatch):
    own = Failing()

    async def opened():
        return own

    monkeypatch.setattr(broker, "opened", opened)
    yield own
    broker.choose(None)


def played(failing, scenario=SCENARIO):
    async def play():
        run = balancer._Play(scenario)
        try:
            await run.scene("publish")
            failing.works = False
            await run.scene("restart")
            return run.played()
        finally:
            await run.close()

    return asyncio.run(play())


def test_the_lesson_goes_on_and_says_once_why(failing):
    run = played(failing)
    assert [one.values["heard"] for one in run.moments if one.kind == "room.heard"] == [6, 6]
    (fallen,) = (one for one in run.moments if one.kind == "room.fallback")
    assert (fallen.values["address"], fallen.values["reason"]) == ("127.0.0.1:1", "connection refused")
    assert str(broker.problem()) == NO_REDIS.format(address="127.0.0.1:1", reason="connection refused")


def test_a_store_that_fails_counts_on_in_this_program(failing):
    run = played(failing, SCENARIO.patched((), ("store",)))
    greeted = [one.values["visit"] for one in run.moments if one.kind == "room.greet"]
    assert greeted == [1] * 6 + [1] * 3  # what the lost store knew is lost


def test_a_broker_that_cannot_be_opened(monkeypatch):
    async def opened():
        raise BrokerError(NO_REDIS, address="127.0.0.1:1", reason="connection refused")

    monkeypatch.setattr(broker, "opened", opened)
    run = asyncio.run(balancer.run(SCENARIO))
    assert [one.values["heard"] for one in run.moments if one.kind == "room.heard"] == [6, 3, 3, 6, 6]
    assert [one.kind for one in run.moments].count("room.fallback") == 1
    broker.choose(None)
