"""The tokens of the visual design and the contrast that it promises, computed as WCAG 2.2 does."""

import re

import pytest

from app.drawing.theme import (
    CONTRAST,
    DARK,
    FIELDS,
    LIGHT,
    PAPER,
    PARTS,
    PEERS,
    SURFACES,
    THEMES,
    VERDICTS,
    contrast,
    mix,
)

FAMILIES = (*FIELDS, *PEERS, *VERDICTS)
NORMAL = [LIGHT, DARK, PAPER]
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


def test_a_mixture_lies_between_its_colours():
    assert mix("#000000", "#FFFFFF", 0.5) == "#808080"
    assert LIGHT.colour("ink~stage~0.000") == LIGHT.colour("ink")
    assert LIGHT.colour("ink~stage~1.000") == LIGHT.colour("stage")


@pytest.mark.parametrize("token", ["", "blue", "fin", "fin.fills", "a~b"])
def test_a_token_that_no_theme_knows_is_an_error(token):
    with pytest.raises((KeyError, ValueError)):
        LIGHT.colour(token)
