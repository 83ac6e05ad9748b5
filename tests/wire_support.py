"""A memory wire: a client and a server `Connection`, joined by two queues of bytes, with a recording of both.

Nothing sleeps and nothing is random: tests say when bytes move and how they are cut.
"""

from __future__ import annotations

from itertools import count

from protocol.connection import Connection
from protocol.handshake import Offer, Policy
from protocol.recording import Entry, Kind, Recording
from protocol.vocabulary import Role

KEY = "dGhlIHNhbXBsZSBub25jZQ=="  # RFC 6455 section 1.3
MASK = bytes.fromhex("37fa213d")  # RFC 6455 section 5.7


class Wire:
    """Both ends, the bytes between them, and what they said. `cut` splits what is delivered into pieces."""

    def __init__(self, offer: Offer | None = None, policy: Policy | None = None) -> None:
        offer = offer or Offer(host="server.example.com", target="/chat", key=KEY)
        self.ends = {
            Role.CLIENT: Connection.client(offer, lambda: MASK),
            Role.SERVER: Connection.server(policy or Policy()),
        }
        self.recording = Recording()
        self.events = {role: [] for role in Role}
        self._queues = {role: bytearray() for role in Role}
        self._ended: set[Role] = set()
        self._noticed: set[Role] = set()
        self._reset: set[Role] = set()
        self._clock = count()
        self._note(Role.CLIENT, Kind.SYN)

    @property
    def client(self) -> Connection:
        return self.ends[Role.CLIENT]

    @property
    def server(self) -> Connection:
        return self.ends[Role.SERVER]

    def open(self) -> Wire:
        """Go through the opening handshake."""
        self.client.connect()
        self.run()
        return self

    def send(self, who: Role) -> None:
        """What `who` has to send goes on the wire; its FIN too, if it wants TCP closed."""
        end = self.ends[who]
        data = end.bytes_to_send()
        if data and who not in self._ended:
            self._queues[who] += data
            self._note(who, Kind.DATA, data)
        if end.close_tcp and who not in self._ended and who.peer not in self._reset:
            self._ended.add(who)
            self._note(who, Kind.FIN)

    def deliver(self, who: Role, size: int | None = None) -> bool:
        """The other side reads `size` bytes of what `who` sent (all by default), or its end; whether anything moved."""
        queue, reader = self._queues[who], self.ends[who.peer]
        data = bytes(queue[: size or len(queue)])
        if who.peer in self._reset:
            return False
        if data:
            del queue[: len(data)]
            self._note(who, Kind.READ, size=len(data))
            self.events[who.peer] += reader.receive(data)
            return True
        if who in self._ended and who not in self._noticed:
            self._noticed.add(who)
            self._note(who, Kind.READ)
            self.events[who.peer] += reader.tcp_closed()
            return True
        return False

    def reset(self, who: Role) -> None:
        """`who` drops the connection with RST."""
        self._ended.add(who)
        self._reset.add(who)
        self._note(who, Kind.RST)
        self.events[who] += self.ends[who].tcp_closed()

    def finish(self, who: Role) -> None:
        """`who` ends its direction of TCP without a word."""
        self.send(who)
        self.ends[who].close_tcp = True
        self.send(who)

    def run(self, cut: int | None = None) -> None:
        """Send and deliver until nothing moves any more."""
        moved = True
        while moved:
            moved = False
            for who in Role:
                self.send(who)
                while self.deliver(who, cut):
                    moved = True
                    self.send(who.peer)

    def _note(self, who: Role, kind: Kind, data: bytes = b"", size: int = 0) -> None:
        self.recording.append(Entry(float(next(self._clock)), who, kind, data, size or len(data)))
