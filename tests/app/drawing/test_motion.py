"""What stands still and what moves give the same picture as all marks together."""

import pytest
from drawing_support import gallery
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter

from app.drawing.hits import painted_bounds, touching
from app.drawing.marks import Box, Font, Label, Rect, Scene, Stroke
from app.drawing.motion import Motion, _cells
from app.drawing.paint import paint_marks
from app.drawing.qt_device import QtDevice
from app.drawing.theme import LIGHT
from app.drawing.tween import tween


def painted(*parts):
    image = QImage(888, 772, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    for marks in parts:
        painter = QPainter(image)
        paint_marks(marks, LIGHT, QtDevice(painter))
        painter.end()
    return image


def steps():
    """The gallery, in which one box moves under a label and a card covers a row."""
    old = gallery()
    marks = [mark for mark in old.marks if mark.id != "message"]
    moved = [Box(id=m.id, rect=Rect(300, 180, 24, 44), fill="op.fill") if m.id == "op/one" else m for m in marks]
    return old, Scene((*moved, Box(id="cover", rect=Rect(30, 430, 300, 40), fill="sunk", above=1)))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("t", [0.1, 0.5, 0.9])
def test_the_picture_is_that_of_the_tween(t):
    motion = Motion(*steps())
    assert painted(motion.still, motion.marks(t * motion.duration)) == painted(tween(*steps(), t))


def test_most_marks_stand_still_and_none_lies_over_a_moving_one():
    motion = Motion(*steps())
    assert len(motion.still) > 0.8 * len(gallery().marks)
    moving = motion.marks(0.5 * motion.duration)
    order = [mark.id for mark in steps()[1]]
    for still in motion.still:
        for mark in moving:
            if mark.id in order and order.index(mark.id) < order.index(still.id):
                assert not touching(painted_bounds(still), painted_bounds(mark))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("t", [0.05, 0.4, 0.8])
def test_a_crossing_message_leaves_no_traces(t):
    still = [Box(id=f"row{n}", rect=Rect(40, 40 + 30 * n, 500, 24), fill="sunk") for n in range(8)]
    arrow = Stroke(id="m", points=((60, 100), (520, 160)), line=3, head=13, enter="grow", above=1)
    words = Label(id="m/label", x=290, y=125, text="text", font=Font(), width=30, anchor="middle", above=1)
    old, new = Scene(tuple(still)), Scene((*still, arrow, words))
    motion = Motion(old, new)
    assert 3 < len(motion.still) < 9
    assert painted(motion.still, motion.marks(t * motion.duration)) == painted(tween(old, new, t))


@given(st.lists(st.tuples(*[st.floats(-50, 950)] * 2, *[st.floats(0, 400)] * 2), min_size=2, max_size=2))
def test_areas_that_touch_share_a_cell(areas):
    (ax, ay, aw, ah), (bx, by, bw, bh) = areas
    if touching(Rect(ax, ay, aw, ah), Rect(bx, by, bw, bh)):
        assert _cells(ax, ay, ax + aw, ay + ah) & _cells(bx, by, bx + bw, by + bh)


def test_a_motion_without_change_takes_no_time():
    assert Motion(gallery(), gallery()).duration == 0
