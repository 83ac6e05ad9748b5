"""How far the reader has come: which steps of which lesson were seen.

A lesson is done in parts: a phase counts when all its steps were seen. Steps are known by id, so progress
survives a lesson that gains or loses steps.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.model.course import PhaseState

GOAL: Final = "goal:"
"""What stands before a condition among the ids of steps; no step's id has a colon."""

Phases = Sequence[tuple[str, Sequence[str]]]
"""(phase id, ids of its steps) in order."""


@dataclass
class Progress:
    """The steps seen so far, by lesson."""

    seen: dict[str, set[str]] = field(default_factory=dict)

    def visit(self, slug: str, step: str) -> bool:
        """Remembers a step; whether it was new."""
        steps = self.seen.setdefault(slug, set())
        if step in steps:
            return False
        steps.add(step)
        return True

    def meet(self, slug: str, conditions: Iterable[str]) -> bool:
        """Remembers conditions of a lesson's goal that were met; whether one was new."""
        return sum(self.visit(slug, GOAL + condition) for condition in conditions) > 0

    def met(self, slug: str) -> frozenset[str]:
        """The conditions of a lesson's goal that were ever met."""
        seen = self.seen.get(slug, set())
        return frozenset(step.removeprefix(GOAL) for step in seen if step.startswith(GOAL))

    def forget(self, slug: str) -> None:
        """Everything of one lesson."""
        self.seen.pop(slug, None)

    def finished(self, slug: str, steps: Iterable[str]) -> bool:
        """Whether all these steps were seen. No steps are nothing to finish."""
        wanted = set(steps)
        return bool(wanted) and wanted <= self.seen.get(slug, set())

    def done(self, slug: str, phases: Phases) -> tuple[int, int]:
        """(phases done, phases in all)."""
        return sum(self.finished(slug, steps) for _, steps in phases), len(phases)

    def states(self, slug: str, phases: Phases, current: str) -> dict[str, PhaseState]:
        """For each phase whether it is done, the one being read (which wins over done), or still to come."""
        found: dict[str, PhaseState] = {}
        for phase, steps in phases:
            done = self.finished(slug, steps)
            found[phase] = "current" if phase == current else "done" if done else "future"
        return found

    def stored(self) -> dict[str, list[str]]:
        """As settings keep it: sorted, so that equal progress is the same file."""
        return {slug: sorted(steps) for slug, steps in sorted(self.seen.items()) if steps}

    @classmethod
    def restored(cls, stored: Mapping[str, Iterable[str]]) -> Progress:
        """The progress that `stored` gave."""
        return cls({slug: set(steps) for slug, steps in stored.items()})
