"""The grid of characters: joints, styles, text over lines."""

from __future__ import annotations

from app.publishing.ascii_grid import Grid


def test_corners_and_crossings() -> None:
    grid = Grid()
    for row in (0, 2):
        grid.level(row, 0, 8)
        grid.cell(row, 0).corner = grid.cell(row, 8).corner = True
    for column in (0, 8):
        grid.upright(column, 0, 2)
    grid.write(1, 2, "text")
    assert grid.lines() == ["+-------+", "| text  |", "+-------+"]
    crossing = Grid()
    crossing.level(1, 0, 6)
    crossing.upright(3, 0, 2)
    assert crossing.lines() == ["   |", "---|---", "   |"]


def test_styles() -> None:
    grid = Grid()
    grid.level(0, 0, 8, "thick")
    grid.level(1, 0, 8, "dashed")
    grid.upright(0, 3, 4, "dashed")
    assert grid.lines() == ["=========", "- - - - -", "", ":", ":"]


def test_text_keeps_a_distance_from_a_level_line() -> None:
    grid = Grid()
    grid.level(0, 0, 8)
    grid.write(0, 3, "猫")
    assert grid.lines() == ["-- 猫 ---"]
    grid = Grid()
    grid.level(0, 0, 12)
    grid.write(0, 5, "ok", "()")
    assert grid.lines() == ["-- ( ok ) ---"]


def test_what_is_free_and_what_is_open() -> None:
    grid = Grid()
    grid.level(0, 0, 12)
    grid.write(0, 5, "ok")
    assert grid.is_free(0, 9, 2)
    assert not grid.is_free(0, 7, 2)
    assert grid.is_open(0, 1)
    assert not grid.is_open(0, 5)
    grid.upright(11, 0, 1)
    assert not grid.is_open(0, 11)


def test_an_empty_grid_has_no_lines() -> None:
    assert Grid().lines() == []
