"""What one condition of a filter asks of a row, answered for many rows at once.

A condition takes the rows `start` to `stop` of a ledger and a mask, one byte for each, 1 where the row is still asked
for; it gives the mask of those that meet it. Columns of single bytes are looked up by `bytes.translate`, others by one
`map`, so that a million rows cost some hundredths of a second. What has to be read from the recording (text, codes,
findings) is read for the rows in the mask only.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Container
from dataclasses import dataclass
from itertools import compress
from operator import sub
from typing import TYPE_CHECKING, Final, Protocol

from protocol.closing import read_close
from protocol.findings import FINE
from protocol.masking import mask
from protocol.rows import FRAME, HEAD, KIND_SHIFT, ROLES, is_masked
from protocol.vocabulary import Opcode, is_control

if TYPE_CHECKING:
    from protocol.ledger import Ledger
    from protocol.rows import Row

DAY: Final = 86400.0
_LOW: Final = 0 if sys.byteorder == "little" else 1


class Condition(Protocol):
    """A part of a filter. `cost` says how much a row takes: 0 a look at a table, 1 a comparison, 2 reading bytes."""

    @property
    def cost(self) -> int:
        """0, 1 or 2."""

    def select(self, ledger: Ledger, start: int, stop: int, mask: bytes) -> bytes:
        """The rows of `mask` that meet it."""


def both(one: bytes, other: bytes) -> bytes:
    """The rows that are in both masks."""
    return _joined(one, other, int.__and__)


def either(one: bytes, other: bytes) -> bytes:
    """The rows that are in one of the masks at least."""
    return _joined(one, other, int.__or__)


def without(one: bytes, other: bytes) -> bytes:
    """The rows of `one` that are not in `other`, which is part of it."""
    return _joined(one, other, int.__xor__)


def _joined(one: bytes, other: bytes, how: Callable[[int, int], int]) -> bytes:
    return how(int.from_bytes(one, "little"), int.from_bytes(other, "little")).to_bytes(len(one), "little")


# Combined conditions.


@dataclass(frozen=True, slots=True)
class All:
    """Every part is met; the cheap ones are asked first."""

    parts: tuple[Condition, ...]

    @property
    def cost(self) -> int:
        """That of the dearest part."""
        return max((part.cost for part in self.parts), default=0)

    def select(self, ledger: Ledger, start: int, stop: int, mask: bytes) -> bytes:
        """The rows that meet all parts."""
        for part in sorted(self.parts, key=lambda part: part.cost):
            mask = part.select(ledger, start, stop, mask)
        return mask


@dataclass(frozen=True, slots=True)
class Any:
    """One part is met; those that are asked later see only the rows that are left."""

    parts: tuple[Condition, ...]

    @property
    def cost(self) -> int:
        """That of the dearest part."""
        return max(part.cost for part in self.parts)

    def select(self, ledger: Ledger, start: int, stop: int, mask: bytes) -> bytes:
        """The rows that meet one part."""
        found = bytes(len(mask))
        for part in sorted(self.parts, key=lambda part: part.cost):
            found = either(found, part.select(ledger, start, stop, without(mask, both(mask, found))))
        return found


@dataclass(frozen=True, slots=True)
class Not:
    """The part is not met."""

    part: Condition

    @property
    def cost(self) -> int:
        """That of the part."""
        return self.part.cost

    def select(self, ledger: Ledger, start: int, stop: int, mask: bytes) -> bytes:
        """The rows that do not meet the part."""
        return without(mask, self.part.select(ledger, start, stop, mask))


# Single conditions.


@dataclass(frozen=True, slots=True)
class FirstByte:
    """Of frames: FIN, RSV or opcode. `table` has 1 for each first byte that is wanted."""

    table: bytes
    cost: int = 0

    def select(self, ledger: Ledger, start: int, stop: int, mask: bytes) -> bytes:
        """Frames with such a first byte."""
        packed = ledger.what[start:stop].tobytes()
        frames = packed[1 - _LOW :: 2].translate(FRAMES)
        return both(mask, both(frames, packed[_LOW::2].translate(self.table)))


def first_bytes(wanted: Callable[[int], bool]) -> bytes:
    """A table over all bytes: 1 where `wanted` says so."""
    return bytes(map(wanted, range(256)))


FRAMES: Final = first_bytes(lambda high: high >> (KIND_SHIFT - 8) == FRAME)


@dataclass(frozen=True, slots=True)
class UpperByte:
    """The kind of row, or who sent it: the upper byte of `what`."""

    table: bytes
    cost: int = 0

    def select(self, ledger: Ledger, start: int, stop: int, mask: bytes) -> bytes:
        """Rows of such a kind, or of such a sender."""
        return both(mask, ledger.what[start:stop].tobytes()[1 - _LOW :: 2].translate(self.table))


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict is one of these."""

    table: bytes
    cost: int = 0

    def select(self, ledger: Ledger, start: int, stop: int, mask: bytes) -> bytes:
        """Rows with such a verdict."""
        return both(mask, ledger.verdicts[start:stop].tobytes().translate(self.table))


@dataclass(frozen=True, slots=True)
class Column:
    """The number in a column meets `wanted`, which gives True or False."""

    name: str
    wanted: Callable[[int], bool]
    cost: int = 1

    def select(self, ledger: Ledger, start: int, stop: int, mask: bytes) -> bytes:
        """Rows whose number meets it."""
        column = range(start + 1, stop + 1) if self.name == "no" else getattr(ledger, self.name)[start:stop]
        return both(mask, bytes(map(self.wanted, column)))


def within(ranges: tuple[range, ...]) -> Callable[[int], bool]:
    """Whether a number is in one of the ranges."""
    if len(ranges) == 1:
        only = ranges[0]
        return only.start.__eq__ if len(only) == 1 else only.__contains__
    numbers: Container[int] = frozenset(first for one in ranges for first in one) if _few(ranges) else ()
    return numbers.__contains__ if numbers else lambda number: any(number in one for one in ranges)


def _few(ranges: tuple[range, ...]) -> bool:
    return all(one.stop - one.start < 4096 for one in ranges)


@dataclass(frozen=True, slots=True)
class Masked:
    """A frame has a masking key."""

    cost: int = 1

    def select(self, ledger: Ledger, start: int, stop: int, mask: bytes) -> bytes:
        """Masked frames: their headers have 6, 8 or 14 bytes."""
        headers = map(sub, ledger.wire[start:stop], ledger.length[start:stop])
        frames = ledger.what[start:stop].tobytes()[1 - _LOW :: 2].translate(FRAMES)
        return both(both(mask, frames), bytes(map({6, 8, 14}.__contains__, headers)))


@dataclass(frozen=True, slots=True)
class During:
    """The time is at least `first` and less than `stop`, in seconds of the day (`clock`) or since the first row."""

    first: float
    stop: float
    clock: bool
    cost: int = 1

    def select(self, ledger: Ledger, start: int, stop: int, mask: bytes) -> bytes:
        """Rows of that time."""
        first, end = self.first, self.stop
        if not self.clock:
            base = ledger.times[0] if len(ledger) else 0.0
            return both(mask, bytes([first <= time - base < end for time in ledger.times[start:stop]]))
        zone = ledger.zone
        if first <= end:
            return both(mask, bytes([first <= (time + zone) % DAY < end for time in ledger.times[start:stop]]))
        return both(mask, bytes([not end <= (time + zone) % DAY < first for time in ledger.times[start:stop]]))


@dataclass(frozen=True, slots=True)
class Read:
    """`wanted` of a row that is read again; `among` has 1 for the first bytes of the frames for which it can hold."""

    wanted: Callable[[Ledger, int], bool]
    among: Condition | None = None
    cost: int = 2

    def select(self, ledger: Ledger, start: int, stop: int, mask: bytes) -> bytes:
        """Rows that meet it."""
        if self.among is not None:
            mask = self.among.select(ledger, start, stop, mask)
        found = bytearray(len(mask))
        for place in compress(range(len(mask)), mask):
            found[place] = self.wanted(ledger, start + place)
        return bytes(found)


CLOSES: Final = FirstByte(first_bytes(lambda first: first & 0b1111 == Opcode.CLOSE))
UNFINE: Final = Judged(first_bytes(lambda verdict: verdict != FINE))


def says_code(codes: Callable[[int], bool] | None) -> Read:
    """A Close frame carries one of these codes; None: it carries none."""

    def wanted(ledger: Ledger, place: int) -> bool:
        row = ledger.row(place)
        code = read_close(payload_of(row, 125)).code if row.length <= 125 else None
        return code is None if codes is None else code is not None and codes(code)

    return Read(wanted, CLOSES)


def holds_text(text: str) -> Read:
    """The payload, unmasked and inflated, or the head contains this text, whatever its case."""
    wanted_text, wanted_bytes = text.casefold(), text.encode()
    lowered = wanted_bytes.lower()

    def wanted(ledger: Ledger, place: int) -> bool:
        payload = contents(ledger, place)
        if lowered in payload.lower():
            return True
        return not text.isascii() and wanted_text in payload.decode("utf-8", "replace").casefold()

    return Read(wanted)


def holds_bytes(data: bytes) -> Read:
    """The payload, unmasked and inflated, or the head contains these bytes."""
    return Read(lambda ledger, place: data in contents(ledger, place))


def breaks(rule: str) -> Read:
    """A rule is broken whose id is this or begins with this, or that stands in this section."""
    section = rule.removeprefix("§")

    def wanted(ledger: Ledger, place: int) -> bool:
        return any(
            found.rule.id == rule or found.rule.id.startswith(rule + ".") or found.rule.section == section
            for found in ledger.findings(place)
        )

    return Read(wanted, UNFINE)


def contents(ledger: Ledger, place: int) -> bytes:
    """What a row carries: the payload of a frame, or the bytes of a head."""
    what, number = ledger.what[place], ledger.numbers[place]
    talk = ledger.talks[ledger.talk_of[place] - 1]
    who = ROLES[what >> 8 & 1]
    kind = what >> KIND_SHIFT
    if kind != FRAME:
        return talk.recording.cut(who, 0, ledger.wire[place]) if kind == HEAD else b""
    if what & 0b111_0000 and not is_control(what):
        message = talk.message_of(who, number)
        if message is not None:
            return message.payload
    sent = talk.facts.sent(who)
    length, size = ledger.length[place], ledger.wire[place]
    if number >= len(sent):
        return talk.payload(who, number, length)
    start = sent.starts[number] + size - length
    if not is_masked(length, size):
        return talk.recording.cut(who, start, start + length)
    data = talk.recording.cut(who, start - 4, start + length)
    return mask(data[4:], data[:4])


def payload_of(row: Row, most: int) -> bytes:
    """The first bytes of a frame's payload, unmasked."""
    return row.talk.payload(row.who, row.number or 0, most)
