"""Talks as a HAR 1.2 file in the form of Chrome, which its developer tools, and `har_in`, read again.

A HAR has messages: those that were delivered, unmasked, inflated and put together. Control frames, broken frames and
gaps are not in it. http://www.softwareishard.com/blog/har-12-spec/ says what the fields are.
"""

from __future__ import annotations

import base64
import heapq
import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.files.saving import replaced
from protocol.facts import HeadSent, MessageArrived
from protocol.http11 import Request, Response
from protocol.recording import Kind
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from protocol.talk import Talk

CREATOR: Final = {"name": "WebSocket 101", "version": "1"}

TYPES: Final = {Role.CLIENT: "send", Role.SERVER: "receive"}


def write_har(path: Path, talks: Sequence[Talk]) -> None:
    """Write these talks, or leave what was there; raises OSError."""
    with replaced(path) as file:
        file.writelines(part.encode() for part in parts(talks))


def parts(talks: Sequence[Talk]) -> Iterator[str]:
    """The file, piece by piece: one message a line."""
    creator = json.dumps(CREATOR)
    yield f'{{"log": {{"version": "1.2", "creator": {creator}, "pages": [], "entries": ['
    for number, talk in enumerate(talks):
        yield ",\n" if number else "\n"
        entry = json.dumps(_entry(talk))
        yield entry[:-1] + ', "_webSocketMessages": ['
        for place, message in enumerate(_messages(talk)):
            yield (",\n " if place else "\n ") + json.dumps(message)
        yield "]}"
    yield "\n]}}\n"


def _messages(talk: Talk) -> Iterator[dict[str, Any]]:
    """The messages of both sides in the order in which they were delivered."""
    facts = talk.facts
    for place in heapq.merge(*(_places(talk, role) for role in Role)):
        fact = facts[place]
        assert isinstance(fact, MessageArrived)
        message = fact.message
        payload = message.payload
        is_text = message.opcode == Opcode.TEXT
        data = payload.decode("utf-8", "replace") if is_text else base64.b64encode(payload).decode()
        time = talk.recording.setup.began + fact.time
        yield {"type": TYPES[fact.who], "time": time, "opcode": int(message.opcode), "data": data}


def _places(talk: Talk, who: Role) -> Iterator[int]:
    """Where the facts about the messages of `who` are."""
    for number in count():
        place = talk.facts.place(f"{who.value}.message.{number}")
        if place is None:
            return
        yield place


def _entry(talk: Talk) -> dict[str, Any]:
    """All of an entry but its messages."""
    setup = talk.recording.setup
    asked, answered = _head(talk, "request.sent"), _head(talk, "response.sent")
    host, _, port = setup.server.rpartition(":")
    begin, end, sent = _times(talk, asked, answered)
    wait = end - begin
    return {
        "_initiator": {"type": "other"},
        "_priority": "High",
        "_resourceType": "websocket",
        "cache": {},
        "connection": port,
        "pageref": "",
        "request": _request(asked.head if asked else None, setup.server),
        "response": _response(answered.head if answered else None),
        "serverIPAddress": host,
        "startedDateTime": datetime.fromtimestamp(setup.began + begin, UTC).isoformat().replace("+00:00", "Z"),
        "time": sent * 1000,
        "timings": {
            "blocked": -1,
            "dns": -1,
            "connect": -1,
            "ssl": -1,
            "send": 0,
            "wait": wait * 1000,
            "receive": max(0.0, sent - wait) * 1000,
        },
    }


def _head(talk: Talk, fact_id: str) -> HeadSent | None:
    fact = talk.facts.get(fact_id)
    return fact if isinstance(fact, HeadSent) else None


def _times(talk: Talk, asked: HeadSent | None, answered: HeadSent | None) -> tuple[float, float, float]:
    """When the request was made and when it was answered, in seconds of the recording, and how long all of it took."""
    size = len(talk.recording)
    first = next((entry.time for entry in talk.recording if entry.kind is not Kind.SYN), 0.0)
    begin = min(first, asked.time) if asked else first
    end = answered.time if answered else begin
    last = talk.recording.time(size - 1) if size else 0.0
    return begin, max(begin, end), max(0.0, last - begin)


def _request(head: Request | Response | None, server: str) -> dict[str, Any]:
    found = head if isinstance(head, Request) else None
    host = (found.get("Host") if found else None) or server
    target = found.target if found else "/"
    return {
        "method": found.method if found else "GET",
        "url": target if "://" in target else f"ws://{host}{target}",
        "httpVersion": _version(found),
        "cookies": [],
        "headers": _headers(found),
        "queryString": [],
        "headersSize": len(found.raw) if found else -1,
        "bodySize": 0,
    }


def _response(head: Request | Response | None) -> dict[str, Any]:
    found = head if isinstance(head, Response) else None
    return {
        "status": found.status if found else 0,
        "statusText": found.reason if found else "",
        "httpVersion": _version(found),
        "cookies": [],
        "headers": _headers(found),
        "content": {"size": 0, "mimeType": "x-unknown"},
        "redirectURL": "",
        "headersSize": len(found.raw) if found else -1,
        "bodySize": 0,
    }


def _version(head: Request | Response | None) -> str:
    return f"HTTP/{head.http[0]}.{head.http[1]}" if head else "HTTP/1.1"


def _headers(head: Request | Response | None) -> list[dict[str, str]]:
    return [{"name": line.name, "value": line.value.decode("latin-1")} for line in head.headers] if head else []
