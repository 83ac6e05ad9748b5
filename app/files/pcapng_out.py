"""Talks as a pcapng file: the packets that could have carried these bytes, with valid checksums and times.

A recording holds no packets. So its entries are cut to the size of Ethernet frames and get the headers that TCP would
have given them: SYN, SYN and ACK, ACK before the bytes, FIN or RST where a direction ended. What a capture has lost
leaves a hole in the sequence numbers, which the other side acknowledges. Reading the file gives the same bytes, gaps
and times again.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path
from struct import pack
from typing import TYPE_CHECKING, Final

from app.files.packets import ACK, FIN, RST, SYN
from app.files.pcapng import ENHANCED, INTERFACE, SECTION
from app.files.saving import replaced
from protocol.recording import Kind
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from protocol.recording import Recording
    from protocol.talk import Talk

PSH: Final = 0x08
WRAP: Final = 2**32
SECOND: Final = 1_000_000_000
ETHERNET: Final = 1
MTU: Final = 1500
"""Bytes of IP in an Ethernet frame."""

WINDOW: Final = 65_535
MACS: Final = {Role.CLIENT: bytes.fromhex("020000000001"), Role.SERVER: bytes.fromhex("020000000002")}
"""Addresses that belong to no device (IEEE 802c: administered locally)."""

UNKNOWN: Final = {Role.CLIENT: IPv4Address("192.0.2.1"), Role.SERVER: IPv4Address("192.0.2.2")}
"""Addresses that belong to nobody (RFC 5737), for an end of which none is known."""

FIRST_PORT: Final = 49_152
PORTS: Final = 65_536 - FIRST_PORT
"""Ports of clients that nobody has registered (RFC 6335 section 6)."""

PROGRAM: Final = "WebSocket 101"
REBUILT: Final = "Rebuilt from messages: masking keys, fragments and compression are not those of the wire."

OPENING: Final = ((Role.CLIENT, SYN), (Role.SERVER, SYN | ACK), (Role.CLIENT, ACK))
"""How TCP is opened (RFC 9293 section 3.5)."""

Address = IPv4Address | IPv6Address


def write_pcapng(path: Path, talks: Sequence[Talk]) -> None:
    """Write these talks, or leave what was there; raises OSError."""
    with replaced(path) as file:
        file.writelines(blocks([talk.recording for talk in talks]))


def blocks(recordings: Iterable[Recording]) -> Iterator[bytes]:
    """The file, block by block: all packets in the order of time."""
    yield _block(SECTION, pack("<IHHq", 0x1A2B3C4D, 1, 0, -1) + _options((4, PROGRAM.encode())))
    yield _block(INTERFACE, pack("<HHI", ETHERNET, 0, 0) + _options((9, b"\x09")))
    used: set[tuple[object, ...]] = set()
    lines = []
    for number, recording in enumerate(recordings):
        ends = _ends(recording, number)
        if (ends.hosts[Role.CLIENT], ends.hosts[Role.SERVER], *ends.ports.values()) in used:
            ends.ports[Role.CLIENT] = FIRST_PORT + number % PORTS
        used.add((ends.hosts[Role.CLIENT], ends.hosts[Role.SERVER], *ends.ports.values()))
        lines.append(_packets(recording, ends, number))
    for time, packet, comment in heapq.merge(*lines, key=lambda each: each[0]):
        ns = max(0, time)
        head = pack("<IIIII", 0, ns >> 32 & 0xFFFF_FFFF, ns & 0xFFFF_FFFF, len(packet), len(packet))
        options = _options((1, comment.encode())) if comment else b""
        yield _block(ENHANCED, head + packet + bytes(-len(packet) % 4) + options)


def _block(kind: int, body: bytes) -> bytes:
    length = pack("<I", len(body) + 12)
    return pack("<I", kind) + length + body + length


def _options(*options: tuple[int, bytes]) -> bytes:
    """Options of a block, and the end of them."""
    parts = [pack("<HH", code, len(value)) + value + bytes(-len(value) % 4) for code, value in options]
    return b"".join(parts) + bytes(4)


# Ends.


@dataclass
class _Ends:
    """The addresses and ports of both ends."""

    hosts: dict[Role, Address]
    ports: dict[Role, int]


def _ends(recording: Recording, number: int) -> _Ends:
    """What the setup says; where it says nothing that fits, addresses and ports of nobody."""
    client, server = _address(recording.setup.client), _address(recording.setup.server)
    ports = {Role.CLIENT: client[1] or FIRST_PORT + number % PORTS, Role.SERVER: server[1] or 80}
    hosts = [client[0], server[0]]
    versions = {host.version for host in hosts if host is not None}
    if None in hosts or len(versions) != 1:
        return _Ends(dict(UNKNOWN), ports)
    return _Ends({role: host for role, host in zip(Role, hosts, strict=True) if host is not None}, ports)


def _address(text: str) -> tuple[Address | None, int]:
    """`10.0.0.1:80` and `[::1]:80` as address and port; None and 0 for what is neither."""
    host, _, port = text.rpartition(":")
    try:
        address = ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        address = None
    return address, int(port) if port.isdecimal() and len(port) < 6 and int(port) < 65_536 else 0


# Packets.


class _Line:
    """The packets of one connection: it remembers the sequence numbers."""

    def __init__(self, ends: _Ends, number: int) -> None:
        self._ends = ends
        self._next = {Role.CLIENT: (number * 100_003 + 1) % WRAP, Role.SERVER: (number * 100_003 + 50_000_001) % WRAP}
        self._ids = 0
        self._version = ends.hosts[Role.CLIENT].version
        self.largest = MTU - (40 if self._version == 4 else 60)

    def skip(self, who: Role, size: int) -> None:
        """These bytes of `who` are missing."""
        self._next[who] = (self._next[who] + size) % WRAP

    def packet(self, who: Role, flags: int, data: bytes = b"") -> bytes:
        """The next packet of `who`, as an Ethernet frame."""
        ports, peer = self._ends.ports, who.peer
        options = pack(">BBH", 2, 4, self.largest) if flags & SYN else b""
        acknowledged = self._next[peer] if flags & ACK else 0
        words = (20 + len(options)) // 4
        head = pack(">HHIIBBH", ports[who], ports[peer], self._next[who], acknowledged, words << 4, flags, WINDOW)
        self.skip(who, len(data) + bool(flags & (SYN | FIN)))
        source, target = self._ends.hosts[who].packed, self._ends.hosts[peer].packed
        size = words * 4 + len(data)
        pseudo = source + target + pack(">II", size, 6)
        checksum = _checksum(pseudo + head + bytes(4) + options + data)
        segment = head + pack(">HH", checksum, 0) + options + data
        kind = b"\x08\x00" if self._version == 4 else b"\x86\xdd"
        return MACS[peer] + MACS[who] + kind + self._ip(source, target, size) + segment

    def _ip(self, source: bytes, target: bytes, size: int) -> bytes:
        """The IP header; the packet must not be fragmented."""
        if self._version == 6:
            return pack(">IHBB", 6 << 28, size, 6, 64) + source + target
        self._ids = (self._ids + 1) % 65_536
        front = pack(">BBHHHBB", 0x45, 0, 20 + size, self._ids, 0x4000, 64, 6)
        return front + pack(">H", _checksum(front + bytes(2) + source + target)) + source + target


def _checksum(data: bytes) -> int:
    """The Internet checksum (RFC 1071). A sum of 16-bit numbers with its carries added again is a remainder of division
    by 65535, and so can be taken of all bytes as one number."""
    if len(data) % 2:
        data += b"\0"
    return 0xFFFF - (int.from_bytes(data, "big") % 0xFFFF or 0xFFFF)


def _packets(recording: Recording, ends: _Ends, number: int) -> Iterator[tuple[int, bytes, str]]:
    """Time, bytes and comment of each packet of a recording."""
    line = _Line(ends, number)
    whole, part = divmod(recording.setup.began, 1)  # a float cannot hold all nanoseconds since 1970
    base = int(whole) * SECOND + round(part * SECOND)
    comment = REBUILT if recording.setup.rebuilt else ""
    opening = [] if not recording.setup.whole else list(OPENING)
    for entry in recording:
        ns = base + round(entry.time * SECOND)
        packets = []
        while opening and not (entry.kind is Kind.SYN and opening[0] == (Role.CLIENT, ACK)):
            who, flags = opening.pop(0)
            packets.append(line.packet(who, flags))
            if entry.kind is Kind.SYN and entry.who is who:
                break
        for packet in (*packets, *_entry(line, entry.kind, entry.who, entry.data, entry.size)):
            yield ns, packet, comment
            comment = ""


def _entry(line: _Line, kind: Kind, who: Role, data: bytes, size: int) -> Iterator[bytes]:
    """The packets of one entry."""
    if kind is Kind.DATA:
        for at in range(0, len(data), line.largest):
            piece = data[at : at + line.largest]
            yield line.packet(who, ACK | (PSH if at + len(piece) == len(data) else 0), piece)
    elif kind is Kind.GAP:
        line.skip(who, size)
        yield line.packet(who.peer, ACK)
    elif kind is Kind.FIN:
        yield line.packet(who, FIN | ACK)
        yield line.packet(who.peer, ACK)
    elif kind is Kind.RST:
        yield line.packet(who, RST | ACK)
