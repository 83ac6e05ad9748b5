"""One row painted on a picture: cells leave ink in their columns only."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from traffic_support import incident

from app.model.traffic.cells import Cells, cells
from app.widgets.look import Look
from app.widgets.traffic.columns import CAPTURE, ROW, placed
from app.widgets.traffic.row_paint import RowState, paint_row
from app.widgets.traffic.row_style import RowStyle
from protocol.ledger import GAP, HEAD

WIDTH = 1200


def painted(row: Cells, state: RowState | None = None) -> QImage:
    look = Look()
    picture = QImage(WIDTH, ROW, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    with QPainter(picture) as painter:
        columns = placed(CAPTURE, look, WIDTH, 100)
        paint_row(painter, RowStyle(look, 1.0), columns, QRectF(0, 0, WIDTH, ROW), row, state or RowState())
    return picture


def inked(picture: QImage, left: float, right: float) -> bool:
    ground = picture.pixel(WIDTH - 2, ROW // 2)
    return any(picture.pixel(x, y) != ground for x in range(int(left), int(right)) for y in range(2, ROW - 2))


@pytest.fixture
def rows(qapp: object) -> list[Cells]:
    ledger = incident()
    return [cells(ledger, place) for place in range(len(ledger))]


def test_every_cell_stands_in_its_column(rows: list[Cells]) -> None:
    columns = placed(CAPTURE, Look(), WIDTH, 100)
    frame = next(row for row in rows if row.preview == "Hello")
    picture = painted(frame)
    for column in columns.values():
        assert inked(picture, column.x, column.right), column.name
    head = painted(next(row for row in rows if row.kind == HEAD))
    assert not inked(head, columns["fin"].x, columns["fin"].right)
    assert not inked(head, columns["payload"].x, columns["payload"].right)


def test_the_reason_stands_at_the_right(rows: list[Cells]) -> None:
    wrong = next(row for row in rows if row.reason == "Not masked")
    fine = wrong._replace(reason="", verdict=0)
    column = placed(CAPTURE, Look(), WIDTH, 100)["preview"]
    assert inked(painted(wrong), column.right - 30, column.right)
    assert not inked(painted(fine), column.right - 30, column.right)


def test_a_selected_row_is_bold_with_a_bar(rows: list[Cells]) -> None:
    frame = next(row for row in rows if row.preview == "Hello")
    picture = painted(frame, RowState(selected=True))
    assert picture.pixelColor(1, 10).name().upper() == Look().theme.colour("ink")
    assert picture != painted(frame)
    assert painted(frame, RowState(striped=True)) != painted(frame)


def test_a_gap_is_hatched_with_words_on_a_clean_ground(rows: list[Cells]) -> None:
    gap = painted(next(row for row in rows if row.kind == GAP))
    colours = {gap.pixel(x, ROW // 2) for x in range(20, 60)}
    assert len(colours) > 2


def test_hostile_words_stay_in_their_column(rows: list[Cells]) -> None:
    frame = next(row for row in rows if row.preview == "Hello")
    column = placed(CAPTURE, Look(), WIDTH, 100)["preview"]
    wild = painted(frame._replace(preview="\u202eabc" + "e\u0301\u0301\u0301" * 400 + "掩" * 500))
    assert not inked(wild, column.right + 1, WIDTH - 2)
