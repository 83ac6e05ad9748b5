"""A scene as a PDF page of the scene's size, with vector shapes and embedded fonts.

Qt stamps every file with the time and a random number. Both are replaced by fixed values, so that the same scene
gives the same bytes on any day and in any time zone. A date with a zone is longer than one without; the table of
offsets at the end of the file is corrected for that. The document's identifier becomes the hash of its content.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPageSize, QPainter, QPdfWriter

from app.drawing import fonts
from app.drawing.paint import paint
from app.drawing.qt_device import QtDevice
from app.drawing.render import ensure_app

if TYPE_CHECKING:
    from app.drawing.marks import Scene
    from app.drawing.theme import Theme

POINTS_PER_UNIT = 0.75
"""A stage unit is a CSS pixel: 96 to the inch, where a point is 72 to the inch."""

RESOLUTION = 1200
_DATE = re.compile(rb"\(D:\d{14}[^)]*\)")
_FIXED_DATE = b"(D:20000101000000Z)"
_SAME_LENGTH = re.compile(
    rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?"
    rb"|uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
)


def to_pdf(scene: Scene, theme: Theme, lang: str = "en") -> bytes:
    """The scene as a PDF document of one page."""
    ensure_app()
    fonts.load_faces()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    size = QSizeF(scene.width * POINTS_PER_UNIT, scene.height * POINTS_PER_UNIT)
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", exact))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(scene.title)
    writer.setCreator("WebSocket 101")
    painter = QPainter(writer)
    painter.scale(RESOLUTION / 96, RESOLUTION / 96)
    painter.fillRect(QRectF(0, 0, scene.width, scene.height), QColor(theme.colour(scene.background)))
    paint(scene, theme, QtDevice(painter, lang))
    painter.end()
    return settled(bytes(buffer.data().data()))


def settled(data: bytes) -> bytes:
    """The document without time and random number."""
    moves = [(date.start(), len(_FIXED_DATE) - len(date[0])) for date in _DATE.finditer(data)]

    def moved(offset: int) -> int:
        return offset + sum(by for place, by in moves if place < offset)

    def corrected(offset: re.Match[bytes]) -> bytes:
        return b"%010d 00000 n" % moved(int(offset[1]))

    body, _, rest = data.rpartition(b"\nxref\n")
    table, _, end = rest.rpartition(b"startxref\n")
    table = re.sub(rb"(\d{10}) 00000 n", corrected, table)
    start, after = end.split(b"\n", 1)
    body = _SAME_LENGTH.sub(_zeros, _DATE.sub(_FIXED_DATE, body))
    name = sha256(body).hexdigest().encode()
    table = re.sub(rb"/ID \[[^\]]*\]", b"/ID [ <%b> <%b> ]" % (name, name), table)
    return body + b"\nxref\n" + table + b"startxref\n%d\n" % moved(int(start)) + after


def _zeros(stamp: re.Match[bytes]) -> bytes:
    """The first second of 2000 for a date, zeros for a random number."""
    text = stamp[0]
    if text.startswith(b"uuid:"):
        return b"uuid:" + re.sub(rb"[0-9a-f]", b"0", text[5:])
    return b"2000-01-01T00:00:00" + re.sub(rb"\d", b"0", text[19:]).replace(b"-", b"+")
