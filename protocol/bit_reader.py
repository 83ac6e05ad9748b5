"""Reads the bits of DEFLATE (RFC 1951 section 3.1.1).

Bit n of the stream is bit n % 8 of byte n // 8, where bit 0 of a byte is its least significant one. Numbers come
with their least significant bit first, Huffman codes with their most significant bit first:

    the stream   0 1 0 0 1 1 1 1   0 0 0 1 0 0 1 0
    its bytes    F2                48
    read so      BFINAL 0, BTYPE 10 = 1, then the fixed code 01111000 = "H"
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocol.deflate import InflateError
from protocol.deflate_blocks import Bits

if TYPE_CHECKING:
    from protocol.huffman import Code, Huffman


def wrong(bit: int, reason: str) -> InflateError:
    """The error that says where and why."""
    return InflateError(f"Bit {bit}: {reason}.", bit)


class BitReader:
    """Reads numbers and codes from `data`, from bit `at` on."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0
        self.end = 8 * len(data)

    def bit(self) -> int:
        """The next bit."""
        if self.at == self.end:
            self.at += 1
            raise wrong(self.end, "the data end inside a block")
        bit = self.data[self.at // 8] >> self.at % 8 & 1
        self.at += 1
        return bit

    def number(self, name: str, width: int) -> Bits:
        """A number of `width` bits, the least significant one first."""
        start = self.at
        value = sum(self.bit() << place for place in range(width))
        return Bits(name, start, width, value)

    def padding(self) -> Bits:
        """The bits up to the next whole byte, none to seven."""
        return self.number("padding", -self.at % 8)

    def code(self, codes: Huffman) -> Code:
        """A Huffman code, the most significant bit first: bits are taken until they are one."""
        start = self.at
        bits = 0
        for width in range(1, codes.longest + 1):
            bits = bits << 1 | self.bit()
            code = codes.find(width, bits)
            if code is not None:
                return code
        raise wrong(start, "no symbol has a code that begins like this")

    def octets(self, count: int) -> bytes:
        """Whole bytes, which begin at a whole byte."""
        start = self.at // 8
        self.at += 8 * count
        if self.at > self.end:
            raise wrong(self.end, "the data end inside a block")
        return self.data[start : start + count]
