"""Base64 open and closed say the same, and both say what RFC 4648 says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol import base64

VECTORS = [
    (b"", ""),
    (b"f", "Zg=="),
    (b"fo", "Zm8="),
    (b"foo", "Zm9v"),
    (b"foob", "Zm9vYg=="),
    (b"fooba", "Zm9vYmE="),
    (b"foobar", "Zm9vYmFy"),
]
"""RFC 4648 section 10."""


@pytest.mark.parametrize(("data", "text"), VECTORS)
def test_vectors(data: bytes, text: str) -> None:
    assert base64.encode(data) == text
    assert base64.decode(text) == data
    assert "".join(group.characters for group in base64.encode_steps(data)) == text


@given(st.binary(max_size=200))
def test_steps_spell_the_text_and_decoding_goes_back(data: bytes) -> None:
    groups = base64.encode_steps(data)
    assert "".join(group.characters for group in groups) == base64.encode(data)
    assert base64.decode(base64.encode(data)) == data
    assert [group.offset for group in groups] == list(range(0, len(data), 3))


@given(st.binary(min_size=1, max_size=3))
def test_a_group(data: bytes) -> None:
    (group,) = base64.encode_steps(data)
    assert len(group.bits) == 8 * len(data) + group.padding_bits
    assert group.padding_bits == {1: 4, 2: 2, 3: 0}[len(data)]
    assert len(group.sextets) == len(group.characters) == 4
    for place, (sextet, character) in enumerate(zip(group.sextets, group.characters, strict=True)):
        if sextet is None:
            assert character == "="
        else:
            assert int(group.bits[6 * place : 6 * place + 6], 2) == sextet
            assert base64.ALPHABET[sextet] == character


def test_the_last_group_of_a_digest() -> None:
    # RFC 6455 section 1.3: the digest of the example ends in c4 ea.
    (group,) = base64.encode_steps(b"\xc4\xea")
    assert group.bits == "110001001110101000"
    assert group.sextets == (49, 14, 40, None)
    assert group.characters == "xOo="


@pytest.mark.parametrize(
    "text",
    ["A", "AA", "AAA", "AAAA=", "=AAA", "A=AA", "AA=A", "AA==AAAA", "AA A", "AAA\n", "ÄAAA", "AA-_", "===="],
)
def test_what_is_not_base64(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  binascii, the codec and our own check word it differently
        base64.decode(text)
