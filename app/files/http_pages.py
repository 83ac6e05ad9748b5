"""HTTP/1.1 as far as it has to be known to skip it: where a message ends, and whether it asks for a WebSocket.

Before the opening handshake the same TCP connection may have carried pages (RFC 9112 section 9.3), or a CONNECT that
made a tunnel of it (RFC 9110 section 9.3.6). How long a body is follows RFC 9112 section 6.3. Nothing is judged here,
so heads are read more leniently than `protocol.http11` does: a broken handshake is to be told, not skipped.
"""

from __future__ import annotations

import re
from typing import Final

HEAD_LIMIT: Final = 64 * 1024
"""A head that is longer is none."""

_END: Final = re.compile(rb"\r?\n\r?\n")
_LINES: Final = re.compile(rb"\r?\n")
_FIRST: Final = re.compile(rb"[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,32}(?: |\Z)")
_STATUS: Final = re.compile(rb"HTTP/[0-9]\.[0-9] +([0-9]{3})")
_REQUEST: Final = re.compile(rb"[A-Z]{3,20} [\x21-\x7e]+ HTTP/1\.[0-9]\r?\n")
_SIZE: Final = re.compile(rb"[0-9A-Fa-f]{1,12}")

_ASKS: Final = re.compile(
    rb"\n(?:sec-websocket-(?:key|version)[ \t]*:|upgrade[ \t]*:[^\n]*\bwebsocket\b)", re.IGNORECASE
)
"""A head that wants a WebSocket, however wrongly it says so."""

WAITS: Final = -1
"""A body that ends with the connection."""


def head_end(buffer: bytes | bytearray, begin: int = 0, seen: int = 0) -> int | None:
    """Where the head ends that begins at `begin`, or None while its end has not come. Up to `seen` there is none."""
    found = _END.search(buffer, max(begin, seen - 3))
    return found.end() if found else None


def may_be_request(buffer: bytes | bytearray) -> bool:
    """Whether a request may begin like this: with a word and a space."""
    return bool(_FIRST.match(buffer)) and not buffer.startswith((b"PRI * HTTP/2", b"SSH-"))


def is_request(data: bytes) -> bool:
    """Whether this begins with the line of a request, beyond doubt."""
    return bool(_REQUEST.match(data))


def may_be_response(buffer: bytes | bytearray) -> bool:
    """Whether a response may begin like this."""
    return b"HTTP/1.".startswith(bytes(buffer[:7]))


def is_tls(data: bytes | bytearray) -> bool:
    """Whether a TLS record begins here (RFC 8446 section 5.1)."""
    return len(data) >= 5 and 20 <= data[0] <= 23 and data[1] == 3 and data[2] <= 4 and data[3] <= 0x48


def is_http2(data: bytes | bytearray) -> bool:
    """Whether HTTP/2 begins here (RFC 9113 section 3.4)."""
    return data.startswith(b"PRI * HTTP/2")


def asks_for_websocket(head: bytes | bytearray) -> bool:
    """Whether a request is an opening handshake, or would be one."""
    return bool(_ASKS.search(head))


def method_and_target(head: bytes) -> tuple[str, str]:
    """The first two words of a request."""
    words = _LINES.split(head, maxsplit=1)[0].split(b" ")
    return words[0].decode("latin-1"), words[1].decode("latin-1") if len(words) > 1 else ""


def status_of(head: bytes | bytearray) -> int | None:
    """The status code of a response, or None if it has none."""
    found = _STATUS.match(head)
    return int(found[1]) if found else None


class Body:
    """The body behind a head: `take` says how much of what comes belongs to it."""

    def __init__(self, size: int = 0, *, chunked: bool = False) -> None:
        self._left = size
        self._chunked = chunked
        self._line = b""
        """What has come of the line that says how long the next chunk is, or of the lines after the last one."""
        self._last = False
        self.broken = False
        """Whether a chunk begins like none, so that nobody knows where the body ends."""

    @property
    def is_over(self) -> bool:
        """Whether the next byte begins another message."""
        return not self._chunked and self._left == 0

    @property
    def is_endless(self) -> bool:
        """Whether only the end of the connection ends it."""
        return self._left == WAITS

    def take(self, data: bytes | bytearray) -> int:
        """How many bytes at the beginning of `data` belong to this body."""
        if self._left == WAITS:
            return len(data)
        at = 0
        while at < len(data) and not self.is_over and not self.broken:
            if self._left:
                step = min(self._left, len(data) - at)
                self._left -= step
                at += step
            else:
                at = self._read_line(data, at)
        return at

    def lose(self, size: int) -> bool:
        """`size` bytes are missing; whether it is still known where the body ends."""
        if self._left == WAITS:
            return True
        if size > self._left:
            return False
        self._left -= size
        return True

    def _read_line(self, data: bytes | bytearray, at: int) -> int:
        """One line between chunks: the empty one after a chunk, a length, or trailers after the last chunk."""
        end = data.find(b"\n", at)
        stop = len(data) if end < 0 else end + 1
        self._line += data[at:stop]
        if end < 0:
            self.broken = len(self._line) > HEAD_LIMIT
            return stop
        line, self._line = self._line.strip(), b""
        if self._last:
            self._chunked = bool(line)
        elif line:
            found = _SIZE.match(line)
            self.broken = found is None
            self._left = int(found[0], 16) if found else 0
            self._last = found is not None and self._left == 0
        return stop


def request_body(head: bytes) -> Body:
    """The body of a request: none unless it says so."""
    return _body(head) or Body(0)


def response_body(head: bytes, status: int, method: str) -> Body:
    """The body of a response, which also depends on what was asked."""
    if method == "HEAD" or status in {204, 304} or status < 200:
        return Body(0)
    return _body(head) or Body(WAITS)


def _body(head: bytes) -> Body | None:
    length = None
    for line in _LINES.split(head)[1:]:
        name, _, value = line.partition(b":")
        name, value = name.strip().lower(), value.strip()
        if name == b"transfer-encoding" and value.lower().endswith(b"chunked"):
            return Body(chunked=True)
        if name == b"content-length" and value.isdigit() and len(value) < 19:
            length = int(value)
    return None if length is None else Body(length)


NO_BODY: Final = Body()
"""The body of what has none: taking from it changes nothing."""
