"""One bit of the key turned over: both runs of SHA-1 beside each other."""

from __future__ import annotations

from base64 import b64decode
from hashlib import sha1

import pytest

from protocol.avalanche import KEY_BITS, pair_of
from protocol.vocabulary import GUID

KEY = "dGhlIHNhbXBsZSBub25jZQ=="


@pytest.mark.parametrize("bit", [0, 1, 77, 127])
def test_the_other_key_differs_in_that_bit_alone(bit):
    pair = pair_of(KEY, bit)
    assert pair is not None
    one, other = (int.from_bytes(b64decode(each.key), "big") for each in (pair.first, pair.second))
    assert one ^ other == 1 << 127 - bit
    assert pair.text_bits == sum(
        (a ^ b).bit_count() for a, b in zip(pair.first.joined, pair.second.joined, strict=True)
    )


def test_the_rows_end_where_the_digest_begins():
    pair = pair_of(KEY, 0)
    assert pair is not None
    assert len(pair.rows) == len(pair.counts) == 160
    first = int.from_bytes(sha1(KEY.encode() + GUID.encode()).digest(), "big")
    other = int.from_bytes(sha1(pair.second.key.encode() + GUID.encode()).digest(), "big")
    assert pair.digest_count == (first ^ other).bit_count()
    assert pair.rows[0][0] >> 128 == pair.first.sha1.blocks[0].rounds[0].a


def test_nothing_differs_before_the_word_with_the_bit():
    """Bit 77 is in the tenth byte of the key, its character in word 3: three rounds are the same."""
    pair = pair_of(KEY, 77)
    assert pair is not None
    assert pair.counts[:3] == (0, 0, 0)
    assert pair.counts[3] > 0
    assert all(40 < count < 120 for count in pair.counts[30:])


def test_a_bit_beyond_the_key_is_the_last_one_and_a_bad_key_has_none():
    assert pair_of(KEY, 500) == pair_of(KEY, KEY_BITS - 1)
    assert pair_of("AAAA", 0) is None
    assert pair_of("no base64!", 0) is None
