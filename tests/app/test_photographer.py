"""Pictures of the program: small, whole, and the same whenever they are taken."""

from __future__ import annotations

from io import BytesIO

import pytest
from desk_support import translators
from PIL import Image
from PySide6.QtGui import QColor, QImage

from app.photographer import Photographer, small_png
from app.screenshots import SHOTS

BY_NAME = {shot.name: shot for shot in SHOTS}


@pytest.fixture(autouse=True)
def english_afterwards(qapp):
    yield
    translators().use("en")


@pytest.mark.parametrize(
    ("name", "lang"),
    [("closing-handshake", "zh_CN"), ("presenter", "en"), ("lab", "en"), ("live", "en"), ("capture", "zh_CN"),
     ("figure", "zh_CN")],
)  # fmt: skip
def test_the_same_bytes_every_time(qapp, name, lang):
    shot = BY_NAME[name]
    data = Photographer().take(shot, lang)
    assert Photographer().take(shot, lang) == data
    picture = Image.open(BytesIO(data))
    assert picture.mode == "P"
    assert picture.width == shot.size[0]
    assert name == "figure" or picture.height == shot.size[1]
    assert len(set(picture.convert("L").get_flattened_data())) > 20


def test_a_palette_keeps_every_colour_close(qapp):
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    for x in range(64):
        for y in range(64):
            image.setPixelColor(x, y, QColor(4 * x, 4 * y, 80))
    for x in range(64):
        image.setPixelColor(x, 0, QColor("#cc79a7"))
    seen = Image.open(BytesIO(small_png(image))).convert("RGB")
    assert seen.getpixel((9, 0)) == (0xCC, 0x79, 0xA7)
    worst = max(
        abs(there - wanted)
        for x in range(64)
        for y in range(64)
        for there, wanted in zip(seen.getpixel((x, y)), image.pixelColor(x, y).getRgb()[:3], strict=True)
    )
    assert worst < 32
