"""The goal of a lesson as the side pane shows it: what is to be done, what is met, and what the learner can do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessons.goals import met

if TYPE_CHECKING:
    from lessons.order import Order
    from lessons.story import Story


@dataclass(frozen=True, slots=True)
class ConditionView:
    """One thing that must hold, and whether the run meets it."""

    id: str
    text: str
    met: bool


@dataclass(frozen=True, slots=True)
class MoveView:
    """Something that the learner can do."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class GoalView:
    """The goal in one language. `made` are the moves made so far, in order; `gathers`: what was met once stays met."""

    task: str
    conditions: tuple[ConditionView, ...]
    hint: str
    moves: tuple[MoveView, ...]
    made: tuple[str, ...]
    gathers: bool

    @property
    def reached(self) -> bool:
        """Whether everything holds."""
        return all(condition.met for condition in self.conditions)


def goal_view(story: Story, order: Order, lang: str) -> GoalView | None:
    """The goal of a run's lesson, None if the lesson has none."""
    lesson = story.lesson
    if not lesson.goal.conditions:
        return None
    words, moves = story.goal_words(lang), lesson.words[lang].moves
    done = met(lesson.goal, story.facts, order.wanted)
    return GoalView(
        task=words.task,
        conditions=tuple(
            ConditionView(one.id, words.conditions[one.id], one.id in done) for one in lesson.goal.conditions
        ),
        hint=words.hint,
        moves=tuple(MoveView(move.id, moves[move.id]) for move in lesson.moves),
        made=tuple(moves[move] for move in order.moves),
        gathers=lesson.goal.gathers,
    )
