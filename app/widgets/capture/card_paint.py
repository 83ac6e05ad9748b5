"""Paints the card of a connection: number and address, state, how the handshake ended, frames and findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from app.figures.parts import STATE_GLYPHS
from app.model.traffic.cards import NAMES
from app.widgets.look import Look, draw_glyph, draw_panel
from app.widgets.traffic.chip_button import draw_gap
from protocol.vocabulary import State

if TYPE_CHECKING:
    from app.drawing.marks import GlyphName
    from app.model.traffic.cards import Card

HEIGHT: Final = 94
PITCH: Final = 100
EDGE: Final = 10.0


def paint_card(painter: QPainter, look: Look, area: QRectF, shown: Card, *, on: bool, over: bool) -> None:
    """One card in `area`, 94 pixels high; `on` if its connection is chosen."""
    fill = look.colour("raise") if on else look.colour("sunk") if over and not look.plain else None
    strong = on or (over and look.plain)
    border = look.colour("ink" if strong else "line2")
    draw_panel(painter, area, 8, fill, border, line=2.5 if on else 2 if strong else 1)
    left, right, top = area.x() + EDGE, area.right() - EDGE, area.y()
    number = f"#{shown.number}"
    _words(painter, look, left, top + 21, number, 14, "text2")
    beside = left + QFontMetricsF(look.font(14)).horizontalAdvance(number) + 8
    _words(painter, look, beside, top + 21, shown.address, 13, "text", bold=True, mono=True, right=right)
    closed = shown.state is State.CLOSED and not shown.frames
    draw_glyph(painter, look, STATE_GLYPHS[shown.state], (left + 7, top + 41), 12)
    note = min(_wide(look, shown.note, 13), area.width() / 2)
    token = "text2" if closed else "text"
    _words(painter, look, left + 20, top + 45.5, NAMES[shown.state], 12, token, bold=True, right=right - note)
    _words(painter, look, right - note, top + 45.5, shown.note, 13, "text2", right=right + 1)
    draw_glyph(painter, look, shown.sign, (left + 7, top + 62), 13)
    _words(painter, look, left + 20, top + 66.5, shown.outcome, 13, "text2", right=right)
    count = f"{shown.frames:,}"
    _words(painter, look, left, top + 86, count, 12, "text", mono=True)
    after = left + QFontMetricsF(look.font(12, mono=True)).horizontalAdvance(count) + 5
    end = _counts(painter, look, shown, right, top + 86)
    frames = QCoreApplication.translate("traffic", "frames")
    _words(painter, look, after, top + 86, frames, 12, "text2", right=end - 6)


def _counts(painter: QPainter, look: Look, shown: Card, right: float, base: float) -> float:
    """Violations, warnings and gaps from the right edge leftwards; where they begin."""
    counts: tuple[tuple[int, GlyphName | None], ...] = (
        (shown.gaps, None),
        (shown.warnings, "warning"),
        (shown.violations, "cross"),
    )
    for count, glyph in counts:
        if not count:
            continue
        text = f"{count:,}"
        right -= _wide(look, text, 12, bold=True)
        _words(painter, look, right, base, text, 12, "text", bold=True)
        right -= 18
        if glyph is None:
            draw_gap(painter, look, QRectF(right, base - 10, 14, 11))
        else:
            draw_glyph(painter, look, glyph, (right + 7, base - 4.5), 13)
        right -= 8
    return right


def _wide(look: Look, text: str, size: float, *, bold: bool = False) -> float:
    return QFontMetricsF(look.font(size, bold)).horizontalAdvance(text) if text else 0.0


def _words(
    painter: QPainter,
    look: Look,
    x: float,
    base: float,
    text: str,
    size: float,
    token: str,
    *,
    bold: bool = False,
    mono: bool = False,
    right: float = 0.0,
) -> None:
    """Words on a baseline, cut before `right` if that is given."""
    if not text:
        return
    font = look.font(size, bold, mono)
    if right:
        text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, right - x))
    painter.setFont(font)
    painter.setPen(look.colour(token))
    painter.drawText(QPointF(x, base), text)
