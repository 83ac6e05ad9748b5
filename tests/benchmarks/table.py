"""The table of a million rows: what a jump costs, against painting the same rows directly.

A jump brings a random row into the middle and paints: Qt's view asks the model, reads the rows of the ledger and paints
them. Directly, the same rows, read before the clock starts, are painted on a picture of the same size by the same
function. So the ratio is what view, model and reading add. Filters are timed as the reader waits for them, to the last
row; while they run, the window gets its turn every few milliseconds, and the longest it has to wait is told.
"""

from __future__ import annotations

import os
import random
import time
from typing import TYPE_CHECKING, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QApplication

from app.drawing.fonts import load_fonts
from app.model.traffic.cells import cells
from app.model.traffic.rows import RowsModel
from app.widgets.look import DEFAULT
from app.widgets.traffic.columns import ROW
from app.widgets.traffic.row_paint import RowState, paint_row
from app.widgets.traffic.row_style import RowStyle
from app.widgets.traffic.table import TrafficTable
from protocol.filters import Filter, compile_filter
from tests.benchmarks.timing import Row, Times
from tests.traffic_support import crowd

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.model.traffic.cells import Cells

SIZE: Final = (1300, 800)
FILTERS: Final = ("conn:2 len>12", "op:ping", "is:violation", "time:12:04:01-02 from:client", 'text:"tick 63"')
MOST: Final = 2.2
"""How many times as long as painting directly a jump may take."""


def rows(count: int = 1_000_000, jumps: int = 300, texts: bool = True) -> list[Row]:
    """Jumps and filters over `count` rows."""
    app = QApplication.instance() or QApplication([])
    load_fonts("en")
    model = RowsModel()
    model.set_ledger(crowd(count))
    table = TrafficTable(model)
    table.resize(*SIZE)
    table.show()
    app.processEvents()
    found = jump_rows(table, jumps)
    filters = FILTERS if texts else FILTERS[:-1]
    found += [filter_row(app.processEvents, model, text) for text in filters]
    table.close()
    return found


def jump_rows(table: TrafficTable, jumps: int) -> list[Row]:
    """The ratio, and the slowest of a hundred jumps."""
    model, view = table.rows, table.view
    ledger, count = model.ledger, model.rowCount()
    assert ledger is not None
    chance = random.Random(101)
    style = RowStyle(DEFAULT, view.devicePixelRatioF())
    middle = QAbstractItemView.ScrollHint.PositionAtCenter
    jumped, direct = [], []
    for _ in range(jumps):
        place = chance.randrange(count)
        begun = time.process_time()
        view.scrollTo(model.index(place, 0), middle)
        view.viewport().repaint()
        jumped.append(time.process_time() - begun)
        first, last = view.seen()
        ready = [cells(ledger, model.row_at(at), 160) for at in range(first, last + 1)]
        begun = time.process_time()
        paint_directly(view.viewport().size(), style, table, ready)
        direct.append(time.process_time() - begun)
    ours, theirs = times(jumped), times(direct)
    details = f"{ours.best * 1e3:.2f} ms against {theirs.best * 1e3:.2f} ms, {len(ready)} rows"
    slowest = sorted(jumped)[int(len(jumped) * 0.99)]
    what = f"a jump among {count:,} rows"
    return [
        Row("table", what, ours.best / theirs.best, ours.median / theirs.median, "x direct", MOST, True, details),
        Row("table", f"{what}, 99 of 100", slowest * 1e3, ours.median * 1e3, "ms", 30, True),
    ]


def paint_directly(size: object, style: RowStyle, table: TrafficTable, ready: list[Cells]) -> None:
    """Rows that were read before, on a picture."""
    picture = QPixmap(size)  # type: ignore[call-overload]
    with QPainter(picture) as painter:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(picture.rect(), style.colour["stage"])
        for number, row in enumerate(ready):
            area = QRectF(0, number * ROW, picture.width(), ROW)
            paint_row(painter, style, table.view.columns, area, row, RowState(striped=bool(number & 1)))


def filter_row(turn: Callable[[], object], model: RowsModel, text: str) -> Row:
    """How long a filter takes to its last row, and the longest turn in which the window had to wait."""
    chosen = compile_filter(text)
    assert isinstance(chosen, Filter)
    longest, begun = 0.0, time.perf_counter()
    model.set_filter(chosen)
    longest = time.perf_counter() - begun
    while model.busy:
        clock = time.perf_counter()
        model.work()
        longest = max(longest, time.perf_counter() - clock)
        turn()
    taken = (time.perf_counter() - begun) * 1000
    details = f"{model.rowCount():,} rows, longest slice {longest * 1e3:.1f} ms"
    return Row("table", f"filter {text}", taken, taken, "ms", details=details)


def times(taken: list[float]) -> Times:
    """The best and the median."""
    taken = sorted(taken)
    return Times(taken[0], taken[len(taken) // 2])
