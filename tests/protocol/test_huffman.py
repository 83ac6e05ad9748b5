"""The Huffman codes of DEFLATE, RFC 1951 section 3.2."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.huffman import DISTANCES, FIXED_DISTANCES, FIXED_SYMBOLS, LENGTHS, Code, Huffman, assign, fault


def test_the_example_of_section_3_2_2() -> None:
    codes = assign([3, 3, 3, 3, 3, 2, 4, 4])
    digits = {"ABCDEFGH"[code.symbol]: code.digits for code in codes}
    assert digits == {
        "A": "010",
        "B": "011",
        "C": "100",
        "D": "101",
        "E": "110",
        "F": "00",
        "G": "1110",
        "H": "1111",
    }


@pytest.mark.parametrize(
    ("first", "last", "first_code", "last_code"),
    [
        (0, 143, "00110000", "10111111"),
        (144, 255, "110010000", "111111111"),
        (256, 279, "0000000", "0010111"),
        (280, 287, "11000000", "11000111"),
    ],
)
def test_the_fixed_codes_of_section_3_2_6(first: int, last: int, first_code: str, last_code: str) -> None:
    assert FIXED_SYMBOLS.codes[first].digits == first_code
    assert FIXED_SYMBOLS.codes[last].digits == last_code


def test_fixed_distances_are_five_bits() -> None:
    assert [code.digits for code in FIXED_DISTANCES.codes] == [f"{symbol:05b}" for symbol in range(32)]


@pytest.mark.parametrize(
    ("symbol", "extra", "first", "last"),
    [(257, 0, 3, 3), (264, 0, 10, 10), (265, 1, 11, 12), (269, 2, 19, 22), (280, 4, 115, 130), (285, 0, 258, 258)],
)
def test_lengths_of_section_3_2_5(symbol: int, extra: int, first: int, last: int) -> None:
    row = LENGTHS[symbol]
    assert (row.symbol, row.extra, row.first, row.last) == (symbol, extra, first, last)


@pytest.mark.parametrize(
    ("symbol", "extra", "first", "last"),
    [(0, 0, 1, 1), (3, 0, 4, 4), (4, 1, 5, 6), (10, 4, 33, 48), (19, 8, 769, 1024), (29, 13, 24577, 32768)],
)
def test_distances_of_section_3_2_5(symbol: int, extra: int, first: int, last: int) -> None:
    row = DISTANCES[symbol]
    assert (row.symbol, row.extra, row.first, row.last) == (symbol, extra, first, last)


def test_there_are_29_lengths_and_30_distances() -> None:
    assert list(LENGTHS) == list(range(257, 286))
    assert list(DISTANCES) == list(range(30))


@given(st.lists(st.integers(0, 15), max_size=40))
def test_lengths_that_are_taken_make_codes_of_which_none_begins_another(lengths: list[int]) -> None:
    used = [length for length in lengths if length]
    taken = sum((Fraction(1, 2**length) for length in used), Fraction(0))
    reason = fault(lengths)
    assert (reason is None) == (taken == 1 or used in ([], [1]))
    if reason is None:
        digits = [code.digits for code in assign(lengths)]
        assert [len(each) for each in digits] == used
        assert not any(a != b and b.startswith(a) for a in digits for b in digits)


def test_a_single_code_may_do_for_distances_and_not_for_code_lengths() -> None:
    assert fault([0, 1]) is None
    assert fault([0, 1], one_may_do=False) == "leaves bit strings without a symbol"
    assert fault([0, 2]) == "leaves bit strings without a symbol"
    assert fault([1, 1, 1]) == "has more codes than their bits can tell apart"


def test_finding_a_code() -> None:
    codes = Huffman([2, 1, 2])
    assert codes.longest == 2
    assert codes.find(1, 0b0) == Code(1, 1, 0b0)
    assert codes.find(1, 0b1) is None
    assert codes.find(2, 0b11) == Code(2, 2, 0b11)
