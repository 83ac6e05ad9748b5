"""A TCP connection over loopback of which both ends live here, with the recording of what crosses it.

What one end writes, the other has read before anything else happens: so a play repeats exactly. `TlsWire` puts TLS
between: its own recording holds the text inside, `outer` the records that really cross.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Final

from app.network.plays.trust import contexts
from app.network.sockets import address_of, tcp_pair
from protocol.recording import Entry, Kind, Recording, Setup
from protocol.vocabulary import Role

PIECE: Final = 16 * 1024
"""How many bytes are handed to TCP at once: they fit into its buffers, whoever reads."""


class Wire:
    """Both sockets. `now` is the clock that all recordings of a play share."""

    def __init__(self, now: Callable[[], float], setup: Setup | None = None) -> None:
        self._now = now
        client, server = tcp_pair()
        self._socks = {Role.CLIENT: client, Role.SERVER: server}
        for sock in self._socks.values():
            sock.setblocking(False)
        ends = replace(setup or Setup(), client=address_of(client), server=address_of(server))
        self.recording = Recording(ends)
        self._ended: set[Role] = set()
        self._note(self.recording, Role.CLIENT, Kind.SYN)

    async def carry(self, who: Role, data: bytes) -> bytes:
        """`who` writes, and the other side reads: what it read."""
        got = b""
        for start in range(0, len(data), PIECE):
            piece = data[start : start + PIECE]
            self._note(self.recording, who, Kind.DATA, piece)
            got += await self._cross(who, piece)
            self._note(self.recording, who, Kind.READ, size=len(piece))
        return got

    async def end(self, who: Role) -> None:
        """`who` sends FIN, and the other side notices; each says so once."""
        if who in self._ended:
            return
        self._ended.add(who)
        self._note(self.recording, who, Kind.FIN)
        await self._shut(who)
        self._note(self.recording, who, Kind.READ)

    def close(self) -> None:
        """Close both sockets."""
        for sock in self._socks.values():
            sock.close()

    @property
    def outer(self) -> Recording | None:
        """What crosses the wire, if that is not what the ends say."""
        return None

    async def _cross(self, who: Role, data: bytes) -> bytes:
        """Send these bytes and read them at the other end."""
        loop = asyncio.get_running_loop()
        await loop.sock_sendall(self._socks[who], data)
        got = b""
        while len(got) < len(data):
            got += await loop.sock_recv(self._socks[who.peer], len(data) - len(got))
        return got

    async def _shut(self, who: Role) -> None:
        self._socks[who].shutdown(1)
        await asyncio.get_running_loop().sock_recv(self._socks[who.peer], 1)

    def _note(self, recording: Recording, who: Role, kind: Kind, data: bytes = b"", size: int = 0) -> None:
        recording.append(Entry(self._now(), who, kind, data, len(data) or size))


class TlsWire(Wire):
    """A wire with TLS on it; the client asks for `host` in the clear. `told` learns of everything that goes out in
    records: who wrote it, what it was (`handshake`, `data` or `goodbye`), and where its bytes stand outside and inside.
    Raises ssl.SSLError if the two do not agree."""

    def __init__(
        self,
        now: Callable[[], float],
        host: str,
        told: Callable[[Role, str, range, range], None],
        setup: Setup | None = None,
    ) -> None:
        super().__init__(now, setup)
        self._told = told
        self._outer = Recording(self.recording.setup)
        self._note(self._outer, Role.CLIENT, Kind.SYN)
        self._bios = {role: (ssl.MemoryBIO(), ssl.MemoryBIO()) for role in Role}
        name = host.partition(":")[0]
        client, server = contexts(name)
        self._ends = {
            Role.CLIENT: client.wrap_bio(*self._bios[Role.CLIENT], server_hostname=name),
            Role.SERVER: server.wrap_bio(*self._bios[Role.SERVER], server_side=True),
        }
        self._inside = dict.fromkeys(Role, 0)

    @property
    def outer(self) -> Recording | None:
        """The TLS records."""
        return self._outer

    @property
    def version(self) -> str:
        """Which TLS both sides agreed on."""
        return self._ends[Role.CLIENT].version() or ""

    async def shake_hands(self) -> None:
        """The TLS handshake (RFC 8446 section 2), before anything can be said. Raises ssl.SSLError."""
        waiting = set(Role)
        while waiting:
            for role in Role:
                with suppress(ssl.SSLWantReadError):
                    self._ends[role].do_handshake()
                    waiting.discard(role)
                await self._flush(role, "handshake", b"")
        with suppress(ssl.SSLWantReadError):
            self._ends[Role.CLIENT].read(PIECE)  # the server's session tickets

    async def _cross(self, who: Role, data: bytes) -> bytes:
        self._ends[who].write(data)
        await self._flush(who, "data", data)
        return self._ends[who.peer].read(PIECE)

    async def _shut(self, who: Role) -> None:
        with suppress(ssl.SSLError):
            self._ends[who].unwrap()
        await self._flush(who, "goodbye", b"")
        self._note(self._outer, who, Kind.FIN)
        await super()._shut(who)
        self._note(self._outer, who, Kind.READ)

    async def _flush(self, who: Role, what: str, inside: bytes) -> None:
        """What TLS made of it crosses the wire."""
        sealed = self._bios[who][1].read()
        if not sealed:
            return
        start = len(self._outer.wire(who))
        self._note(self._outer, who, Kind.DATA, sealed)
        first = self._inside[who]
        self._inside[who] += len(inside)
        self._told(who, what, range(start, start + len(sealed)), range(first, self._inside[who]))
        self._bios[who.peer][0].write(await super()._cross(who, sealed))
        self._note(self._outer, who, Kind.READ, size=len(sealed))
