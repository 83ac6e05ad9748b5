"""A round open: the numbers and squares of the design, computed."""

from __future__ import annotations

from app.drawing.marks import Box, Label, Scene
from app.figures.accept import draw
from tests.accept_support import handshake_facts
from tests.figures_support import plain_room


def bits(scene: Scene, row: str) -> int:
    word = 0
    for bit in range(32):
        mark = scene.find(f"{row}/bit.{bit}")
        assert isinstance(mark, Box)
        word |= (mark.fill == "ink") << bit
    return word


def test_round_37_of_block_1() -> None:
    scene = draw(handshake_facts(), 3, "round.1.37", plain_room())
    words = {
        "before.a": "4ccd2227", "before.b": "9de793c8", "before.c": "c526ed34", "before.d": "bbaae8d6",
        "before.e": "46b8d82a", "before.K": "6ed9eba1", "before.W": "35d36946",
    }  # fmt: skip
    for row, word in words.items():
        label = scene.find(row + "/hex")
        assert isinstance(label, Label)
        assert label.text == word
        assert bits(scene, row) == int(word, 16)
        assert word in label.spoken
    assert bits(scene, "mix") == 0xE36B962A


def test_the_first_round_starts_from_the_block() -> None:
    scene = draw(handshake_facts(), 3, "round.2.0", plain_room())
    end = draw(handshake_facts(), 3, "digest", plain_room())
    start, after = scene.find("before.a/hex"), end.find("sum.1.0/after")
    assert isinstance(start, Label)
    assert isinstance(after, Label)
    assert start.text == after.text


def test_the_description_says_what_happens() -> None:
    scene = draw(handshake_facts(), 3, "round.1.37", plain_room())
    assert scene.description == "Block 1, round 37: Parity. The sum 68760824 becomes a."
