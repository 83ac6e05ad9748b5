"""What the two programs of a lesson do when time goes by: heartbeats, and an end to waiting for a Close.

Each timer says when it is due next and does what it has to do then. The stage skips from one to the next.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from protocol.events import MessageReceived, PongReceived
from protocol.patterns.heartbeat import Dead, FrameForm, Heartbeat, Pulse, TextForm
from protocol.vocabulary import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.network.peer import Peer
    from lessons.model import BeatSetup
    from protocol.events import Event


class Beat:
    """The heartbeat of one program; it begins when its connection is OPEN."""

    def __init__(self, peer: Peer, setup: BeatSetup, now: Callable[[], float]) -> None:
        self._peer = peer
        self._setup = setup
        self._now = now
        self._heart: Heartbeat | None = None

    @property
    def next_at(self) -> float:
        """When something is to be done, in seconds."""
        return self._heart.next_at if self._heart is not None and self._beats else math.inf

    @property
    def _beats(self) -> bool:
        return self._peer.connection.state is State.OPEN

    @property
    def speaks_text(self) -> bool:
        """Whether it asks in messages of the application."""
        return self._setup.interval > 0 and self._setup.form == "text"

    def heard(self, event: Event) -> None:
        """Something came in."""
        if self._heart is None:
            return
        self._heart.heard(self._now())
        if isinstance(event, PongReceived) and self._setup.form == "ping":
            self._heart.pong(event.payload, self._now())
        elif isinstance(event, MessageReceived) and event.text is not None and self._setup.form == "text":
            self._heart.pong(event.text.encode(), self._now())

    def start(self) -> None:
        """The connection is OPEN: the first ping is due one interval from now."""
        if self._setup.interval > 0 and self._heart is None:
            setup = self._setup
            pulse = Pulse(setup.interval, setup.timeout, setup.misses)
            form = TextForm() if setup.form == "text" else FrameForm(b"beat-")
            self._heart = Heartbeat(pulse, self._now(), form)

    async def fire(self) -> None:
        """Send the ping that is due, or drop the connection of a peer that is dead."""
        assert self._heart is not None
        for todo in self._heart.tick(self._now()):
            if isinstance(todo, Dead):
                self._peer.abort()
            elif self._setup.form == "text":
                self._peer.connection.send_text(todo.payload.decode())
                await self._peer.flush()
            else:
                self._peer.connection.send_ping(todo.payload)
                await self._peer.flush()


class Closing:
    """How long one end waits in the closing handshake; then it ends TCP (RFC 6455 section 7.1.1)."""

    def __init__(self, peer: Peer, limit: float, now: Callable[[], float]) -> None:
        self._peer = peer
        self._limit = limit
        self._now = now
        self._since: float | None = None

    @property
    def next_at(self) -> float:
        """When the waiting is over, in seconds."""
        if self._peer.connection.state is not State.CLOSING or self._peer.is_over:
            return math.inf
        if self._since is None:
            self._since = self._now()
        return self._since + self._limit

    async def fire(self) -> None:
        """End our direction of TCP: nothing more is to be expected."""
        self._since = math.inf
        self._peer.end()


def text_pong(event: MessageReceived) -> str | None:
    """What a program says to a ping of the application, or None if the message is none."""
    answer = TextForm().answer(event.text.encode()) if event.text is not None else None
    return answer.decode() if answer is not None else None


Timer = Beat | Closing
