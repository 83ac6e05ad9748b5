"""The bundled faces are there, are the ones used, and measure the same at every scale."""

import pytest
from PySide6.QtGui import QFontInfo, QRawFont, QTextLayout

from app.drawing import fonts
from app.drawing.families import MONO, SANS, SANS_SC
from app.drawing.marks import Font

SIGNS = "“”‘’·…–—§×≥≤≠⊕→←↑↓↵⇒✓•°±│─┌┐└┘█ïéß€"
pytestmark = pytest.mark.usefixtures("qapp")


def test_the_bundled_families_are_loaded():
    assert set(fonts.load_faces()) == {SANS, SANS_SC, MONO}


def test_the_bundle_is_small_and_has_its_licences():
    assert sum(file.stat().st_size for file in fonts.FOLDER.iterdir()) < 8_000_000
    assert "SIL OPEN FONT LICENSE" in (fonts.FOLDER / "OFL.txt").read_text()
    assert "Bitstream Vera" in (fonts.FOLDER / "DEJAVU-LICENSE.txt").read_text()


@pytest.mark.parametrize(
    ("font", "lang", "family"),
    [
        (Font(), "en", SANS),
        (Font(bold=True), "zh_CN", SANS_SC),
        (Font(mono=True), "en", MONO),
        (Font(mono=True, bold=True), "zh_CN", MONO),
    ],
)
def test_text_is_drawn_in_the_bundled_face(font, lang, family):
    fonts.load_faces()
    info = QFontInfo(fonts.qfont(font, lang))
    assert (info.family(), info.bold(), info.pixelSize()) == (family, font.bold, 14)


def face(name):
    return QRawFont(str(fonts.FOLDER / name), 16)


@pytest.mark.parametrize("weight", ["400", "700"])
def test_every_sign_is_in_a_bundled_face(weight):
    faces = [face(f"{name}-{weight}.{kind}") for name, kind in (("sans", "otf"), ("sans-sc", "otf"), ("mono", "ttf"))]
    for sign in SIGNS:
        assert any(each.supportsCharacter(ord(sign)) for each in faces), sign
    assert all(faces[0].supportsCharacter(code) for code in range(0x20, 0x7F))
    assert all(faces[2].supportsCharacter(code) for code in range(0x20, 0x7F))


@pytest.mark.parametrize("weight", ["400", "700"])
def test_all_of_gb_2312_is_bundled(weight):
    chinese = face(f"sans-sc-{weight}.otf")
    cells = [bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF)]
    hanzi = [sign for cell in cells if (sign := cell.decode("gb2312", "ignore"))]
    assert len(hanzi) == 6763
    assert [
        sign for sign in hanzi + list("，。：；、？！“”（）《》…—·") if not chinese.supportsCharacter(ord(sign))
    ] == []


def test_english_quotes_and_middots_are_narrow():
    measure = fonts.QtMeasure("en")
    assert measure.width("“", Font(16)) < 10
    assert measure.width("·", Font(16)) < 10


def test_widths_grow_with_the_size_and_do_not_depend_on_hinting():
    measure = fonts.QtMeasure("en")
    for text in ("Sec-WebSocket-Key", "握手请求", "81 85 37 fa"):
        ems = [measure.width(text, Font(size, mono=text[0] == "8")) / size for size in (12, 13, 16, 20, 46, 92)]
        assert max(ems) - min(ems) < 0.01 * max(ems)


def test_hex_digits_are_all_as_wide_as_each_other():
    measure = fonts.QtMeasure("en")
    for bold in (False, True):
        assert len({measure.width(digit, Font(18, bold, True)) for digit in "0123456789abcdef"}) == 1


def test_space_between_letters_is_added_once_a_letter():
    measure = fonts.QtMeasure("en")
    assert measure.width("OPEN", Font(13, spacing=0.5)) == pytest.approx(measure.width("OPEN", Font(13)) + 2)


def test_the_interface_font_is_the_bundled_one():
    font = fonts.load_fonts("zh_CN", 15)
    assert (QFontInfo(font).family(), font.pixelSize()) == (SANS_SC, 15)


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
@pytest.mark.parametrize("font", [Font(16), Font(16, bold=True), Font(16, mono=True)])
def test_each_letter_has_the_glyph_that_is_its_own(qapp, lang, font):
    """A PDF knows no other: text with ligatures or local forms of digits could not be searched for."""
    text = "first office 0123456789"
    layout = QTextLayout(text, fonts.qfont(font, lang))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    glyphs = [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
    assert glyphs == list(QRawFont.fromFont(fonts.qfont(font, lang)).glyphIndexesForString(text))
