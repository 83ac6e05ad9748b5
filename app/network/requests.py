"""What a client asks a server for besides the address: headers of one's own, subprotocols, a token, compression."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from app.reasons import QT_TRANSLATE_NOOP, SaidError
from protocol.extensions import DeflateOffer
from protocol.handshake import Offer
from protocol.offers import OPTIONAL, REQUIRED

if TYPE_CHECKING:
    from collections.abc import Iterable

TOKEN: Final = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
"""RFC 9110 section 5.6.2."""

VALUE: Final = re.compile(r"[\t\x20-\x7e\x80-\xff]*")
"""What a header value may hold (section 5.5)."""

BEARER: Final = re.compile(r"[A-Za-z0-9\-._~+/]+=*")
"""A token as RFC 6750 section 2.1 writes it."""


class RequestError(SaidError):
    """No request can hold this; the text is one whole sentence."""

    context = "requests"


NO_SUBPROTOCOL: Final = QT_TRANSLATE_NOOP(
    "requests", "“{name}” is no subprotocol: letters, digits and !#$%&'*+-.^_`|~ make a name."
)
TWICE: Final = QT_TRANSLATE_NOOP("requests", "A subprotocol is offered once (section 4.1, item 10).")
NO_HEADER: Final = QT_TRANSLATE_NOOP("requests", "“{line}” is no header: write it as “Name: value”.")
NO_VALUE: Final = QT_TRANSLATE_NOOP(
    "requests", "The value of the header “{name}” holds a character that no header can hold."
)
NO_TOKEN: Final = QT_TRANSLATE_NOOP("requests", "A token has letters, digits and -._~+/ only, and “=” at its end.")


def read_header(line: str) -> tuple[str, str]:
    """Name and value of a line; RequestError if it is no header."""
    name, colon, value = line.partition(":")
    if not colon or not TOKEN.fullmatch(name):
        raise RequestError(NO_HEADER, line=line)
    return name, value


def offer_of(
    headers: Iterable[tuple[str, str]], subprotocols: Iterable[str], *, deflate: bool, bearer: str = ""
) -> Offer:
    """The offer without its host, target and key. A header that we would send, too, is sent once, as given.

    RequestError for a header, a name or a token that no request can hold.
    """
    if bearer and not BEARER.fullmatch(bearer):
        raise RequestError(NO_TOKEN)
    given = [*headers, *([("Authorization", f"Bearer {bearer}")] if bearer else [])]
    extra = tuple(_checked(name, value) for name, value in given)
    own = {name.lower() for name in (*REQUIRED, *OPTIONAL, "Sec-WebSocket-Extensions")}
    replaced = tuple(name for name, _ in extra if name.lower() in own)
    names = check_subprotocols(subprotocols)
    compression = DeflateOffer() if deflate else None
    return Offer("", "", "", subprotocols=names, extra=extra, omit=replaced, deflate=compression)


def check_subprotocols(names: Iterable[str]) -> tuple[str, ...]:
    """The names, each a token and each once; RequestError otherwise."""
    names = tuple(names)
    for name in names:
        if not TOKEN.fullmatch(name):
            raise RequestError(NO_SUBPROTOCOL, name=name)
    if len(set(names)) < len(names):
        raise RequestError(TWICE)
    return names


def _checked(name: str, value: str) -> tuple[str, str]:
    if not TOKEN.fullmatch(name):
        raise RequestError(NO_HEADER, line=f"{name}: {value}")
    value = value.strip(" \t")
    if not VALUE.fullmatch(value):
        raise RequestError(NO_VALUE, name=name)
    return name, value
