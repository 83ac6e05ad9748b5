"""The grammar of Sec-WebSocket-Extensions: a list of names with parameters (RFC 6455 section 9.1).

    Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits; server_max_window_bits="10", x-other
                              '-- extension ---'  '---- parameter -----'  '----- parameter with a value ----'

    extension-list  = 1#extension
    extension       = extension-token *( ";" extension-param )
    extension-param = token [ "=" (token | quoted-string) ]     ; unquoted, the string is a token, too

That ABNF is read as RFC 2616 reads it: white space may stand around every part, and a list may have empty
elements, but not only those. A list may be spread over several header lines, and means the same as if they
were one with commas between (section 11.3.2); an extension does not go on in the next line. The order is that
of preference. Names and values have a case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from protocol.fields import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

TOKEN: Final = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
"""RFC 9110 section 5.6.2."""

# RFC 9110 section 5.6.4
#   quoted-string = DQUOTE *( qdtext / quoted-pair ) DQUOTE
#   quoted-pair   = "\" ( HTAB / SP / VCHAR / obs-text )
_QUOTED: Final = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_PAIR: Final = re.compile(r"\\(.)", re.DOTALL)
_SPACE: Final = re.compile(r"[ \t]*")
_COMMAS: Final = re.compile(r"[ \t,]*")


class ExtensionError(ValueError):
    """A value that is no list of extensions: `line` is the index of the header line among those that were
    read, `span` the characters of its value, `text` one sentence: why."""

    def __init__(self, line: int, span: Span, text: str) -> None:
        super().__init__(text)
        self.line = line
        self.span = span
        self.text = text


@dataclass(frozen=True, slots=True)
class Extension:
    """One element of the list. A parameter is a name and its value, None for a parameter without one.

    `line` and `span` say where it was read; two extensions that say the same are equal wherever they stood."""

    name: str
    parameters: tuple[tuple[str, str | None], ...] = ()
    line: int = field(default=0, compare=False)
    span: Span = field(default=Span(0, 0), compare=False)

    def __str__(self) -> str:
        """As it stands in a header."""
        parts = (name if value is None else name + "=" + value for name, value in self.parameters)
        return "; ".join([self.name, *parts])


def read_extensions(values: list[str]) -> tuple[Extension, ...]:
    """The extensions of these header lines, in order. ExtensionError if they are no list."""
    found = [extension for line, value in enumerate(values) for extension in _Scanner(line, value).extensions()]
    if not found:
        line = max(len(values) - 1, 0)
        end = len(values[line]) if values else 0
        raise ExtensionError(line, Span(0, end), "The list names no extension.")
    return tuple(found)


def write_extensions(extensions: Iterable[Extension]) -> str:
    """The value of the one header line that lists them."""
    return ", ".join(str(extension) for extension in extensions)


class _Scanner:
    """One header line, read from left to right; no character is looked at twice."""

    def __init__(self, line: int, value: str) -> None:
        self._line = line
        self._value = value
        self._at = 0

    def extensions(self) -> list[Extension]:
        found = []
        self._skip(_COMMAS)
        while self._at < len(self._value):
            found.append(self._extension())
            if self._at < len(self._value) and not self._takes(","):
                raise self._error(1, "Between two extensions stands a comma, before a parameter a semicolon.")
            self._skip(_COMMAS)
        return found

    def _extension(self) -> Extension:
        start = self._at
        name = self._token("An extension starts with a name.")
        stop, parameters = self._at, []
        self._skip(_SPACE)
        while self._takes(";"):
            parameters.append(self._parameter())
            stop = self._at
            self._skip(_SPACE)
        return Extension(name, tuple(parameters), self._line, Span(start, stop))

    def _parameter(self) -> tuple[str, str | None]:
        self._skip(_SPACE)
        name = self._token("After a semicolon comes the name of a parameter.")
        stop = self._at
        self._skip(_SPACE)
        if not self._takes("="):
            self._at = stop
            return name, None
        self._skip(_SPACE)
        if self._value.startswith('"', self._at):
            return name, self._string()
        return name, self._token("After an equals sign comes a value.")

    def _string(self) -> str:
        quoted = _QUOTED.match(self._value, self._at)
        if quoted is None:
            raise self._error(len(self._value) - self._at, "A quoted value has no closing quote.")
        text = _PAIR.sub(r"\1", quoted[1])
        if TOKEN.fullmatch(text) is None:
            raise self._error(len(quoted[0]), "A quoted value holds a character that no token has, or nothing.")
        self._at = quoted.end()
        return text

    def _token(self, wanted: str) -> str:
        found = TOKEN.match(self._value, self._at)
        if found is None:
            raise self._error(1, wanted)
        self._at = found.end()
        return found[0]

    def _takes(self, character: str) -> bool:
        """Whether this character stands here; if so, it is read."""
        if not self._value.startswith(character, self._at):
            return False
        self._at += 1
        return True

    def _skip(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self._value, self._at)
        assert found is not None  # both patterns match nothing, too
        self._at = found.end()

    def _error(self, size: int, text: str) -> ExtensionError:
        stop = min(self._at + size, len(self._value))
        return ExtensionError(self._line, Span(self._at, stop), text)
