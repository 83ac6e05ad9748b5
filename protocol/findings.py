"""What the referee found in one direction of a connection: broken rules with their bits, kept in columns.

    FINE        no rule is broken
    UNJUDGED    bytes are missing, or nobody knows the limit that a frame is measured by
    WARNING     a SHOULD is broken, or something is allowed and unwise
    VIOLATION   a MUST is broken

A finding lies in a frame or a head of one side. Most often that side broke the rule; when an answer is missing, the
bits are those that ask for it, and the other side is to blame.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from protocol.rules import FRAME_KEY, RULES, Rule
from protocol.vocabulary import Role

FINE, UNJUDGED, WARNING, VIOLATION = range(4)

HEAD_NUMBER: Final = -1
"""Stands for the head where frames have a number."""

_RULES: Final = tuple(RULES.values())
_PLACES: Final = {rule.id: place for place, rule in enumerate(_RULES)}


def verdict_of(rule: Rule) -> int:
    """How much a broken rule weighs. A MAY is somebody's own choice: who does not meet it has broken nothing.

    That a masking key is unpredictable (section 5.3) cannot be read off one key, however odd: at most, it warns.
    """
    if rule.level == "MAY":
        return FINE
    return VIOLATION if rule.level.startswith("MUST") and rule is not FRAME_KEY else WARNING


@dataclass(frozen=True, slots=True)
class Finding:
    """`by` broke the rule; the bits lie in frame `number` of `who`, or in its head if that is None."""

    rule: Rule
    by: Role
    who: Role
    number: int | None
    start_bit: int
    width: int
    verdict: int


class Findings:
    """All findings in what `who` sent, found by the frame's number: 27 bytes each."""

    def __init__(self, who: Role) -> None:
        self.who = who
        self._numbers = array("q")
        self._rules = array("B")
        self._peers = array("B")
        """1 if the other side is to blame."""
        self._starts = array("Q")
        self._widths = array("Q")
        self._verdicts = array("B")

    def add(self, finding: Finding) -> None:
        """Remember it; nearly always it belongs behind all others."""
        number = HEAD_NUMBER if finding.number is None else finding.number
        place = bisect_right(self._numbers, number)
        self._numbers.insert(place, number)
        self._rules.insert(place, _PLACES[finding.rule.id])
        self._peers.insert(place, finding.by is not self.who)
        self._starts.insert(place, min(finding.start_bit, 2**64 - 1))
        self._widths.insert(place, min(finding.width, 2**64 - 1))
        self._verdicts.insert(place, finding.verdict)

    def of(self, number: int | None) -> tuple[Finding, ...]:
        """Those of one frame, or of the head."""
        wanted = HEAD_NUMBER if number is None else number
        first = bisect_left(self._numbers, wanted)
        return tuple(self._finding(place) for place in range(first, bisect_right(self._numbers, wanted)))

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[Finding]:
        return (self._finding(place) for place in range(len(self)))

    def _finding(self, place: int) -> Finding:
        number = self._numbers[place]
        return Finding(
            _RULES[self._rules[place]],
            self.who.peer if self._peers[place] else self.who,
            self.who,
            None if number == HEAD_NUMBER else number,
            self._starts[place],
            self._widths[place],
            self._verdicts[place],
        )
