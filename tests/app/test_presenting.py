"""Presenting by a clicker alone: the way through a theatre, variants, numbers, captions."""

from dataclasses import replace
from itertools import pairwise

import pytest
from desk_support import COURSE, make_desk, recorded, run_recorded, shown, translators
from layout_support import outside, overlapping_labels
from presenting_support import THEATRE, Key, at_end, place, presented, press, walked, whole_way
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.drawing.marks import Label, Rect
from app.figures.variants import Choice
from app.presenting import captioned
from lessons.loader import load_lesson


@pytest.fixture(autouse=True)
def english_afterwards(qapp):
    yield
    translators().use("en")


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
    qtbot.waitUntil(lambda: desk.session.timeline.step == 12)
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


def test_a_long_name_of_a_variant_leaves_the_caption_alone():
    two = (Choice("a", "A" * 50, "", True), Choice("b", "B", "", False))
    assert captioned("What the wire carries", two, 0)[0] == "What the wire carries"
    assert captioned("What the wire carries", two[::-1], 0) == ("What the wire carries", f"2/2  {'A' * 50}")
    assert captioned("Title", (), 0) == ("Title", "")
