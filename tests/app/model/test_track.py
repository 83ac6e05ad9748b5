"""The scrubber's arithmetic: ticks, spans, and labels that never lie on each other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.track import READABLE, SLACK, Axis, Track, TrackPhase, label_rooms


def test_ticks_of_the_design() -> None:
    axis = Axis(23, 32, 856)
    assert axis.place(0) == 32
    assert axis.place(6) == pytest.approx(256.727, abs=0.001)
    assert axis.place(22) == 856
    assert axis.span(TrackPhase("v", "Validate", 6, 3)) == pytest.approx((246.727, 341.636), abs=0.001)


@given(st.integers(1, 200), st.integers(0, 199))
def test_the_nearest_tick_of_a_tick_is_itself(count: int, step: int) -> None:
    axis = Axis(count, 32, 856)
    assert axis.nearest(axis.place(step % count)) == step % count


@given(st.integers(1, 60), st.floats(-500, 2000))
def test_every_point_has_a_tick(count: int, x: float) -> None:
    assert 0 <= Axis(count, 32, 600).nearest(x) < count


def test_phase_of_a_step() -> None:
    track = Track(("a", "b", "c"), (TrackPhase("x", "X", 0, 2), TrackPhase("y", "Y", 2, 1)))
    assert [track.phase_at(step) for step in range(4)] == [0, 0, 1, None]


@given(st.lists(st.tuples(st.integers(1, 8), st.floats(1, 300)), min_size=1, max_size=14), st.integers(0, 13))
def test_labels_never_overlap_and_never_leave(parts: list[tuple[int, float]], current: int) -> None:
    count = sum(steps for steps, _ in parts)
    axis = Axis(count, 32, 616)
    spans = []
    first = 0
    for steps, _ in parts:
        spans.append(axis.span(TrackPhase("", "", first, steps)))
        first += steps
    chosen = current if current < len(parts) else None
    rooms = [room for room in label_rooms(spans, [width for _, width in parts], chosen, (4, 644)) if room]
    edges = sorted((room.centre - room.width / 2, room.centre + room.width / 2) for room in rooms)
    assert all(left >= 4 - 1e-6 and right <= 644 + 1e-6 for left, right in edges)
    assert all(end <= start + 1e-6 for (_, end), (start, _) in pairwise(edges))


def test_the_current_label_is_whole_and_its_neighbours_give_way() -> None:
    rooms = label_rooms([(0, 20), (30, 50), (60, 80)], [10, 200, 10], 1, (0, 400))
    assert rooms[1] is not None
    assert rooms[1].width == 200
    assert rooms[0] is None
    assert rooms[2] is None or rooms[2].centre - 5 >= 200


def test_what_cannot_be_read_is_left_out() -> None:
    assert label_rooms([(0, 10), (12, 22)], [100, 100], None, (0, 22)) == [None, None]
    assert READABLE > 22


def test_a_short_word_stays_whole_when_its_neighbours_can_make_room() -> None:
    spans = [(22.0, 62.0), (78.0, 98.0), (114.0, 134.0), (150.0, 260.0)]
    widths = [40.0, 42.0, 30.0, 60.0]
    for current in range(4):
        rooms = label_rooms(spans, widths, current, (4, 300))
        assert [room.width if room else 0 for room in rooms] == widths


def test_a_long_label_is_cut_before_a_short_one() -> None:
    rooms = label_rooms([(20, 100), (110, 150), (160, 240)], [300, 42, 50], 1, (0, 260))
    assert rooms[1] is not None
    assert rooms[2] is not None
    assert (rooms[1].width, rooms[2].width) == (42, 50)
    assert rooms[0] is not None
    assert READABLE <= rooms[0].width < 300


@given(st.lists(st.tuples(st.integers(1, 8), st.floats(1, 300)), min_size=1, max_size=14), st.integers(0, 13))
def test_a_label_stands_under_its_own_bar(parts: list[tuple[int, float]], current: int) -> None:
    axis = Axis(sum(steps for steps, _ in parts), 32, 616)
    spans = []
    first = 0
    for steps, _ in parts:
        spans.append(axis.span(TrackPhase("", "", first, steps)))
        first += steps
    rooms = label_rooms(spans, [width for _, width in parts], None if current >= len(parts) else current, (4, 644))
    for index, room in enumerate(rooms):
        if room is not None and index != current:
            assert spans[index][0] - SLACK - 1e-6 <= room.centre <= spans[index][1] + SLACK + 1e-6
