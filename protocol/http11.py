"""The two HTTP/1.1 heads of the opening handshake, read with the place of every part (RFC 9112).

    GET /chat HTTP/1.1 CRLF                    HTTP/1.1 101 Switching Protocols CRLF
    Host: server.example.com CRLF              Upgrade: websocket CRLF
    Upgrade: websocket CRLF                    Connection: Upgrade CRLF
    CRLF                                       CRLF

A head is a start line, header lines and an empty line. Header names are compared without regard to case and
may come in any order (RFC 6455 section 4.1); a value is bytes, without the white space around it, shown as
latin-1. Bytes that are no head raise `HeadError` with the place and one sentence: nobody may guess at a head,
because two programs that guess differently can be played off against each other.

The sides are to forgive different things. A server skips an empty line before the request (RFC 9112 section
2.2), but refuses a value that is folded over several lines, which a client takes for one with spaces instead
(section 5.2). And a client skips interim answers, such as 103 Early Hints, before the one that counts (RFC
9110 section 15.2). All of them together keep to the limit of one head.
"""

from __future__ import annotations

import re
from typing import Final

from protocol.fields import Span
from protocol.heads import HeaderLine, Request, Response, list_elements
from protocol.rules import REQUEST_SYNTAX, RESPONSE_SYNTAX, Rule

__all__ = [
    "HEADER_LIMIT", "HEAD_LIMIT", "HeadError", "HeaderLine", "Request", "Response", "head_end", "list_elements",
    "read_request", "read_response",
]  # fmt: skip

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

# RFC 9112 section 5.2
#   obs-fold = OWS CRLF RWS
# What stands before it is looked at, so that a run of spaces is tried once and not at every space.
FOLD: Final = re.compile(rb"(?<![ \t])[ \t]*\r\n[ \t]+")

# Where a head ends: CRLF CRLF, or the first byte that no head contains. Those are the control characters but
# HTAB (RFC 9110 section 5.5), and CR and LF when they stand alone (RFC 9112 section 2.2).
_END: Final = re.compile(rb"\r\n\r\n|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|(?<!\r)\n|\r(?=[^\n])", re.DOTALL)
_EMPTY: Final = b"\r\n\r\n"
_FIRST: Final = re.compile(TCHAR)

# RFC 9110 section 15.2: 1xx comes before the answer that counts; 101 is the answer here.
_INTERIM: Final = re.compile(VERSION + rb" 1(?!01)[0-9]{2}[ \r]")


class HeadError(ValueError):
    """Bytes that are not the head that `rule` asks for: `span` is where, `text` one sentence: why. That is `source`
    with `values` filled in, for whoever says it in another language."""

    def __init__(self, rule: Rule, span: Span, source: str, /, **values: object) -> None:
        text = source.format(**values)
        super().__init__(text)
        self.rule = rule
        self.span = span
        self.source = source
        self.values = values
        self.text = text


def head_end(buffer: bytes | bytearray, seen: int = 0) -> int | None:
    """How many bytes of `buffer` are the head, or None while more are needed.

    Bytes that can become no head end where that is certain, however they were cut into segments: at the first
    byte that stands in no head, or at the limit. Reading such a head raises the `HeadError` that says so.
    `seen` bytes were looked at before and did not end it: a head that comes byte by byte is searched once."""
    size = min(len(buffer), HEAD_LIMIT)
    begin = seen if buffer[max(0, seen - 4) : seen] == _EMPTY else _skipped(buffer)
    while True:
        # The end may have begun in the bytes that were seen: it is four bytes long.
        at = max(begin, seen - 3)
        if at == begin < size and not _FIRST.match(buffer, begin):
            return begin + 1 if buffer[begin:] != b"\r" or begin else None
        found = _END.search(buffer, at, HEAD_LIMIT)
        if found is None:
            return HEAD_LIMIT if len(buffer) > HEAD_LIMIT else None
        if found[0] != _EMPTY or not _is_interim(buffer, found.start()):
            return found.end()
        begin = found.end()


def read_request(raw: bytes) -> Request:
    """The request head at the start of `raw`."""
    lines = _lines(raw, _skipped(raw), REQUEST_SYNTAX)
    match = REQUEST_LINE.fullmatch(lines[0].cut(raw))
    if match is None:
        source = "The first line is not a request line: a method, a target and HTTP/ with a version."
        raise HeadError(REQUEST_SYNTAX, lines[0], source)
    for line in lines[1:]:
        if _is_folded(raw, line):
            raise HeadError(REQUEST_SYNTAX, line, "A header value is folded over two lines.")
    headers = _headers(raw, lines[1:], REQUEST_SYNTAX)
    version = (int(match[3]), int(match[4]))
    start = Span(0, lines[0].stop + 2)
    return Request(_whole(raw, lines), start, match[1].decode(), match[2].decode(), version, headers)


def read_response(raw: bytes) -> Response:
    """The response head at the start of `raw`, after the interim ones."""
    begin = 0
    interim: list[int] = []
    while True:
        lines = _lines(raw, begin, RESPONSE_SYNTAX)
        match = STATUS_LINE.fullmatch(lines[0].cut(raw))
        if match is None:
            source = "The first line is not a status line: HTTP/ with a version, three digits and a reason."
            raise HeadError(RESPONSE_SYNTAX, lines[0], source)
        headers = _headers(raw, _joined(raw, lines[1:]), RESPONSE_SYNTAX)
        if not _INTERIM.match(raw, begin):
            break
        interim.append(int(match[3]))
        begin = lines[-1].stop + 4
    version = (int(match[1]), int(match[2]))
    reason = (match[4] or b"").decode("latin-1")
    start = Span(begin, lines[0].stop + 2)
    return Response(_whole(raw, lines), start, version, int(match[3]), reason, headers, tuple(interim))


def _skipped(raw: bytes | bytearray) -> int:
    """How many bytes stand before a request line: an empty line is skipped."""
    return 2 if raw.startswith(b"\r\n") else 0


def _is_interim(buffer: bytes | bytearray, end: int) -> bool:
    """Whether the head whose empty line starts at `end` is followed by another one. All before it were."""
    before = buffer.rfind(_EMPTY, 0, end)
    return _INTERIM.match(buffer, before + 4 if before >= 0 else 0) is not None


def _lines(raw: bytes, begin: int, rule: Rule) -> list[Span]:
    """The lines of the head that starts at `begin`, without their CRLF, the empty one left out; never empty."""
    if begin < HEAD_LIMIT and not _FIRST.match(raw, begin):
        if not raw[begin:]:
            span = Span(begin, len(raw))
            raise HeadError(rule, span, "There are no bytes, but an HTTP head starts with a word.")
        source = "The first byte is 0x{byte:02x}, but an HTTP head starts with a word."
        raise HeadError(rule, Span(begin, begin + 1), source, byte=raw[begin])
    end = _END.search(raw, begin, HEAD_LIMIT)
    if end is None and len(raw) >= HEAD_LIMIT:
        raise HeadError(rule, Span(0, len(raw)), "The head does not end: it is longer than 16 KiB.")
    if end is None:
        raise HeadError(rule, Span(0, len(raw)), "The head does not end: the empty line at its end is missing.")
    if end[0] != _EMPTY:
        source = "The byte 0x{byte:02x} at offset {offset} stands in no HTTP head."
        raise HeadError(rule, Span(end.start(), end.end()), source, byte=end[0][0], offset=end.start())
    spans, start = [], begin
    for line in raw[begin : end.start()].split(b"\r\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 2
    return spans


def _is_folded(raw: bytes, line: Span) -> bool:
    return raw.startswith((b" ", b"\t"), line.start)


def _joined(raw: bytes, lines: list[Span]) -> list[Span]:
    """Header lines, each with the lines in which its value goes on."""
    spans: list[Span] = []
    for line in lines:
        if spans and _is_folded(raw, line):
            spans[-1] = Span(spans[-1].start, line.stop)
        else:
            spans.append(line)
    return spans


def _headers(raw: bytes, lines: list[Span], rule: Rule) -> tuple[HeaderLine, ...]:
    if len(lines) > HEADER_LIMIT:
        extra = Span(lines[HEADER_LIMIT].start, lines[-1].stop)
        source = "There are {count} header lines; {most} are the limit."
        raise HeadError(rule, extra, source, count=len(lines), most=HEADER_LIMIT)
    return tuple(_header(raw, line, rule) for line in lines)


def _header(raw: bytes, line: Span, rule: Rule) -> HeaderLine:
    """One header line, or the error that it is."""
    data = FOLD.sub(lambda fold: b" " * len(fold[0]), line.cut(raw))
    match = HEADER_LINE.fullmatch(data)
    if match is None:
        # RFC 9112 section 5.1: no white space stands between the name and the colon.
        raise HeadError(rule, line, "A header line is not a name, a colon and a value.")
    name = Span(line.start, line.start + match.end(1))
    value = Span(line.start + match.start(2), line.start + match.end(2))
    return HeaderLine(match[1].decode(), match[2], Span(line.start, line.stop + 2), name, value)


def _whole(raw: bytes, lines: list[Span]) -> bytes:
    """The head alone: up to its last line, CRLF, and the empty line."""
    return bytes(raw[: lines[-1].stop + 4])
