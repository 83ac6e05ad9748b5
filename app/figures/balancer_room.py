"""What is known at the cursor of a room behind a balancer: its pages, its nodes, the word that is under way.

There are two rooms, one `without` a broker and one `with` it. A room that the play has left for the next one stays as
it was when its last word had gone as far as it could.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from protocol.facts import FrameArrived, FrameSent, Told
from protocol.vocabulary import Opcode, Role, State

if TYPE_CHECKING:
    from protocol.chorus import Chorus, Happened
    from protocol.frames import Frame

WITHOUT: Final = "without"
WITH: Final = "with"
ROOMS: Final = (WITHOUT, WITH)
IN_PROCESS: Final = "in process"
REDIS: Final = "Redis"
"""The brokers."""


@dataclass(frozen=True, slots=True)
class Passing:
    """A frame on its way through the balancer, and whether it has arrived."""

    frame: Frame
    arrived: bool


@dataclass(frozen=True, slots=True)
class Seat:
    """A page: its newest session, the node that serves it and why it does (`turn`, `cookie`, `refused`).

    `state` is None before there is a session. `up` is what the page says, `down` what its node writes to it.
    """

    browser: str
    session: str = ""
    node: str = ""
    why: str = ""
    state: State | None = None
    code: int | None = None
    """What the page's program was told when its connection was over."""
    up: Passing | None = None
    down: Passing | None = None
    heard: bool = False
    fresh: bool = False
    """Whether its session is the newest of all."""

    @property
    def name(self) -> str:
        """As it is written."""
        return self.browser.capitalize()


@dataclass(frozen=True, slots=True)
class RoomNow:
    """One room at the cursor. `said` is the word that is under way or came last; in a `wave` one looks at it."""

    id: str
    begun: bool = False
    current: bool = False
    nodes: tuple[str, ...] = ()
    """All nodes that this room ever has."""
    up: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    """The nodes that have been there in this scene."""
    seats: tuple[Seat, ...] = ()
    sticky: bool = False
    said: str = ""
    wave: bool = False
    final: int | None = None
    """How many pages have the word, when it has gone as far as it goes."""
    broker: str = ""
    topic: str = ""
    silent: bool = False
    fallback: dict[str, str] = field(default_factory=dict)
    """The sentence and its values, if the Redis did not work."""
    published: str = ""
    """The node that gave the word to the broker."""
    delivered: frozenset[str] = frozenset()

    @property
    def heard(self) -> int:
        """How many pages have the word."""
        return sum(seat.heard for seat in self.seats) if self.final is None else self.final

    def of(self, node: str) -> list[Seat]:
        """The pages that this node serves."""
        return [seat for seat in self.seats if seat.node == node and seat.state in {State.CONNECTING, State.OPEN}]


def rooms(whole: Chorus, cursor: int) -> tuple[RoomNow, ...]:
    """Both rooms at the cursor."""
    known = whole.until(min(max(cursor, 0), len(whole)))
    scenes = [one for one in known.moments if _kind(one) == "scene"]
    newest = _room_of(scenes[-1]) if scenes else WITHOUT
    return tuple(_room(whole, known, name, current=name == newest) for name in ROOMS)


def _kind(one: Happened) -> str:
    """The kind of a moment within this play; one of another play has its whole name."""
    return one.moment.kind.removeprefix("room.")


def _room_of(scene: Happened) -> str:
    return WITH if scene.moment.values.get("broker") else WITHOUT


def _room(whole: Chorus, known: Chorus, name: str, *, current: bool) -> RoomNow:
    if not current:
        known = whole.until(min(len(known), _end(whole, name)))
    moments = known.moments
    begun = [place for place, one in enumerate(moments) if _kind(one) == "scene" and _room_of(one) == name]
    browsers, nodes = _everybody(whole)
    if not begun:
        return RoomNow(name, current=current, nodes=nodes, seats=tuple(map(Seat, browsers)))
    scene, since = moments[begun[-1]], moments[begun[-1] :]
    return _filled(RoomNow(name, True, current, nodes), known, scene, since, browsers)


def _everybody(whole: Chorus) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All pages and all nodes of the play, in the order in which they come."""
    browsers = dict.fromkeys(str(one.moment.values["browser"]) for one in whole.moments if _kind(one) == "placed")
    nodes = dict.fromkeys(one.moment.actor for one in whole.moments if _kind(one) == "up")
    return tuple(browsers), tuple(nodes)


def _end(whole: Chorus, name: str) -> int:
    """The position after the last word of a room."""
    room, last = "", 0
    for one in whole.moments:
        if _kind(one) == "scene":
            room = _room_of(one)
        elif _kind(one) == "heard" and room == name:
            last = (whole.place(one.id) or 0) + 1
    return last


def _filled(room: RoomNow, known: Chorus, scene: Happened, since: list[Happened], browsers: tuple[str, ...]) -> RoomNow:
    up: set[str] = set()
    known_nodes: set[str] = set()
    placed: dict[str, Happened] = {}
    last: dict[str, int] = {}
    for place, one in enumerate(since):
        last[_kind(one)] = place
        match _kind(one):
            case "up":
                up.add(one.moment.actor)
                known_nodes.add(one.moment.actor)
            case "down":
                up.discard(one.moment.actor)
            case "placed":
                placed[str(one.moment.values["browser"])] = one
    said = since[last["say"]] if "say" in last else None
    wave = "say" in last and last["say"] > max(last.get("placed", -1), last.get("down", -1), last.get("sticky", -1))
    after = said.time if said is not None and wave else since[last["heard"]].time if "heard" in last else scene.time
    newest = since[last["placed"]] if "placed" in last else None
    delivered = {one.moment.actor for one in since[last.get("say", 0) :] if _kind(one) == "deliver"}
    published = [one.moment.actor for one in since[last.get("say", 0) :] if _kind(one) == "publish"]
    fallback = [one.moment.values for one in since if _kind(one) == "fallback"]
    return RoomNow(
        room.id, True, room.current, room.nodes, frozenset(up), frozenset(known_nodes),
        tuple(_seat(known, browser, placed.get(browser), after, said, newest) for browser in browsers),
        sticky=bool(scene.moment.values.get("sticky")) or "sticky" in last,
        said=str(said.moment.values.get("text", "")) if said is not None else "",
        wave=wave,
        final=int(since[last["heard"]].moment.values["heard"]) if last.get("heard", -1) > last.get("say", -1) else None,
        broker=str(scene.moment.values.get("broker", "")),
        topic=str(scene.moment.values.get("room", "")),
        silent="silent" in last,
        fallback={key: str(value) for key, value in fallback[-1].items()} if fallback else {},
        published=published[-1] if published and wave else "",
        delivered=frozenset(delivered if wave else ()),
    )  # fmt: skip


def _seat(
    known: Chorus, browser: str, placed: Happened | None, after: float, said: Happened | None, newest: Happened | None
) -> Seat:
    if placed is None:
        return Seat(browser)
    values = placed.moment.values
    session = str(values["session"])
    facts = known.connection(session)
    told = [fact.told.code for fact in facts.of(Told) if fact.who is Role.CLIENT]
    arrived = {(fact.who, fact.number) for fact in facts.of(FrameArrived)}
    passing: dict[Role, Passing] = {}
    heard = False
    for fact in facts.of(FrameSent):
        if fact.frame.opcode != Opcode.TEXT:
            continue
        here = (fact.who, fact.number) in arrived
        if fact.time > after:
            passing[fact.who] = Passing(fact.frame, here)
        if said is not None and fact.who is Role.SERVER and fact.time > said.time and here:
            heard = heard or fact.frame.payload == str(said.moment.values.get("text", "")).encode()
    return Seat(
        browser, session, str(values["node"]), str(values["why"]), facts.state(Role.CLIENT), told[-1] if told else None,
        passing.get(Role.CLIENT), passing.get(Role.SERVER), heard, placed is newest,
    )  # fmt: skip
