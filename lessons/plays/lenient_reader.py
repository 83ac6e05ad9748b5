"""How an old proxy reads HTTP in a stream of bytes: line by line, and what it does not understand it passes over.

    anything            until a line that is a request line, or a status line in the other direction: skipped
    name: value         header lines up to the empty one
    body                as many bytes as Content-Length says

Lenient readers were made so because real clients and servers sent stray line ends and worse. They do not look at what
the bytes are meant for: after an Upgrade they read on as before (RFC 6455 section 10.3).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from protocol.vocabulary import Role

REQUEST: Final = re.compile(rb"(GET|HEAD|POST) (\S+) HTTP/1\.[01]")
STATUS: Final = re.compile(rb"HTTP/1\.[01] ([0-9]{3})(?: .*)?")

JUNK, START, HEADER, END, BODY = "junk", "start", "header", "end", "body"
"""What a line is to the reader."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, without its end, and what the reader takes it for; it begins at byte `start` of the stream."""

    data: bytes
    kind: str
    start: int


@dataclass(frozen=True, slots=True)
class Found:
    """A message that the reader believes to have read: its start line, its headers by lower-case name, its body,
    and the bytes of all of it."""

    start_line: bytes
    headers: dict[bytes, bytes]
    body: bytes
    raw: bytes

    @property
    def target(self) -> str:
        """What a request asks for."""
        match = REQUEST.fullmatch(self.start_line)
        return match[2].decode("latin-1") if match else ""

    @property
    def host(self) -> str:
        """The host that a request names."""
        return self.headers.get(b"host", b"").decode("latin-1")

    @property
    def status(self) -> int:
        """The status of a response, or 0."""
        match = STATUS.fullmatch(self.start_line)
        return int(match[1]) if match else 0

    @property
    def may_be_kept(self) -> bool:
        """Whether a cache stores it: 200, and its server says for how long."""
        return self.status == 200 and b"max-age" in self.headers.get(b"cache-control", b"")


@dataclass
class LenientReader:
    """Reads what `who` sent; `lines` and `found` grow as bytes come in."""

    who: Role
    lines: list[Line] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    _buffer: bytes = b""
    _at: int = 0
    _head: list[bytes] = field(default_factory=list)
    _raw: bytes = b""
    _missing: int = 0

    def feed(self, data: bytes) -> list[Found]:
        """The messages that these bytes complete."""
        before = len(self.found)
        self._buffer += data
        while self._body() if self._missing else self._line():
            pass
        return self.found[before:]

    @property
    def rest(self) -> Line | None:
        """The line that has no end yet."""
        return Line(self._buffer, JUNK, self._at) if self._buffer else None

    def _line(self) -> bool:
        data, end, _ = self._buffer.partition(b"\n")
        if not end:
            return False
        text = data.removesuffix(b"\r")
        self._take(text, self._kind(text), len(data) + 1)
        return True

    def _kind(self, text: bytes) -> str:
        if not self._head:
            start = REQUEST if self.who is Role.CLIENT else STATUS
            return START if start.fullmatch(text) else JUNK
        return HEADER if text else END

    def _take(self, text: bytes, kind: str, size: int) -> None:
        self.lines.append(Line(text, kind, self._at))
        raw, self._buffer = self._buffer[:size], self._buffer[size:]
        self._at += size
        if kind == JUNK:
            return
        self._raw += raw
        if kind == END:
            self._missing = self._length()
            if not self._missing:
                self._finish(b"")
        else:
            self._head.append(text)

    def _length(self) -> int:
        if self.who is Role.SERVER and (match := STATUS.fullmatch(self._head[0])) and match[1].startswith(b"1"):
            return 0
        value = self._headers().get(b"content-length", b"0")
        return int(value) if value.isdigit() else 0

    def _body(self) -> bool:
        if len(self._buffer) < self._missing:
            return False
        size, self._missing = self._missing, 0
        body = self._buffer[:size]
        self.lines.append(Line(body, BODY, self._at))
        self._buffer, self._raw, self._at = self._buffer[size:], self._raw + body, self._at + size
        self._finish(body)
        return True

    def _headers(self) -> dict[bytes, bytes]:
        pairs = (line.partition(b":") for line in self._head[1:])
        return {name.strip().lower(): value.strip() for name, _, value in pairs}

    def _finish(self, body: bytes) -> None:
        self.found.append(Found(self._head[0], self._headers(), body, self._raw))
        self._head, self._raw = [], b""
