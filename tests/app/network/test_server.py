"""The server and peers that behave, its order of bytes, its plain HTTP, its end; each test has its own server."""

from __future__ import annotations

import asyncio

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
    rest,
    shaken,
    until,
)
from patience_support import PATIENCE
from websockets.asyncio.client import connect as foreign
from websockets.exceptions import ConnectionClosed, InvalidStatus

from app.network.programs import broadcast
from app.network.server import bound
from protocol.events import Closed, Failed, Opened, Refused
from protocol.handshake import Policy

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
            await asyncio.wait_for(await client.ping(b"p"), PATIENCE)
        assert (client.close_code, client.close_reason) == (1000, "")
        await until(lambda: not server.links)
        assert [event.told.code for event in server.notes.of(Closed)] == [1000]
        assert [event.told.clean for event in server.notes.of(Closed)] == [True]

    played(scene, policy=Policy(subprotocols=("superchat", "chat2")))


def test_two_hundred_clients_at_once():
    async def scene(server):
        async def talk(number):
            async with foreign(f"ws://{HOST}:{server.port}/", open_timeout=PATIENCE) as client:
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
