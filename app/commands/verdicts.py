"""The frames of one direction, each with the rules that it breaks by itself or by its place in the stream."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from protocol.closing import CloseBody, read_close
from protocol.fragments import Assembler, Message
from protocol.frames import Frame, FrameHeader, FrameReader, Violation, frame_violations
from protocol.rules import CLOSE_AFTER
from protocol.vocabulary import Opcode, Role, is_control, opcode_name


@dataclass(frozen=True, slots=True)
class JudgedFrame:
    """A whole frame, or the header of one whose payload has not come.

    `text` is the payload if it is a piece of text that is whole by itself; `close` what a Close frame says.
    """

    frame: Frame | FrameHeader
    violations: tuple[Violation, ...]
    text: str | None = None
    close: CloseBody | None = None


@dataclass(slots=True)
class JudgedStream:
    """What a run of bytes holds. `guessed` tells that the sender was read off the first MASK bit.

    `missing` is how many bytes the last frame still needs, at least; `received` how many of it are there.
    """

    sender: Role
    guessed: bool
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


def judge_stream(data: bytes, sender: Role | None) -> JudgedStream:
    """Cut `data` into frames and judge them in order. Without a sender, the first MASK bit tells."""
    reader = FrameReader()
    frames = reader.feed(data)
    masked = len(data) > 1 and bool(data[1] & 0b1000_0000)
    stream = JudgedStream(sender or (Role.CLIENT if masked else Role.SERVER), guessed=sender is None)
    judge = _Judge(stream.sender)
    for number, frame in enumerate(frames):
        judged, message = judge.frame(number, frame)
        stream.frames.append(judged)
        if message is not None:
            stream.messages.append(message)
    if reader.header is not None:
        stream.unfinished = judge.header(reader.header)
    stream.received, stream.missing = reader.buffered, reader.missing
    return stream


class _Judge:
    """Remembers what the rules about order need: the open message, and whether a Close frame has passed."""

    def __init__(self, sender: Role) -> None:
        self._sender = sender
        self._assembler = Assembler()
        self._closed = False

    def header(self, header: FrameHeader) -> JudgedFrame:
        """What a header tells while its payload has not come."""
        violations = frame_violations(header, self._sender)
        if not is_control(header.opcode):
            violations += (_after_close(header),) if self._closed else self._assembler.judge(header)
        return JudgedFrame(header, violations)

    def frame(self, number: int, frame: Frame) -> tuple[JudgedFrame, Message | None]:
        """A whole frame and the message that it completes."""
        violations = frame_violations(frame, self._sender)
        text, close, message = self._text(frame), None, None
        if frame.opcode == Opcode.CLOSE:
            close = read_close(frame.payload)
        if self._closed and not is_control(frame.opcode):
            violations += (_after_close(frame),)
        elif close is not None:
            violations += _shifted(close.violation, len(frame.header) * 8)
            self._closed = True
        else:
            message, found = self._assembler.add(number, frame)
            violations += found
        return JudgedFrame(frame, violations, text, close), message

    def _text(self, frame: Frame) -> str | None:
        opcode = self._assembler.opcode if frame.opcode == Opcode.CONTINUATION else frame.opcode
        if opcode != Opcode.TEXT:
            return None
        try:
            return frame.payload.decode()
        except UnicodeDecodeError:
            return None


def _after_close(frame: Frame | FrameHeader) -> Violation:
    return Violation(CLOSE_AFTER, 0, frame.size * 8)


def _shifted(violation: Violation | None, bits: int) -> tuple[Violation, ...]:
    if violation is None:
        return ()
    return (Violation(violation.rule, violation.start_bit + bits, violation.width),)


def stream_json(stream: JudgedStream) -> dict[str, Any]:
    """The document of `decode --json`."""
    unfinished = stream.unfinished
    return {
        "from": stream.sender.value,
        "from_guessed": stream.guessed,
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
    if judged.close is not None:
        document["close"] = {"code": judged.close.code, "reason": judged.close.reason}
    return document


def violation_json(violation: Violation) -> dict[str, Any]:
    """One broken rule and its bits."""
    rule = violation.rule
    return {
        "rule": rule.id,
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
