"""What an observer remembers of one direction of a connection: how far it was sent, how far it has arrived."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from protocol.stream import MESSAGE_LIMIT, Stream
from protocol.written import Written

if TYPE_CHECKING:
    from protocol.cutter import Cut
    from protocol.vocabulary import Role


class Direction:
    """What one endpoint wrote: known as it is sent (`written`), understood as it arrives (`stream`)."""

    def __init__(self, sender: Role, limit: int | None = None) -> None:
        self.written = Written(sender)
        self.head_said = False
        self.cuts: deque[Cut] = deque()
        """Whole frames that nobody was told of yet."""
        self.frames = 0
        """Whole frames that somebody was told of."""
        self.stream = Stream(sender, limit or MESSAGE_LIMIT)
        self.sent = 0
        """How many bytes were written."""
        self.arrived = 0
        """How many bytes the other side has read, and how many of them were given to `stream`."""
        self.fed = 0
        self.waits = False
        """Whether what follows the head is not read yet."""
        self.compressed = False
        self.messages = 0
        self.open_ping: int | None = None
        """The last ping that has arrived, while it is not answered."""
        self.close_number: int | None = None
        self.ended = ""
        self.broken = 0
