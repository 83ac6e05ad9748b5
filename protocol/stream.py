"""One direction of a connection as its bytes tell it: an HTTP head, then frames (RFC 6455 section 1.2).

    client to server:  request head   frame frame frame ...
    server to client:  response head  frame frame frame ...     (frames only after a 101)

`feed` takes any chunks, `next` gives one item after the other, the same for the same bytes. A stream only reads:
whether an endpoint still listens is for the endpoint to say, and it may stop asking. A broken rule is told as soon as
the byte that breaks it is here: those of a header before its payload, a bad byte of a text in the middle of a frame
(section 8.1). So nothing has to be kept but the header that is not whole, and the message.

Of a capture, bytes may be missing: some of a frame whose length is known (`gap`), or whole frames (`lose`, `find`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from protocol.closing import CloseBody, read_close
from protocol.deflate import Inflater
from protocol.fragments import Assembler, Message
from protocol.frames import FrameHeader, header_of, header_size
from protocol.http11 import HeadError, Request, Response, head_end, read_request, read_response
from protocol.masking import mask
from protocol.plain import plain_messages
from protocol.rules import FRAME_RSV1
from protocol.violations import Violation, frame_violations
from protocol.vocabulary import Opcode, Role, is_control

if TYPE_CHECKING:
    from protocol.events import Event
    from protocol.extensions import Deflate

MESSAGE_LIMIT = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class HeadItem:
    """A whole head; `stop` is the first byte of the stream after it."""

    head: Request | Response
    stop: int


@dataclass(frozen=True, slots=True)
class BadHeadItem:
    """Bytes that are no head. Nothing after them can be read."""

    error: HeadError
    stop: int


class PlainItem(NamedTuple):
    """Frames that are whole messages and break no rule: the first has the number `number`."""

    number: int
    messages: list[Event]


@dataclass(frozen=True, slots=True)
class FrameItem:
    """A frame is whole: its header, its payload if it is a control frame, the rules that show at its end, and the
    message or Close body that it completes. If it is not `judged`, bytes are missing that it is made of, or that it
    refers to; of a Close body `close` then says as much as is known."""

    number: int
    header: FrameHeader
    payload: bytes
    violations: tuple[Violation, ...]
    message: Message | None
    close: CloseBody | None
    judged: bool = True


@dataclass(frozen=True, slots=True)
class BadFrameItem:
    """Frame `number` breaks rules: known, and acted upon, before all of its payload is here."""

    number: int
    violations: tuple[Violation, ...]


Item = HeadItem | BadHeadItem | PlainItem | FrameItem | BadFrameItem


class Stream:
    """Reads what `sender` writes. `limit` is the largest message in bytes, after inflating."""

    def __init__(self, sender: Role, limit: int = MESSAGE_LIMIT) -> None:
        self.sender = sender
        self._limit = limit
        self._masked = sender is Role.CLIENT
        self._head: bytearray | None = bytearray()
        """What has come of the head; None after it."""
        self._seen = 0
        """How much of it was searched for its end."""
        self._over = False
        self._data = b""
        """Bytes of frames, read up to `_at`."""
        self._at = 0
        self._offset = 0
        """Where in the stream `_data` begins."""
        self._assembler = Assembler(limit)
        self.is_through = False
        """Whether nothing is left of what arrived: the next byte begins a frame."""
        self._number = 0
        self._header: FrameHeader | None = None
        """The header of the frame whose payload is being read, and how many bytes of it are here."""
        self._paid = 0
        self._control = b""
        self._void = 0
        """How many bytes of its payload are missing after those in `_data`."""
        self._known: int | None = None
        """How many bytes of its payload are known, None for all of them."""
        self._guesses = False

    @property
    def frames(self) -> int:
        """How many frames are whole."""
        return self._number

    def agree(self, deflate: Deflate) -> None:
        """Both sides agreed on compression (RFC 7692): from now on RSV1 means something."""
        bits, takeover = deflate.of(self.sender)
        adrift = self._assembler.adrift
        self._assembler = Assembler(self._limit, Inflater(bits, takeover=takeover))
        if adrift:
            self._assembler.lose()

    def guess(self) -> None:
        """Whether both sides agreed on compression is not known: nothing is said of RSV1."""
        self._guesses = True
        self._assembler.guess()

    @property
    def is_plain(self) -> bool:
        """Whether the next byte begins a frame, and no message is open: what comes may be for `plain`."""
        return self._at == len(self._data) and self._head is None and self._header is None and self._is_free

    @property
    def _is_free(self) -> bool:
        return self._assembler.opcode is None and not self._assembler.adrift and self._known is None

    def move(self, offset: int, frames: int) -> None:
        """Whole messages up to byte `offset` were read by somebody else; so many `frames` there were until then."""
        self._data, self._at, self._offset, self._number = b"", 0, offset, frames

    def gap(self, size: int) -> None:
        """The next `size` bytes are missing, when `next` has told all that it can. They lie in one frame whose length
        is known: its extended length is here, if it has one."""
        if self._over:
            return
        if self._header is None:
            held = self._data[self._at :]
            zeros = min(size, header_size(held[1]) - len(held))
            self._offset += self._at
            self._data, self._at = held + bytes(zeros), 0
            size -= zeros
            self._known = 0
        self._void, self.is_through = size, False

    def lose(self) -> None:
        """What comes next cannot be read, nor was the frame whose header had begun."""
        self._head, self._header = None, None
        self._data, self._at = b"", 0
        self.is_through = False
        self._void, self._known = 0, None
        self._assembler.lose()

    def find(self, offset: int) -> None:
        """After `lose`: the next byte is byte `offset` of the stream, and begins a frame."""
        self._offset = offset
        self.is_through = True

    @property
    def held(self) -> int:
        """How many bytes are kept of a message that is not whole."""
        return self._assembler.held

    @property
    def missing(self) -> int:
        """How many bytes of payload the unfinished frame still needs; 0 between frames."""
        return self._header.length - self._paid if self._header is not None else 0

    def feed(self, data: bytes) -> list[Event]:
        """Take what arrived, when `next` has told all that it can: the whole messages at its beginning, and the rest is
        for `next` (unless `is_through`). After the end of the stream nothing is kept."""
        if self._head is not None:
            if not self._over:
                self._head += data
            return []
        self._offset += self._at
        # What is left is part of a header: a few bytes.
        self._data = data = bytes(data) if self.is_through else self._data[self._at :] + data
        if self._header is None and self._is_free:
            messages, self._at = plain_messages(data, 0, self._limit, self._masked)
            self._number += len(messages)
        else:
            messages, self._at = [], 0
        self.is_through = self._at == len(data)
        return messages

    def stop(self) -> None:
        """Read nothing more, whatever comes, and keep nothing."""
        self._over, self._head = True, bytearray()
        self._data, self._assembler = b"", Assembler()

    def next(self) -> Item | None:
        """The next item that is complete, or None while more bytes are needed."""
        return self._next_frame() if self._head is None else self._next_head()

    # Heads.

    def _next_head(self) -> Item | None:
        assert self._head is not None
        stop = None if self._over else head_end(self._head, self._seen)
        self._seen = len(self._head)
        if stop is None:
            return None
        raw, rest = bytes(self._head[:stop]), bytes(self._head[stop:])
        self._head = bytearray()
        try:
            head = read_request(raw) if self.sender is Role.CLIENT else read_response(raw)
        except HeadError as error:
            self._over = True
            return BadHeadItem(error, stop)
        if isinstance(head, Response) and head.status != 101:
            self._over = True
        else:
            self._head, self._data, self._offset = None, rest, stop
        return HeadItem(head, stop)

    # Frames.

    def _next_frame(self) -> Item | None:
        if self._header is None:
            if self._at == len(self._data):
                return None
            if self._is_free:
                messages, self._at = plain_messages(self._data, self._at, self._limit, self._masked)
                if messages:
                    item = PlainItem(self._number, messages)
                    self._number += len(messages)
                    return item
            self._header = self._next_header()
            if self._header is None:
                return None
            violations = self._begin(self._header)
            if violations:
                return BadFrameItem(self._number, violations)
        return self._next_payload(self._header)

    def _next_header(self) -> FrameHeader | None:
        """The header at this place, when it is whole; of what is not, only these few bytes stay."""
        if len(self._data) - self._at < 2:
            return None
        stop = self._at + header_size(self._data[self._at + 1])
        if stop > len(self._data):
            return None
        header = header_of(self._data[self._at : stop], self._offset + self._at)
        self._at = stop
        return header

    def _begin(self, header: FrameHeader) -> tuple[Violation, ...]:
        """What the header alone tells."""
        self._paid = 0
        self._control = b""
        if not header.length:
            self._known = None  # a key without a payload is not missed
        violations = frame_violations(header, self.sender, compression=self._assembler.inflates)
        if self._guesses:
            violations = tuple(each for each in violations if each.rule is not FRAME_RSV1)
        if not is_control(header.opcode):
            violations += self._assembler.judge(header)
            self._assembler.begin(self._number, header, broken=bool(violations))
        return violations

    def _next_payload(self, header: FrameHeader) -> Item | None:
        """The next part of the payload, and what is known at its end."""
        if self._known == 0:
            self._assembler.gap()
        part = self._data[self._at : self._at + header.length - self._paid]
        self._at += len(part)
        bad = self._take(header, mask(part, header.key, self._paid) if header.masked else part)
        self._paid += len(part)
        if bad is not None:
            return BadFrameItem(self._number, (bad,))
        if self._void:
            self._miss(header)
        return self._end(header) if self._paid == header.length else None

    def _take(self, header: FrameHeader, part: bytes) -> Violation | None:
        if not is_control(header.opcode):
            return self._assembler.feed(part)
        if header.length <= 125:  # a longer one is broken, and may go on for ever
            self._control += part
        return None

    def _miss(self, header: FrameHeader) -> None:
        """Go on over the missing bytes of the payload."""
        if self._known is None:
            self._known = self._paid
        if not is_control(header.opcode):
            self._assembler.gap()
        elif header.length <= 125:
            self._control += bytes(self._void)
        self._paid += self._void
        self._void = 0

    def _end(self, header: FrameHeader) -> FrameItem:
        """The frame is whole: the message or the Close body that it completes."""
        number, known = self._number, self._known
        self._number += 1
        self._header, self._known = None, None
        message, close, bad = None, None, None
        judged = known is None
        if not is_control(header.opcode):
            judged = judged and self._assembler.is_judged
            message, bad = self._assembler.end()
        elif header.opcode == Opcode.CLOSE:
            close = read_close(self._control[:known])
            bad = close.violation and close.violation.moved(len(header.header) * 8)
            if not judged:
                bad = None
        return FrameItem(number, header, self._control, () if bad is None else (bad,), message, close, judged)
