"""The lower part of the stage: what is selected in the table as fields and bytes, bit by bit, as the state of its
connection, and as the opening handshake that it belongs to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.drawing.hits import bounds
from app.drawing.marks import Scene, moved
from app.figures import frame, live_heads, live_states
from app.figures.pen import Pen
from app.widgets.live.figure_view import FigureView
from app.widgets.scroll import Scroll
from app.widgets.segments import Segments
from app.widgets.text import Text
from app.widgets.traffic.details import TrafficDetails
from protocol.ledger import FRAME

if TYPE_CHECKING:
    from app.drawing.marks import Room
    from protocol.ledger import Ledger
    from protocol.talk import Talk

Tab = Literal["fields", "bits", "states", "handshake"]
TABS: tuple[Tab, ...] = ("fields", "bits", "states", "handshake")
MARGIN = 24
BITS = (888, 700)
"""Size of the figure with every bit."""
LARGEST = 4096
"""The largest frame in bytes that is drawn bit by bit; of larger ones only the first bits would be seen anyhow."""


class FigurePane(Scroll):
    """A figure that may be higher than its place; arrows and pages scroll it."""

    focus_radius = 4.0

    def __init__(self, figure: FigureView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(MARGIN, 4, MARGIN, 8)
        column.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
        column.addStretch(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setWidget(holder)


class LiveDetails(QFrame):
    """Tabs at the right of one line; at its left what the tab is about."""

    tab_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._talk: Talk | None = None
        self._until: int | None = None
        self._known: tuple[int, int] = (0, 0)
        self.tab: Tab = "fields"
        self.tabs = Segments(small=True)
        self.fields = TrafficDetails()
        self._frame, self._place = "", -1
        self.bits = FigureView(self._draw_bits, BITS[1], least=BITS[0])
        self.states = FigureView(self._draw_states, round(live_states.HEIGHT), least=round(live_states.LEAST))
        self.heads = FigureView(self._draw_heads, 200, least=round(live_heads.LEAST))
        self._about = Text(15, 28, bold=True, wrap=False)
        self._stack = QStackedWidget()
        place = QWidget()
        room = QVBoxLayout(place)
        room.setContentsMargins(MARGIN, 0, 12, 8)
        room.addWidget(self.fields)
        for page in (place, FigurePane(self.bits), FigurePane(self.states), FigurePane(self.heads)):
            self._stack.addWidget(page)
        self.tabs.chosen.connect(self._choose)
        self._heads = QStackedWidget()
        self._heads.setFixedHeight(32)
        self._heads.addWidget(self._about_frame())
        self._heads.addWidget(self._about)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 6, MARGIN, 0)
        head.setSpacing(16)
        head.addWidget(self._heads, 1)
        head.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.retranslate()

    def _about_frame(self) -> QWidget:
        """The head of the first tab is that of the fields, in the same line as the tabs."""
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(self.fields.title)
        line.addWidget(self.fields.sizes, 1)
        line.addWidget(self.fields.switch)
        return holder

    def show_row(self, ledger: Ledger | None, row: int) -> None:
        """The row whose fields and bytes are shown; none with -1."""
        self.fields.show_row(ledger, row)
        self._frame, self._place = "", row
        if ledger is not None and 0 <= row < len(ledger):
            found = ledger.row(row)
            sent = found.number is not None and f"{found.who.value}.frame.{found.number}.sent" in found.talk.facts
            if found.kind == FRAME and sent and found.wire <= LARGEST:
                self._frame = f"{found.who.value}.{found.number}"

    def set_tab(self, tab: Tab) -> None:
        """Another view of the same selection."""
        self.tab = tab
        self.tabs.set_value(tab)
        self._stack.setCurrentIndex(TABS.index(tab))
        self._heads.setCurrentIndex(0 if tab == "fields" else 1)
        self._tell_about()
        self._show()
        self.tab_changed.emit(tab)

    @property
    def moment(self) -> tuple[Talk | None, int | None]:
        """The connection that is shown, and after how many of its facts."""
        return self._talk, self._until

    def set_talk(self, talk: Talk | None, until: int | None = None) -> None:
        """The connection, and after how many of its facts: those of the selected row; None is all of them."""
        self._talk, self._until = talk, until
        self._known = (0, 0)
        self._tell_about()
        self.refresh()

    def refresh(self) -> None:
        """The connection may have gone on; nothing is drawn that nobody sees."""
        known = (self._talk.number, len(self._talk.facts.kept)) if self._talk is not None else (0, -1)
        if known != self._known:
            self._known = known
            self._show()

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self.tabs.set_choices(
            [
                ("fields", self.tr("Fields")),
                ("bits", self.tr("Bits")),
                ("states", self.tr("States")),
                ("handshake", self.tr("Handshake")),
            ]
        )
        self.tabs.set_value(self.tab)
        self.tabs.updateGeometry()
        self.setAccessibleName(self.tr("Details of the selection"))
        self.set_talk(self._talk, self._until)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _tell_about(self) -> None:
        """Bits are those of a frame; states and handshake are those of a connection."""
        if self.tab == "bits" and self._frame:
            self._about.set_text(self.tr("Frame {number}").format(number=f"{self._place + 1:,}"))
        elif self._talk is not None:
            self._about.set_text(self.tr("Connection #{number}").format(number=self._talk.number))
        else:
            self._about.set_text(self.tr("Nothing is selected"))

    def _show(self) -> None:
        if self.tab == "bits":
            self.bits.refresh()
        elif self.tab == "states":
            self.states.refresh()
        elif self.tab == "handshake":
            self.heads.refresh()

    def _choose(self, tab: object) -> None:
        for known in TABS:
            if known == tab:
                self.set_tab(known)

    def _draw_bits(self, _width: float, room: Room) -> Scene:
        if self._talk is None or not self._frame:
            sentence = room.words.translate("figures", "Select a frame of up to 4096 bytes to see its bits.")
            pen = Pen(room)
            pen.text("bits/none", 0, 20, sentence, 14, color="text3", anchor="start")
            return Scene(tuple(pen.marks), BITS[0], 40, description=sentence)
        facts = self._talk.facts
        scene = frame.draw(facts, len(facts), self._frame, replace(room, height=BITS[1]))
        areas = [bounds(mark) for mark in scene.marks]
        top = min((area.y for area in areas), default=8) - 8  # a lesson's stage has room above
        bottom = max((area.bottom for area in areas), default=40) - top + 8
        return replace(scene, marks=tuple(moved(mark, 0, -top) for mark in scene.marks), height=bottom)

    def _draw_states(self, width: float, room: Room) -> Scene:
        if self._talk is None:
            return Scene((), width, live_states.HEIGHT, room.words.translate("figures", "Connection states"))
        facts = self._talk.facts
        return live_states.draw(facts, len(facts) if self._until is None else self._until, width, room)

    def _draw_heads(self, width: float, room: Room) -> Scene:
        if self._talk is None:
            return Scene((), width, 40, room.words.translate("figures", "Opening handshake"))
        return live_heads.draw(*live_heads.sides_of(self._talk), width, room)
