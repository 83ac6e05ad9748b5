"""TCP put together: each direction of each connection as the bytes that its reader got, in order (RFC 9293 section 3).

    repeated       bytes that were here before are dropped; where they differ the first ones count
    out of order   held until the bytes before them come; their time is the time of those
    lost           what the other side has acknowledged without our seeing it, what is still missing when too much is
                   held, and what is missing at the end: a gap, and the reading goes on behind it

Sequence numbers have 32 bits and wrap; a place in a direction is counted from its beginning without wrapping. Addresses
and ports that begin anew with a SYN are another connection.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from app.files import remarks
from app.files.conversation import Conversation
from app.files.packets import ACK, FIN, RST, SYN, Segment
from protocol.recording import Kind
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.files.desk import Desk
    from app.files.telling import Nowhere
    from protocol.talk import Talk

WRAP: Final = 2**32
FAR: Final = 2**30
"""No segment is so far from where its direction is: no window is larger (RFC 7323 section 2.3)."""

HELD: Final = 4 * 1024 * 1024
HELD_PIECES: Final = 1024
"""One direction holds no more bytes, nor pieces, behind a hole."""

ALL_HELD: Final = 64 * 1024 * 1024
"""All directions together hold no more."""

MOST: Final = 16_384
"""Of more connections that are no WebSocket so far, the oldest is forgotten."""


class Piece:
    """Bytes that wait for those before them: `data` from place `start` on, `size` long on the wire, seen at `ns`."""

    __slots__ = ("data", "ns", "size", "start")

    def __init__(self, ns: int, start: int, data: bytes, size: int) -> None:
        self.ns = ns
        self.start = start
        self.data = data
        self.size = size


class Flow:
    """One direction of a connection. `next` is the sequence number of the byte that is expected.

    The fast road uses `next`, `acknowledged`, `way`, `serves` and `conversation`, and nothing else."""

    __slots__ = (
        "acknowledged", "at", "conversation", "end", "ended", "first", "held", "held_bytes", "next", "peer",
        "serves", "side", "way",
    )  # fmt: skip

    def __init__(self, conversation: Conversation, side: int) -> None:
        self.conversation = conversation
        self.side = side
        self.peer: Flow = self
        self.next: int | None = None
        self.acknowledged: int | None = None
        """The last acknowledgement that this direction carried: about the other one."""
        self.way: Talk | Nowhere | None = None
        """Where bytes in order may go at once."""
        self.serves = False
        """Whether the server says this."""
        self.first: int | None = None
        """The sequence number of its SYN."""
        self.at = 0
        """The place of `next`. It is counted from where the last hole began: places matter behind holes only."""
        self.held: list[Piece] = []
        """In order, none overlapping another."""
        self.held_bytes = 0
        self.end: int | None = None
        """The place of its FIN."""
        self.ended = False


class Streams:
    """All connections of a file. `flows` finds a direction by its addresses and ports."""

    def __init__(self, desk: Desk) -> None:
        self.flows: dict[bytes, Flow] = {}
        self._desk = desk
        self._tally = desk.tally
        self._now = 0
        self._held = 0
        self._unknown: OrderedDict[bytes, Flow] = OrderedDict()
        """Connections that are no WebSocket so far, the oldest first."""

    def take(self, ns: int, segment: Segment) -> None:
        """One segment, of any kind."""
        self._now = ns
        flow = self.flows.get(segment.key)
        if flow is None or (segment.flags & SYN and _is_another(flow, segment)):
            flow = self._begin(segment)
        conversation = flow.conversation
        if ns - conversation.base < conversation.last:
            self._tally.add(remarks.BACKWARDS)
        if segment.flags & RST:
            self._reset(flow, segment)
        else:
            self._take(flow, segment)
        both = (flow, flow.peer)
        waits = any(each.held or (each.end is not None and not each.ended) for each in both)
        for each in both:
            each.serves = each.conversation.role(each.side) is Role.SERVER
            each.way = None if waits or each.ended else each.conversation.way(each.side)

    def finish(self) -> Iterator[None]:
        """The file is over: what is still missing is lost. One step for each connection."""
        for flow in list(self.flows.values()):
            if flow.side == 0:
                self._close(flow)
                yield

    # Connections.

    def _begin(self, segment: Segment) -> Flow:
        """The direction of a connection that was not known."""
        key = segment.key
        other = _turned(key)
        if key in self.flows:
            self._close(self.flows[key])
            self._unknown.pop(key, None)
            self._unknown.pop(other, None)
        elif len(self._unknown) >= MOST:
            self._forget()
        conversation = Conversation(self._desk, key)
        if not segment.flags & SYN:
            conversation.begin_in_the_middle()
        flow, peer = Flow(conversation, 0), Flow(conversation, 1)
        flow.peer, peer.peer = peer, flow
        self.flows.pop(key, None)
        self.flows.pop(other, None)
        self.flows[key] = flow
        if other != key:
            self.flows[other] = peer
        self._unknown[key] = flow
        return flow

    def _close(self, flow: Flow) -> None:
        """A connection is over, whether we saw its end or not."""
        for each in (flow, flow.peer):
            self._give_up_holes(each)
        for each in (flow, flow.peer):
            self._lose_tail(each)
        flow.conversation.finish()

    def _forget(self) -> None:
        """The oldest connection that is no WebSocket is closed, and all before it that have become one are known."""
        while self._unknown:
            key, flow = self._unknown.popitem(last=False)
            if flow.conversation.talk is None:
                self._close(flow)
                self.flows.pop(key, None)
                self.flows.pop(_turned(key), None)
                return

    # Segments.

    def _take(self, flow: Flow, segment: Segment) -> None:
        peer, flags, sequence = flow.peer, segment.flags, segment.sequence
        if flags & SYN:
            if flow.first is None:
                flow.first = sequence
                flow.next = (sequence + 1) % WRAP
                flow.conversation.syn(self._now, flow.side, answers=bool(flags & ACK))
            sequence = (sequence + 1) % WRAP
        if flow.next is None:
            flow.next = sequence
        if flags & ACK:
            if peer.next is None:
                peer.next = segment.acknowledged
            flow.acknowledged = segment.acknowledged
            self._lose_acknowledged(peer)
        if flow.ended:
            return
        place = flow.at + _distance(flow.next, sequence)
        if abs(place - flow.at) > FAR:
            self._tally.add(remarks.STRAY)
            return
        if flags & FIN and flow.end is None:
            flow.end = place + segment.size
        if segment.size:
            self._payload(flow, place, segment)
        self._end_if_due(flow)

    def _reset(self, flow: Flow, segment: Segment) -> None:
        """RST ends both directions at once."""
        if flow.next is not None and abs(_distance(flow.next, segment.sequence)) > FAR and segment.sequence:
            self._tally.add(remarks.STRAY)
            return
        for each in (flow, flow.peer):
            self._give_up_holes(each)
        if flow.next is not None and segment.sequence == flow.peer.acknowledged and not flow.ended:
            missing = _distance(flow.next, segment.sequence)
            if 0 < missing <= FAR:
                self._lose(flow, self._now, missing)
        if not flow.ended or flow.end is not None:
            flow.ended, flow.end = True, None
            flow.conversation.end(self._now, flow.side, Kind.RST)

    def _payload(self, flow: Flow, place: int, segment: Segment) -> None:
        """The bytes from `place` on: now, later or for the second time."""
        data, size = segment.data, segment.size
        if len(data) < size:
            self._tally.add(remarks.CUT_PACKETS)
        if place < flow.at:
            old = flow.at - place
            if size > 1 or old > 1:  # a keep-alive repeats one byte, whose value means nothing (RFC 9293 section 3.8.4)
                self._tally.add(remarks.REPEATED)
                self._compare(flow, old, data[:old])
            if size <= old:
                return
            place, data, size = flow.at, data[old:], size - old
        if place == flow.at and not flow.held:
            self._deliver(flow, self._now, data, size)
        else:
            self._hold(flow, place, data, size)
            self._release(flow, late=True)
            self._lose_acknowledged(flow)
            self._limit(flow)

    def _deliver(self, flow: Flow, ns: int, data: bytes, size: int) -> None:
        """The next bytes in order; what a packet has lost of them is a gap."""
        if data:
            self._move(flow, len(data))
            flow.conversation.data(ns, flow.side, data)
        if len(data) < size:
            self._lose(flow, ns, size - len(data))

    def _lose(self, flow: Flow, ns: int, size: int) -> None:
        self._move(flow, size)
        flow.conversation.lose(ns, flow.side, size)

    def _move(self, flow: Flow, size: int) -> None:
        assert flow.next is not None
        flow.at += size
        flow.next = (flow.next + size) % WRAP

    def _compare(self, flow: Flow, old: int, data: bytes) -> None:
        """Whether bytes that come again are what they were `old` bytes ago."""
        conversation = flow.conversation
        if conversation.way(flow.side) is not conversation.talk or conversation.talk is None:
            return
        recording, who = conversation.talk.recording, conversation.role(flow.side)
        start = recording.size(who) - old
        data = data[max(0, -start) :]
        start = max(0, start)
        stop = start + len(data)
        if data and recording.next_gap(who, start, stop) is None and recording.cut(who, start, stop) != data:
            self._tally.add(remarks.DIFFERING)

    # Holes.

    def _hold(self, flow: Flow, place: int, data: bytes, size: int) -> None:
        """Keep what is not held yet of these bytes: where they overlap, the first ones stay."""
        held, stop = flow.held, place + size
        index = bisect_right(held, place, key=lambda piece: piece.start)
        if index and held[index - 1].start + held[index - 1].size > place:
            index -= 1
        fresh: list[Piece] = []
        at = place
        while at < stop:
            piece = held[index] if index < len(held) else None
            border = stop if piece is None else min(stop, piece.start)
            if border > at:
                fresh.append(Piece(self._now, at, data[at - place : border - place], border - at))
            if piece is None or piece.start >= stop:
                break
            self._compare_held(piece, place, data)
            at = max(at, piece.start + piece.size)
            index += 1
        for piece in fresh:
            held.insert(bisect_right(held, piece.start, key=lambda each: each.start), piece)
            flow.held_bytes += len(piece.data)
            self._held += len(piece.data)

    def _compare_held(self, piece: Piece, place: int, data: bytes) -> None:
        """Whether these bytes are what is held where both are known."""
        start, stop = max(piece.start, place), min(piece.start + len(piece.data), place + len(data))
        if start < stop:
            differs = data[start - place : stop - place] != piece.data[start - piece.start : stop - piece.start]
            self._tally.add(remarks.DIFFERING if differs else remarks.REPEATED)

    def _release(self, flow: Flow, *, late: bool) -> None:
        """What is held and misses nothing before it any more. `late`: the bytes before it have only come now."""
        count = 0
        while count < len(flow.held) and flow.held[count].start == flow.at:
            piece = flow.held[count]
            count += 1
            flow.held_bytes -= len(piece.data)
            self._held -= len(piece.data)
            self._deliver(flow, self._now if late else piece.ns, piece.data, piece.size)
        del flow.held[:count]

    def _lose_first(self, flow: Flow) -> None:
        """The first hole will not be filled: whoever read behind it has read it before."""
        if flow.held:
            first = flow.held[0]
            self._lose(flow, first.ns, first.start - flow.at)
            self._release(flow, late=False)
        elif flow.end is not None:
            self._lose(flow, 0, flow.end - flow.at)

    def _lose_acknowledged(self, flow: Flow) -> None:
        """Holes that the other side has acknowledged: it has those bytes, and they will not be sent again."""
        acknowledged = flow.peer.acknowledged
        while (border := _border(flow)) is not None and acknowledged is not None and flow.next is not None:
            reached = flow.at + _distance(flow.next, acknowledged)
            if reached < border or reached - flow.at > FAR:
                return
            self._lose_first(flow)
        self._end_if_due(flow)

    def _limit(self, flow: Flow) -> None:
        """Too much is held: the oldest hole will not be filled."""
        while flow.held and (
            flow.held_bytes > HELD or len(flow.held) > HELD_PIECES or (self._held > ALL_HELD and flow.held_bytes)
        ):
            self._lose_first(flow)

    def _give_up_holes(self, flow: Flow) -> None:
        """No hole will be filled any more."""
        while _border(flow) is not None:
            self._lose_first(flow)
        self._end_if_due(flow)

    def _lose_tail(self, flow: Flow) -> None:
        """What the other side has acknowledged at the end and nobody has seen. One byte may be a FIN."""
        if flow.ended or flow.next is None or flow.peer.acknowledged is None:
            return
        missing = _distance(flow.next, flow.peer.acknowledged)
        if 1 < missing <= FAR:
            self._lose(flow, 0, missing)

    def _end_if_due(self, flow: Flow) -> None:
        """The FIN counts when all bytes before it are told."""
        if flow.end is not None and not flow.ended and flow.at >= flow.end:
            flow.ended = True
            flow.conversation.end(self._now, flow.side, Kind.FIN)


def _border(flow: Flow) -> int | None:
    """Where the first hole ends: at what is held behind it, or at the FIN. None if there is no hole."""
    if flow.held:
        return flow.held[0].start
    return flow.end if flow.end is not None and flow.end > flow.at and not flow.ended else None


def _turned(key: bytes) -> bytes:
    """The key of the other direction."""
    half = (len(key) - 4) // 2
    return key[half : 2 * half] + key[:half] + key[-2:] + key[-4:-2]


def _distance(here: int, there: int) -> int:
    """How far it is from one sequence number to another, the shorter way round."""
    return (there - here + WRAP // 2) % WRAP - WRAP // 2


def _is_another(flow: Flow, segment: Segment) -> bool:
    """Whether a SYN on known addresses and ports begins another connection: not if it comes again, nor if it is the
    answer that is awaited."""
    if flow.first is not None:
        return flow.first != segment.sequence
    return flow.next is not None and flow.next != (segment.sequence + 1) % WRAP
