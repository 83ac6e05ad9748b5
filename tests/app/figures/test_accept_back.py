"""The accept figure, from a bit of the answer back to its causes."""

from __future__ import annotations

import pytest

from app.drawing.marks import Box, Label
from app.figures.accept import controls, draw
from protocol.accept import accept_trace
from protocol.causes import causes_of, turning_bits
from tests.accept_support import KEY, handshake_facts
from tests.figures_support import PlainWords, plain_room

TRACE = accept_trace(KEY)


def scene(bit, height=772):
    facts = handshake_facts()
    return draw(facts, len(facts), f"back.{bit}", plain_room(height))


def text(drawn, mark):
    found = drawn.find(mark)
    assert isinstance(found, Label), mark
    return found.text


@pytest.mark.parametrize("bit", [1, 32, 77, 160])
def test_the_character_and_the_word_of_a_bit(bit):
    drawn = scene(bit)
    place = (bit - 1) // 6
    current = [
        mark for mark in drawn.marks if isinstance(mark, Box) and mark.id.startswith("back/character.") and mark.fill
    ]
    assert [mark.id for mark in current] == [f"back/character.{place}"]
    assert f"H{(bit - 1) // 32}" in text(drawn, "back/digest")


@pytest.mark.parametrize("bit", [1, 77])
def test_the_addends_are_those_of_the_round(bit):
    drawn, causes = scene(bit), causes_of(TRACE, bit - 1)
    bits = [text(drawn, f"back/round/{place}/bit") for place in range(5)]
    assert bits == [str(value) for _, value in causes.made.addends]
    assert text(drawn, "back/round/total") == f"= {causes.made.total}, of which {causes.made.bit} stays"
    assert f"round {causes.round} of block 2" in text(drawn, "back/round")


def test_the_bits_of_the_key_are_filled_if_they_turn_it():
    drawn, turning = scene(77), turning_bits(KEY, 76)
    filled = [drawn.find(f"back/key.{place}").fill == "cli.fill" for place in range(128)]
    assert filled == list(turning)
    assert text(drawn, "back/key").startswith(f"{sum(turning)} of 128")


@pytest.mark.parametrize("height", [632, 772])
def test_it_fits_into_its_panel(height):
    drawn = scene(160, height)
    panel = drawn.find("panel").rect
    for mark in drawn.marks:
        if isinstance(mark, Box) and mark.id.startswith("back/"):
            assert mark.rect.bottom < panel.bottom
            assert mark.rect.right <= panel.right


def test_the_bit_has_a_control():
    (control,) = controls("back.77", {}, PlainWords())
    assert (control.name, control.value, control.low, control.high) == ("bit", 77, 1, 160)
    (control,) = controls("back.77", {"bit": 3}, PlainWords())
    assert control.value == 3
