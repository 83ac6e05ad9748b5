"""A link by itself: addresses, what a program may do, and who waits for whom. More ends are in the server's tests."""

from __future__ import annotations

import asyncio
import select
import socket
import ssl

import pytest
from network_support import (
    HELLO,
    HELLO_BACK,
    HOST,
    LIMITS,
    dial,
    events_of,
    gone,
    limits,
    played,
    reset,
    rest,
    serving,
    shaken,
    until,
)
from patience_support import PATIENCE

from app.network.front import Front
from app.network.keeper import Keeper
from app.network.link import COMPRESSED_READ, READ_SIZE, SMALL_READ, Link, address_of
from app.network.programs import echo
from app.network.tls import ALONE, server_context
from protocol.connection import Connection, StateError
from protocol.events import Closed, Opened
from protocol.extensions import DeflateOffer, DeflatePolicy
from protocol.handshake import Offer, Policy
from protocol.vocabulary import State


@pytest.mark.parametrize(
    ("name", "text"),
    [(("127.0.0.1", 80), "127.0.0.1:80"), (("::1", 80, 0, 0), "[::1]:80"), (None, ""), ((), "")],
)
def test_addresses(name, text):
    assert address_of(name) == text


def test_a_link_needs_no_server():
    """A keeper that overrides one method is enough."""

    class Echo(Keeper):
        heard = staticmethod(echo)

    async def scene():
        buffer = bytearray(READ_SIZE)
        loop = asyncio.get_running_loop()
        listening = await loop.create_server(
            lambda: Link(Connection.server(Policy()), Echo(), LIMITS, buffer, front=Front()), HOST, 0
        )
        listening.port = listening.sockets[0].getsockname()[1]
        reader, writer = await shaken(listening, HELLO)
        writer.write_eof()
        assert await rest(reader) == HELLO_BACK
        await gone(writer)
        listening.close()

    asyncio.run(scene())


def test_nothing_can_be_said_after_the_end():
    async def scene():
        async with serving() as server:
            client = await dial(server.port)
            client.link.go_away()  # CONNECTING: there is nobody to tell
            client.link.reset()
            heard = await events_of(client)
            assert not [event for event in heard if isinstance(event, Opened)]
            with pytest.raises(StateError):
                client.link.act(lambda connection: connection.send_text("late"))
            client.link.reset()
            client.link.flush()

    asyncio.run(scene())


def test_who_sends_can_wait_for_the_peer_to_read():
    async def scene():
        async with serving() as server:
            reader, writer = await shaken(server)
            reader._transport.pause_reading()
            [link] = server.links
            await asyncio.wait_for(link.drained(), PATIENCE)
            for _ in range(20):
                link.act(lambda connection: connection.send_binary(bytes(1_000_000)))
            waiting = asyncio.create_task(link.drained())
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(asyncio.shield(waiting), 0.05)
            reader._transport.resume_reading()
            left = 20 * (1_000_000 + 10)
            while left:
                left -= len(await reader.read(1 << 20))
            await asyncio.wait_for(waiting, PATIENCE)
            await gone(writer)

    asyncio.run(scene())


def test_what_is_told_comes_once_and_in_order():
    async def scene():
        async with serving() as server:
            client = await dial(server.port)
            heard = []
            async for event in client:
                heard.append(event)
                client.link.go_away()
                client.link.go_away()
            return heard

    heard = asyncio.run(scene())
    assert isinstance(heard[0], Opened)
    assert [event.told.code for event in heard if isinstance(event, Closed)] == [1001]
    assert isinstance(heard[-1], Closed)


@pytest.mark.parametrize("secure", [False, True], ids=["ws", "wss"])
def test_a_caller_in_reserve_does_not_delay_the_stop(secure, tmp_path):
    """Browsers open connections that they may need later, and do not read them: nobody is waited for."""
    tls = server_context(tmp_path) if secure else None
    context = ssl.create_default_context(cafile=tmp_path / ALONE) if secure else None

    def call(port):
        sock = socket.create_connection((HOST, port))
        return context.wrap_socket(sock, server_hostname=HOST) if context is not None else sock

    async def scene():
        async with serving(allowed=limits(closing=10 * PATIENCE, lingering=10 * PATIENCE), tls=tls) as server:
            reserve = await asyncio.to_thread(call, server.port)
            await until(lambda: server.links)
            async with asyncio.timeout(PATIENCE):
                await server.stop()
            reserve.settimeout(PATIENCE)
            assert await asyncio.to_thread(reserve.recv, 1) == b""  # FIN, or TLS's close_notify
            reserve.close()

    asyncio.run(scene())


def test_who_may_cost_more_is_read_less_at_once():
    """A byte may be half a frame, or a thousand bytes (RFC 7692)."""

    async def scene():
        async with serving(policy=Policy(deflate=DeflatePolicy())) as server:
            _, writer = await shaken(server)
            [link] = server.links
            assert len(link.get_buffer(-1)) == SMALL_READ
            writer.write(bytes.fromhex("82ff") + (10**6).to_bytes(8, "big") + bytes(4) + bytes(10**6 - 20_000))
            await until(lambda: link.connection.missing == 20_000)
            assert len(link.get_buffer(-1)) == 20_000
            client = await dial(server.port, offer=Offer("", "", "", deflate=DeflateOffer()))
            await until(lambda: client.link.connection.deflate is not None)
            assert len(client.link.get_buffer(-1)) == COMPRESSED_READ
            client.link.reset()
            reset(writer)
            await until(lambda: not server.links)
            await events_of(client)

    asyncio.run(scene())


def test_fin_for_a_peer_that_has_sent_rst():
    """The system knows before we do: sending FIN then is an error, and none of ours."""

    async def scene():
        async with serving() as server:
            _, writer = await shaken(server)
            [link] = server.links
            link._transport.pause_reading()  # else the loop may see RST first, and close the socket
            reset(writer)
            await asyncio.to_thread(broken, link._transport.get_extra_info("socket"))
            link._send_fin()
            link._transport.resume_reading()
            await until(lambda: not server.links)

    asyncio.run(scene())


def broken(sock):
    """Until the system has seen RST; nothing is read."""
    poll = select.poll()
    poll.register(sock, select.POLLHUP)
    assert poll.poll(5000)


def test_a_link_that_is_held_reads_nothing_and_calls_nobody_silent():
    """The limit of silence does not count while the recording cannot keep up."""

    async def scene(server):
        reader, writer = await shaken(server)
        [link] = server.links
        link.hold(True)
        writer.write(HELLO)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(reader.read(1), 0.6)
        assert link.connection.state is State.OPEN
        link.hold(False)
        assert await asyncio.wait_for(reader.readexactly(len(HELLO_BACK)), PATIENCE) == HELLO_BACK
        await gone(writer)
        await until(lambda: not server.links)
        link.hold(True)
        link.hold(False)

    played(scene, allowed=limits(idle=0.3))


def test_a_held_link_that_is_not_read_either_waits_for_both():
    async def scene(server):
        _, writer = await shaken(server)
        [link] = server.links
        link.hold(True)
        link.pause_writing()
        link.resume_writing()
        assert not link._transport.is_reading()
        link.pause_writing()
        link.hold(False)
        assert not link._transport.is_reading()
        link.resume_writing()
        assert link._transport.is_reading()
        await gone(writer)

    played(scene)


def test_fin_without_a_close_after_what_was_said():
    async def scene(server):
        reader, writer = await shaken(server)
        [link] = server.links
        link.connection.send_text("last")
        link.end_tcp()
        assert await rest(reader) == b"\x81\x04last"
        await gone(writer)
        await until(lambda: not server.links)
        link.end_tcp()
        assert [event.told.code for event in server.notes.of(Closed)] == [1006]

    played(scene)


def test_a_program_that_fails_at_the_end_leaves_no_connection_behind():
    def fail(link, event):
        if isinstance(event, Closed):
            raise RuntimeError

    async def scene(server):
        asyncio.get_running_loop().set_exception_handler(lambda *_: None)
        _, writer = await shaken(server)
        writer.transport.abort()
        await until(lambda: not server.links)

    played(scene, program=fail)
