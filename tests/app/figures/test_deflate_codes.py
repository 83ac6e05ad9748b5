"""The bits of a payload cut into codes: nothing between them, nothing left over."""

from __future__ import annotations

import pytest

from app.figures.deflate_codes import BLOCK, COPY, LITERAL, segments, shown_byte
from protocol.packed import packed_messages
from protocol.vocabulary import Role
from tests.deflate_support import bomb, forgotten_window, fragmented, two_messages
from tests.figures_support import PlainWords


def codes(facts, number):
    packed = packed_messages(facts, Role.SERVER)[number]
    return packed, segments(packed, PlainWords())


@pytest.mark.parametrize("run", [two_messages, fragmented, bomb, forgotten_window])
def test_laid_end_to_end_they_are_the_payload(run):
    for number, packed in enumerate(packed_messages(run(), Role.SERVER)):
        _, found = codes(run(), number)
        at = 0
        for segment in found:
            assert segment.start == at
            at = segment.stop
        assert at == 8 * len(packed.payload)


def test_names_of_the_message_in_the_visual_design():
    _, found = codes(two_messages(), 1)
    assert [one.name for one in found] == [
        "block", "{", "length 8", "dist. 29", "b", "o", "b", "length 15", "dist. 29", "·", "length 4", "dist. 48", "}",
        "end of block", "empty", "pad",
    ]  # fmt: skip
    assert [one.kind for one in found[:4]] == [BLOCK, LITERAL, COPY, COPY]
    assert [one.symbol for one in found[:5]] == [None, 0, 1, 1, 2]


def test_a_block_with_codes_of_its_own_says_how_long_they_are():
    names = [one.name for one in codes(bomb(), 0)[1]]
    assert [name.split()[0] for name in names[1:4]] == ["HLIT", "HDIST", "HCLEN"]
    assert "how long each code is" in names


def test_between_fragments_the_empty_block_is_whole():
    names = [one.name for one in codes(fragmented(), 1)[1]]
    assert names.count("LEN 0000") == names.count("NLEN ffff") == 2
    assert names.count("empty") == 3


@pytest.mark.parametrize(("byte", "shown"), [(0x61, "a"), (0x20, "·"), (0xE4, "e4"), (0x0A, "0a")])
def test_a_literal_as_one_sign(byte, shown):
    assert shown_byte(byte) == shown
