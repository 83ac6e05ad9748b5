"""What a lesson is made of: frozen values, filled by `loader` from a lesson's folder.

A *scenario* (`lessons.scenario`) says what the two programs are set up to do. It is run on real sockets, which gives a
recording; the observer turns that into facts. A *step* points at one fact and says which figure shows it. Its words
stand apart, one set a language. A *question* names the decider that runs the protocol to find its answer. A *goal* is
what the learner is to bring about.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lessons.error import LessonError
from lessons.groups import LANGUAGES, Group, Parts
from lessons.scenario import (
    DEEDS,
    PLAYS,
    Action,
    BeatSetup,
    ClientSetup,
    CompressionSetup,
    Fault,
    Move,
    Scenario,
    ServerSetup,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = [
    "DEEDS", "LANGUAGES", "PLAYS", "Action", "BeatSetup", "ClientSetup", "CompressionSetup", "Condition", "Course",
    "Fault", "FaultWords", "Goal", "GoalWords", "Group", "Lesson", "LessonError", "LessonWords", "Move", "Phase",
    "Question", "QuestionWords", "Scenario", "ServerSetup", "Step", "StepWords",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that must hold at the end; `holds` is what `goals` reads."""

    id: str
    holds: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Goal:
    """What the learner is to bring about in one run; if it `gathers`, what was met in an earlier run stays met.

    The solution is one of the ways there: for each run the faults that are on and the moves in order.
    """

    conditions: tuple[Condition, ...] = ()
    solution: tuple[tuple[str, ...], ...] = ()
    gathers: bool = False


@dataclass(frozen=True, slots=True)
class Phase:
    """A named run of steps, shown below the scrubber. Its name is among the words."""

    id: str


@dataclass(frozen=True, slots=True)
class Step:
    """One picture of the lesson.

    `at` is the id of the newest fact that is known at this step; `figure` draws it, with `focus` enlarged
    and `options` for the figure's local controls. `hides` are globs of mark ids that are veiled while the
    question is open. With `when`, the step belongs to runs with one of these faults only; `unless` keeps it
    out of runs with one of them. `of` names the connection that a figure of one connection shows, if there are several.

    A step with `to` is *narrated*: it stands for a step at each fact from `at` to `to` that is no deeper than
    `depth` (1 messages, 2 frames, 3 every detail), and the narration tells them. `to` may be `end`.
    """

    id: str
    phase: str
    figure: str
    at: str
    focus: str = ""
    options: Mapping[str, str | int] = field(default_factory=dict)
    rfc: tuple[str, ...] = ()
    question: str = ""
    hides: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    of: str = ""
    to: str = ""
    depth: int = 2
    line: int = 0

    @property
    def is_narrated(self) -> bool:
        """Whether the narration tells it: it has no words of its own."""
        return bool(self.to)


@dataclass(frozen=True, slots=True)
class Question:
    """A prediction. `options` are ids of possible outcomes; the decider named `decide` runs the protocol
    with `params` and returns the outcome, which is the right option."""

    id: str
    decide: str
    options: tuple[str, ...]
    params: Mapping[str, object] = field(default_factory=dict)
    line: int = 0


@dataclass(frozen=True, slots=True)
class StepWords:
    """The words of a step. `title` stands above the stage, `label` and `side` above scrubber and text.

    The texts may hold **bold**, `code` and {placeholders}; `line` is where they start in their file.
    """

    title: str
    label: str
    side: str
    body: tuple[str, ...]
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """The words of a question: its options by id, and the sentence that explains the answer."""

    text: str
    options: Mapping[str, str]
    answer: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class FaultWords:
    """The words of a fault: its name on the switch and the sentence below it."""

    title: str
    sentence: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class GoalWords:
    """The words of a goal: what is to be done, each of its conditions by id, and a hint."""

    task: str = ""
    conditions: Mapping[str, str] = field(default_factory=dict)
    hint: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class LessonWords:
    """All words of a lesson in one language, by the ids of what they belong to. `path` is the file; `summary` is the
    one sentence below the title."""

    path: Path
    title: str
    summary: str
    phases: Mapping[str, str]
    steps: Mapping[str, StepWords]
    questions: Mapping[str, QuestionWords]
    faults: Mapping[str, FaultWords]
    moves: Mapping[str, str] = field(default_factory=dict)
    goal: GoalWords = field(default_factory=GoalWords)


@dataclass(frozen=True, slots=True)
class Lesson:
    """A whole lesson; `words` by language, complete in each."""

    slug: str
    group: str
    order: int
    path: Path
    scenario: Scenario
    phases: tuple[Phase, ...]
    steps: tuple[Step, ...]
    questions: tuple[Question, ...]
    words: Mapping[str, LessonWords]
    goal: Goal = field(default_factory=Goal)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What can be switched on, the variants too."""
        return self.scenario.faults

    @property
    def variants(self) -> tuple[Fault, ...]:
        """The faults of which exactly one is on."""
        return tuple(fault for fault in self.scenario.faults if fault.variant)

    @property
    def moves(self) -> tuple[Move, ...]:
        """What the learner can do to reach the goal."""
        return self.scenario.moves

    @property
    def written(self) -> tuple[Step, ...]:
        """The steps with words of their own that belong to the run without faults."""
        base = self.scenario.switched(())
        return tuple(
            step
            for step in self.steps
            if not step.is_narrated
            and (not step.when or not base.isdisjoint(step.when))
            and base.isdisjoint(step.unless)
        )

    @property
    def titles(self) -> Mapping[str, str]:
        """The title by language."""
        return {lang: words.title for lang, words in self.words.items()}

    @property
    def parts(self) -> Parts:
        """The phases of a normal run with the ids of their steps."""
        steps = self.written
        found = [(phase.id, [step.id for step in steps if step.phase == phase.id]) for phase in self.phases]
        return [(phase, ids) for phase, ids in found if ids]

    def question(self, question_id: str) -> Question | None:
        """The question with this id, or None."""
        return next((question for question in self.questions if question.id == question_id), None)


@dataclass(frozen=True, slots=True)
class Course:
    """All lessons, group by group."""

    groups: tuple[Group[Lesson], ...]

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """Every lesson in the order in which the course teaches them."""
        return tuple(lesson for group in self.groups for lesson in group.lessons)

    def lesson(self, slug: str) -> Lesson | None:
        """The lesson with this slug, or None."""
        return next((lesson for lesson in self.lessons if lesson.slug == slug), None)
