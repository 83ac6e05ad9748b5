"""The envelopes of the play `delivery`, and what its two programs remember of them.

    {"type":"chat","data":"Hello","id":1,"timestamp":1767225600000}      a message
    {"type":"ack","data":"","id":1,"timestamp":1767225600000}            message 1 has arrived
    {"type":"error","data":"The text is ...","id":0,"timestamp":...}     what came was no envelope

`id` counts the messages of the sender from 1, `timestamp` the milliseconds since 1970 (UTC).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from protocol.patterns.delivery import Arrival, Receiver
from protocol.patterns.envelope import Data
from protocol.patterns.json_text import JsonError, read_object, whole_number, write_object

TYPES: Final = ("chat", "ack", "error")
BEGAN: Final = 1_767_225_600_000
"""The lesson's clock starts at the beginning of 2026, in milliseconds since 1970."""


class MailError(ValueError):
    """A text that is no envelope; the message says why in one sentence."""


@dataclass(frozen=True, slots=True)
class Mail:
    """One envelope."""

    type: str
    data: str
    id: int
    timestamp: int

    def __str__(self) -> str:
        return write_object({"type": self.type, "data": self.data, "id": self.id, "timestamp": self.timestamp})


def mail(kind: str, data: str, number: int, now: float) -> Mail:
    """An envelope of this moment, `now` in seconds since the lesson began. Whole seconds: so it repeats exactly."""
    return Mail(kind, data, number, BEGAN + 1000 * round(now))


def read_mail(text: str) -> Mail:
    """The envelope that a text message is."""
    try:
        found = read_object(text)
    except JsonError as error:
        raise MailError(str(error)) from None
    kind, data = found.get("type"), found.get("data")
    number, timestamp = whole_number(found.get("id")), whole_number(found.get("timestamp"))
    if kind not in TYPES:
        raise MailError(f"“type” is none of {', '.join(TYPES)}.")
    if not isinstance(data, str):
        raise MailError("“data” is not a text.")
    if number is None:
        raise MailError("“id” is not a whole number.")
    if timestamp is None:
        raise MailError("“timestamp” is not a whole number of milliseconds.")
    return Mail(str(kind), data, number, timestamp)


@dataclass(slots=True)
class Letter:
    """A message that is not acknowledged: how often it was sent, and when last."""

    id: int
    data: str
    tries: int = 0
    sent: float = 0.0


@dataclass(slots=True)
class Outbox:
    """What the sender keeps until it is acknowledged: `retries` times it sends again, each `timeout` seconds later."""

    timeout: float
    retries: int
    window: int
    letters: list[Letter] = field(default_factory=list)
    failed: list[int] = field(default_factory=list)

    def put(self, number: int, data: str) -> None:
        """One more message."""
        self.letters.append(Letter(number, data))

    def new(self) -> list[Letter]:
        """What is to be sent for the first time: at most `window` messages are under way."""
        return [letter for letter in self.letters[: self.window] if not letter.tries]

    @property
    def next_at(self) -> float | None:
        """When the next message has waited long enough."""
        times = [letter.sent + self.timeout for letter in self.letters if letter.tries]
        return min(times) if times else None

    def due(self, now: float) -> list[Letter]:
        """What has waited long enough for its acknowledgement."""
        return [letter for letter in self.letters if letter.tries and letter.sent + self.timeout <= now + 0.5]

    def gives_up(self, letter: Letter) -> bool:
        """Whether it was sent again as often as it may be; then it is kept no longer."""
        if letter.tries <= self.retries:
            return False
        self.letters.remove(letter)
        self.failed.append(letter.id)
        return True

    def acknowledged(self, number: int) -> bool:
        """The receiver has this message. False for one that is not waited for."""
        before = len(self.letters)
        self.letters = [letter for letter in self.letters if letter.id != number]
        return len(self.letters) < before


@dataclass(slots=True)
class Inbox:
    """What the receiver remembers: the numbers that it has had, or in `order` how far it got and what is early."""

    memory: bool
    order: bool
    seen: set[int] = field(default_factory=set)
    stream: Receiver = field(default_factory=lambda: Receiver("ada"))

    def take(self, letter: Mail) -> tuple[Arrival, list[tuple[int, str]]]:
        """What a message is to us, and which messages the program is given now."""
        if self.order:
            receipt = self.stream.receive(Data("ada", letter.id, letter.data))
            return receipt.arrival, [(each.number, each.body) for each in receipt.deliver]
        if self.memory and letter.id in self.seen:
            return Arrival.DUPLICATE, []
        self.seen.add(letter.id)
        return Arrival.NEW, [(letter.id, letter.data)]
