"""Images of scenes: size, background, and that Qt paints what the marks say."""

import pytest

from app.drawing.marks import Scene
from app.drawing.render import ensure_app, render_image
from app.drawing.theme import DARK

pytestmark = pytest.mark.usefixtures("qapp")


def pixel(image, x, y):
    return image.pixelColor(x, y).name().upper()


def test_the_application_is_the_one_there_is(qapp):
    assert ensure_app() is qapp


def test_size_and_background():
    image = render_image(Scene((), width=100, height=50), DARK, 1.5)
    assert (image.width(), image.height()) == (150, 75)
    assert pixel(image, 3, 3) == DARK.colour("stage")
