"""The heads of the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.widgets.look import Look
from app.widgets.traffic.columns import CAPTURE, placed
from app.widgets.traffic.header import HEIGHT, TableHeader

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def test_words_stand_over_their_columns(shown: Callable[..., QWidget]) -> None:
    header = TableHeader()
    shown(header, 860, HEIGHT)
    empty = header.grab().toImage()
    columns = placed(CAPTURE, Look(), 840, 1000)
    header.set_columns(columns)
    picture = header.grab().toImage()

    def ink(left: float, right: float) -> int:
        return sum(
            picture.pixel(x, y) != empty.pixel(x, y) for x in range(int(left), int(right)) for y in range(HEIGHT - 2)
        )

    for column in columns.values():
        assert bool(ink(column.x, column.right)) == (column.name != "verdict"), column.name
    assert picture.pixel(400, HEIGHT - 1) != empty.pixel(400, HEIGHT - 1)
