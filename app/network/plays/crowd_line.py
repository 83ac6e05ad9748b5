"""A TCP connection over loopback with an endpoint at each end, and the listening socket that it came in by.

Both ends live here, so that whatever one of them writes can be read by the other at once: nobody waits, and one run is
like the next. What happens is recorded with the time of the play's clock.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from app.network.gale import LINGER_NOT
from app.network.sockets import LOOPBACK, address_of
from protocol.connection import Connection
from protocol.events import Event
from protocol.recording import Entry, Kind, Recording, Setup
from protocol.vocabulary import Role, State

PATIENCE: Final = 3.0
"""Seconds after which a socket is thought to be stuck: loopback needs a few thousandths."""
CHUNK: Final = 64 * 1024


class Entrance:
    """A port of the server: it listens, or it is held without listening, so that callers are refused and nobody else
    takes it."""

    def __init__(self) -> None:
        self._socket = socket.create_server((LOOPBACK, 0))
        self.address: tuple[str, int] = self._socket.getsockname()[:2]
        self._is_open = True

    def open(self) -> None:
        """Listen again."""
        if not self._is_open:
            self._socket.listen()
            self._is_open = True

    def shut(self) -> None:
        """Listen no more: the system answers a SYN with RST."""
        if not self._is_open:
            return
        self._socket.close()
        self._socket = socket.socket()
        with suppress(OSError):  # not everywhere may an address be taken that was in use just now
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind(self.address)
        self._is_open = False

    def call(self) -> tuple[socket.socket, socket.socket]:
        """Both ends of a new TCP connection, the client's first. Raises ConnectionRefusedError while it is shut."""
        client = socket.create_connection(self.address, PATIENCE)
        try:
            while True:
                server, caller = self._socket.accept()
                if caller == client.getsockname():
                    server.settimeout(PATIENCE)
                    return client, server
                server.close()
        except BaseException:
            client.close()
            raise

    def close(self) -> None:
        """Give the port back."""
        self._socket.close()


class Line:
    """One connection: its two sockets, its two endpoints and its recording."""

    def __init__(
        self, sockets: tuple[socket.socket, socket.socket], client: Connection, server: Connection,
        now: Callable[[], float],
    ) -> None:  # fmt: skip
        self.ends = {Role.CLIENT: client, Role.SERVER: server}
        self._sockets = dict(zip(Role, sockets, strict=True))
        client_address, server_address = map(address_of, sockets)
        self.recording = Recording(Setup(client_address, server_address, deflate=False))
        self._now = now
        self._ended: set[Role] = set()
        self._note(Role.CLIENT, Kind.SYN)

    @property
    def is_open(self) -> bool:
        """Whether both ends are OPEN."""
        return all(end.state is State.OPEN for end in self.ends.values())

    def pump(self) -> dict[Role, list[Event]]:
        """Write what there is to write and let the other end read it, until nobody has more to say; what each end
        learned."""
        learned: dict[Role, list[Event]] = {role: [] for role in Role}
        moved = True
        while moved:
            moved = False
            for who in Role:
                data = self.ends[who].bytes_to_send()
                if data and who not in self._ended:
                    self._note(who, Kind.DATA, data)
                    self._sockets[who].sendall(data)
                    learned[who.peer] += self._read(who)
                    moved = True
                if self.ends[who].close_tcp and who not in self._ended:
                    self._ended.add(who)
                    self._note(who, Kind.FIN)
                    self._sockets[who].shutdown(socket.SHUT_WR)
                    learned[who.peer] += self._read(who)
                    moved = True
        return learned

    def reset(self, who: Role) -> list[Event]:
        """`who` drops the connection with RST; what the other end learns of it."""
        self._sockets[who].setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_NOT)
        self._ended |= set(Role)
        self._note(who, Kind.RST)
        self.ends[who].tcp_closed()
        self._sockets[who].close()
        return self._read(who)

    def close(self) -> None:
        """Close both sockets without another word."""
        for one in self._sockets.values():
            one.close()

    def _read(self, sender: Role) -> list[Event]:
        """The other end reads what `sender` has just written, or its end."""
        end = self.ends[sender.peer]
        try:
            data = self._sockets[sender.peer].recv(CHUNK)
        except ConnectionError:
            data = b""
        self._note(sender, Kind.READ, size=len(data))
        return end.receive(data) if data else end.tcp_closed()

    def _note(self, who: Role, kind: Kind, data: bytes = b"", size: int = 0) -> None:
        self.recording.append(Entry(self._now(), who, kind, data, size or len(data)))
