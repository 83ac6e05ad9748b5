"""What Qt paints: shapes, hatches and texts are where the marks say."""

from itertools import combinations, pairwise

import pytest
from PySide6.QtGui import QImage

from app.drawing.marks import Box, Font, Glyph, Label, Rect, Scene, Stroke
from app.drawing.pdf import to_pdf
from app.drawing.render import render_image
from app.drawing.theme import FIELDS, LIGHT, PATTERNS, PEERS, VERDICTS

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


FAMILIES = (*FIELDS, *PEERS, *VERDICTS)
CELL = Rect(10, 10, 24, 44)


def grey_pixels(scene, scale=2):
    """How bright each pixel is, 0 to 1, by row and column."""
    image = render_image(scene, PATTERNS, scale).convertToFormat(QImage.Format.Format_Grayscale8)
    row, data = image.bytesPerLine(), bytes(image.constBits())
    return [[data[y * row + x] / 255 for x in range(image.width())] for y in range(image.height())]


def mean(pixels):
    return sum(map(sum, pixels)) / sum(map(len, pixels))


def cell(token, rect=CELL, **other):
    return Scene((Box(id="x", rect=rect, fill=token, **other),), width=44, height=64)


def differing(one, other):
    """The part of the cell's pixels that are clearly not the same."""
    pairs = [(a, b) for rows in zip(one, other, strict=True) for a, b in zip(*rows, strict=True)]
    return sum(abs(a - b) > 0.4 for a, b in pairs) / (CELL.width * CELL.height * 4)


@pytest.mark.parametrize("part", ["fill", "tint"])
@pytest.mark.parametrize("rect", [CELL, Rect(2, 10, 40, 6)], ids=["cell", "bar"])
def test_no_two_families_have_the_same_pattern(part, rect):
    drawn = {family: grey_pixels(cell(f"{family}.{part}", rect)) for family in FAMILIES}
    least = 0.06 * rect.width * rect.height / (CELL.width * CELL.height)
    for one, other in combinations(FAMILIES, 2):
        assert differing(drawn[one], drawn[other]) > least, (one, other)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_1_is_mostly_black_and_a_0_mostly_white(family):
    inside = [mean([row[20:68] for row in grey_pixels(cell(f"{family}.{part}"))[20:108]]) for part in ("fill", "tint")]
    assert inside[0] < 0.4
    assert inside[1] > 0.6
    assert inside[0] > 0.03
    assert inside[1] < 0.97


def test_the_greys_of_lines_and_sunk_ground_can_be_told_apart_as_areas():
    shades = [
        mean([row[20:68] for row in grey_pixels(cell(token))[20:108]]) for token in ("ink", "line3", "line2", "sunk")
    ]
    assert shades == sorted(shades)
    assert all(other - one > 0.02 for one, other in pairwise(shades))


@pytest.mark.parametrize("radius", [0, 8])
def test_a_pattern_is_cut_off_at_its_box(radius):
    pixels = grey_pixels(cell("key.tint", radius=radius))
    outside = [
        value for y, row in enumerate(pixels) for x, value in enumerate(row) if not (20 <= x < 68 and 20 <= y < 108)
    ]
    assert min(outside) > 0.98
    if radius:
        assert min(pixels[20][20:24]) > 0.98


def test_a_pattern_is_cut_off_at_a_polygon_and_a_glyph():
    triangle = Stroke(id="x", points=((4, 4), (40, 4), (4, 40)), closed=True, fill="key.tint", line=0)
    pixels = grey_pixels(Scene((triangle,), width=44, height=44))
    assert min(pixels[y][x] for x in range(88) for y in range(88) if x + y > 90) > 0.98
    assert mean([row[10:30] for row in pixels[10:30]]) < 0.9
    peer = grey_pixels(Scene((Glyph(id="x", x=22, y=22, name="client", size=36),), width=44, height=44))
    assert min(peer[4][4:12]) > 0.98
    assert 0.05 < mean([row[30:58] for row in peer[30:58]]) < 0.4


def test_a_pattern_goes_on_from_box_to_box():
    """It is counted from the corner of the stage, so that a field that is many boxes looks like one."""
    whole = grey_pixels(cell("key.tint", Rect(4, 4, 36, 50)))
    halves = (
        Box(id="l", rect=Rect(4, 4, 18, 50), fill="key.tint"),
        Box(id="r", rect=Rect(22, 4, 18, 50), fill="key.tint"),
    )
    parts = grey_pixels(Scene(halves, width=44, height=64))
    assert differing(whole, parts) < 0.02


def test_patterns_on_paper_are_lines_and_no_pictures():
    scene = cell("srv.tint")
    assert to_pdf(scene, PATTERNS) == to_pdf(scene, PATTERNS)
    assert b"/Subtype /Image" not in to_pdf(scene, PATTERNS)
    assert b"/PatternType" not in to_pdf(scene, PATTERNS)
