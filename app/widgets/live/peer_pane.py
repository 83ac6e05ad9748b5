"""The left pane of Live: who is connected, the round trips of the current peer, and the frames by opcode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.figures import live_opcodes, live_trip
from app.model.live.cards import Overview
from app.widgets.live.figure_view import FigureView
from app.widgets.live.peer_list import PeerList
from app.widgets.text import Text
from protocol.vocabulary import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.drawing.marks import Room, Scene
    from app.model.live.cards import PeerCard


class PeerPane(QFrame):
    """240 pixels wide."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Navigation")
        self.setFixedWidth(240)
        self._overview = Overview()
        self._open = 0
        self.peers = PeerList()
        self.trips = FigureView(self._draw_trips, round(live_trip.HEIGHT))
        self.opcodes = FigureView(self._draw_opcodes, 120)
        self._title = Text(13, 18, bold=True, colour="text3", wrap=False)
        self._count = Text(13, 18, colour="text2", wrap=False)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._nobody = Text(14, 20, colour="text3")
        self._trip_title = Text(13, 18, bold=True, colour="text3", wrap=False)
        self._opcode_title = Text(13, 18, bold=True, colour="text3", wrap=False)
        self._arrange()
        self.retranslate()
        self.set_cards(())

    def set_cards(self, cards: Sequence[PeerCard]) -> None:
        """Shows the connections."""
        self.peers.cards.set_cards(cards)
        self._open = sum(card.state is State.OPEN for card in cards)
        self._nobody.setVisible(not cards)
        self.peers.setVisible(bool(cards))
        self._count.set_text(self.tr("%n open", "", self._open))

    def set_overview(self, overview: Overview) -> None:
        """Shows round trips and opcodes."""
        before, self._overview = self._overview, overview
        if overview.trips != before.trips:
            self.trips.refresh()
        if overview.opcodes != before.opcodes:
            self.opcodes.refresh()

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self.setAccessibleName(self.tr("Connected peers"))
        self.peers.setAccessibleName(self.tr("Connected peers"))
        self._title.set_text(self.tr("Connected peers"))
        self._count.set_text(self.tr("%n open", "", self._open))
        self._nobody.set_text(
            self.tr("Nobody is connected. Start the server and open its page in a browser, or connect to a server.")
        )
        self._trip_title.set_text(self.tr("Round trip, ping to pong"))
        self._opcode_title.set_text(self.tr("Frames by opcode"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _draw_trips(self, width: float, room: Room) -> Scene:
        return live_trip.draw(self._overview.trips.talk, self._overview.trips.seconds, width, room)

    def _draw_opcodes(self, width: float, room: Room) -> Scene:
        return live_opcodes.draw(self._overview.opcodes, width, room)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        foot = QVBoxLayout()
        foot.setContentsMargins(8, 8, 8, 0)
        foot.setSpacing(0)
        foot.addWidget(self._trip_title)
        foot.addWidget(self.trips)
        foot.addSpacing(14)
        foot.addWidget(self._opcode_title)
        foot.addSpacing(4)
        foot.addWidget(self.opcodes)
        empty = QVBoxLayout()
        empty.setContentsMargins(8, 4, 8, 0)
        empty.addWidget(self._nobody)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 9, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(empty)
        column.addWidget(self.peers, 1)
        column.addStretch(0)
        column.addLayout(foot)
