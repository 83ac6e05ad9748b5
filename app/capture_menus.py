"""The menus of Capture: what can be taken out of a file, and what can be done with one of its connections.

Files are written in another thread; a sentence says how it went.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu

from app.capture_export import FORMATS, format_words, writer
from app.drawing.export import NOT_WRITTEN
from app.translate import said_reason
from app.widgets.look import look_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.capture_export import Format
    from app.widgets.capture.page import CapturePage
    from protocol.ledger import Ledger
    from protocol.talk import Talk


class CaptureMenus(QObject):
    """Belongs to a page; `ledger`, `path` and `folder` are set by its desk."""

    story_wanted = Signal(int)
    """The number of a connection that should be stepped through."""
    figure_wanted = Signal(str)
    """`figure` or `overview`: what should be taken away as a figure."""
    _written = Signal(object, Path)

    def __init__(self, page: CapturePage, ledger: Ledger) -> None:
        super().__init__(page)
        self._page = page
        self.ledger = ledger
        self.path: Path | None = None
        self.folder = str(Path.home())
        self.reading = False
        """Whether the file at `path` is being read: then nothing may be written over it."""
        self.writing = False
        """Whether a file is being written, for which reading has to wait."""
        self._errands = ThreadPoolExecutor(1, "capture")
        self._written.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def close(self) -> None:
        """The window closes."""
        self._errands.shutdown(wait=False, cancel_futures=True)

    # Menus.

    def reports(self, talk: Talk | None, framed: bool = False) -> QMenu:
        """Figures of the selection (a frame if it is `framed`) and of the whole file, reports about it, and files of
        this connection and of all of them."""
        translate = QCoreApplication.translate
        menu = self._menu()
        selected = (
            translate("capture", "Figure of the frame…") if framed else translate("capture", "Figure of the handshake…")
        )
        for name, words in (("figure", selected), ("overview", translate("capture", "Figure of the whole capture…"))):
            menu.addAction(words).triggered.connect(lambda _checked=False, name=name: self.figure_wanted.emit(name))
        menu.addSeparator()
        for chosen in FORMATS:
            if chosen.whole:
                self._offer(menu, chosen, ())
        if talk is not None:
            self._head(menu, translate("capture", "Connection #{number}").format(number=talk.number))
            self._offer_files(menu, (talk,))
        if len(self.ledger.talks) > 1:
            self._head(menu, translate("capture", "All connections"))
            self._offer_files(menu, tuple(self.ledger.talks))
        return menu

    def connection(self, number: int) -> QMenu:
        """What can be done with one connection."""
        menu = self._menu()
        story = menu.addAction(QCoreApplication.translate("capture", "Step through it like a lesson"))
        story.triggered.connect(lambda _checked=False: self.story_wanted.emit(number))
        menu.addSeparator()
        self._offer_files(menu, (self.ledger.talk(number),))
        return menu

    def show_reports(self, talk: Talk | None, framed: bool = False) -> None:
        """The menu of reports, above its button."""
        button, menu = self._page.bar.buttons["report"], self.reports(talk, framed)
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 4)))

    def show_connection(self, number: int, at: QPoint) -> None:
        """The menu of a connection at a place of the screen."""
        self.connection(number).popup(at)

    def _menu(self) -> QMenu:
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    @staticmethod
    def _head(menu: QMenu, words: str) -> None:
        """What the entries below are of. The words of a section would not be seen: no style sheet draws them."""
        menu.addSeparator()
        menu.addAction(words).setEnabled(False)

    def _offer_files(self, menu: QMenu, talks: Sequence[Talk]) -> None:
        for chosen in FORMATS:
            if not chosen.whole:
                self._offer(menu, chosen, talks)

    def _offer(self, menu: QMenu, chosen: Format, talks: Sequence[Talk]) -> None:
        action = menu.addAction(format_words(chosen))
        action.triggered.connect(lambda _checked=False: self.ask_where(chosen, talks))

    # Files.

    def ask_where(self, chosen: Format, talks: Sequence[Talk]) -> None:
        """The dialog that asks for the name of a file; it does not block."""
        stem = self.path.stem if self.path is not None else "capture"
        if len(talks) == 1:
            stem += f"-{talks[0].number}"
        name = str(Path(self.folder) / f"{stem}.{chosen.suffix}")
        dialog = QFileDialog(self._page, format_words(chosen).rstrip("…"), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(chosen.suffix)
        dialog.setNameFilter(f"{chosen.suffix} (*.{chosen.suffix})")
        dialog.fileSelected.connect(lambda path: self.write(chosen, talks, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, chosen: Format, talks: Sequence[Talk], path: Path) -> None:
        """Write a file in another thread."""
        if self.reading and self.path is not None and path.resolve() == self.path.resolve():
            words = QCoreApplication.translate("capture", "{path} is being read; choose another name.")
            self._page.message.emit(words.format(path=path), "error")
            return
        self.writing = True
        write = writer(chosen, self.ledger, tuple(talks), look_of(self._page).lang)
        self._errands.submit(write, path).add_done_callback(lambda future: self._written.emit(future, path))

    def _settle(self, future: Future[Path], path: Path) -> None:
        self.writing = False
        if future.cancelled():
            return
        error = future.exception()
        if error is None:
            words = QCoreApplication.translate("capture", "{path} was written.")
            self._page.message.emit(words.format(path=future.result()), "done")
        elif isinstance(error, OSError):
            words = QCoreApplication.translate("export", NOT_WRITTEN)
            self._page.message.emit(words.format(name=path, reason=said_reason(error)), "error")
        else:
            raise error
