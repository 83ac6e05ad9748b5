"""The one door between the window and everything behind it: what is open, where the cursor stands, what was answered.

Widgets ask the session; the session asks lessons, facts and figures, and hands scenarios to a runner that owns the
network. Of words it has only those for what goes wrong, and it draws nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.drawing.marks import Room, Scene
from app.figures import gallery
from app.model.control import Control
from app.model.goal import GoalView, goal_view
from app.model.quizzing import Quizzing
from app.model.telling import Asked, LessonTelling, RecordingTelling, StepView, Telling, sight
from app.model.timeline import Timeline
from app.reasons import SaidError
from app.translate import said, said_damage, said_reason
from lessons.contents import Contents
from lessons.forking import Change, changes_at
from lessons.goals import met
from lessons.model import Course, Lesson, LessonError
from lessons.narration import narrate
from lessons.order import Order
from protocol.chorus import Chorus, Played
from protocol.recording import FORMAT_VERSION, DamagedRecordingError, Recording, load

Done = Callable[[Played | Exception], None]


class Runner(Protocol):
    """Runs what is ordered on real sockets and calls `done` with what was recorded, or with what went wrong."""

    def __call__(self, order: Order, done: Done) -> None:
        """Start the run; `done` is called once, later, in the window's thread."""


INSTEAD: Final = ".fallback"
"""How the kind of a moment ends that tells of something that took the place of what was asked for."""

LAST: Final = 1_000_000
"""More steps than any lesson has: the last one."""


@dataclass(frozen=True, slots=True)
class Fork:
    """A run that is kept beside the one that follows it."""

    telling: Telling


class Session(QObject):
    """One open lesson or recording and the place in it."""

    opened = Signal()
    """Something else is open: lesson, faults or recording."""
    changed = Signal()
    """The same step looks different: an answer was given, a control was turned, the language changed."""
    noticed = Signal(str)
    """One sentence about a run that has succeeded, but not as it was asked for."""
    failed = Signal(str)
    """One clear sentence for the user; nothing that was open is lost."""

    def __init__(self, course: Course | Contents, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.course = course
        self.timeline = Timeline(self)
        self.telling: Telling | None = None
        self.lesson: Lesson | None = None
        self.order: Order | None = None
        """What was run, for a lesson."""
        self.fork: Fork | None = None
        """The run that is kept beside the present one."""
        self.quizzing = Quizzing()
        self.gathered: frozenset[str] = frozenset()
        """What earlier runs have met of a goal that gathers."""
        self.lang = "en"
        self.opening = False
        """Whether something else is being opened: the cursor moves, and `opened` comes next."""
        self._wanted: Order | None = None
        """The newest run, which may not be over yet."""
        self._runner = runner
        self._answers: dict[tuple[str, frozenset[str], str], str] = {}
        self._turned: dict[str, str | int] = {}
        self._run = 0
        self.timeline.moved.connect(self._forget_controls)

    # Opening.

    @property
    def faults(self) -> frozenset[str]:
        """What is switched on in the lesson that is open."""
        return self.order.faults if self.order is not None else frozenset()

    def open_lesson(
        self,
        lesson: Lesson,
        faults: frozenset[str] = frozenset(),
        step: int | None = 0,
        moves: tuple[str, ...] = (),
    ) -> None:
        """Run the lesson and show it at `step`, None for the place where the reader goes on (see `set_fault`).

        What is open stays until the run has succeeded; a run that was overtaken by a newer one counts for nothing.
        """
        if step is not None:
            self.fork = None
        self._start(lesson, Order(lesson.scenario, faults, moves), step)

    def _start(self, lesson: Lesson, order: Order, step: int | None) -> None:
        self._run += 1
        self._wanted = order
        run = self._run

        def done(result: Played | Exception) -> None:
            if run == self._run:
                self._lesson_ran(lesson, order, step, result)

        self._runner(order, done)

    def open_slug(self, slug: str, faults: frozenset[str] = frozenset(), step: int = 0) -> None:
        """Open a lesson of the course by its name."""
        try:
            lesson = self.course.lesson(slug)
        except LessonError as error:
            self.failed.emit(said(error))
            return
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
        self.open_talk(path.name, loaded.recording, step, said_damage(path, loaded))

    def open_talk(self, name: str, recording: Recording, step: int = 0, damage: str = "") -> None:
        """Show a recording, step by step; `damage` is what is to be said of it."""
        telling = RecordingTelling.of(name, Played.of(recording))
        if not telling.count:
            text = QCoreApplication.translate("session", "{path} is an empty recording: there is nothing to show.")
            self.failed.emit(damage or text.format(path=name))
            return
        self._run += 1
        self.lesson = self.order = self._wanted = self.fork = None
        self.telling = telling
        self._show(step)
        if damage:
            self.failed.emit(damage)

    def run_beside(self, variant: str, done: Callable[[Telling], None]) -> None:
        """Run another variant of the open lesson without showing it; if that fails, nothing comes of it."""
        lesson, faults = self.lesson, frozenset({variant})

        def ran(result: Played | Exception) -> None:
            if lesson is not None and not isinstance(result, Exception):
                with suppress(LessonError):
                    done(LessonTelling.of(lesson, result, faults, depth))

        depth = self.telling.depth if isinstance(self.telling, LessonTelling) else 0
        if lesson is not None:
            self._runner(Order(lesson.scenario, faults), ran)

    def set_fault(self, fault: str, on: bool) -> None:
        """Switch one fault or variant of the open lesson on, and every other off, or switch it off.

        The lesson is run anew. It goes on where the fault is told of; without one, as near to the present step as it
        can be.
        """
        if self.lesson is None or self._wanted is None:
            return
        faults = frozenset({fault}) if on else self._wanted.faults - {fault}
        self._start(self.lesson, Order(self.lesson.scenario, faults), None)

    def turn_variant(self, by: int) -> None:
        """Go to the next variant of the open lesson, or with -1 to the one before; the last is followed by the
        first."""
        variants = [fault.id for fault in self.lesson.variants] if self.lesson is not None else []
        if variants and self.lesson is not None and self._wanted is not None:
            now = self.lesson.scenario.switched(self._wanted.faults)
            place = next(number for number, variant in enumerate(variants) if variant in now)
            self.set_fault(variants[(place + by) % len(variants)], on=True)

    # Reaching the goal.

    def make_move(self, move: str) -> None:
        """Do something more at the end of the run, and see what comes of it."""
        if self.lesson is not None and self._wanted is not None:
            order = replace(self._wanted, moves=(*self._wanted.moves, move))
            self._start(self.lesson, order, LAST)

    def undo_moves(self, count: int = 1) -> None:
        """Take the last moves back."""
        if self.lesson is not None and self._wanted is not None and self._wanted.moves:
            self._start(self.lesson, replace(self._wanted, moves=self._wanted.moves[:-count]), LAST)

    def goal(self) -> GoalView | None:
        """The goal of the open lesson and how far it is met."""
        if self.lesson is None or self.order is None or not isinstance(self.telling, LessonTelling):
            return None
        return goal_view(self.telling.story, self.order, self.lang)

    def conditions_met(self) -> frozenset[str]:
        """What the present run meets of the goal."""
        if self.lesson is None or self.order is None or self.telling is None:
            return frozenset()
        return met(self.lesson.goal, self.telling.facts, self.order.wanted)

    # Two futures.

    def changes(self) -> tuple[Change, ...]:
        """What can be changed at the present step."""
        view = self.view()
        if self.order is None or self.telling is None or view is None or view.of:
            return ()
        return changes_at(self.order.wanted, self.telling.played, self.telling.facts, view.cursor)

    def change(self, change: Change) -> None:
        """Play the run anew with one thing changed, and keep the present one beside it."""
        if self.lesson is not None and self.order is not None and self.telling is not None:
            if self.fork is None:
                self.fork = Fork(self.telling)
            self._start(self.lesson, replace(self.order, change=change), None)

    def keep(self) -> None:
        """Keep the present run beside whatever comes next; again: look at one run only."""
        if self.fork is not None:
            self.fork = None
            if self.order is not None and self.order.change is not None and self.lesson is not None:
                self._start(self.lesson, replace(self.order, change=None), None)
                return
        elif self.telling is not None and self.lesson is not None:
            self.fork = Fork(self.telling)
        self.changed.emit()

    def set_depth(self, depth: int) -> None:
        """Step by what the lesson has written (0), or by messages, frames or every detail (1, 2, 3)."""
        view = self.view()
        if self.telling is not None and view is not None and depth != self.telling.depth:
            self.telling = self.telling.at_depth(depth)
            self._show(self.telling.number_at(view.cursor))

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
        if view is None or self.telling is None or self.quizzing.mode == "off":
            return None
        extra = self.quizzing.asked(self.telling, view, self.lang)
        if extra is not None or not view.question:
            return extra
        return self.telling.asked(view.question, self.lang, self._answers.get(self._answer_key(view.question), ""))

    def ask_more(self) -> None:
        """A new question about what is going on, one that was not asked before."""
        view = self.view()
        if view is not None and self.telling is not None and self.quizzing.ask(self.telling, view):
            self.changed.emit()

    def scene(self, room: Room) -> Scene | None:
        """The current step as marks; what would give an open question away is veiled."""
        view = self.view()
        if view is None or self.telling is None:
            return None
        if self.fork is not None and self.fork.telling is not self.telling:
            from app.figures import fork  # noqa: PLC0415  # most lessons are read without a second run

            return fork.draw(self.fork.telling.facts, *sight(self.telling, view), room)
        facts, cursor = sight(self.telling, view)
        scene = gallery.draw(view.figure, facts, cursor, view.focus, self._furnished(self.telling, view, room))
        if cursor:  # what a screen reader says first is what has just become true
            scene = replace(scene, description=f"{narrate(facts[cursor - 1], self.lang)} {scene.description}".strip())
        asked = self.asked()
        if asked is not None and not asked.chosen:
            scene = scene.veiled(view.hides)
        return scene

    def preview(self, telling: Telling, number: int, room: Room) -> Scene:
        """Another step as marks, perhaps of another run, with nothing veiled: for whoever leads others through it."""
        view = telling.step(number, self.lang)
        facts, cursor = sight(telling, view)
        return gallery.draw(view.figure, facts, cursor, view.focus, self._furnished(telling, view, room))

    def _furnished(self, telling: Telling, view: StepView, room: Room) -> Room:
        """The room with the options of a step; what was turned by hand holds for the present one only."""
        setup = telling.played.main.setup
        addresses = {"client_address": setup.client, "server_address": setup.server}
        gathered = {"met": " ".join(sorted(self.gathered))}
        turned = self._turned if view == self.view() else {}
        return replace(room, options={**room.options, **addresses, **gathered, **view.options, **turned})

    @property
    def turned(self) -> dict[str, str | int]:
        """What the figure of the current step is drawn with besides its own options."""
        return {"met": " ".join(sorted(self.gathered)), **self._turned}

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
        if not self.quizzing.answer(asked.id, option):
            self._answers[self._answer_key(view.question)] = option
        self.changed.emit()

    def forget_answers(self) -> None:
        """All questions of the open lesson are open again."""
        slug = self.lesson.slug if self.lesson is not None else ""
        self._answers = {key: chosen for key, chosen in self._answers.items() if key[0] != slug}

    def turn(self, name: str, value: str | int) -> None:
        """Turn a local control; it holds until the next step."""
        self._turned[name] = value
        self.changed.emit()

    def _lesson_ran(self, lesson: Lesson, order: Order, step: int | None, result: Played | Exception) -> None:
        self._wanted = self.order
        if isinstance(result, Exception):
            self.failed.emit(_failure(result))
            return
        try:
            depth = self.telling.depth if isinstance(self.telling, LessonTelling) else 0
            telling = LessonTelling.of(lesson, result, order.faults, depth, altered=order.is_altered)
        except LessonError as error:
            self.failed.emit(said(error))
            return
        before = [view.id for view in map(self.view, range(self.timeline.step + 1)) if view is not None]
        place = telling.place_after(before) if step is None else step
        self._wanted = self.order = order
        self.lesson, self.telling = lesson, telling
        self._show(min(place, telling.count - 1))
        if isinstance(telling.facts, Chorus):
            for fact in telling.facts.moments:
                if fact.moment.kind.endswith(INSTEAD):
                    self.noticed.emit(narrate(fact, self.lang))

    def _show(self, step: int) -> None:
        assert self.telling is not None
        self._turned.clear()
        self.opening = True
        self.timeline.reset(self.telling.count, step)
        self.opening = False
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
