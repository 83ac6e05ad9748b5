"""Files and the clipboard: nothing left behind on failure."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from drawing_support import gallery
from PySide6.QtGui import QGuiApplication

from app.drawing.export import ExportError, described, to_clipboard, write_atomic
from app.drawing.theme import PAPER

ROOT = Path(__file__).resolve().parents[3]

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path):
    with pytest.raises(ExportError, match="could not be written: no such file or directory"):
        write_atomic(tmp_path / "none" / "a.svg", b"")


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path):
    (tmp_path / "a.svg").mkdir()
    with pytest.raises(ExportError, match="could not be written"):
        write_atomic(tmp_path / "a.svg", b"")
    assert list(tmp_path.iterdir()) == [tmp_path / "a.svg"]


def test_a_new_file_can_be_read_by_whom_the_umask_allows(tmp_path):
    old = os.umask(0o022)
    try:
        write_atomic(tmp_path / "a.svg", b"")
    finally:
        os.umask(old)
    assert (tmp_path / "a.svg").stat().st_mode & 0o777 == 0o644


def test_an_error_can_be_said_in_another_language(tmp_path):
    with pytest.raises(ExportError) as caught:
        write_atomic(tmp_path / "none" / "x.txt", b"")
    error = caught.value
    assert error.source.format(**error.values) == str(error)


def test_the_clipboard_holds_image_svg_and_words():
    to_clipboard(gallery(), PAPER)
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert bytes(data.data("image/svg+xml").data()).startswith(b"<svg ")
    assert data.text() == described(gallery()) == "Gallery <&>\nEvery mark"


def test_a_process_that_has_copied_a_figure_ends_well():
    program = """
from app.drawing.export import to_clipboard
from app.drawing.marks import Scene
to_clipboard(Scene((), title="Nothing"))
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
