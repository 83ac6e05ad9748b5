"""A chip of the filter line: a sign, a word and how many rows it concerns; on or off."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from app.widgets.button import Button
from app.widgets.look import Look, draw_glyph, draw_panel, draw_words, look_of, painter_for

if TYPE_CHECKING:
    from app.drawing.marks import GlyphName
    from app.model.traffic.filtering import Chip

HEIGHT = 28
SIGN = 20
"""Room for the sign."""


class ChipButton(Button):
    """A pill. A pick that is on has an ink border; a kind that is on has a tick."""

    focus_radius = HEIGHT / 2

    def __init__(self, chip: Chip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chip = chip
        self._count: int | None = None
        self.setCheckable(True)
        self.setChecked(chip.usually_on)
        self.setFixedHeight(HEIGHT)
        self.retranslate()

    def set_count(self, count: int | None) -> None:
        """How many rows it concerns; None if nobody has counted."""
        if count != self._count:
            self._count = count
            self.retranslate()
            self.updateGeometry()

    def retranslate(self) -> None:
        """Its words in the present language."""
        words = QCoreApplication.translate("traffic", self.chip.words)
        self.setText(words)
        name = words if self._count is None else f"{words} {self._count:,}"
        self.setAccessibleName(name)
        only = self.tr("Show only rows of this kind")
        hide = self.tr("Show or hide rows of this kind")
        self.setToolTip(only if self.chip.picks else hide)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @property
    def _signed(self) -> bool:
        return bool(self.chip.sign) or self.isChecked()

    def sizeHint(self) -> QSize:
        look = look_of(self)
        wide = QFontMetricsF(look.font(13)).horizontalAdvance(self.text()) + 24 + SIGN
        if self._count is not None:
            wide += 8 + QFontMetricsF(look.font(13, bold=True)).horizontalAdvance(f"{self._count:,}")
        return QSize(ceil(wide), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        picked = self.chip.picks and self.isChecked()
        with painter_for(self) as painter:
            border, line = self.border(look, "line2")
            fill = "sel" if picked and not look.plain else self.fill_token()
            border, line = ("ink", 2) if picked else (border, line)
            draw_panel(painter, QRectF(self.rect()), HEIGHT / 2, look.colour(fill), look.colour(border), line=line)
            self._paint_sign(painter, look)
            x = 11 + SIGN
            painter.setFont(look.font(13, picked))
            shown = self.chip.picks or self.isChecked()
            painter.setPen(look.colour("text" if shown else "text2"))
            area = QRectF(x, 0, self.width() - x, HEIGHT)
            draw_words(painter, area, self.text())
            if self._count is not None:
                painter.setFont(look.font(13, bold=True))
                draw_words(painter, area.adjusted(0, 0, -12, 0), f"{self._count:,}", "right")

    def _paint_sign(self, painter: QPainter, look: Look) -> None:
        middle = QPointF(18, HEIGHT / 2)
        if self.chip.sign == "gap":
            draw_gap(painter, look, QRectF(11, HEIGHT / 2 - 5.5, 14, 11))
        elif self.chip.sign:
            draw_glyph(painter, look, cast("GlyphName", self.chip.sign), (middle.x(), middle.y()), 14)
        elif self.isChecked():
            pen = QPen(look.colour("text"), 2)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF([middle + QPointF(*at) for at in ((-4, 0.2), (-1, 3.2), (4.6, -3))]))


def draw_gap(painter: QPainter, look: Look, box: QRectF) -> None:
    """The sign of missing bytes: a small hatched box."""
    painter.save()
    painter.setClipRect(box)
    painter.fillRect(box, look.colour("stage"))
    painter.setPen(QPen(look.colour("line2"), 1.4))
    step = 5
    for number in range(-int(box.height() // step) - 1, int(box.width() // step) + 2):
        x = box.x() + number * step
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.y()))
    painter.restore()
    painter.setPen(QPen(look.colour("line3"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
