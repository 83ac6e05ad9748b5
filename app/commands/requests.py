"""What the flags of `connect` ask a server for: headers of one's own, subprotocols, compression."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commands.output import InputError, visible
from app.network.requests import RequestError, offer_of, read_header

if TYPE_CHECKING:
    from protocol.handshake import Offer


def offer_of_flags(headers: list[str], subprotocols: list[str], *, deflate: bool) -> Offer:
    """The offer without its host, target and key. A header that we would send, too, is sent once, as given.

    InputError for a header or a name that no request can hold.
    """
    names = [name for names in subprotocols for name in names.split(",")]
    try:
        return offer_of(map(read_header, headers), names, deflate=deflate)
    except RequestError as error:
        raise InputError(visible(str(error))) from None
