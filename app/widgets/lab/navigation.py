"""The left side of the Lab: the benches, and the gallery of frames with their first bytes.

It is one tab stop: Up and Down move between the rows, Enter or Space opens the row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.model.lab.shown import Group, Row
from app.widgets.lab.text_parts import heading
from app.widgets.look import draw_words, look_of, painter_for
from app.widgets.nav_rows import NavRow
from app.widgets.scroll import Scroll

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent


class LabRow(NavRow):
    """A bench, or a frame of the gallery with its first two bytes at the right."""

    def __init__(self, row: Row, *, tight: bool, parent: QWidget | None = None) -> None:
        super().__init__(26 if tight else 30, parent)
        self.row = row
        self.set_row(row)

    def set_row(self, row: Row) -> None:
        """Shows another state of the same row."""
        self.row = row
        self.setText(row.title)
        name = f"{row.title}, {row.mono}" if row.mono else row.title
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, row = look_of(self), self.row
        with painter_for(self) as painter:
            self._ground(painter, look, on=row.current)
            right = self.width() - 8.0
            if row.mono:
                font = look.font(12, mono=True)
                painter.setFont(font)
                painter.setPen(look.colour("text2" if row.current else "text3"))
                width = QFontMetricsF(font).horizontalAdvance(row.mono)
                right -= width
                draw_words(painter, QRectF(right, 0, width, self.height()), row.mono)
                right -= 8
            self._words(painter, look, 12, right, bold=row.current)


class LabNavigation(QFrame):
    """240 pixels wide; `chosen` carries the ids of the group and the row."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Navigation")
        self.setFixedWidth(240)
        self.rows: list[LabRow] = []
        self._groups: tuple[Group, ...] = ()
        self._scroll = Scroll()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 8)
        column.addWidget(self._scroll)

    def set_groups(self, groups: tuple[Group, ...]) -> None:
        """Shows the groups; rows are kept while only their state changes."""
        self.setAccessibleName(self.tr("Benches and frames"))
        if groups == self._groups:
            return
        same = [(one.title, len(one.rows)) for one in groups] == [(one.title, len(one.rows)) for one in self._groups]
        self._groups = groups
        if same:
            for row, shown in zip(self.rows, (row for group in groups for row in group.rows), strict=True):
                row.set_row(shown)
        else:
            self._build()
        if not any(row.hasFocus() for row in self.rows):
            self._stop_at(next((place for place, row in enumerate(self.rows) if row.row.current), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        here = next((place for place, row in enumerate(self.rows) if row.hasFocus()), None)
        if step is None or here is None:
            event.ignore()
            return
        place = max(0, min(len(self.rows) - 1, here + step))
        self._stop_at(place)
        self.rows[place].setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(self.rows[place], 0, 24)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Benches and frames"))
        super().changeEvent(event)

    def _build(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(8, 12, 8, 0)
        column.setSpacing(0)
        self.rows = []
        for group in self._groups:
            column.addWidget(heading(group.title))
            for shown in group.rows:
                row = LabRow(shown, tight=group.tight)
                ids = (group.id, shown.id)
                row.clicked.connect(lambda _checked=False, ids=ids: self.chosen.emit(*ids))
                self.rows.append(row)
                column.addWidget(row)
        column.addStretch(1)
        self._scroll.setWidget(body)

    def _stop_at(self, index: int) -> None:
        for number, row in enumerate(self.rows):
            row.setFocusPolicy(Qt.FocusPolicy.TabFocus if number == index else Qt.FocusPolicy.NoFocus)
