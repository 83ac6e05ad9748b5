"""What is known of the connections of Live besides their rows: who they are, how busy, how far away.

It reads the new rows of the ledger after each batch. Counting is done over columns, so that thousands of frames cost no
more than a few milliseconds; only pings, pongs and heads are looked at one by one, and of those no more than `LOOKED`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, OrderedDict, deque
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from app.model.live.callers import CallerKind, caller
from app.model.live.cards import BARS, Overview, PeerCard, Side, Trips
from app.model.live.rates import Rates
from protocol.http11 import Request
from protocol.ledger import FRAME, HEAD, unpacked
from protocol.vocabulary import Opcode, Role, State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from protocol.ledger import Ledger
    from protocol.talk import Talk

LOOKED: Final = 64
"""How many rows of one batch are looked at one by one: a flood of pings is worth no more."""
SLICE: Final = 20_000
"""How many rows are counted at once, so that the window need not wait."""
WAITING: Final = 32
"""How many unanswered pings of a connection are remembered."""
KEPT: Final = 40
"""How many round trips of a connection."""
GONE: Final = 200
"""How many connections that have ended keep their card."""

_BEATS: Final = frozenset({Opcode.PING, Opcode.PONG})


@cache
def is_beat(what: int) -> bool:
    """Whether an element of the ledger's column `what` is a ping or a pong."""
    kind, _, opcode, _, _ = unpacked(what)
    return kind == FRAME and opcode in _BEATS


@dataclass(slots=True)
class _Peer:
    """One connection."""

    talk: Talk
    side: Side
    kind: CallerKind
    name: str
    address: str
    partner: int | None
    rates: Rates = field(default_factory=lambda: Rates(BARS, 1))
    opcodes: Counter[int] = field(default_factory=Counter)
    pings: OrderedDict[tuple[Role, bytes], float] = field(default_factory=OrderedDict)
    trips: deque[float] = field(default_factory=lambda: deque(maxlen=KEPT))
    over: bool = False


class Book:
    """All connections of one ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._peers: dict[int, _Peer] = {}
        self._rates = Rates()
        self._opcodes: Counter[int] = Counter()
        self._seen = 0

    def begin(self, talk: Talk, side: Side, kind: CallerKind = "unknown", partner: int | None = None) -> None:
        """A connection; `side` is who the peer is. A client of ours is named by what it says of itself."""
        setup = talk.setup
        address = setup.client if side == "client" else setup.server
        self._peers[talk.number] = _Peer(talk, side, kind, "", address, partner)

    def end(self, number: int) -> None:
        """A connection is over; of many that are, only the last keep their cards."""
        if number in self._peers:
            self._peers[number].over = True
        gone = [number for number, peer in self._peers.items() if peer.over]
        for old in islice(gone, max(0, len(gone) - GONE)):
            del self._peers[old]

    def take(self, now: float, most: int = SLICE) -> int:
        """Count rows that are new, at most so many; how many they were. `now` is the clock of the ledger's times, in
        seconds since 1970."""
        first = self._seen
        stop = min(len(self.ledger), first + most)
        self._seen = stop
        start = first
        for second, end in self._seconds(first, stop):
            self._count(second, start, end)
            start = end
        self._rates.advance(int(now))
        for peer in self._peers.values():
            if not peer.over:
                peer.rates.advance(int(now))
        return stop - first

    def _seconds(self, first: int, stop: int) -> Iterable[tuple[int, int]]:
        """The new rows second by second: the second, and the place after its last row."""
        times = self.ledger.times
        while first < stop:
            second = int(times[first])
            if int(times[stop - 1]) <= second:
                yield second, stop
                return
            first = max(first + 1, bisect_left(times, second + 1, first, stop))
            yield second, first

    def _count(self, second: int, start: int, end: int) -> None:
        whats, talks = self.ledger.what[start:end], self.ledger.talk_of[start:end]
        pairs = Counter(zip(talks, whats, strict=True))
        up = down = 0
        beats = False
        heads = False
        totals: Counter[int] = Counter()
        for (talk, what), count in pairs.items():
            kind, who, opcode, _, _ = unpacked(what)
            if kind != FRAME:
                heads = heads or kind == HEAD
                continue
            up, down = (up + count, down) if who is Role.CLIENT else (up, down + count)
            beats = beats or is_beat(what)
            self._opcodes[opcode] += count
            totals[talk] += count
            if talk in self._peers:
                self._peers[talk].opcodes[opcode] += count
        self._rates.count(second, up, down)
        for talk, count in totals.items():
            if talk in self._peers:
                self._peers[talk].rates.count(second, count)
        if heads:
            found = [place for place, what in enumerate(whats, start) if unpacked(what)[0] == HEAD]
            self._name(found)
        if beats:
            found = [place for place, what in enumerate(whats, start) if is_beat(what)]
            self._beat(found[-LOOKED:])

    def _name(self, places: list[int]) -> None:
        """A client has said who it is."""
        for place in places:
            _, who, *_ = unpacked(self.ledger.what[place])
            peer = self._peers.get(self.ledger.talk_of[place])
            if peer is None or who is not Role.CLIENT or peer.kind != "unknown" or peer.side != "client":
                continue
            fact = peer.talk.facts.get("request.sent")
            head = getattr(fact, "head", None)
            agents = head.get_all("User-Agent") if isinstance(head, Request) else ()
            peer.kind, peer.name = caller(agents[0] if agents else "")

    def _beat(self, places: list[int]) -> None:
        """A pong answers the ping of the other side with the same payload (RFC 6455 section 5.5.3)."""
        ledger = self.ledger
        for place in places:
            peer = self._peers.get(ledger.talk_of[place])
            if peer is None or ledger.length[place] > 125:
                continue
            _, who, opcode, _, _ = unpacked(ledger.what[place])
            payload = peer.talk.facts.frame(who, ledger.numbers[place]).payload
            if opcode == Opcode.PING:
                peer.pings[who, payload] = ledger.times[place]
                if len(peer.pings) > WAITING:
                    peer.pings.popitem(last=False)
            elif (began := peer.pings.pop((who.peer, payload), None)) is not None:
                peer.trips.append(max(0.0, ledger.times[place] - began))

    # What is shown.

    def cards(self) -> list[PeerCard]:
        """One card each: those that are there first."""
        cards = [self._card(peer) for peer in self._peers.values()]
        return sorted(cards, key=lambda card: (card.state is State.CLOSED, card.talk))

    def _card(self, peer: _Peer) -> PeerCard:
        ours = Role.SERVER if peer.side == "client" else Role.CLIENT
        talk = peer.talk
        told = talk.told[ours]
        state = State.CLOSED if peer.over else talk.state(ours)
        trip = peer.trips[-1] if peer.trips else None
        return PeerCard(
            talk.number, peer.kind, peer.name, peer.address, peer.side, state, peer.rates.whole(0), trip,
            told.code if told is not None else None, peer.partner,
        )  # fmt: skip

    def overview(self, talk: int = 0) -> Overview:
        """Beside the table: everything that comes and goes, and of one connection its round trips."""
        peer = self._peers.get(talk)
        trips = Trips(talk, tuple(peer.trips)) if peer is not None else Trips()
        return Overview(self._rates.whole(0), self._rates.whole(1), trips, dict(self._opcodes))

    def open_talks(self) -> tuple[int, ...]:
        """The connections to which something can be sent."""
        return tuple(number for number, peer in self._peers.items() if not peer.over)
