"""A row of the ledger: a frame, a head, or a gap.

what      kind of row (7 bits)   sender (1)   FIN (1)   RSV (3)   opcode (4)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from protocol.findings import VIOLATION, WARNING
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from protocol.talk import Talk

FRAME, HEAD, GAP = range(3)
"""What a row is."""

KIND_SHIFT: Final = 9
SENDER: Final = 1 << 8

ROLES: Final = tuple(Role)
NOWHERE: Final = -1


@dataclass(slots=True)
class Counts:
    """How many rows are frames, violations, warnings and gaps."""

    frames: int = 0
    violations: int = 0
    warnings: int = 0
    gaps: int = 0

    def judged(self, before: int, after: int) -> None:
        """A row's verdict was `before` and is `after`."""
        self.violations += (after == VIOLATION) - (before == VIOLATION)
        self.warnings += (after == WARNING) - (before == WARNING)


@dataclass(frozen=True, slots=True)
class Row:
    """One row, made when somebody looks. `number` counts the frames of `who`, None for a head or a gap outside of
    frames; `length` is the payload and `wire` everything, in bytes; `time` is that of the column."""

    place: int
    kind: int
    talk: Talk
    who: Role
    number: int | None
    time: float
    opcode: int
    fin: bool
    rsv: int
    masked: bool
    length: int
    wire: int
    verdict: int


def unpacked(what: int) -> tuple[int, Role, int, bool, int]:
    """Kind, sender, opcode, FIN and RSV of an element of `what`."""
    return what >> KIND_SHIFT, ROLES[what >> 8 & 1], what & 0b1111, bool(what & 0x80), what >> 4 & 0b111


def is_masked(length: int, wire: int) -> bool:
    """Whether a frame of this size has a masking key: a header has 2, 4 or 10 bytes without, 6, 8 or 14 with it."""
    return wire - length in {6, 8, 14}
