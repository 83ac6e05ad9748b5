"""What an observer knows of a connection: facts, in the order in which they became true.

A fact is a frozen value with an id that is unique within its connection (`request.sent`, `check.request.key`,
`client.frame.0.sent`, `server.closing` ...). Lessons select facts by id, figures and narration read their contents.
`entry` is the index of the recording's entry that made the fact true, `time` its time in seconds, `depth` how deep one
has to look to see it: 1 message, 2 frame, 3 detail.
"""

from __future__ import annotations

from dataclasses import dataclass

from protocol.closing import CloseTold
from protocol.fragments import Message
from protocol.frames import Frame
from protocol.handshake import Check
from protocol.http11 import Request, Response
from protocol.machine import Transition
from protocol.rules import Rule
from protocol.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is true from now on. `who` is the endpoint whose doing it is."""

    id: str
    depth: int
    entry: int
    time: float
    who: Role


@dataclass(frozen=True, slots=True)
class TcpOpened(Fact):
    """The TCP connection stands (id `tcp.open`)."""


@dataclass(frozen=True, slots=True)
class TcpEnded(Fact):
    """`who` ended its direction of the TCP connection; `kind` is `fin` or `rst` (ids `client.fin` ...)."""

    kind: str


@dataclass(frozen=True, slots=True)
class TcpEndArrived(Fact):
    """The other side noticed what `who` did (ids `client.fin.arrived` ...)."""

    kind: str


@dataclass(frozen=True, slots=True)
class HeadSent(Fact):
    """A whole HTTP head left `who` (ids `request.sent`, `response.sent`)."""

    head: Request | Response


@dataclass(frozen=True, slots=True)
class HeadArrived(Fact):
    """The same head, read by the other side (ids `request.arrived`, `response.arrived`)."""

    head: Request | Response


@dataclass(frozen=True, slots=True)
class Checked(Fact):
    """`who` checked one rule of a head (ids `check.request.key`, `check.response.accept` ...)."""

    check: Check


@dataclass(frozen=True, slots=True)
class AcceptComputed(Fact):
    """The server turned the client's key into an accept value (id `accept.computed`).

    `accept` is what the server sent, `expected` what section 4.2.2 asks for; they differ only if the server is wrong.
    """

    key: str
    accept: str
    expected: str


@dataclass(frozen=True, slots=True)
class FrameSent(Fact):
    """`who` wrote its frame number `number` (ids `client.frame.0.sent` ...). `frame.offset` counts from the first
    byte of the sender's stream, its head included."""

    number: int
    frame: Frame


@dataclass(frozen=True, slots=True)
class FrameArrived(Fact):
    """The other side has read the whole frame number `number` of `who` (ids `client.frame.0.arrived` ...)."""

    number: int
    frame: Frame


@dataclass(frozen=True, slots=True)
class MessageArrived(Fact):
    """A whole message of `who` was delivered to the other program (ids `client.message.0` ...)."""

    number: int
    message: Message


@dataclass(frozen=True, slots=True)
class Moved(Fact):
    """`who` took a row of the transition table (ids `client.open`, `server.closing`, `client.closed` ...)."""

    transition: Transition


@dataclass(frozen=True, slots=True)
class Broke(Fact):
    """`who` broke a rule (ids `client.broken.0` ...).

    `number` is the frame it lies in, or None for a head; `start_bit` and `width` are the offending bits, counted from
    the first bit of that frame or head; `close_code` and `status` are the reaction that the RFC asks for.
    """

    rule: Rule
    number: int | None
    start_bit: int
    width: int


@dataclass(frozen=True, slots=True)
class Missed(Fact):
    """`who` has ended its direction of TCP and so can no longer do what a rule asks (ids `client.missed.0` ...).

    `number` is the frame of the other side that asked for it, None if none did.
    """

    rule: Rule
    number: int | None


@dataclass(frozen=True, slots=True)
class Told(Fact):
    """What the program at `who` is told when its connection is over (ids `client.told`, `server.told`)."""

    told: CloseTold


@dataclass(frozen=True, slots=True)
class Gap(Fact):
    """Bytes `start` to `start + size` of what `who` sent are missing from the capture (ids `client.gap.0` ...).

    `number` is the frame that they begin in, None if no frame is known at that place. `found` says whether it is known
    where the next frame begins, because they lie in a payload whose length is known. If not, reading has lost its
    place, until a `Found`.
    """

    start: int
    size: int
    number: int | None
    found: bool


@dataclass(frozen=True, slots=True)
class Found(Fact):
    """A segment of `who` begins with frames again (ids `client.found.0` ...): frame `number` begins at byte `start` of
    the stream. `skipped` bytes before it could not be read, the missing ones among them."""

    start: int
    skipped: int
    number: int
