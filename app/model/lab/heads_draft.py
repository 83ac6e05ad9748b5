"""The opening handshake on the bench: both heads as text, and what real endpoints make of them.

The request is what the client sends; the answer is that of the embedded server, until somebody writes another one. The
judging is that of the observer: the server's ten items, then the client's six.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from app.model.lab.limits import LabError
from app.model.lab.wire import SAMPLE_KEY
from app.reasons import QT_TRANSLATE_NOOP
from protocol.accept import accept_value, key_bytes
from protocol.connection import Connection
from protocol.extensions import DeflateOffer, DeflatePolicy
from protocol.facts import Checked
from protocol.http11 import HEAD_LIMIT, HeadError, read_request, read_response
from protocol.observer import observe
from protocol.offers import Offer, Policy, build_request
from protocol.recording import Entry, Kind, Recording, Setup
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from protocol.handshake import Check
    from protocol.knowledge import Facts

SUBPROTOCOLS: Final = ("chat",)
"""What the embedded server of the bench speaks."""

MOST: Final = HEAD_LIMIT
"""No head is longer, in characters."""

TOO_LONG = QT_TRANSLATE_NOOP("lab", "A head has at most 16 KiB; this one would have {size} characters.")

_KEY_LINE: Final = re.compile(r"^(sec-websocket-key[ \t]*:[ \t]*)([^\r\n]*)", re.IGNORECASE | re.MULTILINE)


def sample_request() -> str:
    """The example of RFC 6455 section 1.2, with an offer of compression."""
    offer = Offer(
        "server.example.com", "/chat", SAMPLE_KEY, origin="http://example.com", subprotocols=("chat", "superchat"),
        deflate=DeflateOffer(),
    )  # fmt: skip
    return as_text(build_request(offer))


def as_text(raw: bytes) -> str:
    """A head as lines, without the empty one at its end."""
    return raw.decode("latin-1").replace("\r\n", "\n").rstrip("\n")


def as_bytes(text: str) -> bytes:
    """The head that these lines are: each ends with CRLF, and an empty line ends them all."""
    body = text.replace("\r\n", "\n").rstrip("\n").replace("\n", "\r\n")
    return body.encode("utf-8", "replace") + b"\r\n\r\n"


@dataclass(frozen=True, slots=True)
class HeadsDraft:
    """`answer` is None while the embedded server answers; `compared` is an accept value from elsewhere."""

    request: str
    answer: str | None = None
    compared: str = ""

    @property
    def key(self) -> str:
        """The value of the first Sec-WebSocket-Key line."""
        match = _KEY_LINE.search(self.request)
        return match[2].strip() if match else ""

    @property
    def key_bytes(self) -> bytes | None:
        """The 16 bytes that the key stands for, if it does."""
        try:
            return key_bytes(self.key)
        except ValueError:
            return None

    @property
    def accept(self) -> str:
        """The accept value for the key; empty for a key that no header can carry."""
        try:
            return accept_value(self.key) if self.key else ""
        except ValueError:
            return ""

    def with_key(self, key: str) -> HeadsDraft:
        """Another key in the request; the line is added if there is none."""
        key = key.replace("\r", "").replace("\n", "")
        if _KEY_LINE.search(self.request):
            request = _KEY_LINE.sub(lambda match: match[1] + key, self.request, count=1)
        else:
            request = self.request.rstrip("\n") + f"\nSec-WebSocket-Key: {key}"
        return self.with_request(request)

    def with_request(self, request: str) -> HeadsDraft:
        """Another request."""
        return replace(self, request=_short(request))

    def with_answer(self, answer: str | None) -> HeadsDraft:
        """Another answer, or that of the embedded server."""
        return replace(self, answer=None if answer is None else _short(answer))

    def with_compared(self, value: str) -> HeadsDraft:
        """An accept value to be compared: a whole header line will do."""
        value = _short(value)
        name, colon, rest = value.partition(":")
        kept = rest if colon and name.strip().lower() == "sec-websocket-accept" else value
        return replace(self, compared=kept.strip())


def _short(text: str) -> str:
    if len(text) > MOST:
        raise LabError(TOO_LONG, size=f"{len(text):,}")
    return text


@dataclass(frozen=True, slots=True)
class Heads:
    """What became of both heads: the bytes of the answer, what each side found, and where a head is no HTTP."""

    answer: bytes
    facts: Facts
    request_checks: tuple[Check, ...]
    response_checks: tuple[Check, ...]
    request_error: HeadError | None
    response_error: HeadError | None


def offered_answer(draft: HeadsDraft) -> bytes:
    """What the embedded server answers."""
    server = Connection.server(Policy(subprotocols=SUBPROTOCOLS, deflate=DeflatePolicy()))
    server.receive(as_bytes(draft.request))
    return server.bytes_to_send()


@lru_cache(maxsize=2)
def run_heads(draft: HeadsDraft) -> Heads:
    """Send the request, then the answer, and look on."""
    request = as_bytes(draft.request)
    answer = offered_answer(draft) if draft.answer is None else as_bytes(draft.answer)
    recording = Recording(Setup(subprotocols=SUBPROTOCOLS))
    entries = [(Role.CLIENT, Kind.SYN, b"", 0), (Role.CLIENT, Kind.DATA, request, 0)]
    entries += [(Role.CLIENT, Kind.READ, b"", len(request)), (Role.SERVER, Kind.DATA, answer, 0)]
    entries += [(Role.SERVER, Kind.READ, b"", len(answer))]
    for place, (who, kind, data, size) in enumerate(entries):
        if data or kind is not Kind.DATA:
            recording.append(Entry(place / 1000, who, kind, data, size or len(data)))
    facts = observe(recording)
    checks = facts.of(Checked)
    return Heads(
        answer,
        facts,
        tuple(fact.check for fact in checks if fact.who is Role.SERVER),
        tuple(fact.check for fact in checks if fact.who is Role.CLIENT),
        _error(lambda: read_request(request)),
        _error(lambda: read_response(answer)),
    )


def _error(read: object) -> HeadError | None:
    assert callable(read)
    try:
        read()
    except HeadError as error:
        return error
    return None
