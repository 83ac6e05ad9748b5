"""What frames in general consist of: every bit once, in rows of any width."""

from __future__ import annotations

from itertools import pairwise

import pytest

from app.figures.frame_layout import ONLY_LONGEST, layout_caption, layout_rows
from protocol.frames import FIRST_TWO_BYTES, LONGEST_HEADER
from tests.figures_support import PlainWords


@pytest.mark.parametrize("bits", [8, 16, 32])
def test_every_bit_stands_in_one_piece(bits: int) -> None:
    rows = layout_rows(PlainWords(), bits)
    place = 0
    for row in rows:
        for piece in row:
            assert piece.part.start == place
            place = piece.part.stop
        assert place % bits == 0
    header = [piece for row in rows for piece in row if piece.part.name != "payload data"]
    assert header[-1].part.stop == 8 * LONGEST_HEADER
    assert tuple((one.part.name, one.part.start, one.part.width) for one in header[:7]) == FIRST_TWO_BYTES


@pytest.mark.parametrize("bits", [8, 16, 32])
def test_what_goes_on_and_on_what_condition(bits: int) -> None:
    pieces = [piece for row in layout_rows(PlainWords(), bits) for piece in row]
    for piece, following in pairwise(pieces):
        assert piece.goes_on == (following.part.name == piece.part.name)
    assert pieces[-1].goes_on
    only = [piece.part.start >= ONLY_LONGEST for piece in pieces if piece.part.name == "extended payload length"]
    told = [piece.note == "only if payload length is 127" for piece in pieces if piece.part.name.startswith("extended")]
    assert told == only
    assert any(only)
    assert not all(only)


def test_the_caption_says_what_need_not_be_there() -> None:
    caption = layout_caption(PlainWords())
    assert "only if payload length is 126 (16 bits) or 127 (64 bits)" in caption
    assert caption.endswith("Layout after RFC 6455, section 5.2.")
