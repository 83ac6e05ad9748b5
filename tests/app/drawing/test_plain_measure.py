"""The measure without Qt is as wide as the one with it: every letter, every pair, every text of lessons."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
from patience_support import PATIENCE
from storyboard_support import told

from app.drawing.families import MONO, SANS, SANS_SC
from app.drawing.fonts import QtMeasure
from app.drawing.marks import Font
from app.drawing.plain_measure import PlainMeasure, face
from app.plain_words import plain_words
from app.publishing.steps import step_scene

ROOT = Path(__file__).resolve().parents[3]
FONTS = [Font(size, bold, mono) for size in (12, 13, 16.4, 20) for bold in (False, True) for mono in (False, True)]
MACHINE = set("ℓ‥‧※⁂⁑℀℃℉ℊ℡℧ℵ℻⎰⎱⑴⑵｛｝") | {chr(code) for code in range(0x400, 0x460)}
"""What the monospaced face lacks, and an installed one may have."""


class Both:
    """Measures twice and compares."""

    def __init__(self, lang):
        self.plain, self.qt, self.count = PlainMeasure(lang), QtMeasure(lang), 0

    def width(self, text, font):
        width = self.plain.width(text, font)
        assert width == pytest.approx(self.qt.width(text, font), abs=0.05), (text, font)
        self.count += 1
        return width


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("lang", ["en", "zh_CN"])
@pytest.mark.parametrize("slug", ["why-websocket", "frames", "opening-handshake", "closing-handshake", "compression"])
def test_every_text_of_a_lesson_is_as_wide_as_qt_makes_it(slug, lang):
    telling, measure = told(slug), Both(lang)
    for number in range(telling.count):
        step_scene(telling, telling.step(number, lang), plain_words(lang), measure)
    assert measure.count > 200


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("lang", ["en", "zh_CN"])
@pytest.mark.parametrize("font", [Font(13), Font(16, bold=True), Font(14, mono=True)])
def test_every_letter_of_every_face_is_as_wide(font, lang):
    plain, qt = PlainMeasure(lang), QtMeasure(lang)
    letters = {letter for family in (SANS, SANS_SC, MONO) for letter in face(family, font.bold).advances}
    assert len(letters) > 8000
    for letter in letters - (MACHINE if font.mono else set()):
        assert plain.width(letter, font) == qt.width(letter, font), letter


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("font", FONTS)
def test_pairs_are_kerned_and_rounded_alike(font):
    letters = [letter for letter in face(SANS, False).advances if letter < "\u0250" and letter.isprintable()]
    source = random.Random(7)
    measure = Both("en")
    for _ in range(1500):
        measure.width("".join(source.choices(letters, k=2)), font)
    if not font.mono:
        alone = sum(measure.width(letter, font) for letter in "To")
        assert measure.width("To", font) < alone - 0.5


@pytest.mark.usefixtures("qapp")
def test_space_between_letters_is_added_once_a_letter():
    measure = Both("en")
    assert measure.width("OPEN", Font(13, True, spacing=0.5)) == measure.width("OPEN", Font(13, True)) + 2
    assert measure.width("", Font(13)) == 0


def test_a_letter_that_no_face_has_is_guessed():
    measure, font = PlainMeasure("en"), Font(20)
    assert measure.width("🙂", font) == measure.width("\U00020000", font) == 20
    assert measure.width("ש", font) == 12
    assert measure.width("a\u200b\ufeff", font) == measure.width("a", font)


def test_equal_fonts_are_one_and_a_font_that_is_gone_is_not_mistaken():
    measure = PlainMeasure("en")
    for size in (12, 20) * 300:
        assert measure.width("Hello", Font(size)) == PlainMeasure("en").width("Hello", Font(size))


def test_no_qt_is_loaded():
    code = (
        "import sys; from app.drawing.plain_measure import PlainMeasure; from app.drawing.marks import Font;"
        "PlainMeasure('zh_CN').width('握手 Hello', Font());"
        "assert not any(name.startswith('PySide6') for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=PATIENCE)
