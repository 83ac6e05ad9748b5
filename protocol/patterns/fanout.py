"""Fan-out: one message to all who asked for its topic, whichever server they are connected to.

    ann, bob ---- hub on server a ---+
                                     +=== bus === every hub that listens to the topic
         cid ---- hub on server b ---+

A WebSocket ends at one server, so the second server of a service needs a way to reach the first one's clients: a bus
between the hubs. Each hub knows only its own subscribers and listens to a topic while it has one of them.

- *Order*: everything goes over the bus, also to the hub's own subscribers. If a hub served them at once, ann and cid
  would see two messages that were sent at the same time in different orders.
- *Echo*: the sender gets its own message back only if it wants to (as a sign that the message is through).
- *Slow consumers* have a bounded mailbox each (`mailbox`): one of them cannot fill the memory or hold up the others.
- *Presence*: each hub says how many subscribers a topic has on it, whenever that changes and every `interval` seconds.
  A server that crashed says nothing any more and is forgotten after `lifetime` seconds.
- *Loss*: a bus keeps nothing, so delivery is at most once. Posts are numbered, so that a gap is known: who must not
  miss anything asks for the history then, or uses `delivery` on top.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Final

from protocol.patterns.bus import Bus, BusError, Post, Presence, is_name, read_message, write_message
from protocol.patterns.mailbox import Bound, Mailbox

TOPIC_LIMIT: Final = 10_000
"""Of how many topics a hub remembers the number of its last post."""


@dataclass(frozen=True, slots=True)
class Queued:
    """A post waits in this subscriber's mailbox: `take` it and send it."""

    who: str
    post: Post


@dataclass(frozen=True, slots=True)
class Dropped:
    """This post was lost for a subscriber whose mailbox is full."""

    who: str
    post: Post


@dataclass(frozen=True, slots=True)
class Disconnect:
    """Close this subscriber's connection with this code: it is too slow. The hub has forgotten it."""

    who: str
    code: int
    reason: str


@dataclass(frozen=True, slots=True)
class Gap:
    """So many posts of a server on a topic never arrived here."""

    topic: str
    server: str
    missing: int


@dataclass(frozen=True, slots=True)
class Garbage:
    """Something on the bus that no hub wrote; it was left out."""

    topic: str
    reason: str


Happening = Queued | Dropped | Disconnect | Gap | Garbage


@dataclass(slots=True)
class _Peer:
    """What a hub knows of another one on a topic: subscribers, last post, when it was last heard."""

    count: int = 0
    number: int | None = None
    heard: float = 0.0


@dataclass(slots=True)
class _Topic:
    """A topic with local subscribers, in the order in which they came."""

    subscribers: dict[str, None] = field(default_factory=dict)
    peers: dict[str, _Peer] = field(default_factory=dict)


class Hub:
    """The subscribers of one server. `server` is its name among all servers, `bound` the rule for each mailbox."""

    def __init__(
        self, server: str, bus: Bus, *, bound: Bound | None = None, interval: float = 10.0, lifetime: float = 30.0
    ) -> None:
        if not 0 < interval < lifetime:
            raise ValueError("presence is told more often than it is forgotten: 0 < interval < lifetime")
        self.server = _name("server", server)
        self._bus = bus
        self._bound = Bound() if bound is None else bound
        self._interval = interval
        self._lifetime = lifetime
        self._mailboxes: dict[str, Mailbox[Post]] = {}
        self._topics: dict[str, _Topic] = {}
        self._numbers: dict[str, int] = {}
        self._next_tick = -math.inf

    # Who is there.

    def join(self, who: str) -> None:
        """A client is connected; it is subscribed to nothing yet."""
        _name("subscriber", f"{self.server}/{who}")
        self._mailboxes.setdefault(who, Mailbox(self._bound))

    def subscribe(self, who: str, topic: str) -> None:
        """`who` wants what is posted on `topic` from now on. KeyError if it has not joined."""
        self._mailboxes[who]
        first = _name("topic", topic) not in self._topics
        here = self._topics.setdefault(topic, _Topic())
        if who in here.subscribers:
            return
        here.subscribers[who] = None
        if first:
            self._bus.listen(topic)
        self._announce(topic, asks=first)

    def unsubscribe(self, who: str, topic: str) -> None:
        """`who` wants it no more. What is in its mailbox stays there."""
        here = self._topics.get(topic)
        if here is None or who not in here.subscribers:
            return
        del here.subscribers[who]
        self._announce(topic, asks=False)
        if not here.subscribers:
            del self._topics[topic]
            self._bus.ignore(topic)

    def leave(self, who: str) -> None:
        """The client's connection is over."""
        for topic in [topic for topic, here in self._topics.items() if who in here.subscribers]:
            self.unsubscribe(who, topic)
        self._mailboxes.pop(who, None)

    def subscribers(self, topic: str) -> tuple[str, ...]:
        """This server's subscribers of a topic."""
        here = self._topics.get(topic)
        return tuple(here.subscribers) if here is not None else ()

    def presence(self, topic: str) -> int:
        """How many subscribers a topic has on all servers, as far as this one knows: it must have one itself."""
        here = self._topics.get(topic)
        if here is None:
            return 0
        return len(here.subscribers) + sum(peer.count for peer in here.peers.values())

    # What is said.

    def publish(self, who: str, topic: str, body: str, *, echo: bool = False) -> Post:
        """`who` says something on a topic, subscribed to it or not. It reaches everyone by way of the bus."""
        number = self._numbers.get(_name("topic", topic), 0) + 1
        sender = _name("sender", f"{self.server}/{who}")
        post = Post(topic, self.server, number, sender, echo, body)
        text = write_message(post)
        self._numbers[topic] = number
        if len(self._numbers) > TOPIC_LIMIT:
            # The topic that was first posted on begins at 1 again, which no one takes for a gap.
            del self._numbers[next(iter(self._numbers))]
        self._bus.publish(topic, text)
        return post

    def arrived(self, topic: str, text: str, now: float) -> list[Happening]:
        """A text came from the bus."""
        here = self._topics.get(topic)
        if here is None:
            return []
        try:
            message = read_message(topic, text)
        except BusError as error:
            return [Garbage(topic, str(error))]
        match message:
            case Presence():
                self._counted(here, message, now)
                return []
            case Post():
                return [*self._gap(here, message, now), *self._deliver(here, message)]

    def take(self, who: str, most: int | None = None) -> list[Post]:
        """What to send to a subscriber now, oldest first; nothing for one that has left."""
        mailbox = self._mailboxes.get(who)
        return mailbox.take(most) if mailbox is not None else []

    def dropped(self, who: str) -> int:
        """How many posts this subscriber has lost."""
        mailbox = self._mailboxes.get(who)
        return mailbox.dropped if mailbox is not None else 0

    # Time.

    @property
    def next_at(self) -> float:
        """When `tick` is due."""
        return self._next_tick if self._topics else math.inf

    def tick(self, now: float) -> None:
        """Say again who is here, and forget the servers that have not done so."""
        if now < self._next_tick:
            return
        self._next_tick = now + self._interval
        for topic, here in self._topics.items():
            here.peers = {name: peer for name, peer in here.peers.items() if peer.heard + self._lifetime > now}
            self._announce(topic, asks=False)

    def _announce(self, topic: str, *, asks: bool) -> None:
        count = len(self._topics[topic].subscribers)
        self._bus.publish(topic, write_message(Presence(topic, self.server, count, asks)))

    def _counted(self, here: _Topic, presence: Presence, now: float) -> None:
        if presence.server == self.server:
            return
        peer = here.peers.setdefault(presence.server, _Peer())
        peer.count, peer.heard = presence.count, now
        if presence.asks:
            self._announce(presence.topic, asks=False)

    def _gap(self, here: _Topic, post: Post, now: float) -> list[Happening]:
        """The first post of a server only tells where its numbers are."""
        peer = here.peers.setdefault(post.server, _Peer())
        missing = 0 if peer.number is None else post.number - peer.number - 1
        peer.number, peer.heard = post.number, now
        return [Gap(post.topic, post.server, missing)] if missing > 0 else []

    def _deliver(self, here: _Topic, post: Post) -> list[Happening]:
        happened: list[Happening] = []
        for who in list(here.subscribers):
            if post.echo or post.sender != f"{self.server}/{who}":
                happened += self._queue(who, post)
        return happened

    def _queue(self, who: str, post: Post) -> list[Happening]:
        mailbox = self._mailboxes[who]
        lost = mailbox.put(post)
        if mailbox.overflowed:
            self.leave(who)
            return [Disconnect(who, self._bound.code, f"{self._bound.limit} messages were not read in time")]
        queued: list[Happening] = [Queued(who, post)] if lost is not post else []
        return queued if lost is None else [*queued, Dropped(who, lost)]


def _name(what: str, value: str) -> str:
    if not is_name(value):
        raise ValueError(f"a {what} is a name of 1 to 128 printable characters, not {value[:40]!r}")
    return value
