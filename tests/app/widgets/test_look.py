"""The look is found through the ancestors; letters stand where the design puts them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from app.drawing.fonts import load_fonts
from app.drawing.theme import CONTRAST, DARK, LIGHT
from app.widgets.look import DEFAULT, Look, baseline, look_of


def test_the_nearest_ancestor_counts(qapp: QApplication) -> None:
    window = QWidget()
    child = QWidget(QWidget(window))
    assert look_of(child) is DEFAULT
    window.look = Look(DARK, "zh_CN")  # type: ignore[attr-defined]
    assert look_of(child) == Look(DARK, "zh_CN")


def test_only_high_contrast_is_plain() -> None:
    assert [Look(theme).plain for theme in (LIGHT, DARK, CONTRAST)] == [False, False, True]


@pytest.mark.parametrize(("size", "line", "place"), [(14, 20, 16), (16, 24, 19), (13, 18, 14), (13, 22, 16)])
def test_baselines_of_the_design(qapp: QApplication, size: int, line: int, place: int) -> None:
    load_fonts("en")
    assert baseline(Look().font(size), line) == place
