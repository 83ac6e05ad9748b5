"""What a rung is called: a few words on its arrow, and one sentence for the ear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.figures.parts import peer_name
from app.figures.sequence_rungs import Rung, RungKind
from app.figures.tokens import opcode_word
from protocol.facts import Broke, HeadSent
from protocol.http11 import Request, Response
from protocol.machine import Signal
from protocol.vocabulary import Opcode, Role, State

if TYPE_CHECKING:
    from app.drawing.marks import Words
    from protocol.closing import CloseBody
    from protocol.frames import Frame


def signal_word(words: Words, signal: Signal) -> str:
    """What moves a connection, as its caption says it."""
    return {
        Signal.SENT_101: words.translate("figures", "101 sent"),
        Signal.RECEIVED_101: words.translate("figures", "101 received"),
        Signal.REFUSED: words.translate("figures", "refuses"),
        Signal.HANDSHAKE_FAILED: words.translate("figures", "handshake fails"),
        Signal.SENT_CLOSE: words.translate("figures", "sends Close"),
        Signal.RECEIVED_CLOSE: words.translate("figures", "receives Close"),
        Signal.TCP_CLOSED: words.translate("figures", "TCP closed"),
    }[signal]


def state_sentence(words: Words, role: Role, state: State) -> str:
    """In which state a peer is."""
    return words.translate("figures", "{peer}: the connection is {state}").format(
        peer=peer_name(words, role), state=state.name
    )


def quoted(words: Words, text: str) -> str:
    """A text in the quotation marks of the language, its line ends and other controls made visible."""
    shown = "".join(letter if letter.isprintable() else "·" for letter in text)
    return words.translate("figures", "“{text}”").format(text=shown)


def close_text(words: Words, body: CloseBody) -> str:
    """A Close frame in a few words: `Close  1000  “done”`."""
    pieces = [words.translate("figures", "Close")]
    pieces += [str(body.code)] if body.code is not None else []
    pieces += [quoted(words, body.reason)] if body.reason else []
    return "  ".join(pieces)


def close_bytes_text(words: Words, frame: Frame, body: CloseBody) -> str:
    """What the body bytes of a Close frame are: `03e8 “done”, masked`."""
    pieces = [frame.payload[:2].hex()] if len(frame.payload) >= 2 else []
    pieces += [quoted(words, body.reason)] if body.reason else []
    text = " ".join(pieces)
    return words.translate("figures", "{text}, masked").format(text=text) if text and frame.masked else text


def payload_text(words: Words, frame: Frame) -> str:
    """The payload of a data, ping or pong frame shortly: its text, or how many bytes it is."""
    payload = frame.payload
    if not payload:
        return ""
    if frame.opcode in {Opcode.BINARY, Opcode.CONTINUATION} or len(payload) > 4096:
        return size_text(words, len(payload))
    try:
        return quoted(words, payload.decode())
    except UnicodeDecodeError:
        return size_text(words, len(payload))


def size_text(words: Words, size: int) -> str:
    """So many bytes."""
    return words.translate("figures", "%n bytes", "", size)


def frame_text(words: Words, frame: Frame) -> str:
    """A frame in a few words: `text “Hello”`, `ping`, `binary 12 bytes`."""
    name = opcode_word(words, frame.opcode)
    text = payload_text(words, frame)
    return f"{name} {text}" if text else name


def rung_text(words: Words, rung: Rung, *, status_line: bool = True) -> str:
    """A rung in a few words. A response is told by its status line, or only by status and reason."""
    if rung.close is not None:
        return close_text(words, rung.close)
    if rung.frame is not None:
        return frame_text(words, rung.frame)
    if isinstance(rung.fact, HeadSent):
        return head_text(rung.fact.head, status_line=status_line)
    if rung.kind is RungKind.END:
        return end_text(words, rung.end)
    if rung.kind is RungKind.TCP:
        return words.translate("figures", "TCP connection opened")
    return unfinished_text(words, rung)


def head_text(head: Request | Response, *, status_line: bool = True) -> str:
    """The first line of a head; of a response, if asked for, only status and reason."""
    if isinstance(head, Response) and not status_line:
        return f"{head.status} {head.reason}".strip()
    return head.raw.split(b"\r\n")[0].decode("latin-1")


def end_text(words: Words, kind: str) -> str:
    """The segment that ends a direction of TCP, or both."""
    return words.translate("figures", "TCP RST") if kind == "rst" else words.translate("figures", "TCP FIN")


def unfinished_text(words: Words, rung: Rung) -> str:
    """A head that cannot be read, or a frame of which only the header is here."""
    if rung.kind is RungKind.HEAD:
        return words.translate("figures", "bytes that are no HTTP head")
    return words.translate("figures", "header of a frame")


def general_text(words: Words, rung: Rung) -> str:
    """What may be said of a rung before it happened: its kind, not its contents."""
    if rung.kind is RungKind.HEAD:
        if rung.sender is Role.CLIENT:
            return words.translate("figures", "request")
        return words.translate("figures", "response")
    if rung.is_close:
        return words.translate("figures", "Close")
    if rung.kind is RungKind.END:
        return words.translate("figures", "TCP FIN")
    return words.translate("figures", "message")


def rung_sentence(words: Words, rung: Rung, cursor: int, *, lost: bool = False) -> str:
    """The one sentence of a rung: who sends what, and whether it has arrived."""
    peer = peer_name(words, rung.sender)
    if rung.kind is RungKind.TCP:
        return words.translate("figures", "The client has opened a TCP connection to the server")
    if rung.sent >= cursor:
        text = words.translate("figures", "Still to come: {peer} sends {what}")
        return text.format(peer=peer, what=general_text(words, rung))
    if lost:
        text = words.translate("figures", "{peer} sends {what}; it never arrives")
    elif rung.arrived is not None and rung.arrived < cursor:
        text = words.translate("figures", "{peer} sends {what}; it has arrived")
    else:
        text = words.translate("figures", "{peer} sends {what}; it is on its way")
    sentences = [text.format(peer=peer, what=rung_text(words, rung))]
    if rung.frame is not None:
        masked = words.translate("figures", "masked") if rung.frame.masked else words.translate("figures", "not masked")
        sentences.append(f"{size_text(words, rung.frame.size)}, {masked}")
    sentences += [fault_sentence(words, fault) for fault in rung.known_faults(cursor)]
    return "; ".join(sentences)


def fault_sentence(words: Words, fault: Broke) -> str:
    """Which rule is broken, with its section."""
    rule = fault.rule
    return words.translate("figures", "Broken: {rule} (RFC {rfc} section {section})").format(
        rule=words.rule(rule.id), rfc=rule.rfc, section=rule.section
    )


def rung_link(rung: Rung) -> str:
    """The link that all marks of one rung share."""
    return ("" if rung.kind is RungKind.FRAME else "rung:") + rung.id.replace("frame.", "frame:", 1)
