"""SHA-1 (FIPS 180-4), once fast and once with every round open.

The message is padded to whole blocks of 64 bytes (section 5.1.1). Each block is 16 words of 32 bits, which
grow to 80 (section 6.1.2, step 1), and 80 rounds stir one word each into five registers a, b, c, d, e (step
3):

    T = ROTL5(a) + f_t(b, c, d) + e + K_t + W_t    mod 2^32
    e = d,   d = c,   c = ROTL30(b),   b = a,   a = T

After the last round the registers are added to what they were before the block (step 4), and the five sums
are the start of the next block; those after the last block are the digest, 20 bytes.

SHA-1 no longer protects secrets. RFC 6455 needs it only as a recipe that nobody follows by accident (section
10.8).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

BLOCK: Final = 64
"""Bytes in a block (FIPS 180-4 figure 1: 512 bits)."""

ROUNDS: Final = 80
"""Rounds, and words of the schedule, per block."""

Registers = tuple[int, int, int, int, int]
"""a, b, c, d, e: five words of 32 bits."""


def choose(x: int, y: int, z: int) -> int:
    """Ch: each bit of x chooses, 1 the bit of y and 0 the bit of z (section 4.1.1)."""
    return (x & y) ^ (~x & z)


def parity(x: int, y: int, z: int) -> int:
    """Parity: 1 where an odd number of the three bits are 1 (section 4.1.1)."""
    return x ^ y ^ z


def majority(x: int, y: int, z: int) -> int:
    """Maj: the bit that at least two of the three have (section 4.1.1)."""
    return (x & y) ^ (x & z) ^ (y & z)


@dataclass(frozen=True, slots=True)
class Band:
    """Twenty rounds from `first` on that share one function (section 4.1.1) and one constant (section
    4.2.1)."""

    first: int
    name: str
    function: Callable[[int, int, int], int]
    k: int

    @property
    def last(self) -> int:
        """The last round of the band."""
        return self.first + 19


BANDS: Final = (
    Band(0, "Ch", choose, 0x5A827999),
    Band(20, "Parity", parity, 0x6ED9EBA1),
    Band(40, "Maj", majority, 0x8F1BBCDC),
    Band(60, "Parity", parity, 0xCA62C1D6),
)

START: Final[Registers] = (0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0)
"""The registers before the first block (section 5.3.1)."""


@dataclass(frozen=True, slots=True)
class Round:
    """Round `t`: `f`, `k`, `w` are the values that were added, `a` to `e` the registers after it."""

    t: int
    f: int
    k: int
    w: int
    a: int
    b: int
    c: int
    d: int
    e: int

    @property
    def registers(self) -> Registers:
        """The five registers after the round."""
        return self.a, self.b, self.c, self.d, self.e


@dataclass(frozen=True, slots=True)
class BlockTrace:
    """One block of 64 bytes on its way through: its 80 words, its 80 rounds, the registers before it and
    after it."""

    data: bytes
    before: Registers
    words: tuple[int, ...]
    rounds: tuple[Round, ...]
    after: Registers

    def registers_before(self, t: int) -> Registers:
        """The registers that round `t` starts from."""
        return self.before if t == 0 else self.rounds[t - 1].registers


@dataclass(frozen=True, slots=True)
class Sha1Trace:
    """Everything that happened to a message: the padded bytes, block by block, and the 20 bytes of the
    digest."""

    message: bytes
    padded: bytes
    blocks: tuple[BlockTrace, ...]
    digest: bytes


def sha1(data: bytes) -> bytes:
    """The digest, 20 bytes. hashlib runs the same rounds in C; the digest protects nothing here and says
    so."""
    return hashlib.sha1(data, usedforsecurity=False).digest()


def sha1_trace(data: bytes) -> Sha1Trace:
    """The digest, with every word and round on the way to it (FIPS 180-4 section 6.1.2). Any length."""
    padded = pad(data)
    registers = START
    blocks = []
    for start in range(0, len(padded), BLOCK):
        block = trace_block(padded[start : start + BLOCK], registers)
        blocks.append(block)
        registers = block.after
    digest = b"".join(word.to_bytes(4, "big") for word in registers)
    return Sha1Trace(data, padded, tuple(blocks), digest)


def pad(message: bytes) -> bytes:
    """The message, a 1 bit, zeros up to 8 bytes before the end of a block, and the length in bits (section
    5.1.1).

    The 1 bit with the seven zeros that fill its byte is 0x80, so that at least 9 bytes follow every message.
    """
    zeros = -(len(message) + 9) % BLOCK
    return message + b"\x80" + bytes(zeros) + (8 * len(message)).to_bytes(8, "big")


def trace_block(data: bytes, before: Registers) -> BlockTrace:
    """One block through its 80 rounds (section 6.1.2, steps 1 to 4)."""
    words = schedule(data)
    rounds = []
    a, b, c, d, e = before
    for t, w in enumerate(words):
        band = BANDS[t // 20]
        f = band.function(b, c, d)
        total = add(rotl(a, 5), f, e, band.k, w)
        a, b, c, d, e = total, a, rotl(b, 30), c, d
        rounds.append(Round(t, f, band.k, w, a, b, c, d, e))
    h0, h1, h2, h3, h4 = before
    after = (add(h0, a), add(h1, b), add(h2, c), add(h3, d), add(h4, e))
    return BlockTrace(data, before, words, tuple(rounds), after)


def schedule(data: bytes) -> tuple[int, ...]:
    """The 80 words: 16 from the block, each other one from four words before it (section 6.1.2, step 1)."""
    words = [int.from_bytes(data[4 * t : 4 * t + 4], "big") for t in range(16)]
    for t in range(16, ROUNDS):
        w3, w8, w14, w16 = (words[source] for source in word_sources(t))
        words.append(rotl(w3 ^ w8 ^ w14 ^ w16, 1))
    return tuple(words)


def word_sources(t: int) -> tuple[int, ...]:
    """The four words that word `t` is made of, none for the 16 words of the block itself."""
    return () if t < 16 else (t - 3, t - 8, t - 14, t - 16)


def rotl(word: int, n: int) -> int:
    """The 32 bits rotated left by n places: what leaves on the left comes back on the right (section
    2.2.2)."""
    return (word << n | word >> (32 - n)) & 0xFFFFFFFF


def add(*words: int) -> int:
    """Addition modulo 2^32: what overflows 32 bits is dropped (section 2.2.2)."""
    return sum(words) & 0xFFFFFFFF


def function_name(t: int) -> str:
    """`Ch`, `Parity` or `Maj`: the function of round `t` (section 4.1.1)."""
    return BANDS[t // 20].name
