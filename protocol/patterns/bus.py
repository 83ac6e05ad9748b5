"""What the hubs of several servers say to each other, and the bus that carries it.

A bus has topics. What is published on a topic reaches every hub that listens to it, the publisher included, *in the
same order for all*. It keeps nothing: who does not listen at that moment, or loses its connection to the bus, misses
it. That is what PUBLISH and SUBSCRIBE of Redis give, and `MemoryBus` gives it within one program.

Two messages travel on it, as JSON text:

    {"kind":"post","server":"a","number":3,"sender":"a/7","echo":false,"body":"Hello"}
    {"kind":"presence","server":"a","count":2,"asks":false}

`number` counts the posts of one server on one topic, so that a hub that missed some knows it.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Final, Protocol

from protocol.patterns.json_text import JsonError, read_object, whole_number, write_object

NAME_LIMIT: Final = 128
"""No topic, server or sender has a longer name, in characters."""


@dataclass(frozen=True, slots=True)
class Post:
    """A message to all subscribers of a topic; `sender` is left out unless `echo`."""

    topic: str
    server: str
    number: int
    sender: str
    echo: bool
    body: str


@dataclass(frozen=True, slots=True)
class Presence:
    """A server has `count` subscribers of a topic; `asks`: it would like to hear the others' counts."""

    topic: str
    server: str
    count: int
    asks: bool


class BusError(ValueError):
    """Text on the bus that no hub of ours wrote; the message says why in one sentence."""


def write_message(message: Post | Presence) -> str:
    """What goes to the bus; the topic is the bus's own business. ValueError for what cannot be UTF-8."""
    match message:
        case Post(_, server, number, sender, echo, body):
            return write_object(
                {"kind": "post", "server": server, "number": number, "sender": sender, "echo": echo, "body": body}
            )
        case Presence(_, server, count, asks):
            return write_object({"kind": "presence", "server": server, "count": count, "asks": asks})


def read_message(topic: str, text: str) -> Post | Presence:
    """What came from the bus on this topic."""
    try:
        message = read_object(text)
    except JsonError as error:
        raise BusError(str(error)) from None
    server = message.get("server")
    if not is_name(server):
        raise BusError(f"“server” is not a name of 1 to {NAME_LIMIT} printable characters.")
    match message:
        case {"kind": "post", "number": number, "sender": str(sender), "echo": bool(echo), "body": str(body)}:
            counted = whole_number(number)
            if counted and is_name(sender):
                return Post(topic, str(server), counted, sender, echo, body)
        case {"kind": "presence", "count": count, "asks": bool(asks)}:
            counted = whole_number(count)
            if counted is not None:
                return Presence(topic, str(server), counted, asks)
    raise BusError("The text is neither a post nor a presence.")


def is_name(value: object) -> bool:
    """Whether `value` can name a topic, a server or a subscriber."""
    return isinstance(value, str) and 1 <= len(value) <= NAME_LIMIT and value.isprintable()


class Bus(Protocol):
    """One hub's way to the bus. What others publish comes back by `Hub.arrived(topic, text, now)`."""

    def publish(self, topic: str, text: str) -> None:
        """Give `text` to all who listen to `topic`."""
        ...

    def listen(self, topic: str) -> None:
        """From now on receive what is published on `topic`."""
        ...

    def ignore(self, topic: str) -> None:
        """Receive it no more."""
        ...


class MemoryBus:
    """A bus within one program: all hubs of a lesson, or of a test."""

    def __init__(self) -> None:
        self._ports: list[MemoryPort] = []

    def port(self, room: int = 10_000) -> MemoryPort:
        """A place for one more hub; it loses the oldest texts when `room` of them were not taken."""
        port = MemoryPort(self, room)
        self._ports.append(port)
        return port

    def spread(self, topic: str, text: str) -> None:
        """Give `text` to every port that listens. All get it at the same place in their order."""
        for port in self._ports:
            port.offer(topic, text)


class MemoryPort:
    """One hub's end of a `MemoryBus`; the texts wait here until they are taken."""

    def __init__(self, bus: MemoryBus, room: int) -> None:
        self.listening: set[str] = set()
        self._bus = bus
        self._texts: deque[tuple[str, str]] = deque(maxlen=room)

    def publish(self, topic: str, text: str) -> None:
        """To all ports that listen, this one among them."""
        self._bus.spread(topic, text)

    def listen(self, topic: str) -> None:
        """Texts of this topic come in from now on."""
        self.listening.add(topic)

    def ignore(self, topic: str) -> None:
        """No more of them."""
        self.listening.discard(topic)

    def offer(self, topic: str, text: str) -> None:
        """A text was published."""
        if topic in self.listening:
            self._texts.append((topic, text))

    def take(self, most: int | None = None) -> list[tuple[str, str]]:
        """The topics and texts that came in, oldest first, `most` of them or all."""
        count = len(self._texts) if most is None else min(most, len(self._texts))
        return [self._texts.popleft() for _ in range(count)]
