"""Sockets and tasks of the play `cache`: who listens, who calls, and that nobody is left behind when it is over."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Coroutine
from typing import Any, Final, TypeVar

from app.network.sockets import LOOPBACK

CHUNK: Final = 64 * 1024

Entry = TypeVar("Entry")
Address = tuple[str, int]
Book = dict[Address, Entry]
"""What a listener knows of its callers before they call, by the address from which they do."""

Serve = Callable[[Address, asyncio.StreamReader, asyncio.StreamWriter], Coroutine[Any, Any, None]]


class Tasks:
    """Every task and socket of a play; `close` ends them all."""

    def __init__(self, group: asyncio.TaskGroup) -> None:
        self._group = group
        self._running: set[asyncio.Task[None]] = set()
        self._listening: list[socket.socket] = []
        self._writers: list[asyncio.StreamWriter] = []

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        """Let this run beside everything else."""
        task = self._group.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def dial(
        self, address: Address, book: Book[Entry], entry: Entry
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Call an address; the listener's book says under the caller's own address what this connection is."""
        sock = socket.socket()
        try:
            sock.setblocking(False)
            sock.bind((LOOPBACK, 0))
            book[sock.getsockname()[:2]] = entry
            await asyncio.get_running_loop().sock_connect(sock, address)
            reader, writer = await asyncio.open_connection(sock=sock)
        except BaseException:
            sock.close()
            raise
        self._writers.append(writer)
        return reader, writer

    def listen(self, serve: Serve) -> Address:
        """Listen on loopback, at a port that the system chooses; `serve` has every connection that comes."""
        sock = socket.create_server((LOOPBACK, 0))
        sock.setblocking(False)
        self._listening.append(sock)
        self.run(self._accept(sock, serve))
        address: Address = sock.getsockname()[:2]
        return address

    async def _accept(self, sock: socket.socket, serve: Serve) -> None:
        while True:
            client, address = await asyncio.get_running_loop().sock_accept(sock)
            reader, writer = await asyncio.open_connection(sock=client)
            self._writers.append(writer)
            self.run(serve(address[:2], reader, writer))

    def close(self) -> None:
        """End everything."""
        for task in self._running:
            task.cancel()
        for writer in self._writers:
            writer.transport.abort()
        for sock in self._listening:
            sock.close()
