"""Measure and words for the tests of figures: no Qt, no installed font, no translation, the same everywhere.

`PlainMeasure` is a typewriter: every character 0.55 of its size, every East Asian one a full size. Figures must
lay out by what is measured, so a crude measure finds assumed widths better than a real font does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from app.drawing.marks import Font, Room
from app.drawing.theme import LIGHT
from protocol.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.drawing.marks import Scene


@dataclass(frozen=True)
class PlainMeasure:
    """Implements `app.drawing.marks.Measure`."""

    narrow: float = 0.55
    wide: float = 1.0

    def width(self, text: str, font: Font) -> float:
        """The advance of one line of text in stage units."""
        ems = sum(self.wide if east_asian_width(letter) in "WF" else self.narrow for letter in text)
        return ems * font.size + font.spacing * len(text)


@dataclass(frozen=True)
class PlainWords:
    """Implements `app.drawing.marks.Words`: the English source itself, whatever the language is called."""

    lang: str = "en"

    def translate(self, context: str, source: str, disambiguation: str = "", n: int = -1) -> str:
        """The source, with `%n` replaced by `n`."""
        del context, disambiguation
        return source.replace("%n", str(n)) if n >= 0 else source

    def rule(self, rule_id: str) -> str:
        """The English sentence of a rule."""
        return RULES[rule_id].text


def unknown_colours(scene: Scene) -> set[str]:
    """The colour tokens of a scene that no theme knows."""
    named = set()
    for mark in scene.marks:
        named |= {getattr(mark, name, "") for name in ("fill", "stroke", "color", "hatch", "on")}
        named |= {color for _, _, color in getattr(mark, "runs", ())}
    unknown = set()
    for token in named - {""}:
        try:
            LIGHT.colour(token)
        except (KeyError, ValueError):
            unknown.add(token)
    return unknown


def plain_room(height: float = 772, lang: str = "en", options: Mapping[str, str | int] | None = None) -> Room:
    """A room without Qt."""
    return Room(PlainMeasure(), PlainWords(lang), height, dict(options or {}))
