"""The byte axis: cells where there is room, scale where there is none, the same at every cursor."""

from __future__ import annotations

import pytest

from app.figures.lanes_axis import LEFT, NARROWEST, RIGHT, axis_of
from app.figures.lanes_stream import find_view
from protocol.vocabulary import Opcode
from tests.app.figures.lanes_support import after, facts_of, frame, story


def axis(facts, cursor=10**6, **options):
    return axis_of(find_view(facts, cursor, "client"), **options)


def test_headers_cuts_and_ends_are_shown_and_long_payloads_left_out():
    found = axis(story())
    assert found.cells
    for offset in (0, 13, 14, 17, 22, 27, 30, 34, 168):
        assert found.shows(offset), offset
    assert found.gaps
    assert all(gap.stop - gap.start > 6 for gap in found.gaps)
    assert found.x(0) == LEFT
    assert found.x(found.stop) == pytest.approx(RIGHT)


def test_the_axis_never_runs_backwards():
    found = axis(story())
    places = [found.x(offset) for offset in range(found.start, found.stop + 1)]
    assert places == sorted(places)


def test_it_does_not_move_from_step_to_step():
    facts = story()
    cursors = [after(facts, one) for one in ("client.open", "client.frame.1.arrived", "client.message.0")]
    assert len({axis(facts, cursor) for cursor in cursors}) == 1


def test_many_fragments_stand_to_scale():
    raw = frame(Opcode.TEXT, bytes(1024), fin=False) + frame(Opcode.CONTINUATION, bytes(1024), fin=False) * 14
    found = axis(facts_of(raw))
    assert not found.cells
    assert not found.gaps
    assert found.unit < NARROWEST


def test_scale_can_be_asked_for():
    assert axis(story()).cells
    assert not axis(story(), scale=True).cells


def test_a_long_talk_has_pages():
    facts = facts_of(frame(Opcode.TEXT, b"x" * 30) * 6)
    first, last = axis(facts, 0), axis(facts)
    assert first.start == 0
    assert last.start > 0
    assert last.start % 36 == 0


def test_the_widest_part_without_a_gap():
    found = axis(story())
    left, right = found.stretch(30, 168)
    assert not any(gap.left < right and gap.right > left for gap in found.gaps)
