"""The front door of the server: who asks for a WebSocket goes on to the endpoint, everyone else gets plain HTTP.

    GET / with Upgrade: websocket          ->  the endpoint answers (RFC 6455 section 4.2), at any path
    GET or HEAD /                          ->  200, the browser page
    GET or HEAD /favicon.ico               ->  404
    GET or HEAD anything else              ->  426, Upgrade: websocket (RFC 9110 section 15.5.22)
    another method                         ->  405, Allow: GET, HEAD (section 15.5.6)
    a target that is no path and no URL    ->  400
    no Host, or two, in HTTP/1.1           ->  400 (RFC 9112 section 3.2)
    HTTP/2 or later                        ->  505

After an answer the connection is closed, as `Connection: close` says. Bytes that are no HTTP head go to the endpoint,
which refuses them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from protocol.handshake import reason_phrase
from protocol.http11 import HeadError, Request, head_end, read_request
from protocol.offers import build_head
from protocol.vocabulary import VERSION

PAGE: Final = Path(__file__).parents[2] / "resources" / "browser" / "index.html"
"""The browser page: one file that needs no other."""

POLICY: Final = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; "
    "connect-src ws: wss:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Content-Security-Policy: the page may open WebSockets, and nothing else."""


@dataclass(frozen=True, slots=True)
class Passed:
    """What someone sent who asks for a WebSocket, its head whole; `request` is None if the head is none."""

    raw: bytes
    request: Request | None


@dataclass(frozen=True, slots=True)
class Reply:
    """A plain HTTP answer to `request`, as bytes."""

    request: Request
    status: int
    raw: bytes


class Front:
    """Reads one head, however it is cut."""

    def __init__(self, about: str = "echo") -> None:
        self._head = bytearray()
        self._about = about

    def feed(self, data: bytes) -> Passed | Reply | None:
        """What to do with these bytes, or None while the head has not ended."""
        seen = len(self._head)
        self._head += data
        stop = head_end(self._head, seen)
        if stop is None:
            return None
        raw = bytes(self._head)
        try:
            request = read_request(raw[:stop])
        except HeadError:
            return Passed(raw, None)
        if "websocket" in (name.lower() for name in request.tokens("Upgrade")):
            return Passed(raw, request)
        return plain_reply(request, self._about)


def plain_reply(request: Request, about: str = "echo") -> Reply:
    """The answer to a request that does not ask for a WebSocket; `about` is what the page says of the program."""
    status, headers, body = _answer(request, about)
    lines = [
        *headers,
        *([("Content-Type", "text/plain; charset=utf-8")] if status != 200 else []),
        ("Content-Length", str(len(body))),
        ("Connection", "Upgrade, close" if status == 426 else "close"),
    ]
    head = build_head(f"HTTP/1.1 {status} {reason_phrase(status)}", lines)
    return Reply(request, status, head if request.method == "HEAD" else head + body)


def _answer(request: Request, about: str) -> tuple[int, list[tuple[str, str]], bytes]:
    """Status, headers and body."""
    if request.http[0] != 1:
        return 505, [], b"This server speaks HTTP/1.1.\n"
    hosts = len(request.get_all("Host"))
    if hosts > 1 or (not hosts and request.http >= (1, 1)) or request.resource is None:
        return 400, [], b"A request has one Host, and a target that is a path or a URL without a fragment.\n"
    if request.method not in {"GET", "HEAD"}:
        return 405, [("Allow", "GET, HEAD")], b"This server answers GET and HEAD.\n"
    path = request.resource.partition("?")[0]
    if path == "/":
        headers = [
            ("Content-Type", "text/html; charset=utf-8"),
            ("Content-Security-Policy", POLICY),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("Cache-Control", "no-store"),
        ]
        return 200, headers, _page(about)
    if path == "/favicon.ico":
        return 404, [], b"There is no such page.\n"
    headers = [("Upgrade", "websocket"), ("Sec-WebSocket-Version", str(VERSION))]
    return 426, headers, b"This is a WebSocket: ask for an upgrade, or open / in a browser.\n"


@cache
def _page(about: str) -> bytes:
    return PAGE.read_bytes().replace(b'data-program="echo"', f'data-program="{about}"'.encode(), 1)


def full() -> bytes:
    """The answer when there are too many connections (RFC 9110 section 15.6.4)."""
    return _short(503, ("Retry-After", "5"))


def too_slow() -> bytes:
    """The answer to a head that does not end in time (RFC 9110 section 15.5.9)."""
    return _short(408)


def _short(status: int, *headers: tuple[str, str]) -> bytes:
    lines = [*headers, ("Connection", "close"), ("Content-Length", "0")]
    return build_head(f"HTTP/1.1 {status} {reason_phrase(status)}", lines)
