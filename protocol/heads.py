"""What the two HTTP heads of the opening handshake are, once they have been read: values with their places.

A header stands on one line or on several, which then are one list (RFC 9110 section 5.3). Names are found
without regard to case. A target is a path, or an HTTP URI that contains it (RFC 6455 section 4.2.1).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from protocol.fields import Span

# RFC 9110 section 7.2
#   Host = uri-host [ ":" port ]                                    ; uri-host is that of RFC 3986 section 3.2.2
HOST: Final = re.compile(r"(?:\[[\w:.\-~!$&'()*+,;=]+\]|[\w\-.~%!$&'()*+,;=]+)(?::[0-9]*)?", re.ASCII)

# RFC 9112 sections 3.2.1 and 3.2.2; of the URIs, RFC 6455 section 4.2.1 takes those of HTTP and HTTPS
#   request-target = absolute-path [ "?" query ] / absolute-URI
ABSOLUTE: Final = re.compile(r"https?://([^/?]*)(.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """One header line. `span` covers the line with its CRLF, `value_span` the value without the space around
    it. Where the value was folded, it has as many spaces as the fold had bytes."""

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
    """A client's opening handshake; `http` is the version, such as (1, 1).

    `start` covers the empty line before the request line, too, if there was one."""

    raw: bytes
    start: Span
    method: str
    target: str
    http: tuple[int, int]
    headers: tuple[HeaderLine, ...]

    @property
    def resource(self) -> str | None:
        """The resource name, path and query (RFC 6455 section 3), None if the target names none: it is
        neither a path nor an HTTP URI, or it has a fragment."""
        if "#" in self.target:
            return None
        uri = ABSOLUTE.fullmatch(self.target)
        if uri is None:
            return self.target if self.target.startswith("/") else None
        if HOST.fullmatch(uri[1]) is None:
            return None
        return uri[2] if uri[2].startswith("/") else "/" + uri[2]

    @property
    def authority(self) -> str | None:
        """The host that an absolute target names: it counts, not Host (RFC 9112 section 3.2.2)."""
        uri = ABSOLUTE.fullmatch(self.target)
        return uri[1] if uri is not None else None


@dataclass(frozen=True, slots=True)
class Response(_Head):
    """A server's answer to it. `interim` are the statuses of the answers before, which `raw` holds, too."""

    raw: bytes
    start: Span
    http: tuple[int, int]
    status: int
    reason: str
    headers: tuple[HeaderLine, ...]
    interim: tuple[int, ...] = ()


def list_elements(values: list[str]) -> list[str]:
    """The elements of a comma-separated list that may be spread over several lines; empty ones do not
    count."""
    parts = (part.strip(" \t") for part in ",".join(values).split(","))
    return [part for part in parts if part]
