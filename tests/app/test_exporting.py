"""Taking figures away from the window: what is asked, what is written, what is remembered, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_support import make_desk
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog

from app.drawing.export import described
from app.exporting import stem
from app.exporting_learn import seen
from app.publishing.remembered import Wanted
from app.settings import SettingsFile

Key = Qt.Key


BOTH = pytest.mark.parametrize("desk", ["en", "zh_CN"], indirect=True)


@pytest.fixture
def desk(request, qtbot, tmp_path):
    desk = make_desk(lang=getattr(request, "param", "en"), file=SettingsFile(tmp_path / "settings" / "settings.json"))
    qtbot.addWidget(desk.window)
    desk.session.open_slug("opening-handshake")
    desk.window.show()
    yield desk
    desk.exporting.close()
    desk.set_language("en")


def said(desk):
    return desk.window.message.words.text()


def words(desk, english, chinese):
    return english if desk.session.lang == "en" else chinese


def opened(desk):
    """The dialog, and what is behind it."""
    desk.do("export")
    return desk.exporting.desk


def file_dialog(at_work):
    at_work.dialog.save_button.click()
    return at_work.dialog.findChildren(QFileDialog)[-1]


def clipboard():
    return QApplication.clipboard().mimeData()


@pytest.mark.parametrize("suffix", [".svg", ".pdf", ".png", ".txt", ".tex", ".mmd", ".json", ".alt.txt"])
def test_the_file_is_written_and_the_window_says_where(desk, tmp_path, suffix):
    path = tmp_path / f"a{suffix}"
    assert desk.exporting.write(seen(desk.session), path, Wanted())
    assert said(desk) == words(desk, f"The figure was written to {path}.", f"图已写入 {path}。")
    starts = {".svg": b"<svg ", ".pdf": b"%PDF-", ".png": b"\x89PNG", ".json": b"{", ".mmd": b"---\ntitle"}
    assert path.read_bytes().startswith(starts.get(suffix, b""))
    assert path.read_bytes()


KNOWN = ".svg, .pdf, .png, .txt, .tex, .mmd, .json, .alt.txt"


@pytest.mark.parametrize(
    ("name", "english", "chinese"),
    [
        ("a.bmp", f"“a.bmp” does not end in {KNOWN}.", f"“a.bmp”的扩展名不是 {KNOWN}。"),
        ("a", f"“a” does not end in {KNOWN}.", f"“a”的扩展名不是 {KNOWN}。"),
        ("no/a.svg", "could not be written: no such file or directory.", "：没有这个文件或目录。"),
        ("folder.svg", "could not be written: it is a directory.", "：它是一个目录。"),
        ("file/a.svg", "could not be written: part of the path is not a directory.", "：路径中有一段不是目录。"),
        ("x" * 300 + ".svg", "could not be written: the name is too long.", "：名称过长。"),
    ],
)
@BOTH
def test_what_hinders_it_is_one_sentence_in_the_dialog_and_nothing_is_half_written(
    desk, tmp_path, name, english, chinese
):
    (tmp_path / "folder.svg").mkdir()
    (tmp_path / "file").touch()
    before = sorted(tmp_path.rglob("*"))
    at_work = opened(desk)
    file_dialog(at_work).fileSelected.emit(str(tmp_path / name))
    assert at_work.dialog.words.text().endswith(words(desk, english, chinese))
    assert at_work.dialog.isVisible()
    assert sorted(tmp_path.rglob("*")) == before


@BOTH
def test_a_folder_that_may_not_be_written_is_said(desk, tmp_path, monkeypatch):
    def refuse(*_arguments, **_named):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("app.drawing.export.replace_file", refuse)
    at_work = opened(desk)
    at_work.save(tmp_path / "a.svg")
    assert at_work.dialog.words.text().endswith(words(desk, "permission denied.", "：权限不足。"))


def test_once_a_figure_is_written_the_dialog_is_gone(desk, tmp_path):
    at_work = opened(desk)
    file_dialog(at_work).fileSelected.emit(str(tmp_path / "a.svg"))
    assert (tmp_path / "a.svg").read_bytes().startswith(b"<svg")
    assert desk.exporting.desk is None
    assert str(tmp_path / "a.svg") in said(desk)


@BOTH
def test_the_file_dialog_offers_a_name_and_every_format(desk):
    dialog = file_dialog(opened(desk))
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert Path(dialog.selectedFiles()[0]).name == "opening-handshake-1-sequence.svg"
    assert dialog.nameFilters() == [
        "SVG (*.svg)", "PDF (*.pdf)", "PNG (*.png)", "ASCII (*.txt)", "LaTeX (*.tex)", "Mermaid (*.mmd)",
        "JSON (*.json)", words(desk, "In words (*.alt.txt)", "文字说明 (*.alt.txt)"),
    ]  # fmt: skip
    dialog.filterSelected.emit("PDF (*.pdf)")
    assert dialog.defaultSuffix() == "pdf"
    dialog.reject()


def test_the_chosen_format_is_the_one_that_is_offered(desk):
    at_work = opened(desk)
    at_work.dialog.options.formats.chosen.emit(".tex")
    dialog = file_dialog(at_work)
    assert (dialog.selectedNameFilter(), dialog.defaultSuffix()) == ("LaTeX (*.tex)", "tex")
    assert Path(dialog.selectedFiles()[0]).name == "opening-handshake-1-sequence.tex"
    dialog.reject()


def test_the_figure_is_the_one_that_was_shown_when_it_was_asked_for(desk, tmp_path):
    at_work, title = opened(desk), desk._scene.title
    desk.session.timeline.last()
    assert desk._scene.title != title
    at_work.save(tmp_path / "a.svg")
    assert f">{title}</title>" in (tmp_path / "a.svg").read_text("utf-8")


def test_the_next_dialog_begins_in_the_folder_of_the_last_file(desk, tmp_path):
    opened(desk).save(tmp_path / "a.svg")
    dialog = file_dialog(opened(desk))
    assert Path(dialog.directory().absolutePath()) == tmp_path
    dialog.reject()


def test_a_folder_that_is_gone_is_the_home_folder(desk, tmp_path):
    (tmp_path / "gone").mkdir()
    opened(desk).save(tmp_path / "gone" / "a.svg")
    (tmp_path / "gone" / "a.svg").unlink()
    (tmp_path / "gone").rmdir()
    assert desk.exporting.folder == Path.home()


def test_wishes_are_remembered_over_two_starts(desk, qtbot):
    options = opened(desk).dialog.options
    options.formats.chosen.emit(".png")
    options.choices["theme"].chosen.emit("patterns")
    options.choices["width"].chosen.emit("one-column")
    options.dpi.changed.emit(600)
    wanted = options.wanted
    desk.exporting.close()
    desk.save()
    again = make_desk(lang=desk.session.lang, file=desk._file)
    qtbot.addWidget(again.window)
    again._settings = desk._file.load().settings
    again.session.open_slug("closing-handshake")
    assert opened(again).wanted == wanted
    again.exporting.close()


def test_only_one_dialog_is_open_and_it_lets_the_window_go_on(desk):
    at_work = opened(desk)
    desk.do("export")
    assert desk.exporting.desk is at_work
    desk.session.timeline.next()
    assert desk.session.timeline.step == 1
    at_work.dialog.reject()
    assert desk.exporting.desk is None


@BOTH
def test_a_copy_from_the_menu_is_a_picture_a_document_and_words(desk):
    desk.do("copy")
    data = clipboard()
    assert QImage(data.imageData()).width() == 2 * desk._scene.width
    assert bytes(data.data("image/svg+xml").data()).startswith(b"<svg ")
    assert data.text() == described(desk._scene)
    assert said(desk) == words(desk, "The figure was copied.", "图已复制。")


@BOTH
def test_the_dialog_copies_each_form_by_itself(desk):
    at_work = opened(desk)
    at_work.dialog.copies["image"].click()
    assert QImage(clipboard().imageData()).width() == 2 * 888
    assert at_work.dialog.words.text() == words(desk, "The picture was copied.", "图片已复制。")
    at_work.dialog.copies["svg"].click()
    assert bytes(clipboard().data("image/svg+xml").data()).startswith(b"<svg ")
    assert clipboard().text().startswith("<svg ")
    at_work.dialog.copies["text"].click()
    drawn = clipboard().text()
    at_work.dialog.copies["words"].click()
    told = clipboard().text()
    assert len({drawn, told}) == 2
    assert all(len(text) > 100 for text in (drawn, told))
    at_work.dialog.options.formats.chosen.emit(".mmd")
    at_work.dialog.copies["text"].click()
    assert "sequenceDiagram" in clipboard().text()


def test_without_a_figure_nothing_happens(desk):
    desk.exporting.ask(None, "en")
    desk.exporting.copy(None, "en")
    assert desk.exporting.desk is None
    assert said(desk) == ""


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("opening-handshake-3-x", "opening-handshake-3-x"),
        ("../../etc/passwd", "etc-passwd"),
        ("a\x00b\nc:d|e*f?", "a-b-c-d-e-f"),
        ("抓包 1", "抓包-1"),
        ("...", "figure"),
        ("", "figure"),
        ("x" * 500, "x" * 80),
    ],
)
def test_a_hostile_name_is_a_harmless_one(name, proposed):
    assert stem(name) == proposed
