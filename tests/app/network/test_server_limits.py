"""What the server bears: peers that do not behave, and what all of them hold together."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest
from network_support import (
    CLOSE_1000,
    HELLO,
    HELLO_BACK,
    HOST,
    REQUEST,
    alive,
    gone,
    limits,
    played,
    raw,
    reset,
    rest,
    shaken,
    stuffed,
    until,
)
from patience_support import PATIENCE
from websockets.asyncio.client import connect as foreign
from websockets.exceptions import ConnectionClosed

from app.network.programs import broadcast
from protocol.events import Closed, Failed
from protocol.extensions import DeflatePolicy
from protocol.handshake import Policy
from protocol.patterns.heartbeat import Pulse

# Peers that do not behave.


def test_a_slow_loris_runs_out_of_time():
    async def scene(server):
        reader, writer = await raw(server, b"GET / HTTP/1.1\r\n")

        async def drip():
            while not writer.is_closing():
                writer.write(b"X: y\r\n")
                await asyncio.sleep(0.02)

        dripping = asyncio.create_task(drip())
        assert (await rest(reader)).startswith(b"HTTP/1.1 408 ")
        dripping.cancel()
        await gone(writer)
        await alive(server)
        await until(lambda: not server.links)

    played(scene, allowed=limits(handshake=1.0))


def test_a_reset_in_the_middle_of_a_frame_harms_nobody_else():
    async def scene(server):
        _, other = await shaken(server)
        _, writer = await shaken(server, HELLO[:4])
        reset(writer)
        await until(lambda: len(server.links) == 1)
        assert [event.told.code for event in server.notes.of(Closed)] == [1006]
        other.write(HELLO)
        await gone(other)
        await alive(server)

    played(scene)


def test_half_closed_clients_get_their_answers():
    async def scene(server):
        reader, writer = await shaken(server, HELLO * 3)
        writer.write_eof()
        assert await rest(reader) == HELLO_BACK * 3
        await gone(writer)
        await until(lambda: not server.links)
        assert [event.told.code for event in server.notes.of(Closed)] == [1006]

    played(scene)


def test_a_client_that_never_answers_close_is_dropped():
    async def scene(server):
        reader, writer = await shaken(server)
        [link] = server.links
        link.act(lambda connection: connection.send_close(1000))
        assert await rest(reader) == bytes.fromhex("880203e8")
        await gone(writer)
        await until(lambda: not server.links)
        assert [event.told.clean for event in server.notes.of(Closed)] == [False]

    played(scene, allowed=limits(closing=0.2))


def test_a_flood_of_pings_that_nobody_reads_is_bounded():
    """The server stops reading long before its buffers are large, and the others notice nothing."""

    async def scene(server):
        _, writer = await shaken(server)
        ping = bytes.fromhex("89fd00000000") + b"p" * 125
        [link] = server.links
        while link._transport.is_reading():
            await stuffed(writer, ping * 4000)
        assert link._transport.get_write_buffer_size() < 256 * 1024
        assert not link._transport.is_reading()
        await alive(server)
        reset(writer)
        await until(lambda: not server.links)

    played(scene)


def test_who_never_reads_a_broadcast_is_dropped():
    async def scene(server):
        reader, deaf = await shaken(server)
        reader._transport.pause_reading()
        async with foreign(f"ws://{HOST}:{server.port}/", max_size=None) as client:
            message = b"x" * 500_000
            for _ in range(60):
                await client.send(message)
                assert await client.recv() == message
                if len(server.links) == 1:
                    break
            assert len(server.links) == 1
        reset(deaf)

    played(scene, program=broadcast(), allowed=limits(unsent=2_000_000))


def test_one_connection_too_many_is_turned_away():
    async def scene(server):
        _, one = await shaken(server)
        _, two = await shaken(server)
        reader, three = await raw(server, REQUEST)
        assert (await rest(reader)).startswith(b"HTTP/1.1 503 ")
        await gone(three)
        await until(lambda: len(server.links) == 2)
        await gone(one)
        await until(lambda: len(server.links) == 1)
        await alive(server)
        await gone(two)
        assert (3, "turned away") in server.notes.all

    played(scene, allowed=limits(connections=2))


def test_a_silent_client_is_closed_with_1001():
    async def scene(server):
        reader, writer = await shaken(server)
        assert await reader.readexactly(4) == bytes.fromhex("880203e9")
        writer.write(CLOSE_1000)
        assert await rest(reader) == b""
        await gone(writer)

    played(scene, allowed=limits(idle=0.1))


def test_a_client_that_answers_no_ping_is_dropped():
    async def scene(server):
        reader, writer = await shaken(server)
        assert (await reader.readexactly(2))[0] == 0x89
        with pytest.raises(ConnectionResetError):
            await rest(reader)
        await gone(writer)

    played(scene, allowed=limits(pulse=Pulse(interval=0.05, timeout=0.1)))


def test_a_client_that_answers_pings_may_be_silent():
    async def scene(server):
        async with foreign(f"ws://{HOST}:{server.port}/", ping_interval=None) as client:
            [link] = server.links
            await until(lambda: link._heartbeat is not None and link._heartbeat._number >= 10)
            await client.send("here")
            assert await client.recv() == "here"

    played(scene, allowed=limits(pulse=Pulse(interval=0.5, timeout=PATIENCE), idle=4))


def test_too_big_is_1009():
    async def scene(server):
        async with foreign(f"ws://{HOST}:{server.port}/") as client:
            await client.send(b"x" * 101)
            with pytest.raises(ConnectionClosed):
                await client.recv()
            assert client.close_code == 1009
        await alive(server)

    played(scene, allowed=limits(message=100))


# What all connections hold together.


def test_messages_that_are_never_whole_share_one_memory():
    """More than half of it each: the first one has to go, with 1009."""

    async def scene(server):
        part = bytes.fromhex("02ff") + (1_000_000).to_bytes(8, "big") + bytes(4)
        first, one = await shaken(server, part, bytes(600_000))
        await until(lambda: sum(link.held for link in server.links) >= 600_000)
        second, two = await shaken(server, part, bytes(600_000))
        assert await rest(first) == bytes.fromhex("880203f1")
        two.write(bytes(400_000) + bytes.fromhex("808000000000"))
        assert len(await second.readexactly(1_000_010)) == 1_000_010
        await gone(one)
        await gone(two)
        assert [event.violation.rule.id for event in server.notes.of(Failed)] == ["frame.too-big"]

    played(scene, allowed=limits(memory=1_100_000))


def test_who_does_not_read_what_others_have_no_room_for_is_reset():
    async def scene(server):
        _reader, writer = await shaken(server)
        with suppress(OSError):
            await stuffed(writer, bytes.fromhex("82ff00000000000f424000000000") + bytes(1_000_000))
        await until(lambda: not server.links)
        await gone(writer)
        await alive(server)

    played(scene, allowed=limits(memory=900_000))


def test_the_next_connection_does_not_compress():
    async def scene(server):
        url = f"ws://{HOST}:{server.port}/"
        async with foreign(url) as one:
            async with foreign(url) as two:
                assert [len(each.protocol.extensions) for each in (one, two)] == [1, 0]
                await two.send("plain")
                assert await two.recv() == "plain"
            await one.close()
            await until(lambda: not server.links)
            async with foreign(url) as three:
                assert len(three.protocol.extensions) == 1

    played(scene, allowed=limits(compressed=1), policy=Policy(deflate=DeflatePolicy()))
