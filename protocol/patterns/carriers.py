"""Where a token can travel: five ways into a WebSocket connection, each with its price.

A page in a browser may give `new WebSocket(url, protocols)` a URL and subprotocols and nothing else; cookies go along
by themselves. So three of the five ways are open to it before the connection is, and one after:

    way             browser  by itself  lands in logs  before the 101
    ---             -------  ---------  -------------  --------------
    query           yes      no         yes            yes
    subprotocol     yes      no         seldom         yes
    cookie          yes      yes        no             yes
    authorization   no       no         no             yes
    first message   yes      no         no             no

*By itself* is comfortable and dangerous: a page of any origin can open a connection, and the cookie goes with it (RFC
6455 section 10.2). A server that trusts cookies must check `Origin`. *Before the 101* the server can still refuse with
a status; after it, it holds an open connection of someone unknown, and needs a time limit for the first message.

A subprotocol is a word that the server picks one of. The token travels as a second word, `bearer.` in front, beside the
real one, and the server answers with the real one: never with the token, which would put it into the response, and not
with none, which makes a browser fail the connection.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from protocol.fields import Span
from protocol.patterns.json_text import JsonError, read_object, write_object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from protocol.http11 import HeaderLine, Request


@dataclass(frozen=True, slots=True)
class Carrier:
    """One way: whether a page in a browser can use it, whether it goes along `by_itself`, whether it is often `logged`,
    whether the server has it `before` the 101; where it is written down, and what to mind."""

    id: str
    browser: bool
    by_itself: bool
    logged: bool
    before: bool
    source: str
    mind: str


def _carrier(name: str, marks: str, source: str, mind: str) -> Carrier:
    """`marks` as in the table above: y or n for browser, by itself, logged, before."""
    browser, by_itself, logged, before = (mark == "y" for mark in marks)
    return Carrier(name, browser, by_itself, logged, before, source, mind)


QUERY: Final = _carrier(
    "query", "ynyy", "RFC 6750 2.3", "URLs are kept in histories and logs: use a ticket that is good once, for seconds."
)
SUBPROTOCOL: Final = _carrier(
    "subprotocol", "ynny", "RFC 6455 11.3.4", "Answer with the real subprotocol, never with the token."
)
COOKIE: Final = _carrier("cookie", "yyny", "RFC 6455 10.5", "Check Origin: any page can make a browser send it.")
AUTHORIZATION: Final = _carrier("authorization", "nnny", "RFC 6750 2.1", "Programs can send it, pages cannot.")
FIRST_MESSAGE: Final = _carrier(
    "first message", "ynnn", "RFC 6455 10.5", "Do nothing for the client before it, and limit the wait."
)

CARRIERS: Final = (QUERY, SUBPROTOCOL, COOKIE, AUTHORIZATION, FIRST_MESSAGE)
"""The five ways."""

BEARER: Final = "bearer."
"""What stands before a token among the subprotocols. A JSON Web Token is a word as HTTP wants it: base64url and full
stops are token characters (RFC 9110 section 5.6.2), the `=` of ordinary base64 would not be."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A token that a request brings. `span` is its place in the bytes of the head; `token` is without %-escapes."""

    carrier: Carrier
    token: str
    span: Span


# RFC 6750 section 2.1
#   b64token    = 1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"="
#   credentials = "Bearer" 1*SP b64token
# RFC 9110 section 11.1: the name of a scheme is compared without regard to case.
_CREDENTIALS: Final = re.compile(rb"(?i:bearer) +([A-Za-z0-9\-._~+/]+=*)")
# RFC 6265 section 4.2.1
#   cookie-string = cookie-pair *( ";" SP cookie-pair )
_COOKIE: Final = re.compile(rb"(?:^|;)[ \t]*([^=;\s]+)=\"?([^;\s\"]*)")
_WORD: Final = re.compile(rb"(?:^|,)[ \t]*bearer\.([^,\s]+)")


def carried_tokens(request: Request, *, query: str = "access_token", cookie: str = "session") -> tuple[Carried, ...]:
    """All tokens of a request, in the order of CARRIERS; `query` and `cookie` are the names to look for.

    A client MUST NOT send it in more than one way (RFC 6750 section 2); with several tokens, it is the server's choice
    which to believe."""
    found = [*_in_query(request, query)]
    for line in request.headers:
        found += _in_header(line, cookie.encode())
    return tuple(sorted(found, key=lambda each: CARRIERS.index(each.carrier)))


def _in_query(request: Request, name: str) -> Iterator[Carried]:
    """`name=value` among the parts of the query (between `?` and `#`, separated by `&`)."""
    path, _, rest = request.target.partition("?")
    start = len(request.method) + 1 + len(path) + 1
    for part in rest.partition("#")[0].split("&"):
        key, equals, value = part.partition("=")
        if unquote(key) == name and value:
            first = start + len(key) + len(equals)
            yield Carried(QUERY, unquote(value), Span(first, first + len(value)))
        start += len(part) + 1


def _in_header(line: HeaderLine, cookie: bytes) -> Iterator[Carried]:
    match line.name.lower():
        case "sec-websocket-protocol":
            for match in _WORD.finditer(line.value):
                yield _found(SUBPROTOCOL, line, match, 1)
        case "cookie":
            for match in _COOKIE.finditer(line.value):
                if match[1] == cookie and match[2]:
                    yield _found(COOKIE, line, match, 2)
        case "authorization":
            credentials = _CREDENTIALS.fullmatch(line.value)
            if credentials is not None:
                yield _found(AUTHORIZATION, line, credentials, 1)


def _found(carrier: Carrier, line: HeaderLine, match: re.Match[bytes], group: int) -> Carried:
    start = line.value_span.start
    return Carried(carrier, match[group].decode("latin-1"), Span(start + match.start(group), start + match.end(group)))


def first_message(token: str) -> str:
    """The text message that says who we are: `{"type":"auth","token":"..."}`."""
    return write_object({"type": "auth", "token": token})


def token_of_message(text: str) -> str | None:
    """The token of such a message, or None if it is another."""
    try:
        message = read_object(text)
    except JsonError:
        return None
    token = message.get("token")
    return token if message.get("type") == "auth" and isinstance(token, str) and token else None
