"""The whole window: keys, clicks, languages and themes over real lessons."""

import json

import pytest
from desk_support import COURSE, make_desk, shown, translators
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from app.drawing.marks import Rect
from app.drawing.theme import LIGHT
from app.exporting_learn import seen
from app.model.progress import GOAL
from app.settings import SettingsFile
from app.trying import variant_in
from app.widgets.export_dialog import ExportDialog
from app.widgets.text import Text

Key = Qt.Key


@pytest.fixture(autouse=True)
def english_afterwards(qapp):
    yield
    translators().use("en")


@pytest.fixture
def desk(qtbot):
    desk = make_desk()
    qtbot.addWidget(desk.window)
    desk.session.open_slug("opening-handshake")
    desk.window.show()
    return desk


def press(qtbot, desk, *keys):
    for key in keys:
        qtbot.keyClick(desk.window, key)


@pytest.mark.parametrize(
    ("key", "start", "end"),
    [
        (Key.Key_Right, 3, 4), (Key.Key_Space, 3, 4), (Key.Key_PageDown, 3, 4),
        (Key.Key_Left, 3, 2), (Key.Key_PageUp, 3, 2), (Key.Key_Home, 3, 0), (Key.Key_End, 3, -1),
    ],
)  # fmt: skip
def test_keys_step(qtbot, desk, key, start, end):
    desk.session.timeline.seek(start)
    press(qtbot, desk, key)
    assert desk.session.timeline.step == end % desk.session.timeline.count


@pytest.mark.parametrize("lesson", COURSE.lessons, ids=lambda lesson: lesson.slug)
def test_every_step_looks_the_same_however_it_was_reached(qtbot, desk, lesson):
    desk.session.open_lesson(lesson)
    timeline = desk.session.timeline
    forwards = []
    for _ in range(timeline.count):
        forwards.append(shown(desk))
        timeline.next()
    backwards = []
    for _ in range(timeline.count):
        backwards.append(shown(desk))
        timeline.back()
    assert forwards == backwards[::-1]
    timeline.seek(timeline.count // 2)
    assert shown(desk) == forwards[timeline.count // 2]


def test_the_language_is_switched_live(qtbot, desk):
    english = desk.window.side_pane._title.text()
    press(qtbot, desk, Key.Key_Home)
    qtbot.keyClick(desk.window, Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.side_pane._title.text() != english
    assert desk.window.top_bar.present_button.text() == "演示"
    titles = {mark.text for mark in desk.canvas.scene.marks if mark.id == "stage.title"}
    assert any("一" <= letter <= "鿿" for title in titles for letter in title)
    qtbot.keyClick(desk.window, Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.side_pane._title.text() == english


def test_themes_change_the_picture_and_nothing_else(qtbot, desk):
    scene, light = desk.canvas.scene, shown(desk)
    pictures = {light}
    for theme in ("dark", "contrast"):
        desk.set_theme(theme)
        pictures.add(shown(desk))
    assert len(pictures) == 3
    desk.set_theme("light")
    assert (desk.canvas.scene, shown(desk)) == (scene, light)


def test_a_prediction_is_answered_by_key(qtbot, desk):
    timeline = desk.session.timeline
    timeline.seek(next(n for n in range(timeline.count) if desk.session.view(n).question))
    assert desk.window.side_pane.predict.is_open
    press(qtbot, desk, Key.Key_2)
    asked = desk.session.asked()
    assert asked.chosen == list(asked.options)[1]
    assert not desk.window.side_pane.predict.is_open


def test_a_fault_is_switched_on_in_the_side_pane(qtbot, desk):
    fault = "old-version"
    desk.window.fault_toggled.emit(fault, True)
    assert desk.session.faults == {fault}
    desk.session.timeline.last()
    assert "426" in str(desk.canvas.scene.marks)


def test_a_click_on_a_mark_selects_it_and_escape_lets_go(qtbot, desk):
    mark = next(mark for mark in desk.canvas.scene.marks if mark.links and mark.spoken and not variant_in(mark.links))
    desk.canvas.pin(mark.links)
    assert desk.window.side_pane.inspector.words.text() != ""
    press(qtbot, desk, Key.Key_Escape)
    assert desk.canvas.pinned == ()
    assert desk.window.side_pane.inspector.words.text() == ""


def test_presenting_shows_the_stage_alone(qtbot, desk):
    press(qtbot, desk, Key.Key_F5)
    assert not desk.window.navigation.isVisible()
    assert desk.window.presenter.isVisible()
    press(qtbot, desk, Key.Key_PageDown)
    assert desk.session.timeline.step == 1
    press(qtbot, desk, Key.Key_B)
    assert desk.window.blank.isVisible()
    press(qtbot, desk, Key.Key_Escape, Key.Key_Escape)
    assert desk.window.navigation.isVisible()


def test_a_phase_is_one_click_away(qtbot, desk):
    phases = desk.session.telling.phases("en")
    desk.window.phase_chosen.emit("opening-handshake", phases[2].id)
    assert desk.session.timeline.step == phases[2].first
    desk.window.phase_chosen.emit("accept-key", "join")
    assert desk.session.timeline.step == phases[2].first


def test_export_asks_for_a_file_and_writes_it(qtbot, desk, tmp_path):
    qtbot.keyClick(desk.window, Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    (export,) = desk.window.findChildren(ExportDialog)
    qtbot.keyClick(export, Key.Key_Return)
    (dialog,) = export.findChildren(QFileDialog)
    path = tmp_path / "figure.svg"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    assert "<title>" in path.read_text("utf-8")
    assert str(path) in desk.window.message.words.text()


def test_an_unwritable_export_is_one_sentence(qtbot, desk, tmp_path):
    path = tmp_path / "nowhere" / "figure.svg"
    desk.exporting.write(seen(desk.session), path, desk.exporting.remembered.wanted)
    assert str(path) in desk.window.message.words.text()
    assert not path.parent.exists()


def test_the_figure_is_copied_as_picture_svg_and_words(qtbot, desk, qapp):
    qtbot.keyClick(desk.window, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = qapp.clipboard().mimeData()
    assert data.hasImage()
    assert data.hasFormat("image/svg+xml")
    assert desk.canvas.scene.title in data.text()


def test_a_failure_is_said_and_nothing_is_lost(qtbot, desk):
    desk.session.timeline.seek(5)
    desk.session.failed.emit("The port 80 is taken.")
    assert desk.window.message.words.text() == "The port 80 is taken."
    assert desk.session.timeline.step == 5


def test_no_key_crashes_or_freezes(qtbot, desk):
    keys = [*map(chr, range(0x20, 0x7F)), *(getattr(Key, f"Key_F{number}") for number in range(1, 13))]
    named = (
        "Escape",
        "Tab",
        "Backtab",
        "Backspace",
        "Return",
        "Enter",
        "Insert",
        "Delete",
        "Up",
        "Down",
        "Left",
        "Right",
    )
    for key in [*keys, *(getattr(Key, f"Key_{name}") for name in named)]:
        qtbot.keyClick(desk.window, key)
        for dialog in desk.window.findChildren(QDialog):
            dialog.reject()
    desk.window.present(False)
    desk.session.timeline.first()
    assert desk.session.view() is not None


def test_progress_is_remembered(qtbot, tmp_path):
    file = SettingsFile(tmp_path / "settings.json")
    desk = make_desk(file=file)
    qtbot.addWidget(desk.window)
    desk.session.open_slug("accept-key")
    desk.session.timeline.last()
    desk.window.close()
    stored = json.loads(file.path.read_text("utf-8"))
    steps = [step.id for step in COURSE.lesson("accept-key").steps if not step.when]
    seen = {step for step in stored["progress"]["accept-key"] if not step.startswith(GOAL)}
    assert seen == {steps[0], steps[-1]}


@pytest.mark.parametrize("size", [(1200, 760), (1280, 800), (1440, 900), (1920, 1080)])
@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_the_stage_is_whole_at_every_size(qtbot, size, lang):
    desk = make_desk(size, lang)
    qtbot.addWidget(desk.window)
    desk.session.open_slug("opening-handshake")
    desk.window.show()
    scene = desk.canvas.scene
    place = desk.canvas.to_widget(Rect(0, 0, scene.width, scene.height))
    assert place.width() <= desk.canvas.width() + 1
    assert place.height() <= desk.canvas.height() + 1
    assert place.width() >= 888


def test_the_course_is_there_before_a_lesson_has_run(qtbot):
    desk = make_desk(runner=lambda *_: None)
    qtbot.addWidget(desk.window)
    desk.session.open_slug("opening-handshake")
    desk.window.show()
    titles = [row.text() for row in desk.window.navigation.rows]
    assert titles == [lesson.words["en"].title for lesson in COURSE.lessons]
    assert not any(button.isEnabled() for button in desk.window.transport.buttons.values())
    assert desk.canvas.scene.marks == ()
    assert desk.window.grab().toImage().pixelColor(700, 400).name().upper() == LIGHT.colour("stage")
    for key in (Key.Key_Right, Key.Key_P, Key.Key_1, Key.Key_F5, Key.Key_Escape, Key.Key_End):
        press(qtbot, desk, key)


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
@pytest.mark.parametrize("slug", [lesson.slug for lesson in COURSE.lessons])
def test_the_side_pane_is_whole_at_every_step_before_it_is_painted(qtbot, slug, lang):
    desk = make_desk(lang=lang)
    qtbot.addWidget(desk.window)
    desk.window.show()
    desk.session.open_slug(slug)
    count = desk.session.timeline.count
    for step in (*range(count), *(7 * n % count for n in range(count))):
        desk.session.timeline.seek(step)
        for words in desk.window.side_pane.findChildren(Text):
            if words.isVisible() and words.hasHeightForWidth():
                assert words.height() == words.heightForWidth(words.width()), (step + 1, words.text())


def test_presenting_drops_the_head_and_the_controls_of_the_figure(qtbot, desk):
    desk.session.open_slug("accept-key")
    timeline = desk.session.timeline
    while not desk.window.stage.controls.isVisible():
        timeline.next()
    assert timeline.step < timeline.count - 1
    press(qtbot, desk, Key.Key_F5)
    desk.canvas.finish()
    assert desk.canvas.scene.find("stage.title") is None
    assert not desk.window.stage.controls.isVisible()
    assert desk.window.presenter.caption == desk.session.view().title
    press(qtbot, desk, Key.Key_PageDown)
    assert desk.canvas.scene.find("stage.title") is None
    press(qtbot, desk, Key.Key_PageUp, Key.Key_F5)
    assert desk.canvas.scene.find("stage.title").text == desk.session.view().title
    assert desk.window.stage.controls.isVisible()
    press(qtbot, desk, Key.Key_F5)
    assert desk._scene.find("stage.title") is not None, "an export has its title"


@pytest.mark.parametrize("width", [1200, 1280, 1440, 1920])
@pytest.mark.parametrize("lang", ["en", "zh_CN"])
@pytest.mark.parametrize("slug", [lesson.slug for lesson in COURSE.lessons])
def test_no_phase_of_the_scrubber_is_cut(qtbot, slug, lang, width):
    desk = make_desk((width, 900), lang)
    qtbot.addWidget(desk.window)
    desk.window.show()
    desk.session.open_slug(slug)
    scrubber = desk.window.transport.scrubber
    for step in range(desk.session.timeline.count):
        desk.session.timeline.seek(step)
        shown = [title for title, _, _ in scrubber.labels()]
        assert shown == [phase.title for phase in scrubber.track.phases], step


def test_the_words_of_a_run_are_filled_in_once(qtbot, desk, monkeypatch):
    telling = type(desk.session.telling)
    asked = []
    step = telling.step
    monkeypatch.setattr(telling, "step", lambda self, number, lang: asked.append(number) or step(self, number, lang))
    desk.session.timeline.next()
    assert set(asked) == {1}
