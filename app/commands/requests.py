"""What the flags of `connect` ask a server for: headers of one's own, subprotocols, compression."""

from __future__ import annotations

import re
from typing import Final

from app.commands.output import InputError, visible
from protocol.extensions import DeflateOffer
from protocol.handshake import Offer
from protocol.offers import OPTIONAL, REQUIRED

NAME: Final = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
"""A token (RFC 9110 section 5.6.2)."""

VALUE: Final = re.compile(r"[\t\x20-\x7e\x80-\xff]*")
"""What a header value may hold (section 5.5)."""


def offer_of_flags(headers: list[str], subprotocols: list[str], *, deflate: bool) -> Offer:
    """The offer without its host, target and key. A header that we would send, too, is sent once, as given.

    InputError for a header or a name that no request can hold.
    """
    extra = tuple(map(_header, headers))
    own = {name.lower() for name in (*REQUIRED, *OPTIONAL, "Sec-WebSocket-Extensions")}
    replaced = tuple(name for name, _ in extra if name.lower() in own)
    names = [name for names in subprotocols for name in names.split(",")]
    for name in names:
        if not NAME.fullmatch(name):
            raise InputError(f"“{visible(name)}” is no subprotocol: letters, digits and !#$%&'*+-.^_`|~ make a name.")
    if len(set(names)) < len(names):
        raise InputError("A subprotocol is offered once (section 4.1, item 10).")
    compression = DeflateOffer() if deflate else None
    return Offer("", "", "", subprotocols=tuple(names), extra=extra, omit=replaced, deflate=compression)


def _header(line: str) -> tuple[str, str]:
    name, colon, value = line.partition(":")
    if not colon or not NAME.fullmatch(name):
        raise InputError(f"“{visible(line)}” is no header: write it as “Name: value”.")
    value = value.strip(" \t")
    if not VALUE.fullmatch(value):
        raise InputError(f"The value of the header “{name}” holds a character that no header can hold.")
    return name, value
