"""A listening socket of the server: who comes in, and who does not.

A connection counts from the moment when TCP stands. With TLS that is long before there is a `Link`: a handshake costs
memory as well, and a peer that says nothing would otherwise be counted nowhere until its time is over. Where there are
too many, the next one is reset without a word; where the system has no more files, it waits in the queue.
"""

from __future__ import annotations

import asyncio
import errno
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from app.network.gale import LINGER_NOT
from app.network.limits import Limits
from app.network.link import Link, address_of

PAUSE: Final = 0.1
"""Seconds to wait when the system can accept no connection."""

TURNS: Final = 3
"""How many turns of the event loop it takes until an accepted socket belongs to a transport."""

EXHAUSTED: Final = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM})


class Door:
    """Accepts connections on `sock`, and gives each a link that `welcome` makes; `is_full` says when none fits in, and
    `refused` is told of the address with which TLS did not come about."""

    def __init__(
        self,
        sock: socket.socket,
        welcome: Callable[[], Link],
        is_full: Callable[[], bool],
        limits: Limits,
        tls: ssl.SSLContext | None,
        refused: Callable[[str, OSError], object] = lambda *_: None,
    ) -> None:
        sock.setblocking(False)
        self._sock = sock
        self._welcome = welcome
        self._is_full = is_full
        self._tls = tls
        self._refused = refused
        self._seconds = (limits.handshake, limits.closing) if tls is not None else (None, None)
        self._loop = asyncio.get_running_loop()
        self._entering: set[asyncio.Task[None]] = set()
        self._is_open = True
        self._listening = self._loop.create_task(self._listen())

    @property
    def entering(self) -> int:
        """How many connections have no link yet."""
        return len(self._entering)

    async def close(self) -> None:
        """Let nobody in any more, nor those who stand on the threshold. May be called again."""
        if self._is_open:
            self._is_open = False
            with suppress(NotImplementedError):  # only Windows' loop has no readers
                self._loop.remove_reader(self._sock)
            # Who was accepted just now would be forgotten with a task that is cancelled at this moment.
            for _ in range(TURNS):
                await asyncio.sleep(0)
        tasks = [self._listening, *self._entering]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._sock.close()

    async def _listen(self) -> None:
        while self._is_open:
            try:
                sock, address = await self._loop.sock_accept(self._sock)
            except OSError as error:
                await asyncio.sleep(PAUSE if error.errno in EXHAUSTED else 0)
                continue
            if self._is_full() or not self._is_open:
                _slam(sock)
            else:
                task = self._loop.create_task(self._enter(sock, address_of(address)))
                self._entering.add(task)
                task.add_done_callback(self._entering.discard)
            await asyncio.sleep(0)  # a flood of callers does not keep the others from their turn

    async def _enter(self, sock: socket.socket, address: str) -> None:
        """Until TLS stands. Whoever speaks no TLS, or not in time, has not been here."""
        try:
            await self._loop.connect_accepted_socket(
                self._welcome,
                sock,
                ssl=self._tls,
                ssl_handshake_timeout=self._seconds[0],
                ssl_shutdown_timeout=self._seconds[1],
            )
        except OSError as error:
            self._refused(address, error)


def _slam(sock: socket.socket) -> None:
    with suppress(OSError):
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_NOT)
    sock.close()
