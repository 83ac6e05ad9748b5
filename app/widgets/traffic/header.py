"""The heads of the table's columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from app.widgets.look import draw_words, look_of, painter_for
from app.widgets.traffic.columns import heading

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.widgets.traffic.columns import Column, Name

HEIGHT = 28


class TableHeader(QWidget):
    """Words over columns, and a line under them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns: dict[Name, Column] = {}
        self.setFixedHeight(HEIGHT)

    def set_columns(self, columns: dict[Name, Column]) -> None:
        """Where the columns of the rows below stand."""
        if columns != self.columns:
            self.columns = columns
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        right = max((column.right for column in self.columns.values()), default=0.0) + 8
        with painter_for(self) as painter:
            painter.setFont(look.font(13, bold=True))
            painter.setPen(look.colour("text2"))
            for column in self.columns.values():
                area = QRectF(column.x, 0, column.width, HEIGHT - 4)
                draw_words(painter, area, heading(column.name), column.place)
            painter.fillRect(QRectF(0, HEIGHT - 1, right, 1), look.colour("line2"))
