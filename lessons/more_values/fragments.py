"""Values about segments, fragments, messages and the UTF-8 in them.

{stream.client.size} {stream.client.segments}    bytes that a side wrote after the handshake, and in how many writes
{segment.client.1.size}                          the size of one of those writes
{segment.client.1.has} {segment.client.1.needs}  what the parser holds after it, and how much it needs at least
{message.client.0.frames} {message.client.last.hex}   a delivered message: frames, size, text, hex, characters,
                                                 headers (their bytes), pings (that stood between its frames)
{utf8.client.0.bad} {utf8.client.0.bad_hex}      the first bad byte of the text that begins with this data frame
{joined.client.0}                                the payloads of this message's frames, in hex
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lessons.values import MissingValueError
from protocol.chorus import as_chorus
from protocol.facts import FrameSent, HeadSent, MessageArrived
from protocol.fragments import Utf8
from protocol.frames import Frame, FrameReader
from protocol.recording import Kind
from protocol.vocabulary import Opcode, Role, is_control

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.values import Values
    from protocol.knowledge import Facts


def _facts(values: Values) -> Facts:
    return as_chorus(values.facts).whole()


def _head(values: Values, who: str) -> int:
    fact = values.facts.get("request.sent" if who == "client" else "response.sent")
    if not isinstance(fact, HeadSent):
        raise MissingValueError("this run has no handshake")
    return len(fact.head.raw)


def segments(values: Values, who: str) -> list[bytes]:
    """What a side wrote after its head, one item for each write."""
    base, found, at = _head(values, who), [], 0
    for entry in _facts(values).recording:
        if entry.who is Role(who) and entry.kind is Kind.DATA:
            if at + entry.size > base:
                found.append(entry.data[max(0, base - at) :])
            at += entry.size
    return found


def _stream(values: Values, who: str, part: str) -> str:
    written = segments(values, who)
    sizes = {"size": sum(map(len, written)), "segments": len(written)}
    return f"{sizes[part]:,}"


def _segment(values: Values, who: str, number: str, part: str) -> str:
    written = segments(values, who)
    if int(number) >= len(written):
        raise MissingValueError("this run has no segment {number} from the {who}", number=number, who=who)
    reader = FrameReader()
    for data in written[: int(number) + 1]:
        reader.feed(data)
    parts = {"size": len(written[int(number)]), "has": reader.buffered, "needs": reader.missing}
    return f"{parts[part]:,}"


def _delivered(values: Values, who: str, number: str) -> MessageArrived:
    found = [fact for fact in _facts(values).of(MessageArrived) if fact.who.value == who]
    place = len(found) - 1 if number == "last" else int(number)
    if not 0 <= place < len(found):
        raise MissingValueError("this run has no message {number} from the {who}", number=number, who=who)
    return found[place]


def _message(values: Values, who: str, number: str, part: str) -> str:
    fact = _delivered(values, who, number)
    message = fact.message
    frames = [_facts(values).frame(fact.who, place) for place in message.frames]
    text = message.text or ""
    between = range(message.frames[0], message.frames[-1])
    pings = [place for place in between if _facts(values).frame(fact.who, place).opcode == Opcode.PING]
    parts = {
        "frames": f"{len(frames):,}",
        "size": f"{len(message.payload):,}",
        "text": text,
        "hex": message.payload.hex(" "),
        "characters": f"{len(text):,}",
        "headers": f"{sum(len(frame.header) for frame in frames):,}",
        "pings": str(len(pings)),
    }
    return parts[part]


def _payload(values: Values, who: str, number: str) -> bytes:
    """The payloads of the data frames from this one to the one that ends its message, as far as they were sent."""
    sent = [fact.frame for fact in _facts(values).of(FrameSent) if fact.who.value == who]
    found: list[Frame] = []
    for frame in sent[int(number) :]:
        if is_control(frame.opcode):
            continue
        if found and frame.opcode != Opcode.CONTINUATION:
            break
        found.append(frame)
        if frame.fin:
            break
    if not found:
        raise MissingValueError("this run has no frame {number} from the {who}", number=number, who=who)
    return b"".join(frame.payload for frame in found)


def _bad(values: Values, who: str, number: str, part: str) -> str:
    payload = _payload(values, who, number)
    bad = Utf8().feed(payload)
    if bad is None:
        raise MissingValueError("the text in frame {number} of the {who} is valid", number=number, who=who)
    return {"bad": str(bad), "bad_hex": f"{payload[bad]:02x}"}[part]


ROLE: Final = "(client|server)"
VALUES: Final[dict[str, Callable[..., str]]] = {
    rf"stream\.{ROLE}\.(size|segments)": _stream,
    rf"segment\.{ROLE}\.(\d+)\.(size|has|needs)": _segment,
    rf"message\.{ROLE}\.(\d+|last)\.(frames|size|text|hex|characters|headers|pings)": _message,
    rf"utf8\.{ROLE}\.(\d+)\.(bad|bad_hex)": _bad,
    rf"fin\.{ROLE}\.(\d+)": lambda values, who, number: str(int(values.frame(who, number).fin)),
    rf"joined\.{ROLE}\.(\d+)": lambda values, who, number: _payload(values, who, number).hex(" "),
}
