"""The plan: the design's places at 772, nothing lost at 632."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.figures.frame_plan import FOOT, TOP, Need, Plan, plan

HELLO = Need(size=11, header=6, masked=True, empty=False)


def test_the_design_at_772() -> None:
    places = plan(HELLO, 772)
    assert places.callout == 74
    assert places.ruler == 192
    assert [(row.top, row.bar, row.name, row.value) for row in places.rows] == [
        (202, 248, 270, 287),
        (300, 346, 368, 385),
        (398, 444, 466, 483),
    ]
    assert (places.rule, places.hex, places.table_rule, places.head) == (496, 508, 572, 596)
    assert (places.table, places.table_row, places.sum_rule) == ((610, 654, 704), 30, 700)


def test_at_632_hello_is_whole() -> None:
    places = plan(HELLO, 632)
    assert len(places.rows) == 3
    assert places.cut is None
    assert places.callout is not None
    assert places.bottom <= 624


@pytest.mark.parametrize("height", [632, 700, 772])
def test_the_whole_header_stays_visible(height: float) -> None:
    places = plan(Need(size=70014, header=14, masked=True, empty=False), height)
    assert len(places.rows) * 4 >= 14
    assert places.cut is not None


def vertical(places: Plan) -> list[float]:
    """Everything from top to bottom."""
    tops = [TOP, places.ruler]
    for row in places.rows:
        tops += [row.top, row.bar, row.name]
    tops += [places.rule, places.hex, places.table_rule, places.head, *places.table, *places.notes]
    return tops


@given(
    st.integers(2, 80_000),
    st.sampled_from([2, 4, 6, 8, 10, 14]),
    st.booleans(),
    st.integers(0, 2),
    st.floats(632, 772),
)
def test_every_plan_fits_and_goes_downwards(size: int, header: int, spans: bool, notes: int, height: float) -> None:
    masked = header in {6, 8, 14}
    need = Need(max(size, header), header, masked, empty=size <= header, spans=spans, notes=notes)
    places = plan(need, height)
    assert places.bottom <= height - FOOT
    assert all(upper < lower for upper, lower in pairwise(vertical(places)))
