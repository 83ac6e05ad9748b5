"""One export dialog at work: what the reader wishes becomes the preview, the clipboard or a file.

The preview is made anew a moment after the last change, so that typing and holding a key are never kept waiting; pages
of a handout appear step by step.
"""

from __future__ import annotations

from dataclasses import replace
from math import ceil, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from app.drawing import export
from app.drawing.render import render_image
from app.drawing.theme import THEMES
from app.exporting import stem
from app.exporting_boards import Making, making
from app.exporting_leaves import Leaves
from app.exporting_said import board_words, dots_words, file_filters, width_words
from app.plain_words import plain_words
from app.publishing.choices import WIDTHS
from app.publishing.formats import PICTURES, TEXTS, framed, suffix_of, written
from app.publishing.framing import smallest_text
from app.publishing.remembered import BOARDS, Wanted
from app.publishing.subjects import FrameSubject, LayoutSubject
from app.reasons import QT_TRANSLATE_NOOP, SaidError
from app.storyboard.apart import Picture
from app.storyboard.formats import Look as BoardLook
from app.widgets.export_dialog import COPIES, ExportDialog
from app.widgets.export_options import Offered

if TYPE_CHECKING:
    from app.drawing.marks import Scene
    from app.exporting import Exporting
    from app.publishing.subjects import Subject
    from app.publishing.whole import Whole

DELAY: Final = 30
"""Milliseconds after the last change before the preview is made anew."""

SMALL: Final = 6.0
"""Points below which letters are hard to read on paper."""

MOST: Final = 16e6
"""Pixels of a picture on the clipboard."""

LARGE, LARGEST = 8e6, 80e6
"""Pixels of a picture that takes a second or so to make, and of one that this machine may have no room for."""

TOO_LARGE: Final = QT_TRANSLATE_NOOP(
    "export", "The picture would have {count} million pixels: choose fewer dots per inch."
)


class ExportDesk(QObject):
    """One subject, perhaps with all steps that it is one of. `closed` comes once, however the dialog is left."""

    closed = Signal()

    def __init__(self, exporting: Exporting, subject: Subject, lang: str, whole: Whole | None) -> None:
        super().__init__(exporting)
        self._exporting, self._subject, self._lang, self._whole = exporting, subject, lang, whole
        self._captioned = isinstance(subject, FrameSubject | LayoutSubject)
        self._making: Making | None = None
        self._about = subject.caption(plain_words(lang))
        self.dialog = ExportDialog(exporting.window.look, self._about, exporting.window)
        self._leaves = Leaves(self.dialog.preview, whole, self)
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self.show_preview)
        self.dialog.options.changed.connect(self._changed)
        self.dialog.preview.leafed.connect(self._leaves.leaf)
        self.dialog.asked.connect(self.do)
        self.dialog.finished.connect(self._finish)
        wanted = exporting.remembered.wanted_for(lang, captioned=self._captioned)
        self.dialog.options.set_wanted(wanted, self._offered(wanted))

    def open(self) -> None:
        """Show the dialog; the window behind it goes on."""
        self.show_preview()
        self.dialog.open()
        self.dialog.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def wanted(self) -> Wanted:
        """What the reader wishes now."""
        return self.dialog.options.wanted

    @property
    def making(self) -> bool:
        """Whether a storyboard is being made."""
        return self._making is not None

    def _changed(self, wanted: Wanted) -> None:
        self._exporting.remember(wanted, self._lang, captioned=self._captioned)
        self.dialog.say("")
        self._timer.start()

    def _offered(self, wanted: Wanted) -> Offered:
        """What there is to choose. Bits matter where other bits make another file."""
        board = self._whole.kind if self._whole is not None else ""
        own = {suffix for suffix in TEXTS if self._subject.special(suffix, wanted.choices) is not None}
        bits = {suffix for suffix in own if self._differs(suffix, wanted, bits=(8, 16, 32))}
        show = {suffix for suffix in own if self._differs(suffix, wanted, show=("names", "values", "both"))}
        if self._captioned:
            bits, show = bits | set(PICTURES), show | set(PICTURES)
        return Offered(board, frozenset(bits), frozenset(show), frozenset(own))

    def _differs(self, suffix: str, wanted: Wanted, **values: tuple[object, ...]) -> bool:
        ((name, tried),) = values.items()
        asked = [replace(wanted.choices, **{name: one}) for one in tried]  # type: ignore[arg-type]  # what may be chosen
        return len({self._subject.special(suffix, choices) for choices in asked}) > 1

    # The preview.

    def show_preview(self) -> None:
        """What will be written, as it is wished now."""
        self._timer.stop()
        wanted, options = self.wanted, self.dialog.options
        if wanted.whole:
            try:
                count = self._leaves.show(wanted)
            except SaidError as error:
                self._exporting.fail(error)
                return
            options.set_hints("", "", board_words(wanted, count), small=False)
            self.dialog.set_about(self._leaves.telling.title(self._lang))
            self.dialog.set_copies(("text",) if wanted.board == ".mmd" else ())
            return
        self._leaves.forget()
        self.dialog.set_about(self._about)
        choices = wanted.choices
        if wanted.suffix in PICTURES:
            self._show_picture(framed(self._subject, choices), wanted)
        else:
            wrapped = wanted.suffix == ".alt.txt"
            self.dialog.preview.show_text(self._text(wanted.suffix), choices.lang, wrap=wrapped)
        self.dialog.set_copies(COPIES)

    def _show_picture(self, scene: Scene, wanted: Wanted) -> None:
        choices = wanted.choices
        self.dialog.preview.show_scene(scene, THEMES[choices.theme], choices.lang)
        width = WIDTHS[choices.width] or scene.width
        size = (width, width * scene.height / scene.width)
        points = smallest_text(scene, WIDTHS[choices.width])
        small = 0 < points < SMALL
        words = width_words(size, points, small=small)
        dots = dots_words(tuple(ceil(side * choices.dpi / 96) for side in size))
        self.dialog.options.set_hints(words, dots if wanted.suffix == ".png" else "", "", small=small)

    def _text(self, suffix: str) -> str:
        return written(self._subject, suffix, self.wanted.choices).decode()

    # What is asked for.

    def do(self, what: str) -> None:
        """copy.image, copy.svg, copy.text, copy.words, save, cancel."""
        if what == "save":
            self.ask_where()
        elif what == "cancel":
            self.cancel()
        else:
            self.copy(what.removeprefix("copy."))

    def copy(self, what: str) -> None:
        """The figure in one form to the clipboard."""
        choices, data = self.wanted.choices, QMimeData()
        match what:
            case "image":
                scene = framed(self._subject, choices)
                width = WIDTHS[choices.width] or scene.width
                scale = min(choices.dpi / 96 * width / scene.width, sqrt(MOST / (scene.width * scene.height)))
                data.setImageData(render_image(scene, THEMES[choices.theme], scale, choices.lang))
            case "svg":
                scene = framed(self._subject, choices)
                svg = written(self._subject, ".svg", choices)
                data.setData("image/svg+xml", svg)
                data.setText(svg.decode())
            case "words":
                data.setText(self._text(".alt.txt"))
            case _ if self.wanted.whole:
                data.setText(self._leaves.text(self.wanted))
            case _:
                data.setText(self._text(self.wanted.suffix if self.wanted.suffix in TEXTS else ".txt"))
        export.put_on_clipboard(data)
        said = {
            "image": QCoreApplication.translate("exporting", "The picture was copied."),
            "svg": QCoreApplication.translate("exporting", "The SVG document was copied."),
            "text": QCoreApplication.translate("exporting", "The text was copied."),
            "words": QCoreApplication.translate("exporting", "The description was copied."),
        }
        self.dialog.say(said[what])

    def ask_where(self) -> None:
        """The dialog that asks for the name of the file."""
        wanted = self.wanted
        name = self._whole.name if wanted.whole and self._whole is not None else self._subject.name
        filters = file_filters(BOARDS if wanted.whole else (*PICTURES, *TEXTS))
        title = self.dialog.save_button.text()
        dialog = QFileDialog(self.dialog, title, str(self._exporting.folder / f"{stem(name)}{wanted.format}"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(filters.values()))
        dialog.selectNameFilter(filters[wanted.format])
        dialog.setDefaultSuffix(wanted.format[1:])
        suffixes = {words: suffix[1:] for suffix, words in filters.items()}
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(suffixes.get(chosen, wanted.format[1:])))
        dialog.fileSelected.connect(lambda path: self.save(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, path: Path) -> None:
        """Write the figure or the storyboard; once it is written the dialog is gone."""
        try:
            self._making = self._begun(path)
        except SaidError as error:
            self._exporting.fail(error)
            return
        if self._making is None:
            if self._exporting.write(self._subject, path, self.wanted):
                self.dialog.accept()
            return
        self.dialog.set_busy(True)
        self.dialog.say(QCoreApplication.translate("exporting", "Writing {name}").format(name=path.name))
        self._making.advanced.connect(lambda part: self.dialog.set_busy(True, part))
        self._making.made.connect(lambda data: self._made(path, data))
        self._making.failed.connect(self._failed)

    def _begun(self, path: Path) -> Making | None:
        """What is made by a process of its own: a storyboard, or a picture of very many pixels."""
        wanted, suffix = self.wanted, suffix_of(path)
        choices = wanted.choices
        if wanted.whole:
            if suffix not in BOARDS:
                raise export.ExportError(export.UNKNOWN_SUFFIX, name=path.name, suffixes=", ".join(BOARDS))
            look = BoardLook(choices.lang, choices.theme, wanted.per_page, questions=wanted.questions)
            return making(self._leaves.telling, suffix, look, self)
        if suffix != ".png":
            return None
        scene = framed(self._subject, choices)
        width = WIDTHS[choices.width] or scene.width
        pixels = width * width * scene.height / scene.width * (choices.dpi / 96) ** 2
        if pixels > LARGEST:
            raise export.ExportError(TOO_LARGE, count=f"{pixels / 1e6:.0f}")
        return Making(Picture(scene, choices), 1, self) if pixels > LARGE else None

    def cancel(self) -> None:
        """Make no more of the storyboard; no file is left behind."""
        self._let_go()
        self.dialog.say(QCoreApplication.translate("exporting", "Nothing was written."))

    def _made(self, path: Path, data: bytes) -> None:
        self._let_go()
        try:
            export.write_atomic(path, data)
        except export.ExportError as error:
            self._exporting.fail(error)
            return
        whole = QCoreApplication.translate("exporting", "All steps were written to {path}.")
        one = QCoreApplication.translate("exporting", "The figure was written to {path}.")
        self._exporting.arrived(path, whole if self.wanted.whole else one)
        self.dialog.accept()

    def _failed(self, error: Exception) -> None:
        self._let_go()
        self._exporting.fail(error)

    def _let_go(self) -> None:
        if self._making is not None:
            self._making.stop()
            self._making.deleteLater()
            self._making = None
        self.dialog.set_busy(False)

    def _finish(self) -> None:
        """The dialog is closed: nothing of it goes on."""
        self._timer.stop()
        self._leaves.forget()
        self._let_go()
        self.closed.emit()
        self.dialog.deleteLater()
        self.deleteLater()
