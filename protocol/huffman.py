"""Huffman codes of DEFLATE (RFC 1951 section 3.2): short bit strings for frequent symbols, longer ones for rare.

No code begins another one, so codes need nothing between them. Sender and receiver need not exchange the codes,
only how long each one is, because the rest follows from two rules (section 3.2.2):

    codes of one length are consecutive numbers, in the order of their symbols
    shorter codes come before longer ones

Symbols 0 to 255 are literal bytes, 256 ends the block, 257 to 285 are lengths of references (section 3.2.5).
Distances have codes of their own. A length or distance symbol stands for a range; extra bits behind its code
choose one number in it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST: Final = 15
"""No code has more bits (section 3.2.7: a length of a code is 0 to 15, 0 for symbols that do not occur)."""

END_OF_BLOCK: Final = 256


@dataclass(frozen=True, slots=True)
class Code:
    """The bit string of one symbol: `width` bits, and the number that they are, first bit most significant."""

    symbol: int
    width: int
    bits: int

    @property
    def digits(self) -> str:
        """The bits in the order in which they come, as in `0110000`."""
        return f"{self.bits:0{self.width}b}"


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers `first` to `last` that a length or distance symbol stands for; `extra` bits tell which."""

    symbol: int
    extra: int
    first: int
    last: int


def assign(lengths: Sequence[int]) -> tuple[Code, ...]:
    """The codes for `lengths`, one length a symbol from 0 on: the three steps of section 3.2.2."""
    # 1. Count the codes of each length.
    count = Counter(length for length in lengths if length)
    # 2. Find the smallest code of each length: the one after the last shorter code, with a 0 at its end.
    smallest = {}
    code = 0
    for width in range(1, LONGEST + 1):
        code = (code + count[width - 1]) << 1
        smallest[width] = code
    # 3. Give consecutive codes to the symbols of each length.
    codes = []
    for symbol, width in enumerate(lengths):
        if width:
            codes.append(Code(symbol, width, smallest[width]))
            smallest[width] += 1
    return tuple(codes)


def fault(lengths: Sequence[int], *, one_may_do: bool = True) -> str | None:
    """What is wrong with these lengths, or None.

    A code of n bits takes the 2**-n part of all bit strings; together they must take all. `one_may_do`: a single
    code has one bit, not none, and leaves the other bit unused (section 3.2.7); so may no code at all.
    """
    used = [length for length in lengths if length]
    taken = sum(2 ** (LONGEST - length) for length in used)
    if taken > 2**LONGEST:
        return "has more codes than their bits can tell apart"
    if taken < 2**LONGEST and not (one_may_do and used in ([], [1])):
        return "leaves bit strings without a symbol"
    return None


class Huffman:
    """One set of codes, with what reading needs: the symbol for a bit string."""

    def __init__(self, lengths: Sequence[int]) -> None:
        self.codes = assign(lengths)
        self.longest = max(lengths, default=0)
        self._found = {(code.width, code.bits): code for code in self.codes}

    def find(self, width: int, bits: int) -> Code | None:
        """The code that is these `width` bits, or None."""
        return self._found.get((width, bits))


def _ranges(symbol: int, first: int, extras: Sequence[int]) -> dict[int, Range]:
    """The ranges of consecutive symbols: each begins where the one before ends."""
    found = {}
    for extra in extras:
        found[symbol] = Range(symbol, extra, first, first + 2**extra - 1)
        symbol, first = symbol + 1, first + 2**extra
    return found


LENGTHS: Final = _ranges(257, 3, [0] * 8 + [1] * 4 + [2] * 4 + [3] * 4 + [4] * 4 + [5] * 4) | {
    285: Range(285, 0, 258, 258)
}
"""Section 3.2.5, first table: lengths 3 to 258. The longest has a symbol of its own, without extra bits."""

DISTANCES: Final = _ranges(0, 1, [0, 0, *(extra for extra in range(14) for _ in range(2))])
"""Section 3.2.5, second table: distances 1 to 32768."""

FIXED_SYMBOLS: Final = Huffman([8] * 144 + [9] * 112 + [7] * 24 + [8] * 8)
"""Section 3.2.6: the literal and length codes of blocks with BTYPE 01. Symbols 286 and 287 never occur."""

FIXED_DISTANCES: Final = Huffman([5] * 32)
"""Section 3.2.6: 5 bits a distance symbol. Symbols 30 and 31 never occur."""

ORDER_OF_LENGTHS: Final = (16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15)
"""Section 3.2.7: the order in which the lengths of the code length codes stand; the last ones are often left out."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A code length symbol that stands for several lengths: `first` to `first + 2**extra - 1` of them."""

    extra: int
    first: int
    previous: bool
    """Whether the length before is repeated; otherwise it is 0."""


REPEATS: Final = {16: Repeat(2, 3, previous=True), 17: Repeat(3, 3, previous=False), 18: Repeat(7, 11, previous=False)}
"""Section 3.2.7: symbols 0 to 15 are a length each, these are several."""
