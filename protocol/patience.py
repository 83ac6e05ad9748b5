"""How long an endpoint waits: the handshake, the closing handshake and silence each have a limit in seconds.

    TCP open          101                    first Close                TCP closed
       |-- CONNECTING --|------- OPEN ----------|------- CLOSING ----------|
       |<- handshake -->|   |<---- idle ---->|  |<------- closing ------->|
                          last byte heard

- *handshake* counts from the moment when TCP was opened, all of it. A peer that sends a byte every few seconds, a
  slow loris, never lets a limit since the last byte run out; the total does.
- *closing*: a client waits for the server to close TCP, but "in abnormal cases (such as not having received a TCP Close
  from the server after a reasonable amount of time)" it may do so itself (RFC 6455 section 7.1.1). The same for a peer
  that does not answer a Close frame. It counts from the first Close frame, sent or received, and also in total.
- *idle* counts from the last byte of the peer; None waits for ever. `patterns.heartbeat` asks instead of waiting.

An endpoint that fails the connection says Close if it still can and closes TCP (section 7.1.7); TCP may take its time
to end, so that the last limit holds here too. The RFC names no numbers. Section 10.4 asks for limits on sizes, against
peers that want to use up memory; a connection that never gets on uses up a place as well.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from protocol.vocabulary import Role, State


@dataclass(frozen=True, slots=True)
class Patience:
    """The three limits, in seconds; None is no limit."""

    handshake: float | None = 10.0
    closing: float | None = 10.0
    idle: float | None = None

    def __post_init__(self) -> None:
        for limit in LIMITS:
            seconds = self.of(limit)
            if not seconds > 0:
                raise ValueError(f"the limit “{limit.name}” is {seconds} seconds; it must be above 0, or None")

    def of(self, limit: Limit) -> float:
        """The seconds of a limit, infinity for none."""
        seconds = {"handshake": self.handshake, "closing": self.closing, "idle": self.idle}[limit.name]
        return math.inf if seconds is None else seconds


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit: in which states it runs, where the RFC speaks of it, and what to do when it has run out."""

    name: str
    states: tuple[State, ...]
    section: str
    reaction: str


HANDSHAKE: Final = Limit("handshake", (State.CONNECTING,), "7.2", "close TCP")
IDLE: Final = Limit("idle", (State.OPEN,), "7.3", "send Close 1001 and wait for the answer")
# CLOSED with TCP still open: the handshake was refused, and the answer may be under way yet.
CLOSING: Final = Limit("closing", (State.CLOSING, State.CLOSED), "7.1.1", "close TCP")

LIMITS: Final = (HANDSHAKE, IDLE, CLOSING)
"""Each state has one limit, so that at any moment one clock runs."""


@dataclass(frozen=True, slots=True)
class RanOut:
    """A limit has run out: it counted from `since`, and `awaited` is what did not come."""

    limit: Limit
    since: float
    awaited: str


class Waiting:
    """The clock of one endpoint, whose TCP connection was opened at `now`.

    `tell` it after everything that may have moved the connection, and `heard` each time that bytes come in."""

    def __init__(self, patience: Patience, role: Role, now: float) -> None:
        self.patience = patience
        self.role = role
        self._since = now
        self._limit: Limit | None = HANDSHAKE
        self._close_sent = False
        self._close_received = False
        self._failed = False

    def tell(
        self,
        state: State,
        now: float,
        *,
        close_sent: bool = False,
        close_received: bool = False,
        failed: bool = False,
    ) -> None:
        """The connection is in this state. To hear it again changes nothing: only another limit starts its clock.

        `failed`: we fail the connection, and read nothing more of the peer."""
        self._close_sent, self._close_received, self._failed = close_sent, close_received, failed
        limit = next(each for each in LIMITS if state in each.states)
        if self._limit is not None and limit is not self._limit:
            self._limit, self._since = limit, now

    def heard(self, now: float) -> None:
        """Bytes came from the peer: they end its silence, but prolong neither handshake."""
        if self._limit is IDLE:
            self._since = now

    def tcp_closed(self) -> None:
        """TCP is over: nothing is waited for any more."""
        self._limit = None

    @property
    def next_at(self) -> float:
        """When the limit that runs now will have run out; infinity if none does."""
        return math.inf if self._limit is None else self._since + self.patience.of(self._limit)

    def ran_out(self, now: float) -> RanOut | None:
        """The limit that has run out at this moment, if any; again and again until the connection moves."""
        if self._limit is None or now < self.next_at:
            return None
        return RanOut(self._limit, self._since, self._awaited())

    def _awaited(self) -> str:
        if self._limit is HANDSHAKE:
            return "the server’s answer" if self.role is Role.CLIENT else "the client’s request"
        if self._limit is IDLE:
            return "anything from the peer"
        if self._failed:
            return "the end of TCP"
        if self._close_sent and not self._close_received:
            return "the peer’s Close frame"
        if self._close_received and not self._close_sent:
            return "our own Close frame"
        return "the end of TCP"
