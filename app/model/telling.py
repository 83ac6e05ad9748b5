"""What the window tells, step by step: a run of a lesson with its words, or any recording with generated ones.

Both answer the same questions, so that no view knows which of them it shows.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Protocol

from lessons.model import Lesson, LessonError, Question
from lessons.questions import decide
from lessons.steps import told_step
from lessons.story import Story, narrated_words
from protocol.chorus import Chorus, Played, observe_played
from protocol.knowledge import Facts

DEEPEST: Final = 3
"""The depth at which every fact has a step."""


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
    of: str = ""
    place: int | None = None
    """The place of the fact that the narration tells, None where a lesson has words of its own."""


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
    """A fault that can be switched on, or a variant, of which one always is."""

    id: str
    title: str
    sentence: str
    on: bool
    variant: bool = False


class Telling(Protocol):
    """Steps 0 to `count` - 1 over the facts of one recording."""

    @property
    def facts(self) -> Facts | Chorus:
        """Everything that became true."""

    @property
    def played(self) -> Played:
        """The bytes that it all comes from."""

    @property
    def count(self) -> int:
        """How many steps there are."""

    @property
    def depth(self) -> int:
        """0 for the steps that were written, 1 to 3 for those of all facts that are no deeper."""

    def at_depth(self, depth: int) -> Telling:
        """The same with more steps or fewer."""

    def number_at(self, cursor: int) -> int:
        """The last step that shows no more than `cursor` facts."""

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
    played: Played
    depth: int = 0
    altered: bool = False

    @classmethod
    def of(
        cls, lesson: Lesson, played: Played, faults: Iterable[str], depth: int = 0, *, altered: bool = False
    ) -> LessonTelling:
        """The telling of a finished run; raises LessonError if words or questions do not fit the facts. With a `depth`
        every fact that is no deeper has a step (see `lessons.steps`). What does not fit is left out of a run that the
        reader has `altered`."""
        facts = observe_played(played)
        telling = cls(Story.of(lesson, facts, faults, depth, altered=altered), played, depth, altered)
        if altered:
            return telling
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
        own = self.story.faults - self.story.lesson.scenario.switched(())
        for at in self.story.steps:
            if not own.isdisjoint(at.step.when):
                return at.number
        numbers = {at.step.id: at.number for at in self.story.steps}
        return next((numbers[step] for step in reversed(seen) if step in numbers), 0)

    def at_depth(self, depth: int) -> LessonTelling:
        """The same run with more steps or fewer."""
        story = Story.of(self.story.lesson, self.facts, self.story.faults, depth, altered=self.altered)
        return replace(self, story=story, depth=depth)

    def number_at(self, cursor: int) -> int:
        """The last step that shows no more than `cursor` facts."""
        return max((at.number for at in self.story.steps if at.cursor <= cursor), default=0)

    @property
    def facts(self) -> Facts | Chorus:
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
        step, words = at.step, self.story.words_at(at, lang)
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
            of=step.of,
            place=at.told,
        )

    def phases(self, lang: str) -> tuple[PhaseView, ...]:
        """The phases that this run has."""
        names = self.story.lesson.words[lang].phases
        return tuple(PhaseView(phase, names[phase], first, last) for phase, first, last in self.story.phases() if phase)

    def asked(self, question: str, lang: str, chosen: str) -> Asked:
        """A question of the lesson; the running protocol decides what is right."""
        words = self.story.question_words(question, lang)
        asked = self.story.lesson.question(question)
        assert asked is not None
        right = decide(asked, self.facts) if chosen else ""
        options = {option: words.options[option] for option in asked.options}
        return Asked(question, words.text, options, chosen, right, words.answer if chosen else "")

    def faults(self, lang: str) -> tuple[FaultView, ...]:
        """The variants and faults of the lesson."""
        on = self.story.faults
        return tuple(
            FaultView(fault.id, words.title, words.sentence, fault.id in on, fault.variant)
            for fault in self.story.lesson.faults
            for words in [self.story.fault_words(fault.id, lang)]
        )


def _check_decided(lesson: Lesson, question: Question, facts: Facts | Chorus) -> None:
    """Raises LessonError for a question that nobody could answer rightly."""
    try:
        outcome = decide(question, facts)
    except (LookupError, TypeError, ValueError, AssertionError) as error:
        source = "The question “{id}” cannot be decided: {error!r}."
        raise LessonError(lesson.path / "lesson.toml", question.line, source, id=question.id, error=error) from None
    if outcome not in question.options:
        source = "The outcome of the question “{id}” is “{outcome}”, which is none of its options."
        raise LessonError(lesson.path / "lesson.toml", question.line, source, id=question.id, outcome=outcome)


@dataclass(frozen=True, slots=True)
class RecordingTelling:
    """A recording from a file: one step for each fact that is no deeper than `depth`, told by the narration."""

    name: str
    played: Played
    facts: Facts | Chorus
    places: tuple[int, ...]
    depth: int = DEEPEST

    @classmethod
    def of(cls, name: str, played: Played, depth: int = DEEPEST) -> RecordingTelling:
        """The telling of a recording; one that has no facts has no steps."""
        return cls(name, played, (facts := observe_played(played)), _places(facts, depth), depth)

    def at_depth(self, depth: int) -> RecordingTelling:
        """The same recording with more steps or fewer; a recording has no words of its own, so 0 is the deepest."""
        wanted = depth or DEEPEST
        return replace(self, places=_places(self.facts, wanted), depth=wanted)

    def number_at(self, cursor: int) -> int:
        """The last step that shows no more than `cursor` facts."""
        return max(0, bisect_left(self.places, cursor) - 1)

    @property
    def count(self) -> int:
        """One step for each fact."""
        return len(self.places)

    def title(self, lang: str) -> str:
        """The name of the file."""
        return self.name

    def step(self, number: int, lang: str) -> StepView:
        """One fact and the sentence about it."""
        at = told_step(self.facts, self.places[number])
        step, words = at.step, narrated_words(self.facts, self.places[number], lang)
        return StepView(
            id=step.at,
            phase="",
            figure=step.figure,
            cursor=at.cursor,
            title=words.title,
            label=words.label,
            side=words.side,
            body=words.body,
            focus=step.focus,
            of=step.of,
            place=at.told,
        )

    def phases(self, lang: str) -> tuple[PhaseView, ...]:
        """A recording has no phases."""
        return ()

    def asked(self, question: str, lang: str, chosen: str) -> Asked:
        """A recording asks nothing of its own."""
        raise LookupError(question)

    def faults(self, lang: str) -> tuple[FaultView, ...]:
        """What has happened cannot be broken any more."""
        return ()


def _places(facts: Facts | Chorus, depth: int) -> tuple[int, ...]:
    return tuple(place for place in range(len(facts)) if depth >= DEEPEST or facts[place].depth <= depth)


def sight(telling: Telling, view: StepView) -> tuple[Facts | Chorus, int]:
    """What the figure of a step looks at, and its cursor there: one connection of several if the step names one."""
    facts = telling.facts
    if not isinstance(facts, Chorus) or not view.of or view.of not in facts.names:
        return facts, view.cursor
    return facts.whole(view.of), facts.until(view.cursor).local(view.of)
