"""What `proxy` prints: a line for each head and frame as it passes, for each broken rule, and for each end.

For programs it is JSON, one document a line. Each has `connection` and `event`: opened, request, response, frame,
message, broken, missed, end, told, failed or over. A frame is told when it is whole, a broken rule when it shows, with
the number of the frame, be that before or after the frame is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.commands.listing import verdict
from app.commands.output import visible
from app.commands.verdicts import JudgedFrame, frame_json, message_json, violation_json
from app.commands.watch import cited, told_words
from protocol.closing import code_name, read_close
from protocol.facts import Broke, Fact, FrameSent, HeadSent, MessageArrived, Missed, TcpEnded, Told
from protocol.frames import RSV1, Frame
from protocol.http11 import Request, Response
from protocol.violations import Violation
from protocol.vocabulary import Opcode, Role, is_control, opcode_name

if TYPE_CHECKING:
    from protocol.fragments import Message
    from protocol.recording import Setup

SHOWN: Final = 60
"""How many characters of a text, or half as many bytes, a line shows."""

ARROWS: Final = {Role.CLIENT: "client →", Role.SERVER: "server ←"}


class Passing:
    """Says what is known of one connection, fact by fact; `number` is the connection's."""

    def __init__(self, number: int, setup: Setup) -> None:
        self.number = number
        self._setup = setup
        self._packed: dict[Role, bool] = {}
        """Whether the message that each side began last is compressed."""

    # For people.

    def opened_line(self) -> str:
        """Both sides are connected."""
        return visible(f"#{self.number} opened: {self._setup.client} to {self._setup.server}")

    def line(self, fact: Fact) -> str | None:
        """The line of a fact, None for one that is not worth one."""
        words = self._words(fact)
        if words is None:
            return None
        who = fact.who.value if isinstance(fact, Told) else ARROWS[fact.who]
        return visible(f"#{self.number} {fact.time:10.6f}  {who} {words}")

    def _words(self, fact: Fact) -> str | None:
        words = None
        match fact:
            case HeadSent(head=head):
                words = start_line(head)
            case FrameSent(number=number, frame=frame):
                if frame.opcode in {Opcode.TEXT, Opcode.BINARY}:
                    self._packed[fact.who] = bool(frame.rsv & RSV1)
                words = f"frame {number}: {frame_words(frame)}"
            case MessageArrived(message=message) if len(message.frames) > 1 or self._packed.get(fact.who):
                words = message_words(message)
            case Broke(number=number):
                where = "head" if number is None else f"frame {number}"
                words = f"{where}: {verdict(Violation(fact.rule, fact.start_bit, fact.width))}"
            case Missed(rule=rule):
                words = f"BROKEN  {cited(rule)}: nothing can follow any more"
            case TcpEnded(kind=kind):
                words = kind.upper()
            case Told(told=told):
                words = f"is told {told_words(told)}"
        return words

    # For programs.

    def opened_json(self) -> dict[str, Any]:
        """The same as a document."""
        return self._document("opened", client=self._setup.client, server=self._setup.server)

    def json(self, fact: Fact) -> dict[str, Any] | None:
        """The document of a fact, None for one that is not worth one."""
        found: tuple[str, dict[str, Any]] | None = None
        match fact:
            case HeadSent(head=head):
                found = "request" if isinstance(head, Request) else "response", head_json(head)
            case FrameSent(number=number, frame=frame):
                found = "frame", {"number": number, **_frame_json(frame)}
            case MessageArrived(number=number, message=message):
                found = "message", {"number": number, **message_json(message)}
            case Broke(number=number):
                found = "broken", {"frame": number, **violation_json(Violation(fact.rule, fact.start_bit, fact.width))}
            case Missed(rule=rule, number=number):
                found = "missed", {"frame": number, "rule": rule.id, "section": rule.section}
            case TcpEnded(kind=kind):
                found = "end", {"kind": kind}
            case Told(told=told):
                found = "told", {"code": int(told.code), "reason": told.reason, "clean": told.clean}
        if found is None:
            return None
        return self._document(found[0], time=fact.time, **{"from": fact.who.value}, **found[1])

    def _document(self, event: str, **values: Any) -> dict[str, Any]:
        return {"connection": self.number, "event": event, **values}


def _frame_json(frame: Frame) -> dict[str, Any]:
    """A frame as `decode` shows it, but for the rules that it breaks."""
    close = read_close(frame.payload) if frame.opcode == Opcode.CLOSE else None
    text = _text(frame.payload) if frame.opcode == Opcode.TEXT and not frame.rsv else None
    document = frame_json(JudgedFrame(frame, (), text, close))
    del document["broken"]
    return document


def start_line(head: Request | Response) -> str:
    """The first line of a head, as it was written."""
    version = "HTTP/" + ".".join(map(str, head.http))
    if isinstance(head, Request):
        return f"{head.method} {head.target} {version}"
    return f"{version} {head.status} {head.reason}".rstrip()


def head_json(head: Request | Response) -> dict[str, Any]:
    """A head as a document."""
    first = {"method": head.method, "target": head.target} if isinstance(head, Request) else {"status": head.status}
    headers = [{"name": line.name, "value": line.text} for line in head.headers]
    return {**first, "http": ".".join(map(str, head.http)), "headers": headers, "size": head.size}


def frame_words(frame: Frame) -> str:
    """One frame in a few words: what it is, its size, what it carries."""
    name = opcode_name(frame.opcode)
    packed = bool(frame.rsv & RSV1) and not is_control(frame.opcode)
    more = ("" if frame.fin else ", more follow") + (", compressed" if packed else "")
    size = "1 byte" if frame.length == 1 else f"{frame.length:,} bytes"
    carried = _carried(frame, packed=packed)
    return f"{name}, {size}{more}{': ' if carried else ''}{carried}"


def _carried(frame: Frame, *, packed: bool) -> str:
    if frame.opcode == Opcode.CLOSE:
        close = read_close(frame.payload)
        if close.code is None:
            return ""
        return f"{close.code} {code_name(close.code)}" + (f" {_quoted(close.reason)}" if close.reason else "")
    text = None if packed or frame.opcode == Opcode.BINARY else _text(frame.payload)
    if text is not None:
        return _quoted(text) if text else ""
    return _hex(frame.payload)


def message_words(message: Message) -> str:
    """A whole message of several frames, or one that was compressed."""
    frames = ", ".join(map(str, message.frames[:10])) + (" …" if len(message.frames) > 10 else "")
    carried = _hex(message.payload) if message.text is None else _quoted(message.text)
    plural = "frame" if len(message.frames) == 1 else "frames"
    return f"message from {plural} {frames}: {opcode_name(message.opcode)}, {len(message.payload):,} bytes: {carried}"


def _text(payload: bytes) -> str | None:
    try:
        return payload.decode()
    except UnicodeDecodeError:
        return None


def _quoted(text: str) -> str:
    return f"“{text[:SHOWN]}”" + (f" … and {len(text) - SHOWN:,} characters more" if len(text) > SHOWN else "")


def _hex(data: bytes) -> str:
    return data[: SHOWN // 2].hex(" ") + (" …" if len(data) > SHOWN // 2 else "")
