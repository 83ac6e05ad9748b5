"""What Qt paints: shapes, hatches and texts are where the marks say."""

import pytest

from app.drawing.marks import Box, Font, Glyph, Label, Rect, Scene, Stroke
from app.drawing.render import render_image
from app.drawing.theme import LIGHT

pytestmark = pytest.mark.usefixtures("qapp")


def pixel(image, x, y):
    return image.pixelColor(x, y).name().upper()


def test_boxes_strokes_and_glyphs_are_where_they_say():
    marks = (
        Box(id="box", rect=Rect(10, 10, 20, 20), fill="key.fill"),
        Box(id="faded", rect=Rect(40, 10, 20, 20), fill="ink", opacity=0.5),
        Stroke(id="line", points=((10, 50), (90, 50)), color="ink", line=4),
        Glyph(id="glyph", x=80, y=20, name="open", size=20),
    )
    image = render_image(Scene(marks, width=100, height=100), LIGHT)
    assert pixel(image, 20, 20) == "#E69F00"
    assert pixel(image, 50, 20) in {"#8D8E90", "#8E8F91"}
    assert pixel(image, 50, 50) == "#1B1D21"
    assert pixel(image, 80, 20) == "#1B1D21"
    assert pixel(image, 95, 95) == "#FFFFFF"


def test_a_hatch_covers_about_a_sixth_of_its_box_and_nothing_outside():
    box = Box(id="x", rect=Rect(10, 10, 80, 80), fill="stage", hatch="ink")
    image = render_image(Scene((box,), width=100, height=100), LIGHT, 2)
    dark = sum(1 - image.pixelColor(x, y).lightnessF() for x in range(20, 180) for y in range(20, 180)) / 160**2
    assert 0.08 < dark < 0.2
    assert all(pixel(image, x, 10) == "#FFFFFF" for x in range(200))


@pytest.mark.parametrize(("anchor", "left", "right"), [("start", 100, 150), ("middle", 70, 130), ("end", 45, 100)])
def test_labels_stand_at_their_anchor(anchor, left, right):
    label = Label(id="x", x=100, y=30, text="HHHH", font=Font(16, bold=True), anchor=anchor)
    image = render_image(Scene((label,), width=200, height=40), LIGHT)
    inked = [x for x in range(200) if any(image.pixelColor(x, y).lightness() < 128 for y in range(40))]
    assert left <= min(inked) <= max(inked) <= right
    assert all(image.pixelColor(x, 33).lightness() > 200 for x in range(200))


def test_spaced_letters_reach_as_far_as_they_measure():
    wide = Label(id="x", x=10, y=30, text="HH", font=Font(16, bold=True, spacing=20))
    image = render_image(Scene((wide,), width=200, height=40), LIGHT)
    inked = [x for x in range(200) if any(image.pixelColor(x, y).lightness() < 128 for y in range(40))]
    assert max(inked) - min(inked) > 35


def test_a_struck_text_has_a_line_through_it():
    label = Label(id="x", x=10, y=30, text="i     i", font=Font(20), struck=True)
    image = render_image(Scene((label,), width=100, height=40), LIGHT)
    assert min(image.pixelColor(25, y).lightness() for y in range(20, 30)) < 128
