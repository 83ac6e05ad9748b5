"""Where the parts stand: in order, inside the stage, the same distances apart."""

from __future__ import annotations

from dataclasses import astuple

import pytest

from app.figures.lanes_layout import plan


@pytest.mark.parametrize(("top", "height"), [(96, 632), (136, 632), (96, 772), (136, 772)])
def test_all_parts_stand_in_order_inside_the_stage(top, height):
    places = plan(top, height)
    *ys, part = astuple(places)
    assert ys == sorted(ys)
    assert ys[0] >= top
    assert ys[-1] <= height - 8
    assert 0 <= part <= 1


def test_a_low_stage_has_no_room_for_the_caption():
    assert plan(136, 632).tight
    assert not plan(96, 772).tight
