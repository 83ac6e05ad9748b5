"""Frames as text for people: the bits as RFC 6455 draws them, a row for each field, and the verdicts.

Frame 0: text, 7 bytes at offset 0

 0                   1                   2                   3
 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
+-+-+-+-+-------+-+-------------+-------------------------------+
|1|0|0|0|0 0 0 1|0|0 0 0 0 1 0 1|0 1 0 0 1 0 0 0 0 1 1 0 0 1 0 1|
...
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.commands.output import visible
from protocol.closing import code_name
from protocol.fields import Field, bit_at
from protocol.frames import RSV1, Frame
from protocol.vocabulary import Opcode, Role, opcode_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.commands.verdicts import JudgedFrame, JudgedStream
    from protocol.fragments import Message
    from protocol.frames import FrameHeader
    from protocol.violations import Violation

SHOWN: Final = 32
"""How many characters of a long text, or bytes of a message, are printed."""

SHOWN_IN_ROW: Final = 10
"""How many bytes of a long field are printed in its row."""

DRAWN: Final = 16
"""How many bytes of a frame are drawn bit by bit: any header, and the beginning of the payload."""

FLAGS: Final = {
    "FIN": ("more frames of this message follow", "the message ends with this frame"),
    "MASK": ("no masking key", "a masking key follows"),
    "RSV1": ("", "set: an extension must define it"),
    "RSV2": ("", "set: an extension must define it"),
    "RSV3": ("", "set: an extension must define it"),
}
"""What a flag says when it is 0, and when it is 1."""


def listing(stream: JudgedStream) -> Iterator[str]:
    """The lines that people read."""
    yield _sender_line(stream)
    for number, judged in enumerate(stream.frames):
        yield ""
        yield from _frame_lines(number, judged)
    if stream.missing:
        yield ""
        yield from _unfinished_lines(stream)
    for message in stream.messages:
        if len(message.frames) > 1:
            yield ""
            yield _message_line(message)
    if stream.inflates is False and any(_may_be_compressed(judged) for judged in stream.frames):
        yield ""
        yield "If both sides agreed on permessage-deflate, RSV1 says “compressed”: use --deflate."


def _may_be_compressed(judged: JudgedFrame) -> bool:
    """Whether RSV1, and nothing else, is set where RFC 7692 gives it a meaning."""
    return judged.frame.rsv == RSV1 and judged.frame.opcode in {Opcode.TEXT, Opcode.BINARY}


def _sender_line(stream: JudgedStream) -> str:
    who = stream.sender.value
    if not stream.guessed:
        return f"Sender: the {who}."
    if not stream.frames and stream.received < 2:
        return f"Sender: taken for the {who}; the MASK bit that would tell has not come."
    masked = "1, as only a client’s is" if stream.sender is Role.CLIENT else "0, as a server’s is"
    return f"Sender: taken for the {who}, because the first MASK bit is {masked}. Use --from to decide."


def _frame_lines(number: int, judged: JudgedFrame) -> Iterator[str]:
    frame = judged.frame
    name = opcode_name(frame.opcode) + (", compressed" if judged.compressed else "")
    yield f"Frame {number}: {name}, {_count(frame.size)} at offset {frame.offset}"
    yield from _drawing(frame)
    yield from _table(judged)
    yield from _verdict_lines(judged, "no rule is broken")


def _unfinished_lines(stream: JudgedStream) -> Iterator[str]:
    here = f"{_count(stream.received)} here"
    if stream.unfinished is None:
        yield f"Frame {len(stream.frames)}: not whole: {here}, at least {_count(stream.missing)} missing"
        return
    compressed = ", compressed" if stream.unfinished.compressed else ""
    name = opcode_name(stream.unfinished.frame.opcode) + compressed
    yield f"Frame {len(stream.frames)}: {name}, not whole: {here}, {_count(stream.missing)} missing"
    yield from _drawing(stream.unfinished.frame)
    yield from _table(stream.unfinished)
    yield from _verdict_lines(stream.unfinished, "no rule is broken so far")


def _drawing(frame: Frame | FrameHeader) -> Iterator[str]:
    """The first bits in rows of 32, with borders where one field ends and the next begins."""
    data = (frame.raw if isinstance(frame, Frame) else frame.header)[:DRAWN]
    starts = {field.start_bit for field in frame.fields()}
    yield ""
    yield "   0                   1                   2                   3"
    yield "   " + " ".join(str(column % 10) for column in range(32))
    above: set[int] = set()
    for first in range(0, len(data) * 8, 32):
        bits = range(first, min(first + 32, len(data) * 8))
        # Columns of this row with a border on their left; the row's own left edge is always one.
        edges = {bit - first for bit in bits if bit in starts} | {0, len(bits)}
        yield "  " + _rule(above | edges, max(len(bits), max(above, default=0)))
        row = "".join(("|" if bit - first in edges else " ") + str(bit_at(data, bit)) for bit in bits)
        yield f"  {row}{'…' if first + 32 > len(data) * 8 - 1 and frame.size > len(data) else '|'}"
        above = edges
    yield "  " + _rule(above, max(above))
    yield ""


def _rule(edges: set[int], width: int) -> str:
    return "-".join("+" if column in edges else "-" for column in range(width + 1))


def _table(judged: JudgedFrame) -> Iterator[str]:
    yield f"  {'bit':>5}  {'width':>5}  {'field':<25}{'bits':<18}{'value':<14}meaning"
    for field in judged.frame.fields():
        bits, value = _bits(field), _value(field)
        # Short fields show every bit; the bytes of long ones say more, and need the room of both columns.
        shown = f"{bits:<18}{value:<14}" if bits else f"{value:<30}  "
        place = f"  {field.start_bit:>5}  {field.width:>5}  {field.name:<25}"
        yield (place + shown + _meaning(field, judged)).rstrip()


def _bits(field: Field) -> str:
    return f"{field.value:0{field.width}b}" if isinstance(field.value, int) and field.width <= 16 else ""


def _value(field: Field) -> str:
    if isinstance(field.value, bytes):
        return _hex(field.value, SHOWN_IN_ROW)
    return f"0x{field.value:x}" if field.name == "opcode" else str(field.value)


def _meaning(field: Field, judged: JudgedFrame) -> str:
    """What a field's value says, in a few words."""
    frame = judged.frame
    if field.name in FLAGS:
        return _flag_meaning(field.name, judged, is_set=field.value == 1)
    if field.name == "opcode":
        return opcode_name(frame.opcode)
    if field.name == "payload length" and frame.length_form != 7:
        return f"the length follows in {frame.length_form} bits"
    if field.name == "masking key":
        return "XORed with the payload, byte by byte"
    if field.name == "payload data":
        return _payload_meaning(judged)
    return f"{_count(frame.length)} of payload"


def _flag_meaning(name: str, judged: JudgedFrame, *, is_set: bool) -> str:
    if name == "RSV1" and is_set and judged.compressed:
        return "set: the message is compressed (RFC 7692)"
    return FLAGS[name][is_set]


def _payload_meaning(judged: JudgedFrame) -> str:
    frame = judged.frame
    assert isinstance(frame, Frame)
    if judged.close is not None:
        code = judged.close.code
        reason = f" {_quoted(judged.close.reason)}" if judged.close.reason else ""
        return "no close code" if code is None else f"{code} {code_name(code)}{reason}"
    inflated = "inflated: " if judged.compressed else ""
    if judged.text is not None:
        return inflated + _quoted(judged.text)
    if judged.inflated is not None:
        return inflated + (_hex(judged.inflated, SHOWN_IN_ROW) or "no bytes")
    return f"unmasked: {_hex(frame.payload, SHOWN_IN_ROW)}" if frame.masked else ""


def _verdict_lines(judged: JudgedFrame, fine: str) -> Iterator[str]:
    if not judged.violations:
        yield f"  OK      {fine}"
    for violation in judged.violations:
        yield f"  {verdict(violation)}"
    if judged.problem:
        yield f"          {judged.problem}"


def verdict(violation: Violation) -> str:
    """A broken rule, the bits that break it, and the close code that it is worth."""
    rule = violation.rule
    code = f"; close code {rule.close_code}" if rule.close_code is not None else ""
    return f"BROKEN  {rule.cited}, {_place(violation)}: “{rule.text}” ({rule.level}){code}"


def _place(violation: Violation) -> str:
    last = violation.start_bit + violation.width - 1
    return f"bit {last}" if violation.width == 1 else f"bits {violation.start_bit}-{last}"


def _message_line(message: Message) -> str:
    frames = ", ".join(str(number) for number in message.frames)
    content = _hex(message.payload) if message.text is None else _quoted(message.text)
    size = _count(len(message.payload))
    return f"Message from frames {frames}: {opcode_name(message.opcode)}, {size}: {content}"


def _quoted(text: str) -> str:
    rest = f" … and {len(text) - SHOWN:,} characters more" if len(text) > SHOWN else ""
    return f"“{visible(text[:SHOWN])}”{rest}"


def _hex(data: bytes, shown: int = SHOWN) -> str:
    return data[:shown].hex(" ") + (" …" if len(data) > shown else "")


def _count(size: int) -> str:
    return "1 byte" if size == 1 else f"{size:,} bytes"
