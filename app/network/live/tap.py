"""The book of one live connection: everything that happens goes to the window, and to disk if it is recorded.

A connection has its number from the moment when it is worth one: somebody asked for a WebSocket, or said something that
is no HTTP. Before that its entries are held: one head at most. What is written is handed on in pieces that are read
without making anybody wait, however large a message was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.network.link import Link
from app.network.live import notices
from app.network.live.outbox import OVER
from app.network.live.values import Begun, Line, NoticeError
from protocol.recording import Entry, Kind, Setup

if TYPE_CHECKING:
    from app.network.live.house import House
    from app.network.pair import Pair
    from app.network.recordings import Growing

PIECE: Final = 4 * 1024
"""How many bytes are handed on at once: they may be hundreds of frames, or inflate to a thousand times as much."""


class Tap:
    """Implements `app.network.journal.Book`. `id_` says which server or proxy the connection came to."""

    def __init__(
        self, house: House, setup: Setup, speaker: Link | Pair, id_: int, name: str, *, is_client: bool = False
    ) -> None:
        self.number = 0
        """The connection's number; 0 before it has one."""
        self.speaker = speaker
        self.is_client = is_client
        self._house = house
        self._setup = setup
        self._id = id_
        self._name = name
        self._held: list[Entry] = []
        self._journal: Growing | None = None

    def append(self, entry: Entry) -> None:
        """This happened."""
        if not self.number:
            self._held.append(entry)
            return
        if self._journal is not None:
            self._journal.append(entry)
        self._tell(entry)

    def keep(self) -> None:
        """It has a number, and everything is told from the beginning."""
        if self.number:
            return
        self.number = self._house.numbered(self)
        self._journal = self._house.journal(self._setup, f"{self._name}.{self.number}", self.number)
        role = self.speaker.connection.role if isinstance(self.speaker, Link) else None
        journal = self._journal.path if self._journal is not None else None
        self._house.outbox.put(self.number, Begun(self._setup, role, self._id, journal))
        held, self._held = self._held, []
        for entry in held:
            self.append(entry)

    def close(self) -> None:
        """The connection is over; its last batch says why, if nothing in the recording does."""
        if isinstance(self.speaker, Link) and self.number:
            self._say_why(self.speaker)
        self._house.forget(self)
        if self._journal is not None:
            self._journal.close()
        if self.number:
            self._house.outbox.put(self.number, OVER)

    def _tell(self, entry: Entry) -> None:
        put, data = self._house.outbox.put, entry.data
        if len(data) <= PIECE:
            put(self.number, Line(entry.time, entry.who, entry.kind, data))
            return
        for at in range(0, len(data), PIECE):
            put(self.number, Line(entry.time, entry.who, Kind.DATA, data[at : at + PIECE]))

    def _say_why(self, link: Link) -> None:
        number = str(self.number)
        if link.dead:
            self._house.tell("dead", NoticeError(notices.DEAD, number=number), self.number)
        elif link.ran_out is not None:
            source = notices.RAN_OUT[link.ran_out.name]
            self._house.tell("limit", NoticeError(source, number=number), self.number)
