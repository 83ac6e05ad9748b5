"""The strip: 80 words, the current one with its sources, and no label on another."""

from __future__ import annotations

import pytest

from app.drawing.marks import Box, Label
from app.figures.accept import draw
from tests.accept_support import handshake_facts
from tests.figures_support import plain_room
from tests.layout_support import overlapping_labels


@pytest.mark.parametrize("block", [1, 2])
def test_no_label_lies_on_another_in_any_round(block: int) -> None:
    facts = handshake_facts()
    for t in (*range(20), *range(20, 80, 7), 43, 44, 79):
        scene = draw(facts, len(facts), f"round.{block}.{t}", plain_room(632))
        assert overlapping_labels(scene) == []
        formula = scene.find("strip/formula")
        assert isinstance(formula, Label)
        assert formula.x + formula.width <= 844


def test_the_sources_of_word_37() -> None:
    scene = draw(handshake_facts(), 3, "round.1.37", plain_room())
    labels = [scene.find(f"strip/source.{place}/t") for place in range(4)]
    assert [label.text for label in labels if isinstance(label, Label)] == ["21", "23", "29", "34"]
    current = scene.find("strip/w.37")
    assert isinstance(current, Box)
    assert current.spoken == "W37 is 35d36946, made from W34, W29, W23 and W21."
    later = scene.find("strip/w.38")
    assert isinstance(later, Box)
    assert later.spoken == ""


def test_a_word_of_the_block_has_no_sources() -> None:
    scene = draw(handshake_facts(), 3, "round.1.5", plain_room())
    assert scene.find("strip/sources") is None
    formula = scene.find("strip/formula")
    assert isinstance(formula, Label)
    assert formula.text == "W5 is word 5 of the block: bytes 20 to 23"


def test_words_have_the_colours_of_their_bytes() -> None:
    scene = draw(handshake_facts(), 3, "round.1.37", plain_room())
    fills = [mark.fill for t in range(80) if isinstance(mark := scene.find(f"strip/w.{t}"), Box)]
    assert fills[:16] == ["cli.fill"] * 6 + ["text3"] * 9 + ["ink"]
    assert fills[16:37] == ["line2"] * 21
    assert fills[37:] == ["ink"] + ["sunk"] * 42


def test_the_band_of_the_round() -> None:
    scene = draw(handshake_facts(), 3, "round.1.37", plain_room())
    bands = [scene.find(f"band.{first}/k") for first in (0, 20, 40, 60)]
    assert [band.text for band in bands if isinstance(band, Label)] == [
        "K 5a827999", "K 6ed9eba1", "K 8f1bbcdc", "K ca62c1d6",
    ]  # fmt: skip
    assert [band.font.bold for band in bands if isinstance(band, Label)] == [False, True, False, False]
