"""Fields by bit and characters by byte."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.figures.frame_parts import characters, chosen, declared_size, missing_bytes, parts, within
from protocol.frames import encode_frame
from tests.app.figures.frame_support import HELLO, KEY, PLAIN_HELLO, read


def test_the_fields_of_hello() -> None:
    assert [(part.name, part.start, part.stop) for part in parts(read(HELLO))] == [
        ("FIN", 0, 1),
        ("RSV1-3", 1, 4),
        ("opcode", 4, 8),
        ("MASK", 8, 9),
        ("payload length", 9, 16),
        ("masking key", 16, 48),
        ("payload data", 48, 88),
    ]


@given(st.integers(0, 15), st.binary(max_size=300), st.sampled_from([None, KEY]), st.booleans())
def test_the_parts_cover_every_bit_once(opcode: int, payload: bytes, key: bytes | None, merge: bool) -> None:
    frame = read(encode_frame(opcode, payload, key=key))
    place = 0
    for part in parts(frame, merge=merge):
        assert part.start == place
        place = part.stop
    assert place == frame.size * 8


def test_a_row_clips_a_field_and_says_that_it_goes_on() -> None:
    row = within(parts(read(HELLO)), 32, 64)
    assert [(part.name, part.start, part.stop, part.continued) for part in row] == [
        ("masking key", 32, 48, True),
        ("payload data", 48, 64, False),
    ]


def test_a_frame_cut_short_ends_where_it_ends() -> None:
    frame = replace(read(HELLO), wire=b"\x7f\x9f")
    assert parts(frame)[-1].stop == 64
    assert declared_size(frame) == 5
    assert missing_bytes(frame) == 3


def test_the_characters_of_hello() -> None:
    assert "".join(each.text for each in characters(read(HELLO), 0, 5)) == "Hello"
    assert "".join(each.text for each in characters(read(PLAIN_HELLO), 1, 3)) == "el"


def test_a_character_of_three_bytes_stands_over_all_of_them() -> None:
    frame = read(encode_frame(1, "a你好".encode(), key=KEY))
    told = [(each.start, each.stop, each.text) for each in characters(frame, 0, 7)]
    assert told == [(0, 1, "a"), (1, 4, "你"), (4, 7, "好")]
    assert [each.text for each in characters(frame, 5, 6)] == ["好"]


def test_the_code_of_a_close_is_one_thing() -> None:
    frame = read(encode_frame(8, b"\x03\xe8ok"))
    assert [(each.text, each.meaning) for each in characters(frame, 0, 4)] == [
        ("1000", "code"),
        ("o", "char"),
        ("k", "char"),
    ]


@pytest.mark.parametrize("payload", [b"\xff\xfe", b"\xe4\xbd", b"\x00\x1f\x7f"])
def test_bytes_that_are_no_characters_are_dots(payload: bytes) -> None:
    assert {each.text for each in characters(read(encode_frame(1, payload)), 0, 9)} == {"·"}


@given(st.integers(0, 15), st.binary(min_size=1, max_size=40), st.data())
def test_characters_cover_what_is_asked_for(opcode: int, payload: bytes, data: st.DataObject) -> None:
    frame = read(encode_frame(opcode, payload))
    start = data.draw(st.integers(0, len(payload) - 1))
    stop = data.draw(st.integers(start + 1, len(payload)))
    covered = {place for each in characters(frame, start, stop) for place in range(each.start, each.stop)}
    assert set(range(start, stop)) <= covered


@given(st.integers(0, 1000), st.integers(3, 20), st.data())
def test_chosen_keeps_the_first_the_last_and_what_is_wanted(count: int, limit: int, data: st.DataObject) -> None:
    keep = data.draw(st.none() | st.integers(0, max(0, count - 1)))
    shown = chosen(count, limit, keep)
    places = [place for place in shown if place is not None]
    assert places == sorted(set(places))
    assert all(0 <= place < count for place in places)
    assert len(shown) <= max(limit, 5)
    if count:
        assert places[0] == 0
        assert places[-1] == count - 1
        assert keep is None or keep in places
