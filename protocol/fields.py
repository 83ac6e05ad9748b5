"""A field remembers where it came from: name, first bit, width, value and the rule that defines it.

No view computes an offset: the bit grid, the inspector and the export all read these values.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open run of bytes `[start, stop)`, counted from the first byte of the thing it belongs to."""

    start: int
    stop: int

    @property
    def size(self) -> int:
        """Length in bytes."""
        return self.stop - self.start

    def cut(self, data: bytes) -> bytes:
        """The bytes of `data` that this span covers."""
        return data[self.start : self.stop]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a frame as it stood on the wire (RFC 6455 section 5.2).

    `start_bit` and `width` are in bits, counted from the most significant bit of the frame's first byte;
    `value` is a number for flags and lengths and bytes for the masking key and the payload data (as sent).
    """

    name: str
    start_bit: int
    width: int
    value: int | bytes
    section: str = "5.2"

    @property
    def stop_bit(self) -> int:
        """The first bit after the field."""
        return self.start_bit + self.width

    @property
    def first_byte(self) -> int:
        """The byte, counted from the frame's first, that holds the field's first bit."""
        return self.start_bit // 8


def bit_at(data: bytes, bit: int) -> int:
    """The bit number `bit` of `data`, where bit 0 is the most significant bit of the first byte (section 5.2)."""
    return data[bit // 8] >> (7 - bit % 8) & 1
