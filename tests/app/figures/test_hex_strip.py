"""The strip of bytes inside a message, as in the picture of the closing handshake."""

from __future__ import annotations

import pytest

from app.drawing.marks import Box, Label
from app.figures.hex_strip import LARGE, hex_strip, shown_bytes, strip_captions, strip_places, strip_width
from protocol.frames import encode_frame
from tests.app.figures.frame_support import HELLO, KEY, read
from tests.figures_support import plain_room

CLOSE = read(encode_frame(8, b"\x03\xe8done", key=KEY))


def digits(marks: list) -> list[str]:
    return [mark.text for mark in marks if isinstance(mark, Label)]


def boxes(marks: list) -> dict[str, Box]:
    return {mark.id: mark for mark in marks if isinstance(mark, Box)}


def test_a_close_frame_stands_as_in_the_design() -> None:
    marks = hex_strip(CLOSE, 265, 318, plain_room(), "close")
    found = boxes(marks)
    assert digits(marks) == ["88", "86", "37", "fa", "21", "3d", "34", "12", "45", "52", "59", "9f"]
    assert [found[f"close/byte.{byte}"].rect.x for byte in range(12)] == list(range(265, 625, 30))
    assert found["close/byte.0"].rect.width == 28
    assert [found[f"close/byte.{byte}"].fill for byte in (0, 1, 2, 6)] == ["sunk", "sunk", "key.tint", "pay.tint"]


def test_bars_are_split_in_proportion_to_the_bits() -> None:
    found = boxes(hex_strip(CLOSE, 265, 318, plain_room(), "close"))
    bars = [
        (mark.rect.x, mark.rect.width, mark.fill) for name, mark in found.items() if name.startswith("close/byte.0/bar")
    ]
    assert bars == [(265, 3.5, "fin.fill"), (268.5, 10.5, "rsv.fill"), (279, 14, "op.fill")]


def test_bars_fill_every_byte() -> None:
    frame = read(encode_frame(2, bytes(126), key=KEY))
    found = boxes(hex_strip(frame, 0, 0, plain_room(), "f", limit=20))
    for byte in range(10):
        widths = [mark.rect.width for name, mark in found.items() if name.startswith(f"f/byte.{byte}/bar")]
        assert sum(widths) == pytest.approx(28)


def test_only_the_extended_length_is_hatched() -> None:
    found = boxes(hex_strip(read(encode_frame(2, bytes(126))), 0, 0, plain_room(), "f", limit=6))
    assert [name for name, mark in found.items() if mark.hatch] == [
        "f/byte.2/bar.extended payload length",
        "f/byte.3/bar.extended payload length",
    ]


def test_a_long_frame_shows_its_first_bytes_a_break_and_its_last() -> None:
    frame = read(encode_frame(2, bytes(range(256)) * 300))
    assert shown_bytes(frame, 6) == (0, 1, 2, 3, None, frame.size - 1)
    assert digits(hex_strip(frame, 0, 0, plain_room(), "f", limit=6)) == ["82", "7f", "00", "00", "…", "ff"]


def test_the_width_is_where_the_last_byte_ends() -> None:
    assert strip_width(CLOSE) == 12 * 30 - 2
    assert strip_places(range(9), 84, LARGE)[-1] == (8, 448)


def test_a_byte_is_linked_with_its_bits_and_a_key_byte_with_what_it_masks() -> None:
    found = boxes(hex_strip(read(HELLO), 0, 0, plain_room(), "f"))
    assert "bit:8" in found["f/byte.1"].links
    assert {"byte:6", "byte:10"} <= set(found["f/byte.2"].links)
    assert {"byte:6", "byte:7"} & set(found["f/byte.4"].links) == set()


def test_every_byte_is_spoken() -> None:
    found = boxes(hex_strip(read(HELLO), 0, 0, plain_room(), "f"))
    assert found["f/byte.1"].spoken == "Byte 1, 0x85: MASK, payload length."
    assert found["f/byte.6"].spoken == "Byte 6, 0x7f: payload byte 0, masked; 0x48 unmasked."


def test_open_bytes_give_nothing_away() -> None:
    marks = hex_strip(read(HELLO), 0, 0, plain_room(), "f", open_from=8)
    assert digits(marks) == ["81", "85", "37", "fa", "21", "3d", "7f", "9f"]
    assert boxes(marks)["f/byte.8"].dash
    assert not boxes(marks)["f/byte.8"].spoken


def test_captions_stand_under_their_bytes() -> None:
    marks = strip_captions(CLOSE, 265, 369, plain_room(), "close", "03e8 “done”, masked")
    assert [(mark.text, mark.x) for mark in marks if isinstance(mark, Label)] == [
        ("op 8", 279),
        ("len 6", 309),
        ("masking key", 384),
        ("03e8 “done”, masked", 534),
    ]


@pytest.mark.parametrize("limit", [1, 2, 3, 5])
def test_captions_of_a_short_strip_name_only_what_is_there(limit: int) -> None:
    assert strip_captions(CLOSE, 0, 0, plain_room(), "close", "x", limit=limit)
