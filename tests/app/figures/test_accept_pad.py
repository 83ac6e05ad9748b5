"""Pad: 128 cells, each the byte that is hashed, and the sum that explains them."""

from __future__ import annotations

from app.drawing.marks import Box, Label
from app.figures.accept import draw
from protocol.accept import accept_trace
from tests.accept_support import KEY, handshake_facts
from tests.figures_support import plain_room


def test_every_cell_shows_its_byte() -> None:
    scene = draw(handshake_facts(), 3, "pad", plain_room())
    padded = accept_trace(KEY).sha1.padded
    for number, byte in enumerate(padded):
        code = scene.find(f"pad/{number}/code")
        assert isinstance(code, Label)
        assert code.text == f"{byte:02x}"
        cell = scene.find(f"pad/{number}")
        assert isinstance(cell, Box)
        assert f"Byte {number}: {byte:02x}" in cell.spoken


def test_the_length_is_480_bits() -> None:
    scene = draw(handshake_facts(), 3, "pad", plain_room())
    assert [mark.text for mark in scene.marks if isinstance(mark, Label) and "480" in mark.text] == [
        "8 length: 480 bits"
    ]
    total = scene.find("pad/total")
    assert isinstance(total, Label)
    assert total.text == "60 + 1 + 59 + 8 = 128 = 2 × 64"


def test_why_two_blocks() -> None:
    why = draw(handshake_facts(), 3, "pad", plain_room()).find("pad/why")
    assert isinstance(why, Label)
    assert "do not fit into 64" in why.text
    facts = handshake_facts("short")
    why = draw(facts, len(facts), "pad", plain_room()).find("pad/why")
    assert isinstance(why, Label)
    assert "more fit into 64" in why.text


def test_before_the_padding_four_places_are_free() -> None:
    scene = draw(handshake_facts(), 3, "pad.text", plain_room())
    cells = [scene.find(f"pad/{number}") for number in range(128)]
    assert [number for number, cell in enumerate(cells) if isinstance(cell, Box) and cell.dash] == [60, 61, 62, 63]
    assert cells[64:] == [None] * 64
    assert scene.find("pad/60/code") is None
    total = scene.find("pad/total")
    assert isinstance(total, Label)
    assert total.text == "24 + 36 + 4 = 64"
    assert "80" not in [mark.text for mark in scene.marks if isinstance(mark, Label)]


def test_a_text_that_reaches_into_a_second_block() -> None:
    facts = handshake_facts("k" * 60)
    scene = draw(facts, len(facts), "pad.text", plain_room())
    free = [mark.id for mark in scene.marks if isinstance(mark, Box) and mark.id.startswith("pad/") and mark.dash]
    assert free == [f"pad/{number}" for number in range(96, 128)]
