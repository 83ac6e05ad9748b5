"""Where in a ledger something is wrong or missing: the rows to which Previous and Next go and that the overview marks.

Every row starts fine, and each change of a verdict is written down by the ledger; so only the changes are read, and
gaps, which are rows of a kind of their own, are picked out with a filter.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right, insort
from typing import TYPE_CHECKING, Final

from protocol.filters import Filter, compile_filter
from protocol.findings import WARNING

if TYPE_CHECKING:
    from protocol.ledger import Ledger

SLICE: Final = 20_000
"""How many rows or changes are looked at in one go: a few milliseconds."""


def _gaps() -> Filter:
    found = compile_filter("is:gap")
    assert isinstance(found, Filter)
    return found


class FindingRows:
    """Rows with a finding and rows that are gaps, both in the ledger's order."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._gaps = _gaps()
        self._changes = 0
        self._rows = 0
        self.findings = array("I")
        self.gaps = array("I")

    def follow(self) -> bool:
        """Look at a part of what is new; whether everything has been looked at."""
        ledger = self._ledger
        stop = min(len(ledger.changed), self._changes + SLICE)
        for row in ledger.changed[self._changes : stop]:
            if ledger.verdicts[row] >= WARNING:
                self._add(row)
        self._changes = stop
        until = min(len(ledger), self._rows + SLICE)
        self.gaps.extend(self._gaps.run(ledger, self._rows, until))
        self._rows = until
        return self._changes == len(ledger.changed) and self._rows == len(ledger)

    def _add(self, row: int) -> None:
        if not self.findings or row > self.findings[-1]:
            self.findings.append(row)
        elif self.findings[bisect_left(self.findings, row)] != row:
            insort(self.findings, row)

    def after(self, row: int) -> int:
        """The next row with a finding; -1 if there is none. -1 asks for the first."""
        place = bisect_right(self.findings, row) if row >= 0 else 0
        return self.findings[place] if place < len(self.findings) else -1

    def before(self, row: int) -> int:
        """The row with a finding before this one; -1 if there is none. -1 asks for the last."""
        place = bisect_left(self.findings, row) if row >= 0 else len(self.findings)
        return self.findings[place - 1] if place > 0 else -1

    def place(self, row: int) -> int:
        """Which finding this row is, counted from 1; 0 if it has none."""
        place = bisect_left(self.findings, row)
        found = place < len(self.findings) and self.findings[place] == row
        return place + 1 if found else 0
