"""Two real endpoints of `protocol.connection`, joined in memory, and the recording of what passed between them.

What the benches say about the answer of a peer is what such an endpoint does; what they draw is what an observer tells
of the recording. There is no clock: entry n happened at n milliseconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.model.lab.limits import MOST_INFLATED
from protocol.connection import Connection
from protocol.extensions import DeflateOffer, DeflatePolicy
from protocol.observer import observe
from protocol.offers import Offer, Policy
from protocol.recording import Entry, Kind, Recording, Setup
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from protocol.events import Event
    from protocol.knowledge import Facts

SAMPLE_KEY: Final = "dGhlIHNhbXBsZSBub25jZQ=="
"""RFC 6455 section 1.3."""

SAMPLE_MASK: Final = bytes.fromhex("37fa213d")
"""RFC 6455 section 5.7."""

NO_LIMIT: Final = 2**64
"""What is not compressed is no larger than the bytes on the bench, whatever it announces."""

MOST_TURNS: Final = 16
"""No talk of two endpoints that only answer each other is longer."""


class Wire:
    """Both ends, what they said, and the recording."""

    def __init__(self, *, deflate: bool = False) -> None:
        offer = Offer("server.example.com", "/chat", SAMPLE_KEY, deflate=DeflateOffer() if deflate else None)
        policy = Policy(deflate=DeflatePolicy() if deflate else None)
        limit = MOST_INFLATED if deflate else NO_LIMIT
        self.ends = {
            Role.CLIENT: Connection.client(offer, lambda: SAMPLE_MASK, limit),
            Role.SERVER: Connection.server(policy, limit),
        }
        self.recording = Recording(Setup(deflate=deflate, client_limit=limit, server_limit=limit))
        self.events: dict[Role, list[Event]] = {role: [] for role in Role}
        self._ended: set[Role] = set()
        self._note(Role.CLIENT, Kind.SYN)

    def open(self) -> Wire:
        """Go through the opening handshake."""
        self.ends[Role.CLIENT].connect()
        self.run()
        return self

    def facts(self) -> Facts:
        """What an observer tells of it."""
        return observe(self.recording)

    def put(self, who: Role, data: bytes) -> bytes:
        """`who` writes these bytes, right or wrong; what the other end answers at once."""
        self.ends[who].send_raw(data)
        self._pass(who)
        return self._pass(who.peer)

    def run(self) -> None:
        """Pass bytes on until both ends are silent."""
        for _ in range(MOST_TURNS):
            moved = [bool(self._pass(who)) | self._end(who) for who in Role]
            if True not in moved:
                return

    def _pass(self, who: Role) -> bytes:
        """What `who` has to say reaches the other end."""
        data = self.ends[who].bytes_to_send()
        if data and who not in self._ended:
            self._note(who, Kind.DATA, data)
            self._note(who, Kind.READ, size=len(data))
            self.events[who.peer] += self.ends[who.peer].receive(data)
        return data

    def _end(self, who: Role) -> bool:
        """`who` ends TCP, if it wants to; whether it did."""
        if not self.ends[who].close_tcp or who in self._ended:
            return False
        self._ended.add(who)
        self._note(who, Kind.FIN)
        self._note(who, Kind.READ)
        self.events[who.peer] += self.ends[who.peer].tcp_closed()
        return True

    def _note(self, who: Role, kind: Kind, data: bytes = b"", size: int = 0) -> None:
        self.recording.append(Entry(len(self.recording) / 1000, who, kind, data, size or len(data)))
