"""Both ends in bad weather: what TCP promises is never noticed, what it does not is."""

from __future__ import annotations

import asyncio

import pytest
from network_support import dial, events_of, limits, serving, until

from app.network.weather import Climate, Weather
from protocol.events import Closed, Failed, MessageReceived, Opened
from protocol.vocabulary import State

STORM = Climate(delay=(0.0, 0.004), pieces=(1, 40))
MESSAGES = ["Hello", "你好 ❤ " * 20, "x" * 500]


async def conversation(server_weather, client_weather, allowed=None, messages=MESSAGES):
    """Everything that a client hears of an echo server."""
    options = {"allowed": allowed} if allowed else {}
    async with serving(weather=lambda: server_weather, **options) as server:
        client = await dial(server.port, weather=client_weather, **options)
        heard = []
        async with asyncio.timeout(20):
            async for event in client:
                heard.append(event)
                if isinstance(event, Opened):
                    for message in messages:
                        client.link.act(lambda connection, message=message: connection.send_text(message))
                    client.link.act(lambda connection: connection.send_close(1000))
        if not client.link._weather or not client.link._weather.dropped:
            await until(lambda: not server.links)
        return heard, server.notes


@pytest.mark.parametrize("seed", range(3))
def test_delay_and_cuts_are_never_noticed(seed):
    heard, notes = asyncio.run(conversation(Weather(STORM, seed), Weather(STORM, seed + 100)))
    assert [event.text for event in heard if isinstance(event, MessageReceived)] == MESSAGES
    assert heard[-1].told.clean
    assert [event.told.clean for event in notes.of(Closed)] == [True]


def test_what_is_held_is_never_noticed():
    heard, _ = asyncio.run(conversation(Weather(Climate(hold=0.02), 1), Weather(Climate(hold=0.02), 2)))
    assert [event.text for event in heard if isinstance(event, MessageReceived)] == MESSAGES
    assert heard[-1].told.clean


def test_a_reset_is_1006():
    heard, _ = asyncio.run(conversation(Weather(Climate(reset_at=200), 1), None))
    assert heard[-1].told.code == 1006
    assert [event.text for event in heard if isinstance(event, MessageReceived)] == MESSAGES[:1]


def test_a_pulled_cable_is_noticed_by_the_clock():
    heard, _ = asyncio.run(conversation(Weather(Climate(drop_at=140), 1), None, limits(closing=0.2)))
    assert heard[-1].told.code == 1006


def test_a_flipped_bit_is_a_broken_rule():
    """RSV1 of the first frame after the head of 129 bytes."""

    async def scene():
        async with serving() as server:
            client = await dial(server.port)
            await until(lambda: client.link.connection.state is State.OPEN)
            size = len(client._head[: client._head.index(b"\r\n\r\n") + 4])
            client.link.reset()
            await events_of(client)
        heard, _ = await conversation(Weather(Climate(flips=frozenset({8 * size + 1})), 1), None)
        assert [event.violation.rule.id for event in heard if isinstance(event, Failed)] == ["frame.rsv"]

    asyncio.run(scene())
