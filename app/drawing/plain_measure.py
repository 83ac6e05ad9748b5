"""How wide a text is, without Qt: the same advances and kerning, from tables made out of the bundled faces.

`resources/fonts/widths.py` writes the tables, `app.drawing.fonts` is the measure that this one equals: pixel sizes are
whole, each letter comes from the first family that has it, advances are cut off and kerning is rounded to 1/64 of a
pixel. Letters that no bundled face has are as wide as an average one; Qt asks the fonts of the machine for them.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from operator import add
from typing import TYPE_CHECKING, Final
from unicodedata import category, east_asian_width

from app.drawing.families import FOLDER, MONO, SANS, SANS_SC, mono_families, sans_families
from app.drawing.stencils import stencils

if TYPE_CHECKING:
    from app.drawing.marks import Font

STEPS: Final = 64
"""Qt counts in 64ths of a pixel."""

AVERAGE: Final = 0.6
"""The width of an unknown letter in em."""

KEPT: Final = 16_384
"""Texts of one font that are remembered."""

FONTS: Final = 512
"""Fonts that are remembered."""

TABLES: Final = {SANS: "sans", SANS_SC: "sans-sc", MONO: "mono"}


class Face:
    """The widths of one bundled face in units of its em."""

    def __init__(self, name: str) -> None:
        table = json.loads((FOLDER / f"{name}.widths.json").read_text(encoding="utf-8"))
        self.em: int = table["em"]
        self.advances: dict[str, int] = {}
        for width, letters in table["advances"].items():
            self.advances.update(dict.fromkeys(letters, int(width)))
        for first, last in table["ranges"]:
            self.advances.update(dict.fromkeys(map(chr, range(first, last + 1)), self.em))
        self._pairs = {pair: int(value) for value, pairs in table["pairs"].items() for pair in pairs}
        self._firsts = _numbered(table["firsts"])
        self._seconds = _numbered(table["seconds"])
        self._classes: dict[str, int] = table["classes"]

    def kerning(self, pair: str) -> int:
        """How much closer (below 0) or farther apart two letters stand than their advances say."""
        if pair in self._pairs:
            return self._pairs[pair]
        return self._classes.get(f"{self._firsts.get(pair[0])},{self._seconds.get(pair[1])}", 0)


def advanced(value: int, size: int, em: int) -> int:
    """An advance in units of the em at a size, as FreeType scales it and Qt cuts it off."""
    scale = ((size << 16) + em // 2) // em
    return (value * scale + STEPS // 2) // STEPS >> 10


def kerned(value: int, size: int, em: int) -> int:
    """A distance between letters at a size, rounded as HarfBuzz does: half a step goes upwards."""
    return (value * ((size << 16) // em) + (1 << 15)) >> 16


def _numbered(classes: list[str]) -> dict[str, int]:
    """The class of each letter."""
    return {letter: number for number, letters in enumerate(classes) for letter in letters}


@cache
def face(family: str, bold: bool) -> Face:
    """A face, read when its first letter is asked for."""
    return Face(f"{TABLES[family]}-{700 if bold else 400}")


class Letters(dict[str, int]):
    """How far the last of one or two letters reaches in one font, in 64ths of a pixel; filled as it is asked."""

    def __init__(self, families: tuple[str, ...], bold: bool, size: int) -> None:
        super().__init__()
        self._families, self._bold, self._size = families, bold, size

    def __missing__(self, letters: str) -> int:
        """An advance, and kerning if both letters are of one face."""
        last = letters[-1]
        its_face = self._face(last)
        if category(last) == "Cf":
            width = 0  # a soft hyphen, a byte order mark
        elif its_face is None:
            width = _unknown(last, self._size)
        else:
            width = advanced(its_face.advances[last], self._size * STEPS, its_face.em)
            if len(letters) == 2 and self._face(letters[0]) is its_face:
                width += kerned(its_face.kerning(letters), self._size * STEPS, its_face.em)
        self[letters] = width
        return width

    def _face(self, letter: str) -> Face | None:
        """The first face that has the letter."""
        for family in self._families:
            if letter in (found := face(family, self._bold)).advances:
                return found
        return None


def _unknown(letter: str, size: int) -> int:
    if category(letter) in {"Mn", "Me"}:
        return 0
    return round((1 if east_asian_width(letter) in "WF" else AVERAGE) * size * STEPS)


@cache
def _letters(lang: str, mono: bool, bold: bool, size: int) -> Letters:
    families = mono_families(lang) if mono else sans_families(lang)
    return Letters(tuple(family for family in families if family in TABLES), bold, size)


class Widths(dict[str, float]):
    """Text -> its advance in one font; filled as it is asked."""

    def __init__(self, lang: str, font: Font) -> None:
        super().__init__()
        self.font = font
        self._letters = _letters(lang, font.mono, font.bold, max(1, round(font.size)))

    def __missing__(self, text: str) -> float:
        """The sum of its letters."""
        letters = self._letters
        reach = sum(map(letters.__getitem__, map(add, text, text[1:])), letters[text[0]]) if text else 0
        width = reach / STEPS + self.font.spacing * len(text)
        if len(self) >= KEPT:
            self.clear()
        self[text] = width
        return width


@lru_cache(FONTS)
def _widths(lang: str, font: Font) -> Widths:
    return Widths(lang, font)


class Known(dict[int, tuple["Font", Widths]]):
    """The widths of one language by the `id` of the font, which is held so that the id stays its own: comparing fonts
    takes long."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self._lang = lang

    def find(self, font: Font) -> tuple[Font, Widths]:
        """Those of a font that is not known yet."""
        if len(self) >= FONTS:
            self.clear()
        self[id(font)] = font, _widths(self._lang, font)
        return self[id(font)]


_known: Final = cache(Known)


class PlainMeasure:
    """Implements `app.drawing.marks.Measure` over the bundled faces in the order of one language."""

    def __init__(self, lang: str = "en") -> None:
        self.lang = lang
        self.stencils = stencils(lang)
        self._known = _known(lang)

    def width(self, text: str, font: Font) -> float:
        """The advance of one line of text in stage units."""
        _, widths = self._known.get(id(font)) or self._known.find(font)
        return widths[text]
