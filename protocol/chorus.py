"""Several connections on one clock, and what their programs did in between that no byte shows.

A lesson about a room of browsers, an application behind a balancer or a thousand clients that come back has more than
one connection. `Played` is what was recorded of such a play, `Chorus` all its facts in one order: those of every
connection that speaks WebSocket, and the moments. A chorus is read as the `Facts` of one connection are, except that
the id of a fact begins with the name of its connection: `ada/client.frame.0.sent`. The first connection is the one
that an id without a name means.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeVar

from protocol.facts import Fact
from protocol.knowledge import Facts
from protocol.observer import observe
from protocol.recording import Recording
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from collections.abc import Iterable

FactKind = TypeVar("FactKind", bound=Fact)

Values = Mapping[str, str | int | float | bool]


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that the program named `actor` did at `time`, in seconds since the play began: `kind` says what,
    `values` with what. `role` is the side of the wire on which the actor is."""

    time: float
    kind: str
    actor: str = ""
    role: Role = Role.SERVER
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Happened(Fact):
    """A moment as a fact (ids `moment.publish.0`, `moment.publish.1` ...: counted within its kind)."""

    moment: Moment


@dataclass(frozen=True, slots=True)
class Deed:
    """Action `id` of the scenario began when the first connection's recording had `entry` entries."""

    id: str
    entry: int


@dataclass(frozen=True, slots=True)
class Played:
    """The recordings of a play by name, all on one clock. The first connection is the main one.

    `silent` are those whose bytes are no WebSocket (HTTP requests, TLS records, a broker's protocol): nobody judges
    them.
    """

    connections: Mapping[str, Recording]
    moments: tuple[Moment, ...] = ()
    deeds: tuple[Deed, ...] = ()
    silent: frozenset[str] = frozenset()

    @classmethod
    def of(cls, recording: Recording) -> Played:
        """A recording that stands alone."""
        return cls({"": recording})

    @property
    def main(self) -> Recording:
        """The first connection."""
        return next(iter(self.connections.values()))


SLASH: Final = "/"
MOMENTS: Final = "moment"


class Chorus:
    """The facts of all connections of a play in the order of time; it is read like the `Facts` of one."""

    def __init__(self, played: Played, parts: Mapping[str, Facts], order: tuple[tuple[str, int], ...]) -> None:
        self.played = played
        self._parts = parts
        self._order = order

    @classmethod
    def made(cls, played: Played) -> Chorus:
        """Everything that is known of a play that is over."""
        parts = {name: observe(one) for name, one in played.connections.items() if name not in played.silent}
        parts[MOMENTS] = Facts(_moments(played))
        keys = [
            (fact.time, rank, place, name)
            for rank, (name, facts) in enumerate(parts.items())
            for place, fact in enumerate(facts)
        ]
        return cls(played, parts, tuple((name, place) for _, _, place, name in _in_order(keys)))

    @property
    def names(self) -> tuple[str, ...]:
        """The connections that are judged, the main one first."""
        return tuple(name for name in self._parts if name != MOMENTS)

    @property
    def recordings(self) -> Mapping[str, Recording]:
        """Every recording by the name of its connection, the silent ones too."""
        return self.played.connections

    def connection(self, name: str = "") -> Facts:
        """What is known now of one connection; KeyError for a name that is none. "" is the main one."""
        name = name or self.names[0]
        return self._parts[name].until(self.local(name))

    def whole(self, name: str = "") -> Facts:
        """All facts of one connection, also those that are not known yet."""
        return self._parts[name or self.names[0]]

    def local(self, name: str = "") -> int:
        """How many facts of one connection are known: the cursor of a figure that shows only it."""
        name = name or self.names[0]
        places = self._places[name]
        return bisect_left(places, len(self._order))

    @property
    def moments(self) -> list[Happened]:
        """The moments that are known, in order."""
        return self._parts[MOMENTS].until(self.local(MOMENTS)).of(Happened)

    @property
    def now(self) -> float:
        """The time of the last fact that is known, in seconds."""
        return self[len(self) - 1].time if self._order else 0.0

    def name_at(self, place: int) -> str:
        """The connection of a fact; `moment` for a moment."""
        return self._order[place][0]

    def until(self, cursor: int) -> Chorus:
        """What is known before position `cursor`."""
        earlier = Chorus(self.played, self._parts, self._order[: max(0, cursor)])
        earlier.__dict__["_places"] = self._places
        return earlier

    def __len__(self) -> int:
        return len(self._order)

    def __iter__(self) -> Iterator[Fact]:
        return (self._parts[name][place] for name, place in self._order)

    def __getitem__(self, place: int) -> Fact:
        name, local = self._order[place]
        return self._parts[name][local]

    def __contains__(self, fact_id: object) -> bool:
        return isinstance(fact_id, str) and self.place(fact_id) is not None

    def place(self, fact_id: str) -> int | None:
        """The position of a fact in the whole order, or None if it is not known."""
        name, own = self._split(fact_id)
        if name not in self._parts:
            return None
        local = self._parts[name].place(own)
        if local is None:
            return None
        place = self._places[name][local]
        return place if place < len(self._order) else None

    def get(self, fact_id: str) -> Fact | None:
        """The fact with this id, or None."""
        place = self.place(fact_id)
        return None if place is None else self[place]

    def ids(self) -> Iterator[str]:
        """The ids of all facts in order; those of the main connection and of moments have no name before them."""
        bare = {self.names[0], MOMENTS}
        for name, place in self._order:
            own = self._parts[name][place].id
            yield own if name in bare else f"{name}{SLASH}{own}"

    def of(self, kind: type[FactKind]) -> list[FactKind]:
        """All known facts of one kind, of all connections, in order."""
        return [fact for fact in self if isinstance(fact, kind)]

    def state(self, who: Role) -> State:
        """The state of one end of the main connection."""
        return self.connection().state(who)

    def _split(self, fact_id: str) -> tuple[str, str]:
        name, slash, own = fact_id.partition(SLASH)
        if slash:
            return name, own
        return (MOMENTS if fact_id.startswith(MOMENTS + ".") else self.names[0]), fact_id

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The position of every fact of each connection; a view of an earlier moment shares them."""
        places: dict[str, list[int]] = {name: [] for name in self._parts}
        for place, (name, _) in enumerate(self._order):
            places[name].append(place)
        return places


def observe_played(played: Played) -> Facts | Chorus:
    """What is known of a play: the facts of its connection, or a chorus if there is more to it."""
    if len(played.connections) == 1 and not played.moments and not played.silent:
        return observe(played.main)
    return Chorus.made(played)


def _moments(played: Played) -> Iterator[Happened]:
    counted: dict[str, int] = {}
    for moment in sorted(played.moments, key=lambda one: one.time):
        number = counted.get(moment.kind, 0)
        counted[moment.kind] = number + 1
        yield Happened(f"{MOMENTS}.{moment.kind}.{number}", 1, -1, moment.time, moment.role, moment)


def _in_order(keys: Iterable[tuple[float, int, int, str]]) -> list[tuple[float, int, int, str]]:
    """By time; at the same time each connection keeps its own order, the main one first. Facts of one connection are
    in the order of time already, so that sorting by (time, rank, place) keeps it."""
    return sorted(keys)


def as_chorus(facts: Facts | Chorus) -> Chorus:
    """A chorus as it is; one connection as a chorus of one."""
    if isinstance(facts, Chorus):
        return facts
    whole = Played.of(facts.recording)
    parts = {"": facts, MOMENTS: Facts()}
    return Chorus(whole, parts, tuple(("", place) for place in range(len(facts))))
