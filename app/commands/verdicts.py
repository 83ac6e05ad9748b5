"""The frames of one direction, each with the rules that it breaks by itself or by its place in the stream."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from app.commands.inflating import OpenInflater
from app.commands.output import InputError
from protocol.closing import CloseBody, read_close
from protocol.fragments import Assembler, Message
from protocol.frames import RSV1, Frame, FrameHeader, FrameReader
from protocol.masking import mask
from protocol.rules import CLOSE_AFTER
from protocol.stream import MESSAGE_LIMIT
from protocol.violations import Violation, frame_violations
from protocol.vocabulary import Opcode, Role, is_control, opcode_name

MOST_FRAMES: Final = 50_000
"""How many frames are judged: what is said of each takes some kilobytes."""

MOST_INFLATED: Final = 4 * MESSAGE_LIMIT
"""How many bytes all compressed messages may inflate to."""

PIECE: Final = 64 * 1024
"""How many bytes are cut into frames at once."""

DATA: Final = frozenset({Opcode.CONTINUATION, Opcode.TEXT, Opcode.BINARY})
"""The opcodes that carry messages."""


@dataclass(frozen=True, slots=True)
class JudgedFrame:
    """A whole frame, or the header of one whose payload has not come.

    `text` is the payload, inflated if it is compressed, if it is a piece of text that is whole by itself; `close` what
    a Close frame says. `inflated` is what the frame adds to a compressed message; `problem` why it cannot be inflated.
    """

    frame: Frame | FrameHeader
    violations: tuple[Violation, ...]
    text: str | None = None
    close: CloseBody | None = None
    compressed: bool = False
    inflated: bytes | None = None
    problem: str = ""


@dataclass(slots=True)
class JudgedStream:
    """What a run of bytes holds. `guessed` tells that the sender was read off the first MASK bit.

    `missing` is how many bytes the last frame still needs, at least; `received` how many of it are there; `inflates`
    whether RSV1 was taken for “compressed”.
    """

    sender: Role
    guessed: bool
    inflates: bool = False
    frames: list[JudgedFrame] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    unfinished: JudgedFrame | None = None
    received: int = 0
    missing: int = 0

    @property
    def broken(self) -> bool:
        """Whether any rule is broken."""
        judged = [*self.frames, self.unfinished] if self.unfinished is not None else self.frames
        return any(each.violations for each in judged)


def judge_stream(
    data: bytes, sender: Role | None, inflater: OpenInflater | None = None, *, first: bool = False
) -> JudgedStream:
    """Cut `data` into frames and judge them in order. Without a sender, the first MASK bit tells.

    With an `inflater`, both sides agreed on permessage-deflate (RFC 7692), and RSV1 says “compressed”. Who wants the
    `first` frame gets some others at most. InputError if there are too many to be judged, or they inflate to too much.
    """
    reader = FrameReader()
    frames = _cut(reader, data, first=first)
    masked = len(data) > 1 and bool(data[1] & 0b1000_0000)
    sender_or_guess = sender or (Role.CLIENT if masked else Role.SERVER)
    stream = JudgedStream(sender_or_guess, guessed=sender is None, inflates=inflater is not None)
    judge = _Judge(stream.sender, inflater)
    inflated = 0
    for number, frame in enumerate(frames):
        judged, message = judge.frame(number, frame)
        stream.frames.append(judged)
        inflated += len(judged.inflated or b"")
        if inflated > MOST_INFLATED:
            raise InputError(
                f"The messages inflate to more than {MOST_INFLATED // 2**20} MiB: hand over fewer of them."
            )
        if message is not None:
            stream.messages.append(message)
    if reader.header is not None:
        begun = data[reader.header.offset + len(reader.header.header) :]
        stream.unfinished = judge.unfinished(len(frames), reader.header, begun)
    stream.received, stream.missing = reader.buffered, reader.missing
    return stream


def _cut(reader: FrameReader, data: bytes, *, first: bool) -> list[Frame]:
    """The frames in `data`, or the first and what stands near it."""
    frames: list[Frame] = []
    for at in range(0, len(data), PIECE):
        frames += reader.feed(data[at : at + PIECE])
        if first and len(frames) > 1:
            break
        if len(frames) > MOST_FRAMES:
            raise InputError(f"There are more than {MOST_FRAMES:,} frames: hand them over in parts.")
    return frames


class _Judge:
    """Remembers what the rules about order need: the open message, and whether a Close frame has passed."""

    def __init__(self, sender: Role, inflater: OpenInflater | None) -> None:
        self._sender = sender
        self._inflater = inflater
        self._assembler = Assembler(inflater=inflater)
        self._closed = False
        self._compressed = False
        """Whether the message that was begun last is compressed."""

    def unfinished(self, number: int, header: FrameHeader, begun: bytes) -> JudgedFrame:
        """What a header tells, and what has come of its payload: a bad byte is told before the frame is whole."""
        violations = self._by_itself(header)
        if is_control(header.opcode):
            return JudgedFrame(header, violations)
        if self._closed:
            return JudgedFrame(header, (*violations, _after_close(header)))
        compressed = self._says_compressed(header)
        place = self._assembler.judge(header)
        violations += place
        if header.opcode in DATA:
            self._assembler.begin(number, header, broken=bool(place))
            found = self._assembler.feed(mask(begun, header.key) if header.masked else begun)
            violations += () if found is None else (found,)
        _, problem = self._taken_out(compressed=compressed, fin=False)
        return JudgedFrame(header, violations, compressed=compressed, problem=problem)

    def frame(self, number: int, frame: Frame) -> tuple[JudgedFrame, Message | None]:
        """A whole frame and the message that it completes."""
        violations = self._by_itself(frame)
        if is_control(frame.opcode):
            close = read_close(frame.payload) if frame.opcode == Opcode.CLOSE else None
            if close is not None:
                self._closed = True
                violations += () if close.violation is None else (close.violation.moved(len(frame.header) * 8),)
            return JudgedFrame(frame, violations, close=close), None
        opcode = self._assembler.opcode if frame.opcode == Opcode.CONTINUATION else frame.opcode
        if self._closed:
            return JudgedFrame(frame, (*violations, _after_close(frame)), _text(opcode, frame.payload)), None
        compressed = self._says_compressed(frame)
        message, found = self._assembler.add(number, frame)
        inflated, problem = self._taken_out(compressed=compressed, fin=frame.fin, payload=frame.payload)
        text = _text(opcode, frame.payload if inflated is None else inflated) if not problem else None
        return JudgedFrame(frame, violations + found, text, None, compressed, inflated, problem), message

    def _by_itself(self, frame: Frame | FrameHeader) -> tuple[Violation, ...]:
        return frame_violations(frame, self._sender, compression=self._inflater is not None)

    def _says_compressed(self, frame: Frame | FrameHeader) -> bool:
        """Whether a data frame is part of a compressed message: its first frame says it by RSV1 (RFC 7692, 6)."""
        if frame.opcode == Opcode.CONTINUATION:
            return self._compressed and self._assembler.open
        if frame.opcode in DATA:
            self._compressed = self._inflater is not None and bool(frame.rsv & RSV1)
        return frame.opcode in DATA and self._compressed

    def _taken_out(self, *, compressed: bool, fin: bool, payload: bytes | None = None) -> tuple[bytes | None, str]:
        """What a frame inflated to, and why it does not; nothing of a frame that is not compressed."""
        if self._inflater is None or not compressed:
            return None, ""
        return self._inflater.taken_out(payload, fin=fin)


def _text(opcode: int | None, payload: bytes) -> str | None:
    """A piece of text that is whole by itself."""
    if opcode != Opcode.TEXT:
        return None
    try:
        return payload.decode()
    except UnicodeDecodeError:
        return None


def _after_close(frame: Frame | FrameHeader) -> Violation:
    return Violation(CLOSE_AFTER, 0, frame.size * 8)


def stream_json(stream: JudgedStream) -> dict[str, Any]:
    """The document of `decode --json`."""
    unfinished = stream.unfinished
    return {
        "from": stream.sender.value,
        "from_guessed": stream.guessed,
        "deflate": stream.inflates,
        "frames": [frame_json(each) for each in stream.frames],
        "messages": [message_json(message) for message in stream.messages],
        "missing_bytes": stream.missing,
        "received_bytes": stream.received,
        "unfinished": None if unfinished is None else frame_json(unfinished),
    }


def frame_json(judged: JudgedFrame) -> dict[str, Any]:
    """One frame: numbers as numbers, bytes as hex. An unfinished frame has no payload yet."""
    frame = judged.frame
    document: dict[str, Any] = {
        "offset": frame.offset,
        "size": frame.size,
        "fin": frame.fin,
        "rsv": frame.rsv,
        "opcode": frame.opcode,
        "opcode_name": opcode_name(frame.opcode),
        "masked": frame.masked,
        "payload_hex": frame.payload.hex() if isinstance(frame, Frame) else None,
        "text": judged.text,
        "fields": [
            {
                "name": each.name,
                "start_bit": each.start_bit,
                "width": each.width,
                "value": each.value.hex() if isinstance(each.value, bytes) else each.value,
                "section": each.section,
            }
            for each in frame.fields()
        ],
        "broken": [violation_json(violation) for violation in judged.violations],
    }
    if judged.compressed:
        document["inflated_hex"] = None if judged.inflated is None else judged.inflated.hex()
    if judged.problem:
        document["problem"] = judged.problem
    if judged.close is not None:
        document["close"] = {"code": judged.close.code, "reason": judged.close.reason}
    return document


def violation_json(violation: Violation) -> dict[str, Any]:
    """One broken rule and its bits."""
    rule = violation.rule
    return {
        "rule": rule.id,
        "rfc": rule.rfc,
        "section": rule.section,
        "level": rule.level,
        "text": rule.text,
        "close_code": rule.close_code,
        "start_bit": violation.start_bit,
        "width": violation.width,
    }


def message_json(message: Message) -> dict[str, Any]:
    """One whole message; `frames` are positions in the list of frames."""
    return {
        "opcode": message.opcode,
        "size": len(message.payload),
        "text": message.text,
        "frames": list(message.frames),
    }
