"""Both ends of a connection told from their bytes alone, live or from a file.

The observer reads each direction with the same `Stream` that an endpoint reads with, and `Witness` says what that means
for both ends. It never raises on wire bytes. Any chunking of the same bytes gives the same facts.

What was sent and what has arrived are different moments. A recording of our own endpoints has READ entries and the
observer waits for them; in a capture file everything arrives at once.

Of a capture, bytes may be missing. Where the next frame begins is known nevertheless, if they lie in one whose length
is known; else frames are looked for in the segments that follow. Then it does matter how the bytes were cut: a segment
that begins with a frame is what is looked for.

Most frames of a capture are whole messages that break no rule. They are passed over with `plain.pass_plain`: while a
direction `is_plain`, nothing else of what is known of it is kept up to date, until something else comes (`settle`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from protocol.accept import accept_value
from protocol.batch import Batch, Passed
from protocol.facts import AcceptComputed, Found, Gap, HeadSent, Missed, TcpEndArrived, TcpEnded, TcpOpened
from protocol.http11 import Request, Response
from protocol.plain import pass_plain, plain_length
from protocol.recording import Entry, Kind, Recording, Setup
from protocol.rules import CLOSE_ANSWER, CLOSE_LOST, PING_ANSWER
from protocol.vocabulary import Role, State
from protocol.witness import Witness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from protocol.cutter import Cut
    from protocol.direction import Direction
    from protocol.knowledge import Facts
    from protocol.rules import Rule


_DATA: Final = Kind.DATA


class Observer(Witness):
    """Turns the entries of one recording into facts, one after the other."""

    def __init__(self, setup: Setup | None = None, *, reads: bool = True, recording: Recording | None = None) -> None:
        super().__init__(Recording(setup, reads) if recording is None else recording)
        self._record: Final = self.recording.add
        self._reads = self.recording.reads
        self._request: Request | None = None
        self._refused = False
        self._passed: Final = Passed()
        """Of the piece at hand; empty between two of them."""
        if not self._setup.whole:
            self._begin_open()

    def _begin_open(self) -> None:
        """The recording begins in the middle of the connection."""
        for role, way in self._ways.items():
            self.endpoints[role].state = State.OPEN
            way.head_said = True
            way.stream.guess()

    def feed(self, entry: Entry) -> None:
        """Record the next entry; what it made true is appended to `facts`."""
        self.add(entry.time, entry.who, entry.kind, entry.data, entry.size)

    def add(self, time: float, who: Role, kind: Kind, data: bytes = b"", size: int = 0) -> int:
        """The same without an `Entry`. How many frames of `who` became known, if they are whole messages that break no
        rule and nothing else became known; 0 if something else may have."""
        self._record(time, who, kind, data, size)
        return self._take(time, who, kind, data, size)

    def add_plain(self, times: Sequence[float], servers: bytes, pieces: Sequence[bytes]) -> Batch | None:
        """The same for many pieces of DATA at once, in the order of time: of each 1 if the server wrote it. As many of
        the first of them as hold whole messages that break no rule, and nothing else; None if not even one does."""
        client, server = self._ways.values()
        passed = Passed()
        limits = client.limit if client.is_plain else -1, server.limit if server.is_plain else -1
        pass_plain(pieces, servers, limits, passed)
        whole, frames = len(passed.counts), sum(passed.counts)
        if not whole:
            return None
        if whole < len(pieces):
            times, servers, pieces = times[:whole], servers[:whole], pieces[:whole]
            for column in (passed.firsts, passed.lengths, passed.sizes):
                del column[frames:]
        batch = Batch(times, servers, pieces, passed)
        self.facts.add_batch(batch, self._entry + 1)
        self.recording.add_data(times, servers, pieces)
        self._entry += whole
        self._time = times[-1]
        for role, way in self._ways.items():
            way.sent = self.recording.size(role)
        return batch

    def follow(self) -> None:
        """Take what was appended to the recording since the last time."""
        for row in self.recording.rows(self._entry + 1):
            self._take(*row)

    def _take(self, time: float, who: Role, kind: Kind, data: bytes, size: int) -> int:
        self._entry = entry = self._entry + 1
        self._time = time
        way = self._ways[who]
        if kind is _DATA:
            if way.is_plain:
                length = plain_length(data, way.most, way.masked)
                if length >= 0:
                    sent, whole = way.sent, len(data)
                    way.add_plain(data[0], sent, length, whole, entry)
                    way.sent = sent + whole
                    return 1
                passed = self._passed
                at = pass_plain((data,), way.is_server, way.limits, passed)
                count = len(passed.sizes)
                if count:
                    way.columns.add_all(way.sent, passed.firsts, passed.lengths, passed.sizes)
                    self.facts.add_plain(who, count, entry)
                    passed.clear()
                if passed.counts:
                    del passed.counts[:]
                    way.sent += len(data)
                    return count
                way.sent += at
                way.settle()
                data = data[at:]
            self._sent(who, way, data)
        elif kind is Kind.READ:
            self._read(who, way, size)
        elif kind is Kind.GAP:
            self._missing(who, way, size)
        elif kind is not Kind.SYN:
            self._ended(who, way, kind.value)
        elif "tcp.open" not in self.facts:
            self._say(TcpOpened("tcp.open", 2, *self._stamp(who)))
        return 0

    # Sending.

    def _sent(self, who: Role, way: Direction, data: bytes) -> None:
        way.sent += len(data)
        if way.is_refused:
            return  # no WebSocket: what follows a refusal is HTTP again (section 4.2.2)
        was_lost = way.written.is_lost
        cuts = way.written.feed(data)
        if was_lost and not way.written.is_lost:
            self._found(who, way)
        if not way.head_said and way.written.head is not None:
            way.head_said = True
            self._head_sent(who, way.written.head)
        self._cut(who, way, cuts, len(data), data)
        way.is_plain = not self._reads and way.is_free and self.endpoints[who.peer].listening

    def _cut(self, who: Role, way: Direction, cuts: list[Cut], size: int, data: bytes | None = None) -> None:
        """These frames are whole now, with the last `size` bytes."""
        if self._reads:
            for cut in cuts:
                self._frame_sent(who, way, cut)
            return
        way.cuts += cuts
        self._arrive(who, way, size, data)
        if way.cuts:
            self._say_sent(who, way)

    def _head_sent(self, who: Role, head: Request | Response) -> None:
        if isinstance(head, Request):
            self._request = head
            self.endpoints[who].sent_head(head)
            self._say(HeadSent("request.sent", 1, *self._stamp(who), head))
            return
        accept = head.get("Sec-WebSocket-Accept")
        key = self._request.get("Sec-WebSocket-Key") if self._request else None
        if accept is not None and key is not None:
            expected = accept_value(key)
            self._say(AcceptComputed("accept.computed", 3, *self._stamp(who), key, accept, expected))
        self._moved(who, self.endpoints[who].sent_head(head))
        self._refused = self._ways[who].is_refused = head.status != 101
        self._say(HeadSent("response.sent", 1, *self._stamp(who), head))
        self._agree(who.peer, head)
        self._arrive(who.peer, self._ways[who.peer])

    # Missing.

    def _missing(self, who: Role, way: Direction, size: int) -> None:
        """The capture has lost the next `size` bytes."""
        if not size:
            return
        way.settle()
        start, number = way.sent, way.frames + len(way.cuts)
        way.sent += size
        name = f"{who.value}.gap.{way.gaps}"
        way.gaps += 1
        if way.is_refused:
            self._say(Gap(name, 2, *self._stamp(who), start, size, None, found=False))
            return
        cuts, inside, found = way.written.gap(size)
        self._say(Gap(name, 2, *self._stamp(who), start, size, number if inside else None, found))
        if way.written.head_lost and not way.head_said:
            way.head_said = True
            if who is Role.SERVER:
                self._answer_lost()
        self._cut(who, way, cuts, size)

    def _answer_lost(self) -> None:
        """Nobody knows what the server answered: frames may follow or not, compressed or not."""
        self._ways[Role.CLIENT].settle()
        self._ways[Role.CLIENT].written.lose()
        for way in self._ways.values():
            way.stream.guess()

    def _found(self, who: Role, way: Direction) -> None:
        """Frames begin again."""
        stretch = way.written.stretches[-1]
        assert stretch.stop is not None
        place, number = len(way.written.stretches) - 1, way.frames + len(way.cuts)
        skipped = stretch.stop - stretch.start
        self._say(Found(f"{who.value}.found.{place}", 2, *self._stamp(who), stretch.stop, skipped, number))
        if self._setup.whole and self._ways[Role.SERVER].written.head_lost:
            for role in (Role.SERVER, Role.CLIENT):
                self._moved(role, self.endpoints[role].found_open())
            self._arrive(who.peer, self._ways[who.peer])

    # Ending.

    def _ended(self, who: Role, way: Direction, kind: str) -> None:
        if way.ended in {kind, "rst"}:
            return
        for each in self._ways.values():
            each.settle()
        missed = [] if way.ended else self._missed(who)
        way.ended = kind
        self._say(TcpEnded(f"{who.value}.{kind}", 2, *self._stamp(who), kind))
        for place, (rule, number) in enumerate(missed):
            self._say(Missed(f"{who.value}.missed.{place}", 2, *self._stamp(who), rule, number))
        if kind == "rst":
            self._tcp_closed(who)
        if not self._reads:
            self._end_arrived(who, way)

    def _missed(self, who: Role) -> list[tuple[Rule, int | None]]:
        """What `who` still had to say when it ends TCP, and which frame asked for it.

        Without READ entries nobody knows whether a frame had arrived when it was too late to answer it. What stood in
        bytes that could not be read may have been the answer.
        """
        end, way, asking = self.endpoints[who], self._ways[who], self._ways[who.peer]
        if end.state not in {State.OPEN, State.CLOSING} or end.failed is not None or asking.ended:
            return []
        if way.written.stretches:
            return []
        missed: list[tuple[Rule, int | None]] = []
        if self._reads and asking.open_ping is not None and not way.gaps:
            missed.append((PING_ANSWER, asking.open_ping))
        if self._reads and end.close_received is not None and not end.close_sent:
            missed.append((CLOSE_ANSWER, asking.close_number))
        elif not end.close_sent:
            missed.append((CLOSE_LOST, None))
        return missed

    # Arriving.

    def _read(self, who: Role, way: Direction, size: int) -> None:
        if size == 0:
            self._end_arrived(who, way)
            return
        if self._reads:
            # Nobody reads what was not written, whatever a file says.
            self._arrive(who, way, min(size, way.sent - way.arrived))

    def _arrive(self, who: Role, way: Direction, size: int = 0, data: bytes | None = None) -> None:
        """What was read is understood, but for frames that did not wait for the 101: those stay until it was sent.

        `data` is what has arrived now, if that is at hand."""
        way.arrived += size
        if way.is_damaged:
            self._arrive_damaged(who, way)
            return
        if not way.waits:
            self._understand(who, way, data)
            if way.stream.is_through:
                return
        while not way.waits or self._may_go_on(who, way):
            item = way.stream.next()
            if item is None:
                return
            self._item_arrived(who, way, item)

    def _may_go_on(self, who: Role, way: Direction) -> bool:
        """Whether the frames after a head are read: not before the other side is OPEN, nor after a refusal."""
        if self._still_waits(who, way):
            return False
        self._understand(who, way)
        return True

    def _still_waits(self, who: Role, way: Direction) -> bool:
        if way.waits:
            way.waits = self._refused or self.endpoints[who.peer].state is State.CONNECTING
        return way.waits

    def _understand(self, who: Role, way: Direction, data: bytes | None = None) -> None:
        """Give to the stream what has arrived since the last time."""
        if data is None:
            data = self.recording.cut(who, way.fed, way.arrived)
        way.fed += len(data)
        number = way.stream.frames
        messages = way.stream.feed(data)
        if messages:
            self._plain_arrived(who, way, number, messages)

    def _arrive_damaged(self, who: Role, way: Direction) -> None:
        """The same for a stream with missing bytes: piece by piece, what is here and what is not."""
        while not self._still_waits(who, way):
            item = way.stream.next()
            if item is not None:
                self._item_arrived(who, way, item)
            elif not self._feed_piece(who, way):
                return

    def _feed_piece(self, who: Role, way: Direction) -> bool:
        """Give the next piece to the stream; whether there was one."""
        stretch, stop = way.stretch, way.arrived
        if stretch is not None and stretch.start <= way.fed:
            way.stream.lose()
            if stretch.stop is None or stretch.stop > stop:
                return False
            way.stream.find(stretch.stop)
            way.fed = stretch.stop
            way.passed += 1
            return True
        if stretch is not None:
            stop = min(stop, stretch.start)
        if way.fed >= stop:
            return False
        first, after = self.recording.next_gap(who, way.fed, stop) or (stop, stop)
        if first == way.fed:
            way.stream.gap(after - first)
            way.fed = after
            return True
        start, way.fed, number = way.fed, first, way.stream.frames
        self._plain_arrived(who, way, number, way.stream.feed(self.recording.cut(who, start, first)))
        return True

    def _end_arrived(self, who: Role, way: Direction) -> None:
        fact_id = f"{who.value}.{way.ended or 'fin'}.arrived"
        if fact_id not in self.facts:
            self._say(TcpEndArrived(fact_id, 2, *self._stamp(who), way.ended or "fin"))
        self._tcp_closed(who.peer)


def observe(recording: Recording) -> Facts:
    """All facts of a recording."""
    observer = Observer(recording=recording)
    observer.follow()
    return observer.facts
