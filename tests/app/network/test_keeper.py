"""A link whose keeper does nothing speaks, answers and ends all the same."""

from __future__ import annotations

import asyncio

from network_support import LIMITS, serving, until

from app.network.keeper import Keeper
from app.network.link import READ_SIZE, Link
from protocol.connection import Connection
from protocol.handshake import Offer
from protocol.vocabulary import State

KEY = "dGhlIHNhbXBsZSBub25jZQ=="


def test_nobody_needs_to_listen() -> None:
    async def talk() -> tuple[State, int]:
        async with serving() as server:
            connection = Connection.client(Offer(f"127.0.0.1:{server.port}", "/", KEY), lambda: b"abcd")
            link = Link(connection, Keeper(), LIMITS, bytearray(READ_SIZE))
            await asyncio.get_running_loop().create_connection(lambda: link, "127.0.0.1", server.port)
            await until(lambda: connection.state is State.OPEN)
            link.act(lambda each: each.send_close(4000))
            await until(lambda: connection.endpoint.told is not None)
            assert connection.endpoint.told is not None
            return connection.state, connection.endpoint.told.code

    assert asyncio.run(talk()) == (State.CLOSED, 4000)
