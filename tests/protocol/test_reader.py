"""The reader: any chunking gives the same results, and it always knows what it misses."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from protocol.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Generator


def line() -> Generator[int, bytes, bytes]:
    """One byte of length, then as many bytes."""
    (length,) = yield 1
    return (yield length)


def enormous() -> Generator[int, bytes, bytes]:
    yield 1
    return (yield 2**63)


def chunks(data: bytes, cuts: list[int]) -> list[bytes]:
    edges = [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]
    return [data[a:b] for a, b in itertools.pairwise(edges)]


def test_results_come_when_they_are_whole() -> None:
    reader = Reader(line)
    assert reader.feed(b"\x02a") == []
    assert (reader.buffered, reader.missing) == (2, 1)
    assert reader.feed(b"b\x00\x01") == [b"ab", b""]
    assert (reader.buffered, reader.missing) == (1, 1)
    assert reader.begun(10) == b"\x01"
    assert reader.feed(b"c") == [b"c"]
    assert (reader.buffered, reader.missing, reader.begun(10)) == (0, 1, b"")


@given(st.lists(st.binary(max_size=20)), st.lists(st.integers(0, 300), max_size=30))
def test_any_chunking_gives_the_same_results(lines: list[bytes], cuts: list[int]) -> None:
    data = b"".join(bytes((len(each),)) + each for each in lines)
    reader = Reader(line)
    assert [result for chunk in chunks(data, cuts) for result in reader.feed(chunk)] == lines
    assert reader.buffered == 0


@given(st.binary(max_size=60))
def test_exactly_what_is_missing_is_missing(data: bytes) -> None:
    reader = Reader(line)
    reader.feed(data)
    missing = reader.missing
    assert missing > 0
    held = reader.buffered
    assert reader.feed(b"\x01" * (missing - 1)) == []
    assert reader.buffered == held + missing - 1
    assert reader.missing == 1


def test_asking_costs_nothing() -> None:
    reader = Reader(enormous)
    assert reader.feed(b"abc") == []
    assert reader.missing == 2**63 - 2
    assert reader.buffered == 3
