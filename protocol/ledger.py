"""The ledger: every frame and head of every connection, one row each, in the order in which they came.

    talk 1, a connection       recording + observer -> facts  --.
    talk 2, another one        recording + observer -> facts  --+-->  rows: talk, what, length, wire, time, verdict ...

The rows are kept in columns, 43 bytes each and no object. A row is a whole frame, a head, or a gap: bytes that a
capture has lost. A frame whose header breaks a rule has its row before it is whole, since it may never be. A verdict
may come later than its row (a ping that is never answered); then the row's number is appended to `changed`. Whatever
else there is to say of a row is read again from the recording.
"""

from __future__ import annotations

import sys
from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from protocol.findings import FINE, UNJUDGED, VIOLATION, WARNING, Finding
from protocol.previews import preview
from protocol.recording import Setup
from protocol.rows import FRAME, GAP, HEAD, KIND_SHIFT, NOWHERE, SENDER, Counts, Row, is_masked, unpacked
from protocol.talk import Talk
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = [
    "FINE", "FRAME", "GAP", "HEAD", "UNJUDGED", "VIOLATION", "WARNING", "Counts", "Ledger", "Row", "Talk", "unpacked",
]  # fmt: skip

_SERVER: Final = Role.SERVER
_LOW: Final = 0 if sys.byteorder == "little" else 1


@dataclass(slots=True)
class Ledger:
    """All rows of all talks. `zone` is how many seconds the reader's clock is ahead of UTC."""

    zone: float = 0.0
    talks: list[Talk] = field(default_factory=list)
    counts: Counts = field(default_factory=Counts)
    talk_of: array[int] = field(default_factory=lambda: array("I"))
    what: array[int] = field(default_factory=lambda: array("H"))
    length: array[int] = field(default_factory=lambda: array("Q"))
    wire: array[int] = field(default_factory=lambda: array("Q"))
    times: array[float] = field(default_factory=lambda: array("d"))
    """Seconds since 1970 where that is known, else since the recording began."""
    verdicts: array[int] = field(default_factory=lambda: array("B"))
    numbers: array[int] = field(default_factory=lambda: array("i"))
    changed: array[int] = field(default_factory=lambda: array("I"))
    """Rows whose verdict has changed after they were appended, in the order of the changes."""
    _appends: tuple[Callable[[Any], None], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        columns = (self.talk_of, self.what, self.length, self.wire, self.times, self.verdicts, self.numbers)
        self._appends = tuple(column.append for column in columns)  # one look-up for all of them, a million times

    def begin(
        self, setup: Setup | None = None, reads: bool = False, name: str = "", parent: Talk | None = None
    ) -> Talk:
        """A new connection; `parent` is the one on the other side of a proxy."""
        talk = Talk(self, len(self.talks) + 1, setup or Setup(), reads=reads, name=name, parent=parent)
        self.talks.append(talk)
        return talk

    def talk(self, number: int) -> Talk:
        """The connection with this number, counted from 1."""
        return self.talks[number - 1]

    @property
    def changes(self) -> int:
        """How often a row has changed."""
        return len(self.changed)

    def __len__(self) -> int:
        return len(self.what)

    # What is read.

    def row(self, place: int) -> Row:
        """The row at this place."""
        kind, who, opcode, fin, rsv = unpacked(self.what[place])
        number, length, wire = self.numbers[place], self.length[place], self.wire[place]
        return Row(
            place,
            kind,
            self.talk(self.talk_of[place]),
            who,
            None if number == NOWHERE else number,
            self.times[place],
            opcode,
            fin,
            rsv,
            kind == FRAME and is_masked(length, wire),
            length,
            wire,
            self.verdicts[place],
        )

    def findings(self, place: int) -> tuple[Finding, ...]:
        """The rules that are broken in this row."""
        if self.verdicts[place] == FINE:
            return ()
        kind, who, *_ = unpacked(self.what[place])
        number = self.numbers[place]
        if kind == GAP:
            return ()
        return self.talk(self.talk_of[place]).findings(who).of(None if number == NOWHERE else number)

    def place_of(self, talk: Talk, who: Role, number: int | None) -> int | None:
        """Where the row of a frame is, or that of the head of `who`; None if there is none."""
        return talk.place_of(who, number)

    def preview(self, place: int, limit: int = 80) -> str:
        """What the row carries, in at most `limit` characters: text, other bytes as hex, a head's first line."""
        return preview(self.row(place), limit)

    # What is written, by the talks.

    def add(self, talk: int, kind: int, who: Role, number: int, time: float, wire: int, verdict: int = FINE) -> int:
        """A head or a gap; its place."""
        self.talk_of.append(talk)
        self.what.append(kind << KIND_SHIFT | (SENDER if who is Role.SERVER else 0))
        self.length.append(wire if kind == GAP else 0)
        self.wire.append(wire)
        self.times.append(time)
        self.verdicts.append(verdict)
        self.numbers.append(number)
        self.counts.gaps += kind == GAP
        return len(self.what) - 1

    def add_frame(self, talk: int, who: Role, number: int, time: float, first: int, length: int, wire: int) -> None:
        """A frame with this first byte."""
        add_talk, add_what, add_length, add_wire, add_time, add_verdict, add_number = self._appends
        add_talk(talk)
        add_what(first | SENDER if who is _SERVER else first)
        add_length(length)
        add_wire(wire)
        add_time(time)
        add_verdict(FINE)
        add_number(number)
        self.counts.frames += 1

    def add_frames(
        self,
        talk: int,
        servers: bytes,
        numbers: Iterable[int],
        times: Sequence[float],
        firsts: bytes,
        lengths: Iterable[int],
        sizes: Iterable[int],
    ) -> None:
        """Frames, a column for each thing that is known of them; of `servers` 1 if the server sent it."""
        count = len(firsts)
        packed = bytearray(2 * count)
        packed[_LOW::2] = firsts
        packed[1 - _LOW :: 2] = servers
        self.what.frombytes(packed)
        self.talk_of.extend(array("I", [talk]) * count)
        self.length.extend(lengths)
        self.wire.extend(sizes)
        self.times.extend(times)
        self.verdicts.frombytes(bytes(count))
        self.numbers.extend(numbers)
        self.counts.frames += count

    def judge(self, place: int, verdict: int) -> tuple[int, int]:
        """The row is at least as bad as this; its verdict before and after."""
        before = self.verdicts[place]
        if verdict > before:
            self.verdicts[place] = verdict
            self.changed.append(place)
            self.counts.judged(before, verdict)
        return before, max(before, verdict)
