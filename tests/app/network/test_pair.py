"""One connection through the proxy: who its ends are, and what becomes of it when one of them is missing."""

from __future__ import annotations

import asyncio

from network_support import HELLO, HELLO_BACK, HOST, LIMITS, REQUEST, gone, reset, serving, until
from patience_support import PATIENCE

from app.network.pair import Onlooker
from app.network.proxy import Proxy
from app.network.url import parse_url


class Notes(Onlooker):
    def __init__(self):
        self.setups, self.over = [], []

    def opened(self, number, setup):
        self.setups.append((number, setup))

    def ended(self, number):
        self.over.append(number)


def played(scene):
    async def play():
        async with serving() as server:
            notes = Notes()
            proxy = Proxy(parse_url(f"ws://{HOST}:{server.port}/"), LIMITS, onlooker=notes)
            [(_, port)] = await proxy.start(HOST, 0)
            try:
                await scene(server, proxy, port, notes)
            finally:
                await proxy.stop()
            assert not proxy.pairs

    asyncio.run(asyncio.wait_for(play(), PATIENCE))


def test_its_ends_are_the_client_and_the_server():
    async def scene(server, proxy, port, notes):
        reader, writer = await asyncio.open_connection(HOST, port)
        writer.write(REQUEST + HELLO)
        await reader.readuntil(HELLO_BACK)
        [(number, setup)] = notes.setups
        host, own = writer.get_extra_info("sockname")
        assert (number, setup.client, setup.server) == (1, f"{host}:{own}", f"{HOST}:{server.port}")
        await gone(writer)
        await until(lambda: notes.over == [1])

    played(scene)


def test_clients_that_leave_at_once_leave_nothing_behind():
    async def scene(server, proxy, port, notes):
        for number in range(20):
            _, writer = await asyncio.open_connection(HOST, port)
            reset(writer) if number % 2 else writer.close()
        await until(lambda: sorted(notes.over) == list(range(1, 21)))
        await until(lambda: not server.links)

    played(scene)


def test_a_pair_that_is_held_is_read_on_neither_side():
    async def scene():
        async with serving() as server:
            proxy = Proxy(parse_url(f"ws://{HOST}:{server.port}/"), LIMITS)
            [(_, port)] = await proxy.start(HOST, 0)
            reader, writer = await asyncio.open_connection(HOST, port)
            writer.write(REQUEST)
            await reader.readuntil(b"\r\n\r\n")
            [pair] = proxy.pairs
            pair.hold(True)
            for side in (pair.client, pair.server):
                side.pause_writing()
                side.resume_writing()
                assert not side._transport.is_reading()
            pair.client.pause_writing()
            pair.hold(False)
            assert (pair.client._transport.is_reading(), pair.server._transport.is_reading()) == (True, False)
            pair.client.resume_writing()
            writer.write(HELLO)
            assert await reader.readexactly(len(HELLO_BACK)) == HELLO_BACK
            pair.end_tcp()
            assert await reader.read() == b""
            writer.close()
            await proxy.stop()

    asyncio.run(scene())
