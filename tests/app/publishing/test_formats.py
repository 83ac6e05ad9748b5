"""Every subject in every format: the right kind of bytes, the same every time, framed as it was asked for."""

import json
import time
from xml.etree import ElementTree as ET

import pytest
from drawing_support import gallery
from PySide6.QtGui import QImage
from storyboard_support import told

from app.commands.export_figures import one_frame
from app.drawing.theme import DARK
from app.publishing.choices import WIDTHS, Choices
from app.publishing.formats import SUFFIXES, captions, framed, picture, written
from app.publishing.steps import StepSubject
from app.publishing.subjects import FrameSubject, LayoutSubject, StatesSubject
from protocol.vocabulary import Role

pytestmark = pytest.mark.usefixtures("qapp")

HELLO = FrameSubject(one_frame(bytes.fromhex("818537fa213d7f9f4d5158")), Role.CLIENT)
SUBJECTS = {"frame": HELLO, "layout": LayoutSubject(), "states": StatesSubject()}
BEGINS = {
    ".svg": b"<svg ", ".pdf": b"%PDF-", ".png": b"\x89PNG", ".tex": b"% !TeX program", ".json": b"{",
}  # fmt: skip


def subject(name):
    return SUBJECTS[name] if name in SUBJECTS else StepSubject(told(name), 4)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("name", [*SUBJECTS, "closing-handshake"])
def test_every_subject_in_every_format(name, suffix):
    one = written(subject(name), suffix, Choices(captions="en"))
    assert one == written(subject(name), suffix, Choices(captions="en"))
    assert one.startswith(BEGINS.get(suffix, b""))
    if (name, suffix) == ("states", ".json"):
        return  # a table of names
    chinese = written(subject(name), suffix, Choices(lang="zh_CN"))
    assert chinese != one
    if suffix not in (".pdf", ".png"):
        assert one.decode().endswith("\n")
        assert any("\u4e00" <= sign <= "\u9fff" for sign in chinese.decode())


def test_captions_have_their_number_and_stand_below():
    both = framed(HELLO, Choices(captions="both", number=3))
    texts = [mark.text for mark in both.marks if mark.id.startswith("caption.")]
    assert texts[0].startswith("Figure 3.  A masked text frame")
    assert any(text.startswith("图 3") for text in texts)
    (one,) = captions(HELLO, Choices(captions="zh_CN", number=0))
    assert (one.label, one.lang) == ("", "zh_CN")
    assert captions(HELLO, Choices()) == ()


@pytest.mark.parametrize("width", [name for name in WIDTHS if WIDTHS[name]])
def test_a_width_is_that_of_every_picture(tmp_path, width):
    chosen = Choices(width=width, dpi=96)
    root = ET.fromstring(written(HELLO, ".svg", chosen))
    assert float(root.get("width")) == pytest.approx(WIDTHS[width], abs=0.01)
    image = QImage.fromData(written(HELLO, ".png", chosen))
    assert abs(image.width() - WIDTHS[width]) <= 1
    assert image.dotsPerMeterX() == round(96 / 0.0254)
    points = f"{WIDTHS[width] * 0.75:.0f}"
    pdf = written(HELLO, ".pdf", chosen)
    assert any(points in line.decode("latin-1") for line in pdf.splitlines() if b"/MediaBox" in line)
    if width == "slide":
        assert float(root.get("height")) == pytest.approx(720, abs=0.01)


def test_json_of_a_scene_has_its_caption_and_marks():
    document = json.loads(written(StepSubject(told("closing-handshake"), 1), ".json", Choices()))
    assert document["caption"].startswith(document["title"])
    assert len(document["marks"]) > 50


@pytest.mark.parametrize("suffix", [".svg", ".pdf", ".png"])
def test_the_time_of_day_is_in_no_file(monkeypatch, suffix):
    one = picture(gallery(), suffix, Choices())
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    two = picture(gallery(), suffix, Choices())
    monkeypatch.undo()
    time.tzset()
    assert one == two


def test_a_png_has_two_pixels_a_unit_and_says_so():
    image = QImage.fromData(picture(gallery(), ".png", Choices()))
    assert (image.width(), image.height()) == (1776, 1544)
    assert image.dotsPerMeterX() == round(192 / 0.0254)


def test_the_theme_can_be_chosen():
    image = QImage.fromData(picture(gallery(), ".png", Choices(theme="dark")))
    assert image.pixelColor(2, 2).name() == DARK.colour("stage").lower()


def test_another_suffix_is_an_error_of_the_caller():
    with pytest.raises(ValueError, match="bmp"):
        written(HELLO, ".bmp", Choices())
