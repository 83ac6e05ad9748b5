"""The desk of Capture: it reads a file into a ledger, slice by slice, and joins the ledger with the page.

Reading is driven by a timer: each time it may take some milliseconds, then the window has its turn. What is read can be
used at once; stopping keeps it.
"""

from __future__ import annotations

from bisect import bisect_left
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from app.capture_menus import CaptureMenus
from app.capture_reading import Reading, contents, said_remark, zone_of
from app.citations import address
from app.figures.traffic_overview import Overview
from app.model.traffic.density import Density
from app.model.traffic.findings import FindingRows
from app.model.traffic.opening import Opening
from app.model.traffic.verdict import said as said_of
from app.widgets.look import look_of
from protocol.findings import VIOLATION
from protocol.ledger import FRAME, Ledger

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.publishing.subjects import Subject
    from app.widgets.capture.page import CapturePage
    from protocol.ledger import Row
    from protocol.talk import Talk

SLICE: Final = 0.008
"""Seconds of reading after which the window has its turn."""
SHOW_ROWS: Final = 0.1
SHOW_ALL: Final = 0.4
"""Seconds between two changes of the table, and of everything else, while a file is read."""
COPIED: Final = 1 << 20
"""How many bytes of a frame go to the clipboard or the Lab at most."""
SIGNS: Final = 4_000
"""How many findings the overview is told of at most; more cannot be told apart in it."""


class CaptureDesk(QObject):
    """One page with at most one file."""

    def __init__(self, page: CapturePage) -> None:
        super().__init__(page)
        self.page = page
        self.ledger = Ledger()
        self.reading: Reading | None = None
        self.menus = CaptureMenus(page, self.ledger)
        self._density, self.findings = Density(self.ledger), FindingRows(self.ledger)
        self._row = -1
        self._told = ""
        self._seen = (-1, -1)
        self._rows_at = self._all_at = 0.0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self.work)
        self._connect()
        self._show_file()

    def _connect(self) -> None:
        page = self.page
        page.asked.connect(self.ask)
        page.file_dropped.connect(lambda path: self.open(Path(path)))
        page.row_chosen.connect(self.choose_row)
        page.row_opened.connect(lambda _row: self.open_in_lab())
        page.moment_wanted.connect(self.go_to_moment)
        page.seen.connect(self._see)
        page.connection_menu.connect(self.menus.show_connection)
        page.rfc_chosen.connect(lambda cited: QDesktopServices.openUrl(QUrl(address(cited))))
        page.retold.connect(self._show_all)
        self.menus.story_wanted.connect(self.tell_story)
        self.menus.figure_wanted.connect(self.ask)

    def ask(self, what: str) -> None:
        """What a button or key of the page asks for."""
        deeds: dict[str, Callable[[], object]] = {
            "open": self.ask_for_file,
            "close": self.close_file,
            "stop": self.stop,
            "lab": self.open_in_lab,
            "story": self.tell_story,
            "report": self._report,
            "figure": self.export_figure,
            "overview": self.export_overview,
            "remarks": self.show_remarks,
            "before": lambda: self.go_to_finding(-1),
            "after": lambda: self.go_to_finding(1),
            "copy": self.copy_frame,
        }
        deeds[what]()

    @property
    def opening(self) -> Opening:
        """How far the file is."""
        return self.reading.opening if self.reading is not None else Opening()

    @property
    def busy(self) -> bool:
        """Whether there is something left to read, to count or to show."""
        return self._timer.isActive()

    # Opening.

    def ask_for_file(self) -> None:
        """The dialog that chooses a file; it does not block."""
        translate = QCoreApplication.translate
        dialog = QFileDialog(self.page, translate("capture", "Open a capture"), self.menus.folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        known = translate("capture", "Captures and recordings (*.pcap *.pcapng *.cap *.har *.jsonl *.gz)")
        dialog.setNameFilters([known, translate("capture", "All files (*)")])
        dialog.fileSelected.connect(lambda path: self.open(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open(self, path: Path) -> None:
        """Read another file in place of the one that is open."""
        self._leave_file()
        if self._told:
            self._tell("", "notice")  # what was said of the file before
        self.reading = Reading(path, self.ledger)
        self.menus.path, self.menus.folder, self.menus.reading = path, str(path.parent), True
        self._show_file()
        self._timer.start()
        self.page.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_file(self) -> None:
        """No file is open."""
        self._leave_file()
        self._show_file()

    def stop(self) -> None:
        """Read no further; what was read stays."""
        if self.reading is not None and self.reading.busy:
            self.reading.stop()
            self.menus.reading = False
            self._show_all()

    def close(self) -> None:
        """The window closes."""
        if self.reading is not None:
            self.reading.stop()
        self._timer.stop()
        self.menus.close()

    def _leave_file(self) -> None:
        if self.reading is not None:
            self.reading.stop()
        self.reading, self.ledger = None, Ledger()
        self.menus.ledger, self.menus.path, self.menus.reading = self.ledger, None, False

    def work(self) -> None:
        """One slice: read, then count what was read, then show it from time to time."""
        until = perf_counter() + SLICE
        self._read(until)
        found = self.findings.follow()
        counted = self._density.follow()
        while not counted and perf_counter() < until:
            counted = self._density.follow()
        done = counted and found
        now = perf_counter()
        if now - self._rows_at >= SHOW_ROWS:
            self._rows_at = now
            self._show_rows()
        elif now - self._all_at >= SHOW_ALL:
            self._all_at = now
            self._show_all()
        if done and not (self.reading is not None and self.reading.busy):
            self._timer.stop()
            self._show_rows()
            self._show_all()

    def _read(self, until: float) -> None:
        reading = self.reading
        if reading is None or not reading.busy or self.menus.writing:
            return
        reading.step(until)
        if reading.opening.phase != "opening":
            self._end(reading)

    def _end(self, reading: Reading) -> None:
        """The file is read, or cannot be read any further: what is most worth knowing of it."""
        self.menus.reading = False
        if reading.failure:
            self._tell(reading.failure, "error")
            if not len(self.ledger):
                self.close_file()
            return
        grave = [remark for remark in reading.remarks if remark.kind == "damage"]
        if grave:
            self._tell(said_remark(grave[0]), "notice")
        elif not self.ledger.talks and reading.remarks:
            self._tell(said_remark(reading.remarks[-1]), "notice")

    def _tell(self, sentence: str, kind: str) -> None:
        self._told = sentence
        self.page.message.emit(sentence, kind)

    # Showing.

    def _show_file(self) -> None:
        """Another ledger: everything anew."""
        self._density, self.findings = Density(self.ledger), FindingRows(self.ledger)
        self._row = -1
        self._seen = (-1, -1)
        page, ledger = self.page, self.ledger if self.reading is not None else None
        page.filter.set_text("")
        page.filter.set_on(())
        page.rows.set_ledger(ledger)
        page.cards.set_ledger(ledger)
        page.set_opened(ledger is not None)
        page.details.clear()
        page.set_said(None)
        self._show_all()

    def _show_rows(self) -> None:
        """The rows that have come."""
        if len(self.ledger) and not self.ledger.zone:
            self.ledger.zone = zone_of(self.ledger)
        self.page.rows.follow()

    def _show_all(self) -> None:
        """The cards, the heading, the counts, the overview and the progress."""
        page, ledger, reading = self.page, self.ledger, self.reading
        page.cards.follow()
        page.table.set_peers(len(ledger.talks))
        page.set_opening(self.opening)
        read = self.opening.phase != "open"
        words = contents(ledger, self._density, read=read)
        page.heading.set_file(reading.path.name if reading is not None else "", words)
        page.heading.set_remarks(len(reading.remarks) if reading is not None else 0)
        counts = ledger.counts
        page.filter.set_counts({"violations": counts.violations, "warnings": counts.warnings, "gaps": counts.gaps})
        self._show_overview()
        self._show_place()
        if self._row >= 0:
            page.details.refresh()
            page.set_said(said_of(ledger, self._row))

    def _show_overview(self) -> None:
        density, ledger, found = self._density, self.ledger, self.findings
        if not density.seen:
            self.page.overview.set_overview(None)
            return
        times, verdicts = ledger.times, ledger.verdicts
        rows = found.findings[:: len(found.findings) // SIGNS + 1]
        gaps = found.gaps[:: len(found.gaps) // SIGNS + 1]
        first, last = self._seen
        self.page.overview.set_overview(
            Overview(
                density.first,
                density.last,
                density.width,
                dict(density.counts),
                tuple(times[row] for row in rows if verdicts[row] == VIOLATION),
                tuple(times[row] for row in rows if verdicts[row] != VIOLATION),
                tuple(times[row] for row in gaps),
                (times[first], times[last]) if 0 <= first <= last < len(times) else None,
                1.0 if self.opening.phase == "open" else self.opening.part,
                ledger.zone,
            )
        )

    def _see(self, first: int, last: int) -> None:
        """The table shows other rows."""
        if (first, last) != self._seen:
            self._seen = (first, last)
            if not self.busy:
                self._show_overview()

    # What is selected.

    def choose_row(self, row: int) -> None:
        """A row of the ledger is selected, or none with -1."""
        self._row = row if 0 <= row < len(self.ledger) else -1
        if self._row >= 0:
            self.page.details.show_row(self.ledger, row)
            self.page.set_said(said_of(self.ledger, row))
        else:
            self.page.details.clear()
            self.page.set_said(None)
        self._show_place()

    def _show_place(self) -> None:
        found = self.findings
        self.page.referee.set_place(found.place(self._row) if self._row >= 0 else 0, len(found.findings))
        self.page.bar.set_selected(selected=self._frame() is not None, anything=bool(self.ledger.talks))

    def go_to_finding(self, step: int) -> None:
        """The finding after the selected row, or with -1 the one before."""
        row = self.findings.after(self._row) if step > 0 else self.findings.before(self._row)
        if row >= 0:
            self.page.go_to(row)

    def go_to_moment(self, time: float) -> None:
        """The first row that came at this moment or later."""
        times = self.ledger.times
        if times:
            self.page.table.show_near(min(bisect_left(times, time), len(times) - 1))

    def _frame(self) -> Row | None:
        """The selected frame, if all of it is here."""
        if not 0 <= self._row < len(self.ledger):
            return None
        row = self.ledger.row(self._row)
        whole = row.number is not None and row.number < len(row.talk.facts.sent(row.who))
        return row if row.kind == FRAME and whole else None

    def _raw(self) -> tuple[Row, bytes] | None:
        """The selected frame and its bytes, if there are not too many of them."""
        row = self._frame()
        if row is None or row.number is None:
            return None
        if row.wire > COPIED:
            words = QCoreApplication.translate("capture", "The frame is too long for that: {size} bytes.")
            self.page.message.emit(words.format(size=f"{row.wire:,}"), "notice")
            return None
        return row, row.talk.facts.frame(row.who, row.number).raw

    def open_in_lab(self) -> None:
        """The bytes of the selected frame go to the Lab."""
        if (found := self._raw()) is not None:
            self.page.lab_wanted.emit(found[1], found[0].who)

    def copy_frame(self) -> None:
        """The bytes of the selected frame, in hex."""
        if (found := self._raw()) is not None:
            QGuiApplication.clipboard().setText(found[1].hex(" "))

    def _talk(self) -> Talk | None:
        """The connection that is meant: that of the selected row, the one that is chosen, or the first."""
        if self._row >= 0:
            return self.ledger.row(self._row).talk
        number = self.page.connections.list.chosen_number
        if 0 < number <= len(self.ledger.talks):
            return self.ledger.talk(number)
        return self.ledger.talks[0] if self.ledger.talks else None

    def tell_story(self, number: int = 0) -> None:
        """The connection at the stage of Learn, step by step."""
        talk = self.ledger.talk(number) if number else self._talk()
        if talk is not None:
            self.page.story_wanted.emit(talk.recording)

    def _report(self) -> None:
        if self.ledger.talks:
            self.menus.show_reports(self._talk(), self._frame() is not None)

    def export_figure(self) -> None:
        """The selected frame, or else the opening handshake of the connection that is meant, as a figure."""
        from app.traffic_export import frame_subject, heads_subject  # noqa: PLC0415 - when somebody exports

        row, talk = self._frame(), self._talk()
        subject = frame_subject(row) if row is not None else None
        if talk is not None:
            self._take_away(subject or heads_subject(talk), talk)

    def export_overview(self) -> None:
        """The whole capture as a figure."""
        from app.traffic_export import overview_subject  # noqa: PLC0415  # when a figure is taken away

        shown, talk = self.page.overview.figure.shown, self._talk()
        if shown is not None and talk is not None:
            self._take_away(overview_subject(shown, talk), talk)

    def _take_away(self, subject: Subject, talk: Talk) -> None:
        from app.traffic_export import whole_of  # noqa: PLC0415  # when a figure is taken away

        path = self.menus.path
        name = f"{path.stem if path is not None else 'capture'}-{talk.number}"
        self.page.figure_wanted.emit(subject, whole_of(talk, name))

    def show_remarks(self) -> None:
        """Everything that was remarked while the file was read."""
        from app.widgets.capture.remarks_dialog import RemarksDialog  # noqa: PLC0415 - seldom asked for

        remarks = self.reading.remarks if self.reading is not None else []
        RemarksDialog(look_of(self.page), [(each.kind, said_remark(each)) for each in remarks], self.page).open()
