"""Presenting a lesson: the clicker's way through all its variants, and the notes of whoever stands in front.

    ... last step of a variant --PageDown--> first step of the next variant --PageUp--> back again

After the last step of the last variant comes the end. Everything else (full screen, caption, blank, spotlight) is
the window's.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from app.drawing.fonts import QtMeasure
from app.drawing.marks import Rect, Room
from app.figures import gallery
from app.figures.variants import strip_height
from app.model.page import Page
from app.session import LAST
from app.translate import QtWords
from app.widgets.presenter import LONGEST
from lessons.narration import rules

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QKeyEvent, QScreen

    from app.desk import Desk
    from app.drawing.marks import Scene
    from app.figures.variants import Choice
    from app.model.notes import NotedQuestion, NotedVariant, Notes
    from app.model.telling import StepView, Telling
    from app.widgets.presenter_notes import NotesWindow

SOON: Final = 60
"""Milliseconds after a step in which the hall's picture comes first; then the next step is drawn for the notes."""

LEGIBLE: Final = 24 / 1080
"""The size of the smallest words that the last row of a hall reads, as a part of the window's height."""

LARGE: Final[Mapping[str, str | int]] = {"large": 1}
"""The option of a figure that a hall looks at: it may leave out what is not in work."""

HEAD: Final = 84
"""Units of the stage that a presentation does without: the caption says the title, and the dots have the variant."""

LOW: Final = 44
"""Units by which a figure can be lower than beside all that a window shows, and by as much larger."""

FLAT: Final = frozenset(
    {
        "accept", "avalanche", "close", "crowd", "delivery", "frame", "handshake", "myth", "offers", "opcodes",
        "records", "sequence", "states", "token", "transports", "utf8",
    }
)  # fmt: skip
"""Figures that can be lower once more: they leave out at most what the notes say as well."""

PREVIEW: Final = 632.0
"""How high the stage of the next step is laid out: as low as a figure can be."""


def captioned(title: str, variants: Sequence[Choice], step: int) -> tuple[str, str]:
    """The caption of a step, and the words beside the dots: where a variant begins, the caption names it."""
    place = next((place for place, one in enumerate(variants) if one.on), None)
    if place is None:
        return title, ""
    name = variants[place].title
    whole = QCoreApplication.translate("presenting", "{variant}: {title}").format(variant=name, title=title)
    return whole if not step and len(whole) <= LONGEST else title, f"{place + 1}/{len(variants)}  {name}"


class Presenting(QObject):
    """One for each desk, from the first presentation on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._turning = False
        """A variant is being run; what is pressed until it stands there counts for nothing."""
        self._home: QRect | None = None
        """Where the window stood before it went to another display."""
        self._drawing = QTimer(self, singleShot=True, interval=SOON)
        self._drawing.timeout.connect(self._draw_next)
        self._beside: tuple[Telling | None, str, Telling | None] = (None, "", None)
        """The variant after the one that is shown: of which telling, which, and as it went, if that is known."""
        session = desk.session
        session.opened.connect(self._stand)
        session.failed.connect(self._stand)
        session.changed.connect(self.show)
        session.timeline.moved.connect(self._moved)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenRemoved.connect(self._lose_display)

    # The way through.

    def set_on(self, on: bool) -> None:
        """A presentation begins or ends."""
        self._turning = False
        self._show_ends()
        if not on:
            if self._home is not None and not self._desk.window.window().isMaximized():
                self._desk.window.window().setGeometry(self._home)
            self._home = None
            if "notes" in self.__dict__:
                self.notes.set_shown(False)
            return
        if "notes" in self.__dict__ or self._second is not None:
            self.notes.start_clock()
        if self._second is not None and self._desk.window.pages.page is None:
            self.toggle_notes()

    def do(self, action: str) -> bool:
        """An action that belongs to presenting; whether it is one."""
        deeds: dict[str, Callable[[], object]] = {
            "present.next": lambda: self.step(1),
            "present.back": lambda: self.step(-1),
            "notes": self.toggle_notes,
            "elapsed": self._start_clock,
            "displays": self.exchange,
        }
        if action.startswith("present.variant."):
            self.choose(int(action.rpartition(".")[2]))
        elif action in deeds:
            deeds[action]()
        else:
            return False
        return True

    def step(self, by: int) -> None:
        """One step on or back, and beyond the last and the first into the neighbouring variant; after the last of all
        to the end. If the screen is blank, it shows again what it showed."""
        timeline, layers = self._desk.session.timeline, self._desk.window.layers
        if self._turning:
            return
        if layers.blank.isVisible():
            layers.set_blank(False)
            return
        if layers.end.isVisible():
            layers.set_end(by > 0)
            return
        if 0 <= timeline.step + by < timeline.count:
            self._desk.canvas.finish()
            timeline.seek(timeline.step + by)
            return
        neighbour = self._neighbour(by)
        lesson = self._desk.session.lesson
        if neighbour is not None and lesson is not None:
            self._turning = True
            self._desk.session.open_lesson(lesson, frozenset({neighbour.id}), 0 if by > 0 else LAST)
        elif by > 0:
            layers.set_end(True)

    def choose(self, number: int) -> None:
        """Go to a variant, counted from 1, where it tells of itself."""
        variants = self._desk.variants
        if 1 <= number <= len(variants):
            self._desk.session.set_fault(variants[number - 1].id, on=True)

    def _neighbour(self, by: int) -> Choice | None:
        variants = self._desk.variants
        place = next((place for place, one in enumerate(variants) if one.on), None)
        if place is None or not 0 <= place + by < len(variants):
            return None
        return variants[place + by]

    def _show_ends(self) -> None:
        controls = self._desk.window.presenter_controls
        controls.set_beyond(self._neighbour(-1) is not None, self._neighbour(1) is not None)

    def _stand(self) -> None:
        self._turning = False
        self._show_ends()
        self._moved()

    def _moved(self) -> None:
        self._desk.window.layers.set_end(False)
        self.show()

    @property
    def lower(self) -> float:
        """By how much every figure of the lesson is lower: they are all of one size."""
        lesson, telling = self._desk.session.lesson, self._desk.session.telling
        if lesson is None or telling is None or telling.depth:
            return LOW
        steps = lesson.steps if lesson.variants else lesson.written
        return LOW * (2 if FLAT.issuperset(step.figure for step in steps if step.figure) else 1)

    def make_room(self) -> float:
        """Leave out what a hall does not need; where figures begin then, in units of the stage."""
        self._desk.canvas.set_top(HEAD + self.lower)
        return gallery.HIGHEST + self.lower

    def magnified(self, scene: Scene) -> Scene:
        """What the hall sees: words as large as the figure has space for."""
        from app.drawing.larger import larger  # noqa: PLC0415  # not before somebody presents

        window, canvas = self._desk.window, self._desk.canvas
        scale = canvas.to_widget(Rect(0, 0, 1, 1)).width()
        return larger(scene, LEGIBLE * window.height() / scale, QtMeasure(self._desk.session.lang), HEAD + self.lower)

    # The notes.

    @cached_property
    def notes(self) -> NotesWindow:
        """The window of the notes, hidden at first."""
        from app.widgets.presenter_notes import NotesWindow  # noqa: PLC0415  # not before somebody presents

        window = self._desk.window
        notes = NotesWindow(window)
        notes.pressed.connect(self._press)
        notes.variant_chosen.connect(lambda variant: self._desk.session.set_fault(variant, on=True))
        notes.rfc_chosen.connect(window.rfc_chosen)
        return notes

    def _start_clock(self) -> None:
        self.notes.start_clock()

    def toggle_notes(self) -> None:
        """Show them, on the second display if there is one, or hide them."""
        self.notes.set_shown(not self.notes.isVisible(), self._second)
        self.show()

    def exchange(self) -> None:
        """The presentation goes to the second display, and the notes come to this one."""
        other, top = self._second, self._desk.window.window()
        if other is None:
            return
        here, state = top.screen(), top.windowState()
        self._home = self._home or top.normalGeometry()
        top.showNormal()
        top.setScreen(other)
        top.setGeometry(other.geometry())
        top.setWindowState(state)
        if self.notes.isVisible():
            self.notes.set_shown(True, here)

    def show(self) -> None:
        """Notes of the present step, while somebody can see them."""
        if "notes" not in self.__dict__ or not self.notes.isVisible() or self._desk.session.opening:
            return
        session = self._desk.session
        telling, view = session.telling, session.view()
        if telling is None or view is None:
            return
        self.notes.set_notes(self._noted(telling, view))
        self._drawing.start()

    def _lose_display(self, _screen: QScreen) -> None:
        """A display is gone; only afterwards Qt has moved the windows that were there."""
        QTimer.singleShot(0, self, self._hide_from_hall)

    def _hide_from_hall(self) -> None:
        """On the only display that is left, the hall must not read the notes."""
        if "notes" in self.__dict__ and self.notes.isVisible() and self._second is None:
            self.notes.set_shown(False)

    @property
    def _second(self) -> QScreen | None:
        from app.widgets.presenter_notes import beside  # noqa: PLC0415  # not before somebody presents

        return beside(self._desk.window.window().screen())

    def _press(self, event: QKeyEvent) -> None:
        self._desk.window.keyPressEvent(event)

    def _noted(self, telling: Telling, view: StepView) -> Notes:
        from app.model.notes import Notes  # noqa: PLC0415  # not before somebody presents

        session = self._desk.session
        step, lang = session.timeline.step, session.lang
        following, ends = "", False
        if step + 1 < telling.count:
            following = telling.step(step + 1, lang).title
        elif (neighbour := self._neighbour(1)) is not None:
            text = QCoreApplication.translate("presenting", "The next variant: {variant}")
            following = text.format(variant=neighbour.title)
        else:
            ends = True
        page = Page(view.side, "\n\n".join(view.body), view.rfc, view.note)
        question = _noted_question(telling, view, lang)
        return Notes(self._place(telling), view.title, page, following, ends, question, self._noted_variants())

    def _place(self, telling: Telling) -> str:
        session = self._desk.session
        text = QCoreApplication.translate("presenting", "Step {step} of {count}")
        words = text.format(step=session.timeline.step + 1, count=telling.count)
        parts = [telling.title(session.lang), words]
        parts += [one.sentence for one in self._desk.variants if one.on]
        return "  ·  ".join(part for part in parts if part)

    def _noted_variants(self) -> tuple[NotedVariant, ...]:
        from app.model.notes import NotedVariant  # noqa: PLC0415  # not before somebody presents

        return tuple(
            NotedVariant(one.id, one.title, (*str(number), "V"), one.on)
            for number, one in enumerate(self._desk.variants, 1)
        )

    def _draw_next(self) -> None:
        """The figure of the next step, as the stage will show it; at the last step that of the next variant's first."""
        session = self._desk.session
        telling, number = session.telling, session.timeline.step + 1
        if telling is None or not self.notes.isVisible():
            return
        if number < telling.count:
            self._picture(telling, number, self._desk.variants)
            return
        neighbour = self._neighbour(1)
        if neighbour is None:
            self.notes.set_next(None)
        elif self._beside[:2] != (telling, neighbour.id):
            self._beside = (telling, neighbour.id, None)
            session.run_beside(neighbour.id, partial(self._ran_beside, telling, neighbour.id))
        elif self._beside[2] is not None:
            variants = tuple(replace(one, on=one.id == neighbour.id) for one in self._desk.variants)
            self._picture(self._beside[2], 0, variants)

    def _ran_beside(self, shown: Telling, variant: str, telling: Telling) -> None:
        if self._beside[:2] == (shown, variant):
            self._beside = (shown, variant, telling)
            self._drawing.start()

    def _picture(self, telling: Telling, number: int, variants: Sequence[Choice]) -> None:
        session = self._desk.session
        measure, words = QtMeasure(session.lang), QtWords(session.lang, rules.text)
        room = Room(measure, words, PREVIEW, LARGE, gallery.HIGHEST + strip_height(variants))
        scene, title = session.preview(telling, number, room), telling.step(number, session.lang).title
        self.notes.set_next(gallery.framed(scene, "", title, room, 0, variants))


def _noted_question(telling: Telling, view: StepView, lang: str) -> NotedQuestion | None:
    """The question that the lesson has written for this step, answered."""
    from app.model.notes import NotedQuestion  # noqa: PLC0415  # not before somebody presents

    if not view.question:
        return None
    asked = telling.asked(view.question, lang, "?")
    ids = list(asked.options)
    right = ids.index(asked.right) if asked.right in ids else None
    return NotedQuestion(asked.text, tuple(asked.options.values()), right, asked.answer)
