"""The bits of DEFLATE in their order, RFC 1951 section 3.1.1."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.bit_reader import BitReader
from protocol.deflate import InflateError
from protocol.deflate_blocks import Bits
from protocol.huffman import FIXED_SYMBOLS, Huffman


def test_the_first_two_bytes_of_hello() -> None:
    reader = BitReader(bytes.fromhex("f248"))
    assert reader.number("BFINAL", 1) == Bits("BFINAL", 0, 1, 0)
    assert reader.number("BTYPE", 2) == Bits("BTYPE", 1, 2, 1)
    code = reader.code(FIXED_SYMBOLS)
    assert (code.symbol, code.digits) == (ord("H"), "01111000")
    assert reader.at == 11


@given(st.binary(min_size=1, max_size=8))
def test_numbers_are_little_endian(data: bytes) -> None:
    reader = BitReader(data)
    assert reader.number("all", 8 * len(data)).value == int.from_bytes(data, "little")


def test_padding_goes_to_the_next_whole_byte() -> None:
    reader = BitReader(bytes.fromhex("f9aabb"))
    assert reader.padding().width == 0
    reader.number("three", 3)
    assert reader.padding() == Bits("padding", 3, 5, 0b11111)
    assert reader.octets(2) == bytes.fromhex("aabb")
    assert reader.at == reader.end


def test_a_code_that_is_none() -> None:
    reader = BitReader(b"\xff")
    reader.number("two", 2)
    with pytest.raises(InflateError, match="Bit 2: no symbol has a code that begins like this") as error:
        reader.code(Huffman([1]))
    assert error.value.bit == 2


def test_the_end_of_the_data() -> None:
    reader = BitReader(b"\xff")
    reader.number("seven", 7)
    with pytest.raises(InflateError, match="Bit 8: the data end") as error:
        reader.number("two", 2)
    assert error.value.bit == 8
    with pytest.raises(InflateError, match="Bit 16: the data end"):
        BitReader(b"ab").octets(3)
