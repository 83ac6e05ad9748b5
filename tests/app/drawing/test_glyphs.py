"""The shapes of the glyphs: inside their square, each one its own, in the colours of the theme."""

import pytest
from drawing_support import GLYPHS

from app.drawing.glyphs import pieces
from app.drawing.marks import Glyph
from app.drawing.theme import LIGHT


@pytest.mark.parametrize("name", GLYPHS)
def test_every_glyph_stays_in_its_square_and_moves_with_its_place(name):
    glyph = Glyph(id="g", x=100, y=50, name=name, size=20)
    for piece in pieces(glyph):
        for _, *numbers in piece.path.steps:
            assert all(89 <= x <= 111 for x in numbers[::2])
            assert all(39 <= y <= 61 for y in numbers[1::2])


def test_no_two_glyphs_have_the_same_shape():
    shapes = {
        tuple(
            (piece.path, bool(piece.fill), piece.line, piece.dash)
            for piece in pieces(Glyph(id="g", x=0, y=0, name=name))
        )
        for name in GLYPHS
    }
    assert len(shapes) == len(GLYPHS)


@pytest.mark.parametrize("name", GLYPHS)
def test_every_piece_has_a_colour_that_the_theme_knows(name):
    for piece in pieces(Glyph(id="g", x=0, y=0, name=name)):
        tokens = [token for token in (piece.fill, piece.stroke) if token]
        assert tokens
        assert all(LIGHT.colour(token) for token in tokens)


def test_a_mark_may_choose_other_colours():
    (disc, check) = pieces(Glyph(id="g", x=0, y=0, name="tick", color="text3", on="stage"))
    assert (disc.fill, check.stroke) == ("text3", "stage")
