"""Two keys that differ in one bit, hashed side by side: where the registers differ after each round.

A good hash lets a turned bit of the text reach every bit of the digest: about half of them turn, as in an avalanche.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from protocol.accept import AcceptTrace, accept_trace, key_bytes

BITS: Final = 160
KEY_BITS: Final = 128


@dataclass(frozen=True, slots=True)
class Pair:
    """Both traces, and for each round of each block the five registers as one number of 160 bits, a first."""

    bit: int
    first: AcceptTrace
    second: AcceptTrace
    rows: tuple[tuple[int, int], ...]

    @property
    def counts(self) -> tuple[int, ...]:
        """How many bits differ after each round."""
        return tuple((one ^ other).bit_count() for one, other in self.rows)

    @property
    def digest_count(self) -> int:
        """How many bits of the digests differ."""
        one, other = (int.from_bytes(each.digest, "big") for each in (self.first, self.second))
        return (one ^ other).bit_count()

    @property
    def text_bits(self) -> int:
        """How many bits of the hashed text differ: a bit of the key is in one character of base64."""
        pairs = zip(self.first.joined, self.second.joined, strict=True)
        return sum((one ^ other).bit_count() for one, other in pairs)


@lru_cache(maxsize=8)
def pair_of(key: str, bit: int) -> Pair | None:
    """The key and the same with one of its 128 bits turned; None for a key that is not base64 of 16 bytes."""
    data = key_bytes(key)
    if data is None:
        return None
    bit = max(0, min(bit, KEY_BITS - 1))
    turned = bytearray(data)
    turned[bit // 8] ^= 0x80 >> bit % 8
    first, second = accept_trace(key), accept_trace(b64encode(turned).decode("ascii"))
    blocks = zip(first.sha1.blocks, second.sha1.blocks, strict=True)
    rows = [
        (_joined(one.registers), _joined(other.registers))
        for a, b in blocks
        for one, other in zip(a.rounds, b.rounds, strict=True)
    ]
    return Pair(bit, first, second, tuple(rows))


def _joined(registers: tuple[int, ...]) -> int:
    value = 0
    for register in registers:
        value = value << 32 | register
    return value
