"""Servers and clients on loopback for the tests of the network; what has to happen is waited for, never slept over."""

from __future__ import annotations

import asyncio
import socket
import struct
from contextlib import asynccontextmanager
from dataclasses import replace

from patience_support import PATIENCE
from websockets.asyncio.client import connect as foreign

from app.network.client import connect
from app.network.limits import Limits
from app.network.programs import echo
from app.network.server import Server, Witness
from app.network.url import parse_url
from protocol.handshake import Policy
from protocol.patience import Patience

HOST = "127.0.0.1"
LIMITS = Limits(patience=Patience(handshake=5, closing=5, idle=None), lingering=0.2)
"""Long enough for a slow machine, short enough for a test that fails."""

REQUEST = (
    b"GET /chat HTTP/1.1\r\nHost: server.example.com\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
"""RFC 6455 section 1.2, with what section 4.1 asks for."""

HELLO = bytes.fromhex("818537fa213d7f9f4d5158")
"""Section 5.7: a masked text, "Hello"."""

HELLO_BACK = bytes.fromhex("810548656c6c6f")
CLOSE_1000 = bytes.fromhex("888200000000") + bytes.fromhex("03e8")
"""A masked Close with the code 1000."""


def limits(**changes):
    """`LIMITS` with changes; those of patience go there."""
    times = {name: changes.pop(name) for name in ("handshake", "closing", "idle") if name in changes}
    return replace(LIMITS, patience=replace(LIMITS.patience, **times), **changes)


class Notes(Witness):
    """Every event, reply and end, in order, with the number of its connection."""

    def __init__(self):
        self.all = []

    def heard(self, number, link, event):
        self.all.append((number, event))

    def replied(self, number, link, reply):
        self.all.append((number, reply.status))

    def turned_away(self, number, link):
        self.all.append((number, "turned away"))

    def ended(self, number, link):
        self.all.append((number, "ended"))

    def of(self, kind):
        return [event for _, event in self.all if isinstance(event, kind)]


@asynccontextmanager
async def serving(program=echo, policy=None, allowed=LIMITS, **options):
    """A server on a free port; `server.port` and `server.notes` are added."""
    notes = options.setdefault("witness", Notes())
    server = Server(program, policy or Policy(), allowed, **options)
    [(_, port)] = await server.start(HOST, 0)
    server.port, server.notes = port, notes
    try:
        async with asyncio.timeout(PATIENCE):
            yield server
    finally:
        await server.drop()


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
        assert await asyncio.wait_for(client.recv(), PATIENCE) == "still there"


async def until(true, seconds=PATIENCE):
    """Wait until `true()` holds."""
    async with asyncio.timeout(seconds):
        while not true():
            await asyncio.sleep(0.002)


async def raw(server, *writes):
    """A bare TCP connection to a server, after these bytes were written."""
    reader, writer = await asyncio.open_connection(HOST, server.port)
    for data in writes:
        writer.write(data)
    return reader, writer


async def shaken(server, *writes):
    """A bare connection after the opening handshake; the server's head was read."""
    reader, writer = await raw(server, REQUEST, *writes)
    head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), PATIENCE)
    assert head.startswith(b"HTTP/1.1 101 ")
    return reader, writer


async def rest(reader):
    """What comes until the end of TCP."""
    return await asyncio.wait_for(reader.read(), PATIENCE)


async def gone(writer):
    """Close our side."""
    writer.close()
    try:
        await writer.wait_closed()
    except OSError:
        return


def reset(writer):
    """Send RST."""
    sock = writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def dial(port, path="/", scheme="ws", host=HOST, allowed=LIMITS, **options):
    """Our client, towards a port of this machine."""
    return await connect(parse_url(f"{scheme}://{host}:{port}{path}"), limits=allowed, **options)


async def events_of(client):
    """All events of a client until TCP is over."""
    async with asyncio.timeout(PATIENCE):
        return [event async for event in client]


async def stuffed(writer, data, most=400_000_000):
    """Write until nobody takes any more for half a second; False if that never happens."""
    for _ in range(most // len(data)):
        writer.write(data)
        try:
            await asyncio.wait_for(writer.drain(), 0.5)
        except TimeoutError:
            return True
    return False
