"""The SVG document: well-formed, the same every time, real text, a title for each spoken mark."""

from xml.etree import ElementTree as ET

import pytest
from drawing_support import gallery
from hypothesis import given
from hypothesis import strategies as st

from app.drawing.marks import Box, Font, Label, Rect, Room, Scene
from app.drawing.patterns import PATTERNS as TILES
from app.drawing.plain_measure import PlainMeasure
from app.drawing.svg_device import number, to_svg
from app.drawing.theme import DARK, LIGHT, PAPER, PATTERNS, THEMES
from app.figures.pen import Pen
from app.plain_words import plain_words

SVG = "{http://www.w3.org/2000/svg}"


def parsed(scene, theme=PAPER, lang="en"):
    return ET.fromstring(to_svg(scene, theme, lang))


def test_the_document_has_size_language_title_and_description():
    root = parsed(gallery(), lang="zh_CN")
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("888", "772", "0 0 888 772")
    assert root.get("lang") == "zh-CN"
    assert root.find(f"{SVG}title").text == "Gallery <&>"
    assert root.find(f"{SVG}desc").text == "Every mark"


def test_every_spoken_mark_is_a_group_with_its_sentence():
    groups = {group.find(f"{SVG}title").text: group for group in parsed(gallery()).iter(f"{SVG}g")}
    spoken = [mark.spoken for mark in gallery() if mark.spoken]
    assert [text for text in groups if text] == spoken
    assert groups["glyph tick"].get("id") == "glyph.tick"


def test_text_is_text():
    words = ["".join(text.itertext()) for text in parsed(gallery()).iter(f"{SVG}text")]
    for mark in gallery():
        if isinstance(mark, Label):
            assert mark.text in words


def test_ids_are_unique_and_allowed_in_xml():
    marks = tuple(Box(id=name, rect=Rect(0, 0, 1, 1), spoken="x") for name in ("a/b", "a:b", "a_b", "3", "title"))
    ids = [group.get("id") for group in parsed(Scene(marks)).iter(f"{SVG}g")]
    assert len(set(ids)) == 5
    assert all(name[0].isalpha() for name in ids)
    assert "title" not in ids


def test_a_measured_label_fits_its_width_in_any_font():
    label = Label(id="x", x=1.5, y=2, text="a  b", font=Font(13, mono=True), width=31.25)
    text = parsed(Scene((label,))).find(f"{SVG}text")
    assert text.get("textLength") == "31.25"
    assert text.get("lengthAdjust") == "spacingAndGlyphs"
    assert text.text == "a  b"
    assert "DejaVu Sans Mono" in text.get("font-family")


def test_a_hatch_is_one_pattern_however_often_it_is_used():
    boxes = tuple(Box(id=str(i), rect=Rect(i * 30, 0, 24, 44), fill="ext.fill", hatch="ext.edge") for i in range(3))
    root = parsed(Scene(boxes), LIGHT)
    assert len(list(root.iter(f"{SVG}pattern"))) == 1
    name = root.find(f"{SVG}defs/{SVG}pattern").get("id")
    assert [r.get("fill") for r in root.iter(f"{SVG}rect")][1:] == ["#A9DAF5", f"url(#{name})"] * 3


def test_the_background_is_that_of_the_theme():
    assert parsed(gallery(), DARK).find(f"{SVG}rect").get("fill") == DARK.colour("stage")


def test_two_exports_are_the_same_bytes():
    assert to_svg(gallery(), PAPER) == to_svg(gallery(), PAPER)


@given(st.text())
def test_any_text_gives_a_well_formed_document(text):
    scene = Scene((Label(id=text, x=0, y=0, text=text, font=Font(), spoken=text or "x"),), title=text)
    shown = parsed(scene).find(f"{SVG}g/{SVG}text")
    assert (shown.text or "") == "".join(sign if allowed(sign) else "\ufffd" for sign in text)


def allowed(sign):
    """Char of XML 1.0, but no carriage return, which a parser would turn into a line feed."""
    return sign in "\t\n" or " " <= sign <= "\ud7ff" or "\ue000" <= sign <= "\ufffd" or sign > "\uffff"


@pytest.mark.parametrize(
    ("value", "text"),
    [(1, "1"), (1.5, "1.5"), (0.1 + 0.2, "0.3"), (-0.001, "0"), (100, "100"), (2 / 3, "0.67")],
)
def test_numbers_are_short(value, text):
    assert number(value) == text


@pytest.mark.parametrize("text", ["a  b", " a", "a ", "a\tb"])
def test_spaces_are_kept_where_browsers_look_for_it(text):
    """At the text itself: Chromium ignores `xml:space` further out."""
    one = parsed(Scene((Label(id="x", x=0, y=0, text=text, font=Font()),))).find(f"{SVG}text")
    assert one.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    assert one.text == text


def test_spaces_between_parts_are_kept():
    runs = (("a ", Font(), "text"), (" b", Font(), "text"))
    text = parsed(Scene((Label(id="x", x=0, y=0, text="a  b", font=Font(), runs=runs),))).find(f"{SVG}text")
    assert text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    plain = parsed(Scene((Label(id="x", x=0, y=0, text="a b", font=Font()),))).find(f"{SVG}text")
    assert plain.keys() == ["x", "y", "font-size", "fill"]


def test_each_pattern_is_defined_once_and_only_where_it_is_used():
    root = parsed(gallery(), PATTERNS)
    defined = [pattern.get("id") for pattern in root.iter(f"{SVG}pattern")]
    used = {shape.get("fill")[5:-1] for shape in root.iter() if (shape.get("fill") or "").startswith("url(#")}
    assert sorted(defined) == sorted(used)
    assert len(defined) == len(set(defined))
    assert {"lattice-000000", "lattice-ffffff"} <= used


def test_a_pattern_lies_over_the_fill_and_has_the_size_of_its_tile():
    root = parsed(Scene((Box(id="x", rect=Rect(0, 0, 30, 30), fill="srv.tint", stroke="ink"),)), PATTERNS)
    ground, over = list(root.iter(f"{SVG}rect"))[1:]
    assert (ground.get("fill"), ground.get("stroke")) == ("#FFFFFF", None)
    assert (over.get("fill"), over.get("stroke")) == ("url(#bricks-000000)", "#000000")
    pattern = root.find(f"{SVG}defs/{SVG}pattern")
    assert (pattern.get("width"), pattern.get("height")) == tuple(
        number(side) for side in (TILES["bricks"].width, TILES["bricks"].height)
    )
    assert pattern.find(f"{SVG}path").get("stroke") == "#000000"


@pytest.mark.parametrize("name", sorted(THEMES))
def test_in_every_theme_two_exports_are_the_same_bytes_and_well_formed(name):
    assert to_svg(gallery(), THEMES[name]) == to_svg(gallery(), THEMES[name])
    patterns = [one.get("id") for one in parsed(gallery(), THEMES[name]).iter(f"{SVG}pattern")]
    assert all(one.startswith("hatch-") for one in patterns) or name == "patterns"


@pytest.mark.parametrize(
    ("width", "size"), [(0.0, ("888", "772")), (444.0, ("444", "386")), (317.5, ("317.5", "276.02"))]
)
def test_the_width_on_paper_can_be_chosen(width, size):
    root = ET.fromstring(to_svg(gallery(), PAPER, width=width))
    assert (root.get("width"), root.get("height")) == size
    assert root.get("viewBox") == "0 0 888 772"
    assert root.find(f"{SVG}rect").get("width") == "888"


def test_ids_stay_unique_where_what_was_written_before_is_taken():
    pen = Pen(Room(PlainMeasure("en"), plain_words("en")))
    pen.box("a b", 0, 0, 9, 9, fill="ink", spoken="first")
    pen.box("a_b", 9, 0, 9, 9, fill="ink", spoken="second")
    first, second = pen.marks
    for marks in ((first, second), (second, first), (second,), (first, first)):
        ids = [group.get("id") for group in parsed(Scene(marks)).iter(f"{SVG}g")]
        assert ids == ["a_b", "a_b-2"][: len(marks)]
