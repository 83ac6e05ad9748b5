"""Start-up: one application, one window, one event loop for Qt and asyncio, one task group for everything that runs."""

from __future__ import annotations

import asyncio
import sys
import traceback
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.commands.octets import is_directory, is_file
from app.commands.output import complain
from app.desk import Desk
from app.drawing import accessible
from app.drawing.canvas import Canvas
from app.interrupts import Interrupts
from app.modes import offer_modes
from app.session import Done, Session
from app.settings import Settings, SettingsFile
from app.translate import Translators, system_language
from app.widgets.main_window import MainWindow
from lessons.loader import load_course, load_lesson
from lessons.model import Course, Lesson, LessonError
from lessons.order import Order
from protocol.chorus import Played

if TYPE_CHECKING:
    import argparse
    from types import TracebackType

VERSION = "0.1.0"
USUAL_SIZE = (1440, 900)
"""Of the window in pixels, if neither the command line nor the last time says otherwise."""


def run_window(arguments: argparse.Namespace) -> int:
    """Open the window with these arguments, or draw one picture of it."""
    try:
        course = load_course()
        lesson = _chosen_lesson(course, arguments)
        if arguments.redis is not None:
            _join_by(arguments.redis)
    except (LessonError, OSError) as error:
        return complain(str(error))
    problem = _usage_problem(arguments, lesson)
    if problem:
        return complain(problem)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("WebSocket 101")
    app.setApplicationVersion(VERSION)
    accessible.install()
    if arguments.screenshot is not None:
        return _screenshot(app, course, lesson, arguments)
    return _open(app, course, lesson, arguments)


def _chosen_lesson(course: Course, arguments: argparse.Namespace) -> Lesson:
    """The lesson to begin with; LessonError if there is none of that name."""
    slug = arguments.lesson
    if slug is None:
        return course.lessons[0]
    found = course.lesson(slug)
    if found is not None:
        return found
    if is_directory(slug):
        return load_lesson(Path(slug))
    known = ", ".join(lesson.slug for lesson in course.lessons)
    raise LessonError(None, 0, f"There is no lesson named “{slug}”; the course has: {known}.")


def _join_by(url: str) -> None:
    """All later runs of a play with a broker use this Redis; OSError with one sentence if that cannot be."""
    from app.network.plays.broker import choose

    choose(url)


def _usage_problem(arguments: argparse.Namespace, lesson: Lesson) -> str:
    if arguments.screenshot is not None and arguments.screenshot.suffix.lower() != ".png":
        return f"A screenshot is a PNG picture: “{arguments.screenshot}” does not end in .png."
    if arguments.file and (arguments.lesson or arguments.fault or arguments.move):
        return "A recording is opened alone: leave out --lesson, --fault and --move, or FILE."
    for kind, asked, there in (("fault", arguments.fault, lesson.faults), ("move", arguments.move, lesson.moves)):
        known = [one.id for one in there]
        unknown = [one for one in asked if one not in known]
        if unknown:
            listed = ", ".join(known) or "none"
            return f"The lesson “{lesson.slug}” has no {kind} named “{unknown[0]}”; it has: {listed}."
    if arguments.file and is_directory(arguments.file):
        return f"“{arguments.file}” is a directory; a recording is a file."
    if arguments.file and not is_file(arguments.file):
        return f"There is no file and no command named “{arguments.file}”; see main.py --help."
    return ""


# The picture.


def _screenshot(app: QApplication, course: Course, lesson: Lesson, arguments: argparse.Namespace) -> int:
    problems: list[str] = []
    sys.excepthook = partial(_note_mistake, problems)
    settings = Settings(language=arguments.lang or "en", theme=arguments.theme or "light", motion="reduced")
    desk = _desk(app, course, _run_now, None, settings)
    desk.session.failed.connect(problems.append)
    _begin(desk, lesson, arguments)
    if arguments.depth is not None:
        desk.session.set_depth(arguments.depth)
    if problems or desk.session.telling is None:
        return complain(problems[0] if problems else "Nothing could be shown.")
    count = desk.session.telling.count
    if arguments.step is not None and not 1 <= arguments.step <= count:
        name = arguments.file or lesson.slug
        return complain(f"There is no step {arguments.step}: “{name}” has steps 1 to {count}.")
    desk.window.resize(*(arguments.size or USUAL_SIZE))
    desk.window.show()
    desk.session.timeline.seek((arguments.step or 1) - 1)
    app.processEvents()
    desk.canvas.finish()
    if problems:
        return complain(problems[0])
    return _save_picture(desk.window, arguments.screenshot)


def _note_mistake(
    problems: list[str], kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    traceback.print_exception(kind, error, trace)
    problems.append(f"The program made a mistake of its own: {error!r}.")


def _run_now(order: Order, done: Done) -> None:
    """A runner for when nobody looks: the run is over when it returns."""
    from app.network.scenario import play

    try:
        done(asyncio.run(play(order)))
    except (OSError, TimeoutError, LessonError) as error:
        done(error)


def _save_picture(window: MainWindow, path: Path) -> int:
    from PySide6.QtCore import QBuffer, QIODevice

    from app.drawing.export import ExportError, write_atomic

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    try:
        write_atomic(path, bytes(buffer.data().data()))
    except ExportError as error:
        return complain(str(error))
    return 0


# The window.


def _open(app: QApplication, course: Course, lesson: Lesson, arguments: argparse.Namespace) -> int:
    from qasync import QEventLoop

    app.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        runner.run(_live(app, course, lesson, arguments))
    return 0


async def _live(app: QApplication, course: Course, lesson: Lesson, arguments: argparse.Namespace) -> None:
    closed = asyncio.Event()
    file = SettingsFile()
    loaded = file.load()
    async with asyncio.TaskGroup() as tasks:
        runs: set[asyncio.Task[None]] = set()
        desk = _desk(app, course, partial(_run_in, tasks, runs), file, _wanted(loaded.settings, arguments))
        sys.excepthook = partial(_unexpected, desk)
        desk.window.closing.connect(closed.set)
        interrupts = Interrupts(desk.window.close, desk.window)
        if loaded.damaged:
            desk.window.show_message(
                QCoreApplication.translate("desk", "The settings were damaged; defaults stand in for what was lost.")
            )
        if arguments.size or not desk.window.restore_place(loaded.settings.geometry):
            desk.window.resize(*(arguments.size or USUAL_SIZE))
        desk.window.show()
        desk.session.opened.connect(lambda: _check_step(desk, arguments), Qt.ConnectionType.SingleShotConnection)
        _begin(desk, lesson, arguments)
        if arguments.file and desk.session.telling is None:
            desk.session.open_lesson(lesson)  # the window says what is wrong with the file, and is of use all the same
        await closed.wait()
        interrupts.restore()
        for run in runs:
            run.cancel()


def _check_step(desk: Desk, arguments: argparse.Namespace) -> None:
    """The window shows the nearest step there is, and says so if that is not the one asked for."""
    count = desk.session.telling.count if desk.session.telling is not None else 0
    if arguments.step is not None and not 1 <= arguments.step <= count:
        said = QCoreApplication.translate("desk", "There is no step {step}; the steps are 1 to {count}.")
        desk.window.show_message(said.format(step=arguments.step, count=count), "error")


def _run_in(
    tasks: asyncio.TaskGroup,
    runs: set[asyncio.Task[None]],
    order: Order,
    done: Done,
) -> None:
    """A runner whose runs are tasks of the window's group; those that have not ended are in `runs`."""

    async def run() -> None:
        from app.network.scenario import play

        try:
            result: Played | Exception = await play(order)
        except (OSError, TimeoutError, LessonError) as error:
            result = error
        done(result)

    task = tasks.create_task(run())
    runs.add(task)
    task.add_done_callback(runs.discard)


def _unexpected(desk: Desk, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A mistake of ours: the window says so and goes on, the terminal has the details."""
    traceback.print_exception(kind, error, trace)
    said = QCoreApplication.translate("desk", "The program made a mistake of its own: {error}. It goes on.")
    sentence = said.format(error=f"{kind.__name__}: {error}")
    QTimer.singleShot(0, desk.window, lambda: desk.window.show_message(sentence, "error"))  # perhaps it paints just now


def _desk(app: QApplication, course: Course, runner: Any, file: SettingsFile | None, settings: Settings) -> Desk:
    canvas = Canvas()
    window = MainWindow(canvas, VERSION)
    desk = Desk(window, canvas, Session(course, runner, window), Translators(app), file, settings)
    desk.set_language(settings.language or system_language())
    desk.set_theme(settings.theme)
    desk.set_speed(settings.speed)
    desk.session.quizzing.set_mode(settings.questions)
    desk.follow_system()
    offer_modes(desk)
    return desk


def _begin(desk: Desk, lesson: Lesson, arguments: argparse.Namespace) -> None:
    if arguments.file:
        desk.session.open_recording(Path(arguments.file), (arguments.step or 1) - 1)
    else:
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
