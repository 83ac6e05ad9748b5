"""Presenting by keys alone: the clicker's way through a theatre, numbers, variants, notes, the spotlight."""

import pytest
from desk_support import COURSE, make_desk, recorded, run_recorded, shown, translators
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

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
    return next(number for number, one in enumerate(desk.variants) if one.on), desk.session.timeline.step


def walked(qtbot, desk, key):
    """All places that one key leads through, until it leads no further."""
    places = [place(desk)]
    while True:
        press(qtbot, desk, key)
        if place(desk) == places[-1]:
            return places
        places.append(place(desk))


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
    assert walked(qtbot, desk, Key.Key_PageUp) == way[::-1]


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
