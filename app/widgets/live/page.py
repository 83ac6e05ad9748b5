"""Live: who is connected at the left; in the middle the server, the traffic and what is selected of it; below, what can
be recorded, sent and taken elsewhere.

The page shows values and says what is asked for; `app.live` has the engine and the ledger behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.model.live.cards import Overview, Station
from app.model.traffic.filtering import LIVE_CHIPS, with_connection
from app.model.traffic.rows import RowsModel
from app.widgets.button import IconButton
from app.widgets.live.details import TABS, LiveDetails
from app.widgets.live.offer_strip import OfferStrip, RoomStrip
from app.widgets.live.peer_pane import PeerPane
from app.widgets.live.send_bar import SendBar
from app.widgets.live.station_bar import StationBar
from app.widgets.pages import ModePage
from app.widgets.places import arranged
from app.widgets.traffic.figure_menu import offer_figure
from app.widgets.traffic.filter_line import FilterLine
from app.widgets.traffic.table import TrafficTable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.model.live.cards import PeerCard
    from app.widgets.look import Look
    from app.widgets.traffic.columns import Name

COLUMNS: tuple[Name, ...] = ("number", "time", "peer", "way", "opcode", "fin", "payload", "wire", "verdict", "preview")
DETAILS = 248
"""Height of the details at first; the table has the rest."""


class LivePage(ModePage):
    """`asked` carries what has no values: start, stop, copy, settings, page, connect, proxy, weather, proxy.stop,
    proxy.copy, clear, lab, export, figure, copy.frame."""

    message = Signal(str, str)
    """A sentence for the message strip, and its kind."""
    asked = Signal(str)
    sent = Signal(object)
    recording_toggled = Signal(bool)
    row_chosen = Signal(int)
    row_opened = Signal(int)
    peer_changed = Signal(int)
    targets_changed = Signal(tuple)
    open_wanted = Signal(str)
    """A recording that should be opened in Capture."""
    figure_wanted = Signal(object, object)
    """A figure that is to be taken away (`app.publishing.subjects.Subject`), and all steps that it is one of."""
    lab_wanted = Signal(object, object)
    """The bytes of a frame, and who sent it (`protocol.vocabulary.Role`), for the Lab."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowsModel(self)
        self.peers = PeerPane()
        self.station = StationBar()
        self.filter = FilterLine(LIVE_CHIPS)
        self.pause = IconButton("pause", 40)
        self.table = TrafficTable(self.rows, COLUMNS, tails=True)
        self.details = LiveDetails()
        self.bar = SendBar()
        self.offer, self.room = OfferStrip(), RoomStrip()
        self._opened = 0
        self._arrange()
        self._connect()
        self.retranslate()

    # What is shown.

    def set_look(self, look: Look) -> None:
        self.retranslate()
        self.table.lay_out()
        self.peers.peers.viewport().update()

    def set_stations(self, server: Station, proxy: Station) -> None:
        """The server and the proxy."""
        self.station.set_stations(server, proxy)

    def set_peers(self, cards: Sequence[PeerCard], overview: Overview) -> None:
        """Who is connected, and how busy they are."""
        self.peers.set_cards(cards)
        self.peers.set_overview(overview)
        self.station.set_overview(overview)
        self._opened = sum(card.open for card in cards)
        self.table.set_peers(max((card.talk for card in cards), default=9))
        self._tell_targets()

    def set_violations(self, count: int) -> None:
        """How many rows break a rule."""
        self.filter.set_counts({"violations": count})

    def set_selected(self, selected: bool, anything: bool) -> None:
        """Whether a frame is selected, and whether there is anything to export."""
        self.bar.set_selected(selected, anything)

    def set_presenting(self, on: bool) -> None:
        """The stage alone: what the hall has to see is the traffic."""
        self.peers.setVisible(not on)
        self.bar.setVisible(not on)

    def filter_peer(self, talk: int) -> None:
        """Show the rows of one connection only, or of all with 0."""
        self.filter.set_text(with_connection(self.filter.text(), talk or None))

    @property
    def sections(self) -> tuple[QWidget, ...]:
        return self.peers, self._stage, self.bar

    def do(self, action: str) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "live.find": self.filter.focus,
            "live.pause": self.toggle_pause,
            "live.newest": self.table.follow,
            "live.send": self.bar.focus_line,
            "live.tab": self._next_tab,
            "live.server": self.station.switch.click,
            "live.page": self.station.asks["page"].click,
            "live.connect": lambda: self.asked.emit("connect"),
            "live.peers": lambda: self.peers.peers.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "live.rows": lambda: self.table.view.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "live.record": self.bar.record.click,
            "live.clear": lambda: self.asked.emit("clear"),
            "live.lab": lambda: self.asked.emit("lab"),
            "export": lambda: self.asked.emit("export"),
            "live.figure": lambda: self.asked.emit("figure"),
            "copy": lambda: self.asked.emit("copy.frame"),
            "leave": self.table.clear,
        }
        if action in deeds:
            deeds[action]()

    def toggle_pause(self) -> None:
        """The table stays where it is, or follows the newest row; the recording goes on in either case."""
        if self.table.follows:
            self.table.stop_following()
        else:
            self.table.follow()

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self.setAccessibleName(self.tr("Live"))
        follows = self.table.follows
        words = self.tr("Pause: stay at these rows") if follows else self.tr("Follow the newest row")
        self.pause.setAccessibleName(words)
        self.pause.setToolTip(words)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _follow_changed(self, on: bool) -> None:
        self.pause.set_icon("pause" if on else "play")
        self.retranslate()

    def _next_tab(self) -> None:
        self.details.set_tab(TABS[(TABS.index(self.details.tab) + 1) % len(TABS)])

    def _tell_targets(self) -> None:
        opened = {card.talk for card in self.peers.peers.cards.cards if card.open}
        targets = tuple(talk for talk in self.peers.peers.selected if talk in opened)
        self.bar.set_targets(targets, self._opened)

    def _connect(self) -> None:
        self.station.asked.connect(self.asked)
        self.bar.asked.connect(self.asked)
        self.bar.sent.connect(self.sent)
        self.bar.recording_toggled.connect(self.recording_toggled)
        self.filter.changed.connect(self.rows.set_filter)
        self.filter.left.connect(lambda: self.table.view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.rows.counted.connect(self.filter.set_counted)
        self.table.chosen.connect(self.row_chosen)
        self.table.opened.connect(self.row_opened)
        offer_figure(self.details, lambda: self.asked.emit("figure"))
        self.table.following.connect(self._follow_changed)
        self.pause.clicked.connect(self.toggle_pause)
        peers = self.peers.peers
        peers.current_changed.connect(self.peer_changed)
        peers.filter_wanted.connect(self.filter_peer)
        peers.chosen.connect(self._targets_chosen)

    def _targets_chosen(self, targets: tuple[int, ...]) -> None:
        self._tell_targets()
        self.targets_changed.emit(targets)

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(24, 4, 24, 8)
        line.setSpacing(8)
        line.addWidget(self.filter, 1)
        line.addWidget(self.pause, 0, Qt.AlignmentFlag.AlignTop)
        table = QWidget()
        rows = QVBoxLayout(table)
        rows.setContentsMargins(24, 0, 8, 0)
        rows.addWidget(self.table)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setObjectName("LiveSplitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(5)
        for place, part in enumerate((table, self.details)):
            self.splitter.addWidget(part)
            self.splitter.setStretchFactor(place, 1 - place)
        table.setMinimumHeight(120)
        self.details.setMinimumHeight(160)
        self.splitter.setSizes([10 * DETAILS, DETAILS])
        self._stage = stage = QFrame()
        stage.setObjectName("Stage")
        column = QVBoxLayout(stage)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.offer)
        column.addWidget(self.room)
        column.addWidget(self.station)
        column.addLayout(line)
        column.addWidget(self.splitter, 1)
        nothing = QWidget()
        nothing.hide()
        holder = arranged((), (self.peers, stage, nothing), (self.bar,))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(holder)
