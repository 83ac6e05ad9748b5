"""What the figure of a client's way back tells, read from the facts: connections, waits, attempts and news.

`place` is always a position in the facts, so that a cursor can be compared with it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from protocol.chorus import Happened
from protocol.facts import HeadSent, MessageArrived, Moved, TcpOpened, Told
from protocol.http11 import Request
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from protocol.chorus import Chorus

CROWD: Final = "crowd"
"""Who acts in the moments of the crowd; those of the one client are told elsewhere."""

GONE, LISTENS = "server-gone", "server-back"
GIVES_UP, STAYS_AWAY, STEADY = "client-gives-up", "client-stays-away", "client-steady"
MARKS: Final = frozenset({GONE, LISTENS, GIVES_UP, STAYS_AWAY, STEADY})
"""Moments that are a mark of the story by themselves."""
REFUSED, BACK = "retry-refused", "client-back"
"""What can come of an attempt."""


@dataclass(frozen=True, slots=True)
class Call:
    """A connection: when it opened, the key of its handshake, and how and when it ended for the client (None: not yet).
    `opened` and `ended` are places, -1 if it never was."""

    name: str
    number: int
    start: float
    key: str = ""
    opened: int = -1
    open_at: float = 0.0
    ended: int = -1
    end_at: float | None = None
    code: int | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt: the wait before it, with its bounds, and what came of it: REFUSED, BACK or nothing yet."""

    number: int
    place: int
    start: float
    delay: float
    low: float
    high: float
    end: str = ""
    end_place: int = -1

    @property
    def at(self) -> float:
        """When it is made."""
        return self.start + self.delay


@dataclass(frozen=True, slots=True)
class News:
    """A piece of news, and whether the client heard of it."""

    time: float
    place: int
    heard: bool
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that one side did at one moment: one of MARKS."""

    kind: str
    time: float
    place: int
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Story:
    """The whole story of one client, to its end at `until` seconds."""

    calls: tuple[Call, ...]
    attempts: tuple[Attempt, ...]
    news: tuple[News, ...]
    marks: tuple[Mark, ...]
    until: float

    def mark(self, kind: str, cursor: int) -> Mark | None:
        """The last mark of this kind that is known."""
        found = [mark for mark in self.marks if mark.kind == kind and mark.place < cursor]
        return found[-1] if found else None


def read_story(chorus: Chorus) -> Story:
    """Everything of the one client, also what is still to come."""
    calls = {name: Call(name, number, 0.0) for number, name in enumerate(chorus.names)}
    attempts: list[Attempt] = []
    news: list[News] = []
    marks: list[Mark] = []
    until = 0.0
    for place, fact in enumerate(chorus):
        if isinstance(fact, Happened):
            if fact.moment.actor == CROWD:
                continue
            _moment(fact, place, attempts, news, marks)
        else:
            name = chorus.name_at(place)
            calls[name] = _followed(calls[name], fact, place)
            if isinstance(fact, MessageArrived) and fact.who is Role.SERVER:
                text = fact.message.payload.decode("utf-8", "replace")
                news.append(News(fact.time, place, heard=True, text=text))
        until = max(until, fact.time)
    news.sort(key=lambda one: one.time)
    return Story(tuple(calls.values()), tuple(attempts), tuple(news), tuple(marks), until)


def _followed(call: Call, fact: object, place: int) -> Call:
    """A connection after one more fact."""
    match fact:
        case TcpOpened(time=time):
            return replace(call, start=time)
        case HeadSent(head=Request() as request):
            return replace(call, key=request.get("Sec-WebSocket-Key") or "")
        case Moved(who=Role.CLIENT, time=time) if fact.transition.next is State.OPEN:
            return replace(call, opened=place, open_at=time)
        case Told(who=Role.CLIENT, time=time):
            return replace(call, ended=place, end_at=time, code=int(fact.told.code))
    return call


def _moment(fact: Happened, place: int, attempts: list[Attempt], news: list[News], marks: list[Mark]) -> None:
    values, kind = fact.moment.values, fact.moment.kind
    if kind == "retry-waits":
        number, delay = int(values["attempt"]), float(values["delay"])
        attempts.append(Attempt(number, place, fact.time, delay, float(values["low"]), float(values["high"])))
    elif kind in {REFUSED, BACK}:
        if attempts:
            attempts[-1] = replace(attempts[-1], end=kind, end_place=place)
    elif kind == "news-unheard":
        news.append(News(fact.time, place, heard=False, text=str(values["text"])))
    elif kind in MARKS:
        marks.append(Mark(kind, fact.time, place, values))


@dataclass(frozen=True, slots=True)
class Second:
    """One second of one crowd: attempts that nobody listened to, handshakes taken, handshakes turned away."""

    number: int
    place: int
    refused: int
    taken: int
    turned: int
    back: int
    gone: int

    @property
    def arrivals(self) -> int:
        """How many came."""
        return self.refused + self.taken + self.turned


@dataclass(frozen=True, slots=True)
class Crowds:
    """The crowds by the names of their schedules, second by second."""

    clients: int
    sockets: int
    takes: int
    away: float
    seconds: Mapping[str, tuple[Second, ...]]

    @property
    def most(self) -> int:
        """The most arrivals in any second of any crowd."""
        return max((one.arrivals for each in self.seconds.values() for one in each), default=0)

    @property
    def length(self) -> int:
        """How many seconds they are watched."""
        return max((len(each) for each in self.seconds.values()), default=0)


def read_crowds(chorus: Chorus) -> Crowds | None:
    """The crowds, also what is still to come of them; None if there is no crowd."""
    clients = sockets = takes = 0
    away = 0.0
    seconds: dict[str, list[Second]] = {}
    for place, fact in enumerate(chorus):
        if not isinstance(fact, Happened) or fact.moment.actor != CROWD:
            continue
        values = fact.moment.values
        if fact.moment.kind == "crowd-lost":
            clients, sockets = int(values["clients"]), int(values["sockets"])
        elif fact.moment.kind == "crowd-second":
            takes, away = int(values["takes"]), float(values["away"])
            for name in dict.fromkeys(key.split(".")[0] for key in values if "." in key):
                numbers = [int(values[f"{name}.{what}"]) for what in ("refused", "taken", "turned", "back", "gone")]
                seconds.setdefault(name, []).append(Second(int(values["second"]), place, *numbers))
    if not seconds:
        return None
    return Crowds(clients, sockets, takes, away, {name: tuple(each) for name, each in seconds.items()})
