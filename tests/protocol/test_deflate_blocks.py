"""The values that a DEFLATE stream is made of."""

from __future__ import annotations

import dataclasses

import pytest

from protocol.deflate_blocks import Bits, Block, BlockType, EndOfBlock, Literal, Reference
from protocol.huffman import FIXED_SYMBOLS, Code


def reference(at: int, distance: int) -> Reference:
    none = Bits("extra bits", 0, 0, 0)
    return Reference(11, 13, at, Code(258, 7, 2), none, Code(4, 5, 4), none, 4, distance, b"ello")


def test_a_literal_is_its_byte() -> None:
    assert Literal(3, 8, 0, FIXED_SYMBOLS.codes[0x48]).text == b"H"


def test_a_reference_says_where_it_copies_from() -> None:
    assert reference(at=9, distance=5).source == 4
    assert reference(at=1, distance=5).source == -4


def test_the_text_of_a_block_is_that_of_its_symbols() -> None:
    symbols = (
        Literal(3, 8, 0, FIXED_SYMBOLS.codes[0x48]),
        reference(1, 5),
        EndOfBlock(24, 7, FIXED_SYMBOLS.codes[256]),
    )
    block = Block(0, 31, False, BlockType.FIXED, (), (), (), FIXED_SYMBOLS.codes, (), symbols, None)
    assert block.text == b"Hello"


def test_the_values_are_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        reference(1, 5).length = 3  # type: ignore[misc]  # the mistake that is tested
