"""The tokens of the visual design and the contrast that it promises, computed as WCAG 2.2 does."""

import re
from itertools import pairwise

import pytest

from app.drawing.theme import (
    CONTRAST,
    DARK,
    FIELDS,
    GREY,
    LIGHT,
    PAPER,
    PARTS,
    PATTERNS,
    PEERS,
    SURFACES,
    THEMES,
    VERDICTS,
    contrast,
    mix,
)

FAMILIES = (*FIELDS, *PEERS, *VERDICTS)
NORMAL = [LIGHT, DARK, PAPER, GREY, PATTERNS]
NEIGHBOURS = (
    "fin rsv", "rsv op", "op mask", "mask len", "len ext", "len key", "len pay", "ext key", "ext pay", "key pay",
    "cli srv",
)  # fmt: skip
"""Fills that can stand side by side."""
TEXT_GROUNDS = ("stage", "pane", "raise")


def names(themes):
    return [theme.name for theme in themes]


def test_every_theme_has_every_token():
    wanted = {*SURFACES, *(f"{family}.{part}" for family in FAMILIES for part in PARTS)}
    for theme in THEMES.values():
        assert set(theme.colours) == wanted
        assert all(re.fullmatch("#[0-9A-F]{6}", value) for value in theme.colours.values())


def test_the_contrast_ratio_of_known_pairs():
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")


@pytest.mark.parametrize("theme", NORMAL, ids=names(NORMAL))
def test_text_on_surfaces_is_at_least_4_5_to_1(theme):
    for ground in TEXT_GROUNDS:
        for text in ("text", "text2", "text3"):
            assert contrast(theme.colour(text), theme.colour(ground)) >= 4.5, (text, ground)
    assert contrast(theme.colour("on-ink"), theme.colour("ink")) >= 4.5


@pytest.mark.parametrize("theme", NORMAL, ids=names(NORMAL))
@pytest.mark.parametrize("family", FAMILIES)
def test_text_on_a_fill_is_at_least_4_8_to_1(theme, family):
    ratio = contrast(theme.colour(f"{family}.on"), theme.colour(f"{family}.fill"))
    assert ratio >= 4.8, f"{ratio:.2f}"


@pytest.mark.parametrize("theme", NORMAL, ids=names(NORMAL))
@pytest.mark.parametrize("family", FAMILIES)
def test_a_0_on_its_tint_and_a_name_in_its_edge_colour_can_be_read(theme, family):
    assert contrast(theme.colour("text"), theme.colour(f"{family}.tint")) >= 4.5
    for ground in (*TEXT_GROUNDS, f"{family}.tint"):
        assert contrast(theme.colour(f"{family}.edge"), theme.colour(ground)) >= 4.5, ground


@pytest.mark.parametrize("theme", NORMAL, ids=names(NORMAL))
def test_status_shapes_and_the_focus_ring_stand_out_by_3_to_1(theme):
    for ground in TEXT_GROUNDS:
        for shape in ("line3", "ring", "ink", *(f"{verdict}.fill" for verdict in VERDICTS)):
            assert contrast(theme.colour(shape), theme.colour(ground)) >= 3, (shape, ground)


def test_high_contrast_text_edges_and_digits_are_at_least_7_to_1():
    for ground in (*TEXT_GROUNDS, "sunk", "sel"):
        for ink in ("text", "text2", "text3", "line3", "ring", *(f"{family}.edge" for family in FAMILIES)):
            assert contrast(CONTRAST.colour(ink), CONTRAST.colour(ground)) >= 7, (ink, ground)
    for family in FAMILIES:
        ratio = contrast(CONTRAST.colour(f"{family}.on"), CONTRAST.colour(f"{family}.fill"))
        assert ratio >= 7, f"{family} {ratio:.2f}"


def test_high_contrast_has_no_tints():
    assert {CONTRAST.colour(f"{family}.tint") for family in FAMILIES} == {CONTRAST.colour("stage")}


def test_paper_is_white_with_the_light_tokens():
    assert PAPER.colours == LIGHT.colours
    assert PAPER.colour("stage") == "#FFFFFF"


def lightness(theme, token):
    """L* (CIE 1976), 0 to 100: equal steps look equal. The luminance is had from the contrast with black."""
    luminance = contrast(theme.colour(token), "#000000") * 0.05 - 0.05
    return 116 * luminance ** (1 / 3) - 16 if luminance > 0.008856 else 903.3 * luminance


def apart(theme, pair):
    one, other = pair.split()
    return abs(lightness(theme, f"{one}.fill") - lightness(theme, f"{other}.fill"))


def test_grey_is_grey_and_no_two_fields_have_the_same():
    assert all(value[1:3] == value[3:5] == value[5:7] for value in GREY.colours.values())
    fills = sorted(lightness(GREY, f"{family}.fill") for family in FIELDS)
    assert all(other - one > 7 for one, other in pairwise(fills))


def test_grey_tells_neighbours_apart_where_the_greys_of_the_hues_do_not():
    assert min(apart(GREY, pair) for pair in NEIGHBOURS) > 13
    assert min(apart(PAPER, pair) for pair in NEIGHBOURS) < 2
    verdicts = ("ok err", "ok warn", "err warn")
    assert min(apart(GREY, pair) for pair in verdicts) > 11 > max(apart(PAPER, pair) for pair in verdicts)


@pytest.mark.parametrize("family", FAMILIES)
def test_in_grey_a_1_is_darker_than_every_0(family):
    lightest = min(lightness(GREY, f"{other}.tint") for other in FAMILIES)
    assert lightness(GREY, f"{family}.fill") < lightest - 3
    assert lightness(GREY, f"{family}.fill") < lightness(GREY, f"{family}.tint") - 12


def test_peers_and_verdicts_in_grey_stand_out_by_3_to_1():
    for family in (*PEERS, *VERDICTS):
        for ground in TEXT_GROUNDS:
            assert contrast(GREY.colour(f"{family}.fill"), GREY.colour(ground)) >= 3, (family, ground)


def test_patterns_are_black_and_white_and_each_family_has_its_own():
    assert set(PATTERNS.colours.values()) == {"#000000", "#FFFFFF"}
    names = [PATTERNS.pattern(f"{family}.fill") for family in FAMILIES]
    assert all(names)
    assert len(set(names)) == len(FAMILIES)
    assert [PATTERNS.pattern(f"{family}.tint") for family in FAMILIES] == names


def test_a_1_is_black_under_its_pattern_and_a_0_white():
    for family in FAMILIES:
        assert (PATTERNS.colour(f"{family}.fill"), PATTERNS.colour(f"{family}.tint")) == ("#000000", "#FFFFFF")


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST, PAPER, GREY], ids=names([LIGHT, DARK, CONTRAST, PAPER, GREY]))
def test_themes_of_colours_have_no_patterns(theme):
    assert not theme.patterns
    assert theme.pattern("op.fill") == ""


def test_a_mixture_lies_between_its_colours():
    assert mix("#000000", "#FFFFFF", 0.5) == "#808080"
    assert LIGHT.colour("ink~stage~0.000") == LIGHT.colour("ink")
    assert LIGHT.colour("ink~stage~1.000") == LIGHT.colour("stage")


@pytest.mark.parametrize("token", ["", "blue", "fin", "fin.fills", "a~b"])
def test_a_token_that_no_theme_knows_is_an_error(token):
    with pytest.raises((KeyError, ValueError)):
        LIGHT.colour(token)
