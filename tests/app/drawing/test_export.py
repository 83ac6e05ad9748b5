"""Files and the clipboard: formats, determinism, and nothing left behind on failure."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from drawing_support import gallery
from PySide6.QtGui import QGuiApplication, QImage

from app.drawing.export import ExportError, described, export, to_clipboard
from app.drawing.marks import Scene
from app.drawing.theme import DARK, PAPER

ROOT = Path(__file__).resolve().parents[3]

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("suffix", ["svg", "pdf", "png"])
def test_the_same_scene_gives_the_same_bytes(tmp_path, monkeypatch, suffix):
    one, two = tmp_path / f"one.{suffix}", tmp_path / f"two.{suffix}"
    export(gallery(), one)
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    export(gallery(), two)
    monkeypatch.undo()
    time.tzset()
    assert one.read_bytes() == two.read_bytes()
    assert sorted(tmp_path.iterdir()) == [one, two]


def test_a_png_has_two_pixels_a_unit_and_says_so(tmp_path):
    export(gallery(), tmp_path / "a.png")
    image = QImage(str(tmp_path / "a.png"))
    assert (image.width(), image.height()) == (1776, 1544)
    assert image.dotsPerMeterX() == round(192 / 0.0254)


def test_the_theme_can_be_chosen(tmp_path):
    export(gallery(), tmp_path / "a.png", DARK)
    assert QImage(str(tmp_path / "a.png")).pixelColor(2, 2).name() == DARK.colour("stage").lower()


def test_an_unknown_suffix_lists_the_known_ones(tmp_path):
    with pytest.raises(ExportError, match=r"“a\.bmp” does not end in \.svg, \.pdf, \.png\."):
        export(gallery(), tmp_path / "a.bmp")


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path):
    with pytest.raises(ExportError, match="could not be written: no such file or directory"):
        export(gallery(), tmp_path / "none" / "a.svg")


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path):
    (tmp_path / "a.svg").mkdir()
    with pytest.raises(ExportError, match="could not be written"):
        export(gallery(), tmp_path / "a.svg")
    assert list(tmp_path.iterdir()) == [tmp_path / "a.svg"]


def test_a_new_file_can_be_read_by_whom_the_umask_allows(tmp_path):
    old = os.umask(0o022)
    try:
        export(Scene(()), tmp_path / "a.svg")
    finally:
        os.umask(old)
    assert (tmp_path / "a.svg").stat().st_mode & 0o777 == 0o644


def test_an_error_can_be_said_in_another_language(tmp_path):
    with pytest.raises(ExportError) as caught:
        export(gallery(), tmp_path / "x.txt")
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
