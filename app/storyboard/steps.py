"""The steps of a storyboard: what each of them draws and says, in one language. No Qt.

A step looks here as it does in the window: the same figure at the same cursor, with breadcrumb and title above it. Only
the strip of variants is left out, since nobody can choose here; `run` names what is on. What only a reader can do (pin
a mark, make a move) is not done. Questions are asked if the board is to ask them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from app.drawing.marks import moved
from app.drawing.plain_measure import PlainMeasure
from app.plain_words import plain_words
from app.publishing.steps import step_scene
from app.storyboard.citing import cited
from app.widgets.markdown import Runs, paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.drawing.marks import Scene
    from app.model.telling import StepView, Telling

HEADING: Final = 84.0
"""Where breadcrumb and title of a stage end."""

KEPT: Final = 8
"""Panels that are remembered: those of one page of a handout."""

ANY: Final = "?"
"""Stands for an option that was chosen, so that the answer is told."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked at a step: its options in order, the place of the right one, and why it is right."""

    text: Runs
    options: tuple[Runs, ...]
    right: int
    answer: Runs


@dataclass(frozen=True, slots=True)
class Panel:
    """One step: its figure and its words. `number` counts from 1. While its question is open, `veiled` is the figure;
    None if the figure gives nothing away."""

    number: int
    id: str
    phase: str
    title: str
    label: str
    side: str
    body: tuple[Runs, ...]
    note: Runs
    rfc: tuple[str, ...]
    scene: Scene
    question: Question | None = None
    veiled: Scene | None = None


@dataclass(frozen=True)
class Board:
    """All steps of a telling in one language, drawn one after the other as they are asked for."""

    telling: Telling
    lang: str
    made: Callable[[int], object] | None = None
    """Called with the number of each step once it is drawn."""
    questions: bool = False
    """Whether the lesson's questions are asked."""
    _panels: dict[int, Panel] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def title(self) -> str:
        """The lesson, or the file."""
        return self.telling.title(self.lang)

    @cached_property
    def run(self) -> str:
        """The variant and the faults that are on; empty if there are none."""
        return " + ".join(one.title for one in self.telling.faults(self.lang) if one.on)

    @property
    def heading(self) -> str:
        """The title, and which run of it this is."""
        return "  ·  ".join(part for part in (self.title, self.run) if part)

    @property
    def count(self) -> int:
        """How many steps there are."""
        return self.telling.count

    @cached_property
    def measure(self) -> PlainMeasure:
        """The widths of texts, as the figures are laid out with."""
        return PlainMeasure(self.lang)

    def __iter__(self) -> Iterator[Panel]:
        return (self.panel(number) for number in range(1, self.count + 1))

    def panel(self, number: int) -> Panel:
        """Step `number`, counted from 1."""
        if number not in self._panels:
            if len(self._panels) >= KEPT:
                self._panels.clear()
            self._panels[number] = self._drawn(number)
            if self.made is not None:
                self.made(number)
        return self._panels[number]

    def body(self, number: int) -> tuple[Runs, ...]:
        """The paragraphs of a step, which is not drawn for it."""
        return paragraphs("\n\n".join(self.telling.step(number - 1, self.lang).body))

    def question(self, number: int) -> Question | None:
        """What is asked at a step."""
        return self._questions.get(number)

    @cached_property
    def _questions(self) -> dict[int, Question]:
        """By the number of the step; the protocol runs to decide each of them, once."""
        views = ((number, self.telling.step(number - 1, self.lang)) for number in range(1, self.count + 1))
        return {number: self._asked(view.question) for number, view in views if self.questions and view.question}

    def _asked(self, question: str) -> Question:
        asked = self.telling.asked(question, self.lang, ANY)
        return Question(
            _line(asked.text),
            tuple(_line(option) for option in asked.options.values()),
            list(asked.options).index(asked.right),
            _line(asked.answer),
        )

    def _drawn(self, number: int) -> Panel:
        view = self.telling.step(number - 1, self.lang)
        scene, question = self._scene(view), self.question(number)
        return Panel(
            number=number,
            id=view.id,
            phase=self._phases.get(view.phase, ""),
            title=view.title,
            label=view.label,
            side=view.side,
            body=self.body(number),
            note=_line(view.note),
            rfc=view.rfc or self._cited(view),
            scene=scene,
            question=question,
            veiled=scene.veiled(view.hides) if question is not None and view.hides else None,
        )

    def _cited(self, view: StepView) -> tuple[str, ...]:
        """Where to read about the fact that the narration tells."""
        return cited(self.telling.facts[view.place]) if view.place is not None else ()

    @cached_property
    def _phases(self) -> dict[str, str]:
        return {phase.id: phase.name for phase in self.telling.phases(self.lang)}

    def _scene(self, view: StepView) -> Scene:
        return step_scene(self.telling, view, plain_words(self.lang), self.measure, variants_shown=False)


def figure(scene: Scene) -> Scene:
    """The figure alone, where breadcrumb and title stand elsewhere."""
    marks = tuple(moved(mark, 0, -HEADING) for mark in scene.marks if not mark.id.startswith("stage."))
    return replace(scene, marks=marks, height=scene.height - HEADING)


def lettered(place: int) -> str:
    """How option `place` of a question is called, counted from 0."""
    return chr(ord("A") + place)


def _line(text: str) -> Runs:
    return tuple(run for paragraph in paragraphs(text) for run in paragraph)
