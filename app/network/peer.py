"""A `Connection` on an asyncio stream: reads, answers, writes, and puts everything on the tape.

One task a peer reads; programs act through `act`. A peer writes its next bytes only when the other side has read the
ones before, so that on one machine two peers always make the same recording.
"""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Callable, Iterable
from contextlib import suppress

from app.network.tape import Tape
from protocol.connection import Connection
from protocol.events import Event
from protocol.recording import Kind

CHUNK = 64 * 1024
LINGER_NOT = struct.pack("ii", 1, 0)
"""SO_LINGER on, zero seconds: closing the socket sends RST instead of FIN."""


class Peer:
    """One endpoint on its socket. `on_event` is the program behind it and may act on the connection at once."""

    def __init__(
        self,
        connection: Connection,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        tape: Tape,
        on_event: Callable[[Connection, Event], None],
    ) -> None:
        self.connection = connection
        self._reader = reader
        self._writer = writer
        self._tape = tape
        self._on_event = on_event
        self._busy = asyncio.Lock()
        self._listens = asyncio.Event()
        self._listens.set()
        self._deaf = False
        self._fin_sent = False
        self._aborted = False

    @property
    def is_idle(self) -> bool:
        """Whether nothing waits to be written."""
        return not self._busy.locked()

    @property
    def is_over(self) -> bool:
        """Whether nothing can be written any more."""
        return self._fin_sent or self._writer.is_closing()

    async def run(self) -> None:
        """Read until the other side ends, then end as well."""
        role = self.connection.role
        while True:
            data = await self._read()
            await self._listens.wait()
            if self._aborted:
                return
            self._tape.read(role, len(data))
            events = self.connection.receive(data) if data else self.connection.tcp_closed()
            for event in events:
                self._on_event(self.connection, event)
            await self.flush()
            if not data:
                break
        self._writer.close()

    async def act(self, deed: Callable[[Connection], None], cuts: Iterable[int] = (), *, at_once: bool = False) -> None:
        """Let the program do something with its connection, and write what comes of it: in TCP segments that end after
        so many bytes each, the last one with what is left. `at_once`: without waiting until the other side has read."""
        deed(self.connection)
        await self.flush(cuts, at_once=at_once)

    async def flush(self, cuts: Iterable[int] = (), *, at_once: bool = False) -> None:
        """Write what the connection has to send; end TCP when it says so."""
        role = self.connection.role
        async with self._busy:
            for data in _pieces(self.connection.bytes_to_send(), cuts):
                if not at_once:
                    await self._tape.settled(role)
                if not self.is_over:
                    await self._write(data)
            if self.connection.close_tcp:
                if not at_once:
                    await self._tape.settled(role)
                self.end()

    async def _write(self, data: bytes) -> None:
        self._tape.wrote(self.connection.role, data)
        self._writer.write(data)
        if self._deaf:
            self._hear()  # what was sent into a connection that is no more is answered with RST
        with suppress(OSError):  # the read loop notices the end and tells the connection
            await self._writer.drain()

    def end(self) -> None:
        """Send FIN: nothing more will be written (section 7.1.1 calls it closing cleanly)."""
        if self.is_over:
            return
        self._fin_sent = self.connection.close_tcp = True
        self._tape.ended(self.connection.role, Kind.FIN)
        with suppress(OSError):  # the other side may have reset the connection before we noticed
            self._writer.write_eof()

    def abort(self) -> None:
        """Drop the connection with RST, as a crash or a middlebox does; one that is over cannot be dropped."""
        if self._writer.is_closing():
            return
        sock = self._writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_NOT)
        self._fin_sent = self._aborted = True
        self._tape.ended(self.connection.role, Kind.RST)
        self.connection.tcp_closed()
        self._listens.set()
        self._writer.transport.abort()

    # The network between.

    def hold(self, on: bool) -> None:
        """Whether what arrives waits to be read."""
        (self._listens.clear if on else self._listens.set)()

    def cut(self) -> None:
        """Nothing arrives here any more; not even the system sees it."""
        self._listens.clear()
        transport = self._writer.transport
        if isinstance(transport, asyncio.Transport) and not transport.is_closing():
            transport.pause_reading()

    def mend(self) -> None:
        """What TCP sends again arrives. A reset is not sent again: who does not write does not learn of it."""
        self._deaf = self._tape.is_reset(self.connection.role.peer)
        if not self._deaf:
            self._hear()

    def _hear(self) -> None:
        self._deaf = False
        transport = self._writer.transport
        if isinstance(transport, asyncio.Transport) and not transport.is_closing():
            transport.resume_reading()
        self._listens.set()

    def discard(self) -> None:
        """Close the socket without a word, when nobody looks any more."""
        self._writer.transport.abort()

    async def _read(self) -> bytes:
        try:
            return await self._reader.read(CHUNK)
        except OSError:
            self._fin_sent = True  # after a reset there is nothing left that could be ended
            return b""


def _pieces(data: bytes, cuts: Iterable[int]) -> list[bytes]:
    """The data cut after so many bytes each; nothing has no pieces."""
    pieces = []
    for size in cuts:
        if 0 < size < len(data):
            pieces.append(data[:size])
            data = data[size:]
    return [*pieces, data] if data else pieces
