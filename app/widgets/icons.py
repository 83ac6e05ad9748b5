"""Icons: small SVG drawings in resources/icons, painted in one colour of the theme."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

FOLDER: Final = Path(__file__).resolve().parents[2] / "resources" / "icons"


@lru_cache(maxsize=128)
def _drawing(name: str, colour: str) -> QSvgRenderer:
    text = (FOLDER / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(text.encode()))


def icon_size(name: str) -> QSize:
    """The size at which the icon was drawn, in pixels."""
    return _drawing(name, "#000000").defaultSize()


def draw_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Paints the icon at its own size in the middle of `rect`."""
    size = icon_size(name)
    left = rect.center().x() - size.width() / 2
    top = rect.center().y() - size.height() / 2
    _drawing(name, colour.name()).render(painter, QRectF(left, top, size.width(), size.height()))


def icon(name: str, colour: QColor) -> QIcon:
    """The icon for a menu, sharp at twice the size as well."""
    pixmap = QPixmap(icon_size(name) * 2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _drawing(name, colour.name()).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(2)
    return QIcon(pixmap)


def window_icon() -> QIcon:
    """The mark of the program: client and server, joined."""
    return QIcon(str(FOLDER / "app.svg"))
