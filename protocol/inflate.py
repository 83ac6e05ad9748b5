"""DEFLATE opened up, step by step (RFC 1951), for the payload of one compressed message (RFC 7692 section 7.2.2).

    block     BFINAL (1 bit)  BTYPE (2)  then by type:
    stored    00   padding to a whole byte, LEN (16), NLEN (16, the same bits inverted), LEN bytes
    fixed     01   symbols, with the codes of section 3.2.6
    dynamic   10   HLIT (5)  HDIST (5)  HCLEN (4), the lengths of the code length codes (3 each), the lengths of
                   the literal and distance codes, then symbols with these codes
    symbol    a literal byte  |  a length and a distance: copy from there  |  the end of the block

Bit n of the stream is bit n % 8 of byte n // 8, where bit 0 of a byte is its least significant one. Numbers come
with their least significant bit first, Huffman codes with their most significant bit first (section 3.1.1).

This is the slow and clear half: `protocol.deflate` does the same work with zlib, hundreds of times faster.
What zlib refuses is refused here, and references beyond the window as well, which zlib does not always see.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from protocol.bit_reader import BitReader, wrong
from protocol.deflate import TAIL, WINDOW_BITS, InflateError, TooBigError
from protocol.deflate_blocks import (
    Bits,
    Block,
    BlockType,
    CodeLength,
    EndOfBlock,
    Inflated,
    Literal,
    Reference,
    Stored,
    Symbol,
)
from protocol.huffman import (
    DISTANCES,
    END_OF_BLOCK,
    FIXED_DISTANCES,
    FIXED_SYMBOLS,
    LENGTHS,
    ORDER_OF_LENGTHS,
    REPEATS,
    Code,
    Huffman,
    Range,
    fault,
)

NO_CODES: Final = Huffman([])

ROOM: Final = 2**20
"""The largest text, in bytes, that is opened up unless the caller says otherwise."""


def inflate(payload: bytes, window: bytes = b"", window_bits: int = 15, *, room: int = ROOM) -> Inflated:
    """Open up one message's payload. `window` is the text of the messages before, as far as it is remembered.

    Raises InflateError with the bit at which the data go wrong: what cannot be, references to before the first
    byte of `window` or more than 2**`window_bits` bytes back, a payload that ends inside a block. Raises
    TooBigError if the text has more than `room` bytes.
    """
    if window_bits not in WINDOW_BITS:
        raise ValueError(f"a window has 2**8 to 2**15 bytes, not 2**{window_bits}")
    end = 8 * len(payload)
    reader = BitReader(payload + TAIL)
    text = _Text(window, 2**window_bits, room)
    blocks: list[Block] = []
    try:
        while reader.at < reader.end:
            blocks.append(_block(reader, text))
    except InflateError:
        if reader.at <= end:
            raise
    if not (blocks and _is_last(blocks[-1], end)):
        raise InflateError(f"Bit {end}: the payload ends inside a block.", end)
    return Inflated(reader.data, tuple(blocks), text.since(0))


def _is_last(block: Block, end: int) -> bool:
    """Whether the block is the stored one whose lengths were left out of a payload of `end` bits."""
    return block.kind is BlockType.STORED and block.header[-2].start_bit == end


class _Text:
    """What has been inflated, behind what came before the message. At most `room` bytes may be added."""

    def __init__(self, window: bytes, size: int, room: int) -> None:
        self._known = bytearray(window)
        self._before = len(window)
        self._size = size
        self._room = room

    @property
    def at(self) -> int:
        """The index in the message of the next byte."""
        return len(self._known) - self._before

    def since(self, at: int) -> bytes:
        """The message's bytes from index `at` on."""
        return bytes(self._known[self._before + at :])

    def add(self, new: bytes, bit: int) -> None:
        """Add bytes that the data at `bit` stand for."""
        self._check_room(len(new), bit)
        self._known += new

    def copy(self, length: int, distance: int, bit: int) -> None:
        """Add `length` bytes, each a copy of the one `distance` bytes before it; that one may be new itself."""
        if distance > self._size:
            raise wrong(bit, f"{distance} bytes back is beyond the window of {self._size} bytes")
        if distance > len(self._known):
            raise wrong(bit, f"{distance} bytes back is before the first byte")
        self._check_room(length, bit)
        for _ in range(length):
            self._known.append(self._known[-distance])

    def _check_room(self, more: int, bit: int) -> None:
        if self.at + more > self._room:
            raise TooBigError(f"Bit {bit}: here the text grows beyond {self._room} bytes.", bit)


@dataclass(frozen=True, slots=True)
class _Codes:
    """What stands between the first 3 bits of a block and its symbols, and the codes of these."""

    header: tuple[Bits, ...] = ()
    lengths: Huffman = NO_CODES
    steps: tuple[CodeLength, ...] = ()
    symbols: Huffman = NO_CODES
    distances: Huffman = NO_CODES


FIXED: Final = _Codes(symbols=FIXED_SYMBOLS, distances=FIXED_DISTANCES)


def _block(reader: BitReader, text: _Text) -> Block:
    """Section 3.2.3: a header of 3 bits, then what its type says."""
    final = reader.number("BFINAL", 1)
    kind = reader.number("BTYPE", 2)
    if kind.value == 3:
        raise wrong(kind.start_bit, "block type 3 is reserved")
    if kind.value == BlockType.STORED:
        codes = _Codes(_stored_header(reader))
        symbols: tuple[Symbol, ...] = (_stored(reader, text, codes.header[1].value),)
    else:
        codes = FIXED if kind.value == BlockType.FIXED else _dynamic(reader)
        symbols = _symbols(reader, text, codes)
    padding = reader.padding() if final.value else None
    return Block(
        final.start_bit,
        reader.at - final.start_bit,
        bool(final.value),
        BlockType(kind.value),
        (final, kind, *codes.header),
        codes.lengths.codes,
        codes.steps,
        codes.symbols.codes,
        codes.distances.codes,
        symbols,
        padding,
    )


def _stored_header(reader: BitReader) -> tuple[Bits, Bits, Bits]:
    """Section 3.2.4: the padding, the number of bytes, and the same number with all bits inverted."""
    padding = reader.padding()
    size = reader.number("LEN", 16)
    inverted = reader.number("NLEN", 16)
    if inverted.value != size.value ^ 0xFFFF:
        raise wrong(inverted.start_bit, f"NLEN is {inverted.value:04x}, not the inverse of LEN {size.value:04x}")
    return padding, size, inverted


def _stored(reader: BitReader, text: _Text, size: int) -> Stored:
    """Section 3.2.4: the bytes behind the lengths, as they are."""
    start, at = reader.at, text.at
    stored = Stored(start, 8 * size, at, reader.octets(size))
    text.add(stored.text, start)
    return stored


def _dynamic(reader: BitReader) -> _Codes:
    """Section 3.2.7: the code lengths of a dynamic block, which are written with a Huffman code of their own."""
    hlit = reader.number("HLIT", 5)
    hdist = reader.number("HDIST", 5)
    hclen = reader.number("HCLEN", 4)
    literals, distances = hlit.value + 257, hdist.value + 1
    if literals > len(LENGTHS) + 257:
        raise wrong(hlit.start_bit, f"there are no {literals} symbols for literals and lengths")
    if distances > len(DISTANCES):
        raise wrong(hdist.start_bit, f"there are no {distances} symbols for distances")
    widths = [reader.number(f"length of {symbol}", 3) for symbol in ORDER_OF_LENGTHS[: hclen.value + 4]]
    found = {symbol: bits.value for symbol, bits in zip(ORDER_OF_LENGTHS, widths, strict=False)}
    start = reader.at
    lengths = _huffman(
        [found.get(symbol, 0) for symbol in range(19)], widths[0].start_bit, "code length", partial=False
    )
    steps = _code_lengths(reader, lengths, literals + distances)
    all_lengths = [step.length for step in steps for _ in range(step.count)]
    if not all_lengths[END_OF_BLOCK]:
        raise wrong(start, "the end of the block has no code")
    return _Codes(
        (hlit, hdist, hclen, *widths),
        lengths,
        steps,
        _huffman(all_lengths[:literals], start, "literal and length"),
        _huffman(all_lengths[literals:], start, "distance"),
    )


def _code_lengths(reader: BitReader, codes: Huffman, total: int) -> tuple[CodeLength, ...]:
    """The lengths of `total` codes: each by itself, or several that are 0 or like the one before."""
    steps: list[CodeLength] = []
    first = 0
    while first < total:
        start = reader.at
        code = reader.code(codes)
        count, length = 1, code.symbol
        repeat = REPEATS.get(code.symbol)
        if repeat is not None:
            if repeat.previous and not steps:
                raise wrong(start, "there is no length before that could be repeated")
            count = repeat.first + reader.number("repeat", repeat.extra).value
            length = steps[-1].length if repeat.previous else 0
        if first + count > total:
            raise wrong(start, f"{first + count} code lengths are more than the {total} that the header says")
        steps.append(CodeLength(start, reader.at - start, code, first, count, length))
        first += count
    return tuple(steps)


def _huffman(lengths: list[int], bit: int, name: str, *, partial: bool = True) -> Huffman:
    """The codes of these lengths, which stand from `bit` on."""
    reason = fault(lengths, one_may_do=partial)
    if reason is not None:
        raise wrong(bit, f"the {name} code {reason}")
    return Huffman(lengths)


def _symbols(reader: BitReader, text: _Text, codes: _Codes) -> tuple[Symbol, ...]:
    """Section 3.2.3: literals and references up to the end of the block."""
    symbols: list[Symbol] = []
    while True:
        start, at = reader.at, text.at
        code = reader.code(codes.symbols)
        if code.symbol == END_OF_BLOCK:
            symbols.append(EndOfBlock(start, code.width, code))
            return tuple(symbols)
        if code.symbol < END_OF_BLOCK:
            literal = Literal(start, code.width, at, code)
            text.add(literal.text, start)
            symbols.append(literal)
        else:
            symbols.append(_reference(reader, text, codes.distances, code))


def _reference(reader: BitReader, text: _Text, distances: Huffman, length_code: Code) -> Reference:
    """Section 3.2.5: the length, whose code has been read, then the distance, each with extra bits."""
    at = text.at
    start = reader.at - length_code.width
    length_extra, length = _extra(reader, LENGTHS, length_code)
    middle = reader.at
    distance_code = reader.code(distances)
    distance_extra, distance = _extra(reader, DISTANCES, distance_code)
    text.copy(length, distance, middle)
    width = reader.at - start
    return Reference(
        start, width, at, length_code, length_extra, distance_code, distance_extra, length, distance, text.since(at)
    )


def _extra(reader: BitReader, ranges: dict[int, Range], code: Code) -> tuple[Bits, int]:
    """The extra bits behind a code, and the length or distance that both together are."""
    if code.symbol not in ranges:
        raise wrong(reader.at - code.width, f"symbol {code.symbol} never occurs")
    chosen = ranges[code.symbol]
    extra = reader.number("extra bits", chosen.extra)
    return extra, chosen.first + extra.value
