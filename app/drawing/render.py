"""A scene as an image, without a window and without a display."""

from __future__ import annotations

import os
import sys
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.drawing import fonts
from app.drawing.paint import paint
from app.drawing.qt_device import QtDevice

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

    from app.drawing.marks import Scene
    from app.drawing.theme import Theme

_kept: list[QCoreApplication] = []
"""The application that `ensure_app` made: Qt's fonts live as long as it does."""


def ensure_app() -> QCoreApplication:
    """The application object; one that needs no display is made if there is none yet."""
    app = QApplication.instance()
    if app is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        app = QApplication(sys.argv[:1])
        _kept.append(app)
    return app


def render_image(scene: Scene, theme: Theme, scale: float = 1.0, lang: str = "en") -> QImage:
    """The scene on its background, `scale` pixels for each stage unit."""
    ensure_app()
    fonts.load_faces()
    image = QImage(ceil(scene.width * scale), ceil(scene.height * scale), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(theme.colour(scene.background)))
    with QPainter(image) as painter:
        painter.scale(scale, scale)
        paint(scene, theme, QtDevice(painter, lang))
    return image
