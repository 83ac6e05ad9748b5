"""GIF and APNG: a frame for each step, as long as its title, and the figure's own pixels."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops
from PySide6.QtGui import QImage
from storyboard_support import told

from app.drawing.render import render_image
from app.drawing.theme import DARK, PAPER
from app.storyboard.animation import END, SHORTEST, durations, to_apng, to_gif
from app.storyboard.steps import Board

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def board():
    return Board(told("myths"), "en")


def frames(data):
    """Each frame in full colours, with its milliseconds."""
    with Image.open(BytesIO(data)) as image:
        assert image.info.get("loop") == 0
        for number in range(image.n_frames):
            image.seek(number)
            yield image.convert("RGB"), round(image.info["duration"])


def rendered(panel, theme=PAPER):
    image = render_image(panel.scene, theme, 1.0, "en").convertToFormat(QImage.Format.Format_RGB888)
    size = (image.width(), image.height())
    return Image.frombytes("RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine())


def test_apng_has_every_pixel_of_every_step(board):
    found = list(frames(to_apng(board, PAPER)))
    assert len(found) == board.count
    for (image, _), panel in zip(found, board, strict=True):
        assert ImageChops.difference(image, rendered(panel)).getbbox() is None


def test_gif_looks_the_same_in_256_colours(board):
    found = list(frames(to_gif(board, DARK)))
    assert len(found) == board.count
    for (image, _), panel in zip(found, board, strict=True):
        difference = ImageChops.difference(image, rendered(panel, DARK)).convert("L")
        many = sum(difference.histogram()[33:])
        assert many < image.width * image.height / 500


def test_a_long_title_stays_longer_and_the_last_step_longest(board):
    shown = durations(board)
    assert [milliseconds for _, milliseconds in frames(to_gif(board, PAPER))] == shown
    titles = [panel.title for panel in board]
    by_title = sorted(range(board.count - 1), key=lambda number: len(titles[number]))
    assert shown[by_title[0]] < shown[by_title[-1]]
    assert min(shown) > SHORTEST
    assert shown[-1] > END + SHORTEST


@pytest.mark.parametrize("encode", [to_gif, to_apng])
def test_the_same_bytes_every_time_and_twice_as_large_if_asked(board, encode):
    assert encode(board, PAPER) == encode(board, PAPER)
    with Image.open(BytesIO(encode(board, PAPER, 0.5))) as image:
        assert image.size == (444, 386)
