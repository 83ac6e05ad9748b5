"""What presenting adds to the stage: one caption line, a dot for each step, a blank screen on request, and the end."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from app.widgets.look import Look, draw_panel, look_of, painter_for

SHARE = 0.2
"""How much of the window's height the caption and the dots take: the caption's baseline is at 86 %, the dots
at 94 %."""

DOTS = 0.94
"""Where the dots stand, as a part of the window's height."""

MIDDLE = 125
"""Where they stand in the strip, in units of a window 900 pixels high."""

DOT_GAP = 36

LONGEST = 60
"""Signs of a caption: what a room can read while it listens."""

LABEL = 26
"""The size of the words beside the dots, in units of a window 900 pixels high."""

SIDE = 32
"""What stays free at the left and right edge, in the same units."""


def cut(caption: str, longest: int = LONGEST) -> str:
    """At most so many signs, ended at a word where there is one."""
    if len(caption) <= longest:
        return caption
    short = caption[: longest - 1]
    head, space, _ = short.rpartition(" ")
    return (head if space and len(head) > longest // 2 else short).rstrip(" ,;:，；：、") + "…"


class PresenterStrip(QFrame):
    """The lower fifth of the presented window. All sizes grow with it; 1 is a window 900 pixels high."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption = self.label = self.number = ""
        self.count, self.current = 0, 0
        self.hide()

    def set_caption(self, caption: str) -> None:
        """The one line; of more than 60 characters the first."""
        self.caption = cut(caption)
        self.setAccessibleName(caption)
        self.update()

    def set_label(self, label: str) -> None:
        """A few words at the left of the dots: which variant of the lesson this is."""
        self.label = label
        self.setAccessibleDescription(label)
        self.update()

    def set_number(self, number: str) -> None:
        """The number that is being typed, at the place of the label; nothing when it is done."""
        self.number = number
        self.update()

    def set_steps(self, count: int, current: int) -> None:
        """How many dots there are and which is current."""
        self.count, self.current = count, current
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            painter.fillRect(self.rect(), look.colour("stage"))
            scale = self.height() / (900 * SHARE)
            self._draw_caption(painter, look, scale)
            taken = self._draw_label(painter, look, scale)
            self._draw_dots(painter, look, scale, taken)

    def _draw_caption(self, painter: QPainter, look: Look, scale: float) -> None:
        room = self.width() - 2 * SIDE * scale
        size = 46 * scale
        size = floor(size * min(1.0, room / max(1.0, _width(look, size, self.caption))))
        painter.setFont(look.font(size, bold=True))
        painter.setPen(look.colour("text"))
        left = (self.width() - _width(look, size, self.caption)) / 2
        painter.drawText(QPointF(left, 56 * scale), self.caption)

    def _draw_label(self, painter: QPainter, look: Look, scale: float) -> float:
        """Draws the words at the left of the dots; how much of the width they take."""
        words = self.number or self.label
        if not words:
            return 0
        font = look.font(floor(LABEL * scale), mono=bool(self.number))
        metrics = QFontMetricsF(font)
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, self.width() / 4)
        painter.setFont(font)
        painter.setPen(look.colour("text" if self.number else "text2"))
        painter.drawText(QPointF(SIDE * scale, MIDDLE * scale + metrics.capHeight() / 2), words)
        return metrics.horizontalAdvance(words) + SIDE * scale

    def _draw_dots(self, painter: QPainter, look: Look, scale: float, taken: float) -> None:
        room = self.width() - 2 * (taken + SIDE * scale)
        gap = min(DOT_GAP * scale, room / max(1, self.count))
        radius = min(6 * scale, gap / 3)
        left = self.width() / 2 - gap * (self.count - 1) / 2
        for step in range(self.count):
            x, y = left + gap * step, MIDDLE * scale
            if step == self.current:
                half = min(16 * scale, gap / 2)
                area = QRectF(x - half, y - radius * 7 / 6, 2 * half, radius * 7 / 3)
                draw_panel(painter, area, area.height() / 2, look.colour("ink"))
                continue
            done = step < self.current
            painter.setPen(Qt.PenStyle.NoPen if done else QPen(look.colour("text3"), min(2 * scale, radius / 2)))
            painter.setBrush(look.colour("text2") if done else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(x, y), radius, radius)


def _width(look: Look, size: float, text: str) -> float:
    return QFontMetricsF(look.font(size, bold=True)).horizontalAdvance(text)


class Blank(QWidget):
    """Covers the window in black, or in white."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.white = False
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_for(self) as painter:
            painter.fillRect(self.rect(), Qt.GlobalColor.white if self.white else Qt.GlobalColor.black)


class TheEnd(QWidget):
    """Covers the window after the last step of all: the room sees that it is over, the instructor how to go on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        words = self.tr("The end"), self.tr("PageUp goes back, Esc leaves the presentation")
        self.setAccessibleName(". ".join(words))
        scale = self.height() / 900
        with painter_for(self) as painter:
            painter.fillRect(self.rect(), look.colour("stage"))
            middle = self.height() / 2
            for text, size, bold, colour, y in (
                (words[0], 46 * scale, True, "text", middle),
                (words[1], LABEL * scale, False, "text2", middle + 56 * scale),
            ):
                painter.setFont(look.font(floor(size), bold=bold))
                painter.setPen(look.colour(colour))
                left = (self.width() - QFontMetricsF(painter.font()).horizontalAdvance(text)) / 2
                painter.drawText(QPointF(left, y), text)
