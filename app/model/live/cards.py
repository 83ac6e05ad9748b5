"""What is shown of one connection in the list of peers, and of the server: plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from protocol.vocabulary import State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.model.live.callers import CallerKind

Side = Literal["client", "server"]
Running = Literal["stopped", "starting", "listening", "stopping"]

BARS = 14
"""How many bars of activity a card has."""


@dataclass(frozen=True, slots=True)
class PeerCard:
    """One connection. `side` is who the peer is: a client of our server, or the server that we called."""

    talk: int
    kind: CallerKind = "unknown"
    name: str = ""
    address: str = ""
    side: Side = "client"
    state: State = State.CONNECTING
    activity: tuple[int, ...] = (0,) * BARS
    trip: float | None = None
    """The last round trip from a ping to its pong, in seconds."""
    code: int | None = None
    """The close code that our side was told, once it is CLOSED."""
    partner: int | None = None
    """The connection on the other side of our proxy."""

    @property
    def open(self) -> bool:
        """Whether something can still be said."""
        return self.state in {State.CONNECTING, State.OPEN, State.CLOSING}


@dataclass(frozen=True, slots=True)
class Trips:
    """The round trips of one peer in seconds, the oldest first."""

    talk: int = 0
    seconds: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Overview:
    """What stands beside the table: frames per second in both directions, the round trips of the selected peer, and
    how many frames of each opcode there were."""

    up: tuple[int, ...] = (0,) * 60
    down: tuple[int, ...] = (0,) * 60
    trips: Trips = field(default_factory=Trips)
    opcodes: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Station:
    """The server or the proxy that listens here. `address` is where clients connect to, `page` is for browsers."""

    state: Running = "stopped"
    address: str = ""
    page: str = ""
    proxy: str = ""
    """Where the proxy goes, empty for a server."""
    exposed: bool = False
    """Whether other machines can reach it."""
