"""The embedded server: many connections, each with an endpoint of its own, and one program behind them all.

It binds where it is told, takes as many connections as its limits allow (the next one gets 503), and keeps one peer's
trouble from the others: whatever happens on a link stays there. `stop` is graceful: nobody new comes in, every open
connection is told 1001 (going away, RFC 6455 section 7.4.1), and what has not ended by the closing time is dropped.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
import time
from collections.abc import Callable

from app.network.budget import Budget
from app.network.door import Door
from app.network.front import Front, Reply
from app.network.journal import Book, Books
from app.network.keeper import Keeper
from app.network.limits import SERVER, Limits
from app.network.link import READ_SIZE, Link
from app.network.log import Log
from app.network.programs import Program
from app.network.weather import Harm, Weather
from protocol.connection import Connection
from protocol.events import Event
from protocol.handshake import Policy
from protocol.recording import Setup

BACKLOG = 1024
"""How many connections the system may hold before we accept them."""


class Witness:
    """Is told what happens, connection by connection; `number` counts them from 1. This one does not care."""

    def heard(self, number: int, link: Link, event: Event) -> None:
        """An endpoint of ours learned something; the program has already answered."""

    def replied(self, number: int, link: Link, reply: Reply) -> None:
        """A plain HTTP request was answered."""

    def turned_away(self, number: int, link: Link) -> None:
        """There were too many connections: 503."""

    def refused_tls(self, address: str, error: OSError) -> None:
        """TLS did not come about with a caller, who so was never a connection."""

    def harmed(self, number: int, link: Link, harm: Harm) -> None:
        """The weather did what TCP promises never to happen."""

    def ended(self, number: int, link: Link) -> None:
        """TCP is over."""


class Server:
    """Listens, and gives each caller a `Link`. It lives in one event loop."""

    def __init__(
        self,
        program: Program,
        policy: Policy,
        limits: Limits = SERVER,
        *,
        tls: ssl.SSLContext | None = None,
        witness: Witness | None = None,
        journals: Books | None = None,
        weather: Callable[[], Weather | None] = lambda: None,
        about: str = "echo",
    ) -> None:
        self.links: set[Link] = set()
        self.program = program
        self.policy = policy
        self.limits = limits
        self.witness = witness or Witness()
        self.journals = journals
        self.weather = weather
        """Gives that of each connection, for what the server writes."""
        self.about = about
        """What the page says of the program: echo, broadcast or script."""
        self.count = 0
        """How many connections there have been."""
        self._tls = tls
        self._doors: list[Door] = []
        self._budget: Budget[Link] = Budget(limits.memory)
        self._buffer = bytearray(READ_SIZE)
        self._empty = asyncio.Event()

    async def start(self, host: str, port: int) -> list[tuple[str, int]]:
        """Listen on every address of `host`; the addresses. Port 0 is one that the system chooses. Raises OSError."""
        sockets = await asyncio.get_running_loop().run_in_executor(None, bound, host, port)
        self._doors += [self._door(sock) for sock in sockets]
        return [sock.getsockname()[:2] for sock in sockets]

    def _door(self, sock: socket.socket) -> Door:
        return Door(sock, self._welcome, self._is_full, self.limits, self._tls, self.witness.refused_tls)

    async def stop(self) -> None:
        """Say 1001 to everyone, wait for their answers up to the closing time, and end."""
        await self._listen_no_more()
        for link in tuple(self.links):
            link.go_away()
        if self.links:
            self._empty.clear()
            try:
                async with asyncio.timeout(self.limits.closing + 2 * self.limits.lingering):
                    await self._empty.wait()
            except TimeoutError:
                await self.drop()

    async def drop(self) -> None:
        """End at once, without a word."""
        await self._listen_no_more()
        for link in tuple(self.links):
            link.reset()
        while self.links:
            self._empty.clear()
            await self._empty.wait()

    async def _listen_no_more(self) -> None:
        for door in self._doors:
            await door.close()

    def _is_full(self) -> bool:
        """Whether there are so many connections that the next one is not even told."""
        return len(self.links) + sum(door.entering for door in self._doors) >= 2 * self.limits.connections

    def _welcome(self) -> Link:
        """The endpoint of the next connection."""
        connection = Connection.server(self.policy, limit=self.limits.message)
        front = Front(self.about)
        return Link(connection, _Caller(self), self.limits, self._buffer, front=front, weather=self.weather())

    def came(self, link: Link) -> int:
        """Count a connection; its number."""
        self.links.add(link)
        self.count += 1
        return self.count

    def left(self, link: Link) -> None:
        """A connection is over."""
        self.links.discard(link)
        self._budget.forget(link)
        if not self.links:
            self._empty.set()

    def weigh(self, link: Link) -> None:
        """A connection may hold more than before: if that is too much for all together, someone has to go."""
        now = asyncio.get_running_loop().time()
        while (heaviest := self._budget.weigh(link, now)) is not None:
            heaviest.give_up()

    @property
    def may_compress(self) -> bool:
        """Whether one more connection may."""
        return sum(link.connection.deflate is not None for link in self.links) < self.limits.compressed


class _Caller(Keeper):
    """Keeps one connection of the server: its number and its recording."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._number = 0
        self._book: Book | None = None

    def opened(self, link: Link) -> Log:
        """Number it, and begin to record it."""
        server = self._server
        self._number = server.came(link)
        clock = asyncio.get_running_loop().time
        if server.journals is None:
            return Log(clock)
        policy = server.policy
        takes = policy.deflate is not None
        setup = Setup(
            link.address,
            link.own_address,
            policy.origins,
            policy.hosts,
            policy.subprotocols,
            deflate=takes,
            server_limit=server.limits.message,
            began=time.time(),
        )
        self._book = server.journals.begin(setup, link)
        return Log(clock, self._book.append)

    def ready(self, link: Link) -> None:
        """One too many is turned away."""
        server = self._server
        if len(server.links) > server.limits.connections:
            server.witness.turned_away(self._number, link)
            link.refuse()

    def passed(self, link: Link) -> None:
        """This connection is worth a recording: pages and their icons are not."""
        if not self._server.may_compress:
            link.connection.agree_to_no_compression()
        if self._book is not None:
            self._book.keep()

    def heard(self, link: Link, event: Event) -> None:
        """The program answers first: what it says is as much of the event as the event itself."""
        self._server.program(link, event)
        self._server.witness.heard(self._number, link, event)

    def weighed(self, link: Link) -> None:
        """All connections share one budget."""
        self._server.weigh(link)

    def replied(self, link: Link, reply: Reply) -> None:
        """A page, or no such page."""
        self._server.witness.replied(self._number, link, reply)

    def harmed(self, link: Link, harm: Harm) -> None:
        """Bad weather."""
        self._server.witness.harmed(self._number, link, harm)

    def ended(self, link: Link) -> None:
        """Close the book."""
        self._server.left(link)
        if self._book is not None:
            self._book.close()
        self._server.witness.ended(self._number, link)


def bound(host: str, port: int) -> list[socket.socket]:
    """A bound socket for each address of `host`, all with the same port. Raises OSError."""
    found = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    sockets: list[socket.socket] = []
    try:
        for family, _, _, _, address in dict.fromkeys(found):
            sock = socket.create_server((address[0], port, *address[2:]), family=family, backlog=BACKLOG)
            sockets.append(sock)
            port = sock.getsockname()[1]
    except OSError:
        for sock in sockets:
            sock.close()
        raise
    return sockets
