"""The rows of the table: a Qt table view of one column that paints whole rows itself.

Qt asks a model for seven values a cell and paints cell by cell; here a row is read once, and painted by `row_paint`.
Scrolling, selection, keys and what a reader of the screen says are Qt's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from app.model.traffic.cells import cells
from app.widgets.look import draw_words, look_of
from app.widgets.traffic.columns import ROW
from app.widgets.traffic.row_paint import RowState, paint_row
from app.widgets.traffic.row_style import RowStyle

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent

    from app.model.traffic.rows import RowsModel
    from app.widgets.traffic.columns import Column, Name

BAR: Final = 12
"""Room for the scroll bar at the right of the rows."""
MOVES: Final = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
UPWARDS: Final = frozenset({Qt.Key.Key_Up, Qt.Key.Key_PageUp})
_STATES: Final = {(one, two): RowState(one, two) for one in (False, True) for two in (False, True)}


class RowView(QTableView):
    """The view below the header. `columns` say where cells stand."""

    opened = Signal()
    cleared = Signal()
    focus_radius = 4.0

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._style: RowStyle | None = None
        self._limit = 120
        self._nothing = ""
        self.columns: dict[Name, Column] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        rows, across = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        across.hide()
        rows.setMinimumSectionSize(ROW)
        rows.setDefaultSectionSize(ROW)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setModel(model)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda least, most: bar.setEnabled(most > least))
        bar.setEnabled(False)

    def set_nothing(self, sentence: str) -> None:
        """What stands in the place of the rows while there are none."""
        if sentence != self._nothing:
            self._nothing = sentence
            self.setAccessibleDescription(sentence)
            self.viewport().update()

    def set_columns(self, columns: dict[Name, Column]) -> None:
        """Where cells stand."""
        self.columns = columns
        preview = columns.get("preview")
        self._limit = 40 + int(preview.width / 7) if preview is not None else 40
        self.viewport().update()

    def seen(self) -> tuple[int, int]:
        """The first and the last place that are shown; -1 and -1 if there are none."""
        count = self._rows.rowCount()
        first = self.rowAt(0)
        if not count or first < 0:
            return -1, -1
        last = self.rowAt(self.viewport().height() - 1)
        return first, count - 1 if last < 0 else last

    def shows(self, place: int) -> bool:
        """Whether all of a row is on screen."""
        top = self.rowViewportPosition(place)
        return 0 <= top <= self.viewport().height() - ROW

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only rows that have to be painted, each as a whole. Qt would ask the style for the ground of every cell."""
        look, ratio = look_of(self), self.devicePixelRatioF()
        if self._style is None or self._style.look != look or self._style.ratio != ratio:
            self._style = RowStyle(look, ratio)
        style, ledger, current = self._style, self._rows.ledger, self.currentIndex().row()
        dirty, width = event.rect(), self.viewport().width()
        with QPainter(self.viewport()) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            painter.fillRect(dirty, style.colour["stage"])
            count = self._rows.rowCount()
            place = self.rowAt(max(0, dirty.top()))
            if not count and self._nothing:
                painter.setFont(look.font(14))
                painter.setPen(look.colour("text3"))
                draw_words(painter, QRectF(self.viewport().rect()), self._nothing, "middle")
            if ledger is None or place < 0:
                return
            top = self.rowViewportPosition(place)
            while top <= dirty.bottom() and place < count:
                row = cells(ledger, self._rows.row_at(place), self._limit)
                state = _STATES[place == current, bool(place & 1)]
                paint_row(painter, style, self.columns, QRectF(0, top, width, ROW), row, state)
                place += 1
                top += ROW

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes to the rows: nothing is selected by that, as Qt would do."""
        QAbstractScrollArea.focusInEvent(self, event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in MOVES:
            if self.currentIndex().isValid():
                super().keyPressEvent(event)
            elif self._rows.rowCount():
                first, last = self.seen()
                self.setCurrentIndex(self._rows.index(last if key in UPWARDS else first, 0))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            count = self._rows.rowCount()
            if count:
                self.setCurrentIndex(self._rows.index(0 if key == Qt.Key.Key_Home else count - 1, 0))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif key == Qt.Key.Key_Escape and self.currentIndex().isValid():
            self.cleared.emit()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.indexAt(event.position().toPoint()).isValid():
            self.cleared.emit()
