"""What a DEFLATE stream is made of (RFC 1951 section 3.2): frozen values that `protocol.inflate` makes.

Each one knows its `start_bit` and `width`. Bits are counted as DEFLATE packs them: bit n of the stream is bit n % 8
of byte n // 8, where bit 0 of a byte is its least significant one (section 3.1.1). This is not the order in which
WebSocket counts the bits of a frame. Laid end to end, the values are the whole stream.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from protocol.huffman import Code


class BlockType(IntEnum):
    """BTYPE (section 3.2.3); 3 is reserved."""

    STORED = 0
    FIXED = 1
    DYNAMIC = 2


@dataclass(frozen=True, slots=True)
class Bits:
    """A number of the stream that is not a Huffman code: `width` bits from `start_bit` on."""

    name: str
    start_bit: int
    width: int
    value: int


@dataclass(frozen=True, slots=True)
class CodeLength:
    """One step of a dynamic block's code lengths: symbols `first` on, `count` of them, have codes of `length` bits.

    Symbols of distances are counted on from those of literals and lengths. `code` is of the code length codes; a
    repeat has extra bits behind it, which `width` includes.
    """

    start_bit: int
    width: int
    code: Code
    first: int
    count: int
    length: int


@dataclass(frozen=True, slots=True)
class Stored:
    """The bytes of a stored block, which come as they are. `at` is the index of the first one in the text."""

    start_bit: int
    width: int
    at: int
    text: bytes


@dataclass(frozen=True, slots=True)
class Literal:
    """One byte of text at index `at`, as a code."""

    start_bit: int
    width: int
    at: int
    code: Code

    @property
    def text(self) -> bytes:
        """The byte."""
        return bytes([self.code.symbol])


@dataclass(frozen=True, slots=True)
class Reference:
    """`length` bytes of text at index `at`, copied from `distance` bytes before (section 3.2.3).

    If the length is greater than the distance, the copy reads what it has just written. `length_extra` and
    `distance_extra` are the extra bits behind the codes, 0 bits wide where there are none.
    """

    start_bit: int
    width: int
    at: int
    length_code: Code
    length_extra: Bits
    distance_code: Code
    distance_extra: Bits
    length: int
    distance: int
    text: bytes

    @property
    def source(self) -> int:
        """The index in the text of the first byte that is copied; below 0 it is a byte of an earlier message."""
        return self.at - self.distance


@dataclass(frozen=True, slots=True)
class EndOfBlock:
    """The symbol 256."""

    start_bit: int
    width: int
    code: Code
    text: bytes = b""


Symbol = Stored | Literal | Reference | EndOfBlock


@dataclass(frozen=True, slots=True)
class Block:
    """One block, in the order of the stream: header, code lengths, symbols, padding.

    `header` is BFINAL, BTYPE and what the type adds. The codes are those that the symbols are written with; a
    stored block has none. `length_codes` are those that `code_lengths` are written with, for a dynamic block only.
    `padding` stands behind a block with BFINAL set: the next one begins at a whole byte
    (RFC 7692 section 7.2.1).
    """

    start_bit: int
    width: int
    final: bool
    kind: BlockType
    header: tuple[Bits, ...]
    length_codes: tuple[Code, ...]
    code_lengths: tuple[CodeLength, ...]
    symbol_codes: tuple[Code, ...]
    distance_codes: tuple[Code, ...]
    symbols: tuple[Symbol, ...]
    padding: Bits | None

    @property
    def text(self) -> bytes:
        """What the block inflates to."""
        return b"".join(symbol.text for symbol in self.symbols)


@dataclass(frozen=True, slots=True)
class Inflated:
    """A message: `data`, which is its payload with 00 00 FF FF put back, the blocks in it and the text."""

    data: bytes
    blocks: tuple[Block, ...]
    text: bytes
