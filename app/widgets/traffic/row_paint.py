"""Paints one row of the table: from cells and places to pixels, without asking anybody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from app.widgets.traffic.columns import CELL, ROW
from protocol.findings import VIOLATION
from protocol.ledger import GAP, HEAD

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from app.model.traffic.cells import Cells
    from app.widgets.traffic.columns import Column, Name
    from app.widgets.traffic.row_style import RowStyle

BAR: Final = 4
"""Width of the ink bar at the selected row."""
RADIUS: Final = 4
SPACE: Final = 12


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row stands among others."""

    selected: bool = False
    striped: bool = False


def paint_row(
    painter: QPainter, style: RowStyle, columns: dict[Name, Column], area: QRectF, row: Cells, state: RowState
) -> None:
    """One row in `area`, which is as wide as the columns were laid out for. The ground was painted before."""
    left, top = area.x(), area.y()
    if row.kind == GAP:
        _gap(painter, style, columns, area, row, state)
        return
    bold = state.selected
    _ground(painter, style, area, row, state)
    if (column := columns.get("way")) is not None:
        painter.drawPixmap(QPointF(left + column.x, top), style.way(row.who, bold))
    if (column := columns.get("opcode")) is not None:
        picture = style.head(row.who, bold) if row.kind == HEAD else style.opcode(row.opcode, bold)
        painter.drawPixmap(QPointF(left + column.x, top), picture)
    if (column := columns.get("fin")) is not None and row.kind != HEAD:
        painter.drawPixmap(QPointF(left + column.middle - CELL / 2, top), style.fin(row.fin))
    if (column := columns.get("verdict")) is not None:
        painter.drawPixmap(QPointF(left + column.middle - ROW / 2, top), style.verdict(row.verdict))
    base = top + style.base[True]
    painter.setFont(style.mono[bold])
    painter.setPen(style.pen["text" if bold else "text2"])
    _right(painter, style, columns.get("number"), left, base, row.number)
    painter.setPen(style.pen["text"])
    if (column := columns.get("time")) is not None:
        painter.drawText(QPointF(left + column.x, base), row.time)
    if (column := columns.get("peer")) is not None:
        painter.drawText(QPointF(left + column.x, base), row.peer)
    _right(painter, style, columns.get("payload"), left, base, row.payload)
    _right(painter, style, columns.get("wire"), left, base, row.wire)
    if (column := columns.get("preview")) is not None:
        _preview(painter, style, column, area, row, bold)


def _ground(painter: QPainter, style: RowStyle, area: QRectF, row: Cells, state: RowState) -> None:
    """What lies under the cells: the selection, the tint of a violation, or the stripe of every other row."""
    plain = style.look.plain
    token = "sel" if state.selected else "err.tint" if row.verdict == VIOLATION else "pane" if state.striped else ""
    if token and not plain:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour[token])
        painter.drawRoundedRect(area, RADIUS, RADIUS)
    if state.selected:
        if plain:
            painter.setPen(QPen(style.colour["ink"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        painter.fillRect(QRectF(area.x(), area.y(), BAR, area.height()), style.colour["ink"])


def _right(painter: QPainter, style: RowStyle, column: Column | None, left: float, base: float, text: str) -> None:
    """Digits that end at the right edge of their column."""
    if column is not None and text:
        painter.drawText(QPointF(left + column.right - style.advance * len(text), base), text)


def _preview(painter: QPainter, style: RowStyle, column: Column, area: QRectF, row: Cells, bold: bool) -> None:
    """What the frame says, and at the right end what is wrong with it."""
    space = column.width
    if row.reason:
        font, metrics = style.sans[False], style.sans_metrics[False]
        text = metrics.elidedText(row.reason, Qt.TextElideMode.ElideRight, space * 0.7)
        wide = metrics.horizontalAdvance(text)
        painter.setFont(font)
        painter.setPen(style.pen["err.edge" if row.verdict == VIOLATION else "warn.edge"])
        painter.drawText(QPointF(area.x() + column.right - wide, area.y() + style.base[False]), text)
        space -= wide + SPACE
        painter.setFont(style.mono[bold])
        painter.setPen(style.pen["text"])
    if row.preview and space > 0:
        text = style.cut(row.preview, space, bold)
        painter.drawText(QPointF(area.x() + column.x, area.y() + style.base[True]), text)


def _gap(
    painter: QPainter, style: RowStyle, columns: dict[Name, Column], area: QRectF, row: Cells, state: RowState
) -> None:
    """Missing bytes: a hatched row with words where the time would stand."""
    box = area.adjusted(0.5, 1.5, -0.5, -1.5)
    painter.setBrushOrigin(area.topLeft())
    painter.setBrush(style.hatch)
    painter.setPen(QPen(style.colour["ink" if state.selected else "line3"], 2 if state.selected else 1))
    painter.drawRoundedRect(box, 3, 3)
    column = columns.get("time") or columns.get("preview")
    x = area.x() + (column.x if column is not None else 8)
    room = box.right() - x - 16
    bold, plain = style.sans_metrics[True], style.sans_metrics[state.selected]
    missing = bold.elidedText(row.preview, Qt.TextElideMode.ElideRight, room)
    first = bold.horizontalAdvance(missing)
    where = plain.elidedText(row.reason, Qt.TextElideMode.ElideRight, max(0.0, room - first - SPACE))
    second = plain.horizontalAdvance(where) + SPACE if where else 0.0
    painter.fillRect(QRectF(x - 8, area.y() + 2.5, first + second + 16, area.height() - 5), style.colour["stage"])
    base = area.y() + style.base[False]
    painter.setFont(style.sans[True])
    painter.setPen(style.pen["text"])
    painter.drawText(QPointF(x, base), missing)
    painter.setFont(style.sans[state.selected])
    painter.setPen(style.pen["text2"])
    painter.drawText(QPointF(x + first + SPACE, base), where)
