"""A local control of a figure: what stands right of the stage's title, such as the round of SHA-1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ControlKind = Literal["stepper", "segments"]


@dataclass(frozen=True, slots=True)
class Control:
    """A whole number between `low` and `high`, both reachable.

    `name` is the figure's option (`round`), `label` what is written beside it, already in the reader's
    language. A stepper shows the value between two arrows; segments show every value side by side, so their
    range is small."""

    name: str
    label: str
    kind: ControlKind
    value: int
    low: int
    high: int

    def clamped(self, value: int) -> int:
        """The nearest value that the control can take."""
        return max(self.low, min(self.high, value))
