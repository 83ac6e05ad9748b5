"""Where one bit of the digest comes from: the sum, the register, the round that made it, its five addends, and the bits
of the key that turn it over."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from protocol.accept import join, key_bytes
from protocol.sha1 import function_name, rotl, sha1

if TYPE_CHECKING:
    from protocol.accept import AcceptTrace

LAST: Final = 79
KEY_BITS: Final = 128


@dataclass(frozen=True, slots=True)
class Column:
    """One bit of a sum modulo 2^32: the bits of its addends by name, what came over from the right, and the result."""

    addends: tuple[tuple[str, int], ...]
    carry: int

    @property
    def total(self) -> int:
        """All bits and the carry, added."""
        return sum(bit for _, bit in self.addends) + self.carry

    @property
    def bit(self) -> int:
        """What stays in this column."""
        return self.total & 1


@dataclass(frozen=True, slots=True)
class Causes:
    """`place` is the bit of the word, 0 the least significant. `round` is where the value was made, `made_place` which
    bit of its sum T this was before registers moved down."""

    bit: int
    word: int
    place: int
    value: int
    sum: Column
    round: int
    made_place: int
    made: Column


def causes_of(trace: AcceptTrace, bit: int) -> Causes:
    """The causes of bit 0 to 159 of the digest."""
    word, place = bit // 32, 31 - bit % 32
    block = trace.sha1.blocks[-1]
    registers = block.rounds[LAST].registers
    added = _column((("before", block.before[word]), ("register", registers[word])), place)
    # b, c, d and e are earlier values of a that moved down; on its way from b to c a value is rotated left by 30.
    made, made_place = LAST - word, place if word < 2 else (place + 2) % 32
    one = block.rounds[made]
    a, _, _, _, e = block.registers_before(made)
    addends = (("ROTL5(a)", rotl(a, 5)), (function_name(made), one.f), ("e", e), ("K", one.k), (f"W{made}", one.w))
    return Causes(bit, word, place, added.bit, added, made, made_place, _column(addends, made_place))


def _column(addends: tuple[tuple[str, int], ...], place: int) -> Column:
    below = (1 << place) - 1
    carry = sum(value & below for _, value in addends) >> place
    return Column(tuple((name, value >> place & 1) for name, value in addends), carry)


@lru_cache(maxsize=4)
def _turned(key: str) -> tuple[int, ...]:
    """For each bit of the key: which bits of the digest change if it is turned over."""
    data = key_bytes(key)
    if data is None:
        return ()
    right = int.from_bytes(sha1(join(key)), "big")
    found = []
    for bit in range(KEY_BITS):
        other = bytearray(data)
        other[bit // 8] ^= 0x80 >> bit % 8
        digest = sha1(join(b64encode(other).decode("ascii")))
        found.append(right ^ int.from_bytes(digest, "big"))
    return tuple(found)


def turning_bits(key: str, bit: int) -> tuple[bool, ...]:
    """For each of the 128 bits of the key whether it turns this bit of the digest; empty for what is no key."""
    return tuple(bool(changed >> (159 - bit) & 1) for changed in _turned(key))
