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
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from protocol.deflate import InflateError, Inflater, TooBigError
from protocol.frames import RSV1, Frame, FrameHeader, length_bits, payload_bits
from protocol.rules import DEFLATE_DATA, FRAGMENT_INTERLEAVED, FRAGMENT_ORPHAN, FRAME_TOO_BIG, TEXT_UTF8
from protocol.violations import Violation
from protocol.vocabulary import Opcode

if TYPE_CHECKING:
    from collections.abc import Callable

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

PADDING: Final = 16
"""No compressed message has more than so many times the bytes that it may inflate to: empty blocks inflate to nothing,
and a message of them would never end. Even text that is flushed after every byte has half as many."""

NO_LIMIT: Final = 2**63
"""Room for a message that nobody limits."""

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
    """Joins the data frames of one direction. `limit` is the largest message in bytes (section 10.4), counted after
    inflating; with an `inflater`, a first frame may say by RSV1 that its message is compressed (RFC 7692).

    A frame comes as its header (`begin`), its payload in any pieces (`feed`) and its end (`end`). A message that
    breaks a rule is not delivered, but its frames are still followed to its end.

    Of a capture, bytes may be missing: some of a payload (`gap`), or whole frames (`lose`). Nothing is said of what
    cannot be known then: such a message is `spoiled`, and so is a compressed one that may refer to what is missing.
    """

    def __init__(self, limit: int | None = None, inflater: Inflater | None = None) -> None:
        self._limit = limit
        self._inflater = inflater
        self._blind = False
        """Whether compressed messages can no longer be inflated."""
        self.adrift = False
        """Whether a message may be open whose beginning is missing."""
        self._forget()

    def _forget(self) -> None:
        self.opcode: int | None = None
        """The opcode of the message that has begun and not ended, or None between messages."""
        self._compressed = False
        self._broken = False
        self.spoiled = False
        """Whether the rest of the message cannot be read."""
        self._payload = bytearray()
        self._size = 0
        self._carried = 0
        """How many bytes of payload its frames announce, compressed or not."""
        self._numbers = array("Q")
        self._utf8 = Utf8()

    @property
    def open(self) -> bool:
        """Whether a message has begun and not ended."""
        return self.opcode is not None

    @property
    def held(self) -> int:
        """How many bytes the open message takes: its payload, and the numbers of its frames."""
        return len(self._payload) + len(self._numbers) * self._numbers.itemsize

    @property
    def inflates(self) -> bool:
        """Whether both sides agreed on compression."""
        return self._inflater is not None

    def judge(self, header: Frame | FrameHeader) -> tuple[Violation, ...]:
        """The rules that the next data frame breaks by its place, seen in its header alone."""
        continues = header.opcode == Opcode.CONTINUATION
        violations = []
        if continues and not self.open and not self.adrift:
            violations.append(Violation(FRAGMENT_ORPHAN, 4, 4))
        if not continues and self.open:
            violations.append(Violation(FRAGMENT_INTERLEAVED, 4, 4))
        if continues and len(self._numbers) == MOST_FRAMES:
            violations.append(Violation(FRAME_TOO_BIG, 4, 4))
        compressed = self._compressed if continues else self._says_compressed(header)
        before = self._carried if continues else 0
        limit = None if self._limit is None else self._limit * (PADDING if compressed else 1)
        if limit is not None and before <= limit < before + header.length:
            violations.append(Violation(FRAME_TOO_BIG, *length_bits(header)))
        return tuple(violations)

    def begin(self, number: int, header: Frame | FrameHeader, *, broken: bool = False) -> None:
        """Data frame `number` begins; `broken` if its header breaks a rule.

        A first frame in the middle of a message begins a new one: the old one can no longer end.
        """
        if header.opcode != Opcode.CONTINUATION:
            self._forget()
            self.adrift = False
            self.opcode = header.opcode
            self._compressed = self._says_compressed(header)
            self.spoiled = self._compressed and self._blind
        self._header = header
        self._paid = 0
        self._broken = self._broken or broken
        if self.open:
            self._numbers.append(number)
            self._carried += header.length

    def feed(self, part: bytes) -> Violation | None:
        """The next bytes of the frame's payload, unmasked; the rule that they break."""
        self._paid += len(part)
        if not self.open or self.spoiled:
            return None
        if not self._compressed:
            return self._take(part)
        return self._inflated(lambda inflater, room: inflater.feed(part, room))

    def end(self) -> tuple[Message | None, Violation | None]:
        """The frame is whole: the message that it completes, or the rule that it breaks by ending here."""
        if not self.open or not self._header.fin:
            self.adrift = self.adrift and not (self._header.fin and not self.open)
            return None, None
        if self.spoiled:
            self._forget()
            return None, None
        violation = None
        if self._compressed:
            violation = self._inflated(lambda inflater, room: inflater.finish(room))
        if self.opcode == Opcode.TEXT and self._utf8.pending and not self._broken:
            violation = self._cut_character()
        message = None
        if not self._broken and violation is None:
            assert self.opcode is not None
            message = Message(self.opcode, bytes(self._payload), tuple(self._numbers))
        self._forget()
        return message, violation

    @property
    def is_judged(self) -> bool:
        """Whether all that there is to say of the payload of this frame can be said."""
        if self.adrift and not self.open:
            return False
        is_readable = not self.spoiled or self._broken
        return is_readable or not (self._compressed or self.opcode == Opcode.TEXT)

    def gap(self) -> None:
        """Bytes of this frame's payload are missing."""
        if self.open and not self.spoiled:
            self.spoiled = True
            self._payload.clear()
            if self._compressed:
                self._forget_window()

    def lose(self) -> None:
        """Frames are missing, nobody knows how many: a message may have ended or begun."""
        self._forget()
        self.adrift = True
        if self._inflater is not None:
            self._forget_window()

    def guess(self) -> None:
        """Whether both sides agreed on compression is not known: RSV1 may say that a message is compressed."""
        self._inflater, self._blind = Inflater(), True

    def _forget_window(self) -> None:
        assert self._inflater is not None
        self._blind = not self._inflater.forget() or self._blind

    def add(self, number: int, frame: Frame) -> tuple[Message | None, tuple[Violation, ...]]:
        """All of frame `number` at once; frames that are no data frames are let pass."""
        if frame.opcode not in {Opcode.CONTINUATION, Opcode.TEXT, Opcode.BINARY}:
            return None, ()
        violations = self.judge(frame)
        self.begin(number, frame, broken=bool(violations))
        found = self.feed(frame.payload)
        message, late = self.end()
        return message, (*violations, *(each for each in (found, late) if each is not None))

    def _says_compressed(self, header: Frame | FrameHeader) -> bool:
        return self.inflates and bool(header.rsv & RSV1)

    def _inflated(self, inflate: Callable[[Inflater, int], bytes]) -> Violation | None:
        """Take what comes out of the inflater. A broken rule lies somewhere in the frame's payload: which of its bits
        are to blame is not for zlib to say, and how much of it has come must not matter. A broken message is inflated
        to its end, too: the next one may refer to it."""
        assert self._inflater is not None
        known = self._broken
        room = NO_LIMIT if self._limit is None else self._limit - self._size
        try:
            violation = self._take(inflate(self._inflater, room))
        except InflateError as error:
            # A bad byte of the text before the error comes first, in whatever pieces the payload comes.
            rule = FRAME_TOO_BIG if isinstance(error, TooBigError) else DEFLATE_DATA
            violation = self._take(self._inflater.cut_short) or Violation(rule, 0, 0)
            self.spoiled = True
            self._forget_window()
        if known or violation is None:
            return None
        self._broken = True
        return Violation(violation.rule, *payload_bits(self._header))

    def _take(self, part: bytes) -> Violation | None:
        """Add bytes to the message; what is wrong with its text."""
        start = self._size
        self._size += len(part)
        if self._broken:
            return None
        self._payload += part
        bad = self._utf8.feed(part) if self.opcode == Opcode.TEXT else None
        if bad is None:
            return None
        self._broken = True
        first_byte = len(self._header.header) + self._paid - len(part) + bad - start
        return Violation(TEXT_UTF8, first_byte * 8, 8)

    def _cut_character(self) -> Violation:
        """A message ends inside a character: the bytes of it in the last frame, or FIN if none are there."""
        if self._compressed:
            return Violation(TEXT_UTF8, *payload_bits(self._header))
        width = min(self._utf8.pending, self._header.length) * 8
        return Violation(TEXT_UTF8, self._header.size * 8 - width, width) if width else Violation(TEXT_UTF8, 0, 1)
