"""`--screenshot`: the window in one state, drawn into a file without a display."""

from __future__ import annotations

import sys
import traceback
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice

from app.commands.output import complain
from app.drawing.export import ExportError, write_atomic
from app.network.runners import run_now
from app.run import begin, make_desk
from app.settings import Settings
from app.widgets.shell import USUAL

if TYPE_CHECKING:
    import argparse
    from pathlib import Path
    from types import TracebackType

    from PySide6.QtWidgets import QApplication

    from app.desk import Desk
    from app.widgets.main_window import MainWindow
    from lessons.contents import Contents
    from lessons.model import Lesson


SETTLING: Final = 20
"""How often events are taken until everything that was asked for is drawn."""


def save_picture(app: QApplication, course: Contents, lesson: Lesson, arguments: argparse.Namespace) -> int:
    """Draw the window in this state into a file; the exit code."""
    problems: list[str] = []
    sys.excepthook = partial(_note_mistake, problems)
    settings = Settings(language=arguments.lang or "en", theme=arguments.theme or "light", motion="reduced")
    desk = make_desk(app, course, run_now, None, settings)
    desk.session.failed.connect(problems.append)
    begin(desk, lesson, arguments)
    if arguments.depth is not None:
        desk.session.set_depth(arguments.depth)
    if desk.window.pages.mode == "capture" and not problems:
        return _save_capture(app, desk, arguments)
    if problems or desk.session.telling is None:
        return complain(problems[0] if problems else "Nothing could be shown.")
    count = desk.session.telling.count
    if arguments.step is not None and not 1 <= arguments.step <= count:
        name = arguments.file or lesson.slug
        return complain(f"There is no step {arguments.step}: “{name}” has steps 1 to {count}.")
    desk.window.resize(*(arguments.size or USUAL))
    desk.window.show()
    desk.session.timeline.seek((arguments.step or 1) - 1)
    if arguments.mode is not None:
        desk.window.go(arguments.mode)
    app.processEvents()
    desk.canvas.finish()
    if problems:
        return complain(problems[0])
    return _write(desk.window, arguments.screenshot)


def _save_capture(app: QApplication, desk: Desk, arguments: argparse.Namespace) -> int:
    """A file of traffic when all of it is read, with its first finding, or the frame that `--step` counts."""
    capture = desk.modes.capture
    problems: list[str] = []
    capture.page.message.connect(lambda sentence, kind: problems.append(sentence) if kind == "error" else None)
    desk.window.resize(*(arguments.size or USUAL))
    desk.window.show()
    while capture.busy:
        app.processEvents()
    if problems:
        return complain(problems[0])
    if arguments.step is not None and arguments.step > len(capture.ledger):
        return complain(f"There is no row {arguments.step}: “{arguments.file}” has {len(capture.ledger)}.")
    if arguments.step is not None:
        capture.page.go_to(arguments.step - 1)
    else:
        capture.go_to_finding(1)
    for _ in range(SETTLING):
        app.processEvents()
    return _write(desk.window, arguments.screenshot)


def _note_mistake(
    problems: list[str], kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    traceback.print_exception(kind, error, trace)
    problems.append(f"The program made a mistake of its own: {error!r}.")


def _write(window: MainWindow, path: Path) -> int:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    try:
        write_atomic(path, bytes(buffer.data().data()))
    except ExportError as error:
        return complain(str(error))
    return 0
