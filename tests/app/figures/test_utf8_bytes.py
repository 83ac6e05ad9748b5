"""The bytes of a text as the validator meets them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.figures.utf8_bytes import find_text, marker_bits, naive, state_after
from protocol.fragments import TAIL, Utf8
from protocol.vocabulary import Opcode
from tests.app.figures.lanes_support import after, facts_of, frame


def text_in(raw, fact_id, focus="client/message:0"):
    facts = facts_of(raw)
    return find_text(facts, after(facts, fact_id), focus)


@given(st.binary(max_size=12))
def test_the_state_is_that_of_the_validator(data):
    check = Utf8()
    check.feed(data)
    state = state_after(data)
    assert (state.bad, state.pending if state.bad is None else 0) == (
        check.bad,
        0 if check.bad is not None else check.pending,
    )


@given(st.binary(max_size=6), st.integers(0, 255))
def test_exactly_the_allowed_bytes_go_on(data, byte):
    state = state_after(data)
    if state.bad is None:
        good = Utf8().feed(data + bytes([byte])) is None
        assert good == any(byte in one for one in state.allowed)


@given(st.characters(exclude_categories=["Cs"]))
def test_the_bits_of_a_good_character_are_its_code_point(sign):
    assert naive(sign.encode()) == ord(sign)


@pytest.mark.parametrize(
    ("data", "value"),
    [("c0af", 0x2F), ("e080af", 0x2F), ("f08080af", 0x2F), ("eda080", 0xD800), ("f4908080", 0x110000), ("fcdf", None)],
)
def test_what_a_naive_reader_would_make_of_bad_bytes(data, value):
    assert naive(bytes.fromhex(data)) == value


def test_marker_bits():
    assert [marker_bits(byte) for byte in (0x41, 0x80, 0xC3, 0xE2, 0xF0)] == [1, 2, 3, 4, 5]


def test_a_character_across_fragments():
    raw = frame(Opcode.TEXT, b"a\xe2\x82", fin=False) + frame(Opcode.CONTINUATION, b"\xac")
    text = text_in(raw, "client.frame.0.arrived")
    assert [(byte.fragment, byte.start, byte.size, byte.known) for byte in text.bytes_] == [
        (1, 0, 1, True), (1, 1, 3, True), (1, 1, 3, True), (2, 1, 3, False),
    ]  # fmt: skip
    assert text.state.pending == 2
    assert text.state.allowed == (TAIL,)
    assert text_in(raw, "client.message.0").whole


def test_the_focus_stops_the_validator_at_a_byte():
    raw = frame(Opcode.TEXT, "aü€".encode())
    text = text_in(raw, "client.message.0", "client/message:0/byte:1")
    assert (text.known, text.state.pending, text.whole) == (2, 1, False)
    assert text.bytes_[2].here


def test_the_byte_that_fails_and_what_is_not_read_behind_it():
    text = text_in(frame(Opcode.TEXT, b"ab\xc0\xafc"), "client.broken.0")
    assert (text.state.bad, text.code, text.known) == (2, 1007, 3)


def test_a_message_that_ends_inside_a_character():
    text = text_in(frame(Opcode.TEXT, b"a\xe2"), "client.broken.0")
    assert (text.state.bad, text.cut_off, text.code) == (None, True, 1007)


def test_binary_is_not_checked():
    text = text_in(frame(Opcode.BINARY, b"\xff\x80"), "client.message.0")
    assert (text.is_text, text.whole, text.state.bad) == (False, True, None)


def test_no_message():
    assert find_text(facts_of(frame(Opcode.PING, b"")), 10**6, "client") is None
