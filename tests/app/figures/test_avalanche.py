"""The figure `avalanche`: two runs of SHA-1 beside each other, and where they differ.

Its parts (avalanche_grid, avalanche_values) are tested here, on the marks that they draw together.
"""

from __future__ import annotations

import pytest

from app.drawing.marks import Label, Stroke
from app.figures.avalanche import controls, draw
from app.figures.avalanche_grid import GRIDS, PITCH, runs
from protocol.avalanche import pair_of
from tests.accept_support import KEY, handshake_facts
from tests.figures_support import PlainWords, plain_room


def scene(focus="", height=772, **options):
    facts = handshake_facts()
    return draw(facts, len(facts), focus, plain_room(height, options=options))


def text(drawn, mark):
    found = drawn.find(mark)
    assert isinstance(found, Label), mark
    return found.text


@pytest.mark.parametrize("value", [0, 1, 1 << 159, (1 << 160) - 1, 0b1011 << 20])
def test_runs_are_the_ones(value):
    assert sum(1 << 159 - bit for start, stop in runs(value) for bit in range(start, stop)) == value


def test_a_row_draws_exactly_the_bits_that_differ():
    pair = pair_of(KEY, 0)
    assert pair is not None
    drawn = scene()
    for number in (0, 40, 159):
        mark = drawn.find(f"apart/row.{number}")
        assert isinstance(mark, Stroke)
        wanted = runs(pair.rows[number][0] ^ pair.rows[number][1])
        assert mark.points[0][0] == pytest.approx(GRIDS[2] + wanted[0][0] * PITCH)
        assert mark.points[1][0] == pytest.approx(GRIDS[2] + wanted[-1][1] * PITCH)
        assert sum(mark.dash[0:-1:2]) == pytest.approx(PITCH * pair.counts[number])


def test_only_the_rounds_up_to_the_current_one_are_shown():
    drawn = scene("round.20")
    assert drawn.find("first/row.19") is not None
    assert drawn.find("first/row.20") is None
    assert "After 20 rounds: " in text(drawn, "values/now")
    assert "After 1 round: " in text(scene("round.1"), "values/now")
    assert "Block 1, round 19: " in drawn.find("now").spoken
    assert drawn.find("values/first.0") is None


def test_after_the_last_round_both_answers_stand_below_each_other():
    pair = pair_of(KEY, 0)
    assert pair is not None
    drawn = scene()
    shown = ["".join(text(drawn, f"values/{row}.{n}") for n in range(28)) for row in ("first", "second")]
    assert shown == [pair.first.accept, pair.second.accept]


def test_the_bit_can_be_chosen():
    assert text(scene(bit=77), "second/key") != text(scene(), "second/key")
    bit, number = controls("round.10", {"bit": 500}, PlainWords())
    assert (bit.value, bit.low, bit.high) == (128, 1, 128)
    assert number.value == 10


def test_no_row_leaves_the_grid():
    for height in (632, 772):
        drawn = scene(height=height)
        lowest = max(mark.points[0][1] for mark in drawn.marks if isinstance(mark, Stroke) and "/row." in mark.id)
        assert lowest < drawn.find("values").rect.y


def test_without_a_key_there_is_nothing():
    facts = handshake_facts()
    assert draw(facts, 1, "", plain_room()).find("nothing") is not None
