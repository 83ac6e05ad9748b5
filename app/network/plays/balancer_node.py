"""A server node: its own sockets, its own memory, and a line to the broker if there is one.

A node can write only to its own sockets. So that a broadcast reaches the sockets of the others, its hub publishes the
text, and every hub that listens, its own too, writes it to its subscribers (`protocol.patterns.fanout`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.network.plays.balancer_path import Door
from protocol.patterns.bus import MemoryBus
from protocol.patterns.fanout import Hub
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.network.plays.balancer_session import Session
    from app.network.plays.broker import Line


class Node:
    """One server program. Without a line it has a bus of its own, which no other node hears."""

    def __init__(self, name: str, room: str, line: Line | None = None) -> None:
        self.name = name
        self.door = Door()
        self.line: Line = MemoryBus().port() if line is None else line
        self.sessions: dict[str, Session] = {}
        self._room = room
        self._hub = Hub(name, self.line)
        self._visits: Counter[str] = Counter()

    def visit(self, browser: str) -> int:
        """How often this page has been here, as far as this node can remember."""
        self._visits[browser] += 1
        return self._visits[browser]

    def join(self, session: Session) -> None:
        """A page is in the room."""
        self.sessions[session.name] = session
        self._hub.join(session.name)
        self._hub.subscribe(session.name, self._room)

    def leave(self, session: Session) -> None:
        """Its connection is over."""
        if self.sessions.pop(session.name, None) is not None:
            self._hub.leave(session.name)

    def publish(self, session: Session, text: str) -> None:
        """A page said something to the room; it hears itself too."""
        self._hub.publish(session.name, self._room, text, echo=True)

    def rejoin(self, line: Line | None = None) -> None:
        """The broker is another one, or there is none any more: all pages stay, and are in the room as before."""
        self.line = MemoryBus().port() if line is None else line
        self._hub = Hub(self.name, self.line)
        for session in self.sessions.values():
            self._hub.join(session.name)
            self._hub.subscribe(session.name, self._room)

    def delivered(self, now: Callable[[], float]) -> list[tuple[Session, str]]:
        """What has come on the line for the pages of this node: whom to write to, and what."""
        for topic, text in self.line.take():
            self._hub.arrived(topic, text, now())
        posts = {name: self._hub.take(name) for name in self.sessions}
        return [(self.sessions[name], post.body) for name, found in posts.items() for post in found]

    async def go(self, code: int, *, crash: bool = False) -> list[Session]:
        """The program ends: nobody is let in any more, and every session is closed, or dropped. Which they were."""
        self.door.close()
        gone = [session for session in self.sessions.values() if session.is_open]
        for session in gone:
            if crash:
                await session.crash(Role.SERVER)
            else:
                await session.leave(Role.SERVER, code)
        self.sessions.clear()
        return gone

    def close(self) -> None:
        """Give the port back."""
        self.door.close()
