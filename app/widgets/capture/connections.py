"""The connections of a capture: one card each, of which only those that are seen are painted. A click shows the frames
of that connection only, another click those of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.widgets.capture.card_paint import HEIGHT, PITCH, paint_card
from app.widgets.look import look_of
from app.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QMouseEvent

    from app.model.traffic.cards import CardsModel

WIDTH: Final = 240


class CardDelegate(QStyledItemDelegate):
    """Paints the card of a row."""

    def __init__(self, view: CardList) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shown = self._view.cards.card_at(index.row())
        if shown is None:
            return
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        area = QRectF(option.rect.x() + 8, option.rect.y(), option.rect.width() - 16, HEIGHT)
        on = shown.number == self._view.chosen_number
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focus = bool(option.state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus()
        paint_card(painter, look_of(self._view), area, shown, on=on, over=over or focus)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(WIDTH - 20, PITCH)


class CardList(QListView):
    """The cards, and the keyboard among them: Up and Down move, Enter or Space choose."""

    picked = Signal(int)
    """The number of the connection whose card was clicked."""
    menu_wanted = Signal(int, QPoint)
    """The number of a connection, and where on the screen."""
    focus_radius = 8.0

    def __init__(self, cards: CardsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = cards
        self.chosen_number = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.viewport().setAutoFillBackground(False)
        self.setItemDelegate(CardDelegate(self))
        self.setModel(cards)
        self.verticalScrollBar().setSingleStep(PITCH // 2)

    def set_chosen(self, number: int) -> None:
        """The connection whose frames are shown; 0 for all."""
        if number != self.chosen_number:
            self.chosen_number = number
            if number:
                self.scrollTo(self.cards.index(number - 1, 0))
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.setCurrentIndex(index)
            self.picked.emit(index.row() + 1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if not index.isValid():
            index = self.currentIndex()
        if index.isValid():
            self.menu_wanted.emit(index.row() + 1, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.currentIndex().isValid():
            self.picked.emit(self.currentIndex().row() + 1)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            super().keyPressEvent(event)
        else:
            event.ignore()


class ConnectionsPane(QFrame):
    """240 pixels wide: how many there are, and their cards."""

    picked = Signal(int)
    menu_wanted = Signal(int, QPoint)

    def __init__(self, cards: CardsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Navigation")
        self.setFixedWidth(WIDTH)
        self._count, self._reading = 0, False
        self.heading = Text(13, 18, bold=True, colour="text3", wrap=False)
        self.count = Text(13, 18, colour="text2", wrap=False)
        self.list = CardList(cards)
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 16, 8)
        head.addWidget(self.heading, 1)
        head.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.list.picked.connect(self.picked)
        self.list.menu_wanted.connect(self.menu_wanted)
        self.retranslate()

    def set_count(self, count: int, *, reading: bool) -> None:
        """How many connections there are; while a file is read, so far."""
        if (count, reading) != (self._count, self._reading):
            self._count, self._reading = count, reading
            self.retranslate()

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self.heading.set_text(self.tr("Connections"))
        so_far = self.tr("{count} so far").format(count=f"{self._count:,}")
        self.count.set_text(so_far if self._reading else f"{self._count:,}" if self._count else "")
        self.list.setAccessibleName(self.tr("Connections"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
