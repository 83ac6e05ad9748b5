"""Captures made byte by byte for tests: TCP packets of two sides, and the files that hold them.

It shares nothing with `app.files`: what readers and writers do is held against what is made here, and against tshark.
"""

from __future__ import annotations

import base64
import hashlib
import random
import struct
from collections.abc import Iterable
from dataclasses import dataclass, field
from ipaddress import ip_address

KEY = base64.b64encode(b"0123456789abcdef").decode()
GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
ACCEPT = base64.b64encode(hashlib.sha1((KEY + GUID).encode()).digest()).decode()
REQUEST = (
    "GET /chat HTTP/1.1\r\nHost: 127.0.0.1:8765\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    f"Sec-WebSocket-Key: {KEY}\r\nSec-WebSocket-Version: 13\r\n\r\n"
).encode()
RESPONSE = (
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    f"Sec-WebSocket-Accept: {ACCEPT}\r\n\r\n"
).encode()

FIN, SYN, RST, PSH, ACK = 1, 2, 4, 8, 16
START = 1_700_000_000 * 10**9
STEP = 1_000_000
"""Nanoseconds from one packet to the next."""


def frame(payload: bytes, opcode: int = 1, *, mask: bytes | None = None, fin: bool = True) -> bytes:
    """A frame of less than 64 KiB."""
    size = len(payload)
    short = size if size < 126 else 126
    head = bytes([fin << 7 | opcode, (mask is not None) << 7 | short]) + (
        b"" if size < 126 else struct.pack(">H", size)
    )
    if mask is None:
        return head + payload
    return head + mask + bytes(byte ^ mask[at % 4] for at, byte in enumerate(payload))


def masked(payload: bytes, opcode: int = 1, **more: bool) -> bytes:
    """A frame of a client."""
    return frame(payload, opcode, mask=b"\x37\xfa\x21\x3d", **more)


@dataclass
class Packet:
    """A packet: IP and what is in it, and when it was captured."""

    ns: int
    ip: bytes
    kept: int | None = None
    """How many bytes of the packet were captured, with its link layer; None for all."""


def ipv4(source: str, target: str, payload: bytes, *, protocol: int = 6, options: bytes = b"", cut: int = 0) -> bytes:
    """An IPv4 packet. `cut` is the field with the fragment bits and offset."""
    words = (20 + len(options)) // 4
    total = words * 4 + len(payload)
    ends = ip_address(source).packed, ip_address(target).packed
    return struct.pack(">BBHHHBBH4s4s", 0x40 | words, 0, total, 7, cut, 64, protocol, 0, *ends) + options + payload


def ipv6(source: str, target: str, payload: bytes, *, following: int = 6) -> bytes:
    """An IPv6 packet."""
    ends = ip_address(source).packed, ip_address(target).packed
    return struct.pack(">IHBB16s16s", 6 << 28, len(payload), following, 64, *ends) + payload


def tcp(sport: int, dport: int, seq: int, ack: int, flags: int, payload: bytes, options: bytes = b"") -> bytes:
    """A TCP segment."""
    words = (20 + len(options)) // 4
    return (
        struct.pack(">HHIIBBHHH", sport, dport, seq % 2**32, ack % 2**32, words << 4, flags, 65535, 0, 0)
        + options
        + payload
    )


@dataclass
class Tcp:
    """One TCP connection; packets pile up in `packets`. Each method sends one and gives it."""

    client: str = "10.0.0.1"
    server: str = "10.0.0.2"
    ports: tuple[int, int] = (50000, 8765)
    seqs: list[int] = field(default_factory=lambda: [1000, 5000])
    ns: int = START
    packets: list[Packet] = field(default_factory=list)
    keep: bool = True

    def send(
        self, who: int, payload: bytes = b"", flags: int = PSH | ACK, *, seq: int | None = None, ack: int | None = None,
        move: bool = True,
    ) -> Packet:  # fmt: skip
        """`who` is 0 for the client; `seq` and `ack` are what should stand there if not told."""
        self.ns += STEP
        ends = (self.client, self.server) if who == 0 else (self.server, self.client)
        ports = self.ports if who == 0 else self.ports[::-1]
        here = self.seqs[who] if seq is None else seq
        there = (self.seqs[1 - who] if flags & ACK else 0) if ack is None else ack
        segment = tcp(*ports, here, there, flags, payload)
        packet = Packet(self.ns, (ipv4 if "." in self.client else ipv6)(*ends, segment))
        if seq is None and move:
            self.seqs[who] += len(payload) + bool(flags & (SYN | FIN))
        if self.keep:
            self.packets.append(packet)
        return packet

    def c(self, payload: bytes = b"", flags: int = PSH | ACK, **more: int) -> Packet:
        """The client sends."""
        return self.send(0, payload, flags, **more)

    def s(self, payload: bytes = b"", flags: int = PSH | ACK, **more: int) -> Packet:
        """The server sends."""
        return self.send(1, payload, flags, **more)

    def open(self) -> Tcp:
        """The three packets that open TCP."""
        self.c(flags=SYN)
        self.s(flags=SYN | ACK)
        self.c(flags=ACK)
        return self

    def upgrade(self) -> Tcp:
        """The opening handshake."""
        self.c(REQUEST)
        self.s(RESPONSE)
        return self

    def close(self) -> Tcp:
        """Both sides end TCP."""
        self.c(flags=FIN | ACK)
        self.s(flags=FIN | ACK)
        self.c(flags=ACK)
        return self

    def chat(self, count: int, seed: int = 1) -> Tcp:
        """Messages back and forth."""
        source = random.Random(seed)
        for number in range(count):
            text = b'{"n":%d,"text":"%s"}' % (number, b"x" * source.randrange(300))
            if source.random() < 0.5:
                self.c(frame(text, mask=source.randbytes(4)))
            else:
                self.s(frame(text))
        return self


# Link layers.

MACS = bytes.fromhex("020000000002020000000001")


def linked(ip: bytes, link: int = 1) -> bytes:
    """The packet with a header of its link layer."""
    six = ip[0] >> 4 == 6
    kind = b"\x86\xdd" if six else b"\x08\x00"
    cooked = b"\0\1\0\x06\2\0\0\0\0\1\0\0"
    heads = {
        0: (30 if six else 2).to_bytes(4, "little"),
        1: MACS + kind,
        9: b"\xff\x03" + (b"\x00\x57" if six else b"\x00\x21"),
        108: (24 if six else 2).to_bytes(4, "big"),
        113: b"\0\0" + cooked + kind,
        276: kind + b"\0\0\0\0\0\1" + cooked,
    }
    return heads.get(link, b"") + ip


# Files.


def pcap(packets: Iterable[Packet], *, order: str = "<", nano: bool = False, link: int = 1) -> bytes:
    """A pcap file."""
    magic = 0xA1B23C4D if nano else 0xA1B2C3D4
    parts = [struct.pack(order + "IHHiIII", magic, 2, 4, 0, 0, 65535, link)]
    for packet in packets:
        data = linked(packet.ip, link)
        kept = data[: packet.kept]
        fraction = packet.ns % 10**9 // (1 if nano else 1000)
        parts.append(struct.pack(order + "IIII", packet.ns // 10**9, fraction, len(kept), len(data)) + kept)
    return b"".join(parts)


def block(kind: int, body: bytes, order: str = "<") -> bytes:
    """A block of a pcapng file."""
    body += bytes(-len(body) % 4)
    length = struct.pack(order + "I", len(body) + 12)
    return struct.pack(order + "I", kind) + length + body + length


def section(order: str = "<") -> bytes:
    """The header of a section."""
    return block(0x0A0D0D0A, struct.pack(order + "IHHq", 0x1A2B3C4D, 1, 0, -1), order)


def interface(link: int = 1, order: str = "<", options: bytes = b"", snaplen: int = 0) -> bytes:
    """The description of an interface."""
    return block(1, struct.pack(order + "HHI", link, 0, snaplen) + options, order)


def option(code: int, value: bytes, order: str = "<") -> bytes:
    """An option of a block."""
    return struct.pack(order + "HH", code, len(value)) + value + bytes(-len(value) % 4)


def enhanced(packet: Packet, number: int = 0, order: str = "<", link: int = 1, unit: int = 1000) -> bytes:
    """An enhanced packet block; `unit` is how many nanoseconds a unit of its time has."""
    data = linked(packet.ip, link)
    kept = data[: packet.kept]
    time = packet.ns // unit
    head = struct.pack(order + "IIIII", number, time >> 32, time & 0xFFFFFFFF, len(kept), len(data))
    return block(6, head + kept, order)


def pcapng(packets: Iterable[Packet], *, order: str = "<", link: int = 1) -> bytes:
    """A pcapng file of one section and one interface."""
    parts = [section(order), interface(link, order)]
    parts += [enhanced(packet, order=order, link=link) for packet in packets]
    return b"".join(parts)
