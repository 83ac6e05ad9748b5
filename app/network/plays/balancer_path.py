"""A balancer between browsers and nodes: two TCP connections end to end for each session, and what it knows of both.

    browser === TCP === balancer === TCP === node

It takes the nodes in turn, before it has read a byte. If it is sticky it first reads the head of the request with its
cookie, and takes the node that served this cookie the last time. Afterwards it only hands bytes on, FIN and RST too.
Every piece has been read at the far end before anything else happens: so a play repeats exactly.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from app.network.plays.talk import LINGER_NOT
from app.network.sockets import LOOPBACK, NO_PORT, NetworkError, address_of
from app.reasons import reason
from protocol.http11 import HeadError, read_request
from protocol.recording import Entry, Kind, Recording, Setup
from protocol.vocabulary import Role

PIECE: Final = 16 * 1024
COOKIE: Final = "page"
"""The cookie by which pages are told apart."""


class Door:
    """A listening socket on a port that the system chooses."""

    def __init__(self) -> None:
        try:
            self._listening = socket.create_server((LOOPBACK, 0))
        except OSError as error:
            raise NetworkError(NO_PORT, host=LOOPBACK, reason=reason(error)) from error
        self._listening.setblocking(False)
        self.address: tuple[str, int] = self._listening.getsockname()[:2]

    async def call(self) -> tuple[socket.socket, socket.socket]:
        """A connection to this door: the caller's end and ours."""
        calling = await called(self.address)
        try:
            return calling, await self.let_in(calling)
        except BaseException:
            calling.close()
            raise

    async def let_in(self, calling: socket.socket) -> socket.socket:
        """Our end of that caller's connection; nobody talks to others."""
        while True:
            ours, caller = await asyncio.get_running_loop().sock_accept(self._listening)
            if caller[:2] == calling.getsockname()[:2]:
                return ours
            ours.close()

    def close(self) -> None:
        """Nobody is let in any more; who calls now is refused."""
        self._listening.close()


async def called(address: tuple[str, int]) -> socket.socket:
    """A connection to this address; ConnectionRefusedError if nobody listens there."""
    sock = socket.socket()
    sock.setblocking(False)
    try:
        await asyncio.get_running_loop().sock_connect(sock, address)
    except BaseException:
        sock.close()
        raise
    return sock


def cookie_of(head: bytes) -> str:
    """The page that a request says it comes from (RFC 6265 section 4.2), or nothing."""
    try:
        cookies = read_request(head).get("Cookie") or ""
    except HeadError:
        return ""
    pairs = (pair.strip().partition("=") for pair in cookies.split(";"))
    return next((value for name, _, value in pairs if name == COOKIE), "")


class Balancer:
    """It knows the doors of the nodes that should be there. `placed` is told of each choice: the node, why (`turn`,
    `cookie` or `refused`), and the node that was wanted but let nobody in."""

    def __init__(self) -> None:
        self.door = Door()
        self.doors: dict[str, Door] = {}
        self.sticky = False
        self._table: dict[str, str] = {}
        """Cookie -> the node that served it last."""
        self._turn = 0

    async def chosen(self, head: bytes, placed: Callable[[str, str, str], None]) -> tuple[socket.socket, Door]:
        """A connection to a node: our end, and the door at which it waits."""
        cookie = cookie_of(head)
        known = self._table.get(cookie, "")
        names = list(self.doors)
        if known not in names:
            known = ""
        first = known or names[self._turn % len(names)]
        self._turn += not known
        start = names.index(first)
        for name in names[start:] + names[:start]:
            try:
                ours = await called(self.doors[name].address)
            except ConnectionRefusedError:
                continue
            why = "refused" if name != first else "cookie" if known else "turn"
            self.served(cookie, name)
            placed(name, why, first)
            return ours, self.doors[name]
        raise NetworkError(NO_PORT, host=LOOPBACK, reason="connection refused")

    def served(self, cookie: str, name: str) -> None:
        """This node serves the page now. Without a cookie nothing is remembered."""
        if cookie:
            self._table[cookie] = name


class Path:
    """One session's way through the balancer, with the recording of what its two ends write and read."""

    def __init__(self, balancer: Balancer, now: Callable[[], float], placed: Callable[[str, str, str], None]) -> None:
        self.recording = Recording()
        self._balancer = balancer
        self._now = now
        self._placed = placed
        self._hops: dict[Role, tuple[socket.socket, socket.socket]] = {}
        """Each end's own socket, and the balancer's that belongs to it."""
        self._over: set[Role] = set()

    async def open(self) -> None:
        """The browser's TCP connection to the balancer. One that is not sticky takes a node at once."""
        self._hops[Role.CLIENT] = await self._balancer.door.call()
        if not self._balancer.sticky:
            await self._go_on(b"")
        self._note(Role.CLIENT, Kind.SYN)

    async def carry(self, who: Role, data: bytes) -> bytes:
        """`who` writes, the balancer hands it on, and the other end has read it."""
        got = b""
        for start in range(0, len(data), PIECE):
            piece = data[start : start + PIECE]
            self._note(who, Kind.DATA, piece)
            at_balancer = await _hop(*self._hops[who], piece)
            if Role.SERVER not in self._hops:
                await self._go_on(at_balancer)
            mine, ours = self._hops[who.peer]
            got += await _hop(ours, mine, at_balancer)
            self._note(who, Kind.READ, size=len(piece))
        return got

    async def end(self, who: Role) -> None:
        """`who` sends FIN; the balancer notices, sends its own, and the other end notices."""
        if who in self._over:
            return
        self._over.add(who)
        self._note(who, Kind.FIN)
        for sender, receiver in (self._hops[who], self._hops[who.peer][::-1]):
            sender.shutdown(socket.SHUT_WR)
            await asyncio.get_running_loop().sock_recv(receiver, 1)
        self._note(who, Kind.READ)

    async def reset(self, who: Role) -> None:
        """`who` drops the connection; the balancer does the same on the other side."""
        self._over = set(Role)
        self._note(who, Kind.RST)
        for sender, receiver in (self._hops[who], self._hops[who.peer][::-1]):
            sender.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_NOT)
            sender.close()
            with suppress(ConnectionResetError):
                await asyncio.get_running_loop().sock_recv(receiver, 1)
        self._note(who, Kind.READ)

    def close(self) -> None:
        """Close all four sockets."""
        for sock in (sock for hop in self._hops.values() for sock in hop):
            sock.close()

    async def _go_on(self, head: bytes) -> None:
        ours, door = await self._balancer.chosen(head, self._placed)
        try:
            self._hops[Role.SERVER] = (await door.let_in(ours), ours)
        except BaseException:
            ours.close()
            raise
        addresses = (address_of(self._hops[Role.CLIENT][0]), address_of(self._hops[Role.SERVER][0]))
        self.recording.setup = Setup(*addresses, deflate=False)

    def _note(self, who: Role, kind: Kind, data: bytes = b"", size: int = 0) -> None:
        self.recording.append(Entry(self._now(), who, kind, data, len(data) or size))


async def _hop(sender: socket.socket, receiver: socket.socket, data: bytes) -> bytes:
    """The data, written at one end of a TCP connection and read at the other."""
    loop, got = asyncio.get_running_loop(), b""
    await loop.sock_sendall(sender, data)
    while len(got) < len(data):
        got += await loop.sock_recv(receiver, len(data) - len(got))
    return got
