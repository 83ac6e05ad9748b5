"""Choices that follow the desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.drawing.theme import THEMES
from app.widgets.system import reduced_motion, theme_for

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_a_choice_is_a_theme(qapp: QApplication, choice: str) -> None:
    assert theme_for(choice) is THEMES[choice]


def test_the_system_has_one_of_them(qapp: QApplication) -> None:
    assert theme_for("system").name in ("light", "dark", "contrast")


@pytest.mark.parametrize(("choice", "reduced"), [("reduced", True), ("full", False)])
def test_motion(qapp: QApplication, choice: str, reduced: bool) -> None:
    assert reduced_motion(choice) is reduced
    assert reduced_motion("system") in (True, False)
