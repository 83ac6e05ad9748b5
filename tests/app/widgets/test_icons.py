"""Icons: every drawing is valid, takes its colour, and needs no text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.widgets.icons import FOLDER, draw_icon, icon, icon_size, window_icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

NAMES = sorted(path.stem for path in FOLDER.glob("*.svg") if path.stem != "app")


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_paints_in_its_colour(qapp: QApplication, name: str) -> None:
    image = QImage(32, 32, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_icon(painter, name, QRectF(0, 0, 32, 32), QColor("#FF0000"))
    painter.end()
    seen = {image.pixelColor(x, y).name() for x in range(32) for y in range(32)}
    assert "#ff0000" in seen
    assert icon_size(name).width() in (16, 18)


@pytest.mark.parametrize("name", [*NAMES, "app"])
def test_an_icon_holds_no_text(name: str) -> None:
    assert "<text" not in (FOLDER / f"{name}.svg").read_text("utf-8")


def test_icons_for_menus_and_window(qapp: QApplication) -> None:
    assert not icon("next", QColor("black")).isNull()
    assert not window_icon().isNull()
