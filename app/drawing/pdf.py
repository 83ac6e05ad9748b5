"""A scene as a PDF page of the scene's size, with vector shapes and embedded fonts: the same bytes every time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPageSize, QPainter, QPdfWriter

from app.drawing import fonts
from app.drawing.paint import paint
from app.drawing.pdf_settle import settled
from app.drawing.qt_device import QtDevice
from app.drawing.render import ensure_app

if TYPE_CHECKING:
    from app.drawing.marks import Scene
    from app.drawing.theme import Theme

POINTS_PER_UNIT = 0.75
"""A stage unit is a CSS pixel: 96 to the inch, where a point is 72 to the inch."""

RESOLUTION = 1200


def to_pdf(scene: Scene, theme: Theme, lang: str = "en", width: float = 0.0) -> bytes:
    """The scene as a PDF document of one page; `width` is that of the page in CSS pixels, 0 for one a unit."""
    scale = width / scene.width if width else 1.0
    ensure_app()
    fonts.load_faces()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    size = QSizeF(scene.width, scene.height) * scale * POINTS_PER_UNIT
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", exact))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(scene.title)
    writer.setCreator("WebSocket 101")
    painter = QPainter(writer)
    painter.scale(RESOLUTION / 96 * scale, RESOLUTION / 96 * scale)
    painter.fillRect(QRectF(0, 0, scene.width, scene.height), QColor(theme.colour(scene.background)))
    paint(scene, theme, QtDevice(painter, lang))
    painter.end()
    return settled(bytes(buffer.data().data()))
