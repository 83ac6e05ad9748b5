"""A client and a server endpoint on a wire, and the programs behind them.

The server's program may look at the request before it agrees to anything: `judge` gives the policy by which the
endpoint then answers.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from protocol.connection import Connection
from protocol.handshake import Offer, Policy
from protocol.http11 import HeadError, Request, head_end, read_request
from protocol.stream import MESSAGE_LIMIT
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.network.plays.wires import Wire
    from protocol.events import Event

Hear = Callable[[Connection, "Event"], None]
Judge = Callable[[Request], Policy]


class Duet:
    """Two endpoints. `hear` is told what each learns, and may act on its connection at once. How large a message each
    of them takes is what the recording says of it."""

    def __init__(self, wire: Wire, offer: Offer, masks: Callable[[], bytes], judge: Judge, hear: Hear) -> None:
        self._wire = wire
        self._judge = judge
        self._hear = hear
        setup = wire.recording.setup
        self._limit = setup.server_limit or MESSAGE_LIMIT
        self._head: bytearray | None = bytearray()
        self._gone: set[Role] = set()
        self.client = Connection.client(offer, masks, setup.client_limit or MESSAGE_LIMIT)
        self.server = Connection.server(Policy(), self._limit)

    async def open(self) -> None:
        """The opening handshake, whatever comes of it."""
        self.client.connect()
        await self.settle()

    async def settle(self) -> None:
        """Let both sides say and read everything that is due, to the end of TCP if it is over."""
        before = -1
        while before != len(self._wire.recording):
            before = len(self._wire.recording)
            for role in Role:
                if role not in self._gone:
                    await self._speak(role)

    async def _speak(self, role: Role) -> None:
        data = self._end(role).bytes_to_send()
        if data:
            self._read(role.peer, await self._wire.carry(role, data))
        if self._end(role).close_tcp:
            self._gone.add(role)
            await self._wire.end(role)
            for event in self._end(role.peer).tcp_closed():
                self._hear(self._end(role.peer), event)

    def _end(self, role: Role) -> Connection:
        return self.client if role is Role.CLIENT else self.server

    def _read(self, reader: Role, data: bytes) -> None:
        if reader is Role.SERVER and self._head is not None:
            self._head += data
            if (stop := head_end(self._head)) is None:
                return
            data, head, self._head = bytes(self._head), bytes(self._head[:stop]), None
            self.server = Connection.server(self._policy(head), self._limit)
        for event in self._end(reader).receive(data):
            self._hear(self._end(reader), event)

    def _policy(self, head: bytes) -> Policy:
        try:
            return self._judge(read_request(head))
        except HeadError:
            return Policy()
