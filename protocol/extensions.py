"""Which compression both sides agree on: the negotiation of permessage-deflate (RFC 7692 sections 5 and 7.1).

    client                                                                    server
      | -- permessage-deflate; client_max_window_bits, permessage-deflate -----> |   offers, the best one first
      | <- permessage-deflate; server_no_context_takeover ---------------------- |   the answer to one of them

                                  in an offer                            in the answer
    server_no_context_takeover    the server is asked to forget           it will
    client_no_context_takeover    a hint: the client will forget          the client is told to
    server_max_window_bits        the server is asked for this at most    it will use this at most
    client_max_window_bits        the client can be told; a value: hint   the client is told to use this at most

To forget is to start every message with an empty window: no context is taken over. A window is 2^8 to 2^15
bytes. The server declines an offer that it cannot take and looks at the next one; if none is left, the
messages are not compressed. A client fails the connection over an answer that does not answer its offer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from protocol.extension_list import Extension, ExtensionError, read_extensions, write_extensions
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from protocol.heads import Response

__all__ = [
    "DEFLATE", "Deflate", "DeflateOffer", "DeflatePolicy", "Extension", "ExtensionError", "agree", "agreed",
    "answers", "offered", "read_extensions", "write_extensions",
]  # fmt: skip

DEFLATE: Final = "permessage-deflate"
BITS: Final = (8, 15)
"""The smallest and the largest window, as the base-2 logarithm of its bytes (section 7.1.2)."""

# Section 7.1.2: a decimal number without leading zeros.
_NUMBER: Final = re.compile(r"8|9|1[0-5]")

Kind = Literal["flag", "bits", "bits or nothing"]
Parameters = dict[str, int | None]
"""The parameters of one well-formed element: the window bits, None for a parameter without a value."""

_OFFERED: Final[dict[str, Kind]] = {
    "server_no_context_takeover": "flag",
    "client_no_context_takeover": "flag",
    "server_max_window_bits": "bits",
    "client_max_window_bits": "bits or nothing",
}
"""What the value of a parameter is in an offer (sections 7.1.1 and 7.1.2)."""

_ANSWERED: Final[dict[str, Kind]] = {**_OFFERED, "client_max_window_bits": "bits"}
"""What it is in an answer: whoever is told a size is told which."""


@dataclass(frozen=True, slots=True)
class Deflate:
    """What both sides agreed on."""

    server_no_context_takeover: bool = False
    client_no_context_takeover: bool = False
    server_max_window_bits: int = 15
    client_max_window_bits: int = 15

    def __post_init__(self) -> None:
        _need_bits(self.server_max_window_bits, self.client_max_window_bits)

    def of(self, sender: Role) -> tuple[int, bool]:
        """How `sender` compresses: the bits of its window, and whether it takes over the context."""
        if sender is Role.CLIENT:
            return self.client_max_window_bits, not self.client_no_context_takeover
        return self.server_max_window_bits, not self.server_no_context_takeover


@dataclass(frozen=True, slots=True)
class DeflateOffer:
    """What our client asks for; None leaves a parameter out. `client_max_window_bits` is "any" for the
    parameter without a value: the server may name a size. Every browser offers that."""

    server_no_context_takeover: bool = False
    client_no_context_takeover: bool = False
    server_max_window_bits: int | None = None
    client_max_window_bits: int | Literal["any"] | None = "any"

    def __post_init__(self) -> None:
        _need_bits(*(bits for bits in (self.server_max_window_bits, self.client_max_window_bits) if bits != "any"))

    @property
    def extension(self) -> Extension:
        """The offer as it stands in the request."""
        client = self.client_max_window_bits
        own: dict[str, str | bool | None] = {
            "server_no_context_takeover": self.server_no_context_takeover,
            "client_no_context_takeover": self.client_no_context_takeover,
            "server_max_window_bits": _written(self.server_max_window_bits),
            "client_max_window_bits": True if client == "any" else _written(client),
        }
        return _extension(own)


@dataclass(frozen=True, slots=True)
class DeflatePolicy:
    """What our server insists on: who may not take over a context, and the largest window of each side.

    A client can be told a smaller window only if it says that it can be told; other offers are declined."""

    server_no_context_takeover: bool = False
    client_no_context_takeover: bool = False
    server_max_window_bits: int = 15
    client_max_window_bits: int = 15

    def __post_init__(self) -> None:
        _need_bits(self.server_max_window_bits, self.client_max_window_bits)


def agree(offered: tuple[Extension, ...], policy: DeflatePolicy | None) -> tuple[Extension, Deflate] | None:
    """What the server answers, and what that means: it takes the first offer that it can.

    None if it takes none of them; an offer that breaks section 7.1 is no error, it is declined."""
    if policy is None:
        return None
    for offer in offered:
        parameters = _read(offer, _OFFERED)
        if parameters is not None and (found := _accepted(parameters, policy)) is not None:
            return found
    return None


def _accepted(offer: Parameters, policy: DeflatePolicy) -> tuple[Extension, Deflate] | None:
    """The answer to a well-formed offer, None if the policy asks for more than it allows."""
    named = "client_max_window_bits" in offer
    if policy.client_max_window_bits < 15 and not named:
        return None
    deflate = Deflate(
        policy.server_no_context_takeover or "server_no_context_takeover" in offer,
        # In an offer these two are hints; it costs the client nothing to be told what it does anyway.
        policy.client_no_context_takeover or "client_no_context_takeover" in offer,
        min(policy.server_max_window_bits, offer.get("server_max_window_bits") or 15),
        min(policy.client_max_window_bits, offer.get("client_max_window_bits") or 15),
    )
    server, client = deflate.server_max_window_bits, deflate.client_max_window_bits
    own: dict[str, str | bool | None] = {
        "server_no_context_takeover": deflate.server_no_context_takeover,
        "client_no_context_takeover": deflate.client_no_context_takeover,
        # Section 7.1.2.1: a size that was asked for is always answered, the largest one, too.
        "server_max_window_bits": _written(server) if server < 15 or "server_max_window_bits" in offer else None,
        "client_max_window_bits": _written(client) if client < 15 else None,
    }
    return _extension(own), deflate


def answers(answer: Extension, offer: Extension) -> Deflate | None:
    """What the client agrees to with this answer to this offer, None if it is no answer to it.

    The client's own hints bind it, whatever the answer says (sections 7.1.1.2 and 7.1.2.2)."""
    said, asked = _read(answer, _ANSWERED), _read(offer, _OFFERED)
    if said is None or asked is None:
        return None
    if "server_no_context_takeover" in asked and "server_no_context_takeover" not in said:
        return None
    limit, size = asked.get("server_max_window_bits"), said.get("server_max_window_bits")
    if limit is not None and (size is None or size > limit):
        return None
    if "client_max_window_bits" in said and "client_max_window_bits" not in asked:
        return None
    return Deflate(
        "server_no_context_takeover" in said,
        "client_no_context_takeover" in said or "client_no_context_takeover" in asked,
        size or 15,
        min(said.get("client_max_window_bits") or 15, asked.get("client_max_window_bits") or 15),
    )


def offered(values: list[str]) -> tuple[Extension, ...]:
    """The extensions that a request offers in these header lines: none if they are no list."""
    try:
        return read_extensions(values) if values else ()
    except ExtensionError:
        return ()


def agreed(response: Response, offers: tuple[Extension, ...] | None = None) -> Deflate | None:
    """What a 101 that passed the checks agreed on, None if nothing is compressed.

    A reader who does not know the `offers` reads the answer alone."""
    values = response.get_all("Sec-WebSocket-Extensions")
    if response.status != 101 or not values:
        return None
    try:
        chosen = next((each for each in read_extensions(values) if each.name == DEFLATE), None)
    except ExtensionError:
        return None
    if chosen is None:
        return None
    asked = (chosen,) if offers is None else offers
    return next((found for offer in asked if (found := answers(chosen, offer)) is not None), None)


def _read(extension: Extension, kinds: dict[str, Kind]) -> Parameters | None:
    """The parameters of a permessage-deflate, None if it is another extension or breaks section 7.1: a
    parameter that is not defined, stands twice, or has a value that it cannot have."""
    if extension.name != DEFLATE:
        return None
    found: Parameters = {}
    for name, value in extension.parameters:
        kind = kinds.get(name)
        if kind is None or name in found or not _fits(value, kind):
            return None
        found[name] = None if value is None else int(value)
    return found


def _fits(value: str | None, kind: Kind) -> bool:
    if value is None:
        return kind != "bits"
    return kind != "flag" and _NUMBER.fullmatch(value) is not None


def _extension(parameters: dict[str, str | bool | None]) -> Extension:
    """permessage-deflate with these parameters: True has no value, False and None are left out."""
    kept = {name: value for name, value in parameters.items() if value is not None and value is not False}
    return Extension(DEFLATE, tuple((name, None if value is True else value) for name, value in kept.items()))


def _written(bits: int | None) -> str | None:
    return None if bits is None else str(bits)


def _need_bits(*sizes: int | str | None) -> None:
    """Our own fault: ValueError."""
    smallest, largest = BITS
    for bits in sizes:
        if bits is not None and not (isinstance(bits, int) and smallest <= bits <= largest):
            raise ValueError(f"a window has {smallest} to {largest} bits, not {bits}")
