"""Two endpoints of a WebSocket on a way between them, driven step by step: what one says, the other has at once.

`Straight` is a way without anybody between: one TCP connection over loopback.
"""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Callable
from contextlib import suppress
from typing import Final, Protocol

from app.network.sockets import address_of, tcp_pair
from protocol.connection import Connection
from protocol.events import Closed, Event, MessageReceived
from protocol.handshake import Offer, Policy
from protocol.recording import Entry, Kind, Recording, Setup
from protocol.vocabulary import Role, State

LINGER_NOT: Final = struct.pack("ii", 1, 0)
"""SO_LINGER on, zero seconds: closing the socket sends RST instead of FIN."""


class Way(Protocol):
    """What carries the bytes of both ends, and records them."""

    @property
    def recording(self) -> Recording:
        """What both ends wrote and read."""
        ...

    async def open(self) -> None:
        """TCP stands."""
        ...

    async def carry(self, who: Role, data: bytes) -> bytes:
        """`who` writes, and the other end has read it."""
        ...

    async def end(self, who: Role) -> None:
        """`who` sends FIN, and the other end notices."""
        ...

    async def reset(self, who: Role) -> None:
        """`who` drops the connection, and the other end notices."""
        ...

    def close(self) -> None:
        """Give the sockets back."""
        ...


class Straight:
    """One TCP connection; `now` is the clock that all recordings of a play share."""

    def __init__(self, now: Callable[[], float]) -> None:
        self.recording = Recording()
        self._now = now
        self._socks: dict[Role, socket.socket] = {}

    async def open(self) -> None:
        """The system completes the connection by itself."""
        client, server = tcp_pair()
        self._socks = {Role.CLIENT: client, Role.SERVER: server}
        for sock in self._socks.values():
            sock.setblocking(False)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # small messages go at once
        self.recording.setup = Setup(address_of(client), address_of(server), deflate=False)
        self._note(Role.CLIENT, Kind.SYN)

    async def write(self, who: Role, data: bytes) -> None:
        """`who` hands these bytes to TCP."""
        self._note(who, Kind.DATA, data)
        await asyncio.get_running_loop().sock_sendall(self._socks[who], data)

    async def carry(self, who: Role, data: bytes) -> bytes:
        """Written and read; small enough for the buffers of TCP."""
        await self.write(who, data)
        got = b""
        while len(got) < len(data):
            got += await asyncio.get_running_loop().sock_recv(self._socks[who.peer], len(data) - len(got))
        self._note(who, Kind.READ, size=len(data))
        return got

    async def end(self, who: Role) -> None:
        """FIN, and the other end reads that there is nothing more."""
        self._note(who, Kind.FIN)
        self._socks[who].shutdown(socket.SHUT_WR)
        await asyncio.get_running_loop().sock_recv(self._socks[who.peer], 1)
        self._note(who, Kind.READ)

    async def reset(self, who: Role) -> None:
        """RST: what `who` has not read is lost."""
        self._note(who, Kind.RST)
        self._socks[who].setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_NOT)
        self._socks[who].close()
        with suppress(ConnectionResetError):
            await asyncio.get_running_loop().sock_recv(self._socks[who.peer], 1)
        self._note(who, Kind.READ)

    def close(self) -> None:
        """Close both sockets."""
        for sock in self._socks.values():
            sock.close()

    def _note(self, who: Role, kind: Kind, data: bytes = b"", size: int = 0) -> None:
        self.recording.append(Entry(self._now(), who, kind, data, len(data) or size))


class Talk:
    """A client and a server. What arrives waits in `heard` until the program at that end takes it."""

    def __init__(self, name: str, way: Way, offer: Offer, masks: Callable[[], bytes]) -> None:
        self.name = name
        self.heard: dict[Role, list[str]] = {role: [] for role in Role}
        self._way = way
        self._ends = {Role.CLIENT: Connection.client(offer, masks), Role.SERVER: Connection.server(Policy())}
        self._gone: set[Role] = set()

    @property
    def recording(self) -> Recording:
        """What both ends wrote and read."""
        return self._way.recording

    @property
    def is_open(self) -> bool:
        """Whether both ends are OPEN."""
        return all(end.state is State.OPEN for end in self._ends.values())

    async def open(self) -> None:
        """TCP, then the opening handshake."""
        await self._way.open()
        self._ends[Role.CLIENT].connect()
        await self._settle()

    async def say(self, who: Role, text: str) -> None:
        """A text message; the other end has it."""
        self._ends[who].send_text(text)
        await self._settle()

    async def leave(self, who: Role, code: int, reason: str = "") -> None:
        """The closing handshake, to the end of TCP."""
        self._ends[who].send_close(code, reason)
        await self._settle()

    async def crash(self, who: Role) -> None:
        """RST: the other end is told nothing."""
        self._gone = set(Role)
        self._ends[who].tcp_closed()
        await self._way.reset(who)
        self._ends[who.peer].tcp_closed()

    async def break_with(self, who: Role, text: str) -> None:
        """`who` writes a message into a connection that breaks before the other end has read it."""
        self._ends[who].send_text(text)
        if isinstance(self._way, Straight):
            await self._way.write(who, self._ends[who].bytes_to_send())
        await self.crash(who.peer)

    def take(self, who: Role) -> list[str]:
        """The messages that wait at this end; they are gone from there."""
        found, self.heard[who] = self.heard[who], []
        return found

    def close(self) -> None:
        """Give the sockets back."""
        self._way.close()

    async def _settle(self) -> None:
        """Until nobody has anything more to say."""
        busy = True
        while busy:
            busy = False
            for role, end in self._ends.items():
                data = end.bytes_to_send()
                if data and role not in self._gone:
                    self._hear(role.peer, self._ends[role.peer].receive(await self._way.carry(role, data)))
                    busy = True
                if end.close_tcp and role not in self._gone:
                    self._gone.add(role)
                    await self._way.end(role)
                    self._hear(role.peer, self._ends[role.peer].tcp_closed())
                    busy = True

    def _hear(self, who: Role, events: list[Event]) -> None:
        for event in events:
            if isinstance(event, MessageReceived) and event.text is not None:
                self.heard[who].append(event.text)
            elif isinstance(event, Closed):
                self._ends[who].close_tcp = True
