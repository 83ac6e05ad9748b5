"""SHA-1 open and closed say the same, and the open one says what FIPS 180-4 says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol import sha1

ABC = bytes.fromhex("a9993e364706816aba3e25717850c26c9cd0d89d")


@given(st.binary(max_size=300))
def test_the_trace_ends_in_the_digest(data: bytes) -> None:
    trace = sha1.sha1_trace(data)
    assert trace.digest == sha1.sha1(data)
    assert trace.message == data
    assert b"".join(block.data for block in trace.blocks) == trace.padded


@given(st.integers(min_value=0, max_value=400))
def test_padding_fills_whole_blocks_and_ends_in_the_length(size: int) -> None:
    padded = sha1.pad(b"x" * size)
    assert len(padded) % 64 == 0
    assert 9 <= len(padded) - size < 9 + 64
    assert padded[size] == 0x80
    assert not any(padded[size + 1 : -8])
    assert int.from_bytes(padded[-8:], "big") == 8 * size


def test_abc() -> None:
    # NIST, "Example Algorithms: SHA-1", one block message "abc".
    trace = sha1.sha1_trace(b"abc")
    assert trace.digest == ABC
    assert len(trace.blocks) == 1
    block = trace.blocks[0]
    assert block.words[:2] == (0x61626380, 0)
    assert block.words[15] == 24
    first, last = block.rounds[0], block.rounds[79]
    assert first.registers == (0x0116FC33, 0x67452301, 0x7BF36AE2, 0x98BADCFE, 0x10325476)
    assert last.registers == (0x42541B35, 0x5738D5E1, 0x21834873, 0x681E6DF6, 0xD8FDF6AD)


def test_two_blocks() -> None:
    # FIPS 180 appendix: 56 bytes leave no room for 0x80 and the length.
    text = b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
    trace = sha1.sha1_trace(text)
    assert len(trace.blocks) == 2
    assert trace.digest == bytes.fromhex("84983e441c3bd26ebaae4aa1f95129e5e54670f1")
    assert trace.blocks[1].before == trace.blocks[0].after


def test_rounds_hold_what_was_added() -> None:
    block = sha1.sha1_trace(b"abc").blocks[0]
    for t, step in enumerate(block.rounds):
        a, b, c, d, e = block.registers_before(t)
        assert step.t == t
        assert step.w == block.words[t]
        assert step.k == sha1.BANDS[t // 20].k
        assert step.a == sha1.add(sha1.rotl(a, 5), step.f, e, step.k, step.w)
        assert (step.b, step.c, step.d, step.e) == (a, sha1.rotl(b, 30), c, d)


@pytest.mark.parametrize(
    ("t", "name"),
    [
        (0, "Ch"),
        (19, "Ch"),
        (20, "Parity"),
        (39, "Parity"),
        (40, "Maj"),
        (59, "Maj"),
        (60, "Parity"),
        (79, "Parity"),
    ],
)
def test_function_of_a_round(t: int, name: str) -> None:
    assert sha1.function_name(t) == name


@pytest.mark.parametrize("x", [0, 1])
@pytest.mark.parametrize("y", [0, 1])
@pytest.mark.parametrize("z", [0, 1])
def test_the_three_functions_bit_by_bit(x: int, y: int, z: int) -> None:
    assert sha1.choose(x, y, z) == (y if x else z)
    assert sha1.parity(x, y, z) == (x + y + z) % 2
    assert sha1.majority(x, y, z) == (x + y + z >= 2)


@given(st.integers(min_value=0, max_value=0xFFFFFFFF), st.integers(min_value=1, max_value=31))
def test_rotation_goes_round(word: int, n: int) -> None:
    assert sha1.rotl(sha1.rotl(word, n), 32 - n) == word


def test_sources_of_a_word() -> None:
    assert sha1.word_sources(15) == ()
    assert sha1.word_sources(16) == (13, 8, 2, 0)
    assert sha1.word_sources(37) == (34, 29, 23, 21)
