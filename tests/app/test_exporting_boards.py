"""A storyboard is made by a process of its own: the window goes on, and stopping leaves nothing."""

from __future__ import annotations

import pytest
from desk_support import COURSE, make_desk, recorded
from PySide6.QtCore import Qt

from app import exporting_boards
from app.exporting_boards import Making, check_length, making
from app.exporting_learn import seen
from app.model.telling import LessonTelling, RecordingTelling
from app.publishing.formats import written
from app.storyboard.apart import Job
from app.storyboard.formats import Look, whole
from app.storyboard.sources import BoardError
from app.translate import said

SLUG = "masking"


@pytest.fixture(scope="module")
def telling():
    return LessonTelling.of(COURSE.lesson(SLUG), recorded(SLUG), ())


@pytest.fixture
def desk(qtbot):
    desk = make_desk()
    qtbot.addWidget(desk.window)
    desk.session.open_slug(SLUG)
    desk.window.show()
    desk.do("export")
    yield desk
    desk.exporting.close()


def choose(at_work, board):
    options = at_work.dialog.options
    options.choices["what"].chosen.emit(True)
    options.choices["board"].chosen.emit(board)


def test_it_is_the_same_as_made_here(qtbot, qapp, telling):
    parts = []
    look = Look("zh_CN", "grey")
    at_work = making(telling, ".html", look, qapp)
    at_work.advanced.connect(parts.append)
    with qtbot.waitSignal(at_work.made, timeout=60_000) as made:
        pass
    assert made.args[0] == whole(telling, "html", look)
    assert parts == sorted(parts)
    assert parts[-1] == 1.0
    assert len(parts) == 2 * telling.count


def test_a_recording_is_made_as_well(qtbot, qapp):
    told = RecordingTelling.of("talk.jsonl", recorded(SLUG), 1)
    at_work = making(told, ".mmd", Look(), qapp)
    with qtbot.waitSignal(at_work.made, timeout=60_000) as made:
        pass
    assert made.args[0].decode() == whole(told, "mmd", Look()).decode()


def test_what_cannot_be_started_is_said(qtbot, qapp, telling, monkeypatch):
    monkeypatch.setattr(exporting_boards.sys, "executable", "/nowhere/python")
    at_work = making(telling, ".pdf", Look(), qapp)
    with qtbot.waitSignal(at_work.failed, timeout=10_000) as failed:
        pass
    assert said(failed.args[0]) == "The file cannot be made: Python could not be started again."


def test_what_ends_too_early_is_said(qtbot, qapp, telling):
    at_work = making(telling, ".pdf", Look(), qapp)
    with qtbot.waitSignal(at_work.failed, timeout=10_000) as failed:
        at_work._process.kill()
    assert said(failed.args[0]) == "The file cannot be made: what makes it has ended too early."


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('failed {"missing": "PIL"}', "The file cannot be made: the library PIL is not installed."),
        (
            ('failed {"context": "storyboard", "source": "“{name}” holds no WebSocket connection: there is nothing'
             ' to show.", "values": {"name": "a.har"}}'),
            "“a.har” holds no WebSocket connection: there is nothing to show.",
        ),
    ],
)  # fmt: skip
def test_what_went_wrong_there_is_said_here(qtbot, qapp, telling, line, sentence):
    at_work = making(telling, ".pdf", Look(), qapp)
    with qtbot.waitSignal(at_work.failed) as failed:
        at_work._hear(line)
    assert said(failed.args[0]) == sentence
    assert not at_work.running


def test_a_telling_of_too_many_steps_is_no_storyboard(telling, monkeypatch):
    monkeypatch.setattr(exporting_boards, "MOST", 3)
    with pytest.raises(BoardError, match="a storyboard has at most 3"):
        check_length(telling, "en")


def test_all_steps_are_written_while_the_window_goes_on(qtbot, desk, tmp_path):
    at_work, path = desk.exporting.desk, tmp_path / "masking.pdf"
    choose(at_work, ".pdf")
    at_work.save(path)
    assert at_work.making
    assert at_work.dialog.progress.isVisible()
    assert not at_work.dialog.save_button.isEnabled()
    desk.session.timeline.next()
    assert not path.exists()
    qtbot.waitUntil(path.exists, timeout=60_000)
    assert path.read_bytes().startswith(b"%PDF-")
    qtbot.waitUntil(lambda: desk.exporting.desk is None)
    assert desk.window.message.words.text() == f"All steps were written to {path}."


@pytest.mark.parametrize("way", ["button", "escape", "close", "window"])
def test_stopped_in_the_middle_nothing_is_left(qtbot, desk, tmp_path, way):
    at_work, path = desk.exporting.desk, tmp_path / "masking.gif"
    choose(at_work, ".gif")
    at_work.save(path)
    process = at_work._making._process
    qtbot.waitUntil(lambda: at_work.dialog.progress.part > 0, timeout=60_000)
    {
        "button": at_work.dialog.cancel_button.click,
        "escape": lambda: qtbot.keyClick(at_work.dialog, Qt.Key.Key_Escape),
        "close": at_work.dialog.reject,
        "window": desk.window.close,
    }[way]()
    assert process.state() == process.ProcessState.NotRunning
    assert list(tmp_path.iterdir()) == []
    assert (desk.exporting.desk is None) is (way in {"close", "window"})
    if way in {"button", "escape"}:
        assert at_work.dialog.words.text() == "Nothing was written."
        assert at_work.dialog.save_button.isEnabled()


def test_a_folder_that_is_not_there_is_said_and_the_dialog_stays(qtbot, desk, tmp_path):
    at_work = desk.exporting.desk
    choose(at_work, ".mmd")
    at_work.save(tmp_path / "no" / "a.mmd")
    with qtbot.waitSignal(at_work._making.made, timeout=60_000):
        pass
    assert at_work.dialog.words.text().endswith("could not be written: no such file or directory.")
    assert at_work.dialog.save_button.isEnabled()


def test_another_suffix_is_refused_before_anything_is_made(desk, tmp_path):
    at_work = desk.exporting.desk
    choose(at_work, ".pdf")
    at_work.save(tmp_path / "a.svg")
    assert at_work.dialog.words.text() == "“a.svg” does not end in .pdf, .html, .gif, .apng, .mmd."
    assert not at_work.making


def test_nobody_is_kept_waiting_for_the_process(telling, qapp):
    at_work = Making(Job.of(telling, "pdf", Look()), telling.count, qapp)
    assert at_work.running
    at_work.stop()
    assert not at_work.running


def test_a_picture_of_very_many_pixels_is_made_apart(qtbot, desk, tmp_path, monkeypatch):
    monkeypatch.setattr("app.exporting_desk.LARGE", 1e5)
    at_work, path = desk.exporting.desk, tmp_path / "masking.png"
    here = written(seen(desk.session), ".png", at_work.wanted.choices)
    at_work.save(path)
    assert at_work.making
    qtbot.waitUntil(path.exists, timeout=60_000)
    assert path.read_bytes() == here
    assert desk.window.message.words.text() == f"The figure was written to {path}."


def test_a_picture_that_no_memory_holds_is_refused(desk, tmp_path):
    at_work = desk.exporting.desk
    at_work.dialog.options.dpi.changed.emit(1200)
    at_work.save(tmp_path / "a.png")
    assert at_work.dialog.words.text().endswith("million pixels: choose fewer dots per inch.")
    assert list(tmp_path.iterdir()) == []
