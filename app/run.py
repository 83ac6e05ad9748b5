"""Start-up: one application, one window, one event loop for Qt and asyncio, one task group for everything that runs.

The window is shown before anything else is loaded (`app.widgets.shell`). What fills it is imported after its first
picture, in slices between which it answers, and of the course only what the list of lessons shows and the one lesson
that is opened. So this module imports late whatever the first picture does not need.
"""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.widgets.shell import USUAL, Shell

if TYPE_CHECKING:
    import argparse
    import asyncio
    from types import TracebackType

    from app.desk import Desk
    from app.settings import Loaded, Settings, SettingsFile
    from lessons.contents import Contents
    from lessons.model import Course, Lesson

VERSION = "0.1.0"

PATIENCE: Final = 1000
"""Milliseconds after which the window is filled even if it was not painted: nobody may see it yet."""

SLICES: Final = (
    "PySide6.QtSvg", "app.drawing.canvas", "app.widgets.look", "app.widgets.text", "app.widgets.top_bar",
    "app.widgets.navigation", "app.widgets.side_pane", "app.widgets.transport_bar", "app.widgets.main_window",
    "protocol.knowledge", "protocol.observer", "lessons.model", "lessons.narration", "lessons.questions",
    "lessons.loader", "app.figures.gallery", "app.model.telling", "app.session", "app.desk", "markdown_it",
    "app.network.scenario", "app.network.runners",
)  # fmt: skip
"""What fills the window, imported piece by piece."""


def run_window(arguments: argparse.Namespace) -> int:
    """Open the window with these arguments, or draw one picture of it."""
    from lessons.error import LessonError

    course, lesson = None, None
    try:
        if arguments.screenshot or arguments.lesson or arguments.fault or arguments.move:
            from lessons.contents import Contents

            course = Contents()
            lesson = _chosen_lesson(course, arguments)
        if arguments.redis is not None:
            _join_by(arguments.redis)
    except (LessonError, OSError) as error:
        return _complain(str(error))
    problem = _usage_problem(arguments, lesson)
    if problem:
        return _complain(problem)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("WebSocket 101")
    app.setApplicationVersion(VERSION)
    if arguments.screenshot is not None:
        assert course is not None
        assert lesson is not None

        from app.picture import save_picture

        return save_picture(app, course, lesson, arguments)
    return _open(app, course, arguments)


def _complain(sentence: str) -> int:
    from app.commands.output import complain

    return complain(sentence)


def _chosen_lesson(course: Course | Contents, arguments: argparse.Namespace) -> Lesson:
    """The lesson to begin with; LessonError if there is none of that name, or if it is not sound."""
    from app.commands.octets import is_directory
    from lessons.error import LessonError

    slug = arguments.lesson
    if slug is None:
        slug = next((listed.slug for listed in course.lessons), "")
    found = course.lesson(slug)
    if found is not None:
        return found
    if is_directory(slug):
        from pathlib import Path

        from lessons.loader import load_lesson

        return load_lesson(Path(slug))
    known = ", ".join(lesson.slug for lesson in course.lessons)
    raise LessonError(None, 0, "There is no lesson named “{slug}”; the course has: {known}.", slug=slug, known=known)


def _join_by(url: str) -> None:
    """All later runs of a play with a broker use this Redis; OSError with one sentence if that cannot be."""
    from app.network.plays.broker import choose

    choose(url)


def _usage_problem(arguments: argparse.Namespace, lesson: Lesson | None) -> str:
    """What cannot be meant, in one sentence. A lesson that nobody has named is not looked at."""
    if arguments.screenshot is not None and arguments.screenshot.suffix.lower() != ".png":
        return f"A screenshot is a PNG picture: “{arguments.screenshot}” does not end in .png."
    if arguments.file and (arguments.lesson or arguments.fault or arguments.move):
        return "A recording is opened alone: leave out --lesson, --fault and --move, or FILE."
    if lesson is not None:
        problem = _unknown(lesson, arguments)
        if problem:
            return problem
    return _unusable(arguments.file) if arguments.file else ""


def _unusable(file: str) -> str:
    """Why this cannot be a recording."""
    from app.commands.octets import is_directory, is_file

    if is_directory(file):
        return f"“{file}” is a directory; a recording is a file."
    if not is_file(file):
        return f"There is no file and no command named “{file}”; see main.py --help."
    return ""


def _unknown(lesson: Lesson, arguments: argparse.Namespace) -> str:
    """The first fault or move that was asked for and that the lesson does not have."""
    for kind, asked, there in (("fault", arguments.fault, lesson.faults), ("move", arguments.move, lesson.moves)):
        known = [one.id for one in there]
        unknown = [one for one in asked if one not in known]
        if unknown:
            listed = ", ".join(known) or "none"
            return f"The lesson “{lesson.slug}” has no {kind} named “{unknown[0]}”; it has: {listed}."
    return ""


def _open(app: QApplication, course: Contents | None, arguments: argparse.Namespace) -> int:
    from app.settings import SettingsFile

    file = SettingsFile()
    loaded = file.load()
    app.setQuitOnLastWindowClosed(False)
    shell = Shell(_wanted(loaded.settings, arguments).theme)
    if arguments.size or not shell.restore_place(loaded.settings.geometry):
        shell.resize(*(arguments.size or USUAL))
    _paint(shell)

    import asyncio

    from qasync import QEventLoop as AsyncLoop

    with asyncio.Runner(loop_factory=lambda: AsyncLoop(app)) as runner:
        runner.run(_live(app, shell, course, file, loaded, arguments))
    return 0


def _paint(shell: Shell) -> None:
    """Show the window, and come back when it stands on the screen."""
    waiting = QEventLoop()
    shell.painted.connect(lambda: QTimer.singleShot(0, waiting.quit))  # once its children are painted as well
    QTimer.singleShot(PATIENCE, waiting.quit)
    shell.show()
    if not shell.was_painted:
        waiting.exec()


async def _live(
    app: QApplication,
    shell: Shell,
    course: Contents | None,
    file: SettingsFile,
    loaded: Loaded,
    arguments: argparse.Namespace,
) -> None:
    import asyncio

    from app.interrupts import Interrupts

    closed = asyncio.Event()
    shell.closed.connect(closed.set)
    interrupts = Interrupts(shell.close, shell)
    async with asyncio.TaskGroup() as tasks:
        runs: set[asyncio.Task[None]] = set()
        await _load()

        from app.network.runners import run_in

        if not shell.was_closed:
            desk = _furnish(app, shell, course, partial(run_in, tasks, runs), file, loaded, arguments)
            await asyncio.sleep(0)
            _start(desk, arguments)
            await closed.wait()
        interrupts.restore()
        for run in runs:
            run.cancel()


async def _load() -> None:
    """Import what fills the window, and let it answer in between."""
    import asyncio
    import linecache
    from importlib import import_module

    for name in SLICES:
        import_module(name)
        linecache.clearcache()  # Qt for Python reads the source of every module imported after it, and leaves it there
        await asyncio.sleep(0)


def _furnish(
    app: QApplication,
    shell: Shell,
    course: Contents | None,
    runner: Any,
    file: SettingsFile,
    loaded: Loaded,
    arguments: argparse.Namespace,
) -> Desk:
    """What the window holds from now on."""
    from lessons.contents import Contents

    desk = make_desk(app, course or Contents(), runner, file, _wanted(loaded.settings, arguments))
    sys.excepthook = partial(_unexpected, desk)
    shell.hold(desk.window)
    if loaded.damaged:
        desk.window.show_message(
            QCoreApplication.translate("desk", "The settings were damaged; defaults stand in for what was lost.")
        )
    return desk


def _start(desk: Desk, arguments: argparse.Namespace) -> None:
    """Open what the command line asks for, or the first lesson."""
    import linecache

    from PySide6.QtCore import Qt

    from app.translate import said
    from lessons.error import LessonError

    once = Qt.ConnectionType.SingleShotConnection
    desk.session.opened.connect(lambda: _check_step(desk, arguments), once)
    desk.session.opened.connect(linecache.clearcache, once)  # see `_load`
    course = desk.session.course
    for problem in getattr(course, "problems", ()):
        desk.window.show_message(said(problem), "error")
    try:
        if arguments.mode is not None:
            desk.window.go(arguments.mode)
        if not arguments.file:
            _begin_lesson(desk, _chosen_lesson(course, arguments), arguments)
            return
        if _begin_file(desk, arguments):
            return
        if desk.session.telling is None:  # the window says what is wrong with the file, and is of use all the same
            desk.session.open_lesson(_chosen_lesson(course, arguments))
    except LessonError as error:
        desk.session.failed.emit(said(error))


def _check_step(desk: Desk, arguments: argparse.Namespace) -> None:
    """The window shows the nearest step there is, and says so if that is not the one asked for."""
    count = desk.session.telling.count if desk.session.telling is not None else 0
    if arguments.step is not None and not 1 <= arguments.step <= count:
        said = QCoreApplication.translate("desk", "There is no step {step}; the steps are 1 to {count}.")
        desk.window.show_message(said.format(step=arguments.step, count=count), "error")


def _unexpected(desk: Desk, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A mistake of ours: the window says so and goes on, the terminal has the details."""
    import traceback

    traceback.print_exception(kind, error, trace)
    said = QCoreApplication.translate("desk", "The program made a mistake of its own: {error}. It goes on.")
    sentence = said.format(error=f"{kind.__name__}: {error}")
    QTimer.singleShot(0, desk.window, lambda: desk.window.show_message(sentence, "error"))  # perhaps it paints just now


def make_desk(app: QApplication, course: Contents, runner: Any, file: SettingsFile | None, settings: Settings) -> Desk:
    from app.desk import Desk
    from app.drawing import accessible
    from app.drawing.canvas import Canvas
    from app.modes import Modes
    from app.session import Session
    from app.translate import Translators, system_language
    from app.widgets.main_window import MainWindow

    accessible.install()
    canvas = Canvas()
    window = MainWindow(canvas, VERSION)
    desk = Desk(window, canvas, Session(course, runner, window), Translators(app), file, settings)
    desk.set_language(settings.language or system_language())
    desk.set_theme(settings.theme)
    desk.set_speed(settings.speed)
    desk.session.quizzing.set_mode(settings.questions)
    desk.follow_system()
    desk.modes = Modes(desk)
    return desk


def begin(desk: Desk, lesson: Lesson, arguments: argparse.Namespace) -> None:
    if arguments.file:
        _begin_file(desk, arguments)
    else:
        _begin_lesson(desk, lesson, arguments)


def _begin_file(desk: Desk, arguments: argparse.Namespace) -> bool:
    """A recording of our own has steps; what somebody else has captured is opened in Capture: whether it is that."""
    from pathlib import Path

    from app.files.opening import is_capture

    path = Path(arguments.file)
    if arguments.mode == "capture" or is_capture(path):
        desk.modes.open_capture(path)
        return True
    desk.session.open_recording(path, (arguments.step or 1) - 1)
    return False


def _begin_lesson(desk: Desk, lesson: Lesson, arguments: argparse.Namespace) -> None:
    step, moves = (arguments.step or 1) - 1, tuple(arguments.move)
    desk.session.open_lesson(lesson, frozenset(arguments.fault), step, moves)


def _wanted(settings: Settings, arguments: argparse.Namespace) -> Settings:
    """What was remembered, with what the command line asks for on top."""
    from dataclasses import replace

    return replace(
        settings,
        language=arguments.lang or settings.language,
        theme=arguments.theme or settings.theme,
    )
