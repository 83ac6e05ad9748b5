"""What an endpoint learns from the bytes that it receives: frozen values, in the order in which things happened.

A peer's fault is an event as well (`Failed`, `Refused`), never an exception.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from protocol.closing import CloseTold
from protocol.rules import Rule
from protocol.violations import Violation


@dataclass(frozen=True, slots=True)
class Opened:
    """The connection is OPEN; `subprotocol` is the one that was agreed on, if any."""

    subprotocol: str | None


@dataclass(frozen=True, slots=True)
class Refused:
    """The handshake did not succeed: the rule that failed, and the HTTP status that was sent or received.

    No rule failed if the program behind the server did not want the request."""

    rule: Rule | None
    status: int


class MessageReceived(NamedTuple):
    """A whole data message: text or binary, its payload in bytes, and the text if it is one."""

    opcode: int
    payload: bytes
    text: str | None


@dataclass(frozen=True, slots=True)
class PingReceived:
    """A ping; it was answered if the connection answers pings."""

    payload: bytes


@dataclass(frozen=True, slots=True)
class PongReceived:
    """A pong, asked for or not (section 5.5.3)."""

    payload: bytes


@dataclass(frozen=True, slots=True)
class CloseReceived:
    """The peer said Close; `code` is None for an empty body."""

    code: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Failed:
    """The peer broke a rule and the connection is failed (section 7.1.7)."""

    violation: Violation


@dataclass(frozen=True, slots=True)
class Closed:
    """TCP is over; this is what the program is told."""

    told: CloseTold


Event = Opened | Refused | MessageReceived | PingReceived | PongReceived | CloseReceived | Failed | Closed
