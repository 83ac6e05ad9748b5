"""HTTP/2 frames, cut from the bytes of one direction (RFC 9113 section 4.1).

    length (24 bits)   type (8)   flags (8)   reserved (1)   stream (31)   payload

Only what the play has to find in the bytes: the library `h2` speaks the protocol.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

PREFACE: Final = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
"""What a client writes first (RFC 9113 section 3.4)."""

HEADER: Final = 9
"""Bytes of every frame's header."""

DATA, HEADERS, SETTINGS = 0, 1, 4
"""Types of frames (RFC 9113 section 6)."""

END_STREAM: Final = 1
ACK: Final = 1
SETTING: Final = 6
"""Bytes of one setting: its identifier (16 bits) and its value (32 bits)."""


@dataclass(frozen=True, slots=True)
class StreamFrame:
    """One frame of HTTP/2; `header` are its first nine bytes."""

    kind: int
    flags: int
    stream: int
    header: bytes
    payload: bytes

    @property
    def size(self) -> int:
        """All its bytes."""
        return len(self.header) + len(self.payload)


def stream_frames(data: bytes) -> Iterator[StreamFrame]:
    """The whole frames in these bytes, without the preface if that comes first."""
    at = len(PREFACE) if data.startswith(PREFACE) else 0
    while at + HEADER <= len(data):
        header = data[at : at + HEADER]
        stop = at + HEADER + int.from_bytes(header[:3], "big")
        stream = int.from_bytes(header[5:], "big") & 0x7FFF_FFFF
        yield StreamFrame(header[3], header[4], stream, header, data[at + HEADER : stop])
        at = stop


def settings_of(frame: StreamFrame) -> dict[int, tuple[int, bytes]]:
    """The settings in a SETTINGS frame by their identifiers: the value, and the bytes that say so."""
    pieces = [frame.payload[at : at + SETTING] for at in range(0, len(frame.payload), SETTING)]
    return {int.from_bytes(piece[:2], "big"): (int.from_bytes(piece[2:], "big"), piece) for piece in pieces}
