"""Messages made of frames (RFC 6455 section 5.4), and text that must be UTF-8 (section 8.1).

    frame    opcode          FIN
    first    text or binary  1 if the message is whole, else 0
    others   continuation    0 until the last one, which has 1

Control frames may stand between the fragments of a message; fragments of another message may not. Frames are
cut anywhere, even inside a character, so UTF-8 is checked byte by byte as the text comes. A byte that no text
can have at that place fails the connection at once.

UTF-8 writes a character in 1 to 4 bytes. Which bytes may come first, and which second, is table 3-7 of the
Unicode Standard ("Well-Formed UTF-8 Byte Sequences"); third and fourth bytes are 80..BF. The rows that narrow
the second byte keep out the forms that are too long (C0, C1, E0 80..9F, F0 80..8F), the surrogates D800..DFFF
(ED A0..BF) and what lies beyond 10FFFF (F4 90..BF, F5..FF).
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import Final

from protocol.frames import Frame, FrameHeader, Violation
from protocol.rules import FRAGMENT_INTERLEAVED, FRAGMENT_ORPHAN, FRAME_TOO_BIG, TEXT_UTF8
from protocol.vocabulary import Opcode

TAIL: Final = range(0x80, 0xC0)

WELL_FORMED: Final = (
    # first byte, second byte, bytes after the second
    (range(0x80), None, 0),
    (range(0xC2, 0xE0), TAIL, 0),
    (range(0xE0, 0xE1), range(0xA0, 0xC0), 1),
    (range(0xE1, 0xED), TAIL, 1),
    (range(0xED, 0xEE), range(0x80, 0xA0), 1),
    (range(0xEE, 0xF0), TAIL, 1),
    (range(0xF0, 0xF1), range(0x90, 0xC0), 2),
    (range(0xF1, 0xF4), TAIL, 2),
    (range(0xF4, 0xF5), range(0x80, 0x90), 2),
)
"""Unicode table 3-7."""

MOST_FRAMES: Final = 2**20
"""No message has more frames: empty ones take memory as well (section 10.4, "a long stream of small frames")."""

_ALLOWED_AFTER: Final = {
    byte: () if second is None else (second,) + (TAIL,) * more for first, second, more in WELL_FORMED for byte in first
}


def first_bad_byte(data: bytes) -> int | None:
    """The index of the first byte with which no UTF-8 text can go on, or None. The end may cut a character.

    The table, byte by byte: the slow and clear half of `Utf8`.
    """
    expected: tuple[range, ...] = ()
    for index, byte in enumerate(data):
        if expected:
            if byte not in expected[0]:
                return index
            expected = expected[1:]
        elif byte in _ALLOWED_AFTER:
            expected = _ALLOWED_AFTER[byte]
        else:
            return index
    return None


class Utf8:
    """Checks a text that comes in pieces. Offsets are in bytes, from the first byte of the text.

    Python's own decoder runs at memory speed, so it finds the character that is wrong or not whole yet; the
    table finds the byte in it. The decoder alone would not do: it takes the first two bytes of a surrogate
    for a character that may still become whole. After a bad byte the answer stays the same.
    """

    def __init__(self) -> None:
        self.bad: int | None = None
        """The offset of the first bad byte, once there is one."""
        self.pending = 0
        """How many bytes of a character that is not whole yet have come: 0 to 3."""
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._fed = 0

    def feed(self, data: bytes) -> int | None:
        """Read on; the offset of the first bad byte, or None."""
        if self.bad is not None:
            return self.bad
        start = self._fed - self.pending
        self._fed += len(data)
        try:
            self._decoder.decode(data)
        except UnicodeDecodeError as error:
            start += error.start
            character = error.object[error.start : error.start + 4]
        else:
            character = self._decoder.getstate()[0]
            start = self._fed - len(character)
        bad = first_bad_byte(character)
        if bad is None:
            self.pending = len(character)
        else:
            self.bad = start + bad
        return self.bad


@dataclass(frozen=True, slots=True)
class Message:
    """A whole message: the opcode of its first frame, all payloads joined, and the numbers of its frames."""

    opcode: int
    payload: bytes
    frames: tuple[int, ...]

    @property
    def text(self) -> str | None:
        """The text of a text message, None for binary."""
        return self.payload.decode("utf-8", "replace") if self.opcode == Opcode.TEXT else None


class Assembler:
    """Joins the data frames of one direction. `limit` is the largest message in bytes (section 10.4).

    A message that breaks a rule is not delivered, but its frames are still followed to its end.
    """

    def __init__(self, limit: int | None = None) -> None:
        self._limit = limit
        self.opcode: int | None = None
        """The opcode of the message that has begun and not ended, or None between messages."""
        self._parts: list[bytes] = []
        self._numbers: list[int] = []
        self._size = 0
        self._broken = False
        self._utf8 = Utf8()

    @property
    def open(self) -> bool:
        """Whether a message has begun and not ended."""
        return self.opcode is not None

    def judge(self, header: Frame | FrameHeader) -> tuple[Violation, ...]:
        """The rules that the next data frame breaks by its place, seen in its header alone."""
        continues = header.opcode == Opcode.CONTINUATION
        violations = []
        if continues and not self.open:
            violations.append(Violation(FRAGMENT_ORPHAN, 4, 4))
        if not continues and self.open:
            violations.append(Violation(FRAGMENT_INTERLEAVED, 4, 4))
        if continues and len(self._numbers) == MOST_FRAMES:
            violations.append(Violation(FRAME_TOO_BIG, 4, 4))
        before = self._size if continues else 0
        if self._limit is not None and before <= self._limit < before + header.length:
            width = 7 if header.length_form == 7 else 7 + header.length_form
            violations.append(Violation(FRAME_TOO_BIG, 9, width))
        return tuple(violations)

    def add(self, number: int, frame: Frame) -> tuple[Message | None, tuple[Violation, ...]]:
        """Take frame `number`; the message that it completes and the rules that it breaks.

        Frames that are no data frames are let pass. A first frame in the middle of a message begins a new
        one: the old one can no longer end.
        """
        if frame.opcode not in {Opcode.CONTINUATION, Opcode.TEXT, Opcode.BINARY}:
            return None, ()
        violations = list(self.judge(frame))
        if frame.opcode != Opcode.CONTINUATION:
            if self.open:
                self._forget()
            self.opcode = frame.opcode
        elif not self.open:
            return None, tuple(violations)
        violations += self._take(number, frame)
        self._broken = self._broken or bool(violations)
        message = None
        if frame.fin:
            if not self._broken:
                assert self.opcode is not None
                message = Message(self.opcode, b"".join(self._parts), tuple(self._numbers))
            self._forget()
        return message, tuple(violations)

    def _take(self, number: int, frame: Frame) -> list[Violation]:
        """Add the payload to the open message; what is wrong with its text."""
        payload = frame.payload
        self._numbers.append(number)
        self._size += len(payload)
        if self._limit is None or self._size <= self._limit:
            self._parts.append(payload)
        if self.opcode != Opcode.TEXT or self._utf8.bad is not None:
            return []
        start = self._size - len(payload)
        first_bit = len(frame.header) * 8
        bad = self._utf8.feed(payload)
        if bad is not None:
            return [Violation(TEXT_UTF8, first_bit + (bad - start) * 8, 8)]
        if frame.fin and self._utf8.pending:
            return [_cut_character(frame, self._utf8.pending)]
        return []

    def _forget(self) -> None:
        self.opcode = None
        self._parts = []
        self._numbers = []
        self._size = 0
        self._broken = False
        self._utf8 = Utf8()


def _cut_character(frame: Frame, pending: int) -> Violation:
    """A message ends inside a character: the bytes of it in the last frame, or FIN if none are there."""
    width = min(pending, frame.length) * 8
    return Violation(TEXT_UTF8, frame.size * 8 - width, width) if width else Violation(TEXT_UTF8, 0, 1)
