"""What crosses from one peer to the other, one rung of the ladder each, read from the facts.

A rung is a thing that is sent at one moment and arrives at another: an HTTP head, a frame, the end of one
direction of TCP. The other facts belong to the rung that they followed: a check to its head, a state move to
the frame that caused it. `sent`, `arrived` and the places of broken rules are positions in the facts, so that
a cursor can be compared with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from protocol.closing import CloseBody, read_close
from protocol.facts import (
    Broke,
    Fact,
    FrameArrived,
    FrameSent,
    HeadArrived,
    HeadSent,
    Moved,
    TcpEndArrived,
    TcpEnded,
    TcpOpened,
)
from protocol.knowledge import Facts
from protocol.machine import Signal
from protocol.vocabulary import Opcode, Role, State, is_control

if TYPE_CHECKING:
    from protocol.frames import Frame


class RungKind(Enum):
    """What crosses."""

    TCP = "tcp"
    HEAD = "head"
    FRAME = "frame"
    END = "end"


@dataclass(frozen=True, slots=True)
class Rung:
    """One thing that crosses. `fact` is the one that began it; a frame whose header already broke a rule may
    never be whole, then `fact` is that broken rule."""

    id: str
    kind: RungKind
    sender: Role
    fact: Fact
    sent: int
    arrived: int | None = None
    broken: tuple[tuple[int, Broke], ...] = ()

    @property
    def frame(self) -> Frame | None:
        """The frame that crosses, if it is one and whole."""
        return self.fact.frame if isinstance(self.fact, FrameSent) else None

    @property
    def close(self) -> CloseBody | None:
        """The body of a Close frame, or None for anything else."""
        frame = self.frame
        return read_close(frame.payload) if frame is not None and frame.opcode == Opcode.CLOSE else None

    @property
    def is_close(self) -> bool:
        """Whether this is a Close frame."""
        return self.frame is not None and self.frame.opcode == Opcode.CLOSE

    @property
    def is_data(self) -> bool:
        """Whether this is a whole frame of a data message."""
        return self.frame is not None and not is_control(self.frame.opcode)

    @property
    def end(self) -> str:
        """`fin` or `rst` for the end of TCP, else nothing."""
        return self.fact.kind if isinstance(self.fact, TcpEnded) else ""

    def known_faults(self, cursor: int) -> list[Broke]:
        """The rules that this rung is known to have broken."""
        return [fault for place, fault in self.broken if place < cursor]

    def lost(self, facts: Facts, cursor: int) -> bool:
        """Whether it is known that it will never arrive: it has not, and TCP is over for its reader."""
        if self.arrived is not None or self.kind is RungKind.TCP:
            return False
        return facts.until(cursor).state(self.sender.peer) is State.CLOSED


def read_rungs(facts: Facts) -> tuple[Rung, ...]:
    """All rungs in the order in which they were sent."""
    rungs: dict[str, Rung] = {}
    for place, fact in enumerate(facts):
        rung_id = _rung_id(fact)
        if rung_id is None:
            continue
        rung = rungs.get(rung_id)
        if isinstance(fact, TcpOpened):
            rungs[rung_id] = Rung(rung_id, RungKind.TCP, fact.who, fact, place, place)
        elif rung is None:
            rungs[rung_id] = _begun(rung_id, fact, place)
        else:
            rungs[rung_id] = _continued(rung, fact, place)
    return tuple(sorted(rungs.values(), key=lambda rung: rung.sent))


def _rung_id(fact: Fact) -> str | None:
    who = fact.who.value
    match fact:
        case TcpOpened():
            return "tcp"
        case HeadSent() | HeadArrived() | Broke(number=None):
            return "head." + who
        case FrameSent(number=number) | FrameArrived(number=number) | Broke(number=number):
            return f"frame.{who}.{number}"
        case TcpEnded(kind=kind) | TcpEndArrived(kind=kind):
            return f"end.{who}.{kind}"
    return None


def _begun(rung_id: str, fact: Fact, place: int) -> Rung:
    kind = RungKind(rung_id.split(".", maxsplit=1)[0])
    broken = ((place, fact),) if isinstance(fact, Broke) else ()
    arrived = None if isinstance(fact, HeadSent | FrameSent | TcpEnded) else place
    return Rung(rung_id, kind, fact.who, fact, place, arrived, broken)


def _continued(rung: Rung, fact: Fact, place: int) -> Rung:
    broken, arrived, first = rung.broken, rung.arrived, rung.fact
    if isinstance(fact, Broke):
        broken = (*broken, (place, fact))
    elif isinstance(fact, FrameSent):
        first, arrived = fact, None
    elif arrived is None:
        arrived = place
    return Rung(rung.id, rung.kind, rung.sender, first, rung.sent, arrived, broken)


def rung_of(rungs: tuple[Rung, ...], place: int) -> Rung | None:
    """The rung that the fact at `place` belongs to: its own, or the last one that something happened to
    before."""
    best: tuple[int, Rung] | None = None
    for rung in rungs:
        places = [rung.sent, *(at for at, _ in rung.broken)]
        if rung.arrived is not None:
            places.append(rung.arrived)
        before = [at for at in places if at <= place]
        if before and (best is None or max(before) >= best[0]):
            best = (max(before), rung)
    return best[1] if best is not None else None


def current_rung(facts: Facts, rungs: tuple[Rung, ...], cursor: int, focus: str = "") -> Rung | None:
    """The rung in the centre of attention: that of the fact in focus if it is known, else that of the newest
    fact."""
    place = facts.place(focus) if focus else None
    if place is None or place >= cursor:
        place = cursor - 1
    return rung_of(rungs, place) if place >= 0 else None


_SENT = {Signal.SENT_101, Signal.REFUSED, Signal.SENT_CLOSE}
_HEADS = {Signal.SENT_101, Signal.RECEIVED_101, Signal.REFUSED, Signal.HANDSHAKE_FAILED}


def _causes(rung: Rung, move: Moved) -> bool:
    """Whether this is what such a signal is about: the right kind of thing, from the right side."""
    signal = move.transition.signal
    if signal is Signal.TCP_CLOSED:
        return rung.kind is RungKind.END
    own = rung.sender is move.who
    return own is (signal in _SENT) and (rung.kind is RungKind.HEAD if signal in _HEADS else rung.is_close)


def cause(facts: Facts, rungs: tuple[Rung, ...], move: Moved) -> tuple[Rung, bool] | None:
    """The rung that made `who` take a row of the transition table, and whether it did so at its sender's end.

    Among what happened at that endpoint the nearest fact of the right kind is the cause: an endpoint moves just
    before its own frame is written and just after the peer's was read. If there is none, the nearest fact is taken.
    """
    here = facts.place(move.id) or 0
    found: list[tuple[bool, int, int]] = []
    for number, rung in enumerate(rungs):
        place = rung.sent if rung.sender is move.who else rung.arrived
        if place is not None:
            found.append((not _causes(rung, move), abs(place - here), number))
    if not found:
        return None
    rung = rungs[min(found)[2]]
    return rung, rung.sender is move.who
