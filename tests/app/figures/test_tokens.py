"""One field, one colour: every field of section 5.2 has a token that the theme knows, and a word."""

from __future__ import annotations

import pytest

from app.drawing.theme import LIGHT
from app.figures import tokens
from protocol.frames import FrameReader, encode_frame
from tests.figures_support import PlainWords

EVERY_FIELD = FrameReader().feed(encode_frame(2, bytes(126), key=b"abcd"))[0].fields()


@pytest.mark.parametrize("name", [field.name for field in EVERY_FIELD])
def test_every_field_of_a_frame_has_a_colour_of_the_theme(name: str) -> None:
    assert name in tokens.TOKENS
    for color in (tokens.fill(name), tokens.edge(name), tokens.tint(name), tokens.on(name)):
        assert color in LIGHT.colours


def test_the_three_reserved_bits_share_a_colour_and_others_do_not() -> None:
    colors = {tokens.fill(field.name) for field in EVERY_FIELD}
    assert len(EVERY_FIELD) == 10
    assert len(colors) == 8


def test_only_the_extended_length_is_hatched() -> None:
    assert [field.name for field in EVERY_FIELD if tokens.hatch(field.name)] == ["extended payload length"]


def test_light_fills_get_an_outline() -> None:
    assert [field.name for field in EVERY_FIELD if tokens.needs_outline(field.name)] == [
        "MASK",
        "extended payload length",
    ]


@pytest.mark.parametrize(
    ("opcode", "word"), [(0, "continuation"), (1, "text"), (8, "Close"), (3, "reserved"), (15, "reserved")]
)
def test_the_word_of_an_opcode(opcode: int, word: str) -> None:
    assert tokens.opcode_word(PlainWords(), opcode) == word


def test_field_names_that_are_not_translated_are_told_as_they_are() -> None:
    assert tokens.field_word(PlainWords(), "MASK") == "MASK"
    assert tokens.field_word(PlainWords(), "masking key") == "masking key"
