"""What is to be run: a scenario with everything that was switched, done and changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lessons.forking import Change
    from lessons.model import Scenario


@dataclass(frozen=True, slots=True)
class Order:
    """A scenario with faults and a variant switched on, moves made at its end, and one change in its middle."""

    scenario: Scenario
    faults: frozenset[str] = frozenset()
    moves: tuple[str, ...] = ()
    change: Change | None = None

    @property
    def is_altered(self) -> bool:
        """Whether the reader has done more than switch faults: then not all that the lesson tells need happen."""
        return bool(self.moves) or self.change is not None

    @property
    def wanted(self) -> Scenario:
        """The scenario as it is to be run; LessonError if it has no such fault or move."""
        scenario = self.scenario.patched(self.faults, self.moves)
        return scenario if self.change is None else self.change.made_in(scenario)
