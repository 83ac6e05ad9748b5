"""The example of RFC 6455 section 1.3, step by step, and the fast way beside the open one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.accept import accept_trace, accept_value, join, key_bytes
from protocol.vocabulary import GUID

KEY = "dGhlIHNhbXBsZSBub25jZQ=="
"""RFC 6455 section 1.3."""


def test_the_example_of_the_rfc() -> None:
    assert accept_value(KEY) == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="


def test_every_step_of_the_example() -> None:
    trace = accept_trace(KEY)
    # RFC 6455 section 1.3 prints the joined string and the digest.
    assert trace.joined == b"dGhlIHNhbXBsZSBub25jZQ==258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
    assert trace.digest == bytes.fromhex("b37a4f2cc0624f1690f64606cf385945b2bec4ea")
    assert trace.accept == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
    assert trace.guid == GUID


def test_sixty_bytes_are_two_blocks() -> None:
    padded = accept_trace(KEY).sha1.padded
    assert len(padded) == 128
    assert padded[:60] == (KEY + GUID).encode()
    assert padded[60:] == b"\x80" + bytes(59) + (480).to_bytes(8, "big")


@given(
    st.text(st.characters(max_codepoint=255), max_size=120),
    st.text(st.characters(max_codepoint=127), max_size=40),
)
def test_open_and_fast_agree(key: str, guid: str) -> None:
    trace = accept_trace(key, guid)
    assert trace.accept == accept_value(key, guid)
    assert len(trace.accept) == 28


def test_one_wrong_digit_changes_the_answer() -> None:
    wrong = accept_value(KEY, GUID[:-1] + "2")
    assert wrong != accept_value(KEY)
    assert len(wrong) == 28


@given(st.binary(max_size=40))
def test_key_bytes_takes_sixteen(data: bytes) -> None:
    from protocol.base64 import encode

    assert key_bytes(encode(data)) == (data if len(data) == 16 else None)


def test_the_example_key_is_a_sentence() -> None:
    assert key_bytes(KEY) == b"the sample nonce"


@pytest.mark.parametrize(
    "key",
    ["", "dGhlIHNhbXBsZSBub25jZQ", "dGhlIHNhbXBsZSBub25jZQ=", "not base64 at all!!", "ключ", KEY + "\n"],
)
def test_what_is_no_key(key: str) -> None:
    assert key_bytes(key) is None


def test_text_that_no_header_can_carry() -> None:
    with pytest.raises(ValueError, match="latin-1"):
        join("ключ")
