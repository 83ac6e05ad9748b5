"""How the window looks: one theme and one language, which every painted widget finds through its ancestors.

A window or dialog carries a `Look` in its attribute `look`; `look_of` climbs to it. So a widget needs no
setter for its colours, and one that is created later looks right at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from app.drawing.fonts import qfont
from app.drawing.marks import Font, Glyph, GlyphName
from app.drawing.paint import paint_marks
from app.drawing.qt_device import QtDevice
from app.drawing.theme import LIGHT, Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


Place = Literal["left", "middle", "right"]


@dataclass(frozen=True)
class Look:
    """Theme and language."""

    theme: Theme = LIGHT
    lang: str = "en"

    def colour(self, token: str) -> QColor:
        """The colour of a token of the theme."""
        return QColor(self.theme.colour(token))

    def font(self, size: float = 14, bold: bool = False, mono: bool = False) -> QFont:
        """A font of the language, in pixels."""
        return QFont(qfont(Font(size, bold, mono), self.lang))

    @property
    def plain(self) -> bool:
        """Whether surfaces and lines are black and white only: then states need another sign than a shade."""
        return self.theme.colour("line") == self.theme.colour("ink")


DEFAULT = Look()

FAINT = 0.4
"""How much is left of a disabled control where no shade of grey can tell it."""


def look_of(widget: QWidget) -> Look:
    """The look of the nearest ancestor that carries one."""
    node: QWidget | None = widget
    while node is not None:
        look = getattr(node, "look", None)
        if isinstance(look, Look):
            return look
        node = node.parentWidget()
    return DEFAULT


def painter_for(widget: QWidget) -> QPainter:
    """A smooth painter on the widget. Use it with `with`: a painter that a mistake leaves open takes the whole window
    down with it."""
    painter = QPainter(widget)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    return painter


def draw_panel(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    border: QColor | None = None,
    *,
    line: float = 1,
) -> None:
    """A rounded rectangle whose border lies inside `rect`."""
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
        return
    painter.setPen(QPen(border, line))
    half = line / 2
    inner = rect.adjusted(half, half, -half, -half)
    painter.drawRoundedRect(inner, radius - half, radius - half)


def baseline(font: QFont, height: float) -> int:
    """Where letters stand in a line of this height: on a whole pixel, with half of the leading above."""
    metrics = QFontMetricsF(font)
    ascent, descent = round(metrics.ascent()), round(metrics.descent())
    return floor((height - ascent - descent) / 2) + ascent


def draw_words(painter: QPainter, area: QRectF, text: str, place: Place = "left") -> None:
    """One line of text in the painter's font and colour, in the middle of the area's height."""
    width = QFontMetricsF(painter.font()).horizontalAdvance(text)
    spare = area.width() - width
    shift = {"left": 0.0, "middle": spare / 2, "right": spare}[place]
    painter.drawText(QPointF(area.x() + shift, area.y() + baseline(painter.font(), area.height())), text)


def draw_glyph(painter: QPainter, look: Look, name: GlyphName, centre: tuple[float, float], size: float) -> None:
    """A shape with a fixed meaning, as the figures draw it."""
    glyph = Glyph(id=name, x=centre[0], y=centre[1], name=name, size=size)
    paint_marks([glyph], look.theme, QtDevice(painter, look.lang))
