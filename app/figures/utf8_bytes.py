"""The bytes of one text message as the incremental validator meets them: which character each belongs to, which of them
have been read, the first one that no UTF-8 text can have there, and what may come next. Pure data, no geometry.

What is well formed is said by `protocol.fragments`: its table, and its `Utf8`, which is fed as the fragments come.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from app.figures.lanes_stream import find_view
from protocol.fragments import TAIL, WELL_FORMED, Utf8
from protocol.rules import TEXT_UTF8
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from app.figures.lanes_stream import Joined, View
    from protocol.chorus import Chorus
    from protocol.knowledge import Facts

Row = tuple[range, range | None, int]
"""A row of the table: first byte, second byte, how many tails follow."""


@dataclass(frozen=True, slots=True)
class Byte:
    """One byte of the text. `start` and `size` are those of its character, by the table; `place` counts within it."""

    index: int
    value: int
    fragment: int
    known: bool
    """Whether the validator has read it."""
    here: bool
    """Whether it has arrived."""
    start: int
    size: int

    @property
    def place(self) -> int:
        """0 for the first byte of a character."""
        return self.index - self.start

    @property
    def markers(self) -> int:
        """How many of its bits say what kind of byte it is; the others are bits of the code point."""
        return marker_bits(self.value)


def marker_bits(value: int) -> int:
    """0xxxxxxx, 10xxxxxx, 110xxxxx, 1110xxxx, 11110xxx: the ones and the zero after them (RFC 3629 section 3)."""
    ones = next((count for count in range(8) if not value & 0x80 >> count), 8)
    return min(8, ones + 1)


@dataclass(frozen=True, slots=True)
class State:
    """What the validator knows after so many bytes: the begun character and the table's row for it."""

    fed: int
    pending: int
    bad: int | None
    begun: bytes
    row: Row | None

    @property
    def size(self) -> int:
        """How many bytes the begun character has."""
        return row_size(self.row) if self.row is not None else 0

    @property
    def allowed(self) -> tuple[range, ...]:
        """What the next byte may be."""
        if self.row is None or not self.pending:
            return (*(first for first, _, _ in WELL_FORMED),)
        second = self.row[1]
        return (second if self.pending == 1 and second is not None else TAIL,)


@dataclass(frozen=True, slots=True)
class Text:
    """All that the figure shows of one message."""

    sender: Role
    message: Joined
    bytes_: tuple[Byte, ...]
    state: State
    whole: bool
    """Its last byte has been read, and no rule is broken."""
    cut_off: bool
    """It ended inside a character."""
    code: int | None
    """The close code with which the reader fails the connection."""

    @property
    def is_text(self) -> bool:
        """Whether anything is checked at all."""
        return self.message.opcode == Opcode.TEXT

    @property
    def known(self) -> int:
        """How many bytes have been read."""
        return sum(byte.known for byte in self.bytes_)


def row_of(lead: int) -> int | None:
    """The number of the table's row for a first byte; None for a byte that no character begins with."""
    return next((number for number, (first, _, _) in enumerate(WELL_FORMED) if lead in first), None)


def row_size(row: Row) -> int:
    """How many bytes a character of this row has."""
    return 1 + (row[1] is not None) + row[2]


def state_after(payload: bytes) -> State:
    """Feed the validator with these bytes, one after the other as they come, and ask it."""
    check = Utf8()
    for place in range(len(payload)):
        check.feed(payload[place : place + 1])
    if check.bad is not None:
        start = check.bad
        for number in _starts(payload[: check.bad + 1]):
            start = number
        begun = payload[start : check.bad + 1]
        number_of = row_of(begun[0])
        return State(len(payload), 0, check.bad, begun, None if number_of is None else WELL_FORMED[number_of])
    begun = payload[len(payload) - check.pending :]
    row = row_of(begun[0]) if begun else None
    return State(len(payload), check.pending, None, begun, None if row is None else WELL_FORMED[row])


def _starts(payload: bytes) -> list[int]:
    """Where characters begin, by their first bytes alone."""
    starts, place = [], 0
    while place < len(payload):
        starts.append(place)
        row = row_of(payload[place])
        place += 1 if row is None else row_size(WELL_FORMED[row])
    return starts


def naive(payload: bytes) -> int | None:
    """What a reader would make of a sequence that looks only at the marker bits, as the first decoders did; None if its
    tails are missing."""
    ones = marker_bits(payload[0]) - 1
    if ones == 0:
        return payload[0]
    if not 2 <= ones <= 4 or len(payload) < ones or any(byte not in TAIL for byte in payload[1:ones]):
        return None
    value = payload[0] & 0x7F >> ones
    for byte in payload[1:ones]:
        value = value << 6 | byte & 0x3F
    return value


MESSAGE: Final = "message:"
BYTE: Final = "byte:"


def find_text(facts: Facts | Chorus, cursor: int, focus: str) -> Text | None:
    """The message in focus (`client/message:1/byte:3`; without a number the last one that has begun). With a byte the
    validator has come as far as that one."""
    view = find_view(facts, cursor, focus)
    messages = [one for one in view.messages if one.opcode in {Opcode.TEXT, Opcode.BINARY}]
    if not messages:
        return None
    wanted, byte = _number(focus, MESSAGE), _number(focus, BYTE)
    if wanted is not None and wanted < len(messages):
        message = messages[wanted]
    else:
        begun = [one for one in messages if one.pieces[0].start < view.read]
        message = begun[-1] if begun else messages[0]
    return _text(view, message, byte)


def _number(focus: str, name: str) -> int | None:
    part = next((part.removeprefix(name) for part in focus.split("/") if part.startswith(name)), "")
    return int(part) if part.isdecimal() else None


def _text(view: View, message: Joined, byte: int | None) -> Text:
    values: list[tuple[int, int, int]] = []
    for piece in message.pieces:
        own = piece.frame.payload
        values += [(value, piece.fragment, piece.payload + place) for place, value in enumerate(own)]
    payload = bytes(value for value, _, _ in values)
    known = sum(offset < view.read for _, _, offset in values)
    known = known if byte is None else min(known, byte + 1)
    text = message.opcode == Opcode.TEXT
    state = state_after(payload[:known]) if text else State(known, 0, None, b"", None)
    found: list[Byte] = []
    for start, stop in pairwise((*(_starts(payload) if text else range(len(payload))), len(payload))):
        row = row_of(payload[start]) if text else None
        size = 1 if row is None else row_size(WELL_FORMED[row])
        for index in range(start, stop):
            value, fragment, offset = values[index]
            found.append(Byte(index, value, fragment, index < known, offset < view.arrived, start, size))
    broken = view.broken if view.broken is not None and view.broken.number in _numbers(message) else None
    cut_off = broken is not None and broken.rule is TEXT_UTF8 and state.bad is None and known == len(payload)
    good = broken is None and state.bad is None and not state.pending
    ended = message.whole and view.read >= message.stop and known == len(payload)
    code = broken.rule.close_code if broken is not None and (state.bad is not None or cut_off) else None
    return Text(view.sender, message, tuple(found), state, ended and good, cut_off, code)


def _numbers(message: Joined) -> set[int]:
    return {piece.number for piece in message.pieces}
