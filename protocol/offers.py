"""What the sides bring to the opening handshake: the client's offer (RFC 6455 section 4.1), the server's policy.

    GET /chat HTTP/1.1
    Host: server.example.com
    Upgrade: websocket
    Connection: Upgrade
    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
    Origin: http://example.com
    Sec-WebSocket-Protocol: chat, superchat
    Sec-WebSocket-Version: 13
    Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits

That is the example of section 1.2, with an offer of compression (RFC 7692). The headers may stand in any
order, ours keep this one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from protocol.vocabulary import GUID, VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from protocol.extensions import DeflateOffer, DeflatePolicy
    from protocol.heads import Request

REQUIRED: Final = ("Host", "Upgrade", "Connection", "Sec-WebSocket-Key", "Sec-WebSocket-Version")
"""The headers that section 4.1 asks of every client."""

OPTIONAL: Final = ("Origin", "Sec-WebSocket-Protocol")
"""Headers that an offer has a place of its own for."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a client asks for. `extra` headers follow the others; `omit` names headers to leave out of those.

    `deflate` offers permessage-deflate; other extensions are `extra` headers."""

    host: str
    target: str
    key: str
    origin: str | None = None
    subprotocols: tuple[str, ...] = ()
    version: int = VERSION
    extra: tuple[tuple[str, str], ...] = ()
    omit: tuple[str, ...] = ()
    deflate: DeflateOffer | None = None

    @property
    def extensions(self) -> list[str]:
        """The values of the Sec-WebSocket-Extensions lines, as they are sent."""
        return [value for name, value in self.headers if name.lower() == "sec-websocket-extensions"]

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        """The names and values of all header lines, as they are sent."""
        own = [
            ("Host", self.host),
            ("Upgrade", "websocket"),
            ("Connection", "Upgrade"),
            ("Sec-WebSocket-Key", self.key),
            *([("Origin", self.origin)] if self.origin is not None else []),
            *([("Sec-WebSocket-Protocol", ", ".join(self.subprotocols))] if self.subprotocols else []),
            ("Sec-WebSocket-Version", str(self.version)),
            *([("Sec-WebSocket-Extensions", str(self.deflate.extension))] if self.deflate is not None else []),
        ]
        left_out = {name.lower() for name in self.omit}
        return (*((name, value) for name, value in own if name.lower() not in left_out), *self.extra)


@dataclass(frozen=True, slots=True)
class Policy:
    """What a server agrees to; None takes any host or origin, and compresses nothing. `guid` is only ever wrong
    on purpose."""

    hosts: tuple[str, ...] | None = None
    origins: tuple[str, ...] | None = None
    subprotocols: tuple[str, ...] = ()
    guid: str = GUID
    deflate: DeflatePolicy | None = None
    refuse: int | None = None
    """The status with which the program behind the server answers a request that is in order, if it does not want it:
    401, 404, a redirect ... (section 4.2.2 leaves the reasons to the server)."""
    refuse_headers: tuple[tuple[str, str], ...] = ()


def build_request(offer: Offer) -> bytes:
    """The client's opening handshake."""
    return build_head("GET " + offer.target + " HTTP/1.1", offer.headers)


def build_head(start: str, headers: Iterable[tuple[str, str]]) -> bytes:
    """Lines with CRLF and an empty one. A line break in a value would smuggle in a header: ValueError."""
    lines = [start, *(name + ": " + value for name, value in headers)]
    if any("\r" in line or "\n" in line for line in lines):
        raise ValueError("a line of a head contains a line break")
    return "".join(line + "\r\n" for line in [*lines, ""]).encode("latin-1")


def offer_of(request: Request) -> Offer:
    """The offer that a request makes, for a reader who was not told it; missing parts are left empty."""
    named = {name.lower() for name in (*REQUIRED, *OPTIONAL)}
    version = request.get("Sec-WebSocket-Version") or ""
    return Offer(
        host=request.get("Host") or "",
        target=request.target,
        key=request.get("Sec-WebSocket-Key") or "",
        origin=request.get("Origin"),
        subprotocols=tuple(request.tokens("Sec-WebSocket-Protocol")),
        version=int(version) if re.fullmatch("[0-9]{1,3}", version) else 0,
        extra=tuple((line.name, line.text) for line in request.headers if line.name.lower() not in named),
        omit=tuple(name for name in REQUIRED if request.get(name) is None),
    )
