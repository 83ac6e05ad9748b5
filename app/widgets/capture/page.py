"""Capture: the connections of a file at the left, its frames in the middle with the details of one of them and the
whole of it below, and the referee at the right.

The page shows values and says what is asked for; `app.capture` reads files behind it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from app.model.traffic.cards import CardsModel
from app.model.traffic.filtering import CAPTURE_CHIPS, connections, with_connection
from app.model.traffic.rows import RowsModel
from app.widgets.capture.bottom_bar import CaptureBar
from app.widgets.capture.connections import ConnectionsPane
from app.widgets.capture.heading import Heading
from app.widgets.capture.invitation import Invitation
from app.widgets.capture.overview import OverviewPane
from app.widgets.capture.referee_pane import RefereePane
from app.widgets.pages import ModePage
from app.widgets.places import arranged
from app.widgets.traffic.details import TrafficDetails
from app.widgets.traffic.figure_menu import offer_figure
from app.widgets.traffic.filter_line import FilterLine
from app.widgets.traffic.table import TrafficTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent

    from app.model.traffic.opening import Opening
    from app.model.traffic.verdict import Said
    from app.widgets.look import Look
    from app.widgets.traffic.columns import Name

NARROW: Final = 1320
"""Below this width there is room for the connections or the referee, not both."""
MARGIN: Final = 24
ONE: Final[tuple[Name, ...]] = ("number", "time", "way", "opcode", "fin", "payload", "wire", "verdict", "preview")
MANY: Final[tuple[Name, ...]] = (
    "number", "time", "peer", "way", "opcode", "fin", "payload", "wire", "verdict", "preview",
)  # fmt: skip
"""With several connections in the table each row says which one it belongs to."""


class CapturePage(ModePage):
    """`asked` carries what has no value: open, close, stop, lab, story, report, figure, overview, remarks, before,
    after."""

    message = Signal(str, str)
    """A sentence for the message strip, and its kind: notice or error."""
    asked = Signal(str)
    file_dropped = Signal(str)
    row_chosen = Signal(int)
    row_opened = Signal(int)
    moment_wanted = Signal(float)
    seen = Signal(int, int)
    connection_menu = Signal(int, QPoint)
    retold = Signal()
    """The language has changed: what the desk says has to be said anew."""
    rfc_chosen = Signal(str)
    """A citation that was clicked, such as `RFC 6455 §5.1`."""
    figure_wanted = Signal(object, object)
    """A figure that is to be taken away (`app.publishing.subjects.Subject`), and all steps that it is one of."""
    lab_wanted = Signal(object, object)
    """The bytes of a frame, and who sent it (`protocol.vocabulary.Role`), for the Lab."""
    story_wanted = Signal(object)
    """A `protocol.recording.Recording` that should be stepped through like a lesson."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows, self.cards = RowsModel(self), CardsModel(self)
        self.connections = ConnectionsPane(self.cards)
        self.heading = Heading()
        self.filter = FilterLine(CAPTURE_CHIPS)
        self.table = TrafficTable(self.rows, MANY)
        self.details = TrafficDetails()
        self.overview = OverviewPane()
        self.referee = RefereePane()
        self.bar = CaptureBar()
        self.invitation = Invitation()
        self._drawer = True
        self._presenting = False
        self._busy = False
        self.setAcceptDrops(True)
        self._arrange()
        self._connect()
        self.set_opened(False)
        self.retranslate()

    def _arrange(self) -> None:
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(MARGIN, 12, 12, 0)
        column.setSpacing(10)
        above = QVBoxLayout()
        above.setContentsMargins(0, 0, 12, 0)
        above.setSpacing(10)
        above.addWidget(self.heading)
        above.addWidget(self.filter)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        lower = QFrame()
        lower.setObjectName("Inspector")
        inner = QVBoxLayout(lower)
        inner.setContentsMargins(MARGIN, 8, 12, 4)
        inner.addWidget(self.details)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(5)
        self.splitter.addWidget(upper)
        self.splitter.addWidget(lower)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setSizes([520, 136])
        whole = QFrame()
        whole.setObjectName("Inspector")
        below = QVBoxLayout(whole)
        below.setContentsMargins(MARGIN, 8, MARGIN, 4)
        below.addWidget(self.overview)
        full = QWidget()
        stage = QVBoxLayout(full)
        stage.setContentsMargins(0, 0, 0, 0)
        stage.setSpacing(0)
        stage.addWidget(self.splitter, 1)
        stage.addWidget(whole)
        self._holder = holder = QFrame()
        holder.setObjectName("Stage")
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.invitation)
        self._stack.addWidget(full)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(arranged((), (self.connections, self._holder, self.referee), (self.bar,)))

    def _connect(self) -> None:
        self.bar.asked.connect(self.asked)
        self.invitation.open_wanted.connect(lambda: self.asked.emit("open"))
        self.heading.remarks_wanted.connect(lambda: self.asked.emit("remarks"))
        self.heading.pane_wanted.connect(self.toggle_pane)
        self.filter.changed.connect(self._filtered)
        self.filter.left.connect(lambda: self.table.view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.filter.edit.textChanged.connect(self._show_connection)
        self.rows.counted.connect(self.filter.set_counted)
        self.table.chosen.connect(self.row_chosen)
        self.table.opened.connect(self.row_opened)
        self.table.seen.connect(self.seen)
        self.connections.picked.connect(self._picked)
        self.connections.menu_wanted.connect(self.connection_menu)
        self.overview.wanted.connect(self.moment_wanted)
        offer_figure(self.details, lambda: self.asked.emit("figure"))
        offer_figure(self.overview, lambda: self.asked.emit("overview"))
        self.referee.before_wanted.connect(lambda: self.asked.emit("before"))
        self.referee.after_wanted.connect(lambda: self.asked.emit("after"))
        self.referee.row_wanted.connect(self.go_to)
        self.referee.rfc_chosen.connect(self.rfc_chosen)
        self.referee.linked.connect(self.details.figure.set_linked)

    # What is shown

    def set_opened(self, opened: bool) -> None:
        """Whether a file is open: else the invitation stands in the middle."""
        self._stack.setCurrentIndex(int(opened))
        self._opened = opened
        self._show_panes()

    def set_opening(self, opening: Opening) -> None:
        """How far the file is."""
        self.bar.set_opening(opening)
        self._busy = opening.busy
        self.connections.set_count(self.cards.rowCount(), reading=opening.busy)

    def set_said(self, said: Said | None) -> None:
        """What the referee says of the selected row."""
        self.referee.set_said(said)

    def set_look(self, look: Look) -> None:
        self.table.lay_out()
        self.retold.emit()
        self.connections.list.viewport().update()
        self.update()

    def set_presenting(self, on: bool) -> None:
        """The table, its details and the referee: what a hall has to see."""
        self._presenting = on
        self.bar.setVisible(not on)
        self._show_panes()

    def go_to(self, row: int) -> None:
        """Select a row of the ledger; a filter that hides it is taken away."""
        if not self.table.choose(row):
            self.filter.set_text("")
            self.filter.set_on(())
            self.table.keep(row)

    # What is asked

    @property
    def sections(self) -> tuple[QWidget, ...]:
        return self.connections, self._holder, self.referee, self.bar

    def do(self, action: str) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "capture.find": self.filter.focus,
            "capture.rows": lambda: self.table.view.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "capture.pane": self.toggle_pane,
            "pane": self.toggle_pane,
            "export": lambda: self.asked.emit("report"),
            "copy": lambda: self.asked.emit("copy"),
            "leave": self.table.clear,
        }
        for name in ("open", "close", "stop", "lab", "story", "report", "figure", "remarks", "before", "after"):
            deeds["capture." + name] = lambda name=name: self.asked.emit(name)  # type: ignore[misc]
        if action in deeds:
            deeds[action]()

    def toggle_pane(self) -> None:
        """The referee instead of the connections, or the other way round, where only one has room."""
        self._drawer = not self._drawer
        self._show_panes()

    def _show_panes(self) -> None:
        narrow = self.width() < NARROW
        self.heading.pane.setVisible(narrow and self._opened and not self._presenting)
        self.connections.setVisible(self._opened and not self._presenting and not (narrow and self._drawer))
        self.referee.setVisible(self._opened and (self._drawer or not narrow))

    def _picked(self, number: int) -> None:
        """A card was clicked: only its frames, or those of all again."""
        chosen = None if connections(self.filter.text()) == (number,) else number
        self.filter.set_text(with_connection(self.filter.text(), chosen))

    def _filtered(self, chosen: object) -> None:
        """Another filter: what is selected stays selected if it is let through."""
        row = self.table.current()
        self.rows.set_filter(chosen)  # type: ignore[arg-type]
        if row >= 0:
            self.table.keep(row)

    def _show_connection(self, text: str) -> None:
        chosen = connections(text)
        self.connections.list.set_chosen(chosen[0] if len(chosen) == 1 else 0)
        self.table.set_names(ONE if len(chosen) == 1 else MANY)

    # Qt

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self.setAccessibleName(self.tr("Capture"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_panes()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self.invitation.set_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self.invitation.set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.invitation.set_over(False)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.file_dropped.emit(str(paths[0]))
