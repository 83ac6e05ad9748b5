"""Every lesson of the course in the smallest window, by the keyboard alone and without a word in the message strip.

The lesson is opened in one language and left in the other: steps forwards, Ctrl+L, steps backwards, all variants, all
faults, the goal. Every second lesson starts in Chinese, so each of these is done in each language.
"""

from __future__ import annotations

import pytest
from desk_support import COURSE, make_desk, translators
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.drawing.fonts import QtMeasure
from app.figures.gallery import EDGE, TITLE

Key = Qt.Key
FORWARDS = (Key.Key_Right, Key.Key_PageDown)
BACKWARDS = (Key.Key_Left, Key.Key_PageUp)
LANGUAGES = ("en", "zh_CN")
SOME = 4
"""So many steps are taken backwards: test_desk compares all pictures both ways."""
MANY = 150
"""More stops of Tab than a window has."""


@pytest.fixture(autouse=True)
def english_afterwards(qapp):
    yield
    translators().use("en")


class Reader:
    """Who has a keyboard and nothing else. `failures` is what the message strip was to say."""

    def __init__(self, qtbot, lang):
        self.qtbot, self.desk = qtbot, make_desk((1200, 760), lang)
        self.window, self.session, self.timeline = self.desk.window, self.desk.session, self.desk.session.timeline
        self.failures = []
        self.session.failed.connect(self.failures.append)
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def tab_to(self, find):
        """Tab to the control that `find` gives; a run may have replaced the one that was there before."""
        for _ in range(MANY):
            if QApplication.focusWidget() is find():
                return
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {find().accessibleName()}")

    def other_title_fits(self):
        lang = LANGUAGES[1 - LANGUAGES.index(self.session.lang)]
        title = self.session.telling.step(self.timeline.step, lang).title
        controls = self.window.stage.controls
        taken = controls.sizeHint().width() + 16 if controls.isVisible() else 0
        return QtMeasure(lang).width(title, TITLE) <= self.desk.canvas.scene.width - 2 * EDGE - taken

    def see(self):
        """What stands on the stage is this step: its whole title, and every value filled in."""
        view = self.session.view()
        (title,) = [mark.text for mark in self.desk.canvas.scene.marks if mark.id == "stage.title"]
        assert title == view.title, "cut off"
        assert self.other_title_fits(), "cut off in the other language"
        assert "{" not in " ".join((view.title, view.label, view.side, *view.body, view.note))
        assert not self.failures
        assert self.window.message.words.text() == ""


def variant_of(reader):
    return next((fault.id for fault in reader.session.telling.faults("en") if fault.on and fault.variant), None)


def switch_variant(reader, variant):
    while variant_of(reader) != variant:
        reader.press(Key.Key_V)


def switch_fault(reader, fault):
    rows = reader.window.side_pane.faults
    reader.tab_to(lambda: next(row for row in rows.rows if row.fault.id == fault))
    reader.press(Key.Key_Space)


def make_move(reader, lesson, move):
    place = [one.id for one in lesson.moves].index(move)
    reader.tab_to(lambda: reader.window.side_pane.goal.moves.rows[place])
    reader.press(Key.Key_Space)


@pytest.mark.parametrize("lesson", COURSE.lessons, ids=lambda lesson: lesson.slug)
def test_a_lesson_by_keyboard(qtbot, lesson):
    start = COURSE.lessons.index(lesson) % 2
    reader = Reader(qtbot, LANGUAGES[start])
    reader.session.open_slug(lesson.slug)
    step_through(reader, LANGUAGES[1 - start])
    reach(reader, lesson)
    switch_all(reader, lesson)


def step_through(reader, lang):
    last = reader.timeline.count - 1
    for number in range(last + 1):
        assert reader.timeline.step == number
        reader.see()
        reader.press(FORWARDS[number % 2])
    assert reader.timeline.step == last
    reader.press(Key.Key_Home)
    assert reader.timeline.step == 0
    reader.press(Key.Key_End)
    reader.press(Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert reader.session.lang == lang
    for number in range(last, max(0, last - SOME), -1):
        assert reader.timeline.step == number
        reader.see()
        reader.press(BACKWARDS[number % 2])
    reader.press(Key.Key_Home)
    assert reader.timeline.step == 0


def switch_all(reader, lesson):
    """Every variant once by V, then every fault on and off."""
    seen = set()
    for _ in lesson.variants:
        reader.press(Key.Key_V)
        reader.see()
        seen.add(variant_of(reader))
    assert len(seen) == len(lesson.variants)
    for fault in lesson.faults:
        if not fault.variant:
            switch_fault(reader, fault.id)
            assert reader.session.faults == {fault.id}
            reader.see()
            reader.press(Key.Key_Space)
            assert fault.id not in reader.session.faults


def reach(reader, lesson):
    """The goal by its solution; one that gathers keeps what an earlier run has met."""
    goal = reader.window.side_pane.goal
    assert not goal._goal.reached
    reader.press(Key.Key_G)
    variants = [variant.id for variant in lesson.variants]
    moves = [move.id for move in lesson.moves]
    for run in lesson.goal.solution:
        while reader.session.order.moves:
            reader.press(Key.Key_Backspace)
        for deed in run:
            if deed in moves:
                make_move(reader, lesson, deed)
            elif deed in variants:
                switch_variant(reader, deed)
            else:
                switch_fault(reader, deed)
            reader.see()
    assert goal._goal.reached
    assert goal._verdict.isVisible()
