"""One direction of a connection as its bytes tell it: an HTTP head, then frames (RFC 6455 section 1.2).

    client to server:  request head   frame frame frame ...
    server to client:  response head  frame frame frame ...     (frames only after a 101)

`feed` takes any chunks and gives the same items for the same bytes. It only reads: whether an endpoint still listens is
for the endpoint to say. A broken rule travels with the item in which it lies.
"""

from __future__ import annotations

from dataclasses import dataclass

from protocol.closing import CloseBody, read_close
from protocol.fragments import Assembler, Message
from protocol.frames import Frame, FrameHeader, FrameReader, Violation, frame_violations
from protocol.http11 import HeadError, Request, Response, head_end, read_request, read_response
from protocol.vocabulary import Opcode, Role, is_control

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


@dataclass(frozen=True, slots=True)
class FrameItem:
    """A whole frame, the rules that its payload breaks, and the message or Close body that it completes."""

    number: int
    frame: Frame
    violations: tuple[Violation, ...]
    message: Message | None
    close: CloseBody | None
    stop: int


@dataclass(frozen=True, slots=True)
class BadHeaderItem:
    """The header of frame `number` breaks a rule: known, and acted upon, before the payload is here."""

    number: int
    violations: tuple[Violation, ...]
    stop: int


Item = HeadItem | BadHeadItem | FrameItem | BadHeaderItem


class Stream:
    """Reads what `sender` writes. Limits are in bytes."""

    def __init__(self, sender: Role, limit: int = MESSAGE_LIMIT) -> None:
        self.sender = sender
        self._head = bytearray()
        self._frames: FrameReader | None = None
        self._assembler = Assembler(limit)
        self._number = 0
        self._over = False
        self._judged = -1

    def feed(self, data: bytes) -> list[Item]:
        """The items that `data` completes, in order."""
        if self._over:
            return []
        if self._frames is not None:
            return self._read_frames(data)
        seen = len(self._head)
        self._head += data
        stop = head_end(self._head, seen)
        return [] if stop is None else self._read_head(stop)

    @property
    def missing(self) -> int:
        """How many bytes the unfinished frame still needs to be read further; 0 between frames."""
        return self._frames.missing if self._frames is not None else 0

    def _read_head(self, stop: int) -> list[Item]:
        raw, rest = bytes(self._head[:stop]), bytes(self._head[stop:])
        self._head.clear()
        try:
            head = read_request(raw) if self.sender is Role.CLIENT else read_response(raw)
        except HeadError as error:
            self._over = True
            return [BadHeadItem(error, stop)]
        item = HeadItem(head, head.size)
        if isinstance(head, Response) and head.status != 101:
            self._over = True
            return [item]
        self._frames = FrameReader(head.size)
        return [item, *self._read_frames(rest)]

    def _read_frames(self, data: bytes) -> list[Item]:
        assert self._frames is not None
        items: list[Item] = []
        for frame in self._frames.feed(data):
            items += self._judge_header(frame)
            items.append(self._judge(frame))
        if self._frames.header is not None:
            items += self._judge_header(self._frames.header)
        return items

    def _judge_header(self, header: Frame | FrameHeader) -> list[BadHeaderItem]:
        """What the header alone tells, once for each frame, whether or not its payload has come."""
        if self._judged == self._number:
            return []
        self._judged = self._number
        violations = list(frame_violations(header, self.sender))
        if not is_control(header.opcode):
            violations += self._assembler.judge(header)
        if not violations:
            return []
        return [BadHeaderItem(self._number, tuple(violations), header.offset + len(header.header))]

    def _judge(self, frame: Frame) -> FrameItem:
        """What the payload tells: the message or the Close body that it completes."""
        number = self._number
        self._number += 1
        violations: list[Violation] = []
        message: Message | None = None
        close: CloseBody | None = None
        if not is_control(frame.opcode):
            place = self._assembler.judge(frame)
            message, found = self._assembler.add(number, frame)
            violations += [violation for violation in found if violation not in place]
        elif frame.opcode == Opcode.CLOSE:
            close = read_close(frame.payload)
            if close.violation is not None:
                shift = len(frame.header) * 8
                bad = close.violation
                violations.append(Violation(bad.rule, bad.start_bit + shift, bad.width))
        return FrameItem(number, frame, tuple(violations), message, close, frame.offset + frame.size)
