"""One run of a lesson and what is said at each of its steps: the lesson's words with the values of the run, or the
narration's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeVar

from lessons.error import whole
from lessons.model import FaultWords, GoalWords, Lesson, LessonError, QuestionWords, Step, StepWords
from lessons.narration import heading, narrate
from lessons.questions import decide
from lessons.steps import StepAt, steps_of
from lessons.values import MissingValueError, Values

if TYPE_CHECKING:
    from pathlib import Path

    from protocol.chorus import Chorus
    from protocol.knowledge import Facts

FRAMES: Final = 2
"""The depth at which every frame has a step."""

Words = TypeVar("Words", StepWords, QuestionWords, FaultWords, GoalWords)
Fill = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Story:
    """One run of a lesson: its facts, its steps, and the words for them with every value filled in."""

    lesson: Lesson
    facts: Facts | Chorus
    faults: frozenset[str]
    steps: tuple[StepAt, ...]

    @classmethod
    def of(
        cls, lesson: Lesson, facts: Facts | Chorus, faults: Iterable[str] = (), depth: int = 0, *, altered: bool = False
    ) -> Story:
        """The story of a finished run; with a `depth` every fact that is no deeper has a step. Of a run that the reader
        has `altered`, steps whose words have no values any more are left out; if none is left, the narration tells
        its frames."""
        on = lesson.scenario.switched(faults)
        story = cls(lesson, facts, on, steps_of(lesson, facts, on, depth, altered=altered))
        if altered:
            story = story.sayable()
        if altered and not story.steps:
            story = replace(story, steps=steps_of(lesson, facts, on, FRAMES, altered=True)).sayable()
        return story

    def sayable(self) -> Story:
        """The story without the steps that cannot be told, and without the questions that cannot be decided."""
        steps: list[StepAt] = []
        for at in self.steps:
            with suppress(LessonError):
                for lang in self.lesson.words:
                    self.words_at(at, lang)
                steps.append(replace(at, number=len(steps), step=self._askable(at.step)))
        return replace(self, steps=tuple(steps))

    def _askable(self, step: Step) -> Step:
        question = self.lesson.question(step.question)
        if question is None:
            return step
        with suppress(LessonError, LookupError, TypeError, ValueError, AssertionError):
            for lang in self.lesson.words:
                self.question_words(question.id, lang)
            if decide(question, self.facts) in question.options:
                return step
        return replace(step, question="", hides=())

    def words_at(self, at: StepAt, lang: str) -> StepWords:
        """What is said at a step of this run."""
        return self.step_words(at.step, lang) if at.told is None else narrated_words(self.facts, at.told, lang)

    def step_words(self, step: Step, lang: str) -> StepWords:
        """What the lesson says at a step."""
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

    def goal_words(self, lang: str) -> GoalWords:
        """The goal with its conditions."""
        words = self.lesson.words[lang]
        return self._filled(words.path, words.goal.line, lambda fill: _filled_goal(words.goal, fill))

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
            raise LessonError(path, line, whole(error.source), **error.values) from None


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


def _filled_goal(said: GoalWords, fill: Fill) -> GoalWords:
    conditions = {one: fill(text) for one, text in said.conditions.items()}
    return replace(said, task=fill(said.task), conditions=conditions, hint=fill(said.hint))


def narrated_words(facts: Facts | Chorus, place: int, lang: str) -> StepWords:
    """What the narration says of a fact, where a lesson would say more."""
    fact = facts[place]
    title = heading(fact, lang)
    return StepWords(title, title, title, (narrate(fact, lang),))


def _filled_fault(said: FaultWords, fill: Fill) -> FaultWords:
    return FaultWords(fill(said.title), fill(said.sentence), said.line)
