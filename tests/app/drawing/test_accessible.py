"""What a screen reader is told: the canvas, its spoken marks, where they are and which has the focus."""

import gc

import pytest
from drawing_support import gallery
from PySide6.QtGui import QAccessible

from app.drawing import accessible
from app.drawing.canvas import Canvas
from app.drawing.hits import reading_order
from app.drawing.marks import Box, Rect, Scene

NAME = QAccessible.Text.Name


@pytest.fixture
def canvas(qtbot):
    accessible.install()
    widget = Canvas()
    qtbot.addWidget(widget)
    widget.resize(888, 772)
    widget.show_scene(gallery(), animate=False)
    widget.show()
    return widget


def test_the_children_are_the_spoken_marks_in_reading_order(canvas):
    interface = QAccessible.queryAccessibleInterface(canvas)
    assert interface.role() == QAccessible.Role.Canvas
    told = [interface.child(i).text(NAME) for i in range(interface.childCount())]
    assert told == [mark.spoken for mark in reading_order(gallery())]
    assert interface.text(NAME) == "Gallery <&>"


def test_a_child_knows_its_place(canvas):
    interface = QAccessible.queryAccessibleInterface(canvas)
    child = interface.child(0)
    middle = child.rect().center()
    assert interface.childAt(middle.x(), middle.y()).text(NAME) == child.text(NAME)
    assert interface.indexOfChild(child) == 0
    assert child.parent().childCount() == interface.childCount()


def test_the_focused_mark_says_so(canvas):
    interface = QAccessible.queryAccessibleInterface(canvas)
    assert interface.focusChild() is None
    mark = reading_order(gallery())[3]
    canvas.focus_mark(mark.id)
    assert interface.focusChild().text(NAME) == mark.spoken
    assert interface.child(3).state().focused
    assert not interface.child(2).state().focused


def test_a_mark_that_is_gone_is_no_longer_valid(canvas):
    child = QAccessible.queryAccessibleInterface(canvas).child(0)
    assert child.isValid()
    canvas.show_scene(Scene((Box(id="x", rect=Rect(0, 0, 9, 9), spoken="x"),)), animate=False)
    assert not child.isValid()
    assert child.text(NAME) == ""


def test_canvases_come_and_go(qtbot):
    accessible.install()
    for _ in range(20):
        widget = Canvas()
        widget.show_scene(gallery(), animate=False)
        assert QAccessible.queryAccessibleInterface(widget).childCount() > 20
        widget.close()
        del widget
        gc.collect()


def test_a_moving_focus_is_announced_only_to_a_listening_reader(canvas, monkeypatch):
    told = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.child()))
    QAccessible.queryAccessibleInterface(canvas)
    order = [mark.id for mark in reading_order(gallery())]
    canvas.focus_mark(order[2])
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    canvas.focus_mark(order[4])
    assert told == [4]
