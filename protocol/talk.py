"""A talk: one connection of a ledger, its recording, what the observer knows of it, and its rows.

Bytes come in with the moment in which they were seen, as a socket or a capture has them. After each piece the talk
looks at what became known and appends rows: heads first, then frames, in one copy of the observer's columns, then gaps.
Rules that bytes break are told by the observer; those about the order of things by `order`; those of a whole head by
`handshake`.
"""

from __future__ import annotations

from array import array
from itertools import count as counted
from typing import TYPE_CHECKING, Final

from protocol import rows
from protocol.batch import picked
from protocol.facts import Broke, Found, Gap, HeadSent, MessageArrived, Missed
from protocol.findings import FINE, UNJUDGED, WARNING, Finding, verdict_of
from protocol.http11 import Response
from protocol.known import Known, Way
from protocol.openings import Opening, Outcome, agrees_on_nothing_else, head_findings
from protocol.recording import Kind
from protocol.rules import (
    CLOSE_AFTER,
    CLOSE_LOST,
    FRAME_KEY,
    FRAME_OPCODE,
    FRAME_RSV,
    FRAME_RSV1,
    FRAME_TOO_BIG,
    REQUEST_SYNTAX,
    RESPONSE_SYNTAX,
)
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from protocol.facts import Fact
    from protocol.recording import Entry
    from protocol.rules import Rule

__all__ = ["Opening", "Outcome", "Talk"]

ZERO_KEY: Final = bytes(4)

FEW: Final = 4
"""Fewer pieces are faster one by one."""

_DATA: Final = Kind.DATA

CONTROL: Final = 0b1000
"""The bit of a first byte that only control frames have set (section 5.5)."""


class Talk(Known):
    """One connection; made by `Ledger.begin`."""

    # What comes.

    def data(self, time: float, who: Role, data: bytes) -> None:
        """`who` wrote these bytes."""
        way = self._ways[who]
        if who is Role.CLIENT:
            if ZERO_KEY in data or (way.ends_with_zero and data[:1] == b"\0"):
                way.zeros = True
            way.ends_with_zero = data[-1:] == b"\0"
        if time < self._last:
            time = self._last
        else:
            self._last = time
        count = self.observer.add(time, who, _DATA, data)
        if count and not way.zeros and not self._order.watches[who]:
            self._plain_rows(way, count)  # nothing else became known, and nothing of it is remarkable
        else:
            self._note(time, who, _DATA)

    def pieces(self, times: Sequence[float], servers: bytes, pieces: Sequence[bytes]) -> None:
        """Many pieces in the order of time, as `data` takes them one by one: of each 1 if the server wrote it."""
        begin, count = 0, len(pieces)
        # Plain frames are whole, so that no masking key lies in two pieces of them.
        has_zeros = ZERO_KEY in b"".join(picked(Role.CLIENT, pieces, servers))
        while begin < count:
            if count - begin >= FEW and not has_zeros:
                begin += self._batch(times[begin:], servers[begin:], pieces[begin:])
            if begin < count:
                self.data(times[begin], rows.ROLES[servers[begin]], pieces[begin])
                begin += 1

    def read(self, time: float, who: Role, size: int) -> None:
        """The other side read so many bytes of what `who` wrote; 0: it noticed the end."""
        self._add(time, who, Kind.READ, b"", size)

    def syn(self, time: float, who: Role) -> None:
        """`who` opened its direction of TCP."""
        self._order.opened(who, time)
        self._add(time, who, Kind.SYN)

    def end(self, time: float, who: Role, kind: Kind) -> None:
        """`who` ended its direction of TCP: FIN or RST."""
        self._add(time, who, kind)

    def gap(self, time: float, who: Role, size: int) -> None:
        """The next bytes of `who` are not known."""
        self._order.lost(who)
        self._add(time, who, Kind.GAP, b"", size)

    def entry(self, entry: Entry) -> None:
        """The same, as an entry of a recording."""
        match entry.kind:
            case Kind.DATA:
                self.data(entry.time, entry.who, entry.data)
            case Kind.READ:
                self.read(entry.time, entry.who, entry.size)
            case Kind.SYN:
                self.syn(entry.time, entry.who)
            case Kind.GAP:
                self.gap(entry.time, entry.who, entry.size)
            case _:
                self.end(entry.time, entry.who, entry.kind)

    # Rows.

    def _add(self, time: float, who: Role, kind: Kind, data: bytes = b"", size: int = 0) -> None:
        """Record, observe, and write down what became known. Time does not run backwards."""
        self._last = time = max(time, self._last)
        self.observer.add(time, who, kind, data, size)
        self._note(time, who, kind)

    def _note(self, time: float, who: Role, kind: Kind) -> None:
        """Write down what became known."""
        new = self._new_facts() if len(self.facts.kept) != self._kept else ()
        for way in self._both:
            if len(way.starts) > len(way.rows):
                self._frame_rows(way)
            elif len(way.sent.unjudged) != way.unjudged:
                self._leave_unjudged(way)
        for fact in new:
            self._learn(fact)
        if kind is Kind.FIN:
            self._order.ended(who, time, self)
        elif kind is Kind.RST:
            self._order.reset(who, self)
        if self._order.found:
            for finding in self._order.take():
                self._find(finding)

    def _batch(self, times: Sequence[float], servers: bytes, pieces: Sequence[bytes]) -> int:
        """Take as many of the first of these pieces as nothing is remarkable about; how many that are."""
        if times[0] < self._last or self._ways[Role.CLIENT].zeros or any(self._order.watches.values()):
            return 0
        batch = self.observer.add_plain(times, servers, pieces)
        if batch is None:
            return 0
        self._last = batch.times[-1]
        senders, place, passed = batch.senders, len(self._ledger), batch.passed
        numbers = [counted(len(way.rows)) for way in self._both]
        for way in self._both:
            way.rows.extend(picked(way.who, range(place, place + len(senders)), senders))
        self._ledger.add_frames(
            self.number,
            senders,
            [next(numbers[sender]) for sender in senders],
            batch.moments(self._began),
            bytes(passed.firsts),
            passed.lengths,
            passed.sizes,
        )
        self.counts.frames += len(senders)
        return len(batch)

    def _new_facts(self) -> Sequence[Fact]:
        """What is not a frame and became known; heads have their rows before the frames that follow them."""
        new = self.facts.kept[self._kept :]
        for place, fact in enumerate(new, self._kept):
            if isinstance(fact, HeadSent):
                self._head_row(fact)
            elif isinstance(fact, MessageArrived):
                self._ways[fact.who].messages.append(place)
        self._kept += len(new)
        return new

    def _now(self) -> float:
        return self._began + self._last

    def _head_row(self, fact: HeadSent) -> None:
        who, head = fact.who, fact.head
        way = self._ways[who]
        if way.head is None:
            way.head = self._ledger.add(self.number, rows.HEAD, who, rows.NOWHERE, self._now(), len(head.raw))
        if isinstance(head, Response):
            self._order.answered(fact.time, self)
            self._knows_extensions = self._knows_extensions and agrees_on_nothing_else(head, self.deflate)
        else:
            self._order.asked(fact.time)
        for finding in head_findings(head, who, self.setup, self.checks(head)):
            self._find(finding)

    def _plain_rows(self, way: Way, count: int) -> None:
        """The rows of the last `count` frames."""
        sent, ledger, who = way.sent, self._ledger, way.who
        first, place = len(way.rows), len(ledger.what)
        time = self._began + self._last
        if count == 1:
            way.rows.append(place)
            byte, length, size = sent.firsts[first], sent.lengths[first], sent.sizes[first]
            ledger.add_frame(self.number, who, first, time, byte, length, size)
        else:
            way.rows.extend(range(place, place + count))
            ledger.add_frames(
                self.number,
                (b"\1" if who is Role.SERVER else b"\0") * count,
                range(first, first + count),
                array("d", [time]) * count,
                sent.firsts[first:].tobytes(),
                sent.lengths[first:],
                sent.sizes[first:],
            )
        self.counts.frames += count

    def _frame_rows(self, way: Way) -> None:
        sent, who = way.sent, way.who
        first = len(way.rows)
        count = len(sent.starts) - first
        self._plain_rows(way, count)
        shown = count > 1 or sent.firsts[first] & CONTROL or self._order.watches[who]
        if len(sent.unjudged) != way.unjudged:
            self._leave_unjudged(way)
        if way.zeros:
            self._look_at_keys(way, first)
        if shown:
            self._order.frames(who, first, sent.firsts[first:].tobytes(), self._last, self)

    def _leave_unjudged(self, way: Way) -> None:
        numbers = way.sent.unjudged
        while way.unjudged < len(numbers) and numbers[way.unjudged] < len(way.rows):
            self._judge(way.rows[numbers[way.unjudged]], UNJUDGED)
            way.unjudged += 1

    def _look_at_keys(self, way: Way, first: int) -> None:
        """Section 5.3: nobody can tell a key from chance, but one that masks nothing is worth a word."""
        sent, cut = way.sent, self.recording.cut
        for number in range(first, len(way.rows)):
            stop = sent.starts[number] + sent.sizes[number] - sent.lengths[number]
            masked = rows.is_masked(sent.lengths[number], sent.sizes[number])
            if masked and cut(Role.CLIENT, stop - 4, stop) == ZERO_KEY and not sent.is_unjudged(number):
                start = stop - 4 - sent.starts[number]
                self._find(Finding(FRAME_KEY, Role.CLIENT, Role.CLIENT, number, start * 8, 32, WARNING))
        way.zeros = sent.starts[-1] + sent.sizes[-1] < self.recording.size(Role.CLIENT)

    def _learn(self, fact: Fact) -> None:
        """What a fact that is no frame says of a row."""
        who = fact.who
        match fact:
            case Gap(size=size, number=number):
                place = rows.NOWHERE if number is None else number
                self._ledger.add(self.number, rows.GAP, who, place, self._now(), size)
                self.counts.gaps += 1
            case Found(start=start, number=number):
                self._ways[who].found = (number, start)
            case Broke(rule=rule, number=number):
                self._broke(fact, rule, number)
            case Missed(rule=rule, number=int() as number) if rule is not CLOSE_LOST:
                width = self.facts.frame(who.peer, number).size * 8
                self._find(Finding(rule, who, who.peer, number, 0, width, verdict_of(rule)))

    def _broke(self, fact: Broke, rule: Rule, number: int | None) -> None:
        way = self._ways[fact.who]
        if rule is CLOSE_AFTER:
            return  # `order` knows it from the moment of sending on, and also after a Close that is broken itself
        if number is None:
            if rule not in {REQUEST_SYNTAX, RESPONSE_SYNTAX}:
                return  # the whole head was judged
            if way.head is None:
                size = self.recording.size(fact.who)
                way.head = self._ledger.add(self.number, rows.HEAD, fact.who, rows.NOWHERE, self._now(), size)
        elif number >= len(way.rows):
            header = self.header(fact.who, number)
            if header is None:
                return
            way.rows.append(len(self._ledger))
            size = min(len(header.header) + header.length, 2**64 - 1)
            first = header.header[0]
            self._ledger.add_frame(self.number, fact.who, number, self._now(), first, header.length, size)
            self.counts.frames += 1
        verdict = verdict_of(rule) if self._can_judge(rule, way) else UNJUDGED
        self._find(Finding(rule, fact.who, fact.who, number, fact.start_bit, fact.width, verdict))

    def _can_judge(self, rule: Rule, way: Way) -> bool:
        """Whether what the observer says of a rule is the sender's fault for certain."""
        if rule in {FRAME_RSV, FRAME_RSV1, FRAME_OPCODE}:
            return self._knows_extensions
        if rule is FRAME_TOO_BIG:  # if nobody knows the receiver’s limit, it is our own that is exceeded
            return self.limit_of(way.who.peer) is not None
        return True

    def _find(self, finding: Finding) -> None:
        way = self._ways[finding.who]
        place = self.place_of(finding.who, finding.number)
        if place is None or finding.verdict == FINE or self.setup.rebuilt:
            return
        way.findings.add(finding)
        self._judge(place, finding.verdict)

    def _judge(self, place: int, verdict: int) -> None:
        self.counts.judged(*self._ledger.judge(place, verdict))
