"""How a figure is to look: what is remembered comes back, and nothing else."""

import pytest

from app.drawing.theme import THEMES
from app.publishing.choices import ALLOWED, WIDTHS, Choices


def test_what_is_remembered_comes_back():
    chosen = Choices("zh_CN", "grey", "slide", 8, "names", "both", 12, 300)
    assert Choices.from_dict(chosen.to_dict()) == chosen
    assert chosen != Choices()


@pytest.mark.parametrize(
    "damaged",
    [
        {"lang": "de"}, {"theme": 3}, {"theme": ["paper"]}, {"width": None}, {"bits": 7}, {"bits": "32"},
        {"number": -1}, {"number": "1"}, {"dpi": 10_000_000}, {"dpi": 1.5}, {"else": 1}, {"show": {}}, {"number": True},
    ],
)  # fmt: skip
def test_what_is_damaged_is_as_usual(damaged):
    assert Choices.from_dict(damaged) == Choices()
    assert Choices.from_dict({**damaged, "captions": "zh_CN"}) == Choices(captions="zh_CN")


@pytest.mark.parametrize(
    ("captions", "languages"), [("none", ()), ("en", ("en",)), ("zh_CN", ("zh_CN",)), ("both", ("en", "zh_CN"))]
)
def test_the_languages_of_captions(captions, languages):
    assert Choices(captions=captions).caption_languages == languages


def test_every_theme_and_width_that_may_be_chosen_is_there():
    assert set(ALLOWED["theme"]) == set(THEMES)
    assert set(ALLOWED["width"]) == set(WIDTHS)
    assert round(WIDTHS["one-column"] / 96 * 25.4, 6) == 84
