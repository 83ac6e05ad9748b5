"""A button with an arrow before or after its word: to the one before, to the next."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPen, QPolygonF

from app.widgets.button import Button
from app.widgets.look import FAINT, draw_panel, draw_words, look_of, painter_for

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

HEIGHT = 32


class ArrowButton(Button):
    """`up` has its arrow left of the word, `down` right of it."""

    def __init__(self, way: Literal["up", "down"], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._way = way
        self.setFixedHeight(HEIGHT)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(look_of(self).font(14)).horizontalAdvance(self.text())
        return QSize(ceil(words + 44), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            painter.setOpacity(FAINT if look.plain and not self.isEnabled() else 1)
            border, line = self.border(look, "line2")
            area = QRectF(self.rect())
            draw_panel(painter, area, 8, look.colour(self.fill_token()), look.colour(border), line=line)
            ink = look.colour(self.ink_token())
            pen = QPen(ink, 1.8)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            up = self._way == "up"
            x, middle, rise = 17.0 if up else self.width() - 17.0, HEIGHT / 2, -1.75 if up else 1.75
            ends = (QPointF(x - 3, middle - rise), QPointF(x, middle + rise), QPointF(x + 3, middle - rise))
            painter.drawPolyline(QPolygonF(list(ends)))
            painter.setFont(look.font(14))
            painter.setPen(ink)
            draw_words(painter, area.adjusted(30 if up else 14, 0, 0, 0), self.text())
