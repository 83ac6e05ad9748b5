"""Packets as a file holds them: a framer cuts the bytes of a pcap or pcapng file into records.

A record is a plain tuple, because there are millions of them: when it was captured (nanoseconds since 1970), where its
bytes begin in the piece of the file at hand, how many there are, how many it had on the wire, and its link type
(https://www.tcpdump.org/linktypes.html).
"""

from __future__ import annotations

from typing import Final, Protocol

from app.files.remarks import Remark

Record = tuple[int, int, int, int, int]
"""Time in nanoseconds, start, bytes here, bytes on the wire, link type."""

LARGEST: Final = 16 * 1024 * 1024
"""No packet and no block that is read has more bytes: a greater length is damage."""

SECOND: Final = 1_000_000_000


class Framer(Protocol):
    """Cuts a file into records. What it cannot cut stays for the next time, when more bytes stand behind it."""

    damage: Remark | None
    """Why nothing more can be cut, or None."""

    missing: int
    """Packets that the file says were lost while capturing."""

    strangers: int
    """Packets of interfaces that the file does not describe."""

    ahead: int
    """How many bytes that nobody reads still come before the next record."""

    def cut(self, data: bytes, at: int) -> tuple[list[Record], int]:
        """The records at the beginning of `data`, which begins at byte `at` of the file, and where they end."""
