"""A TCP connection over loopback in a play with an agenda: what one end writes, the other reads a little later.

The bytes lie in the socket until the moment at which they have come as far as a real network would have carried
them. So a play sees what latency does, and nobody waits for it."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from app.network.sockets import address_of, tcp_pair
from protocol.recording import Entry, Kind, Recording, Setup
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.network.plays.agenda import Agenda

Reader = Callable[[bytes], Awaitable[None]]


class SlowWire:
    """Both ends of a connection and its recording; `latency` is the way of a byte in seconds. `reads` are the programs
    that are given what arrives at each end."""

    def __init__(self, agenda: Agenda, latency: float, setup: Setup | None = None) -> None:
        self._agenda = agenda
        self._latency = latency
        client, server = tcp_pair()
        self._socks: dict[Role, socket.socket] = {Role.CLIENT: client, Role.SERVER: server}
        for sock in self._socks.values():
            sock.setblocking(False)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # nothing waits for what comes after it
        self.recording = Recording(setup or Setup(address_of(client), address_of(server), deflate=False))
        self.reads: dict[Role, Reader] = {}

    @property
    def addresses(self) -> tuple[str, str]:
        """The client's and the server's."""
        return address_of(self._socks[Role.CLIENT]), address_of(self._socks[Role.SERVER])

    def opened(self) -> None:
        """The connection stands."""
        self.recording.append(Entry(self._agenda.clock.now(), Role.CLIENT, Kind.SYN))

    async def write(self, who: Role, data: bytes) -> None:
        """`who` hands these bytes to TCP."""
        if not data:
            return
        self.recording.append(Entry(self._agenda.clock.now(), who, Kind.DATA, data, len(data)))
        await asyncio.get_running_loop().sock_sendall(self._socks[who], data)
        self._agenda.after(self._latency, partial(self._arrive, who, len(data)))

    async def _arrive(self, sender: Role, size: int) -> None:
        """So many bytes are read at the other end, in one piece."""
        loop, data = asyncio.get_running_loop(), b""
        while len(data) < size:
            more = await loop.sock_recv(self._socks[sender.peer], size - len(data))
            if not more:  # nobody closes a socket before the play is over
                raise ConnectionResetError("loopback lost a connection")
            data += more
        self.recording.append(Entry(self._agenda.clock.now(), sender, Kind.READ, size=size))
        await self.reads[sender.peer](data)

    def close(self) -> None:
        """Close both sockets, when the play is over."""
        for sock in self._socks.values():
            sock.close()
