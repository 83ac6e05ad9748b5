"""The life of a connection as one table (RFC 6455 sections 4 and 7).

A connection is in one of four states. It moves only when a signal of this table happens in a state that has a row for
it; every other signal leaves it where it is. The table is the machine, the diagram, the captions and the parameters of
the tests: nothing else in the program decides a state.

    CONNECTING --101--> OPEN --Close--> CLOSING --TCP closed--> CLOSED

The client is OPEN when it has received and validated the server's 101 (section 4.1), the server when it has sent it
(section 4.2.2). From its first Close frame on, sent or received, an endpoint is CLOSING: the closing handshake has
started (section 7.1.3). It is CLOSED when the TCP connection is (section 7.1.4), whether a Close frame was seen or not.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from protocol.vocabulary import Role, State


class Signal(Enum):
    """What can move a connection; the value is its name in captions and translations."""

    SENT_101 = "101 sent"
    RECEIVED_101 = "101 received"
    REFUSED = "refuses"
    HANDSHAKE_FAILED = "handshake fails"
    SENT_CLOSE = "sends Close"
    RECEIVED_CLOSE = "receives Close"
    TCP_CLOSED = "TCP closed"


@dataclass(frozen=True, slots=True)
class Transition:
    """One row: in `state`, on `signal`, go to `next`. `role` is who can take it, None for both."""

    role: Role | None
    state: State
    signal: Signal
    next: State
    section: str

    def serves(self, role: Role) -> bool:
        """Whether an endpoint in this role can take the row."""
        return self.role is None or self.role is role


TRANSITIONS: Final = (
    Transition(Role.CLIENT, State.CONNECTING, Signal.RECEIVED_101, State.OPEN, "4.1"),
    Transition(Role.SERVER, State.CONNECTING, Signal.SENT_101, State.OPEN, "4.2.2"),
    Transition(Role.CLIENT, State.CONNECTING, Signal.HANDSHAKE_FAILED, State.CLOSED, "4.1"),
    Transition(Role.SERVER, State.CONNECTING, Signal.REFUSED, State.CLOSED, "4.2.2"),
    Transition(None, State.CONNECTING, Signal.TCP_CLOSED, State.CLOSED, "7.1.4"),
    Transition(None, State.OPEN, Signal.SENT_CLOSE, State.CLOSING, "7.1.3"),
    Transition(None, State.OPEN, Signal.RECEIVED_CLOSE, State.CLOSING, "7.1.3"),
    Transition(None, State.OPEN, Signal.TCP_CLOSED, State.CLOSED, "7.1.4"),
    Transition(None, State.CLOSING, Signal.TCP_CLOSED, State.CLOSED, "7.1.4"),
)


def transition(role: Role, state: State, signal: Signal) -> Transition | None:
    """The row that an endpoint takes on this signal, or None if the signal changes nothing."""
    for row in TRANSITIONS:
        if row.state is state and row.signal is signal and row.serves(role):
            return row
    return None
