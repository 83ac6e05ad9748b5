"""What an observer remembers of one direction of a connection: how far it was sent, how far it has arrived."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from protocol.stream import MESSAGE_LIMIT, Stream
from protocol.vocabulary import Role
from protocol.written import Written

if TYPE_CHECKING:
    from protocol.cutter import Cut
    from protocol.knowledge import Facts
    from protocol.resync import Stretch


class Direction:
    """What one endpoint wrote: known as it is sent (`written`), understood as it arrives (`stream`)."""

    def __init__(self, sender: Role, facts: Facts, limit: int | None = None, *, whole: bool = True) -> None:
        self.columns = facts.sent(sender)
        self.add_plain = facts.adder(sender)
        self.masked = sender is Role.CLIENT
        self.written = Written(sender, whole=whole)
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
        self.is_refused = False
        """Whether its sender knows of a refusal: what it writes from then on are no frames."""
        self.broken = 0
        self.limit = limit or MESSAGE_LIMIT
        self.is_limited = limit is not None or facts.recording.reads
        """Whether the receiver's limit is known: it was told, or the receiver is one of ours."""
        self.limits = (self.limit, self.limit)
        self.is_server = (sender is Role.SERVER,)
        """What `plain.pass_plain` is told of one piece,"""
        self.most = min(self.limit, 125)
        """and `plain.plain_length` of one frame."""
        self.is_plain = False
        """Whether what comes next may be for `plain.pass_plain`. Then of all this only `sent` is kept up to date, until
        something else comes (`settle`)."""
        self.gaps = 0
        """How many times bytes were missing."""
        self.passed = 0
        """How many of the stretches that cannot be read are behind `stream`."""
        self.close_is_known = True

    @property
    def stretch(self) -> Stretch | None:
        """What `stream` cannot read next, or is in the middle of."""
        stretches = self.written.stretches
        return stretches[self.passed] if self.passed < len(stretches) else None

    @property
    def is_damaged(self) -> bool:
        """Whether bytes are missing, be it at the beginning."""
        return bool(self.gaps or self.written.stretches)

    @property
    def is_free(self) -> bool:
        """Whether the next byte begins a frame, all before it was read, and messages are kept nowhere else."""
        return (
            self.written.is_between_frames
            and self.stream.is_plain
            and self.fed == self.sent
            and not (self.waits or self.cuts or self.compressed)
        )

    def settle(self) -> None:
        """All was plain up to what was sent, if anything was; from here on it may not be."""
        if not self.is_plain:
            return
        self.is_plain = False
        self.frames = len(self.columns)
        self.arrived = self.fed = self.sent
        self.written.move(self.sent)
        self.stream.move(self.sent, self.frames)
