"""What each way of the play `transports` costs, counted from its recordings: bytes of TCP payload, requests, delays.

An event has come to the page when the last byte of its text has been read there; none of the four ways hides the text,
for what a server sends is not masked. Packets of TCP and IP, and their headers, are not counted: nobody records them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessons.plays.http_messages import messages
from protocol.recording import Kind
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from protocol.chorus import Chorus
    from protocol.recording import Recording


@dataclass(frozen=True, slots=True)
class Passage:
    """Bytes that `who` wrote in one piece: `start` to `stop` of its stream. `arrived` is None while they are under
    way."""

    who: Role
    sent: float
    arrived: float | None
    start: int
    stop: int

    @property
    def size(self) -> int:
        """How many bytes."""
        return self.stop - self.start


@dataclass(frozen=True, slots=True)
class Event:
    """An event that came up at the server."""

    number: int
    text: str
    came: float


@dataclass(frozen=True, slots=True)
class Delivery:
    """When the page had an event, and the piece in which its text ended; both None while it has not."""

    event: Event
    got: float | None = None
    passage: Passage | None = None

    @property
    def delay(self) -> float | None:
        """Seconds from the server to the page, without what the machine itself took: in hundredths."""
        return None if self.got is None else round(self.got - self.event.came, 2)


@dataclass(frozen=True, slots=True)
class Count:
    """What one way has cost so far."""

    way: str
    connections: int
    requests: int
    up: int
    down: int
    deliveries: tuple[Delivery, ...]
    heard: int
    """How many things that the page said have reached the server."""

    @property
    def delays(self) -> tuple[float, ...]:
        """Those of the events that have arrived."""
        return tuple(one.delay for one in self.deliveries if one.delay is not None)

    @property
    def mean(self) -> float:
        """The mean delay in seconds."""
        return sum(self.delays) / len(self.delays) if self.delays else 0.0

    @property
    def longest(self) -> float:
        """The longest delay in seconds."""
        return max(self.delays, default=0.0)


def events_of(chorus: Chorus) -> tuple[Event, ...]:
    """The events that have come up."""
    found = []
    for fact in chorus.moments:
        moment = fact.moment
        if moment.kind == "news":
            found.append(Event(int(moment.values["number"]), str(moment.values["text"]), moment.time))
    return tuple(found)


def recordings_of(chorus: Chorus, way: str) -> dict[str, Recording]:
    """The connections of a way: its own, and the one on which the page speaks if it needs one."""
    return {name: one for name, one in chorus.recordings.items() if name == way or name.startswith(way + ".")}


def passages(recording: Recording, now: float) -> tuple[Passage, ...]:
    """All pieces that were written by this moment, in order."""
    sent: list[tuple[Role, float, int, int]] = []
    written, read = dict.fromkeys(Role, 0), dict.fromkeys(Role, 0)
    reads: dict[Role, list[tuple[int, float]]] = {role: [] for role in Role}
    for entry in recording:
        if entry.time > now:
            break
        if entry.kind is Kind.DATA:
            sent.append((entry.who, entry.time, written[entry.who], written[entry.who] + entry.size))
            written[entry.who] += entry.size
        elif entry.kind is Kind.READ:
            read[entry.who] += entry.size
            reads[entry.who].append((read[entry.who], entry.time))
    return tuple(
        Passage(who, time, next((at for size, at in reads[who] if size >= stop), None), start, stop)
        for who, time, start, stop in sent
    )


def deliveries(recording: Recording, events: tuple[Event, ...], now: float) -> Iterator[Delivery]:
    """Where and when each event came to the page over this connection."""
    wire = recording.wire(Role.SERVER)
    pieces = [one for one in passages(recording, now) if one.who is Role.SERVER]
    at = 0
    for event in events:
        place = wire.find(event.text.encode(), at)
        if place < 0:
            yield Delivery(event)
            continue
        at = place + len(event.text)
        piece = next((one for one in pieces if one.start < at <= one.stop), None)
        yield Delivery(event, piece.arrived, piece) if piece is not None else Delivery(event)


def requests_in(recording: Recording, sent: int) -> int:
    """How many requests the first `sent` bytes of the client are."""
    return sum(one.whole for one in messages(recording.cut(Role.CLIENT, 0, sent), Role.CLIENT))


def count(chorus: Chorus, way: str) -> Count:
    """What a way has cost by the moment of this chorus. A way that did not take part has cost nothing."""
    now = chorus.now
    requests = connections = 0
    size = dict.fromkeys(Role, 0)
    found = recordings_of(chorus, way)
    for recording in found.values():
        sent = dict.fromkeys(Role, 0)
        for piece in passages(recording, now):
            sent[piece.who] += piece.size
        connections += any(entry.kind is Kind.SYN and entry.time <= now for entry in recording)
        requests += requests_in(recording, sent[Role.CLIENT])
        for role in Role:
            size[role] += sent[role]
    events = events_of(chorus)
    arrived = tuple(deliveries(found[way], events, now)) if way in found else ()
    heard = sum(fact.moment.kind == f"hears.{way}" for fact in chorus.moments)
    return Count(way, connections, requests, size[Role.CLIENT], size[Role.SERVER], arrived, heard)
