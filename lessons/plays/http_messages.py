"""The HTTP/1.1 messages in a stream of bytes, one after the other on a connection that is kept (RFC 9112 section 9.3).

Heads are read by `protocol.http11`. A body ends where section 6.3 says: 1xx, 204 and 304 have none; chunks end with the
chunk of size 0; otherwise Content-Length counts, and a request without it has none. After a 101, or a request for one,
the bytes are no HTTP any more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from protocol.heads import Request, Response
from protocol.http11 import HeadError, head_end, read_request, read_response
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class HttpMessage:
    """A head and as much of its body as is here, from byte `start` to byte `stop` of the stream. `body` is without the
    framing of chunks; `whole` says whether nothing is missing."""

    head: Request | Response
    body: bytes
    start: int
    stop: int
    whole: bool

    @property
    def size(self) -> int:
        """How many bytes of the stream it is."""
        return self.stop - self.start

    @property
    def upgrades(self) -> bool:
        """Whether what follows is another protocol: 101, or the request for it."""
        if isinstance(self.head, Response):
            return self.head.status == 101
        return "upgrade" in [token.lower() for token in self.head.tokens("Connection")]


def messages(wire: bytes, who: Role) -> Iterator[HttpMessage]:
    """The messages that `who` sent, up to the first that is not whole, or is no HTTP."""
    start = 0
    while start < len(wire):
        message = _message(wire, who, start)
        if message is None:
            return
        yield message
        if not message.whole or message.upgrades:
            return
        start = message.stop


def _message(wire: bytes, who: Role, start: int) -> HttpMessage | None:
    rest = wire[start:]
    if head_end(rest) is None:
        return None
    try:
        head = read_request(rest) if who is Role.CLIENT else read_response(rest)
    except HeadError:
        return None
    begin = start + head.size
    if isinstance(head, Response) and (head.status < 200 or head.status in {204, 304}):
        return HttpMessage(head, b"", start, begin, whole=True)
    if "chunked" in [coding.lower() for coding in head.tokens("Transfer-Encoding")]:
        body, stop, whole = _chunks(wire, begin)
        return HttpMessage(head, body, start, stop, whole)
    length = int(head.get("Content-Length") or "0")
    body = wire[begin : begin + length]
    return HttpMessage(head, body, start, begin + len(body), whole=len(body) == length)


def _chunks(wire: bytes, at: int) -> tuple[bytes, int, bool]:
    """The data of the chunks that are here whole, where they end, and whether the last of all is among them."""
    body = b""
    while (line := wire.find(b"\r\n", at)) >= 0:
        size = int(wire[at:line].partition(b";")[0], 16)
        stop = line + 2 + size + 2
        if stop > len(wire):
            break
        body += wire[line + 2 : stop - 2]
        at = stop
        if size == 0:
            return body, at, True
    return body, at, False
