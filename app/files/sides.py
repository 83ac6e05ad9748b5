"""One direction of a TCP connection while it is not known what it carries: what is read there, and what is held."""

from __future__ import annotations

from collections import deque
from enum import Enum, auto
from typing import Final

from app.files import http_pages

PIECES: Final = 256
"""Of so many held pieces the times are known; what comes later joins the last one."""


class Doing(Enum):
    """What is read in one direction."""

    HEAD = auto()
    """A head of HTTP that is not whole yet."""
    BODY = auto()
    WAITING = auto()
    """Nothing, until the other side has answered a CONNECT."""
    ANSWER = auto()
    """The head that answers an opening handshake."""
    REFUSAL = auto()
    """What belongs to an answer that is no 101."""
    FRAMES = auto()
    """All that comes goes to the talk."""
    SEEKING = auto()
    """Anything: the place is lost, and a segment may begin with something that is known."""


class Side:
    """One direction of a connection: what is read there, and what is held."""

    __slots__ = ("_times", "begun", "body", "doing", "held", "seen")

    def __init__(self, doing: Doing = Doing.HEAD) -> None:
        self.doing = doing
        self.held = bytearray()
        self.seen = 0
        """How many held bytes were searched for the end of a head."""
        self.begun = 0
        """Where in the held bytes the head begins that is read: interim answers stay before it."""
        self.body = http_pages.NO_BODY
        self._times: deque[tuple[int, int]] = deque()
        """When the held bytes came: (time, how many)."""

    def hold(self, ns: int, data: bytes) -> None:
        """Keep bytes until it is known what they are."""
        self.held += data
        if len(self._times) < PIECES:
            self._times.append((ns, len(data)))
        else:
            self._times[-1] = ns, self._times[-1][1] + len(data)

    @property
    def since(self) -> int:
        """When the first of the held bytes came."""
        return self._times[0][0]

    def take(self, size: int) -> list[tuple[int, bytes]]:
        """Take the first `size` held bytes, in the pieces in which they came."""
        pieces, at = [], 0
        while at < size:
            ns, length = self._times.popleft()
            step = min(length, size - at)
            pieces.append((ns, bytes(self.held[at : at + step])))
            at += step
            if step < length:
                self._times.appendleft((ns, length - step))
        del self.held[:size]
        self.seen = self.begun = 0
        return pieces
