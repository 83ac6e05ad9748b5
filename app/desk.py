"""Connects the window with the session: what the reader asks for goes in, what is to be shown comes out.

The window knows no lessons and the session no widgets; this is the only place that knows both. Every view is set from
the session's present state, so that it does not matter in which order things have changed.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication

from app.citations import address
from app.drawing.fonts import QtMeasure, load_fonts
from app.drawing.marks import Room, Scene
from app.exporting_learn import seen, whole_of
from app.figures import gallery
from app.figures.variants import strip_height
from app.model.course import Course, NavGroup, NavLesson, NavPhase
from app.model.page import Fault, Page, Question
from app.model.progress import Progress
from app.model.track import Track, TrackPhase
from app.presenting import LARGE, Presenting, captioned
from app.translate import QtWords
from app.trying import change_named, fork_of, goal_of, variant_in, variants_of, ways_of
from app.widgets.system import reduced_motion, theme_for
from lessons.narration import rules

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.drawing.canvas import Canvas
    from app.exporting import Exporting
    from app.figures.variants import Choice
    from app.model.telling import Telling
    from app.modes import Modes
    from app.session import Session
    from app.settings import Settings, SettingsFile
    from app.translate import Translators
    from app.widgets.main_window import MainWindow
    from lessons.groups import Listed

FIRST: Final = 96.0
"""The first y of the stage below breadcrumb and title."""

SAVE_AFTER: Final = 2000
"""Milliseconds without a change after which progress is written."""


class Desk(QObject):
    """One window with one session."""

    def __init__(
        self,
        window: MainWindow,
        canvas: Canvas,
        session: Session,
        translators: Translators,
        file: SettingsFile | None,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self.modes: Modes
        """The modes beside the course; who builds the desk gives it."""
        self.window, self.canvas, self.session = window, canvas, session
        self.progress = Progress.restored(settings.progress)
        self._translators, self._file, self._settings = translators, file, settings
        self._words = QtWords("en", rules.text)
        self._measure = QtMeasure("en")
        self._scene: Scene | None = None
        self._told: tuple[Telling, str] | None = None
        self._track = Track()
        self._faults: tuple[Fault, ...] = ()
        self.variants: tuple[Choice, ...] = ()
        self._saving = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._saving.timeout.connect(self.save)
        self._connect()

    # Looks and language.

    def set_language(self, lang: str) -> None:
        """Everything on screen in another language, at once."""
        self._translators.use(lang)
        QApplication.setFont(load_fonts(lang))
        self._words, self._measure = QtWords(lang, rules.text), QtMeasure(lang)
        self.canvas.set_language(lang)
        self.window.set_language(lang)
        self._settings = replace(self._settings, language=lang)
        self.session.set_language(lang)
        self._show_course()
        self._save_soon()

    def set_theme(self, choice: str) -> None:
        """Other colours; `system` follows the desktop."""
        theme = theme_for(choice)
        self.canvas.set_theme(theme)
        self.window.set_theme(choice, theme)
        self._settings = replace(self._settings, theme=choice)
        self._save_soon()

    def set_speed(self, speed: float) -> None:
        """How fast steps play and marks move."""
        self.session.timeline.set_speed(speed)
        self._settings = replace(self._settings, speed=self.session.timeline.speed)
        self._save_soon()

    def follow_system(self) -> None:
        """The desktop has changed its colours or its wishes."""
        if self._settings.theme == "system":
            self.set_theme("system")
        calm = reduced_motion(self._settings.motion)
        self.canvas.reduced_motion = calm
        self.session.timeline.set_calm(calm)

    # Showing.

    def show_story(self) -> None:
        """Something else is open."""
        telling = self.session.telling
        if telling is None:
            return
        self.window.setWindowTitle(f"{telling.title(self.session.lang)} – WebSocket 101")
        self.canvas.pin(())
        self._show_all(animate=False)

    def show_step(self) -> None:
        """The cursor has moved."""
        if not self.session.opening:
            self._show_all(animate=True)

    def show_again(self) -> None:
        """The same step looks different."""
        self._show_all(animate=False)

    def _show_all(self, *, animate: bool) -> None:
        telling, view = self.session.telling, self.session.view()
        if telling is None or view is None:
            return
        lang = self.session.lang
        if self.session.lesson is not None and self.progress.visit(self.session.lesson.slug, view.id):
            self._save_soon()
        self._tell_once(telling, lang)
        self.window.set_track(replace(self._track, current=self.session.timeline.step))
        self.window.set_page(Page(view.side, "\n\n".join(view.body), view.rfc, view.note))
        self.window.set_caption(*captioned(view.title, self.variants, self.session.timeline.step))
        self._gather()
        self.window.set_faults(self._faults)
        self._show_trying()
        self._show_question()
        self._show_course()
        self.draw(animate=animate)

    def _tell_once(self, telling: Telling, lang: str) -> None:
        """The names of all steps and phases, and the faults: they hold for a whole run in one language, and every one
        of them has values to be filled in."""
        if self._told is not None and self._told[0] is telling and self._told[1] == lang:
            return
        labels = tuple(telling.step(number, lang).label for number in range(telling.count))
        phases = tuple(
            TrackPhase(phase.id, phase.name, phase.first, phase.last - phase.first + 1)
            for phase in telling.phases(lang)
        )
        self._told, self._track = (telling, lang), Track(labels, phases)
        faults = telling.faults(lang)
        self._faults = tuple(Fault(one.id, one.title, one.on, one.sentence) for one in faults if not one.variant)
        self.variants = variants_of(faults)

    def draw(self, *, animate: bool = False) -> None:
        """Lay the stage out for its present size and show it."""
        view, telling = self.session.view(), self.session.telling
        if view is None or telling is None:
            return
        top = self._presenting.make_room() if self.window.presenting else FIRST + strip_height(self.variants)
        room = Room(self._measure, self._words, self.canvas.room_height, LARGE if self.window.presenting else {}, top)
        controls = self.session.controls(room)
        self.window.set_controls(controls)
        scene = self.session.scene(room)
        if scene is None:
            return
        phases = {phase.id: phase.name for phase in telling.phases(self.session.lang)}
        crumb = "  ·  ".join(part for part in (telling.title(self.session.lang), phases.get(view.phase, "")) if part)
        reserved = self.window.stage.controls.sizeHint().width() + 16 if controls else 0
        self._scene = gallery.framed(scene, crumb, view.title, room, reserved, self.variants)
        bare = replace(scene, title=view.title)  # presented, the caption says the title and the dots the variant
        shown = self._presenting.magnified(bare) if self.window.presenting else self._scene
        self.canvas.show_scene(shown, animate=animate)
        self._show_selection(self.canvas.pinned)

    def _gather(self) -> None:
        """Remember what this run meets of the goal; what was met before is known to the figures."""
        session = self.session
        if session.lesson is None:
            session.gathered = frozenset()
            return
        if self.progress.meet(session.lesson.slug, session.conditions_met()):
            self._save_soon()
        session.gathered = self.progress.met(session.lesson.slug) if session.lesson.goal.gathers else frozenset()

    def _show_trying(self) -> None:
        """The goal, what can be changed, and how the reader goes through it."""
        session = self.session
        goal, fork = goal_of(session, self.progress), fork_of(session, self.canvas.pinned)
        self.window.set_trying(goal, fork, ways_of(session), len(self.variants))

    def _show_question(self) -> None:
        asked = self.session.asked()
        if asked is None:
            self.window.set_question(None)
            return
        ids = list(asked.options)
        chosen = ids.index(asked.chosen) if asked.chosen else None
        right = asked.chosen == asked.right if asked.chosen else None
        self.window.set_question(Question(asked.text, tuple(asked.options.values()), chosen, right, asked.answer))

    def _show_course(self) -> None:
        """The lessons and how far the reader has come: they are there before any lesson has run."""
        lang = self.session.lang
        groups = tuple(
            NavGroup(group.titles[lang], tuple(self._nav_lesson(lesson, lang) for lesson in group.lessons))
            for group in self.session.course.groups
            if group.lessons
        )
        opened = self.session.lesson.slug if self.session.lesson else ""
        self.window.set_course(Course(groups, opened))

    def _nav_lesson(self, listed: Listed, lang: str) -> NavLesson:
        """A row of the list; only the open lesson, which is there as a whole, shows its parts."""
        done, total = self.progress.done(listed.slug, listed.parts)
        lesson = self.session.lesson
        if lesson is None or lesson.path != listed.path:
            return NavLesson(listed.slug, listed.titles[lang], done, total)
        view, phases = self.session.view(), lesson.parts
        states = self.progress.states(lesson.slug, phases, view.phase if view is not None else "")
        names = lesson.words[lang].phases
        parts = tuple(NavPhase(phase, names[phase], states[phase]) for phase, _ in phases)
        return NavLesson(listed.slug, listed.titles[lang], done, total, parts)

    def _show_selection(self, links: tuple[str, ...]) -> None:
        marks = self._scene.marks if self._scene is not None and links else ()
        spoken = [mark.spoken for mark in marks if mark.links == links and mark.spoken]
        self.window.set_selection(spoken[0] if spoken else "")

    def _selected(self, links: tuple[str, ...]) -> None:
        """A mark was pinned, or none: a variant's mark switches to it."""
        variant = variant_in(links)
        if variant:
            self.canvas.pin(())
            self.session.set_fault(variant, on=True)
            return
        self._show_selection(links)
        self._show_trying()

    # Acting.

    def do(self, action: str) -> None:
        """An action of the table that is not the window's own."""
        timeline = self.session.timeline
        deeds: dict[str, Callable[[], object]] = {
            "next": timeline.next,
            "back": timeline.back,
            "first": timeline.first,
            "last": timeline.last,
            "play": timeline.toggle,
            "export": lambda: self.exporting.ask(seen(self.session), self.session.lang, whole_of(self.session)),
            "copy": lambda: self.exporting.copy(self._scene, self.session.lang),
            "leave": lambda: self.canvas.pin(()),
            "ask": self.session.ask_more,
            "fork": self.session.keep,
            "variant.next": lambda: self.session.turn_variant(1),
            "variant.back": lambda: self.session.turn_variant(-1),
            "reset": self.forget,
        }
        self.canvas.finish()
        if action in deeds or not self._presenting.do(action):
            deeds[action]()

    def undo(self, everything: bool) -> None:
        """Take the last move back, or all of them."""
        order = self.session.order
        self.session.undo_moves(len(order.moves) if everything and order is not None else 1)

    def change(self, key: str) -> None:
        """Play the run anew with the change of this button."""
        change = change_named(self.session, self.canvas.pinned, key)
        if change is not None:
            self.session.change(change)

    def set_mode(self, mode: str) -> None:
        """Whether questions are asked, and whether they may be skipped."""
        self.session.quizzing.set_mode(mode)
        self._settings = replace(self._settings, questions=mode)
        self.show_again()
        self._save_soon()

    def forget(self) -> None:
        """The open lesson is as if it had never been read: no step seen, no condition met, no fault on."""
        if self.session.lesson is not None:
            self.progress.forget(self.session.lesson.slug)
            self.session.forget_answers()
            self.session.open_lesson(self.session.lesson)

    def answer(self, place: int) -> None:
        """The reader chose option `place` of the question, counted from 0."""
        asked = self.session.asked()
        if asked is not None and 0 <= place < len(asked.options):
            self.session.answer(list(asked.options)[place])

    def go_to_phase(self, slug: str, phase: str) -> None:
        """To the first step of a phase of the open lesson."""
        telling = self.session.telling
        if telling is None or self.session.lesson is None or self.session.lesson.slug != slug:
            return
        for found in telling.phases(self.session.lang):
            if found.id == phase:
                self.session.timeline.seek(found.first)

    def open_citation(self, citation: str) -> None:
        """Show the cited section in the browser; without one, on the clipboard."""
        where = address(citation)
        if where and not QDesktopServices.openUrl(QUrl(where)):
            QGuiApplication.clipboard().setText(where)
            said = QCoreApplication.translate("desk", "No browser could be opened; {address} was copied.")
            self.window.show_message(said.format(address=where))

    def fail(self, sentence: str) -> None:
        """Something did not work; what is shown stays."""
        self.window.show_message(sentence, "error")
        self._show_all(animate=False)

    def save(self) -> None:
        """Write settings and progress; losing them is no reason to stop."""
        self._saving.stop()
        self._settings = replace(self._settings, geometry=self.window.saved_place(), progress=self.progress.stored())
        if self._file is not None:
            self._file.save(self._settings)

    def _save_soon(self) -> None:
        if self._file is not None:
            self._saving.start()

    @cached_property
    def exporting(self) -> Exporting:
        """PDF and SVG are loaded when the first figure leaves the window, not before the window stands."""
        from app.exporting import Exporting  # noqa: PLC0415  # when a figure is taken away

        return Exporting(self.window, self._settings.export, self._remember_export)

    def _remember_export(self, stored: Mapping[str, str | int]) -> None:
        self._settings = replace(self._settings, export=stored)
        self._save_soon()

    def _present(self, on: bool) -> None:
        self._presenting.set_on(on)

    @cached_property
    def _presenting(self) -> Presenting:
        return Presenting(self)

    def _connect(self) -> None:
        window, session, timeline = self.window, self.session, self.session.timeline
        session.opened.connect(self.show_story)
        session.changed.connect(self.show_again)
        session.failed.connect(self.fail)
        session.noticed.connect(window.show_message)
        timeline.moved.connect(self.show_step)
        timeline.played.connect(window.set_playing)
        timeline.speed_changed.connect(self._speed_changed)
        window.action_chosen.connect(self.do)
        window.step_chosen.connect(timeline.seek)
        window.lesson_chosen.connect(session.open_slug)
        window.phase_chosen.connect(self.go_to_phase)
        window.answered.connect(self.answer)
        window.fault_toggled.connect(session.set_fault)
        window.move_made.connect(session.make_move)
        window.undo_wanted.connect(self.undo)
        window.change_chosen.connect(self.change)
        window.depth_chosen.connect(session.set_depth)
        window.mode_chosen.connect(self.set_mode)
        window.rfc_chosen.connect(self.open_citation)
        window.control_changed.connect(session.turn)
        window.language_chosen.connect(self.set_language)
        window.theme_chosen.connect(self.set_theme)
        window.speed_chosen.connect(self.set_speed)
        window.presenting_changed.connect(self._present)
        window.closing.connect(self.save)
        self.canvas.room_changed.connect(lambda _height: self.draw())
        self.canvas.selected.connect(self._selected)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(lambda _scheme: self.follow_system())

    def _speed_changed(self, speed: float) -> None:
        self.canvas.speed = speed
        self.window.set_speed(speed)
