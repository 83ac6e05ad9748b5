"""Masking, RFC 6455 section 5.3."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.utils import apply_mask

from protocol.masking import BLOCK, SHORT, MaskStep, mask, mask_steps

if TYPE_CHECKING:
    from collections.abc import Callable

KEY = bytes.fromhex("37fa213d")
keys = st.binary(min_size=4, max_size=4)


def test_the_example_of_section_5_7() -> None:
    assert mask(b"Hello", KEY) == bytes.fromhex("7f9f4d5158")


def test_the_steps_name_every_byte() -> None:
    steps = mask_steps(b"Hello", KEY)
    assert steps[0] == MaskStep(index=0, payload=0x48, key_index=0, key=0x37, wire=0x7F)
    assert steps[4] == MaskStep(index=4, payload=0x6F, key_index=0, key=0x37, wire=0x58)
    assert [step.key_index for step in steps] == [0, 1, 2, 3, 0]


@given(st.binary(max_size=300), keys)
def test_fast_and_slow_are_equal(data: bytes, key: bytes) -> None:
    assert mask(data, key) == bytes(step.wire for step in mask_steps(data, key))


@given(st.binary(max_size=300), keys)
def test_equal_to_another_implementation_and_its_own_inverse(data: bytes, key: bytes) -> None:
    assert mask(data, key) == apply_mask(data, key)
    assert mask(mask(data, key), key) == data


@given(st.binary(max_size=60), keys, st.integers(0, 60))
def test_a_payload_may_be_masked_in_pieces(data: bytes, key: bytes, cut: int) -> None:
    cut = min(cut, len(data))
    assert mask(data[:cut], key) + mask(data[cut:], key, offset=cut) == mask(data, key)


SEAMS = [SHORT - 1, SHORT, SHORT + 1, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 2 * BLOCK + 3, 3 * BLOCK + SHORT + 2]


@pytest.mark.parametrize("size", SEAMS)
@pytest.mark.parametrize("offset", [0, 1, 6, 2**63 + 3])
def test_no_seam_where_the_way_of_computing_changes(size: int, offset: int) -> None:
    data = (bytes(range(251)) * (size // 251 + 1))[:size]
    expected = bytes(byte ^ KEY[(offset + i) % 4] for i, byte in enumerate(data))
    assert mask(data, KEY, offset) == expected


@pytest.mark.parametrize("size", [0, 1, 5, 8, SHORT + 1, 2 * BLOCK + 5])
@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview, lambda data: memoryview(b"?" + data)[1:]])
def test_any_bytes_are_masked_and_left_as_they_are(size: int, kind: Callable[[bytes], bytes]) -> None:
    data = (bytes(range(251)) * (size // 251 + 1))[:size]
    given = kind(data)
    masked = mask(given, KEY)
    assert type(masked) is bytes
    assert masked == apply_mask(data, KEY)
    assert bytes(given) == data


@pytest.mark.parametrize("key", [bytes(4), b"\xff" * 4, b"\0\0\0\1", b"\1\0\0\0", b"\0\xff\0\xff"])
def test_keys_with_zeros_and_ones(key: bytes) -> None:
    for size in (3, 4, 1021, 2 * BLOCK + 1):
        assert mask(bytes(size), key) == (key * size)[:size]


@pytest.mark.parametrize("key", [b"", b"abc", b"abcde"])
def test_a_key_has_four_bytes(key: bytes) -> None:
    with pytest.raises(ValueError, match="4 bytes"):
        mask(b"Hello", key)
    with pytest.raises(ValueError, match="4 bytes"):
        mask_steps(b"Hello", key)
