"""Where what is found in a file goes: talks to the ledger, remarks to whoever asked, numbers to the tally."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.files.remarks import Remark, Say
from app.files.tally import TALK_LIMIT, Tally

if TYPE_CHECKING:
    from protocol.ledger import Ledger
    from protocol.recording import Setup
    from protocol.talk import Talk

LAST_DAY: Final = 253_402_300_800
"""Seconds from 1970 to the year 10000: a time beyond it is no date."""

SECOND: Final = 1_000_000_000


class Desk:
    """One file that is being read."""

    def __init__(self, ledger: Ledger, say: Say) -> None:
        self.tally = Tally()
        self._ledger = ledger
        self._say = say

    def begin(self, setup: Setup, *, reads: bool = False) -> Talk | None:
        """A new talk, or None if there are too many."""
        if self.tally.talks >= TALK_LIMIT:
            return None
        self.tally.talks += 1
        return self._ledger.begin(setup, reads=reads)

    def say(self, remark: Remark) -> None:
        """Hand on a remark."""
        self._say(remark)

    def about(self, talk: Talk, source: str, **values: str) -> None:
        """A remark about one connection."""
        self._say(Remark(source, {"talk": str(talk.number), **values}, "note", talk.number))

    def finish(self) -> None:
        """The file is read: say what was counted."""
        for remark in self.tally.told():
            self._say(remark)


def began(ns: int) -> float:
    """A time in nanoseconds since 1970 as `Setup.began`: 0.0 for one that is no date."""
    return ns / SECOND if 0 < ns < LAST_DAY * SECOND else 0.0
