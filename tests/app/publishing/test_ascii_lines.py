"""Paths in a grid of characters."""

from __future__ import annotations

from app.publishing.ascii_grid import Grid
from app.publishing.ascii_lines import draw_path


def _drawn(*spots: tuple[int, int], style="solid", head=False, tail=False) -> list[str]:
    grid = Grid()
    draw_path(grid, list(spots), style, head=head, tail=tail)
    return grid.lines()


def test_level_and_upright() -> None:
    assert _drawn((0, 0), (6, 0), head=True) == ["------>"]
    assert _drawn((0, 0), (6, 0), tail=True, style="dashed") == ["< - - -"]
    assert _drawn((2, 0), (2, 3), head=True, tail=True) == ["  ^", "  |", "  |", "  v"]


def test_right_angles_are_corners() -> None:
    assert _drawn((0, 0), (4, 0), (4, 2), (8, 2), head=True) == ["----+", "    |", "    +--->"]


def test_falling_and_rising() -> None:
    assert _drawn((0, 0), (9, 2)) == ["---.", "   '--.", "      '---"]
    assert _drawn((0, 2), (9, 0), head=True) == ["      .-->", "   .--'", "---'"]
    assert _drawn((0, 0), (9, 2), style="dashed") == ["- -.", "   '- .", "      ' -"]
    assert _drawn((0, 0), (2, 3)) == ["\\", " \\", " \\", "  \\"]
    assert _drawn((0, 2), (2, 0)) == ["  /", " /", "/"]


def test_a_head_stops_before_the_line_that_it_points_at() -> None:
    grid = Grid()
    grid.upright(6, 0, 2)
    draw_path(grid, [(0, 1), (6, 1)], "solid", head=True, tail=False)
    assert grid.lines() == ["      |", "----->+", "      |"]
