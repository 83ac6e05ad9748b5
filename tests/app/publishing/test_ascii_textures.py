"""Fields of fine marks as shades."""

from __future__ import annotations

from ascii_support import box, stroke

from app.publishing.ascii_textures import covered, is_fine, textures


def test_a_texture_is_a_level_stroke_with_a_long_dash() -> None:
    assert is_fine(stroke((0, 5), (90, 5), dash=(1, 2, 3, 4, 5, 6)))
    assert not is_fine(stroke((0, 5), (90, 5), dash=(4, 4)))
    assert not is_fine(stroke((0, 5), (90, 9), dash=(1, 2, 3, 4, 5, 6)))


def test_what_dashes_cover() -> None:
    one = stroke((0, 5), (10, 5), dash=(3, 2), line=2)
    assert covered(one) == [(0, 3, 4, 6), (5, 8, 4, 6)]


def test_density_is_a_shade() -> None:
    solid = [box(0, y, 90, 1, fill="ink") for y in range(22)]
    half = [box(90, y, 90, 1, fill="ink") for y in range(0, 22, 2)]
    [(left, right, y, text)] = textures([], [*solid, *half])
    assert (left, right, y, text) == (0, 180, 11, "#" * 10 + ":" * 10)


def test_few_marks_are_no_texture() -> None:
    assert textures([], [box(0, 0, 90, 1, fill="ink")]) == []
