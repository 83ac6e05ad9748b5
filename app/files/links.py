"""What stands before IP in a packet: the link layers that are read, and tunnels that carry IP in IP.

`find_ip` walks from a packet's first byte to the IP header that carries TCP: over Ethernet with VLAN tags, PPPoE and
MPLS, BSD loopback, Linux "cooked" capture, PPP or nothing at all, and through IP in IP, GRE and VXLAN.
"""

from __future__ import annotations

from typing import Final, NamedTuple

IPV4: Final = 0x0800
IPV6: Final = 0x86DD
TAGS: Final = frozenset({0x8100, 0x88A8, 0x9100})
"""IEEE 802.1Q and 802.1ad, and what came before that: 4 bytes, with the type of what follows at their end."""
PPPOE: Final = 0x8864
MPLS: Final = frozenset({0x8847, 0x8848})
BRIDGED: Final = 0x6558
"""Ethernet inside GRE."""

NULL, ETHERNET, PPP, PPP_HDLC, LOOP, SLL, SLL2 = 0, 1, 9, 50, 108, 113, 276
RAW: Final = frozenset({12, 14, 101, 228, 229})
"""Packets that begin with IP."""

FAMILIES: Final = {2: IPV4, 10: IPV6, 24: IPV6, 28: IPV6, 30: IPV6}
"""What BSD systems call the two in a loopback header."""

NAMES: Final = {105: "IEEE 802.11", 127: "802.11 radiotap", 189: "USB", 220: "USB", 249: "USBPcap", 187: "Bluetooth"}
"""Link types that people have and that carry no TCP which could be read here."""

LEVELS: Final = 8
"""No packet is believed to hold more headers before its TCP."""


class Found(NamedTuple):
    """An IP header at byte `start` of the buffer, of version 4 or 6."""

    start: int
    version: int


def knows(link: int) -> bool:
    """Whether packets of this link type are read."""
    return link in RAW or link in _READERS


def find_ip(data: bytes, start: int, stop: int, link: int) -> Found | None:
    """The IP header of the packet from `start` to `stop`, or None if it has none."""
    if link in RAW:
        return _ip(data, start, stop)
    reader = _READERS.get(link)
    return reader(data, start, stop) if reader else None


def _number(data: bytes, at: int, stop: int) -> int:
    """Two bytes as a number, 0 where the packet ends."""
    return int.from_bytes(data[at : min(at + 2, stop)], "big")


def _ip(data: bytes, start: int, stop: int) -> Found | None:
    version = data[start] >> 4 if start < stop else 0
    return Found(start, version) if version in {4, 6} else None


def _ethernet(data: bytes, start: int, stop: int) -> Found | None:
    return _typed(data, start + 14, stop, _number(data, start + 12, stop))


def _typed(data: bytes, start: int, stop: int, kind: int) -> Found | None:
    """What an EtherType announces."""
    for _ in range(LEVELS):
        if kind in {IPV4, IPV6}:
            return _ip(data, start, stop)
        if kind in TAGS:
            start, kind = start + 4, _number(data, start + 2, stop)
        elif kind in MPLS:
            start += 4
            if start >= stop or data[start - 2] & 1:  # the bottom of the stack
                return _ip(data, start, stop)
        elif kind == PPPOE:
            return _ppp(data, start + 6, stop)
        else:
            return None
    return None


def _ppp(data: bytes, start: int, stop: int) -> Found | None:
    """PPP says what it carries in two bytes, or in one that is odd."""
    if start < stop and data[start] & 1:
        return _ip(data, start + 1, stop) if data[start] in {0x21, 0x57} else None
    return _ip(data, start + 2, stop) if _number(data, start, stop) in {0x0021, 0x0057} else None


def _loopback(data: bytes, start: int, stop: int) -> Found | None:
    """The family as a number, in the order of the system that captured (NULL) or of the network (LOOP)."""
    family = data[start : start + 4]
    known = FAMILIES.get(int.from_bytes(family, "little")) or FAMILIES.get(int.from_bytes(family, "big"))
    return _ip(data, start + 4, stop) if known else None


def _cooked(data: bytes, start: int, stop: int) -> Found | None:
    return _typed(data, start + 16, stop, _number(data, start + 14, stop))


def _cooked2(data: bytes, start: int, stop: int) -> Found | None:
    return _typed(data, start + 20, stop, _number(data, start, stop))


def _ppp_link(data: bytes, start: int, stop: int) -> Found | None:
    return _ppp(data, start + 2 if data.startswith(b"\xff\x03", start) else start, stop)


_READERS: Final = {
    NULL: _loopback,
    LOOP: _loopback,
    ETHERNET: _ethernet,
    PPP: _ppp_link,
    PPP_HDLC: _ppp_link,
    SLL: _cooked,
    SLL2: _cooked2,
}


def inner(data: bytes, start: int, stop: int, protocol: int) -> Found | None:
    """The IP header inside what an IP packet carries from `start` on: IP itself, GRE or VXLAN; None if none is."""
    if protocol in {4, 41}:
        return _ip(data, start, stop)
    if protocol == 47:
        flags, kind = _number(data, start, stop), _number(data, start + 2, stop)
        if flags & 0x4007:  # routing, or a version that is not 0
            return None
        start += 4 + sum(4 for bit in (0x8000, 0x2000, 0x1000) if flags & bit)
        return _ethernet(data, start, stop) if kind == BRIDGED else _typed(data, start, stop, kind)
    if protocol == 17 and _number(data, start + 2, stop) == 4789 and data[start + 8 : start + 9] == b"\x08":
        return _ethernet(data, start + 16, stop)
    return None
