"""The table of frames: a million rows, of which only those that are seen are ever read.

It follows the tail until the reader scrolls or selects; the `newest` pill follows it again. Up, Down, PageUp, PageDown,
Home and End move the selection, Enter opens the row, Esc clears it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QRectF, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.widgets.button import Button
from app.widgets.look import draw_panel, draw_words, look_of, painter_for
from app.widgets.traffic.columns import CAPTURE, placed
from app.widgets.traffic.header import TableHeader
from app.widgets.traffic.row_view import BAR, RowView

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from app.model.traffic.rows import RowsModel
    from app.widgets.traffic.columns import Name

PILL: Final = 28
"""Height of the pill."""


class NewestPill(Button):
    """A button at the lower edge that goes to the newest row and follows from there."""

    focus_radius = PILL / 2

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.retranslate()

    def retranslate(self) -> None:
        """Its word in the present language."""
        self.setText(self.tr("newest"))
        self.setAccessibleName(self.tr("Go to the newest row and follow"))
        self.setToolTip(self.tr("Go to the newest row and follow"))
        self.resize(self.fontMetrics().horizontalAdvance(self.text()) + 56, PILL)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            area = QRectF(self.rect())
            draw_panel(painter, area, PILL / 2, look.colour("text2" if self._hover else "ink"))
            painter.setFont(look.font(13, bold=True))
            painter.setPen(look.colour("on-ink"))
            draw_words(painter, area, self.text() + "  ↓", "middle")


class TrafficTable(QWidget):
    """Header and rows. `names` are its columns; with `tails` it follows the newest row."""

    chosen = Signal(int)
    """The ledger row that is selected; -1 when none is."""
    opened = Signal(int)
    """Enter or a double click: this ledger row in the Lab."""
    seen = Signal(int, int)
    """The first and the last ledger row that are shown; -1 and -1 when none is."""
    following = Signal(bool)

    def __init__(
        self,
        model: RowsModel,
        names: tuple[Name, ...] = CAPTURE,
        *,
        tails: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows, self._names, self._tails = model, names, tails
        self._follows = tails
        self._moving = False
        self._wanted = -1
        self._digits = 0
        self._peers = 9
        self.header = TableHeader(self)
        self.view = RowView(model, self)
        self.pill = NewestPill(self.view)
        self.pill.hide()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.view)
        self.setFocusProxy(self.view)
        self.view.setAccessibleName(self.tr("Frames"))
        self._connect()

    def _connect(self) -> None:
        self.view.selectionModel().currentRowChanged.connect(self._current_changed)
        self.view.opened.connect(self._open)
        self.view.cleared.connect(self.clear)
        self.view.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.view.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._show_pill())
        self.rows.rowsInserted.connect(self._grown)
        self.rows.modelReset.connect(self._reset)
        self.rows.counted.connect(lambda _matching, _all: self._tell_nothing())
        self.pill.clicked.connect(self.follow)
        self._tell_nothing()

    # What is shown

    @property
    def names(self) -> tuple[Name, ...]:
        """The columns, as far as there is room."""
        return self._names

    def set_names(self, names: tuple[Name, ...]) -> None:
        """Other columns."""
        if names != self._names:
            self._names = names
            self.lay_out()

    def set_peers(self, peers: int) -> None:
        """The highest number of a connection."""
        if len(str(peers)) != len(str(self._peers)):
            self._peers = peers
            self.lay_out()

    def lay_out(self) -> None:
        """Measure the columns anew: another look, size or number of digits."""
        rows = max(self.rows.total, self.rows.rowCount())
        self._digits = len(str(rows))
        columns = placed(self._names, look_of(self), self.view.width() - BAR, rows, self._peers)
        self.header.set_columns(columns)
        self.view.set_columns(columns)

    # Selection

    def current(self) -> int:
        """The selected ledger row; -1 if none is."""
        index = self.view.currentIndex()
        return self.rows.row_at(index.row()) if index.isValid() else -1

    def choose(self, row: int) -> bool:
        """Select a ledger row and bring it into the middle; whether the filter lets it through."""
        place = self.rows.index_of(row)
        self._wanted = row if place < 0 else -1
        if place < 0:
            return False
        self.stop_following()
        index = self.rows.index(place, 0)
        seen = self.view.shows(place)
        self.view.setCurrentIndex(index)
        if not seen:
            self.view.scrollTo(index, self.view.ScrollHint.PositionAtCenter)
        return True

    def show_near(self, row: int) -> None:
        """Bring a ledger row, or the next one that the filter lets through, into the middle without selecting it."""
        place = self.rows.nearest(row)
        if place >= 0:
            self.stop_following()
            self.view.scrollTo(self.rows.index(place, 0), self.view.ScrollHint.PositionAtCenter)

    def clear(self) -> None:
        """Select nothing."""
        self._wanted = -1
        if self.view.currentIndex().isValid():
            self.view.setCurrentIndex(QModelIndex())
            self.view.clearSelection()

    def _current_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self.stop_following()
        self.chosen.emit(self.rows.row_at(index.row()) if index.isValid() else -1)

    def _open(self) -> None:
        if (row := self.current()) >= 0:
            self.opened.emit(row)

    # Following

    @property
    def follows(self) -> bool:
        """Whether new rows are scrolled to."""
        return self._follows

    def follow(self) -> None:
        """Go to the newest row and stay there as more come."""
        self.clear()
        self._set_following(self._tails)
        self._to_end()

    def stop_following(self) -> None:
        """Stay where we are."""
        self._set_following(False)

    def _set_following(self, on: bool) -> None:
        if on != self._follows:
            self._follows = on
            self.following.emit(on)
        self._show_pill()

    def _show_pill(self) -> None:
        """Where the newest row is seen anyway, the pill would only cover it."""
        bar = self.view.verticalScrollBar()
        self.pill.setVisible(self._tails and not self._follows and bar.value() < bar.maximum())
        self._place_pill()

    def _to_end(self) -> None:
        self._moving = True
        self.view.scrollToBottom()
        self._moving = False

    def _scrolled(self, value: int) -> None:
        if not self._moving and self._tails:
            at_end = value >= self.view.verticalScrollBar().maximum()
            self._set_following(at_end and not self.view.currentIndex().isValid())
            self._show_pill()
        self._tell_seen()

    def _grown(self) -> None:
        if len(str(self.rows.total)) > self._digits:
            self.lay_out()
        if self._wanted >= 0:
            self.choose(self._wanted)
        if self._follows:
            self._to_end()
        self._tell_seen()

    def _reset(self) -> None:
        """Other rows: what was selected is selected again as soon as it is met."""
        self.lay_out()
        if self._follows:
            self._to_end()
        self._tell_seen()

    def keep(self, row: int) -> None:
        """Select this ledger row as soon as the filter meets it, as after a change of the filter."""
        if not self.choose(row):
            self._wanted = row

    def _tell_seen(self) -> None:
        first, last = self.view.seen()
        self.seen.emit(self.rows.row_at(first), self.rows.row_at(last))

    def _tell_nothing(self) -> None:
        """Why there are no rows, once that is certain."""
        rows, words = self.rows, ""
        if rows.ledger is not None and not rows.rowCount() and not rows.busy:
            if rows.filter is not None and rows.total:
                words = self.tr("No row fits the filter.")
            else:
                words = self.tr("Nothing has come yet.") if self._tails else self.tr("There is nothing in it.")
        self.view.set_nothing(words)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._column.activate()
        self.lay_out()
        self._show_pill()
        if self._follows:
            self._to_end()
        self._tell_seen()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.StyleChange}:
            self.lay_out()
            self.view.setAccessibleName(self.tr("Frames"))
            self._tell_nothing()
        super().changeEvent(event)

    def _place_pill(self) -> None:
        view = self.view
        self.pill.move((view.width() - self.pill.width()) // 2, view.height() - PILL - 8)
        self.pill.raise_()
