"""The looks of a page: every shape has the colours it had, in the theme and in the dark."""

import re

import pytest
from storyboard_support import recording_of

from app.drawing.svg_device import to_svg
from app.drawing.theme import DARK, GREY, PAPER, PATTERNS
from app.storyboard.dress import Wardrobe
from app.storyboard.steps import Board

ELEMENT = re.compile(r"<(?:rect|path|text|tspan)( [^>]*?)/?>")


def looks(svg, sheet="", theme=None):
    """What each shape is painted with, by the attributes or by the classes."""
    rules = dict(re.findall(r"\.(c[a-z]+)\{([^}]*)\}", sheet))
    for attributes in ELEMENT.findall(svg):
        found = dict(re.findall(r' ([a-z-]+)="([^"]*)"', attributes))
        if "class" in found:
            rule = dict(part.split(":", 1) for part in rules[found.pop("class")].split(";"))
            found |= {name: value.removesuffix("px") for name, value in rule.items()}
        for name in ("fill", "stroke"):
            if token := re.fullmatch(r"var\(--(.+)\)", found.get(name, "")):
                found[name] = colours(sheet, theme)[token[1]]
        yield {name: value for name, value in found.items() if not value.startswith("url(")}


def colours(sheet, theme):
    part = sheet[sheet.index("@media") :] if theme is DARK else sheet
    return dict(reversed(re.findall(r"--([\w-]+):(#[0-9A-F]{6});", part)))


@pytest.fixture(scope="module")
def scene():
    return Board(recording_of("你好".encode(), b"x" * 200), "en").panel(2).scene


@pytest.mark.parametrize("theme", [PAPER, GREY, PATTERNS], ids=lambda theme: theme.name)
def test_every_shape_looks_as_it_did(scene, theme):
    wardrobe = Wardrobe(theme)
    dressed = wardrobe.dressed(to_svg(scene, wardrobe.drawn))
    plain = to_svg(scene, theme)
    assert list(looks(dressed, wardrobe.sheet(), theme)) == list(looks(plain))
    assert len(dressed) < 0.8 * len(plain)


def test_in_the_dark_it_is_the_dark_theme(scene):
    wardrobe = Wardrobe(PAPER)
    dressed = wardrobe.dressed(to_svg(scene, wardrobe.drawn))
    assert list(looks(dressed, wardrobe.sheet(), DARK)) == list(looks(to_svg(scene, DARK)))


@pytest.mark.parametrize("theme", [DARK, GREY, PATTERNS], ids=lambda theme: theme.name)
def test_a_theme_that_was_chosen_stays(scene, theme):
    wardrobe = Wardrobe(theme)
    wardrobe.dressed(to_svg(scene, wardrobe.drawn))
    assert "prefers-color-scheme" not in wardrobe.sheet()
