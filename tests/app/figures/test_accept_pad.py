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
