"""The clipboard, files that are written whole or not at all, and the sentence for what hinders it."""

from __future__ import annotations

import atexit
from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from app.drawing.render import ensure_app, render_image
from app.drawing.svg_device import to_svg
from app.drawing.theme import PAPER
from app.reasons import QT_TRANSLATE_NOOP, SaidError, reason
from app.writing import replace_file

if TYPE_CHECKING:
    from pathlib import Path

    from app.drawing.marks import Scene
    from app.drawing.theme import Theme

SCALE: Final = 2
"""Pixels for each stage unit in a picture that is copied."""


class ExportError(SaidError):
    """A file that could not be written."""

    context = "export"


UNKNOWN_SUFFIX = QT_TRANSLATE_NOOP("export", "“{name}” does not end in {suffixes}.")
NOT_WRITTEN = QT_TRANSLATE_NOOP("export", "“{name}” could not be written: {reason}.")


def write_atomic(path: Path, data: bytes) -> None:
    """Replaces the file at `path` in one move; on failure nothing is left behind and the old file stays."""
    try:
        replace_file(path, data)
    except OSError as error:
        raise ExportError(NOT_WRITTEN, name=str(path), reason=reason(error)) from error


def described(scene: Scene) -> str:
    """The scene in words: title and description."""
    return "\n".join(part for part in (scene.title, scene.description) if part)


def to_clipboard(scene: Scene, theme: Theme = PAPER, lang: str = "en") -> None:
    """Puts the scene on the clipboard as an image, as SVG and in words; the receiver takes what it can use."""
    ensure_app()
    data = QMimeData()
    data.setImageData(render_image(scene, theme, SCALE, lang))
    data.setData("image/svg+xml", to_svg(scene, theme, lang).encode())
    data.setText(described(scene))
    put_on_clipboard(data)


def put_on_clipboard(data: QMimeData) -> None:
    """These forms of one thing, for whoever pastes it."""
    QGuiApplication.clipboard().setMimeData(data)
    _let_go_at_exit()


@cache
def _let_go_at_exit() -> None:
    """Where there is no desktop, Qt frees the clipboard after Python has ended, and what Python has put there takes
    the process down with it. A real desktop takes the data over."""

    def let_go() -> None:
        if QGuiApplication.instance() is not None and QGuiApplication.platformName() in {"offscreen", "minimal"}:
            QGuiApplication.clipboard().clear()

    atexit.register(let_go)
