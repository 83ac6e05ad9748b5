"""Presenting by keys alone: the clicker's way through a theatre, numbers, variants, notes, the spotlight."""

from dataclasses import replace
from itertools import pairwise

import pytest
from desk_support import COURSE, make_desk, recorded, run_recorded, shown, translators
from layout_support import outside, overlapping_labels
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.drawing.marks import Box, Label, Rect
from app.figures.variants import Choice
from app.model.telling import LessonTelling
from app.presenting import captioned
from app.widgets.presenter_number import WAIT
from lessons.loader import load_lesson

Key = Qt.Key
THEATRE = COURSE.lesson("closing-handshake")


@pytest.fixture(autouse=True)
def english_afterwards(qapp):
    yield
    translators().use("en")


def presented(qtbot, slug="closing-handshake", **options):
    desk = make_desk(**options)
    qtbot.addWidget(desk.window)
    desk.session.open_slug(slug)
    desk.window.show()
    press(qtbot, desk, Key.Key_F5)
    return desk


def press(qtbot, desk, *keys):
    for key in keys:
        qtbot.keyClick(desk.window, key)


def place(desk):
    """Which variant is on, and the step."""
    return next((number for number, one in enumerate(desk.variants) if one.on), 0), desk.session.timeline.step


def at_end(desk):
    return desk.window.layers.end.isVisible()


def walked(qtbot, desk, key):
    """All places that one key leads through, until it leads no further; the end is none of them."""
    before, places = None, [place(desk)]
    while before != (place(desk), at_end(desk)):
        before = place(desk), at_end(desk)
        press(qtbot, desk, key)
        if place(desk) != places[-1]:
            places.append(place(desk))
    return places


def whole_way():
    """Every step of every variant of the theatre, as its runs have them."""
    places = []
    for number, variant in enumerate(THEATRE.variants):
        faults = frozenset({variant.id})
        telling = LessonTelling.of(THEATRE, recorded(THEATRE.slug, faults), faults)
        places += [(number, step) for step in range(telling.count)]
    return places


def test_a_clicker_alone_goes_through_the_whole_theatre_and_back(qtbot):
    desk = presented(qtbot)
    way = whole_way()
    assert len({number for number, _ in way}) == len(THEATRE.variants) > 10
    assert walked(qtbot, desk, Key.Key_PageDown) == way
    assert at_end(desk)
    assert walked(qtbot, desk, Key.Key_PageUp) == way[::-1]
    assert not at_end(desk)


@pytest.mark.parametrize("slug", [lesson.slug for lesson in COURSE.lessons])
def test_a_clicker_alone_goes_through_every_lesson_and_back(qtbot, monkeypatch, slug):
    """Nothing holds it: no question that must be answered, no goal, no variant, at any depth of thought."""
    monkeypatch.setattr("app.desk.Desk.draw", lambda _desk, animate=False: None)
    desk = presented(qtbot, slug)
    desk.set_mode("must")
    way = walked(qtbot, desk, Key.Key_PageDown)
    assert at_end(desk)
    assert len({number for number, _ in way}) == max(1, len(COURSE.lesson(slug).variants))
    for (number, step), after in pairwise(way):
        assert after in {(number, step + 1), (number + 1, 0)}
    assert way[-1][1] == desk.session.timeline.count - 1
    assert walked(qtbot, desk, Key.Key_PageUp) == way[::-1]


@pytest.mark.parametrize("slug", [lesson.slug for lesson in COURSE.lessons])
def test_what_a_hall_sees_is_large_and_in_order(qtbot, slug):
    """No words lie on others or leave the screen, and the figure is of one size throughout."""
    desk = presented(qtbot, slug, size=(1920, 1080))
    top, scale = desk._presenting.lower + 84, desk.canvas.to_widget(Rect(0, 0, 1, 1)).width()
    sizes, wrong = [], []
    for step in range(0, desk.session.timeline.count, 2):
        desk.session.timeline.seek(step)
        scene = desk.canvas.scene
        labels = [mark for mark in scene.marks if isinstance(mark, Label) and mark.text.strip() and mark.width]
        wrong += overlapping_labels(replace(scene, marks=tuple(labels))) + outside(scene, top, margin=0)
        sizes += [mark.font.size * scale for mark in labels]
        assert desk.canvas.to_widget(Rect(0, 0, 1, 1)).width() == scale
    assert wrong == []
    assert min(sizes) > 20
    assert sum(size >= 23.9 for size in sizes) > 0.55 * len(sizes)


def test_after_the_last_step_comes_the_end(qtbot):
    desk = presented(qtbot, "accept-key")
    press(qtbot, desk, Key.Key_End)
    desk.canvas.finish()
    last, before = place(desk), desk.window.grab().toImage()
    assert not at_end(desk)
    press(qtbot, desk, Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageDown)
    assert at_end(desk)
    assert desk.window.grab().toImage() != before
    press(qtbot, desk, Key.Key_PageUp)
    assert not at_end(desk)
    assert place(desk) == last
    assert desk.window.grab().toImage() == before
    press(qtbot, desk, Key.Key_PageDown, Key.Key_3, Key.Key_Return)
    assert not at_end(desk)
    assert place(desk) == (0, 2)
    press(qtbot, desk, Key.Key_End, Key.Key_PageDown, Key.Key_Escape)
    assert not desk.window.presenting
    assert not at_end(desk)


# Keys that clickers send.


@pytest.mark.parametrize(
    ("key", "text", "by"),
    [
        (Key.Key_PageDown, "", 1), (Key.Key_Right, "", 1), (Key.Key_Down, "", 1), (Key.Key_Space, " ", 1),
        (Key.Key_PageUp, "", -1), (Key.Key_Left, "", -1), (Key.Key_Up, "", -1), (Key.Key_Backspace, "", -1),
        (Key.Key_VolumeUp, "", 0), (Key.Key_VolumeDown, "", 0), (Key.Key_VolumeMute, "", 0),
    ],
)  # fmt: skip
def test_what_the_keys_of_a_clicker_do(qtbot, key, text, by):
    desk = presented(qtbot)
    desk.session.timeline.seek(3)
    before = shown(desk)
    QTest.sendKeyEvent(QTest.KeyAction.Click, desk.window, key, text, Qt.KeyboardModifier.NoModifier)
    assert desk.session.timeline.step == 3 + by
    assert desk.window.presenting
    assert (shown(desk) != before) == bool(by)


@pytest.mark.parametrize(("key", "colour"), [("b", "#000000"), (".", "#000000"), ("w", "#ffffff"), (",", "#ffffff")])
def test_the_screen_is_blank_until_the_next_press(qtbot, key, colour):
    desk = presented(qtbot)
    window = desk.window
    seen = window.grab().toImage()
    QTest.keyClicks(window, key)
    assert window.grab().toImage().pixelColor(300, 300).name() == colour
    QTest.keyClicks(window, key)
    assert window.grab().toImage() == seen
    QTest.keyClicks(window, key)
    press(qtbot, desk, Key.Key_PageDown)
    assert desk.session.timeline.step == 0
    assert window.grab().toImage() == seen
    press(qtbot, desk, Key.Key_PageDown)
    assert desk.session.timeline.step == 1


def test_black_becomes_white_and_white_black(qtbot):
    desk = presented(qtbot)
    QTest.keyClicks(desk.window, "bw")
    assert desk.window.blank.isVisible()
    assert desk.window.blank.white
    QTest.keyClicks(desk.window, ".")
    assert desk.window.blank.isVisible()
    assert not desk.window.blank.white


def test_shift_f5_begins_and_ends_it_too(qtbot):
    desk = presented(qtbot)
    qtbot.keyClick(desk.window, Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert not desk.window.presenting
    qtbot.keyClick(desk.window, Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert desk.window.presenting


def test_a_click_on_the_figure_takes_no_key_from_the_clicker(qtbot):
    desk = presented(qtbot)
    qtbot.mouseClick(desk.canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    qtbot.keyClick(desk.window.focusWidget() or desk.window, Key.Key_Down)
    assert desk.session.timeline.step == 1


def test_language_and_theme_change_while_it_is_presented(qtbot):
    desk = presented(qtbot)
    english, light = desk.window.presenter.caption, desk.window.grab().toImage().pixelColor(3, 3)
    qtbot.keyClick(desk.window, Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.presenter.caption not in {"", english}
    desk.set_theme("dark")
    assert desk.window.grab().toImage().pixelColor(3, 3) != light
    press(qtbot, desk, Key.Key_PageDown)
    assert place(desk) == (0, 1)
    assert desk.window.presenting


def test_the_window_can_be_closed_in_the_middle_of_it(qtbot):
    desk = presented(qtbot)
    press(qtbot, desk, Key.Key_N, Key.Key_S, Key.Key_B)
    desk.window.close()
    assert not desk.window.presenting
    assert not desk._presenting.notes.isVisible()


def test_every_place_looks_the_same_on_the_way_back(qtbot):
    desk = presented(qtbot, size=(1200, 760))
    last = next(number for number, at in enumerate(whole_way()) if at == (1, 3))
    pictures = [shown(desk)]
    for _ in range(last):
        press(qtbot, desk, Key.Key_PageDown)
        pictures.append(shown(desk))
    for expected in pictures[-2::-1]:
        press(qtbot, desk, Key.Key_PageUp)
        assert shown(desk) == expected


def test_the_caption_says_where_a_variant_begins(qtbot):
    desk = presented(qtbot)
    titles = {}
    for at in whole_way():
        titles.setdefault(at[0], []).append(desk.window.presenter.caption)
        name = desk.variants[at[0]].title
        assert desk.window.presenter.label == f"{at[0] + 1}/{len(desk.variants)}  {name}"
        press(qtbot, desk, Key.Key_PageDown)
    assert titles[1][0].startswith("Server first: ")
    assert all(not caption.startswith("Server first: ") for caption in titles[1][1:])
    assert all(len(caption) <= 60 for captions in titles.values() for caption in captions)


def test_the_way_is_the_same_in_another_look(qtbot):
    desk = presented(qtbot, lang="zh_CN", theme="contrast")
    assert walked(qtbot, desk, Key.Key_PageDown) == whole_way()


def test_outside_of_a_presentation_the_last_step_is_the_end(qtbot):
    desk = presented(qtbot)
    press(qtbot, desk, Key.Key_Escape, Key.Key_End, Key.Key_PageDown)
    assert place(desk) == (0, desk.session.timeline.count - 1)


def test_a_press_while_a_variant_is_being_run_counts_for_nothing(qtbot):
    waiting = []

    def runner(order, done):
        if held:
            waiting.append((order, done))
        else:
            run_recorded(order, done)

    held = False
    desk = presented(qtbot, runner=runner)
    held = True
    press(qtbot, desk, Key.Key_End, Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageUp, Key.Key_PageDown)
    assert len(waiting) == 1
    run_recorded(*waiting[0])
    assert place(desk) == (1, 0)
    press(qtbot, desk, Key.Key_PageDown)
    assert place(desk) == (1, 1)


def test_a_variant_that_cannot_be_run_leaves_the_clicker_alive(qtbot):
    broken = []

    def runner(order, done):
        if broken:
            done(OSError(98, "Address already in use"))
        else:
            run_recorded(order, done)

    desk = presented(qtbot, runner=runner)
    broken.append(True)
    press(qtbot, desk, Key.Key_End, Key.Key_PageDown)
    last = desk.session.timeline.count - 1
    assert place(desk) == (0, last)
    press(qtbot, desk, Key.Key_PageUp)
    assert place(desk) == (0, last - 1)
    broken.clear()
    press(qtbot, desk, Key.Key_PageDown, Key.Key_PageDown)
    assert place(desk) == (1, 0)


def test_an_open_question_does_not_hold_a_presentation(qtbot):
    desk = presented(qtbot)
    desk.set_mode("must")
    while not desk.session.view().question:
        press(qtbot, desk, Key.Key_PageDown)
    at = desk.session.timeline.step
    press(qtbot, desk, Key.Key_PageDown)
    assert desk.session.timeline.step == at + 1


@pytest.mark.parametrize(
    ("keys", "step"),
    [
        ((Key.Key_1, Key.Key_2, Key.Key_Return), 11),
        ((Key.Key_5, Key.Key_Enter), 4),
        ((Key.Key_9, Key.Key_9, Key.Key_9, Key.Key_Return), -1),
        ((Key.Key_0, Key.Key_Return), 0),
        ((Key.Key_7, Key.Key_Escape, Key.Key_Return), 0),
        ((Key.Key_7, Key.Key_PageDown, Key.Key_Return), 1),
    ],
)
def test_digits_jump_to_a_step(qtbot, keys, step):
    desk = presented(qtbot)
    press(qtbot, desk, *keys)
    assert desk.session.timeline.step == step % desk.session.timeline.count
    assert desk.window.presenting


def test_a_number_is_whole_a_second_after_its_last_digit(qtbot):
    desk = presented(qtbot)
    press(qtbot, desk, Key.Key_1, Key.Key_3)
    assert desk.window.presenter.number == "13"
    assert desk.session.timeline.step == 0
    qtbot.waitUntil(lambda: desk.session.timeline.step == 12, timeout=3 * WAIT)
    assert desk.window.presenter.number == ""


def test_the_controls_go_from_variant_to_variant_too(qtbot):
    desk = presented(qtbot)
    buttons = desk.window.presenter_controls.buttons
    assert not buttons["back"].isEnabled()
    press(qtbot, desk, Key.Key_End)
    buttons["next"].click()
    assert place(desk) == (1, 0)
    buttons["back"].click()
    assert place(desk) == (0, desk.session.timeline.count - 1)
    press(qtbot, desk, Key.Key_1, Key.Key_3, Key.Key_V, Key.Key_End)
    assert not buttons["next"].isEnabled()


def test_variants_by_key(qtbot):
    desk = presented(qtbot)
    press(qtbot, desk, Key.Key_V)
    assert place(desk)[0] == 1
    qtbot.keyClick(desk.window, Key.Key_V, Qt.KeyboardModifier.ShiftModifier)
    assert place(desk)[0] == 0
    press(qtbot, desk, Key.Key_1, Key.Key_2, Key.Key_V)
    assert place(desk)[0] == 11
    press(qtbot, desk, Key.Key_9, Key.Key_9, Key.Key_V)
    assert place(desk)[0] == 11


def test_a_lesson_without_variants_ends_with_its_last_step(qtbot):
    desk = presented(qtbot, "accept-key")
    assert desk.window.presenter.label == ""
    press(qtbot, desk, Key.Key_End, Key.Key_PageDown, Key.Key_PageDown)
    assert desk.session.timeline.step == desk.session.timeline.count - 1
    press(qtbot, desk, Key.Key_Home, Key.Key_PageUp)
    assert desk.session.timeline.step == 0


def test_an_instructors_own_folder_runs_the_same_way(qtbot, tmp_path):
    folder = tmp_path / "my-theatre"
    folder.mkdir()
    for name in ("lesson.toml", "en.md", "zh_CN.md"):
        text = (THEATRE.path / name).read_text("utf-8")
        (folder / name).write_text(text.replace('slug = "closing-handshake"', 'slug = "my-theatre"'), "utf-8")
    own = load_lesson(folder)

    def runner(order, done):
        done(recorded(THEATRE.slug, order.faults, order.moves, order.change))

    desk = make_desk(runner=runner)
    qtbot.addWidget(desk.window)
    desk.session.open_lesson(own)
    desk.window.show()
    press(qtbot, desk, Key.Key_F5)
    assert walked(qtbot, desk, Key.Key_PageDown) == whole_way()


# The notes.


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


# The spotlight.


@pytest.mark.parametrize("key", [Key.Key_S, Key.Key_L])
def test_a_spotlight_dims_all_but_a_circle_round_the_pointer(qtbot, key):
    desk = presented(qtbot)
    window, light = desk.window, desk.window.layers.spotlight
    bright = window.grab().toImage()
    press(qtbot, desk, key)
    at = QPoint(300, 200)
    move = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), QPointF(light.mapToGlobal(at)),
                       Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)  # fmt: skip
    QApplication.sendEvent(light, move)
    lit = window.grab().toImage()
    far = QPoint(5, window.height() - 5)
    assert lit.pixelColor(at) == bright.pixelColor(at)
    assert lit.pixelColor(far).lightness() < bright.pixelColor(far).lightness() / 2
    before = light.radius
    turn = QWheelEvent(QPointF(at), QPointF(at), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
                       Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(light, turn)
    assert light.radius > before
    for _ in range(60):
        QApplication.sendEvent(light, turn)
    assert light.radius < window.height()
    press(qtbot, desk, Key.Key_PageDown)
    assert desk.session.timeline.step == 1
    press(qtbot, desk, Key.Key_Escape)
    assert not light.isVisible()
    assert window.presenting
    press(qtbot, desk, Key.Key_Escape)
    assert not window.presenting


def test_there_is_no_spotlight_outside(qtbot):
    desk = presented(qtbot)
    press(qtbot, desk, Key.Key_S, Key.Key_F5)
    assert not desk.window.layers.spotlight.isVisible()
    press(qtbot, desk, Key.Key_S, Key.Key_N)
    assert not desk.window.layers.spotlight.isVisible()
    assert "notes" not in vars(desk._presenting)


# Words.


def test_a_long_name_of_a_variant_leaves_the_caption_alone():
    two = (Choice("a", "A" * 50, "", True), Choice("b", "B", "", False))
    assert captioned("What the wire carries", two, 0)[0] == "What the wire carries"
    assert captioned("What the wire carries", two[::-1], 0) == ("What the wire carries", f"2/2  {'A' * 50}")
    assert captioned("Title", (), 0) == ("Title", "")
