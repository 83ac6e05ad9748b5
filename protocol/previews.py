"""What a row of the ledger shows of its contents in one short line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocol import rows
from protocol.closing import read_close
from protocol.facts import HeadSent
from protocol.frames import RSV1
from protocol.http11 import Request
from protocol.vocabulary import Opcode, is_control

if TYPE_CHECKING:
    from protocol.rows import Row


def preview(row: Row, limit: int) -> str:
    """At most `limit` characters: text as text, other bytes as hex, a Close with its code, a head's first line."""
    if row.kind == rows.GAP:
        return ""
    if row.kind == rows.HEAD:
        return _start_line(row)[:limit]
    assert row.number is not None
    length = row.length
    if row.rsv & RSV1 and not is_control(row.opcode):
        payload = _inflated(row)
        if payload is None:
            return _hex(_payload(row, limit), length, limit)
        length = len(payload)  # the frame carries it compressed, in fewer bytes or in more
    else:
        payload = _payload(row, 4 * limit)
    if row.opcode == Opcode.CLOSE and row.length >= 2:
        body = read_close(payload[:125])
        return f"{body.code}  “{body.reason}”"[:limit] if body.reason else str(body.code)
    if row.opcode in {Opcode.TEXT, Opcode.PING, Opcode.PONG} or _is_text(row):
        text = _text(payload)
        if text is not None and (text.strip() or not payload):  # bytes of which nothing would be seen are better as hex
            return _line(text, limit, more=len(payload) < length)
    return _hex(payload, length, limit)


def _payload(row: Row, most: int) -> bytes:
    return row.talk.payload(row.who, row.number or 0, most)


def _is_text(row: Row) -> bool:
    """Whether a continuation frame continues a text."""
    if row.opcode != Opcode.CONTINUATION or row.number is None:
        return False
    first = row.talk.first_of(row.who, row.number)
    return first is not None and row.talk.facts.sent(row.who).firsts[first] & 0b1111 == Opcode.TEXT


def _inflated(row: Row) -> bytes | None:
    """The beginning of the compressed message that this frame begins, if it was delivered."""
    message = row.talk.message_of(row.who, row.number or 0)
    return None if message is None else message.payload


def _text(payload: bytes) -> str | None:
    """The payload as text; a character that is cut at either end does not count."""
    for first in range(4):
        try:
            return payload[first:].decode()
        except UnicodeDecodeError as error:
            if error.end >= len(payload) - first and error.reason == "unexpected end of data":
                return payload[first : first + error.start].decode()
            if first == len(payload) or not 0x80 <= payload[first] < 0xC0:
                break  # not the rest of a character
    return None


def _line(text: str, limit: int, *, more: bool = False) -> str:
    """On one line, without characters that would steer whoever shows it; `more` text follows."""
    shown = "".join(character if character.isprintable() else "·" for character in text[:limit])
    return shown[: limit - 1] + "…" if more or len(text) > limit else shown


def _hex(payload: bytes, length: int, limit: int) -> str:
    room = max(1, (limit - 2) // 3)
    return payload[:room].hex(" ") + (" …" if length > room else "")


def _start_line(row: Row) -> str:
    name = "request" if row.who.value == "client" else "response"
    fact = row.talk.facts.get(f"{name}.sent")
    if not isinstance(fact, HeadSent):
        raw = row.talk.recording.cut(row.who, 0, 200).split(b"\r\n", 1)[0]
        return _line(raw.decode("latin-1"), 200)
    head = fact.head
    if isinstance(head, Request):
        return _line(f"{head.method} {head.target} HTTP/{head.http[0]}.{head.http[1]}", 200)
    return _line(f"HTTP/{head.http[0]}.{head.http[1]} {head.status} {head.reason}", 200)
