"""What the parser holds of the frame that is not whole, how many bytes it still needs, and what is kept of the message.

The numbers are those of `FrameReader` and `Utf8`, fed with the same bytes. Pure data, no geometry.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from protocol.fragments import Utf8
from protocol.frames import EXTENDED, FrameHeader, FrameReader
from protocol.vocabulary import Opcode

if TYPE_CHECKING:
    from app.figures.lanes_stream import Piece, View


@dataclass(frozen=True, slots=True)
class Held:
    """What the parser has of the frame that it is reading, and what it asks for."""

    begun: bytes
    missing: int
    """So many bytes at least; exactly so many once the length is known."""
    header: FrameHeader | None
    """The whole header, once it is here."""

    @property
    def exact(self) -> bool:
        """Whether the size of the frame is known."""
        if self.header is not None:
            return True
        if len(self.begun) < 2:
            return False
        return len(self.begun) >= 2 + EXTENDED.get(self.begun[1] & 0x7F, 0) // 8


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a frame in reading order: how many of its bytes are here, how many there are (None: not known)."""

    name: str
    here: int
    size: int | None


def held_of(view: View) -> Held:
    """Feed a reader with what has been read, and ask it."""
    piece = next((piece for piece in view.pieces if piece.start < view.read < piece.stop), None)
    start = (
        piece.start if piece is not None else max((one.stop for one in view.pieces if one.stop <= view.read), default=0)
    )
    begun = view.stream[start : view.read]
    reader = FrameReader(start)
    reader.feed(begun)
    return Held(begun, reader.missing or 2, reader.header)


def parts_of(held: Held) -> tuple[Part, ...]:
    """First two bytes, length, key, payload. A part that this frame does not have has the size 0."""
    begun = held.begun
    first = Part("first", min(2, len(begun)), 2)
    if len(begun) < 2:
        return first, Part("length", 0, None), Part("key", 0, None), Part("payload", 0, None)
    extended, key = EXTENDED.get(begun[1] & 0x7F, 0) // 8, 4 * (begun[1] >> 7)
    here = len(begun) - 2
    length = Part("length", min(extended, here), extended)
    masked = Part("key", max(0, min(key, here - extended)), key)
    size = held.missing + len(begun) - 2 - extended - key if held.exact else None
    return first, length, masked, Part("payload", max(0, here - extended - key), size)


def kept_of(view: View) -> tuple[int, int, int] | None:
    """Of the message that is not whole: bytes so far, characters so far, bytes of a character that is cut."""
    for message in view.messages:
        if not message.pieces[0].start < view.read < message.stop and not (
            message.pieces[0].start < view.read and not message.whole
        ):
            continue
        payload = b"".join(_read_of(piece, view.read) for piece in message.pieces)
        if message.opcode != Opcode.TEXT:
            return len(payload), -1, 0
        check = Utf8()
        check.feed(payload)
        whole = payload[: len(payload) - check.pending]
        return len(payload), len(whole.decode("utf-8", "replace")), check.pending
    return None


def _read_of(piece: Piece, read: int) -> bytes:
    return piece.frame.payload[: max(0, read - piece.payload)]
