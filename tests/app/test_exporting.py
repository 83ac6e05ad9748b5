"""Asking where a figure goes, and saying whether it arrived: in the window's language, with nothing half-written."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_support import make_desk
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from app.drawing.export import described


@pytest.fixture(params=["en", "zh_CN"])
def desk(request, qtbot):
    desk = make_desk(lang=request.param)
    qtbot.addWidget(desk.window)
    desk.session.open_slug("opening-handshake")
    desk.window.show()
    yield desk
    desk.set_language("en")


@pytest.fixture
def exporting(desk):
    return desk._exporting


def said(desk):
    return desk.window.message.words.text()


def ask(desk):
    """The dialog that asks for the file."""
    desk._exporting.ask(desk._scene, "figure-3", desk.session.lang)
    return desk.window.findChildren(QFileDialog)[-1]


def words(desk, english, chinese):
    return english if desk.session.lang == "en" else chinese


@pytest.mark.parametrize("suffix", ["svg", "pdf", "png"])
def test_the_file_is_written_and_the_window_says_where(desk, exporting, tmp_path, suffix):
    path = tmp_path / f"a.{suffix}"
    exporting.write(desk._scene, path, desk.session.lang)
    assert said(desk) == words(desk, f"The figure was written to {path}.", f"图已写入 {path}。")
    starts = {"svg": b"<svg ", "pdf": b"%PDF-", "png": b"\x89PNG"}
    assert path.read_bytes().startswith(starts[suffix])


@pytest.mark.parametrize(
    ("name", "english", "chinese"),
    [
        ("a.bmp", "“a.bmp” does not end in .svg, .pdf, .png.", "“a.bmp”的扩展名不是 .svg, .pdf, .png。"),
        ("a", "“a” does not end in .svg, .pdf, .png.", "“a”的扩展名不是 .svg, .pdf, .png。"),
        ("no/a.svg", "could not be written: no such file or directory.", "：没有这个文件或目录。"),
        ("folder.svg", "could not be written: it is a directory.", "：它是一个目录。"),
        ("file/a.svg", "could not be written: part of the path is not a directory.", "：路径中有一段不是目录。"),
        ("x" * 300 + ".svg", "could not be written: the name is too long.", "：名称过长。"),
    ],
)
def test_what_hinders_it_is_one_sentence(desk, exporting, tmp_path, name, english, chinese):
    (tmp_path / "folder.svg").mkdir()
    (tmp_path / "file").touch()
    before = sorted(tmp_path.rglob("*"))
    exporting.write(desk._scene, tmp_path / name, desk.session.lang)
    assert said(desk).endswith(words(desk, english, chinese))
    assert sorted(tmp_path.rglob("*")) == before


def test_the_dialog_offers_a_name_and_the_formats(desk):
    dialog = ask(desk)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert dialog.nameFilters() == ["SVG (*.svg)", "PDF (*.pdf)", "PNG (*.png)"]
    assert Path(dialog.selectedFiles()[0]).name == "figure-3.svg"
    assert dialog.windowTitle() == words(desk, "Export the figure", "导出图")
    dialog.reject()


@pytest.mark.parametrize(
    ("filtered", "suffix"), [("PDF (*.pdf)", "pdf"), ("PNG (*.png)", "png"), ("SVG (*.svg)", "svg")]
)
def test_the_chosen_format_is_the_suffix_of_a_name_without_one(desk, filtered, suffix):
    dialog = ask(desk)
    dialog.filterSelected.emit(filtered)
    assert dialog.defaultSuffix() == suffix
    dialog.reject()


def test_the_scene_is_the_one_that_was_shown_when_it_was_asked_for(desk, tmp_path):
    dialog, title = ask(desk), desk._scene.title
    desk.session.timeline.last()
    assert desk._scene.title != title
    dialog.fileSelected.emit(str(tmp_path / "a.svg"))
    dialog.reject()
    assert f">{title}</title>" in (tmp_path / "a.svg").read_text("utf-8")


def test_the_next_dialog_begins_in_the_folder_of_the_last_file(desk, exporting, tmp_path):
    exporting.write(desk._scene, tmp_path / "a.svg", "en")
    dialog = ask(desk)
    assert Path(dialog.directory().absolutePath()) == tmp_path
    dialog.reject()


def test_a_copy_is_a_picture_a_document_and_words(desk, exporting, qapp):
    exporting.copy(desk._scene, desk.session.lang)
    data = qapp.clipboard().mimeData()
    assert QImage(data.imageData()).width() == 2 * desk._scene.width
    assert bytes(data.data("image/svg+xml").data()).startswith(b"<svg ")
    assert data.text() == described(desk._scene)
    assert said(desk) == words(desk, "The figure was copied.", "图已复制。")


def test_without_a_scene_nothing_happens(desk, exporting):
    exporting.ask(None, "a", "en")
    exporting.copy(None, "en")
    assert desk.window.findChildren(QFileDialog) == []
    assert said(desk) == ""
