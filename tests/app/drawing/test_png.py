"""PNG files: every pixel, the resolution, and the same bytes every time."""

import struct
import zlib

import pytest
from drawing_support import gallery
from PySide6.QtGui import QColor, QImage

from app.drawing.png import to_png
from app.drawing.render import render_image
from app.drawing.theme import DARK, PAPER

pytestmark = pytest.mark.usefixtures("qapp")
ARGB = QImage.Format.Format_ARGB32


def chunks(data):
    """Name -> content; each checksum is right."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    found, place = {}, 8
    while place < len(data):
        (size,) = struct.unpack_from(">I", data, place)
        name, content = data[place + 4 : place + 8], data[place + 8 : place + 8 + size]
        (sum_,) = struct.unpack_from(">I", data, place + 8 + size)
        assert sum_ == zlib.crc32(name + content)
        found[name] = content
        place += size + 12
    return found


@pytest.mark.parametrize("scale", [0.5, 1.0, 1.37])
@pytest.mark.parametrize("theme", [PAPER, DARK])
def test_every_pixel_of_a_figure_is_kept(theme, scale):
    image = render_image(gallery(), theme, scale)
    read = QImage.fromData(to_png(image, 96))
    assert read.convertToFormat(ARGB) == image.convertToFormat(ARGB)


def test_an_opaque_figure_has_no_alpha_and_a_translucent_one_has():
    image = render_image(gallery(), PAPER, 0.3)
    assert chunks(to_png(image, 96))[b"IHDR"][9] == 2
    image.setPixelColor(3, 5, QColor(200, 100, 50, 128))
    data = to_png(image, 96)
    assert chunks(data)[b"IHDR"][9] == 6
    read = QImage.fromData(data)
    assert read.pixelColor(3, 5).alpha() == 128
    assert read.convertToFormat(ARGB) == image.convertToFormat(ARGB)


def test_a_row_is_not_padded():
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(QColor("#010203"))
    assert zlib.decompress(chunks(to_png(image, 96))[b"IDAT"]) == (b"\0" + b"\1\2\3" * 3) * 2


@pytest.mark.parametrize(("dpi", "dots"), [(96, 3780), (192, 7559), (300, 11811), (600, 23622)])
def test_the_resolution_is_in_the_file(dpi, dots):
    data = to_png(render_image(gallery(), PAPER, 0.1), dpi)
    assert chunks(data)[b"pHYs"] == struct.pack(">IIB", dots, dots, 1)
    assert QImage.fromData(data).dotsPerMeterX() == dots


def test_the_same_image_gives_the_same_bytes():
    assert to_png(render_image(gallery(), PAPER), 192) == to_png(render_image(gallery(), PAPER), 192)
