"""What the window tells, step by step: a run of a lesson with its words, or any recording with generated ones.

Both answer the same questions, so that no view knows which of them it shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from lessons.model import Lesson, LessonError, Question
from lessons.narration import narrate
from lessons.questions import decide
from lessons.story import Story
from protocol.knowledge import Facts
from protocol.recording import Recording


@dataclass(frozen=True, slots=True)
class StepView:
    """One step in one language: what is drawn and what is said."""

    id: str
    phase: str
    figure: str
    cursor: int
    title: str
    label: str
    side: str
    body: tuple[str, ...] = ()
    note: str = ""
    focus: str = ""
    options: Mapping[str, str | int] = field(default_factory=dict)
    rfc: tuple[str, ...] = ()
    question: str = ""
    hides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: its options by id in order, what was chosen, and once something was: what is right, and why."""

    id: str
    text: str
    options: Mapping[str, str]
    chosen: str
    right: str
    answer: str


@dataclass(frozen=True, slots=True)
class PhaseView:
    """A named run of steps, `first` to `last` inclusive."""

    id: str
    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class FaultView:
    """A fault that can be switched on."""

    id: str
    title: str
    sentence: str
    on: bool


class Telling(Protocol):
    """Steps 0 to `count` - 1 over the facts of one recording."""

    @property
    def facts(self) -> Facts:
        """Everything that became true."""

    @property
    def recording(self) -> Recording:
        """The bytes that it all comes from."""

    @property
    def count(self) -> int:
        """How many steps there are."""

    def title(self, lang: str) -> str:
        """What is open."""

    def step(self, number: int, lang: str) -> StepView:
        """One step."""

    def phases(self, lang: str) -> tuple[PhaseView, ...]:
        """The phases in order."""

    def asked(self, question: str, lang: str, chosen: str) -> Asked:
        """A question, with its answer only if something was chosen."""

    def faults(self, lang: str) -> tuple[FaultView, ...]:
        """What can be broken on purpose."""


@dataclass(frozen=True, slots=True)
class LessonTelling:
    """A run of a lesson."""

    story: Story
    recording: Recording

    @classmethod
    def of(cls, lesson: Lesson, recording: Recording, facts: Facts, faults: Iterable[str]) -> LessonTelling:
        """The telling of a finished run; raises LessonError if words or questions do not fit the facts."""
        telling = cls(Story.of(lesson, facts, faults), recording)
        for lang in lesson.words:
            for number in range(telling.count):
                view = telling.step(number, lang)
                if view.question:
                    telling.asked(view.question, lang, "")
        for question in lesson.questions:
            if any(at.step.question == question.id for at in telling.story.steps):
                _check_decided(lesson, question, facts)
        return telling

    def place_after(self, seen: Sequence[str]) -> int:
        """Where somebody goes on who has just seen these steps of another run: at the first step that tells of this
        run's faults, or, without one, at the latest step that both runs have."""
        for at in self.story.steps:
            if not self.story.faults.isdisjoint(at.step.when):
                return at.number
        numbers = {at.step.id: at.number for at in self.story.steps}
        return next((numbers[step] for step in reversed(seen) if step in numbers), 0)

    @property
    def facts(self) -> Facts:
        """Everything that became true in this run."""
        return self.story.facts

    @property
    def count(self) -> int:
        """How many steps this run has."""
        return len(self.story.steps)

    def title(self, lang: str) -> str:
        """The lesson's title."""
        return self.story.lesson.words[lang].title

    def step(self, number: int, lang: str) -> StepView:
        """One step with the lesson's words."""
        at = self.story.steps[number]
        step, words = at.step, self.story.step_words(at.step, lang)
        return StepView(
            id=step.id,
            phase=step.phase,
            figure=step.figure,
            cursor=at.cursor,
            title=words.title,
            label=words.label,
            side=words.side,
            body=words.body,
            note=words.note,
            focus=step.focus,
            options=step.options,
            rfc=step.rfc,
            question=step.question,
            hides=step.hides,
        )

    def phases(self, lang: str) -> tuple[PhaseView, ...]:
        """The phases that this run has."""
        names = self.story.lesson.words[lang].phases
        return tuple(PhaseView(phase, names[phase], first, last) for phase, first, last in self.story.phases())

    def asked(self, question: str, lang: str, chosen: str) -> Asked:
        """A question of the lesson; the running protocol decides what is right."""
        words = self.story.question_words(question, lang)
        asked = self.story.lesson.question(question)
        assert asked is not None
        right = decide(asked, self.facts) if chosen else ""
        options = {option: words.options[option] for option in asked.options}
        return Asked(question, words.text, options, chosen, right, words.answer if chosen else "")

    def faults(self, lang: str) -> tuple[FaultView, ...]:
        """The faults of the lesson."""
        on = self.story.faults
        return tuple(
            FaultView(fault.id, words.title, words.sentence, fault.id in on)
            for fault in self.story.lesson.faults
            for words in [self.story.fault_words(fault.id, lang)]
        )


def _check_decided(lesson: Lesson, question: Question, facts: Facts) -> None:
    """Raises LessonError for a question that nobody could answer rightly."""
    try:
        outcome = decide(question, facts)
    except (LookupError, TypeError, ValueError, AssertionError) as error:
        sentence = f"The question “{question.id}” cannot be decided: {error!r}."
    else:
        if outcome in question.options:
            return
        sentence = f"The outcome of the question “{question.id}” is “{outcome}”, which is none of its options."
    raise LessonError(lesson.path / "lesson.toml", question.line, sentence)


@dataclass(frozen=True, slots=True)
class RecordingTelling:
    """A recording from a file: one step a fact, told by the narration."""

    name: str
    recording: Recording
    facts: Facts

    @property
    def count(self) -> int:
        """One step for each fact."""
        return len(self.facts)

    def title(self, lang: str) -> str:
        """The name of the file."""
        return self.name

    def step(self, number: int, lang: str) -> StepView:
        """One fact and the sentence about it."""
        fact = self.facts[number]
        sentence = narrate(fact, lang)
        figure = "frame" if fact.id.endswith(".sent") and ".frame." in fact.id else "sequence"
        focus = ".".join(fact.id.split(".")[0:3:2]) if figure == "frame" else ""
        return StepView(fact.id, "", figure, number + 1, sentence, fact.id, sentence, focus=focus)

    def phases(self, lang: str) -> tuple[PhaseView, ...]:
        """A recording has no phases."""
        return ()

    def asked(self, question: str, lang: str, chosen: str) -> Asked:
        """A recording asks nothing."""
        raise LookupError(question)

    def faults(self, lang: str) -> tuple[FaultView, ...]:
        """What has happened cannot be broken any more."""
        return ()
