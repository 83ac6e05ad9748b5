"""The desk of Live: it owns the engine and the ledger, and joins them with the page.

A timer drains the engine in slices of a few milliseconds, so that no flood keeps the window waiting. Every call of the
engine returns at once; what came of it arrives here later, in the window's thread, and failures are one sentence.
"""

from __future__ import annotations

import gc
import sys
import time
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from app.live_answers import Answers
from app.live_feed import Feed
from app.live_later import Later
from app.live_orders import deeds_of
from app.live_stations import LiveStations
from app.network.engine import Engine
from app.network.live.hands import Raw
from app.network.recordings import Recordings, finish, kept, prune, recovered
from app.widgets.live.page import LivePage
from protocol.facts import FrameArrived, FrameSent, HeadArrived, HeadSent
from protocol.ledger import FRAME
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.model.live.drafts import Draft
    from app.network.recordings import Kept
    from protocol.ledger import Row
    from protocol.talk import Talk

BUSY: Final = 8
IDLE: Final = 40
"""Milliseconds between two looks at the engine, while something comes and while nothing does."""
SHOW_ROWS: Final = 0.08
SHOW_PEERS: Final = 0.25
"""Seconds between two changes of the table, and of everything else that moves."""
TURN: Final = 0.0005
"""Seconds after which a thread that computes lets another one in. Painting one picture asks for the interpreter dozens
of times, and would wait the usual 5 ms for each while the engine is flooded."""
COUNTING: Final = 0.008
"""Seconds of counting rows after which the rest waits for the next time."""
SHOWN: Final = frozenset({"far", "full", "slow", "refused-tls", "turned", "dropped", "reset"})
"""What the engine says besides failures that is worth the message strip."""
MUCH: Final = 2 << 30
"""Bytes of recordings on disk from which on somebody is asked whether the oldest may go."""
FOLLOWS: Final = 40
"""How many facts are looked at for what a row brought about."""

_T = TypeVar("_T")


class LiveDesk(QObject):
    """One page with one engine."""

    weighed = Signal()
    """It is known how much room the recordings on disk take."""

    def __init__(
        self,
        page: LivePage,
        engine: Engine,
        recordings: Recordings | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(page)
        self._now = now
        self.page, self.engine = page, engine
        offset = datetime.now().astimezone().utcoffset()
        self.feed = Feed(engine, zone=offset.total_seconds() if offset is not None else 0.0)
        self.later = Later(self)
        self.answers = Answers()
        self.stations = LiveStations(page, engine, self.later)
        self._recordings = recordings
        self._left: list[Path] = []
        self._errands = ThreadPoolExecutor(1, "live")
        self._rows_at = self._peers_at = 0.0
        self._row = -1
        self._timer = QTimer(self, interval=IDLE, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.work)
        self._connect()
        self._show_ledger()

    def begin(self) -> None:
        """The engine starts, and what a crash left behind is looked for."""
        self.engine.start()
        self.engine.record(True)
        self._timer.start()
        if self._recordings is not None:
            self.later.when(self._errands.submit(recovered, self._recordings.folder), self._found, quiet=True)
            self.later.when(self._errands.submit(kept, self._recordings.folder), self._weigh, quiet=True)

    def close(self) -> Future[None]:
        """End everything: 1001 to everyone. The future is done when the engine has ended."""
        self._timer.stop()
        self._errands.shutdown(wait=False, cancel_futures=True)
        return self.engine.close()

    # What comes.

    def work(self) -> None:
        """One slice: drain, count, show."""
        some = self.feed.work()
        if some != (self._timer.interval() == BUSY):
            self._timer.setInterval(BUSY if some else IDLE)
        now = time.monotonic()
        if now - self._rows_at >= SHOW_ROWS:
            self._rows_at = now
            self._show_rows()
        elif now - self._peers_at >= SHOW_PEERS:
            self._peers_at = now
            self._show_peers()
        for notice in self.feed.notices:
            if notice.grave or notice.key in SHOWN:
                self.later.say(notice.what, "error" if notice.grave else "notice")
        self.feed.notices.clear()

    def show_now(self) -> None:
        """Everything as it is, at once."""
        self._show_rows()
        self._show_peers()

    def _show_rows(self) -> None:
        """The rows that have come; the answer to what the Lab has thrown is selected."""
        self.page.rows.follow()
        answer = self.answers.look(self.feed.ledger)
        if answer >= 0:
            self.page.table.keep(answer)

    def _show_peers(self) -> None:
        book, page = self.feed.book, self.page
        until = time.perf_counter() + COUNTING
        while book.take(self._now()) and time.perf_counter() < until:
            pass
        page.set_peers(book.cards(), book.overview(page.peers.peers.current))
        page.set_violations(self.feed.ledger.counts.violations)
        self._show_actions()
        if self._row < 0:
            page.details.refresh()

    def _show_ledger(self) -> None:
        self._row = -1
        self.page.rows.set_ledger(self.feed.ledger)
        self._show_details()
        self._show_peers()

    def _show_actions(self) -> None:
        self.page.set_selected(self._frame() is not None, len(self.feed.ledger) > 0)

    # What is selected.

    def choose_row(self, place: int) -> None:
        """A row of the ledger is selected, or none with -1."""
        self._row = place
        if place >= 0:
            self.answers.forget()
        self._show_details()
        self._show_actions()

    def _show_details(self) -> None:
        page, ledger = self.page, self.feed.ledger
        if 0 <= self._row < len(ledger):
            row = ledger.row(self._row)
            page.details.show_row(ledger, self._row)
            page.details.set_talk(row.talk, moment_after(row))
            page.peers.peers.select(row.talk.number)
            return
        page.details.show_row(None, -1)
        page.details.set_talk(self._current_talk())

    def _current_talk(self) -> Talk | None:
        number = self.page.peers.peers.current
        return self.feed.ledger.talk(number) if 0 < number <= len(self.feed.ledger.talks) else None

    def _peer_changed(self, _talk: int) -> None:
        if self._row < 0:
            self._show_details()
        self._show_peers()

    def _frame(self) -> Row | None:
        """The selected frame, if one is and its bytes are here."""
        if not 0 <= self._row < len(self.feed.ledger):
            return None
        row = self.feed.ledger.row(self._row)
        return row if row.kind == FRAME and row.number is not None else None

    def open_in_lab(self) -> None:
        """The bytes of the selected frame go to the Lab."""
        row = self._frame()
        if row is not None and row.number is not None and f"{row.who.value}.frame.{row.number}.sent" in row.talk.facts:
            self.page.lab_wanted.emit(row.talk.facts.frame(row.who, row.number).raw, row.who)

    def copy_frame(self) -> None:
        """The bytes of the selected frame, in hex."""
        row = self._frame()
        if row is not None and row.number is not None and f"{row.who.value}.frame.{row.number}.sent" in row.talk.facts:
            QGuiApplication.clipboard().setText(row.talk.facts.frame(row.who, row.number).raw.hex(" "))

    # Asking.

    def ask(self, what: str) -> None:
        """What a button of the page asks for."""
        own: dict[str, Callable[[], object]] = {
            "clear": self.clear,
            "lab": self.open_in_lab,
            "copy.frame": self.copy_frame,
            "export": self.export,
            "figure": self.export_figure,
        }
        (own | self.stations.deeds)[what]()

    def send(self, draft: Draft) -> None:
        """To the selected peers, or to all."""
        targets = self.page.peers.peers.selected or self.feed.book.open_talks()
        numbers = self.feed.numbers_of(targets)
        if not numbers:
            self.later.tell(self.tr("Nobody is there to send it to."))
            return
        for deed in deeds_of(draft):
            self.later.when(self.engine.act(numbers, deed), lambda _count: None)

    def throw(self, data: bytes, who: Role) -> None:
        """Bytes from the Lab go out as they are: on connections on which we are `who`, if there are any."""
        chosen = self.page.peers.peers.selected
        side = "client" if who is Role.SERVER else "server"
        opened = [card for card in self.feed.book.cards() if card.open and card.kind != "proxy"]
        there = [card for card in opened if not chosen or card.talk in chosen]
        fitting = [card for card in there if card.side == side]
        met = fitting or there
        numbers = self.feed.numbers_of([card.talk for card in met])
        if not numbers:
            self.later.tell(
                self.tr(
                    "Nobody is connected yet: start the server and open its page, or connect a client. Then send again."
                )
            )
            return
        if not fitting and who is Role.CLIENT:
            self.later.tell(self.tr("We are the client of nobody: our server sends this frame of a client as it is."))
        elif not fitting:
            self.later.tell(self.tr("We are the server of nobody: our client sends this frame of a server as it is."))
        self.page.table.follow()
        ours = {card.talk: Role.CLIENT if card.side == "server" else Role.SERVER for card in met}
        self.answers.expect(self.feed.ledger, ours)
        self.later.when(self.engine.act(numbers, Raw(data)), lambda _count: None)

    def record(self, on: bool) -> None:
        """Whether what happens is kept, here and on disk."""
        self.feed.record(on)
        self.engine.record(on)

    def clear(self) -> None:
        """The table is empty; what is on disk stays."""
        self.feed.clear()
        self._show_ledger()

    def export(self) -> None:
        """To a file."""
        from app.live_export import ask_and_save  # noqa: PLC0415 - when somebody exports

        chosen = self.page.peers.peers.selected
        talks = [talk for talk in self.feed.ledger.talks if not chosen or talk.number in chosen]
        ask_and_save(self, talks)

    def export_figure(self) -> None:
        """What the tab shows of the selection, as a figure."""
        from app.traffic_export import frame_subject, heads_subject, states_subject, whole_of  # noqa: PLC0415  # for figures

        details, row = self.page.details, self._frame()
        talk, until = details.moment
        subject = frame_subject(row) if row is not None and details.tab in ("fields", "bits") else None
        if subject is None and talk is not None:
            subject = states_subject(talk, until) if details.tab == "states" else heads_subject(talk)
        if subject is None or talk is None:
            self.later.tell(self.tr("Select a frame or a connection first."))
            return
        self.page.figure_wanted.emit(subject, whole_of(talk, f"live-{talk.number}"))

    def in_background(self, work: Callable[[], _T], done: Callable[[_T], object]) -> None:
        """What takes time is done in another thread; `done` is called in this one."""
        self.later.when(self._errands.submit(work), done)

    # What a crash left behind.

    def _found(self, left: list[Path]) -> None:
        """Journals of a run that did not end properly."""
        self._left = left
        self.page.offer.offer(len(left))

    def _open_left(self) -> None:
        self.page.offer.hide()
        if self._left:
            try:
                path = finish(self._left[-1])
            except OSError:
                path = self._left[-1]
            self.page.open_wanted.emit(str(path))

    # What fills the disk.

    def _weigh(self, there: list[Kept]) -> None:
        """All recordings of this computer: nobody is asked about few bytes."""
        size = sum(each.size for each in there)
        if size > MUCH and self._recordings is not None:
            self.page.room.folder = str(self._recordings.folder)
            self.page.room.offer(size)
        self.weighed.emit()

    def _make_room(self) -> None:
        """Half of it goes, the oldest first; what grows stays."""
        self.page.room.hide()
        if self._recordings is not None:
            folder = self._recordings.folder
            self.in_background(lambda: prune(folder, sum(each.size for each in kept(folder)) // 2), self._made_room)

    def _made_room(self, removed: list[Path]) -> None:
        self.later.tell(self.tr("%n recording(s) were removed.", "", len(removed)), "done")

    def _connect(self) -> None:
        page = self.page
        self.later.told.connect(page.message)
        page.asked.connect(self.ask)
        page.sent.connect(self.send)
        page.recording_toggled.connect(self.record)
        page.row_chosen.connect(self.choose_row)
        page.row_opened.connect(lambda _row: self.open_in_lab())
        page.peer_changed.connect(self._peer_changed)
        page.offer.taken.connect(self._open_left)
        page.room.taken.connect(self._make_room)


def moment_after(row: Row) -> int:
    """After how many facts of its connection the state is the one that this row brought about."""
    facts = row.talk.facts
    if row.number is None:
        name = "request.arrived" if row.who.value == "client" else "response.arrived"
    else:
        name = f"{row.who.value}.frame.{row.number}.arrived"
    place = facts.place(name)
    if place is None:
        return len(facts)
    entry = facts[place].entry
    for after in range(place + 1, min(place + 1 + FOLLOWS, len(facts))):
        fact = facts[after]
        if fact.entry != entry or isinstance(fact, FrameSent | FrameArrived | HeadSent | HeadArrived):
            return after
    return min(place + 1 + FOLLOWS, len(facts))


def prefer_window() -> None:
    """The window answers first, whatever the engine's thread has to do: threads take turns more often, and what the
    program has built so far is no longer searched for garbage, which takes 50 ms each time."""
    sys.setswitchinterval(TURN)
    gc.collect()
    gc.freeze()


def live_desk(recordings: Recordings | None = None) -> LiveDesk:
    """A page with everything behind it, running; `close` ends it."""
    recordings = recordings or Recordings()
    desk = LiveDesk(LivePage(), Engine(recordings), recordings)
    prefer_window()
    desk.begin()
    return desk
