"""The bits of a compressed message in the order in which they are read, cut into codes that have a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from protocol.deflate_blocks import BlockType, EndOfBlock, Literal, Reference, Stored
from protocol.huffman import END_OF_BLOCK

if TYPE_CHECKING:
    from app.drawing.marks import Words
    from protocol.deflate_blocks import Block, Symbol
    from protocol.packed import Packed

LITERAL: Final = "literal"
COPY: Final = "copy"
BLOCK: Final = "block"

LENGTHS_OF: Final = "length of "
"""How `protocol.inflate` names the lengths of the code length codes."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Some bits with a name; `symbol` is the number of the literal or reference that they belong to, if any."""

    start: int
    width: int
    kind: str
    name: str
    spoken: str
    symbol: int | None = None

    @property
    def stop(self) -> int:
        """The first bit after it."""
        return self.start + self.width


def shown_byte(byte: int) -> str:
    """A literal as one character: a space as a dot, what is no printable ASCII in hex."""
    if byte == 0x20:
        return "·"
    return chr(byte) if 0x20 < byte < 0x7F else f"{byte:02x}"


def segments(packed: Packed, words: Words) -> tuple[Segment, ...]:
    """All codes of a message, up to the last bit of its payload."""
    end = 8 * len(packed.payload)
    found: list[Segment] = []
    number = 0
    for block in packed.opened.blocks if packed.opened is not None else ():
        found += _header(block, words)
        for symbol in block.symbols:
            own = number if isinstance(symbol, Literal | Reference) else None
            found += _symbol(symbol, own, words)
            number += own is not None
        if block.padding is not None and block.padding.width:
            found.append(_plain(block.padding.start_bit, block.padding.width, _pad(words), words))
    return tuple(_cut(each, end) for each in found if each.width and each.start < end)


def _cut(segment: Segment, end: int) -> Segment:
    width = min(segment.stop, end) - segment.start
    return Segment(segment.start, width, segment.kind, segment.name, segment.spoken, segment.symbol)


def _plain(start: int, width: int, name: str, words: Words, meaning: str = "") -> Segment:
    text = words.translate("figures", "{name}: {bits} bits from bit {start}")
    if width == 1:
        text = words.translate("figures", "{name}: 1 bit, bit {start}")
    spoken = text.format(name=meaning or name, bits=width, start=start)
    return Segment(start, width, BLOCK, name, spoken)


def _pad(words: Words) -> str:
    return words.translate("figures", "pad")


def _header(block: Block, words: Words) -> list[Segment]:
    """BFINAL and BTYPE together, then what the type of the block adds."""
    first = words.translate("figures", "block"), words.translate("figures", "empty")
    kinds = {
        BlockType.STORED: words.translate("figures", "A block without compression"),
        BlockType.FIXED: words.translate("figures", "A block with the fixed codes of RFC 1951"),
        BlockType.DYNAMIC: words.translate("figures", "A block with codes of its own"),
    }
    empty = block.kind is BlockType.STORED and not block.text
    parts = [_plain(block.start_bit, 3, first[empty], words, kinds[block.kind])]
    rest = block.header[2:]
    lengths = [bits for bits in rest if bits.name.startswith(LENGTHS_OF)]
    for bits in rest:
        if bits.width and bits not in lengths:
            number = f"{bits.value:04x}" if block.kind is BlockType.STORED else str(bits.value)
            name = _pad(words) if bits.name == "padding" else f"{bits.name} {number}"
            parts.append(_plain(bits.start_bit, bits.width, name, words))
    if lengths:
        start = lengths[0].start_bit
        name = words.translate("figures", "how long the codes of the lengths are")
        parts.append(_plain(start, lengths[-1].start_bit + lengths[-1].width - start, name, words))
    if block.code_lengths:
        start, last = block.code_lengths[0].start_bit, block.code_lengths[-1]
        name = words.translate("figures", "how long each code is")
        parts.append(_plain(start, last.start_bit + last.width - start, name, words))
    return parts


def _symbol(symbol: Symbol, number: int | None, words: Words) -> list[Segment]:
    if isinstance(symbol, Literal):
        name = shown_byte(symbol.code.symbol)
        text = words.translate("figures", "Literal {name}: the code {digits}")
        spoken = text.format(name=name, digits=symbol.code.digits)
        return [Segment(symbol.start_bit, symbol.width, LITERAL, name, spoken, number)]
    if isinstance(symbol, Reference):
        return _reference(symbol, number, words)
    if isinstance(symbol, EndOfBlock):
        name = words.translate("figures", "end of block")
        text = words.translate("figures", "The symbol {symbol} ends the block: the code {digits}")
        spoken = text.format(symbol=END_OF_BLOCK, digits=symbol.code.digits)
        return [Segment(symbol.start_bit, symbol.width, BLOCK, name, spoken)]
    assert isinstance(symbol, Stored)
    name = words.translate("figures", "bytes as they are")
    return [_plain(symbol.start_bit, symbol.width, name, words)]


def _reference(symbol: Reference, number: int | None, words: Words) -> list[Segment]:
    first = symbol.length_code.width + symbol.length_extra.width
    length = words.translate("figures", "length {length}").format(length=symbol.length)
    distance = words.translate("figures", "dist. {distance}").format(distance=symbol.distance)
    text = words.translate("figures", "How much is copied, {length} bytes: the code {digits}, extra bits: {extra}")
    much = text.format(length=symbol.length, digits=symbol.length_code.digits, extra=symbol.length_extra.width)
    text = words.translate("figures", "From how far back, {distance} bytes: the code {digits}, extra bits: {extra}")
    far = text.format(
        distance=symbol.distance, digits=symbol.distance_code.digits, extra=symbol.distance_extra.width
    )  # fmt: skip
    return [
        Segment(symbol.start_bit, first, COPY, length, much, number),
        Segment(symbol.start_bit + first, symbol.width - first, COPY, distance, far, number),
    ]
