"""Acknowledged delivery: each message arrives once and in order, over as many connections as it takes.

    sender                              receiver
      | -- data 1 ----------------------> |  delivers 1
      | <------------------------ ack 1 - |
      | -- data 2 ----------------------> |  delivers 2
      |        x ................ ack 2 - |  the connection is lost, and the acknowledgement with it
      :                                   :
      | <--------------------- resume 2 - |  a new connection; the receiver says how far it got
      | -- data 3 ----------------------> |  2 is not sent again

TCP delivers in order and without loss, but only within one connection, and `send` succeeds when the bytes are in a
buffer of our own machine. What was under way when a connection broke may have arrived or not: no end can know it alone.
So the sender numbers its messages and keeps each until the receiver has said that it has it.

- *At most once*: send and forget. A lost connection loses messages.
- *At least once*: keep, and send again until acknowledged. A lost acknowledgement makes a duplicate.
- *Exactly once* cannot be had from sending alone, because the last acknowledgement may always be the lost one. What can
  be had are exactly-once *effects*: send at least once, and let the receiver know duplicates by their numbers.

The receiver's number is therefore part of its state. If `delivered` is stored together with what a message changed, in
one transaction, a receiver that crashed goes on with `Receiver(stream, delivered=n)`. If it is stored before the
effect, a crash in between loses the effect (at most once); if after it, a crash repeats the effect (at least once).
Acknowledge only what is safe.

Nothing here grows without bound: a sender holds `limit` messages and then says `Full`; a receiver keeps `room` messages
that came too early and drops those beyond, which will be sent again.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass
from enum import Enum

from protocol.patterns.envelope import Ack, Data, Resume
from protocol.patterns.json_text import write_object


@dataclass(frozen=True, slots=True)
class Kept:
    """The message has this number and is kept until it is acknowledged."""

    number: int


@dataclass(frozen=True, slots=True)
class Full:
    """The message was not taken: `limit` are waiting for an acknowledgement. Slow down, or give up."""

    limit: int


@dataclass(frozen=True, slots=True)
class Freed:
    """So many messages were acknowledged and are forgotten."""

    count: int


@dataclass(frozen=True, slots=True)
class Fault:
    """The peer says what cannot be; `text` is one sentence. The stream cannot go on: close with 1002 or 1008."""

    text: str


@dataclass(slots=True)
class _Waiting:
    """A message without an acknowledgement, and when it was last sent."""

    data: Data
    sent: float = -math.inf


class Sender:
    """The sending end of a stream.

    At most `window` messages are under way at a time and `limit` are kept. A message is sent again when it has not been
    acknowledged `timeout` seconds after it was last sent.
    """

    def __init__(self, stream: str, *, window: int = 16, limit: int = 256, timeout: float = 5.0) -> None:
        if not (1 <= window <= limit and timeout > 0):
            raise ValueError("a sender needs a window of 1 to its limit, and a timeout above 0 seconds")
        self.stream = stream
        self.acknowledged = 0
        """The receiver has this message and all before it."""
        self._window = window
        self._limit = limit
        self._timeout = timeout
        self._waiting: deque[_Waiting] = deque()
        self._last = 0
        self._sent = 0
        """The highest number that was ever sent."""
        self._from = math.inf
        """From when we may send: infinity while there is no connection."""
        self._known = 0
        """What was acknowledged when the connection opened: a resume below it forgets something."""

    @property
    def waiting(self) -> int:
        """How many messages are not acknowledged yet."""
        return len(self._waiting)

    def put(self, body: str) -> Kept | Full:
        """Take a message; `take` will give it when its turn has come. ValueError if it cannot be UTF-8."""
        write_object({"body": body})
        if len(self._waiting) >= self._limit:
            return Full(self._limit)
        self._last += 1
        self._waiting.append(_Waiting(Data(self.stream, self._last, body)))
        return Kept(self._last)

    def opened(self, now: float) -> None:
        """A new connection is OPEN. The receiver speaks first; without its resume we begin after `timeout`."""
        self._from = now + self._timeout
        self._known = self.acknowledged
        for each in self._waiting:
            each.sent = -math.inf

    def closed(self) -> None:
        """The connection is lost: nothing is under way any more."""
        self._from = math.inf

    def take(self, now: float) -> list[Data]:
        """What has to be sent now, in order: messages that are due for the first time, or once more."""
        if now < self._from:
            return []
        due = [each for each in self._under_way if each.sent + self._timeout <= now]
        for each in due:
            each.sent = now
            self._sent = max(self._sent, each.data.number)
        return [each.data for each in due]

    @property
    def next_at(self) -> float:
        """From when `take` has something: minus infinity for at once, infinity for not before something happens."""
        times = [each.sent + self._timeout for each in self._under_way]
        return max(min(times), self._from) if times else math.inf

    def acknowledge(self, ack: Ack) -> Freed | Fault:
        """The receiver has this number and all before it. An older acknowledgement says nothing new."""
        if ack.stream != self.stream:
            return Fault(f"The peer acknowledges the stream {ack.stream!r}; this is {self.stream!r}.")
        if ack.number > self._sent:
            return Fault(f"The peer acknowledges message {ack.number}; only {self._sent} were sent.")
        before = self.acknowledged
        while self._waiting and self._waiting[0].data.number <= ack.number:
            self._waiting.popleft()
            self.acknowledged += 1
        return Freed(self.acknowledged - before)

    def resume(self, resume: Resume) -> Freed | Fault:
        """The receiver's first word on this connection: what it has is forgotten, the rest may go out."""
        if resume.stream == self.stream and resume.number < self._known:
            return Fault(
                f"The peer goes on after message {resume.number}, but had acknowledged {self._known}: "
                "it has lost its memory."
            )
        answer = self.acknowledge(Ack(resume.stream, resume.number))
        if isinstance(answer, Freed) and self._from != math.inf:
            self._from = -math.inf
        return answer

    @property
    def _under_way(self) -> list[_Waiting]:
        """The messages in the window: the oldest that are not acknowledged."""
        return [self._waiting[index] for index in range(min(self._window, len(self._waiting)))]


class Arrival(Enum):
    """What a data message was to the receiver."""

    NEW = "new"
    DUPLICATE = "duplicate"
    EARLY = "early"
    TOO_EARLY = "too early"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of a data message: hand over `deliver`, in this order, then send `ack`."""

    arrival: Arrival
    deliver: tuple[Data, ...]
    ack: Ack


class Receiver:
    """The receiving end of a stream; `delivered` is the last number whose effect is already safe."""

    def __init__(self, stream: str, *, delivered: int = 0, room: int = 64) -> None:
        self.stream = stream
        self.delivered = delivered
        self._room = room
        self._early: dict[int, Data] = {}

    def resume(self) -> Resume:
        """What to say first on every new connection."""
        return Resume(self.stream, self.delivered)

    def receive(self, data: Data) -> Receipt:
        """A data message came in. A duplicate is acknowledged too: the last acknowledgement may have been lost."""
        arrival = self._judge(data)
        deliver: list[Data] = []
        if arrival in {Arrival.NEW, Arrival.EARLY}:
            self._early[data.number] = data
        while (following := self._early.pop(self.delivered + 1, None)) is not None:
            self.delivered += 1
            deliver.append(following)
        return Receipt(arrival, tuple(deliver), Ack(self.stream, self.delivered))

    def _judge(self, data: Data) -> Arrival:
        ahead = data.number - self.delivered
        if data.stream != self.stream:
            return Arrival.FOREIGN
        if ahead <= 0 or data.number in self._early:
            return Arrival.DUPLICATE
        if ahead == 1:
            return Arrival.NEW
        return Arrival.EARLY if ahead <= self._room else Arrival.TOO_EARLY
