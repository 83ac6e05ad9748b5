"""The stylesheet: only chrome tokens, for every theme."""

from __future__ import annotations

import re

import pytest

from app.drawing.theme import THEMES
from app.widgets.look import Look
from app.widgets.style import stylesheet


@pytest.mark.parametrize("name", sorted(THEMES))
def test_every_colour_is_a_surface_or_text(name: str) -> None:
    theme = THEMES[name]
    chrome = {value.upper() for token, value in theme.colours.items() if "." not in token}
    used = {colour.upper() for colour in re.findall(r"#[0-9A-Fa-f]{6}", stylesheet(Look(theme)))}
    assert used
    assert used <= chrome


def test_the_language_chooses_the_fonts() -> None:
    assert stylesheet(Look(lang="en")) != stylesheet(Look(lang="zh_CN"))
