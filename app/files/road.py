"""From records to streams: a fast road for the packets that nearly all are, a careful one for everything else.

Nearly every packet of a capture is the next data, or a bare acknowledgement, of a connection that is known and open, in
IP without options. Its fields are read with one call, its direction is found by the bytes of its addresses and ports,
and its payload goes to the talk. A packet that is anything else takes the road through `packets` and `streams`, which
all of them could take: both give the same.

dpkt, which DESIGN.md names for packets, needs about ten times as long as both roads have: 26 us a packet against 2.6.
"""

from __future__ import annotations

from struct import Struct
from typing import TYPE_CHECKING, Final, NamedTuple

from app.files import links, remarks
from app.files.desk import SECOND, Desk
from app.files.packets import Reassembler
from app.files.streams import WRAP, Streams
from app.files.telling import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.files.records import Record
    from app.files.telling import Nowhere
    from protocol.talk import Talk

_IPV4: Final = "BxH2xHxB2x12sIIBB"
"""Version and header length, total length, fragment bits, protocol; addresses and ports; sequence number,
acknowledgement, data offset, flags."""
_IPV6: Final = "B3xHBx36sIIBB"
"""Version, payload length, next header; addresses and ports; the same of TCP."""

_PLAIN: Final = 0x27
"""URG, RST, SYN and FIN: a segment that has none of them is plain."""


class Shape(NamedTuple):
    """Where a link layer says that IP follows, and what it says then."""

    before: str
    size: int
    ipv4: int
    ipv6: int


SHAPES: Final = {
    links.ETHERNET: Shape("12xH", 14, links.IPV4, links.IPV6),
    links.SLL: Shape("14xH", 16, links.IPV4, links.IPV6),
    links.SLL2: Shape("H18x", 20, links.IPV4, links.IPV6),
    links.NULL: Shape("H2x", 4, 0x0200, 0x1E00),
    links.LOOP: Shape("2xH", 4, 2, 30),
}


class Known(NamedTuple):
    """A shape ready for use: the fields of a packet with IPv4 and with IPv6, and how many bytes each needs."""

    size: int
    ipv4: int
    read4: Callable[[bytes, int], tuple[int, int, int, int, int, bytes, int, int, int, int]]
    least4: int
    ipv6: int
    read6: Callable[[bytes, int], tuple[int, int, int, int, bytes, int, int, int, int]]
    least6: int


def _known(shape: Shape) -> Known:
    four, six = Struct(f">{shape.before}{_IPV4}"), Struct(f">{shape.before}{_IPV6}")
    return Known(
        shape.size, shape.ipv4, four.unpack_from, shape.size + 40, shape.ipv6, six.unpack_from, shape.size + 60
    )


_KNOWN: Final = {link: _known(shape) for link, shape in SHAPES.items()}


class Road:
    """Takes the records of a file. With `fast` False every packet goes the careful way."""

    def __init__(self, desk: Desk, *, fast: bool = True) -> None:
        self.desk = desk
        self._fast = fast
        self._packets = Reassembler()
        self._streams = Streams(desk)

    def take(self, data: bytes, records: list[Record]) -> None:  # noqa: C901, PLR0912, PLR0915 - a call for each packet would cost as much as all the rest
        """The next records, which lie in `data`."""
        find = self._streams.flows.get
        known: dict[int, Known] = _KNOWN if self._fast else {}
        older = 0
        talk: Talk | Nowhere = NOWHERE
        times: list[float] = []
        servers = bytearray()
        pieces: list[bytes] = []
        for record in records:
            ns, start, size, _, link = record
            shape = known.get(link)
            flow = None
            if shape is not None and size >= shape.least4:
                kind, first, total, fragment, protocol, key, sequence, acknowledged, offset, flags = shape.read4(
                    data, start
                )
                if kind == shape.ipv4:
                    header = offset >> 2 & 0x3C
                    length = total - 20 - header
                    stop = start + shape.size + total
                    if first == 0x45 and protocol == 6 and not fragment & 0x3FFF:
                        flow = find(key)
                elif kind == shape.ipv6 and size >= shape.least6:
                    _, first, total, protocol, key, sequence, acknowledged, offset, flags = shape.read6(data, start)
                    header = offset >> 2 & 0x3C
                    length = total - header
                    stop = start + shape.size + 40 + total
                    if first >> 4 == 6 and protocol == 6:
                        flow = find(key)
            if (
                flow is None
                or sequence != flow.next
                or flags & _PLAIN
                or header < 20
                or length < 0
                or stop > start + size
                or (way := flow.way) is None
            ):
                if pieces:
                    talk.pieces(times, bytes(servers), pieces)
                    times, servers, pieces = [], bytearray(), []
                self._careful(data, record)
                continue
            if flags & 0x10:
                flow.acknowledged = acknowledged
            conversation = flow.conversation
            moment = ns - conversation.base
            if moment < conversation.last:
                moment = conversation.last
                older += 1
            if length:
                flow.next = (sequence + length) % WRAP
                if way is NOWHERE:
                    continue
                conversation.last = moment
                if way is not talk and pieces:
                    talk.pieces(times, bytes(servers), pieces)
                    times, servers, pieces = [], bytearray(), []
                talk = way
                times.append(moment / SECOND)
                servers.append(flow.serves)
                pieces.append(data[stop - length : stop])
        if pieces:
            talk.pieces(times, bytes(servers), pieces)
        if older:
            self.desk.tally.add(remarks.BACKWARDS, older)

    def finish(self) -> Iterator[None]:
        """The file is over; one step for each connection."""
        self._packets.finish()
        yield from self._streams.finish()
        tally = self.desk.tally
        tally.add(remarks.NOT_TCP, self._packets.other)
        tally.add(remarks.BAD_PACKETS, self._packets.bad)
        tally.add(remarks.FRAGMENTS, self._packets.incomplete)

    def _careful(self, data: bytes, record: Record) -> None:
        """Any packet."""
        ns, start, size, whole, link = record
        if not links.knows(link):
            self.desk.tally.links[links.NAMES.get(link, str(link))] += 1
            return
        segment = self._packets.segment(data, start, size, max(size, whole), link)
        if segment is not None:
            self._streams.take(ns, segment)
