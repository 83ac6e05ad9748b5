"""Where the stage lies in the widget, for every size of a window."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from app.drawing.marks import Rect
from app.drawing.projector import place

SIDES = st.floats(200, 6000)


@pytest.mark.parametrize(
    ("size", "scale", "room"),
    [
        ((888, 772), 1, 772),
        ((888, 632), 1, 632),
        ((960, 700), 1, 700),
        ((1776, 1544), 2, 772),
        ((888, 1200), 1, 772),
        ((1776, 700), 1, 700),
    ],
)
def test_scale_and_room(size, scale, room):
    placing = place(*size, 888)
    assert (placing.scale, placing.room) == (scale, room)


@given(SIDES, SIDES)
def test_the_stage_is_never_smaller_than_drawn_and_lies_inside_when_it_fits(width, height):
    placing = place(width, height, 888)
    assert placing.scale >= 1
    assert 632 <= placing.room <= 772
    assert placing.x >= 0
    assert placing.y >= 0
    if width >= 888:
        assert placing.x + 888 * placing.scale <= width + 0.001
    if height >= 632:
        assert placing.y + placing.room * placing.scale <= height + 0.001


@given(SIDES, SIDES, st.floats(0, 888), st.floats(0, 772))
def test_there_and_back(width, height, x, y):
    placing = place(width, height, 888)
    corner = placing.to_widget(Rect(x, y, 1, 1)).topLeft()
    back = placing.to_stage(QPointF(corner))
    assert (back.x(), back.y()) == (pytest.approx(x, abs=1e-6), pytest.approx(y, abs=1e-6))


@pytest.mark.parametrize(
    ("size", "scale", "room"),
    [((1440, 720), 720 / 556, 632), ((1920, 864), 864 / 556, 632), ((1200, 608), 608 / 556, 632), ((888, 900), 1, 772)],
)
def test_without_its_head_the_stage_is_as_large_as_it_can_be(size, scale, room):
    placing = place(*size, 888, 76)
    assert (placing.scale, placing.room) == (pytest.approx(scale), pytest.approx(room))


@given(SIDES, SIDES)
def test_a_stage_without_its_head_lies_inside_when_it_fits(width, height):
    placing = place(width, height, 888, 76)
    shown = placing.to_widget(Rect(0, 76, 888, placing.room - 76))
    assert shown.top() >= -0.001
    if width >= 888 and height >= 556:
        assert shown.right() <= width + 0.001
        assert shown.bottom() <= height + 0.001
        assert shown.top() == pytest.approx(height - shown.bottom(), abs=0.01)
