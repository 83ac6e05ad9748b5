"""The connections of a ledger as cards: state, how the handshake ended, how many frames and findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.model.traffic.cells import short_reason
from protocol.openings import Opening
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from protocol.ledger import Ledger
    from protocol.talk import Talk

Sign = Literal["tick", "cross", "warning", "none", "pending"]
AnyIndex = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
NAMES = {State.CONNECTING: "CONNECTING", State.OPEN: "OPEN", State.CLOSING: "CLOSING", State.CLOSED: "CLOSED"}


@dataclass(frozen=True, slots=True)
class Card:
    """One connection. `note` stands beside the state, such as `code 1002`; `outcome` is that of the handshake."""

    number: int
    address: str
    state: State
    note: str
    sign: Sign
    outcome: str
    frames: int
    violations: int
    warnings: int
    gaps: int


def card(talk: Talk) -> Card:
    """The card of a connection as it is now."""
    sign, outcome = _outcome(talk)
    state = max(talk.state(who) for who in Role)
    counts = talk.counts
    address = talk.setup.client or talk.name
    return Card(
        talk.number,
        address,
        state,
        _note(talk, state),
        sign,
        outcome,
        counts.frames,
        counts.violations,
        counts.warnings,
        counts.gaps,
    )


def _note(talk: Talk, state: State) -> str:
    translate = QCoreApplication.translate
    if state is not State.CLOSED:
        return ""
    if not talk.counts.frames:
        return translate("traffic", "no frames")
    told = talk.told[Role.CLIENT] or talk.told[Role.SERVER]
    return translate("traffic", "code {code}").format(code=int(told.code)) if told is not None else ""


def _outcome(talk: Talk) -> tuple[Sign, str]:
    translate = QCoreApplication.translate
    outcome = talk.outcome
    match outcome.kind:
        case Opening.OPENED:
            return "tick", translate("traffic", "{status}, accept key correct").format(status=outcome.status)
        case Opening.REFUSED:
            words = translate("traffic", "{status} {reason}").format(status=outcome.status, reason=outcome.reason)
            return "warning", words.strip()
        case Opening.BROKEN:
            wrong = short_reason(outcome.rule.id) if outcome.rule is not None else ""
            if outcome.status is None:
                return "cross", wrong
            return "cross", translate("traffic", "{status}: {reason}").format(status=outcome.status, reason=wrong)
        case Opening.LOST | Opening.MIDWAY as kind:
            lost = translate("traffic", "answer missing from the capture")
            return "none", lost if kind is Opening.LOST else translate("traffic", "began before the capture")
        case _:
            return "pending", translate("traffic", "no answer yet")


def spoken(shown: Card) -> str:
    """The card as one sentence."""
    translate = QCoreApplication.translate
    words = translate(
        "traffic",
        "Connection {number}, {address}: {state}. {outcome}. Frames: {frames}, violations: {violations},"
        " warnings: {warnings}, gaps: {gaps}.",
    )
    return words.format(
        number=shown.number,
        address=shown.address,
        state=", ".join(part for part in (NAMES[shown.state], shown.note) if part),
        outcome=shown.outcome,
        frames=f"{shown.frames:,}",
        violations=shown.violations,
        warnings=shown.warnings,
        gaps=shown.gaps,
    )


class CardsModel(QAbstractListModel):
    """One row for each connection."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ledger: Ledger | None = None
        self._count = 0

    def set_ledger(self, ledger: Ledger | None) -> None:
        """Another file."""
        self.beginResetModel()
        self._ledger = ledger
        self._count = len(ledger.talks) if ledger is not None else 0
        self.endResetModel()

    def follow(self) -> None:
        """Connections may have been added, and those that were there may have gone on."""
        if self._ledger is None:
            return
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, 0))
        more = len(self._ledger.talks) - self._count
        if more > 0:
            self.beginInsertRows(QModelIndex(), self._count, self._count + more - 1)
            self._count += more
            self.endInsertRows()

    def card_at(self, place: int) -> Card | None:
        """The card of a row."""
        if self._ledger is None or not 0 <= place < self._count:
            return None
        return card(self._ledger.talks[place])

    def rowCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        return 0 if parent.isValid() else self._count

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        told = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        found = self.card_at(index.row()) if index.isValid() and role in told else None
        return spoken(found) if found is not None else None
