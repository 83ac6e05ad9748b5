"""The one door between the window and everything behind it: what is open, where the cursor stands, what was answered.

Widgets ask the session; the session asks lessons, facts and figures, and hands scenarios to a runner that owns the
network. Of words it has only those for what goes wrong, and it draws nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.drawing.marks import Room, Scene
from app.figures import gallery
from app.model.control import Control
from app.model.telling import Asked, LessonTelling, RecordingTelling, StepView, Telling
from app.model.timeline import Timeline
from app.reasons import SaidError
from app.translate import said, said_reason
from lessons.model import Course, Lesson, LessonError, Scenario
from protocol.observer import observe
from protocol.recording import FORMAT_VERSION, DamagedRecordingError, Recording, load

Done = Callable[[Recording | Exception], None]


class Runner(Protocol):
    """Runs a scenario on real sockets and calls `done` with the recording, or with what went wrong."""

    def __call__(self, scenario: Scenario, faults: frozenset[str], done: Done) -> None:
        """Start the run; `done` is called once, later, in the window's thread."""


class Session(QObject):
    """One open lesson or recording and the place in it."""

    opened = Signal()
    """Something else is open: lesson, faults or recording."""
    changed = Signal()
    """The same step looks different: an answer was given, a control was turned, the language changed."""
    failed = Signal(str)
    """One clear sentence for the user; nothing that was open is lost."""

    def __init__(self, course: Course, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.course = course
        self.timeline = Timeline(self)
        self.telling: Telling | None = None
        self.lesson: Lesson | None = None
        self.faults: frozenset[str] = frozenset()
        self._wanted: frozenset[str] = frozenset()
        """The faults of the newest run, which may not be over yet."""
        self.lang = "en"
        self._runner = runner
        self._answers: dict[tuple[str, frozenset[str], str], str] = {}
        self._turned: dict[str, str | int] = {}
        self._run = 0
        self.timeline.moved.connect(self._forget_controls)

    # Opening.

    def open_lesson(self, lesson: Lesson, faults: frozenset[str] = frozenset(), step: int | None = 0) -> None:
        """Run the lesson and show it at `step`, None for the place where the reader goes on (see `set_fault`).

        What is open stays until the run has succeeded; a run that was overtaken by a newer one counts for nothing.
        """
        self._run += 1
        self._wanted = faults
        run = self._run

        def done(result: Recording | Exception) -> None:
            if run == self._run:
                self._lesson_ran(lesson, faults, step, result)

        self._runner(lesson.scenario, faults, done)

    def open_slug(self, slug: str, faults: frozenset[str] = frozenset(), step: int = 0) -> None:
        """Open a lesson of the course by its name."""
        lesson = self.course.lesson(slug)
        if lesson is None:
            known = ", ".join(lesson.slug for lesson in self.course.lessons)
            text = QCoreApplication.translate("session", "There is no lesson named “{slug}”; the course has: {known}.")
            self.failed.emit(text.format(slug=slug, known=known))
            return
        self.open_lesson(lesson, faults, step)

    def open_recording(self, path: Path, step: int = 0) -> None:
        """Show a recording from a file, as far as it can be read."""
        try:
            loaded = load(path)
        except OSError as error:
            text = QCoreApplication.translate("session", "{path} cannot be read: {reason}.")
            self.failed.emit(text.format(path=path, reason=said_reason(error)))
            return
        except DamagedRecordingError:
            text = QCoreApplication.translate("session", "{path}, line 1: not a recording of version {version}.")
            self.failed.emit(text.format(path=path, version=FORMAT_VERSION))
            return
        facts = observe(loaded.recording)
        if not len(facts):
            text = QCoreApplication.translate("session", "{path} is an empty recording: there is nothing to show.")
            self.failed.emit(f"{loaded.damage}." if loaded.damage else text.format(path=path))
            return
        self._run += 1
        self.lesson = None
        self.faults = self._wanted = frozenset()
        self.telling = RecordingTelling(path.name, loaded.recording, facts)
        self._show(step)
        if loaded.damage:
            self.failed.emit(f"{loaded.damage}.")

    def set_fault(self, fault: str, on: bool) -> None:
        """Switch one fault of the open lesson on, and every other off, or switch it off.

        The lesson is run anew. It goes on where the fault is told of; without one, as near to the present step as it
        can be.
        """
        if self.lesson is not None:
            self.open_lesson(self.lesson, frozenset({fault}) if on else self._wanted - {fault}, None)

    def set_language(self, lang: str) -> None:
        """Tell everything in another language; nothing else changes."""
        self.lang = lang
        self.changed.emit()

    # Looking.

    def view(self, number: int | None = None) -> StepView | None:
        """What a step shows and says in the current language; the current step by default."""
        if self.telling is None or not self.telling.count:
            return None
        return self.telling.step(self.timeline.step if number is None else number, self.lang)

    def asked(self) -> Asked | None:
        """The question of the current step, with what was chosen and, once it was, what is right."""
        view = self.view()
        if view is None or not view.question or self.telling is None:
            return None
        return self.telling.asked(view.question, self.lang, self._answers.get(self._answer_key(view.question), ""))

    def scene(self, room: Room) -> Scene | None:
        """The current step as marks; what would give an open question away is veiled."""
        view = self.view()
        if view is None or self.telling is None:
            return None
        setup = self.telling.recording.setup
        addresses = {"client_address": setup.client, "server_address": setup.server}
        own = Room(room.measure, room.words, room.height, {**addresses, **view.options, **self._turned})
        scene = gallery.draw(view.figure, self.telling.facts, view.cursor, view.focus, own)
        asked = self.asked()
        if asked is not None and not asked.chosen:
            scene = scene.veiled(view.hides)
        return scene

    def controls(self, room: Room) -> tuple[Control, ...]:
        """The local controls of the current step."""
        view = self.view()
        if view is None:
            return ()
        return gallery.controls(view.figure, view.focus, {**view.options, **self._turned}, room)

    # Acting.

    def answer(self, option: str) -> None:
        """Choose an option of the current question."""
        view, asked = self.view(), self.asked()
        if view is None or asked is None or option not in asked.options:
            return
        self._answers[self._answer_key(view.question)] = option
        self.changed.emit()

    def turn(self, name: str, value: str | int) -> None:
        """Turn a local control; it holds until the next step."""
        self._turned[name] = value
        self.changed.emit()

    def _lesson_ran(
        self, lesson: Lesson, faults: frozenset[str], step: int | None, result: Recording | Exception
    ) -> None:
        self._wanted = self.faults
        if isinstance(result, Exception):
            self.failed.emit(_failure(result))
            return
        try:
            telling = LessonTelling.of(lesson, result, observe(result), faults)
        except LessonError as error:
            self.failed.emit(said(error))
            return
        before = [view.id for view in map(self.view, range(self.timeline.step + 1)) if view is not None]
        place = telling.place_after(before) if step is None else step
        self._wanted = faults
        self.lesson, self.faults, self.telling = lesson, faults, telling
        self._show(place)

    def _show(self, step: int) -> None:
        assert self.telling is not None
        self._turned.clear()
        self.timeline.reset(self.telling.count, step)
        self.opened.emit()

    def _answer_key(self, question: str) -> tuple[str, frozenset[str], str]:
        return (self.lesson.slug if self.lesson else "", self.faults, question)

    def _forget_controls(self) -> None:
        self._turned.clear()


def _failure(error: Exception) -> str:
    """Why a lesson did not run."""
    if isinstance(error, OSError) and not isinstance(error, SaidError):
        text = QCoreApplication.translate("session", "The lesson cannot be run here: {reason}.")
        return text.format(reason=said_reason(error))
    return said(error)
