"""The pcap file format (draft-ietf-opsawg-pcap): a file header of 24 bytes, then a header of 16 and a packet, again
and again.

    magic       4 bytes   a1 b2 c3 d4 microseconds, a1 b2 3c 4d nanoseconds; in the byte order of all that follows
    version     2 + 2     2.4
    (reserved)  8
    snaplen     4         the most bytes that were kept of a packet
    link type   4         only its lower 16 bits

    seconds, fraction, bytes here, bytes on the wire     4 bytes each
"""

from __future__ import annotations

from struct import Struct
from typing import Final

from app.files.records import LARGEST, SECOND, Record
from app.files.remarks import BAD_LENGTH, Remark

HEADER: Final = 24

MAGICS: Final = {
    b"\xa1\xb2\xc3\xd4": (">", 1000, 16),
    b"\xd4\xc3\xb2\xa1": ("<", 1000, 16),
    b"\xa1\xb2\x3c\x4d": (">", 1, 16),
    b"\x4d\x3c\xb2\xa1": ("<", 1, 16),
    b"\xa1\xb2\xcd\x34": (">", 1000, 24),
    b"\x34\xcd\xb2\xa1": ("<", 1000, 24),
}
"""Byte order, nanoseconds in a unit of the fraction, size of a record's header (24 in an old variant)."""


class Pcap:
    """A `Framer` of one pcap file, made of its header."""

    def __init__(self, header: bytes) -> None:
        order, self._unit, self._size = MAGICS[header[:4]]
        self._link = Struct(order + "I").unpack_from(header, 20)[0] & 0xFFFF
        self._unpack = Struct(order + "IIII").unpack_from
        self.damage: Remark | None = None
        self.missing = 0
        self.strangers = 0
        self.ahead = 0

    def cut(self, data: bytes, at: int) -> tuple[list[Record], int]:
        """The records of `data`, and where they end."""
        records: list[Record] = []
        add, unpack, unit, header, link = records.append, self._unpack, self._unit, self._size, self._link
        place, end = 0, len(data)
        while place + header <= end:
            seconds, fraction, size, whole = unpack(data, place)
            start = place + header
            stop = start + size
            if stop > end:
                if size > LARGEST:
                    self.damage = Remark(BAD_LENGTH, {"length": str(size), "at": str(at + place)}, "damage")
                break
            add((seconds * SECOND + fraction * unit, start, size, whole, link))
            place = stop
        return records, place
