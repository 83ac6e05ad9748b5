"""Both ends in bad weather: what TCP promises is never noticed, what it does not is."""

from __future__ import annotations

import asyncio

import pytest
from network_support import dial, events_of, limits, serving, until
from patience_support import PATIENCE

from app.network.gale import Gale
from app.network.weather import Climate, Deliver, End, Harm, Weather
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
        async with asyncio.timeout(PATIENCE):
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


class Wire(asyncio.Transport):
    """A transport that keeps what is written, and a protocol that keeps who is stopped."""

    def __init__(self):
        super().__init__()
        self.all, self.calls = [], []

    def write(self, data):
        self.all.append(bytes(data))

    def close(self):
        self.calls.append("close")

    def is_closing(self):
        return False

    def get_write_buffer_size(self):
        return 0

    def get_protocol(self):
        return self

    def pause_writing(self):
        self.calls.append("pause")

    def resume_writing(self):
        self.calls.append("resume")


def blown(weather, *writes):
    """What a wire gets, and what is told."""

    async def scene():
        wire, told = Wire(), []
        gale = Gale(wire, weather, told.append, told.append)
        for data in writes:
            gale.write(data)
        gale.close()
        await until(lambda: wire.calls[-1:] == ["close"] or weather.dropped)
        return wire, told

    return asyncio.run(scene())


@pytest.mark.parametrize("cut", [1, 5, 8, 9, 10, 11, 30])
def test_a_head_that_is_spared(cut):
    """Places count from the first byte after it, wherever it is cut; harm is told from the first byte of all."""
    data = b"HEAD 1\r\n\r\nabcdefgh"
    wire, told = blown(
        Weather(Climate(flips=frozenset({7}), pieces=(3, 3)), 1, spares_head=True), data[:cut], data[cut:]
    )
    assert b"".join(wire.all) == data.replace(b"a", b"`")
    assert [part for part in wire.all if part not in data[:10]][-2:] == [b"def", b"gh"]
    assert [each for each in told if isinstance(each, Harm)] == [Harm("turned", 87)]
    assert b"".join(gust.data for gust in told if isinstance(gust, Deliver)) == b"".join(wire.all)
    assert told[-1] == End()


def test_a_writer_that_is_faster_than_the_weather_is_stopped():
    wire, _ = blown(Weather(Climate(delay=(0.3, 0.3)), 1), *[bytes(300_000)] * 5)
    assert b"".join(wire.all) == bytes(1_500_000)
    assert wire.calls[0] == "pause"
    assert wire.calls[-2:] == ["resume", "close"]
