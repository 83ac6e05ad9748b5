"""The cards of all connections as a Qt list: those that live first, then the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.model.live.cards import PeerCard

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_INDEX: Final = QModelIndex()

CARD: Final = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which a row gives its card."""


class PeerModel(QAbstractListModel):
    """`say` makes the sentence of a card, which a reader of the screen hears."""

    def __init__(self, say: Callable[[PeerCard], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._cards: list[PeerCard] = []
        self._places: dict[int, int] = {}

    @property
    def cards(self) -> tuple[PeerCard, ...]:
        """All of them, as they are shown."""
        return tuple(self._cards)

    def set_cards(self, cards: Sequence[PeerCard]) -> None:
        """Shows these cards; rows that stay are kept, so that the selection stays too."""
        wanted = [card.talk for card in cards]
        if wanted != [card.talk for card in self._cards]:
            self._rearrange(cards, wanted)
        changed = [place for place, card in enumerate(cards) if card != self._cards[place]]
        self._cards = list(cards)
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def _rearrange(self, cards: Sequence[PeerCard], wanted: list[int]) -> None:
        have = [card.talk for card in self._cards]
        if wanted[: len(have)] == have:
            self.beginInsertRows(QModelIndex(), len(have), len(wanted) - 1)
            self._cards += cards[len(have) :]
            self._places |= {talk: place for place, talk in enumerate(wanted[len(have) :], len(have))}
            self.endInsertRows()
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        talks = [self._cards[index.row()].talk for index in before]
        self._cards = list(cards)
        self._places = {talk: place for place, talk in enumerate(wanted)}
        after = [self.index(self._places[talk]) if talk in self._places else QModelIndex() for talk in talks]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def place(self, talk: int) -> QModelIndex:
        """Where a connection stands; no place if it is not there."""
        return self.index(self._places[talk]) if talk in self._places else QModelIndex()

    def rowCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._cards):
            return None
        card = self._cards[index.row()]
        if role == CARD:
            return card
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._say(card)
        return None
