"""The server against peers that behave and peers that do not; each test has its own server on loopback."""

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
    gone,
    limits,
    raw,
    reset,
    rest,
    serving,
    shaken,
    stuffed,
    until,
)
from websockets.asyncio.client import connect as foreign
from websockets.exceptions import ConnectionClosed, InvalidStatus

from app.network.programs import broadcast
from app.network.server import bound
from protocol.events import Closed, Failed, Opened, Refused
from protocol.extensions import DeflatePolicy
from protocol.handshake import Policy
from protocol.patterns.heartbeat import Pulse


def played(scene, **options):
    """Run a scene with a server."""

    async def play():
        async with serving(**options) as server:
            return await scene(server)

    return asyncio.run(play())


async def alive(server):
    """Nothing that happened elsewhere keeps a new client from its echo."""
    async with foreign(f"ws://{HOST}:{server.port}/") as client:
        await client.send("still there")
        assert await asyncio.wait_for(client.recv(), 5) == "still there"


# Peers that behave.


def test_an_echo_for_a_foreign_client():
    async def scene(server):
        async with foreign(f"ws://{HOST}:{server.port}/chat", subprotocols=["chat", "superchat"]) as client:
            assert client.subprotocol == "superchat"
            for message in ["Hello", "", "你好 ❤", b"\x00\xff", b"", "x" * 70_000, b"y" * 1_000_000]:
                await client.send(message)
                assert await client.recv() == message
            await client.send(["frag", "men", "ted"])
            assert await client.recv() == "fragmented"
            await asyncio.wait_for(await client.ping(b"p"), 5)
        assert (client.close_code, client.close_reason) == (1000, "")
        await until(lambda: not server.links)
        assert [event.told.code for event in server.notes.of(Closed)] == [1000]
        assert [event.told.clean for event in server.notes.of(Closed)] == [True]

    played(scene, policy=Policy(subprotocols=("superchat", "chat2")))


def test_two_hundred_clients_at_once():
    async def scene(server):
        async def talk(number):
            async with foreign(f"ws://{HOST}:{server.port}/", open_timeout=25) as client:
                await client.send(str(number))
                return await client.recv()

        heard = await asyncio.gather(*(talk(number) for number in range(200)))
        assert heard == [str(number) for number in range(200)]
        assert server.count == 200
        await until(lambda: not server.links)

    played(scene)


def test_a_broadcast_reaches_everyone():
    async def scene(server):
        url = f"ws://{HOST}:{server.port}/"
        async with foreign(url) as one, foreign(url) as two, foreign(url) as three:
            await until(lambda: len(server.notes.of(Opened)) == 3)
            await two.send("to all")
            assert [await each.recv() for each in (one, two, three)] == ["to all"] * 3
            await one.close()
            await three.send(b"to both")
            assert [await each.recv() for each in (two, three)] == [b"to both"] * 2

    played(scene, program=broadcast())


def test_origins_are_kept_out():
    async def scene(server):
        url = f"ws://{HOST}:{server.port}/"
        with pytest.raises(InvalidStatus) as caught:
            await foreign(url, origin="https://evil.example")
        assert caught.value.response.status_code == 403
        async with foreign(url, origin="https://good.example") as client:
            await client.send("in")
            assert await client.recv() == "in"
        assert server.notes.of(Refused)[0].status == 403

    played(scene, policy=Policy(origins=("https://good.example",)))


# The order of bytes.


def test_what_comes_before_a_bad_frame_is_answered_before_the_failure():
    async def scene(server):
        reader, writer = await shaken(server, HELLO, HELLO, bytes.fromhex("c18000000000"), HELLO)
        assert await rest(reader) == HELLO_BACK * 2 + bytes.fromhex("880203ea")
        assert [event.violation.rule.id for event in server.notes.of(Failed)] == ["frame.rsv"]
        await gone(writer)

    played(scene)


def test_what_comes_before_a_close_is_answered_before_it():
    async def scene(server):
        reader, writer = await shaken(server, HELLO + CLOSE_1000 + HELLO)
        assert await rest(reader) == HELLO_BACK + bytes.fromhex("880203e8")
        await gone(writer)

    played(scene)


def test_early_data_after_the_head_is_read():
    async def scene(server):
        reader, writer = await raw(server, REQUEST + HELLO)
        await reader.readuntil(b"\r\n\r\n")
        assert await reader.readexactly(len(HELLO_BACK)) == HELLO_BACK
        await gone(writer)

    played(scene)


def test_the_servers_close_survives_bytes_that_nobody_reads():
    """Section 7.1.1: a socket closed with unread bytes sends RST, and RST would destroy our Close."""

    async def scene(server):
        reader, writer = await shaken(server, b"\xff\xff" + b"x" * 300_000)
        assert await rest(reader) == bytes.fromhex("880203ea")
        await gone(writer)

    played(scene)


def test_the_server_ends_tcp_first_and_at_once():
    async def scene(server):
        reader, writer = await shaken(server, CLOSE_1000)
        assert await rest(reader) == bytes.fromhex("880203e8")  # FIN, though the client has sent none
        await gone(writer)
        await until(lambda: not server.links)

    played(scene, allowed=limits(lingering=10))


# Plain HTTP.


@pytest.mark.parametrize(
    ("line", "status"), [("GET / ", 200), ("HEAD / ", 200), ("GET /favicon.ico ", 404), ("GET /x ", 426)]
)
def test_plain_http(line, status):
    async def scene(server):
        reader, writer = await raw(server, f"{line}HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        head, _, body = (await rest(reader)).partition(b"\r\n\r\n")
        assert head.startswith(f"HTTP/1.1 {status} ".encode())
        assert bool(body) is not line.startswith("HEAD")
        await gone(writer)
        await until(lambda: not server.links)
        assert server.notes.all == [(1, status), (1, "ended")]

    played(scene)


@pytest.mark.parametrize(
    "data", [b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 300, b"nonsense\r\n\r\n", b"\0" * 20_000]
)
def test_garbage_is_a_bad_request(data):
    async def scene(server):
        reader, writer = await raw(server, data)
        assert (await rest(reader)).startswith(b"HTTP/1.1 400 ")
        await gone(writer)
        await alive(server)

    played(scene)


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

    played(scene, allowed=limits(handshake=0.2))


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
            await until(lambda: link._heartbeat is not None and link._heartbeat._number >= 4)
            await client.send("here")
            assert await client.recv() == "here"

    played(scene, allowed=limits(pulse=Pulse(interval=0.05, timeout=0.2), idle=0.3))


def test_too_big_is_1009():
    async def scene(server):
        async with foreign(f"ws://{HOST}:{server.port}/") as client:
            await client.send(b"x" * 101)
            with pytest.raises(ConnectionClosed):
                await client.recv()
            assert client.close_code == 1009
        await alive(server)

    played(scene, allowed=limits(message=100))


# The end.


def test_a_graceful_stop():
    async def scene(server):
        reader, deaf = await shaken(server)
        _, waiting = await raw(server, b"GET")
        async with foreign(f"ws://{HOST}:{server.port}/") as client:
            await until(lambda: len(server.links) == 3)
            stopping = asyncio.create_task(server.stop())
            with pytest.raises(ConnectionClosed):
                await client.recv()
            assert (client.close_code, client.close_reason) == (1001, "")
        assert await reader.readexactly(4) == bytes.fromhex("880203e9")
        await stopping
        assert not server.links
        with pytest.raises(ConnectionRefusedError):
            await asyncio.open_connection(HOST, server.port)
        for writer in (deaf, waiting):
            await gone(writer)

    played(scene, allowed=limits(closing=0.3))


def test_nothing_is_left_behind():
    """Warnings are errors: an unclosed socket or a forgotten task would fail here."""

    async def scene(server):
        _, writer = await shaken(server)
        await server.drop()
        assert asyncio.all_tasks() == {asyncio.current_task()}
        await gone(writer)

    played(scene)


def test_all_addresses_of_a_name_have_one_port():
    sockets = bound("localhost", 0)
    assert len({sock.getsockname()[1] for sock in sockets}) == 1
    for sock in sockets:
        sock.close()


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
