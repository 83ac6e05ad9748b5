"""The notes of whoever presents: what they say, where they are, what their keys do."""

import pytest
from desk_support import recorded, run_recorded, translators
from presenting_support import THEATRE, Key, place, presented, press, whole_way
from PySide6.QtCore import Qt

from app.drawing.marks import Box


@pytest.fixture(autouse=True)
def english_afterwards(qapp):
    yield
    translators().use("en")


def test_n_shows_the_notes_of_the_step_and_hides_them(qtbot):
    desk = presented(qtbot)
    press(qtbot, desk, Key.Key_N)
    notes = desk._presenting.notes
    assert notes.isVisible()
    assert notes.caption.text() == desk.session.view().title
    assert notes.following.text() == desk.session.view(1).title
    assert [row.variant.title for row in notes.variants.rows] == [one.title for one in desk.variants]
    assert notes.variants.rows[11].variant.keys == ("1", "2", "V")
    press(qtbot, desk, Key.Key_N)
    assert not notes.isVisible()


def test_the_notes_follow_the_clicker_to_the_very_end(qtbot):
    desk = presented(qtbot)
    press(qtbot, desk, Key.Key_N, Key.Key_End)
    notes = desk._presenting.notes
    assert "Server first" in notes.following.text()
    press(qtbot, desk, Key.Key_PageDown)
    assert [row.variant.on for row in notes.variants.rows].index(True) == 1
    assert notes.caption.text() == desk.session.view().title
    press(qtbot, desk, Key.Key_1, Key.Key_3, Key.Key_V, Key.Key_End)
    assert notes.following.text() == "This is the end."
    press(qtbot, desk, Key.Key_PageDown)
    assert notes.following.text() == "This is the end."
    qtbot.waitUntil(lambda: not notes.thumbnail.isVisible())


def test_the_notes_picture_the_next_step(qtbot):
    desk = presented(qtbot)
    press(qtbot, desk, Key.Key_N, Key.Key_4, Key.Key_Return)
    notes = desk._presenting.notes
    title = desk.session.view(4).title
    qtbot.waitUntil(lambda: notes.thumbnail.scene is not None and notes.thumbnail.scene.title == title)
    assert notes.thumbnail.scene.find("stage.title").text == title
    before = notes.thumbnail.grab().toImage()
    press(qtbot, desk, Key.Key_PageDown)
    qtbot.waitUntil(lambda: notes.thumbnail.scene.title == desk.session.view(5).title)
    assert notes.thumbnail.grab().toImage() != before


def test_at_the_last_step_of_a_variant_they_picture_the_next_one(qtbot):
    desk = presented(qtbot)
    press(qtbot, desk, Key.Key_N, Key.Key_End)
    notes, here = desk._presenting.notes, place(desk)
    qtbot.waitUntil(lambda: notes.thumbnail.scene is not None and "server-first" in _on(notes.thumbnail.scene))
    picture = notes.thumbnail.scene
    assert place(desk) == here
    press(qtbot, desk, Key.Key_PageDown)
    assert place(desk) == (1, 0)
    assert picture.title == desk.session.view().title


def _on(scene):
    """Which variants stand out in the strip of a scene."""
    boxes = [mark for mark in scene.marks if mark.id.startswith("variants.") and isinstance(mark, Box)]
    return {box.id.removeprefix("variants.") for box in boxes if box.fill == "raise"}


def test_what_hinders_the_next_variant_does_not_hinder_the_notes(qtbot):
    def runner(order, done):
        if "server-first" in order.faults:
            done(OSError(98, "Address already in use"))
        else:
            run_recorded(order, done)

    desk = presented(qtbot, runner=runner)
    press(qtbot, desk, Key.Key_N, Key.Key_End)
    qtbot.waitUntil(lambda: desk._presenting._beside[1] == "server-first")
    press(qtbot, desk, Key.Key_PageUp)
    assert desk._presenting.notes.caption.text() == desk.session.view().title


def test_on_the_only_display_the_notes_lie_over_the_presentation(qtbot):
    """A window that is no dialog of the presentation lies below its full screen."""
    desk = presented(qtbot)
    press(qtbot, desk, Key.Key_N)
    notes = desk._presenting.notes
    assert notes.windowType() is Qt.WindowType.Dialog
    assert notes.windowHandle().transientParent() is desk.window.windowHandle()


def test_a_display_that_goes_away_takes_the_notes_with_it(qtbot, qapp):
    desk = presented(qtbot)
    press(qtbot, desk, Key.Key_N)
    qapp.screenRemoved.emit(qapp.primaryScreen())
    qtbot.waitUntil(lambda: not desk._presenting.notes.isVisible())
    press(qtbot, desk, Key.Key_N, Key.Key_PageDown)
    assert desk._presenting.notes.caption.text() == desk.session.view().title


def test_keys_in_the_notes_are_those_of_the_presentation(qtbot):
    desk = presented(qtbot)
    press(qtbot, desk, Key.Key_N)
    notes = desk._presenting.notes
    for key in (Key.Key_PageDown, Key.Key_Right, Key.Key_Space):
        qtbot.keyClick(notes, key)
    assert desk.session.timeline.step == 3
    qtbot.keyClick(notes, Key.Key_B)
    assert desk.window.blank.isVisible()
    qtbot.keyClick(notes, Key.Key_B)
    qtbot.keyClick(notes, Key.Key_Escape)
    assert not desk.window.presenting
    assert not notes.isVisible()


def test_the_notes_answer_the_question_that_the_stage_leaves_open(qtbot):
    desk = presented(qtbot)
    press(qtbot, desk, Key.Key_N)
    notes = desk._presenting.notes
    while not desk.session.view().question:
        press(qtbot, desk, Key.Key_PageDown)
    question = desk.session.view().question
    settled = desk.session.telling.asked(question, "en", "x")
    said = [words.text() for words in notes.question.words]
    assert any(settled.options[settled.right] in words and "\N{CHECK MARK}" in words for words in said)
    assert sum("\N{CHECK MARK}" in words for words in said) == 1
    assert desk.session.asked().right == "", "the stage still asks"


def test_the_notes_change_their_language_and_theme_with_the_window(qtbot):
    desk = presented(qtbot)
    press(qtbot, desk, Key.Key_N)
    notes = desk._presenting.notes
    light = notes.grab().toImage().pixelColor(5, 5)
    qtbot.keyClick(notes, Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert notes.caption.text() == desk.session.view().title
    qtbot.waitUntil(lambda: notes.next_head.text() == "下一步")
    qtbot.keyClick(notes, Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    desk.set_theme("dark")
    assert notes.grab().toImage().pixelColor(5, 5) != light


def test_a_variant_is_chosen_in_the_notes(qtbot):
    desk = presented(qtbot)
    press(qtbot, desk, Key.Key_N)
    desk._presenting.notes.variants.rows[4].click()
    assert place(desk)[0] == 4


def test_a_recording_is_presented_with_notes(qtbot):
    desk = presented(qtbot)
    desk.session.open_talk("mine", recorded(THEATRE.slug).main)
    press(qtbot, desk, Key.Key_N, Key.Key_PageDown, Key.Key_PageDown)
    assert desk.session.timeline.step == 2
    assert desk._presenting.notes.caption.text() == desk.session.view().title
    assert desk._presenting.notes.variants.rows == []


def test_every_step_of_the_theatre_has_notes(qtbot):
    desk = presented(qtbot)
    press(qtbot, desk, Key.Key_N)
    notes = desk._presenting.notes
    for _ in whole_way():
        assert notes.caption.text() == desk.session.view().title
        assert bool(notes.following.text())
        press(qtbot, desk, Key.Key_PageDown)
