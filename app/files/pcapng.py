"""The pcapng file format (draft-ietf-opsawg-pcapng): blocks, each with its type and length before and after it.

    type (4)  length (4)  body ...  length (4)                    the length counts all of it, a multiple of 4

A section header says the byte order of all that follows, and forgets the interfaces of the section before. An interface
description says the link type of its packets and, in an option, what the unit of their times is. Blocks of other kinds
are skipped.
"""

from __future__ import annotations

from collections.abc import Iterator
from struct import Struct
from typing import Final, NamedTuple

from app.files.records import LARGEST, SECOND, Record
from app.files.remarks import BAD_LENGTH, BAD_ORDER, Remark

SECTION: Final = 0x0A0D0D0A
INTERFACE: Final = 1
PACKET: Final = 2
"""Obsolete; like an enhanced packet, but with 16 bits of interface and 16 of drops."""
SIMPLE: Final = 3
STATISTICS: Final = 5
ENHANCED: Final = 6
READ: Final = frozenset({SECTION, INTERFACE, PACKET, SIMPLE, STATISTICS, ENHANCED})
"""The kinds of blocks that say something here."""

SECTION_MAGIC: Final = b"\x0a\x0d\x0d\x0a"
ORDERS: Final = {b"\x1a\x2b\x3c\x4d": ">", b"\x4d\x3c\x2b\x1a": "<"}

TSRESOL: Final = 9
TSOFFSET: Final = 14
DROPS: Final = (5, 7)
"""isb_ifdrop and isb_osdrop: packets that the interface, and the operating system, had no room for."""

LEAST: Final = 12
MOST: Final = 4096
"""No section is believed to have more interfaces."""

FIXED: Final = 28
"""Bytes of an enhanced packet before its data."""


class Interface(NamedTuple):
    """Where packets came from: a time of n units is n * `factor` // `divisor` + `offset` nanoseconds."""

    link: int
    factor: int = 1000
    divisor: int = 1
    offset: int = 0
    snaplen: int = 0


class Pcapng:
    """A `Framer` of one pcapng file."""

    def __init__(self) -> None:
        self.damage: Remark | None = None
        self.missing = 0
        self.strangers = 0
        self._order = ""
        self._interfaces: list[Interface] = []
        self.ahead = 0
        self._last = 0
        """The time of the last packet: a simple one has none."""

    def cut(self, data: bytes, at: int) -> tuple[list[Record], int]:
        """The records of `data`, and where they end."""
        records: list[Record] = []
        place = min(self.ahead, len(data))
        self.ahead -= place
        while len(data) - place >= LEAST:
            stop = self._packets(data, place, records) if self._interfaces else place
            if stop == place:
                stop = self._one(data, place, at + place, records)
            if stop == place:
                break
            place = stop
        return records, place

    def _one(self, data: bytes, place: int, at: int, records: list[Record]) -> int:
        """One block of any kind, and where it ends: at `place` if it is not whole, or damaged."""
        if data.startswith(SECTION_MAGIC, place):
            self._order = ORDERS.get(data[place + 8 : place + 12], "")
            if not self._order:
                self.damage = Remark(BAD_ORDER, {"at": str(at)}, "damage")
                return place
            self._interfaces = []
        kind, length = (int(each) for each in Struct(self._order + "II").unpack_from(data, place))
        if length < LEAST or length % 4 or (kind in READ and length > LARGEST):
            self.damage = Remark(BAD_LENGTH, {"length": str(length), "at": str(at)}, "damage")
            return place
        if place + length <= len(data):
            self._block(kind, data, place, place + length - 4, records)
            return place + length
        if kind in READ:
            return place
        self.ahead = place + length - len(data)
        return len(data)

    def _packets(self, data: bytes, place: int, records: list[Record]) -> int:
        """The enhanced packets that stand here side by side, which is nearly all of a file; where they end."""
        unpack = Struct(self._order + "IIIIIII").unpack_from
        interfaces, add = self._interfaces, records.append
        known, end, ns = len(interfaces), len(data) - FIXED - 4, self._last
        last, simple = -1, False
        while place <= end:
            kind, length, interface, high, low, size, whole = unpack(data, place)
            if kind != ENHANCED or length % 4 or size > length - FIXED - 4:
                break
            if interface != last:
                if interface >= known:
                    break
                last, (link, factor, divisor, offset, _) = interface, interfaces[interface]
                simple = divisor == 1 and not offset
            start = place + FIXED
            place += length
            if place > end + FIXED + 4:
                place -= length
                break
            ns = (high << 32 | low) * factor
            if not simple:
                ns = ns // divisor + offset
            add((ns, start, size, whole, link))
        self._last = ns
        return place

    def _block(self, kind: int, data: bytes, place: int, stop: int, records: list[Record]) -> None:
        """Any block but a well-formed enhanced packet: from `place` to its second length at `stop`."""
        if kind == INTERFACE and stop - place >= 16 and len(self._interfaces) < MOST:
            link, _, snaplen = Struct(self._order + "HHI").unpack_from(data, place + 8)
            self._interfaces.append(self._described(Interface(link, snaplen=snaplen), data, place + 16, stop))
        elif kind in {PACKET, ENHANCED} and stop - place >= FIXED:
            form = "IIIII" if kind == ENHANCED else "HxxIIII"
            interface, high, low, size, whole = Struct(self._order + form).unpack_from(data, place + 8)
            if interface >= len(self._interfaces):
                self.strangers += 1
                return
            found = self._interfaces[interface]
            self._last = (high << 32 | low) * found.factor // found.divisor + found.offset
            size = min(size, stop - place - FIXED)
            records.append((self._last, place + FIXED, size, whole, found.link))
        elif kind == SIMPLE and stop - place >= 12:
            if not self._interfaces:
                self.strangers += 1
                return
            found = self._interfaces[0]
            whole = Struct(self._order + "I").unpack_from(data, place + 8)[0]
            size = min(whole, stop - place - 12, found.snaplen or LARGEST)
            records.append((self._last, place + 12, size, whole, found.link))
        elif kind == STATISTICS:
            for code, value in self._options(data, place + 20, stop):
                if code in DROPS and len(value) == 8:
                    self.missing += Struct(self._order + "Q").unpack(value)[0]

    def _described(self, interface: Interface, data: bytes, place: int, stop: int) -> Interface:
        """The interface with what its options say about time."""
        for code, value in self._options(data, place, stop):
            if code == TSRESOL and value:
                power = value[0] & 0x7F
                if value[0] & 0x80:
                    interface = interface._replace(factor=SECOND, divisor=2**power)
                else:
                    factor, divisor = 10 ** max(0, 9 - power), 10 ** max(0, power - 9)
                    interface = interface._replace(factor=factor, divisor=divisor)
            elif code == TSOFFSET and len(value) == 8:
                offset = Struct(self._order + "q").unpack(value)[0]
                interface = interface._replace(offset=offset * SECOND)
        return interface

    def _options(self, data: bytes, place: int, stop: int) -> Iterator[tuple[int, bytes]]:
        """Code and value of each option; they end at code 0 or where they do not fit."""
        unpack = Struct(self._order + "HH").unpack_from
        while place + 4 <= stop:
            code, size = unpack(data, place)
            if code == 0 or place + 4 + size > stop:
                return
            yield code, data[place + 4 : place + 4 + size]
            place += 4 + size + -size % 4
