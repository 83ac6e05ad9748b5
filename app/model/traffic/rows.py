"""The rows of a ledger that a filter lets through, as a Qt model of one column.

Without a filter every row of the ledger is a row of the model. With one, the ledger is looked through in slices of a
few milliseconds, so that a million rows do not hold the window up: rows that match appear while the rest is read.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from app.model.traffic.speech import sentence

if TYPE_CHECKING:
    from protocol.filters import Filter
    from protocol.ledger import Ledger

SLICE: Final = 0.008
"""Seconds of filtering after which the window gets its turn."""
FIRST: Final = 500
"""How many rows are looked at before the filter's speed is known."""
LEAST, MOST = 64, 400_000

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_INDEX: Final = QModelIndex()


class RowsModel(QAbstractTableModel):
    """Rows are numbered twice: by their place here, and by their place in the ledger (`row_at`, `index_of`)."""

    counted = Signal(int, int)
    """How many rows match, of how many."""
    progressed = Signal(float)
    """How much of the ledger the filter has seen, 0..1; 1 when it is up to date."""
    restarted = Signal()
    """Another ledger or filter: all rows are new."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ledger: Ledger | None = None
        self._filter: Filter | None = None
        self._shown = array("I")
        self._count = 0
        self._seen = 0
        self._changes = 0
        self._pace = FIRST
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self.work)

    # What is shown

    @property
    def ledger(self) -> Ledger | None:
        """Where the rows come from."""
        return self._ledger

    @property
    def filter(self) -> Filter | None:
        """What lets rows through; None for all."""
        return self._filter

    @property
    def total(self) -> int:
        """How many rows the ledger had when it was looked at last."""
        return self._seen

    @property
    def busy(self) -> bool:
        """Whether rows are still being filtered."""
        return self._timer.isActive()

    def set_ledger(self, ledger: Ledger | None) -> None:
        """Show another ledger with the same filter."""
        self._ledger = ledger
        self._restart()

    def set_filter(self, chosen: Filter | None) -> None:
        """Let only these rows through."""
        if chosen is None and self._filter is None:
            return
        self._filter = chosen
        self._restart()

    def follow(self) -> None:
        """The ledger may have grown, or verdicts of its older rows may have changed."""
        ledger = self._ledger
        if ledger is None:
            return
        if ledger.changes != self._changes:
            self._look_again()
        if self._filter is not None:
            if not self._timer.isActive() and (len(ledger) != self._seen or ledger.changes != self._changes):
                self._timer.start()
                self.work()
            return
        self._changes = ledger.changes
        if len(ledger) != self._seen:
            self._append(len(ledger) - self._count)
            self._seen = len(ledger)
            self._tell()

    def _restart(self) -> None:
        self._timer.stop()
        self.beginResetModel()
        self._shown = array("I")
        self._count = self._seen = 0
        self._pace = FIRST
        self._changes = self._ledger.changes if self._ledger is not None else 0
        if self._ledger is not None and self._filter is None:
            self._count = self._seen = len(self._ledger)
        self.endResetModel()
        self.restarted.emit()
        self._tell()
        if self._ledger is not None and self._filter is not None:
            self._timer.start()
            self.work()

    def work(self) -> None:
        """One slice of filtering: rows that were judged again, then new ones."""
        ledger, chosen = self._ledger, self._filter
        if ledger is None or chosen is None:
            self._timer.stop()
            return
        until = perf_counter() + SLICE
        while self._changes < ledger.changes and perf_counter() < until:
            row = ledger.changed[self._changes]
            self._changes += 1
            if row < self._seen:
                self._judged_again(row, matches=chosen.matches(ledger, row))
        found = array("I")
        total = len(ledger)
        while self._seen < total and self._changes == ledger.changes:
            begun = perf_counter()
            stop = min(total, self._seen + self._pace)
            found.extend(chosen.run(ledger, self._seen, stop))
            taken = perf_counter() - begun
            looked, self._seen = stop - self._seen, stop
            self._pace = _pace(looked, taken, self._pace)
            if perf_counter() + taken / 2 >= until:
                break
        if found:
            self._append(len(found), found)
        if self._seen >= total and self._changes == ledger.changes:
            self._timer.stop()
        self._tell()

    def _append(self, count: int, found: array[int] | None = None) -> None:
        if count <= 0:
            return
        self.beginInsertRows(QModelIndex(), self._count, self._count + count - 1)
        if found is not None:
            self._shown.extend(found)
        self._count += count
        self.endInsertRows()

    def _judged_again(self, row: int, *, matches: bool) -> None:
        """A row that was seen has another verdict: it may match now, or no longer."""
        place = bisect_left(self._shown, row)
        there = place < self._count and self._shown[place] == row
        if matches and not there:
            self.beginInsertRows(QModelIndex(), place, place)
            self._shown.insert(place, row)
            self._count += 1
            self.endInsertRows()
        elif there and not matches:
            self.beginRemoveRows(QModelIndex(), place, place)
            del self._shown[place]
            self._count -= 1
            self.endRemoveRows()

    def _look_again(self) -> None:
        """Rows that are shown look different."""
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, 0))

    def _tell(self) -> None:
        total = len(self._ledger) if self._ledger is not None else 0
        self.counted.emit(self._count, total)
        self.progressed.emit(1.0 if self._filter is None or not total else self._seen / total)

    # Places

    def row_at(self, place: int) -> int:
        """The ledger row that stands at this place; -1 if there is none."""
        if not 0 <= place < self._count:
            return -1
        return place if self._filter is None else self._shown[place]

    def index_of(self, row: int) -> int:
        """The place of a ledger row; -1 if the filter does not let it through, or has not seen it yet."""
        place = self.nearest(row)
        return place if self.row_at(place) == row else -1

    def nearest(self, row: int) -> int:
        """The place of a ledger row, or of the first one after it; -1 if there are no rows."""
        if not self._count:
            return -1
        place = row if self._filter is None else bisect_left(self._shown, row)
        return min(max(place, 0), self._count - 1)

    # Qt

    def rowCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        row = self.row_at(index.row()) if index.isValid() else -1
        if role not in spoken or row < 0 or self._ledger is None:
            return None
        return sentence(self._ledger, row)


def _pace(looked: int, taken: float, pace: int) -> int:
    """How many rows to look at next so that it takes half a slice; at most four times as many as before."""
    if taken <= 0:
        return min(pace * 4, MOST)
    wanted = round(looked * SLICE / 2 / taken)
    return max(LEAST, min(wanted, pace * 4, MOST))
