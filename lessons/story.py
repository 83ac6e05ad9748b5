"""Which steps a run has, where its cursor stands at each, and what is said there.

A step shows everything up to its fact: the cursor is one place after it. A run with faults leaves out the
steps whose facts did not happen and adds those that are written for its faults; in the normal run every
step must find its fact. The cursor never goes back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from lessons.model import FaultWords, Lesson, LessonError, QuestionWords, Step, StepWords
from lessons.values import MissingValueError, Values

if TYPE_CHECKING:
    from pathlib import Path

    from protocol.knowledge import Facts

Words = TypeVar("Words", StepWords, QuestionWords, FaultWords)
Fill = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class StepAt:
    """A step of this run: its number from 0, and how many facts are known at it."""

    step: Step
    cursor: int
    number: int


def steps_of(lesson: Lesson, facts: Facts, faults: Iterable[str] = ()) -> tuple[StepAt, ...]:
    """The steps of a run with these faults."""
    on = frozenset(faults)
    found: list[StepAt] = []
    for step in lesson.steps:
        if (step.when and on.isdisjoint(step.when)) or not on.isdisjoint(step.unless):
            continue
        place = facts.place(step.at)
        if place is None and (not on or (step.when and len(on) == 1)):
            sentence = f"The step “{step.id}” waits for “{step.at}”, which did not happen."
            raise LessonError(lesson.path / "lesson.toml", step.line, sentence)
        if place is not None:
            cursor = max(place + 1, found[-1].cursor if found else 0)
            found.append(StepAt(step, cursor, len(found)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Story:
    """One run of a lesson: its facts, its steps, and the words for them with every value filled in."""

    lesson: Lesson
    facts: Facts
    faults: frozenset[str]
    steps: tuple[StepAt, ...]

    @classmethod
    def of(cls, lesson: Lesson, facts: Facts, faults: Iterable[str] = ()) -> Story:
        """The story of a finished run."""
        on = frozenset(faults)
        return cls(lesson, facts, on, steps_of(lesson, facts, on))

    def step_words(self, step: Step, lang: str) -> StepWords:
        """What is said at a step."""
        words = self.lesson.words[lang]
        said = words.steps[step.id]
        return self._filled(words.path, said.line, lambda fill: _filled_step(said, fill))

    def question_words(self, question_id: str, lang: str) -> QuestionWords:
        """A question with its options and the sentence that explains the answer."""
        words = self.lesson.words[lang]
        said = words.questions[question_id]
        return self._filled(words.path, said.line, lambda fill: _filled_question(said, fill))

    def fault_words(self, fault_id: str, lang: str) -> FaultWords:
        """The name of a fault and what it does; its values are those of the scenario with this fault."""
        words = self.lesson.words[lang]
        said = words.faults[fault_id]
        return self._filled(words.path, said.line, lambda fill: _filled_fault(said, fill), {fault_id})

    def phases(self) -> tuple[tuple[str, int, int], ...]:
        """The phases that this run has: id, the number of its first step and of its last."""
        spans: dict[str, tuple[int, int]] = {}
        for at in self.steps:
            first, _ = spans.get(at.step.phase, (at.number, at.number))
            spans[at.step.phase] = (first, at.number)
        return tuple((phase, first, last) for phase, (first, last) in spans.items())

    def _filled(
        self, path: Path, line: int, filled: Callable[[Fill], Words], faults: Iterable[str] | None = None
    ) -> Words:
        values = Values(self.facts, self.lesson.scenario.patched(self.faults if faults is None else faults))
        try:
            return filled(values.fill)
        except MissingValueError as error:
            sentence = str(error)
            raise LessonError(path, line, f"{sentence[0].upper()}{sentence[1:]}.") from None


def _filled_step(said: StepWords, fill: Fill) -> StepWords:
    return StepWords(
        title=fill(said.title),
        label=fill(said.label),
        side=fill(said.side),
        body=tuple(fill(paragraph) for paragraph in said.body),
        note=fill(said.note),
        line=said.line,
    )


def _filled_question(said: QuestionWords, fill: Fill) -> QuestionWords:
    options = {option: fill(text) for option, text in said.options.items()}
    return replace(said, text=fill(said.text), options=options, answer=fill(said.answer))


def _filled_fault(said: FaultWords, fill: Fill) -> FaultWords:
    return FaultWords(fill(said.title), fill(said.sentence), said.line)
