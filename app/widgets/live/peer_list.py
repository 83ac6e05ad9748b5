"""The list of connected peers: one card each, painted when it is seen. Those that are selected get what is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QWidget

from app.drawing.paint import paint
from app.drawing.qt_device import QtDevice
from app.figures.live_card import GAP, HEIGHT, draw, spoken
from app.model.live.peer_model import CARD, PeerModel
from app.widgets.live.figure_view import room_for
from app.widgets.look import look_of

if TYPE_CHECKING:
    from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from app.model.live.cards import PeerCard


class CardDelegate(QStyledItemDelegate):
    """Paints one card."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._view.viewport().width(), round(HEIGHT + GAP))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:  # fmt: skip
        card, look = index.data(CARD), look_of(self._view)
        if card is None:
            return
        area, state = option.rect, option.state
        scene = draw(
            card, float(area.width()), room_for(look),
            selected=bool(state & QStyle.StateFlag.State_Selected),
            pointed=bool(state & QStyle.StateFlag.State_MouseOver),
        )  # fmt: skip
        painter.save()
        painter.translate(area.x(), area.y())
        paint(scene, look.theme, QtDevice(painter, look.lang))
        painter.restore()


class PeerList(QListView):
    """Up and Down go from peer to peer, Shift and Ctrl take several, Esc none; Enter filters by the current one."""

    focus_radius = 8.0

    chosen = Signal(tuple)
    """The connections that are selected, by number."""
    current_changed = Signal(int)
    """The connection that the keyboard stands on; 0 for none."""
    filter_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = PeerModel(lambda card: spoken(room_for(look_of(self)).words, card), self)
        self.setModel(self.cards)
        self.setItemDelegate(CardDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setStyleSheet("QListView { background: transparent; border: none; outline: none; }")
        self.selectionModel().selectionChanged.connect(self._chosen_changed)
        self.selectionModel().currentChanged.connect(self._moved)
        self.doubleClicked.connect(self._filter)

    @property
    def selected(self) -> tuple[int, ...]:
        """The numbers of the selected connections."""
        cards: list[PeerCard] = [index.data(CARD) for index in self.selectionModel().selectedIndexes()]
        return tuple(sorted(card.talk for card in cards if card is not None))

    @property
    def current(self) -> int:
        """The connection that the keyboard stands on; 0 for none."""
        card = self.currentIndex().data(CARD)
        return card.talk if card is not None else 0

    def select(self, talk: int) -> None:
        """Stands on a connection without selecting it for messages."""
        index = self.cards.place(talk)
        if index.isValid() and self.current != talk:
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._filter(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape and self.selected:
            self.clearSelection()
        elif event.key() in _OWN or event.matches(QKeySequence.StandardKey.SelectAll):
            super().keyPressEvent(event)
        else:
            event.ignore()  # letters are keys of the window here, not a search

    def _filter(self, index: QModelIndex) -> None:
        card = index.data(CARD)
        if card is not None:
            self.filter_wanted.emit(card.talk)

    def _chosen_changed(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self.chosen.emit(self.selected)

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        card = now.data(CARD)
        self.current_changed.emit(card.talk if card is not None else 0)


_OWN = frozenset({
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    Qt.Key.Key_Space,
})  # fmt: skip
