"""What a peer made of a frame that the Lab has thrown at it: the row of its answer, once it has come.

The answer is the first frame of the other side after ours on one of the connections; a Ping is none, because a peer
sends those by itself. A peer that closes has answered, whether or not our own bytes became a row.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final

from protocol.rows import FRAME, unpacked
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from protocol.ledger import Ledger

PATIENCE: Final = 10.0
"""Seconds after which nobody waits for the answer any more."""
GLANCE: Final = 5_000
"""How many rows are looked at in one go."""


class Answers:
    """Waits for at most one answer."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._ledger: Ledger | None = None
        self._ours: dict[int, Role] = {}
        self._sent: set[int] = set()
        self._place = 0
        self._until = 0.0

    def expect(self, ledger: Ledger, ours: dict[int, Role]) -> None:
        """Bytes go out now on these connections; `ours` says which side we are on each."""
        self._ledger, self._ours, self._sent = ledger, ours, set()
        self._place, self._until = len(ledger), self._now() + PATIENCE

    def forget(self) -> None:
        """Whoever waited looks at something else."""
        self._ledger = None

    def look(self, ledger: Ledger) -> int:
        """The row of the answer, once; -1 as long as there is none."""
        if self._ledger is not ledger:
            return -1
        last = min(len(ledger), self._place + GLANCE)
        for place in range(self._place, last):
            if self._answers(ledger, place):
                self.forget()
                return place
        self._place = last
        if last == len(ledger) and self._now() > self._until:
            self.forget()
        return -1

    def _answers(self, ledger: Ledger, place: int) -> bool:
        talk = ledger.talk_of[place]
        kind, who, opcode, *_ = unpacked(ledger.what[place])
        if talk not in self._ours or kind != FRAME:
            return False
        if who is self._ours[talk]:
            self._sent.add(talk)
            return False
        return opcode == Opcode.CLOSE or (talk in self._sent and opcode != Opcode.PING)
