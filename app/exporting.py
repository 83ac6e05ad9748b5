"""Taking figures and storyboards away: one dialog of one window, what it remembers, and whether a file arrived."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject

from app.drawing import export
from app.publishing.formats import SUFFIXES, suffix_of, written
from app.publishing.remembered import Remembered
from app.translate import said

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.drawing.marks import Scene
    from app.exporting_desk import ExportDesk
    from app.publishing.remembered import Wanted
    from app.publishing.subjects import Subject
    from app.publishing.whole import Whole
    from app.widgets.main_window import MainWindow

LONGEST: Final = 80
"""Letters of a name that is proposed for a file."""


class Exporting(QObject):
    """It does not block: playing, sockets and other keys go on. `keep` is given what is to be remembered."""

    def __init__(
        self,
        window: MainWindow,
        stored: Mapping[str, object] | None = None,
        keep: Callable[[Mapping[str, str | int]], object] | None = None,
    ) -> None:
        super().__init__(window)
        self.window = window
        self.remembered = Remembered.from_dict(stored or {})
        self.desk: ExportDesk | None = None
        """The dialog that is open, at work."""
        self._keep = keep
        window.closing.connect(self.close)

    def ask(self, subject: Subject | None, lang: str, whole: Whole | None = None) -> None:
        """Open the dialog for a figure, and for all steps that it is one of."""
        if subject is None or self.desk is not None:
            return
        from app.exporting_desk import ExportDesk  # noqa: PLC0415  # when somebody exports

        self.desk = ExportDesk(self, subject, lang, whole)
        self.desk.closed.connect(self._closed)
        self.desk.open()

    def remember(self, wanted: Wanted, lang: str, *, captioned: bool) -> None:
        """The reader has other wishes."""
        self._remember(self.remembered.after(wanted, lang, captioned=captioned))

    @property
    def folder(self) -> Path:
        """Where the last file went, if that is still there."""
        folder = Path(self.remembered.folder) if self.remembered.folder else Path.home()
        try:
            return folder if folder.is_dir() else Path.home()
        except (OSError, ValueError):
            return Path.home()

    def write(self, subject: Subject, path: Path, wanted: Wanted) -> bool:
        """Write a figure in the format of its suffix and say so, or say what hindered it; whether it was written."""
        try:
            suffix = suffix_of(path)
            if suffix not in SUFFIXES:
                raise export.ExportError(export.UNKNOWN_SUFFIX, name=path.name, suffixes=", ".join(SUFFIXES))
            export.write_atomic(path, written(subject, suffix, wanted.choices))
        except export.ExportError as error:
            self.fail(error)
            return False
        self.arrived(path, QCoreApplication.translate("exporting", "The figure was written to {path}."))
        return True

    def arrived(self, path: Path, sentence: str) -> None:
        """A file is written: say so, and begin there next time."""
        self._remember(replace(self.remembered, folder=str(path.parent)))
        self.window.show_message(sentence.format(path=path), "done")

    def fail(self, error: Exception) -> None:
        """What hindered it, in one sentence, where the reader looks."""
        if self.desk is not None:
            self.desk.dialog.say(said(error), wrong=True)
        else:
            self.window.show_message(said(error), "error")

    def copy(self, scene: Scene | None, lang: str) -> None:
        """The scene to the clipboard as an image, as SVG and in words."""
        if scene is None:
            return
        export.to_clipboard(scene, lang=lang)
        self.window.show_message(QCoreApplication.translate("exporting", "The figure was copied."), "done")

    def close(self) -> None:
        """The window closes: nothing goes on, and no half file is left."""
        if self.desk is not None:
            self.desk.dialog.reject()

    def _remember(self, remembered: Remembered) -> None:
        if remembered != self.remembered:
            self.remembered = remembered
            if self._keep is not None:
                self._keep(remembered.to_dict())

    def _closed(self) -> None:
        self.desk = None


def stem(name: str) -> str:
    """A name for a file, whatever the thing is called: letters of any script and digits, the rest as dashes."""
    safe = "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in name)
    return safe.strip("-.")[:LONGEST].strip("-.") or "figure"
