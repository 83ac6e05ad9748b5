"""From IP to TCP: headers of both versions with their options, and fragments put together again.

`Reassembler.segment` gives the TCP segment that a packet holds. It trusts no length: what a header says that is not
there is missing, and a packet whose headers do not fit is counted and left out.
"""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from app.files.links import LEVELS, Found, find_ip, inner

TCP: Final = 6
EXTENSIONS: Final = frozenset({0, 43, 60, 135, 139, 140})
"""IPv6 headers that say their own length in units of 8 bytes: hop by hop, routing, destination options and the like."""
AUTHENTICATION: Final = 51
FRAGMENT: Final = 44

MOST_WAITING: Final = 256
"""So many packets may wait for fragments; the one that has waited longest is given up for another."""

MOST_PIECES: Final = 1024
"""No packet is cut into more fragments than are needed for 64 KiB."""

FIN, SYN, RST, ACK = 0x01, 0x02, 0x04, 0x10


class Segment(NamedTuple):
    """A TCP segment. `key` is what tells its direction: source and destination address, source and destination port.

    `data` is the payload as far as it was captured; `size` is how long it was on the wire.
    """

    key: bytes
    sequence: int
    acknowledged: int
    flags: int
    data: bytes
    size: int


class Payload(NamedTuple):
    """What an IP packet carries: its protocol number, where it stands, and how long it was on the wire."""

    protocol: int
    addresses: bytes
    data: bytes
    start: int
    stop: int
    size: int


@dataclass(slots=True)
class _Waiting:
    """A packet of which not all fragments are here: (offset, bytes) in order, and its size once the last has come."""

    pieces: list[tuple[int, bytes]] = field(default_factory=list)
    size: int | None = None

    def whole(self) -> bytes | None:
        """All bytes, if there is no hole; where fragments overlap the first one stands."""
        joined = bytearray()
        for offset, piece in self.pieces:
            if offset > len(joined):
                return None
            joined += piece[len(joined) - offset :]
        return bytes(joined[: self.size]) if self.size is not None and len(joined) >= self.size else None


class Reassembler:
    """Takes packets and gives segments; what cannot be one is counted."""

    def __init__(self) -> None:
        self.other = 0
        """Packets that hold no TCP."""
        self.bad = 0
        """Packets whose headers are damaged or cut off."""
        self.incomplete = 0
        """Packets that were given up because a fragment is missing."""
        self._waiting: dict[bytes, _Waiting] = {}

    def segment(self, data: bytes, start: int, size: int, whole: int, link: int) -> Segment | None:
        """The segment in the packet of `size` bytes that begins at `start`; None if there is none (yet)."""
        stop = start + size
        found = find_ip(data, start, stop, link)
        if found is None:
            self.other += 1
            return None
        extra = max(0, whole - size)
        for _ in range(LEVELS):
            payload = self._payload(data, found, stop, extra)
            if payload is None:
                return None
            if payload.protocol == TCP:
                return self._tcp(payload)
            deeper = inner(payload.data, payload.start, payload.stop, payload.protocol)
            if deeper is None:
                break
            data, found, stop = payload.data, deeper, payload.stop
            extra = payload.size - (payload.stop - payload.start)
        self.other += 1
        return None

    def finish(self) -> None:
        """Nothing more comes: what still waits is incomplete."""
        self.incomplete += len(self._waiting)
        self._waiting.clear()

    # IP.

    def _payload(self, data: bytes, found: Found, stop: int, extra: int) -> Payload | None:
        """What one IP packet carries; `extra` bytes of the packet were not captured."""
        read = self._ipv4 if found.version == 4 else self._ipv6
        payload = read(data, found.start, stop, extra)
        if payload is None:
            self.bad += 1
        elif payload.protocol == FRAGMENT:
            return None
        return payload

    def _ipv4(self, data: bytes, start: int, stop: int, extra: int) -> Payload | None:
        if stop - start < 20:
            return None
        header = (data[start] & 15) * 4
        # A network card that cuts packets itself leaves the length at 0.
        total = int.from_bytes(data[start + 2 : start + 4], "big") or stop - start + extra
        if header < 20 or total < header or stop - start < header:
            return None
        offset = int.from_bytes(data[start + 6 : start + 8], "big")
        addresses = data[start + 12 : start + 20]
        payload = Payload(data[start + 9], addresses, data, start + header, min(stop, start + total), total - header)
        if not offset & 0x3FFF:
            return payload
        name = addresses + data[start + 4 : start + 6] + data[start + 9 : start + 10]
        return self._fragment(name, payload, (offset & 0x1FFF) * 8, more=bool(offset & 0x2000))

    def _ipv6(self, data: bytes, start: int, stop: int, extra: int) -> Payload | None:
        if stop - start < 40:
            return None
        # A length of 0 announces a jumbogram, or a network card that cuts packets itself.
        size = int.from_bytes(data[start + 4 : start + 6], "big") or stop - start + extra - 40
        protocol, addresses = data[start + 6], data[start + 8 : start + 40]
        at, end = start + 40, start + 40 + size
        stop = min(stop, end)
        for _ in range(LEVELS):
            if at + 8 > stop and (protocol in EXTENSIONS or protocol in {AUTHENTICATION, FRAGMENT}):
                return None
            if protocol in EXTENSIONS:
                protocol, at = data[at], at + 8 + data[at + 1] * 8
            elif protocol == AUTHENTICATION:
                protocol, at = data[at], at + 8 + data[at + 1] * 4
            elif protocol == FRAGMENT:
                offset = int.from_bytes(data[at + 2 : at + 4], "big")
                name = addresses + data[at + 4 : at + 8]
                payload = Payload(data[at], addresses, data, at + 8, stop, end - at - 8)
                if not offset & 0xFFF9:
                    return payload  # an atomic fragment is no fragment (RFC 6946)
                return self._fragment(name, payload, offset & 0xFFF8, more=bool(offset & 1))
            else:
                break
        return Payload(protocol, addresses, data, at, stop, end - at) if at <= stop else None

    def _fragment(self, name: bytes, payload: Payload, offset: int, *, more: bool) -> Payload:
        """The packet that this fragment completes, or one of protocol FRAGMENT while others are missing."""
        waiting = self._waiting.get(name)
        if waiting is None:
            if len(self._waiting) >= MOST_WAITING:
                del self._waiting[next(iter(self._waiting))]
                self.incomplete += 1
            waiting = self._waiting[name] = _Waiting()
        piece = payload.data[payload.start : payload.stop]
        if len(waiting.pieces) < MOST_PIECES and offset + len(piece) <= 0x1_0000:
            insort(waiting.pieces, (offset, piece), key=lambda each: each[0])
        if not more and len(piece) == payload.size:
            waiting.size = offset + len(piece)
        whole = waiting.whole() if waiting.size is not None else None
        if whole is None:
            return payload._replace(protocol=FRAGMENT)
        del self._waiting[name]
        return Payload(payload.protocol, payload.addresses, whole, 0, len(whole), len(whole))

    # TCP.

    def _tcp(self, payload: Payload) -> Segment | None:
        data, start, stop = payload.data, payload.start, payload.stop
        header = (data[start + 12] >> 4) * 4 if stop - start >= 20 else 0
        if header < 20 or payload.size < header:
            self.bad += 1
            return None
        sequence = int.from_bytes(data[start + 4 : start + 8], "big")
        acknowledged = int.from_bytes(data[start + 8 : start + 12], "big")
        key = payload.addresses + data[start : start + 4]
        size = payload.size - header
        return Segment(key, sequence, acknowledged, data[start + 13], data[start + header : stop], size)
