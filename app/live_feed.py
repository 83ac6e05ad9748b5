"""From the engine's batches to the ledger: a talk for each connection, its bytes in order, in small helpings.

While recording is off, bytes are counted and not kept; when it goes on, the recording says so by a gap. `clear` begins
a new ledger: connections that go on are there from their handshake, which explains everything after it, and a gap.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING, Final, Literal, Protocol

from app.model.live.book import Book
from protocol.facts import HeadSent
from protocol.ledger import Ledger
from protocol.recording import Kind
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.model.live.callers import CallerKind
    from app.network.live.values import Batch, Begun, Line, Notice
    from protocol.talk import Talk

HELPING: Final = 32 * 1024
"""Bytes that are drained at once: what one call of the observer takes must be a small part of a slice."""
ENTRIES: Final = 64
SLICE: Final = 0.008
"""Seconds of feeding after which the window gets its turn."""


class Source(Protocol):
    """What can be drained: the engine, or a test."""

    def drain(self, limit_bytes: int = ..., limit_entries: int = ...) -> list[Batch]:
        """What happened since the last time, in order."""


@dataclass(slots=True)
class _Call:
    """A connection of the engine, and its talk in the present ledger."""

    begun: Begun
    talk: Talk
    side: Literal["client", "server"]
    kind: CallerKind
    time: float = 0.0
    missed: dict[Role, int] = field(default_factory=dict)


class Feed:
    """Owns the ledger and the book; `notices` are those that nobody has read yet."""

    def __init__(self, source: Source, zone: float = 0.0) -> None:
        self._source = source
        self._zone = zone
        self._calls: dict[int, _Call] = {}
        self._by_talk: dict[int, int] = {}
        self.recording = True
        self.notices: list[Notice] = []
        self.ledger = Ledger(zone=zone)
        self.book = Book(self.ledger)

    def work(self, seconds: float = SLICE) -> bool:
        """Take what has come, for so long; whether there was anything."""
        until = perf_counter() + seconds
        some = False
        while batches := self._source.drain(HELPING, ENTRIES):
            some = True
            for batch in batches:
                self._take(batch)
            if perf_counter() >= until:
                break
        return some

    def numbers_of(self, talks: Sequence[int]) -> tuple[int, ...]:
        """The engine's numbers of these talks, of those that are not over."""
        return tuple(self._by_talk[talk] for talk in talks if talk in self._by_talk)

    def talk_of(self, number: int) -> int:
        """The talk of a connection of the engine; 0 if there is none."""
        return self._calls[number].talk.number if number in self._calls else 0

    def record(self, on: bool) -> None:
        """Whether bytes are kept from now on."""
        self.recording = on
        if on:
            for call in self._calls.values():
                _tell_missed(call)

    def clear(self) -> None:
        """Forget everything but what is needed to go on."""
        self.ledger = Ledger(zone=self._zone)
        self.book = Book(self.ledger)
        self._by_talk.clear()
        for number, call in sorted(self._calls.items()):
            old = call.talk
            self._begin(number, call)
            _replay(old, call)

    def _take(self, batch: Batch) -> None:
        self.notices += batch.notices
        if batch.begun is not None:
            begun = batch.begun
            kind: CallerKind = "proxy" if begun.role is None else "ours" if begun.role is Role.CLIENT else "unknown"
            side: Literal["client", "server"] = "server" if begun.role is Role.CLIENT else "client"
            talk = self.ledger.begin(begun.setup)
            call = self._calls[batch.number] = _Call(begun, talk, side, kind)
            self._enter(batch.number, call)
        found = self._calls.get(batch.number)
        if found is None:
            return
        for line in batch.lines:
            self._line(found, line)
        if batch.over:
            _tell_missed(found)
            self.book.end(found.talk.number)
            self._by_talk.pop(found.talk.number, None)
            del self._calls[batch.number]

    def _begin(self, number: int, call: _Call) -> None:
        call.talk = self.ledger.begin(call.begun.setup)
        self._enter(number, call)

    def _enter(self, number: int, call: _Call) -> None:
        self._by_talk[call.talk.number] = number
        self.book.begin(call.talk, call.side, call.kind)

    def _line(self, call: _Call, line: Line) -> None:
        time, who, kind, data = line
        call.time = time
        talk = call.talk
        if kind is Kind.DATA:
            if self.recording or State.CONNECTING in (talk.state(Role.CLIENT), talk.state(Role.SERVER)):
                talk.data(time, who, data)  # without its handshake nothing that follows can be told
            else:
                call.missed[who] = call.missed.get(who, 0) + len(data)
        elif kind is Kind.SYN:
            talk.syn(time, who)
        else:
            _tell_missed(call)
            talk.end(time, who, kind)


def _tell_missed(call: _Call) -> None:
    """The bytes that were not kept are a gap."""
    for who, size in call.missed.items():
        if size:
            call.talk.gap(call.time, who, size)
    call.missed.clear()


def _replay(old: Talk, call: _Call) -> None:
    """What a new talk has to know of a connection that goes on: the opening handshake, and how much was left out."""
    talk, recording = call.talk, old.recording
    talk.syn(0.0, Role.CLIENT)
    for who, name in ((Role.CLIENT, "request.sent"), (Role.SERVER, "response.sent")):
        fact = old.facts.get(name)
        sent = recording.size(who)
        head = len(fact.head.raw) if isinstance(fact, HeadSent) else sent
        if head:
            talk.data(fact.time if fact is not None else 0.0, who, recording.cut(who, 0, head))
        call.missed[who] = call.missed.get(who, 0) + sent - head
    _tell_missed(call)
