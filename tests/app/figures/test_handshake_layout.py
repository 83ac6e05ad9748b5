"""Rows share the height that there is."""

from itertools import pairwise

import pytest
from handshake_support import (
    OFFERS,
    conversation,
    view_at,
)
from hypothesis import given
from hypothesis import strategies as st

from app.figures.handshake_layout import SIDES, frame_of, place_rows
from app.figures.handshake_view import read_view
from protocol.vocabulary import Role


def test_the_frame_keeps_its_foot_free():
    for height in range(632, 773, 10):
        frame = frame_of(height)
        assert frame.bottom + frame.outcome + frame.second + 13 <= height - 8
        assert frame.peers < frame.tcp < frame.card < frame.bottom


@given(st.sampled_from(sorted(OFFERS)), st.integers(0, 30), st.integers(376, 700))
def test_rows_follow_each_other_within_their_room(name, cursor, room):
    facts = conversation(OFFERS[name])
    view = read_view(facts, cursor)
    for exchange in (view.request, view.response):
        places = place_rows(exchange, view, 100, room)
        for place, after in pairwise(places):
            assert place.bottom == pytest.approx(after.y)
            assert place.height >= 24
        assert not places or places[-1].bottom <= 100 + room + 0.01
        shown = [row for place in places for row in (place.folded or (place.row,))]
        assert sorted(shown, key=repr) == sorted(exchange.rows, key=repr)


def test_lines_that_no_rule_reads_are_folded_first():
    view = view_at("request.arrived", conversation(OFFERS["browser"]))
    places = place_rows(view.request, view, 0, 472)
    assert [len(place.folded) for place in places if place.folded] == [9]
    assert places[-1].row.line is None


def test_the_sides_are_mirror_images():
    one, other = SIDES[Role.CLIENT], SIDES[Role.SERVER]
    assert [888 - x for x in reversed(one.card)] == list(other.card)
    assert [888 - x for x in (one.glyph, one.out, one.into, one.home)] == [
        other.glyph,
        other.out,
        other.into,
        other.home,
    ]
    assert one.text[1] - one.text[0] == other.text[1] - other.text[0]
