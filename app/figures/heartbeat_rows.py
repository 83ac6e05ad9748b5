"""What the heartbeat figure tells, read from the facts: rows that cross the wire, gathered into groups of one moment.

On a clock that is hurried everything of one moment lies within thousandths of a second, and moments lie seconds apart.
A message that does not arrive in its own moment was lost by the network; if TCP brings it later it has a second row.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from app.figures.sequence_rungs import Rung, RungKind, read_rungs
from protocol.facts import FrameArrived, TcpEndArrived
from protocol.patterns.heartbeat import TextForm
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from protocol.frames import Frame
    from protocol.knowledge import Facts

GAP: Final = 0.3
"""Seconds between two moments, at the least."""

FORM: Final = TextForm()


class Fate(Enum):
    """What becomes of a row."""

    ARRIVES = "arrives"
    LOST = "lost"
    """It ends in the network that passes nothing."""
    BOUNCED = "bounced"
    """It reaches a system that knows no such connection any more."""
    LATE = "late"
    """What was lost comes after all, because TCP sends it again, or because it answers something."""


@dataclass(frozen=True, slots=True)
class Row:
    """One arrow: `place` is the position of its fact, `done` the one from which on it has reached its end."""

    rung: Rung
    fate: Fate
    place: int
    done: int

    @property
    def id(self) -> str:
        """The id of its marks."""
        return self.rung.id + ("/late" if self.fate is Fate.LATE else "")


@dataclass(frozen=True, slots=True)
class Group:
    """What happens in one moment: the rows, and the facts `first` to `last`. One without rows is the loss of the
    network, which no fact tells: `time` is then when it still passed something and `until` when it passed nothing."""

    time: float
    until: float
    first: int
    last: int
    rows: tuple[Row, ...]
    is_opening: bool = False

    @property
    def lines(self) -> int:
        """How many lines cross the wire: the opening handshake is one."""
        return len(self.rows) + self.is_opening

    @property
    def is_loss(self) -> bool:
        """Whether this is the moment at which the network is lost."""
        return not self.rows and not self.is_opening


@dataclass(frozen=True, slots=True)
class Pair:
    """A ping and the pong that answers it, if there is one yet: frames, or messages of the application."""

    ping: Rung
    pong: Rung | None


def read_groups(facts: Facts) -> tuple[Group, ...]:
    """Every moment in order, the loss of the network among them."""
    starts: list[int] = []
    before = None
    for place, fact in enumerate(facts):
        if before is None or fact.time - before > GAP:
            starts.append(place)
        before = fact.time
    rungs = read_rungs(facts)
    ends = [*starts, len(facts)][1:]
    groups = [_group(facts, rungs, first, end) for first, end in zip(starts, ends, strict=True)]
    groups = [group for group in groups if group.rows or group.is_opening]
    return tuple(_with_loss(groups))


def _group(facts: Facts, rungs: Sequence[Rung], first: int, end: int) -> Group:
    rows: list[Row] = []
    opening = False
    bounce = _reset_arrives(facts, first, end)
    for rung in rungs:
        if rung.kind in {RungKind.TCP, RungKind.HEAD}:
            opening = opening or first <= rung.sent < end
            continue
        if first <= rung.sent < end:
            fate, done = Fate.ARRIVES, rung.arrived
            if done is None and bounce is rung.sender:
                fate, done = Fate.BOUNCED, rung.sent
            elif done is None or done >= end:
                fate, done = Fate.LOST, rung.sent
            rows.append(Row(rung, fate, rung.sent, done))
        elif rung.arrived is not None and first <= rung.arrived < end:
            rows.append(Row(rung, Fate.LATE, rung.arrived, rung.arrived))
    rows.sort(key=lambda row: row.place)
    return Group(facts[first].time, facts[end - 1].time, first, end - 1, tuple(rows), opening)


def _reset_arrives(facts: Facts, first: int, end: int) -> Role | None:
    """To whom a reset comes in this moment that was not sent in it."""
    for place in range(first, end):
        fact = facts[place]
        if isinstance(fact, TcpEndArrived) and fact.kind == "rst":
            sent = facts.place(f"{fact.who.value}.rst")
            return fact.who.peer if sent is not None and sent < first else None
    return None


def _with_loss(groups: list[Group]) -> list[Group]:
    """The groups with the loss before the first one in which something is lost."""
    for place, group in enumerate(groups):
        if place and any(row.fate is Fate.LOST for row in group.rows):
            before = groups[place - 1]
            loss = Group(before.until, group.time, before.last, before.last, ())
            return [*groups[:place], loss, *groups[place:]]
    return groups


def is_ping(frame: Frame | None) -> bool:
    """Whether this asks for a sign of life: a ping frame, or a message of the application that says so."""
    if frame is None:
        return False
    return frame.opcode == Opcode.PING or (frame.opcode == Opcode.TEXT and FORM.answer(frame.payload) is not None)


def text_number(opcode: int, payload: bytes) -> tuple[str, int] | None:
    """`ping` or `pong` and the number of a message of the application that asks for life, or shows it."""
    if opcode != Opcode.TEXT:
        return None
    answered = FORM.answered(payload)
    if answered is not None:
        return "pong", answered
    pong = FORM.answer(payload)
    asked = FORM.answered(pong) if pong is not None else None
    return None if asked is None else ("ping", asked)


def answers(pong: Frame, ping: Frame) -> bool:
    """Whether this pong answers just this ping."""
    if ping.opcode == Opcode.PING:
        return pong.opcode == Opcode.PONG and pong.payload == ping.payload
    return pong.opcode == Opcode.TEXT and FORM.answer(ping.payload) == pong.payload


def read_pairs(facts: Facts) -> tuple[Pair, ...]:
    """Every ping with the pong that answers it; the answer to a later ping of the same side is one to those before it
    (RFC 6455 section 5.5.3), but they have no pong of their own."""
    rungs = [rung for rung in read_rungs(facts) if rung.frame is not None]
    pairs = []
    for rung in rungs:
        if not is_ping(rung.frame):
            continue
        pong = next((one for one in rungs if one.sent > rung.sent and _is_answer(one, rung)), None)
        pairs.append(Pair(rung, pong))
    return tuple(pairs)


def _is_answer(pong: Rung, ping: Rung) -> bool:
    assert pong.frame is not None
    assert ping.frame is not None
    return pong.sender is ping.sender.peer and answers(pong.frame, ping.frame)


def missed_at(facts: Facts, pairs: Sequence[Pair], role: Role, place: int) -> int:
    """How many pings of `role` in a row have no answer when it acts at `place`, and had time to get one."""
    heard = max((at for at, fact in enumerate(facts.until(place)) if _life(fact) is role.peer), default=-1)
    sent = [pair for pair in pairs if pair.ping.sender is role and heard < pair.ping.sent < place]
    now = facts[place].time
    return sum(now - facts[pair.ping.sent].time > GAP for pair in sent)


def _life(fact: object) -> Role | None:
    """Who shows life by this fact to the other side."""
    return fact.who if isinstance(fact, FrameArrived) else None


def beating(pairs: Sequence[Pair]) -> Role:
    """Who asks."""
    return pairs[0].ping.sender if pairs else Role.SERVER
