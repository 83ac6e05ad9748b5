"""Fonts: the bundled faces and how wide a text is.

Text is laid out in stage units with unhinted fonts of a pixel size, so that it is as wide at every scale as it
was measured once.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from app.drawing.families import FILES, FOLDER, mono_families, sans_families

if TYPE_CHECKING:
    from app.drawing.marks import Font

__all__ = [
    "FILES",
    "FOLDER",
    "QtMeasure",
    "advance",
    "load_faces",
    "load_fonts",
    "metrics",
    "mono_families",
    "qfont",
    "sans_families",
]


PLAIN: Final = ("liga", "locl")
"""OpenType features that are off. A PDF knows the character of a glyph only if the glyph is the font's own for it: with
ligatures `first` could not be searched for, and with the desktop's forms of digits `6455` could not."""


@cache
def load_faces() -> tuple[str, ...]:
    """Loads the bundled faces once and names their families. All six take a few milliseconds: Qt maps the files
    and reads a face when its first letter is drawn."""
    families = []
    for name in FILES:
        number = QFontDatabase.addApplicationFont(str(FOLDER / name))
        families += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return tuple(dict.fromkeys(families))


def load_fonts(lang: str, size: int = 14) -> QFont:
    """Loads the bundled faces and gives the font of the interface in a language, for `QApplication.setFont`."""
    load_faces()
    font = QFont(list(sans_families(lang)))
    font.setPixelSize(size)
    return font


@lru_cache(maxsize=512)
def qfont(font: Font, lang: str = "en") -> QFont:
    """The Qt font for a font role. `QFont` counts pixels in whole numbers, so sizes are rounded to them."""
    families = mono_families(lang) if font.mono else sans_families(lang)
    result = QFont(list(families))
    result.setPixelSize(max(1, round(font.size)))
    result.setBold(font.bold)
    result.setItalic(font.italic)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in PLAIN:
        result.setFeature(QFont.Tag(feature), 0)
    return result


@lru_cache(maxsize=512)
def metrics(font: Font, lang: str = "en") -> QFontMetricsF:
    """The metrics of a font role."""
    return QFontMetricsF(qfont(font, lang))


@lru_cache(maxsize=20_000)
def advance(text: str, font: Font, lang: str = "en") -> float:
    """How far one line of text reaches. Space between letters is added here, and drawn letter by letter, because
    Qt scales it differently on screen and on paper."""
    return metrics(font, lang).horizontalAdvance(text) + font.spacing * len(text)


class QtMeasure:
    """Implements `app.drawing.marks.Measure` over the fonts of one language."""

    def __init__(self, lang: str = "en") -> None:
        load_faces()
        self.lang = lang

    def width(self, text: str, font: Font) -> float:
        """The advance of one line of text in stage units."""
        return advance(text, font, self.lang)
