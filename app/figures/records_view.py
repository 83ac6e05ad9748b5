"""What is known at a cursor of a connection inside TLS: what crossed the wire, and what each piece carried."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from protocol.facts import FrameSent, HeadSent
from protocol.recording import Kind
from protocol.tls_records import TlsRecord, read_records
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from protocol.chorus import Chorus, Moment
    from protocol.frames import Frame
    from protocol.knowledge import Facts
    from protocol.recording import Recording


@dataclass(frozen=True, slots=True)
class Flight:
    """What one side wrote at once at `time` seconds: the records outside, and what is in them.

    `what` is `handshake`, `data` or `goodbye`; without TLS there are no records and `what` is `bare`. `head` says that
    an HTTP head is inside, `frames` are the frames.
    """

    number: int
    time: float
    who: Role
    what: str
    records: tuple[TlsRecord, ...]
    outside: bytes
    inside: bytes
    head: bool
    frames: tuple[Frame, ...]

    @property
    def size(self) -> int:
        """Bytes on the wire."""
        return len(self.outside)


@dataclass(frozen=True, slots=True)
class Traffic:
    """Everything that crossed, and how many flights of it are known."""

    flights: tuple[Flight, ...]
    known: int
    sealed: bool
    """Whether TLS is between."""

    @property
    def newest(self) -> Flight | None:
        """The last one that is known."""
        return self.flights[self.known - 1] if self.known else None


def read_traffic(whole: Chorus, cursor: int) -> Traffic:
    """The traffic of the main connection."""
    plain, outer = whole.whole(), _outer(whole)
    if outer is None:
        flights = tuple(_bare(plain))
        entries = {fact.entry for fact in whole.until(max(0, cursor)).connection()}
        known = sum(entry <= max(entries, default=-1) for entry in _writes(plain.recording))
        return Traffic(flights, known, sealed=False)
    moments = [one for one in whole.moments if one.moment.kind == "sealed"]
    flights = tuple(_sealed(number, one.moment, plain, outer) for number, one in enumerate(moments))
    known = sum(one.moment.kind == "sealed" for one in whole.until(max(0, cursor)).moments)
    return Traffic(flights, known, sealed=True)


def _outer(whole: Chorus) -> Recording | None:
    """The silent connection that is TLS."""
    for name in whole.played.silent:
        if read_records(whole.recordings[name].wire(Role.CLIENT)):
            return whole.recordings[name]
    return None


def _sealed(number: int, moment: Moment, plain: Facts, outer: Recording) -> Flight:
    values, who = moment.values, moment.role
    outside = outer.cut(who, int(values["start"]), int(values["stop"]))
    first, last = int(values["first"]), int(values["last"])
    inside = plain.recording.cut(who, first, last)
    records = read_records(outside)
    head, frames = _contents(plain, who, first, last)
    return Flight(number, moment.time, who, str(values["what"]), records, outside, inside, head, frames)


def _contents(plain: Facts, who: Role, first: int, last: int) -> tuple[bool, tuple[Frame, ...]]:
    """Whether a head is among these bytes of a sender, and which frames are."""
    head = any(fact.who is who and first == 0 and last > 0 for fact in plain.of(HeadSent))
    frames = [fact.frame for fact in plain.of(FrameSent) if fact.who is who and first <= fact.frame.offset < last]
    return head, tuple(frames)


def _writes(recording: Recording) -> list[int]:
    return [place for place, entry in enumerate(recording) if entry.kind is Kind.DATA]


def _bare(plain: Facts) -> list[Flight]:
    """Without TLS: what is said is what crosses."""
    flights: list[Flight] = []
    at = dict.fromkeys(Role, 0)
    for place in _writes(plain.recording):
        entry = plain.recording[place]
        first, at[entry.who] = at[entry.who], at[entry.who] + entry.size
        head, frames = _contents(plain, entry.who, first, at[entry.who])
        flights.append(Flight(len(flights), entry.time, entry.who, "bare", (), entry.data, entry.data, head, frames))
    return flights
