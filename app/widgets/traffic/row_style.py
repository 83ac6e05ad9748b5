"""What all rows of a table share in one look: fonts, colours, and the cells that repeat, painted once.

A direction, an opcode, a FIN bit and a verdict are the same in thousands of rows, so each is painted on a small picture
when it is first met and only copied afterwards. A look is fixed, so a style never changes; another look has another.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from app.model.traffic.cells import head_words, opcode_words, way_words
from app.widgets.look import Look, baseline, draw_glyph, draw_panel, draw_words
from app.widgets.traffic.columns import ARROW, CELL, ROW, SQUARE
from protocol.findings import FINE, UNJUDGED, VIOLATION, WARNING
from protocol.vocabulary import Role, is_control

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.drawing.marks import GlyphName

GLYPHS: dict[int, GlyphName] = {WARNING: "warning", VIOLATION: "cross", UNJUDGED: "none"}
HATCH = 10
"""Pixels after which the hatch of a gap repeats."""


class RowStyle:
    """Fonts, pens and pictures of one look at one pixel ratio."""

    def __init__(self, look: Look, ratio: float) -> None:
        self.look, self.ratio = look, ratio
        self.mono = {bold: look.font(14, bold, mono=True) for bold in (False, True)}
        self.sans = {bold: look.font(13, bold) for bold in (False, True)}
        self.base = {mono: baseline(font, ROW) for mono, font in ((True, self.mono[False]), (False, self.sans[False]))}
        self.mono_metrics = {bold: QFontMetricsF(font) for bold, font in self.mono.items()}
        self.sans_metrics = {bold: QFontMetricsF(font) for bold, font in self.sans.items()}
        self.advance = self.mono_metrics[False].horizontalAdvance("0")
        self.colour = {name: look.colour(name) for name in look.theme.colours}
        self.pen = {name: QPen(colour) for name, colour in self.colour.items()}
        self.hatch = QBrush(self._tile())
        self._pictures: dict[tuple[object, ...], QPixmap] = {}

    def way(self, who: Role, bold: bool) -> QPixmap:
        """Circle or square, an arrow, and where it goes."""
        return self._picture(("way", who, bold), lambda: self._way(who, bold))

    def opcode(self, opcode: int, bold: bool) -> QPixmap:
        """A solid square for data and a hollow one for control frames, and the opcode."""
        return self._picture(("opcode", opcode, bold), lambda: self._opcode(opcode, bold))

    def head(self, who: Role, bold: bool) -> QPixmap:
        """A sheet of paper and which head it is."""
        return self._picture(("head", who, bold), lambda: self._head(who, bold))

    def fin(self, fin: int) -> QPixmap:
        """The FIN bit as a cell of the bit grid."""
        return self._picture(("fin", fin), lambda: self._fin(fin))

    def verdict(self, verdict: int) -> QPixmap:
        """The shape of a verdict; a thin tick where there is nothing to say."""
        return self._picture(("verdict", verdict), lambda: self._verdict(verdict))

    def cut(self, text: str, space: float, bold: bool) -> str:
        """As much of a monospaced text as fits; counted, not measured, where every letter is as wide."""
        if text.isascii():
            room = int(space / self.advance)
            return text if len(text) <= room else text[: max(0, room - 1)] + "…"
        return self.mono_metrics[bold].elidedText(text, Qt.TextElideMode.ElideRight, space)

    def _picture(self, key: tuple[object, ...], draw: Callable[[], QPixmap]) -> QPixmap:
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._pictures[key] = draw()
        return picture

    def _blank(self, width: float, height: float = ROW) -> QPixmap:
        pixels = QSizeF(ceil(width * self.ratio), ceil(height * self.ratio)).toSize()
        picture = QPixmap(pixels)
        picture.setDevicePixelRatio(self.ratio)
        picture.fill(Qt.GlobalColor.transparent)
        return picture

    def _words(self, painter: QPainter, x: float, text: str, colour: QColor, bold: bool) -> None:
        painter.setFont(self.look.font(14, bold))
        painter.setPen(colour)
        draw_words(painter, QRectF(x, 0, 400, ROW), text)

    def _wide(self, text: str, bold: bool) -> float:
        return QFontMetricsF(self.look.font(14, bold)).horizontalAdvance(text) + 2

    def _way(self, who: Role, bold: bool) -> QPixmap:
        words, kind = way_words(who), "cli" if who is Role.CLIENT else "srv"
        picture = self._blank(ARROW + self._wide(words, bold))
        middle = ROW / 2
        with _smooth(picture) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colour[f"{kind}.fill"])
            if who is Role.CLIENT:
                painter.drawEllipse(QPointF(6, middle), 5.5, 5.5)
            else:
                painter.drawRoundedRect(QRectF(1, middle - 5, 10, 10), 2, 2)
            edge = self.colour[f"{kind}.edge"]
            painter.fillRect(QRectF(16, middle - 1, 21, 2), edge)
            painter.setBrush(edge)
            painter.drawPolygon(QPolygonF([QPointF(42, middle), QPointF(34, middle + 4.4), QPointF(34, middle - 4.4)]))
            self._words(painter, ARROW, words, edge, bold)
        return picture

    def _opcode(self, opcode: int, bold: bool) -> QPixmap:
        words = opcode_words(opcode)
        picture = self._blank(SQUARE + self._wide(words, bold))
        with _smooth(picture) as painter:
            square = QRectF(1, (ROW - 12) / 2, 12, 12)
            hollow = is_control(opcode)
            painter.setPen(QPen(self.colour["op.fill" if hollow else "op.edge"], 2 if hollow else 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush if hollow else self.colour["op.fill"])
            painter.drawRoundedRect(square, 2, 2)
            self._words(painter, SQUARE, words, self.colour["text"], bold)
        return picture

    def _head(self, who: Role, bold: bool) -> QPixmap:
        words = head_words(who)
        picture = self._blank(SQUARE + self._wide(words, bold))
        with _smooth(picture) as painter:
            draw_glyph(painter, self.look, "document", (7, ROW / 2), 14)
            self._words(painter, SQUARE, words, self.colour["text"], bold)
        return picture

    def _fin(self, fin: int) -> QPixmap:
        picture = self._blank(CELL)
        with _smooth(picture) as painter:
            cell = QRectF(0, (ROW - CELL) / 2, CELL, CELL)
            border = self.colour["line2"] if self.look.plain else None
            draw_panel(painter, cell, 3, self.colour["fin.fill" if fin else "fin.tint"], border)
            painter.setFont(self.look.font(13, bool(fin), mono=True))
            painter.setPen(self.colour["fin.on" if fin else "text"])
            draw_words(painter, cell, str(fin), "middle")
        return picture

    def _verdict(self, verdict: int) -> QPixmap:
        picture = self._blank(ROW)
        with _smooth(picture) as painter:
            if verdict == FINE:
                pen = QPen(self.colour["line3"], 1.6)
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
                painter.setPen(pen)
                middle = ROW / 2
                ends = ((-3.6, 0.4), (-1, 2.9), (3.8, -2.8))
                painter.drawPolyline(QPolygonF([QPointF(middle + x, middle + y) for x, y in ends]))
            else:
                draw_glyph(painter, self.look, GLYPHS[verdict], (ROW / 2, ROW / 2), 14 if verdict != UNJUDGED else 13)
        return picture

    def _tile(self) -> QPixmap:
        """A square of the hatch that can be laid side by side."""
        tile = self._blank(HATCH, HATCH)
        tile.fill(self.colour["stage"])
        with _smooth(tile) as painter:
            painter.setPen(QPen(self.colour["line2"], 1.4))
            for shift in (-HATCH, 0, HATCH):
                painter.drawLine(QPointF(shift, HATCH), QPointF(shift + HATCH, 0))
        return tile


def _smooth(picture: QPixmap) -> QPainter:
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    return painter
