"""The two HTTP/1.1 heads of the opening handshake, read with the place of every part (RFC 9112).

    GET /chat HTTP/1.1 CRLF                    HTTP/1.1 101 Switching Protocols CRLF
    Host: server.example.com CRLF              Upgrade: websocket CRLF
    Upgrade: websocket CRLF                    Connection: Upgrade CRLF
    CRLF                                       CRLF

A head is a start line, header lines and an empty line. Header names are compared without regard to case and
may come in any order (RFC 6455 section 4.1); a value is bytes, without the white space around it, shown as
latin-1. Bytes that are no head raise `HeadError` with the place and one sentence: nobody may guess at a head,
because two programs that guess differently can be played off against each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from protocol.fields import Span
from protocol.rules import REQUEST_SYNTAX, RESPONSE_SYNTAX, Rule

HEAD_LIMIT: Final = 16 * 1024
"""No head is longer, in bytes (RFC 6455 section 10.4 leaves the number to us)."""

HEADER_LIMIT: Final = 100
"""No head has more header lines."""

# RFC 9110 section 5.6.2
#   token = 1*tchar
#   tchar = "!" / "#" / "$" / "%" / "&" / "'" / "*" / "+" / "-" / "." / "^" / "_" / "`" / "|" / "~" / DIGIT /
# ALPHA
TCHAR: Final = rb"[!#$%&'*+\-.^_`|~0-9A-Za-z]"
TOKEN: Final = TCHAR + rb"+"

# RFC 9112 section 2.3
#   HTTP-version = "HTTP" "/" DIGIT "." DIGIT
VERSION: Final = rb"HTTP/([0-9])\.([0-9])"

# RFC 9112 section 3
#   request-line   = method SP request-target SP HTTP-version
#   method         = token
REQUEST_LINE: Final = re.compile(rb"(" + TOKEN + rb") ([\x21-\x7e]+) " + VERSION)

# RFC 9112 section 4
#   status-line   = HTTP-version SP status-code SP [ reason-phrase ]
#   status-code   = 3DIGIT
#   reason-phrase = 1*( HTAB / SP / VCHAR / obs-text )
# Servers that have no reason to give often leave its space out as well; clients take that.
STATUS_LINE: Final = re.compile(VERSION + rb" ([0-9]{3})(?: ([\t\x20-\x7e\x80-\xff]*))?")

# RFC 9112 section 5
#   field-line = field-name ":" OWS field-value OWS
#   field-name = token
#   OWS        = *( SP / HTAB )
HEADER_LINE: Final = re.compile(rb"(" + TOKEN + rb"):[ \t]*((?:[^ \t](?:.*[^ \t])?)?)[ \t]*", re.DOTALL)

# Where a head ends: CRLF CRLF, or the first byte that no head contains. Those are the control characters but
# HTAB (RFC 9110 section 5.5), and CR and LF when they stand alone (RFC 9112 section 2.2).
_END: Final = re.compile(rb"\r\n\r\n|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|(?<!\r)\n|\r(?=[^\n])", re.DOTALL)
_FIRST: Final = re.compile(TCHAR)


class HeadError(ValueError):
    """Bytes that are not the head that `rule` asks for: `span` is where, `text` one sentence: why."""

    def __init__(self, rule: Rule, span: Span, text: str) -> None:
        super().__init__(text)
        self.rule = rule
        self.span = span
        self.text = text


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """One header line. `span` covers the line with its CRLF, `value_span` the value without the space around
    it."""

    name: str
    value: bytes
    span: Span
    name_span: Span
    value_span: Span

    @property
    def text(self) -> str:
        """The value as latin-1, which gives every byte a character."""
        return self.value.decode("latin-1")


class _Head:
    """What a request and a response have in common: header lines under a start line."""

    __slots__ = ()
    raw: bytes
    start: Span
    headers: tuple[HeaderLine, ...]

    @property
    def size(self) -> int:
        """Length in bytes, the empty line included."""
        return len(self.raw)

    def lines_of(self, name: str) -> list[int]:
        """The indexes of the header lines with this name."""
        wanted = name.lower()
        return [index for index, line in enumerate(self.headers) if line.name.lower() == wanted]

    def get_all(self, name: str) -> list[str]:
        """The values of all lines with this name, in order."""
        return [self.headers[index].text for index in self.lines_of(name)]

    def get(self, name: str) -> str | None:
        """The value of the first line with this name, or None."""
        return next(iter(self.get_all(name)), None)

    def place(self, name: str) -> int | None:
        """The index of the first header line with this name, or None."""
        return next(iter(self.lines_of(name)), None)

    def tokens(self, name: str) -> list[str]:
        """The elements of all lines with this name read as one comma-separated list (RFC 9110 section
        5.6.1)."""
        return list_elements(self.get_all(name))

    def span(self, line: int | None) -> Span:
        """The bytes of a line: 0 is the start line, i the header i - 1, None the empty line at the end."""
        if line is None:
            return Span(self.size - 2, self.size)
        return self.start if line == 0 else self.headers[line - 1].span


@dataclass(frozen=True, slots=True)
class Request(_Head):
    """A client's opening handshake; `http` is the version, such as (1, 1)."""

    raw: bytes
    start: Span
    method: str
    target: str
    http: tuple[int, int]
    headers: tuple[HeaderLine, ...]


@dataclass(frozen=True, slots=True)
class Response(_Head):
    """A server's answer to it."""

    raw: bytes
    start: Span
    http: tuple[int, int]
    status: int
    reason: str
    headers: tuple[HeaderLine, ...]


def list_elements(values: list[str]) -> list[str]:
    """The elements of a comma-separated list that may be spread over several lines; empty ones do not
    count."""
    parts = (part.strip(" \t") for part in ",".join(values).split(","))
    return [part for part in parts if part]


def head_end(buffer: bytes | bytearray, seen: int = 0) -> int | None:
    """How many bytes of `buffer` are the head, or None while more are needed.

    Bytes that can become no head end where that is certain, however they were cut into segments: at the first
    byte that stands in no head, or at the limit. Reading such a head raises the `HeadError` that says so.
    `seen` bytes were looked at before and did not end it: a head that comes byte by byte is searched once."""
    if buffer and not _FIRST.match(buffer):
        return 1
    # The end may have begun in the bytes that were seen: it is four bytes long.
    found = _END.search(buffer, max(0, seen - 3), HEAD_LIMIT)
    if found is not None:
        return found.end()
    return HEAD_LIMIT if len(buffer) > HEAD_LIMIT else None


def read_request(raw: bytes) -> Request:
    """The request head at the start of `raw`."""
    lines = _lines(raw, REQUEST_SYNTAX)
    match = REQUEST_LINE.fullmatch(lines[0].cut(raw))
    if match is None:
        text = "The first line is not a request line: a method, a target and HTTP/ with a version."
        raise HeadError(REQUEST_SYNTAX, lines[0], text)
    headers = _headers(raw, lines[1:], REQUEST_SYNTAX)
    version = (int(match[3]), int(match[4]))
    start = Span(0, lines[0].stop + 2)
    return Request(_whole(raw, lines), start, match[1].decode(), match[2].decode(), version, headers)


def read_response(raw: bytes) -> Response:
    """The response head at the start of `raw`."""
    lines = _lines(raw, RESPONSE_SYNTAX)
    match = STATUS_LINE.fullmatch(lines[0].cut(raw))
    if match is None:
        text = "The first line is not a status line: HTTP/ with a version, three digits and a reason."
        raise HeadError(RESPONSE_SYNTAX, lines[0], text)
    headers = _headers(raw, lines[1:], RESPONSE_SYNTAX)
    version = (int(match[1]), int(match[2]))
    reason = (match[4] or b"").decode("latin-1")
    start = Span(0, lines[0].stop + 2)
    return Response(_whole(raw, lines), start, version, int(match[3]), reason, headers)


def _lines(raw: bytes, rule: Rule) -> list[Span]:
    """The lines of a head without their CRLF, the empty one left out; never empty."""
    if not _FIRST.match(raw):
        found = f"The first byte is 0x{raw[0]:02x}" if raw else "There are no bytes"
        raise HeadError(rule, Span(0, len(raw[:1])), f"{found}, but an HTTP head starts with a word.")
    end = _END.search(raw, 0, HEAD_LIMIT)
    if end is None:
        why = "it is longer than 16 KiB" if len(raw) >= HEAD_LIMIT else "the empty line at its end is missing"
        raise HeadError(rule, Span(0, len(raw)), f"The head does not end: {why}.")
    if end[0] != b"\r\n\r\n":
        text = f"The byte 0x{end[0][0]:02x} at offset {end.start()} stands in no HTTP head."
        raise HeadError(rule, Span(end.start(), end.end()), text)
    spans, start = [], 0
    for line in raw[: end.start()].split(b"\r\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 2
    return spans


def _headers(raw: bytes, lines: list[Span], rule: Rule) -> tuple[HeaderLine, ...]:
    if len(lines) > HEADER_LIMIT:
        extra = Span(lines[HEADER_LIMIT].start, lines[-1].stop)
        raise HeadError(rule, extra, f"There are {len(lines)} header lines; {HEADER_LIMIT} are the limit.")
    return tuple(_header(raw, line, rule) for line in lines)


def _header(raw: bytes, line: Span, rule: Rule) -> HeaderLine:
    """One header line, or the error that it is."""
    data = line.cut(raw)
    if data[:1] in {b" ", b"\t"}:
        # RFC 9112 section 5.2: a server rejects a value that is folded over several lines (or unfolds it; we
        # do not).
        raise HeadError(rule, line, "A header value is folded over two lines.")
    match = HEADER_LINE.fullmatch(data)
    if match is None:
        # RFC 9112 section 5.1: no white space stands between the name and the colon.
        raise HeadError(rule, line, "A header line is not a name, a colon and a value.")
    name = Span(line.start, line.start + match.end(1))
    value = Span(line.start + match.start(2), line.start + match.end(2))
    return HeaderLine(match[1].decode(), match[2], Span(line.start, line.stop + 2), name, value)


def _whole(raw: bytes, lines: list[Span]) -> bytes:
    """The head alone: its last line, CRLF, and the empty line."""
    return bytes(raw[: lines[-1].stop + 4])
