"""Asking where a figure goes, and saying whether it arrived."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog

from app.drawing import export
from app.translate import said

if TYPE_CHECKING:
    from app.drawing.marks import Scene
    from app.widgets.main_window import MainWindow

FORMATS: Final = {"svg": "SVG", "pdf": "PDF", "png": "PNG"}


class Exporting(QObject):
    """The export dialog of one window. It does not block: playing, sockets and other keys go on."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._folder = str(Path.home())

    def ask(self, scene: Scene | None, name: str, lang: str) -> None:
        """Ask for a file and write the scene as it is now."""
        if scene is None:
            return
        title = QCoreApplication.translate("exporting", "Export the figure")
        dialog = QFileDialog(self._window, title, str(Path(self._folder) / f"{name}.svg"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{words} (*.{suffix})" for suffix, words in FORMATS.items()])
        dialog.setDefaultSuffix("svg")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(chosen[:3].lower()))
        dialog.fileSelected.connect(lambda path: self.write(scene, Path(path), lang))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, scene: Scene, path: Path, lang: str) -> None:
        """Write the file and say so, or say what hindered it."""
        try:
            export.export(scene, path, lang=lang)
        except export.ExportError as error:
            self._window.show_message(said(error), "error")
            return
        self._folder = str(path.parent)
        text = QCoreApplication.translate("exporting", "The figure was written to {path}.")
        self._window.show_message(text.format(path=path))

    def copy(self, scene: Scene | None, lang: str) -> None:
        """The scene to the clipboard as an image, as SVG and in words."""
        if scene is None:
            return
        export.to_clipboard(scene, lang=lang)
        self._window.show_message(QCoreApplication.translate("exporting", "The figure was copied."))
