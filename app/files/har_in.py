"""HAR: what browsers export (HTTP Archive 1.2). WebSocket messages stand in a field of Chrome's, `_webSocketMessages`:

    {"type": "send" | "receive", "time": seconds since 1970, "opcode": 1, "data": "text, or base64 if it is not 1"}

A HAR holds messages, not bytes. So frames are made anew, one a message, and the heads from lists of header lines; the
talk says so (`Setup.rebuilt`) and nothing in it is judged. Firefox exports the handshake of a WebSocket; where messages
are in its file they have the same form, else there are none to show.
"""

from __future__ import annotations

import base64
import binascii
import math
import random
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from app.files import remarks
from app.files.json_walk import JsonWalk
from app.files.remarks import CaptureError, Remark
from protocol.accept import accept_value
from protocol.frames import encode_frame
from protocol.recording import UNREADABLE, Setup
from protocol.vocabulary import DEFINED, Opcode, Role, is_control

if TYPE_CHECKING:
    from app.files.desk import Desk
    from app.files.source import Source

AT_ONCE: Final = 200
"""So many messages are read in one step."""

KEY: Final = base64.b64encode(b"no key in a HAR!").decode()
"""Stands for a Sec-WebSocket-Key that the HAR lacks."""

NEEDED: Final = ("Host", "Upgrade", "Connection", "Sec-WebSocket-Key", "Sec-WebSocket-Version")

LAST_DAY: Final = 253_402_300_800.0

_READ: Final = frozenset({"request", "response", "startedDateTime", "timings", "_resourceType", "serverIPAddress"})
"""What of an entry is looked at, besides its messages."""

Message = tuple[float | None, Role, int, bytes]
"""Seconds since 1970, sender, opcode and payload."""


def read_har(source: Source, begin: bytes, desk: Desk) -> Iterator[float]:
    """One talk for each WebSocket."""
    walk = JsonWalk(begin, source.read)
    found = False
    try:
        for key in walk.pairs():
            if key != "log" or walk.peek() != "{":
                walk.value()
                continue
            for part in walk.pairs():
                if part != "entries" or walk.peek() != "[":
                    walk.value()
                    continue
                found = True
                yield from _entries(walk, source, desk)
    except ValueError:
        if not found:
            raise CaptureError(remarks.NO_HAR, path=str(source.path)) from None
        desk.say(Remark(remarks.BAD_JSON, {"at": f"{walk.at:,}"}, "damage"))
        return
    if not found:
        raise CaptureError(remarks.NO_HAR, path=str(source.path))


def _entries(walk: JsonWalk, source: Source, desk: Desk) -> Iterator[float]:
    for _ in walk.items():
        yield source.fraction
        if walk.peek() != "{":
            walk.value()
            continue
        entry: dict[str, Any] = {}
        messages: list[Message] = []
        has_messages, bad = False, 0
        for key in walk.pairs():
            if key == "_webSocketMessages" and walk.peek() == "[":
                has_messages = True
                for _ in walk.items():
                    message = _message(walk.value())
                    if message is not None:
                        messages.append(message)
                    else:
                        bad += 1
                    if len(messages) % AT_ONCE == 0:
                        yield source.fraction
            elif key in _READ:
                entry[key] = walk.value()
            else:
                walk.value()
        if has_messages or _is_websocket(entry):
            yield from _talk(
                Handshake(entry, opened=bool(messages)), messages, source, desk, bad=bad, has_messages=has_messages
            )


def _talk(
    handshake: Handshake, messages: list[Message], source: Source, desk: Desk, *, bad: int, has_messages: bool
) -> Iterator[float]:
    """One WebSocket: its heads, then a frame for each message."""
    times = [time for time, *_ in messages if time is not None]
    began = handshake.began or (min(times) if times else 0.0)
    talk = desk.begin(Setup("", handshake.server, began=began, rebuilt=True))
    if talk is None:
        return
    desk.about(talk, remarks.REBUILT)
    if handshake.added:
        desk.about(talk, remarks.ADDED, names=", ".join(handshake.added))
    if not has_messages:
        desk.about(talk, remarks.NO_MESSAGES)
    if bad:
        desk.about(talk, remarks.BAD_MESSAGES, count=f"{bad:,}")
    talk.data(0.0, Role.CLIENT, handshake.request)
    first = min(times, default=began + handshake.wait) - began
    now = max(0.0, min(handshake.wait, first))
    if handshake.response:
        talk.data(now, Role.SERVER, handshake.response)
    keys = random.Random(talk.number)  # noqa: S311 - they only have to be the same each time
    for number, (time, who, opcode, payload) in enumerate(messages):
        now = max(now, time - began) if time is not None else now
        key = keys.randbytes(4) if who is Role.CLIENT else None
        talk.data(now, who, encode_frame(opcode, payload, key=key))
        if number % AT_ONCE == AT_ONCE - 1:
            yield source.fraction


def _message(value: object) -> Message | None:
    """One message, or None for what is none."""
    if not isinstance(value, dict):
        return None
    who = {"send": Role.CLIENT, "receive": Role.SERVER}.get(str(value.get("type")))
    opcode, data, time = value.get("opcode", 1), value.get("data"), value.get("time")
    if who is None or type(opcode) is not int or opcode not in DEFINED or not isinstance(data, str):
        return None
    payload = data.encode("utf-8", "replace")
    if opcode != Opcode.TEXT:
        try:
            payload = base64.b64decode(data, validate=True)
        except (binascii.Error, ValueError):
            return None
    if is_control(opcode) and len(payload) > 125:
        return None
    return _number(time), who, opcode, payload


def _number(value: object) -> float | None:
    """A time in seconds since 1970, or None."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if 0 < value < LAST_DAY and math.isfinite(value) else None


def _is_websocket(entry: Mapping[str, Any]) -> bool:
    """Whether this is the handshake of a WebSocket whose messages were not exported."""
    url = _text(_part(entry, "request"), "url")
    answer = _part(entry, "response")
    upgraded = answer.get("status") == 101 and any(
        name.lower() == "upgrade" and "websocket" in value.lower() for name, value in _headers(answer)
    )
    return entry.get("_resourceType") == "websocket" or url.startswith(("ws://", "wss://")) or upgraded


def _part(value: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = value.get(name)
    return part if isinstance(part, dict) else {}


def _text(value: Mapping[str, Any], name: str) -> str:
    part = value.get(name)
    return part if isinstance(part, str) else ""


def _headers(head: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Header lines as they can stand in HTTP/1.1: without those of HTTP/2 that begin with a colon."""
    rows = head.get("headers")
    lines = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    pairs = [(_text(line, "name").strip(), " ".join(_text(line, "value").split())) for line in lines]
    return [(name, value) for name, value in pairs if name and not name.startswith(":")]


class Handshake:
    """The two heads of an entry as bytes, and what else it says of its connection; `opened`: there are messages."""

    def __init__(self, entry: Mapping[str, Any], *, opened: bool) -> None:
        asked, answered = _part(entry, "request"), _part(entry, "response")
        url = _text(asked, "url")
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port or (443 if parts.scheme in {"wss", "https"} else 80)
        except ValueError:
            parts, host, port = urlsplit(""), "", 80
        address = _text(entry, "serverIPAddress").strip("[]") or host
        self.server = f"[{address}]:{port}" if ":" in address else f"{address}:{port}" if address else ""
        self.began = _began(_text(entry, "startedDateTime"))
        self.wait = (
            sum(_milliseconds(part) for name, part in _part(entry, "timings").items() if name != "receive") / 1e3
        )
        self.added: list[str] = []
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        lines, key = self._request_lines(_headers(asked), parts.netloc.rpartition("@")[2] or "unknown.invalid")
        self.request = _head(f"GET {_visible(target)} HTTP/1.1", lines)
        self.response = self._response(answered, key, opened=opened)

    def _request_lines(self, lines: list[tuple[str, str]], host: str) -> tuple[list[tuple[str, str]], str]:
        """The header lines of the request, those that it needs added, and its key."""
        values = {"Host": host, "Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Key": KEY}
        there = {name.lower(): value for name, value in lines}
        for name in NEEDED:
            if name.lower() not in there:
                self.added.append(name)
                lines = [*lines, (name, values.get(name, "13"))]
        return lines, there.get("sec-websocket-key", KEY)

    def _response(self, answered: Mapping[str, Any], key: str, *, opened: bool) -> bytes:
        status, reason = answered.get("status"), _text(answered, "statusText")
        if opened and status != 101:  # over HTTP/2 the answer is 200 (RFC 8441 section 5)
            self.added.append("101")
            status, reason = 101, "Switching Protocols"
        if not isinstance(status, int) or not 100 <= status <= 999:
            return b""
        lines = _headers(answered)
        there = {name.lower() for name, _ in lines}
        if status == 101:
            try:
                accept = accept_value(key)
            except ValueError:
                accept = accept_value(KEY)
            needed = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Accept": accept}
            missing = [name for name in needed if name.lower() not in there]
            self.added += [name for name in missing if name not in self.added]
            lines += [(name, needed[name]) for name in missing]
        return _head(f"HTTP/1.1 {status} {_visible_text(reason)}", lines)


def _head(line: str, lines: list[tuple[str, str]]) -> bytes:
    text = "\r\n".join([line, *(f"{name}: {value}" for name, value in lines), "", ""])
    return text.encode("latin-1", "replace")


def _visible(target: str) -> str:
    """A request target of characters that may stand in one."""
    return "".join(mark if "!" <= mark <= "~" else "".join(f"%{byte:02X}" for byte in mark.encode("utf-8", "replace"))
                   for mark in target)  # fmt: skip


def _visible_text(text: str) -> str:
    """A text that may stand in a status line."""
    return " ".join(text.split())


def _milliseconds(value: object) -> float:
    """A duration; -1 stands for one that does not apply."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0.0
    return float(value) if 0 < value < 1e9 else 0.0


def _began(text: str) -> float:
    """The seconds since 1970 of a date, 0.0 for none."""
    try:
        return max(0.0, datetime.fromisoformat(text).timestamp())
    except UNREADABLE:
        return 0.0
