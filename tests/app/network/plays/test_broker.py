"""The broker in this program, and which one a run uses."""

from __future__ import annotations

import asyncio

import pytest

from app.network.plays import broker
from app.network.plays.broker import IN_PROCESS, REDIS, BrokerError, MemoryBroker


@pytest.fixture(autouse=True)
def _unchosen():
    yield
    broker.choose(None)


def test_what_is_published_comes_to_every_line_that_listens():
    own = MemoryBroker()
    one, two, deaf = own.line(), own.line(), own.line()
    one.listen("lobby")
    two.listen("lobby")
    one.publish("lobby", "Hello")
    assert one.take() == two.take() == [("lobby", "Hello")]
    assert deaf.take() == []


def test_a_line_that_hung_up_hears_nothing():
    own = MemoryBroker()
    line = own.line()
    line.listen("lobby")
    own.hang_up(line)
    own.line().publish("lobby", "Hello")
    assert line.take() == []


def test_all_nodes_count_together():
    async def count():
        own = MemoryBroker()
        await own.exchange()
        found = [await own.count("visits:ada"), await own.count("visits:ada"), await own.count("visits:ben")]
        await own.close()
        return found

    assert asyncio.run(count()) == [1, 2, 1]


def test_the_broker_in_this_program_is_the_default():
    assert broker.wanted() == IN_PROCESS
    assert isinstance(asyncio.run(broker.opened()), MemoryBroker)


@pytest.mark.parametrize("url", ["", "localhost", "http://localhost:6379", "redis://", "redis://:6379", "redis://h:x"])
def test_what_is_no_address_of_a_redis(url):
    with pytest.raises(BrokerError, match="redis://HOST:PORT"):
        broker.choose(url)
    assert broker.wanted() == IN_PROCESS


def test_without_the_package_there_is_one_sentence(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "redis.asyncio", None)
    with pytest.raises(BrokerError, match="pip install redis"):
        broker.choose("redis://127.0.0.1:6379")


def test_a_problem_is_forgotten_with_the_next_choice():
    error = BrokerError(broker.NO_REDIS, address="h:1", reason="connection refused")
    broker.found_wanting(error)
    assert broker.problem() is error
    broker.choose(None)
    assert broker.problem() is None


def test_a_chosen_redis_is_named():
    pytest.importorskip("redis")
    broker.choose("redis://127.0.0.1:6379")
    assert broker.wanted() == REDIS
