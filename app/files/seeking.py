"""A connection that is looked at in the middle: what it talks, and which side is the client, must be found.

Each segment may begin with a head, with a TLS record, or with a frame; bytes that are none of these are kept until a
chain of plausible frames shows where the frames begin (`app.files.middle`). A head leads back to HTTP, which
`Conversation` reads.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from typing import TYPE_CHECKING, Final

from app.files import http_pages, remarks
from app.files.middle import Middle
from app.files.sides import Doing, Side
from app.files.telling import Telling

if TYPE_CHECKING:
    from app.files.desk import Desk

NO_MIDDLE: Final = Middle()
"""Of a connection whose beginning is known: nothing is ever fed to it."""


class Seeking(Telling, ABC):
    """What is known of both sides, and how it is found where the beginning is missing."""

    def __init__(self, desk: Desk, key: bytes) -> None:
        super().__init__(desk, key)
        self.sides = [Side(), Side()]
        self._evidence = remarks.BY_PORT
        self._asked: deque[str] = deque()
        """The methods of requests that were not answered, the oldest first; "" is the one for a WebSocket."""
        self._middle = NO_MIDDLE
        self._kind = ""
        """What this is if it is no WebSocket, once that is known."""
        self._is_over = False
        """Whether nothing that comes can be of interest."""

    @abstractmethod
    def _read(self) -> None:
        """Read the heads that the sides hold, as far as that goes."""

    def _seek(self) -> None:
        """The place is lost in both directions."""
        self.sides = [Side(Doing.SEEKING), Side(Doing.SEEKING)]
        self._middle = Middle()
        self._asked.clear()

    def _look(self, ns: int, side: int, data: bytes) -> None:
        """A segment that may begin with anything."""
        if http_pages.is_request(data):
            self.client, self._evidence = side, remarks.BY_HEAD
            self._resume(ns, side, data)
            return
        status = http_pages.status_of(data)
        if status is not None and side != self.client and self._asked:
            self._asked = deque([self._asked[-1]])  # those before it were answered unheard
            self._resume(ns, side, data)
            return
        if status is not None:
            self.client, self._evidence = 1 - side, remarks.BY_HEAD
            self._kind = remarks.PLAIN_HTTP
            end = http_pages.head_end(data)
            data = data[end:] if end is not None else b""
        elif http_pages.is_tls(data):
            self._give_up(remarks.TLS)
            return
        if data:
            self._middle.feed(ns, side, data)
            self._decide(final=False)

    def _resume(self, ns: int, side: int, data: bytes) -> None:
        """This side begins a head."""
        self.sides[side] = Side()
        self.sides[side].hold(ns, data)
        self._middle.lose(side)
        self._await_answer()
        self._read()

    def _decide(self, *, final: bool) -> None:
        """Whether what was seen in the middle is a WebSocket."""
        seeking = [side for side in (0, 1) if self.sides[side].doing is Doing.SEEKING]
        if len(seeking) == 2:
            if self._middle.is_found(final=final):
                self._begin_in_between()
            elif self._middle.is_hopeless:
                self._give_up(remarks.OTHER)
        elif seeking and self.sides[1 - seeking[0]].doing is Doing.FRAMES:
            self._catch_up(seeking[0])

    def _begin_in_between(self) -> None:
        """A talk without heads, from the first frames on."""
        if self.client is None:
            ports = (int.from_bytes(self._key[-4:-2], "big"), int.from_bytes(self._key[-2:], "big"))
            self.client, by_mask = self._middle.client(ports)
            self._evidence = remarks.BY_MASK if by_mask else remarks.BY_PORT
        kept = self._middle.kept()
        talk = self._begin(kept[0][0], whole=False)
        if talk is None:
            self._give_up(remarks.TOO_MANY)
            return
        self._desk.about(talk, self._evidence)
        for side in (0, 1):
            if self._middle.probes[side].begin is not None:
                self._caught_up(side)
        for ns, side, data in kept:
            self._pass(side, [(ns, data)])

    def _catch_up(self, side: int) -> None:
        """One side is known to say frames: the other one does so too, from where a plausible one begins."""
        if self._middle.probes[side].begin is None:
            return
        kept = self._middle.kept()
        self._caught_up(side)
        for ns, _, data in kept:
            self._pass(side, [(ns, data)])

    def _caught_up(self, side: int) -> None:
        assert self.talk is not None
        self.sides[side].doing = Doing.FRAMES
        if self._middle.skipped[side]:
            self._desk.about(self.talk, remarks.SKIPPED_BYTES, count=f"{self._middle.skipped[side]:,}")

    def _await_answer(self) -> None:
        """If nothing is to be answered before the opening handshake, what the server says next is its answer."""
        assert self.client is not None
        server = self.sides[1 - self.client]
        if self._asked and not self._asked[0] and server.doing in {Doing.HEAD, Doing.SEEKING}:
            server.doing, server.seen = Doing.ANSWER, 0

    def _give_up(self, kind: str) -> None:
        """This is no WebSocket, and none will come."""
        self._kind = self._kind if kind == remarks.OTHER and self._kind else kind
        self._is_over = True
        self.sides = [Side(), Side()]
        self._middle = NO_MIDDLE
