"""How long a step stays when a storyboard plays by itself: as long as its words take to be read."""

from __future__ import annotations

from typing import Final

LOOK: Final = 1800
"""Milliseconds for the figure, whatever is said."""

A_LETTER: Final = {"en": 45, "zh_CN": 140}
"""Milliseconds for each letter: about 220 words a minute in English, 430 characters in Chinese."""

LONGEST: Final = 15_000
"""No step stays longer: who reads more slowly has a pause key, or the handout."""


def dwell(lang: str, *texts: str) -> int:
    """Milliseconds of a step with these words, in whole hundredths of a second, as GIF counts them."""
    return min(LONGEST, LOOK + A_LETTER[lang] * sum(map(len, texts))) // 10 * 10
