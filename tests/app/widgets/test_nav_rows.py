"""Rows of the navigation: the three discs, the three marks of a phase, and words that are cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from app.model.course import NavLesson, NavPhase
from app.widgets.look import DEFAULT
from app.widgets.nav_rows import LessonRow, PhaseRow, draw_progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget


def _ink(done: int, total: int) -> int:
    image = QImage(18, 18, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_progress(painter, DEFAULT, QPointF(9, 9), done, total)
    painter.end()
    dark = DEFAULT.colour("ink").name()
    return sum(image.pixelColor(x, y).name() == dark for x in range(18) for y in range(18))


def test_the_disc_fills(qapp: QApplication) -> None:
    amounts = [_ink(done, 4) for done in range(5)]
    assert amounts[0] == 0
    assert amounts == sorted(amounts)
    assert len(set(amounts)) == 5


@pytest.mark.parametrize(("done", "total", "partial"), [(0, 4, False), (1, 4, True), (4, 4, False)])
def test_the_count_shows_while_partial(qapp: QApplication, done: int, total: int, partial: bool) -> None:
    assert LessonRow(NavLesson("a", "A", done, total), False).partial is partial


def test_long_words_are_cut_and_stand_in_the_tooltip(shown: Callable[..., QWidget]) -> None:
    title = "A title that is much longer than the navigation is wide"
    row = shown(LessonRow(NavLesson("a", title), False), 223, 30)
    row.grab()
    assert row.toolTip() == title
    short = shown(LessonRow(NavLesson("a", "Masking"), False), 223, 30)
    short.grab()
    assert short.toolTip() == ""


def test_each_state_of_a_phase_looks_different(shown: Callable[..., QWidget]) -> None:
    row = PhaseRow(NavPhase("a", "Line by line", "done"))
    shown(row, 223, 28)
    pictures = []
    for state in ("done", "current", "future"):
        row.set_phase(NavPhase("a", "Line by line", state))  # type: ignore[arg-type]
        pictures.append(row.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]
