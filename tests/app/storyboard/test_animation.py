"""GIF and APNG: a frame for each step, as long as its title, and the figure's own pixels."""

from io import BytesIO
from math import ceil

import pytest
from PIL import Image, ImageChops
from PySide6.QtGui import QImage
from storyboard_support import told

from app.drawing.marks import Label
from app.drawing.render import render_image
from app.drawing.theme import DARK, PAPER
from app.storyboard.animation import END, MOST, durations, pictures, to_apng, to_gif
from app.storyboard.pace import LOOK
from app.storyboard.steps import Board
from app.widgets.markdown import plain

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


def rendered(scene, theme=PAPER):
    image = render_image(scene, theme, 1.0, "en").convertToFormat(QImage.Format.Format_RGB888)
    size = (image.width(), image.height())
    return Image.frombytes("RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine())


def test_apng_has_every_pixel_of_every_step(board):
    found = list(frames(to_apng(board, PAPER)))
    assert len(found) == board.count
    for (image, _), scene in zip(found, pictures(board), strict=True):
        assert ImageChops.difference(image, rendered(scene)).getbbox() is None


def test_gif_looks_the_same_in_256_colours(board):
    found = list(frames(to_gif(board, DARK)))
    assert len(found) == board.count
    for (image, _), scene in zip(found, pictures(board), strict=True):
        difference = ImageChops.difference(image, rendered(scene, DARK)).convert("L")
        many = sum(difference.histogram()[33:])
        assert many < image.width * image.height / 500


def test_more_words_stay_longer_and_the_last_step_longest(board):
    shown = durations(board)
    assert [milliseconds for _, milliseconds in frames(to_gif(board, PAPER))] == shown
    said = [len(panel.title + plain(panel.body[0])) for panel in board]
    by_words = sorted(range(board.count - 1), key=said.__getitem__)
    assert [shown[number] for number in by_words] == sorted(shown[:-1])
    assert min(shown) > LOOK
    assert shown[-1] > END + LOOK


def test_every_picture_says_what_happens_and_where_it_is(board):
    sizes = set()
    for number, scene in enumerate(pictures(board), 1):
        sizes.add((scene.width, scene.height))
        said = [mark.text for mark in scene if isinstance(mark, Label) and mark.id.startswith("board.said/")]
        assert plain(board.panel(number).body[0]).startswith(said[0])
        assert 1 <= len(said) <= MOST
        assert f"{number} / {board.count}" in scene.find("board.place").text
        assert scene.find("board.gone").rect.width == pytest.approx(scene.width * number / board.count)
    assert len(sizes) == 1
    only = next(pictures(board, [3]))
    assert only.find("board.place").text.endswith(f"3 / {board.count}")


@pytest.mark.parametrize("encode", [to_gif, to_apng])
def test_the_same_bytes_every_time_and_twice_as_large_if_asked(board, encode):
    assert encode(board, PAPER) == encode(board, PAPER)
    with Image.open(BytesIO(encode(board, PAPER, 0.5))) as image:
        scene = next(pictures(board))
        assert image.size == (ceil(scene.width / 2), ceil(scene.height / 2))
