"""The tape that two embedded endpoints share: every byte they write or read is appended to one recording.

Because both ends live in this process, the tape also knows what is still under way. `settled` waits until everything
that was written has been read: a lesson does one thing at a time, and so repeats exactly. What the network has lost is
not under way: nobody waits for it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from protocol.recording import Entry, Kind, Recording
from protocol.vocabulary import Role


class Tape:
    """Appends entries with the seconds that `clock` has counted since `start`, by default since now."""

    def __init__(self, recording: Recording, clock: Callable[[], float], start: float | None = None) -> None:
        self.recording = recording
        self._clock = clock
        self._start = clock() if start is None else start
        self._under_way = dict.fromkeys(Role, 0)
        self._ended: set[Role] = set()
        self._reset: set[Role] = set()
        self._noticed: set[Role] = set()
        self._cut = False
        self._unheard: set[Role] = set()
        """Whose reset the network has lost: it is not sent again, and is heard of only by who writes."""
        self._changed = asyncio.Event()
        self._stopped = False

    def opened(self) -> None:
        """The TCP connection stands."""
        self._append(Entry(self._now(), Role.CLIENT, Kind.SYN))

    def wrote(self, who: Role, data: bytes) -> None:
        """`who` handed these bytes to TCP."""
        self._under_way[who] += len(data)
        self._unheard.discard(who.peer)
        self._append(Entry(self._now(), who, Kind.DATA, data, len(data)))

    def ended(self, who: Role, kind: Kind) -> None:
        """`who` sent FIN or RST; each counts once, and nothing after RST."""
        if who in self._reset or (who in self._ended and kind is Kind.FIN):
            return
        self._ended.add(who)
        if kind is Kind.RST:
            self._reset.add(who)
        self._append(Entry(self._now(), who, kind))

    def read(self, reader: Role, size: int) -> None:
        """`reader` took `size` bytes out of TCP; 0: it noticed that the other side has ended."""
        sender = reader.peer
        if size == 0:
            if sender in self._noticed:
                return
            self._noticed.add(sender)
            self._under_way[sender] = 0  # after the end nothing more comes: RST takes with it what was not read
        self._under_way[sender] -= size
        self._append(Entry(self._now(), sender, Kind.READ, size=size))

    def cut(self, on: bool) -> None:
        """The network loses everything from now on, or no longer."""
        self._cut = on
        self._unheard = self._reset - self._noticed
        self._changed.set()

    def is_reset(self, who: Role) -> bool:
        """Whether `who` dropped the connection with RST."""
        return who in self._reset

    def stop(self) -> None:
        """Record nothing more: what follows is only the clearing of the table."""
        self._stopped = True
        self._changed.set()

    def is_settled(self, *senders: Role) -> bool:
        """Whether everything these senders wrote has been read, and their end noticed; who sent RST reads no more, and
        while the network is cut nobody does."""
        return self._cut or all(
            who in self._unheard
            or who.peer in self._reset
            or (self._under_way[who] <= 0 and (who not in self._ended or who in self._noticed))
            for who in senders or tuple(Role)
        )

    async def settled(self, *senders: Role) -> None:
        """Wait until `is_settled`."""
        while not self._stopped and not self.is_settled(*senders):
            self._changed.clear()
            await self._changed.wait()

    def _append(self, entry: Entry) -> None:
        if not self._stopped:
            self.recording.append(entry)
        self._changed.set()

    def _now(self) -> float:
        return round(self._clock() - self._start, 6)
