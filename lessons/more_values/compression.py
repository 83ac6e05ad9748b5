"""Values about compressed messages, each opened up from its frames; messages and codes are counted from 0.

{packed.server.1.size} {packed.server.1.payload}     bytes of text, bytes of payload
{packed.server.1.other}                              bytes of payload with the other choice of context takeover
{copy.server.1.0.distance} {code.server.1.0.digits}  a reference, a symbol
{smallest.client.20}                                 the smallest payload of a message of 20 bytes or more
{deflate.offer} {deflate.answer}                     the headers
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lessons.values import MissingValueError
from protocol.chorus import as_chorus
from protocol.facts import HeadSent
from protocol.openings import agreed_in
from protocol.packed import Packed, otherwise, packed_messages
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.values import Values
    from protocol.packed import Piece

PARTS: Final[dict[str, Callable[[Packed], str]]] = {
    "size": lambda packed: str(len(packed.text)),
    "payload": lambda packed: str(len(packed.payload)),
    "text": lambda packed: packed.text.decode("utf-8", "replace"),
    "hex": lambda packed: packed.payload.hex(" "),
    "bits": lambda packed: str(8 * len(packed.payload)),
    "growth": lambda packed: str(len(packed.payload) - len(packed.text)),
    "times": lambda packed: str(len(packed.text) // max(len(packed.payload), 1)),
    "frames": lambda packed: str(len(packed.frames)),
    "copies": lambda packed: str(len(packed.copies)),
    "literals": lambda packed: str(len(packed.symbols) - len(packed.copies)),
}
"""What can be said of a message."""


def _messages(values: Values, who: str) -> list[Packed]:
    return packed_messages(as_chorus(values.facts).whole(), Role(who))


def _packed(values: Values, who: str, number: str) -> Packed:
    found = _messages(values, who)
    if int(number) >= len(found):
        raise MissingValueError("this run has no message {number} from the {who}", number=number, who=who)
    return found[int(number)]


def _other(values: Values, who: str, number: str) -> str:
    """The bytes of payload if the window were kept where it is not, or not kept where it is."""
    deflate = agreed_in(as_chorus(values.facts).whole())
    if deflate is None:
        raise MissingValueError("this run has no compression")
    bits, takeover = deflate.of(Role(who))
    _packed(values, who, number)
    sizes = list(otherwise(_messages(values, who), bits, takeover=not takeover))
    return str(sizes[int(number)].after)


def _symbol(values: Values, kind: str, who: str, number: str, place: str, part: str) -> str:
    packed = _packed(values, who, number)
    found: tuple[Piece, ...] = packed.copies if kind == "copy" else packed.symbols
    if int(place) >= len(found):
        raise MissingValueError(
            "message {number} of the {who} has no {kind} {place}", number=number, who=who, kind=kind, place=place
        )
    symbol = found[int(place)]
    known: dict[str, str] = {
        "text": symbol.text.decode("utf-8", "replace"),
        "length": str(len(symbol.text)),
        "plain": str(8 * len(symbol.text)),
        "bits": str(symbol.width),
    }
    if part == "distance":
        known["distance"] = str(getattr(symbol, "distance", ""))
    if part == "digits":
        code = getattr(symbol, "code", None) or getattr(symbol, "length_code", None)
        known["digits"] = code.digits if code is not None else ""
    return known[part]


def _smallest(values: Values, who: str, least: str) -> str:
    sizes = [len(one.payload) for one in _messages(values, who) if one.compressed and len(one.text) >= int(least)]
    if not sizes:
        raise MissingValueError(
            "this run has no compressed message of {least} bytes from the {who}", least=least, who=who
        )
    return str(min(sizes))


def _extensions(values: Values, which: str) -> str:
    head = values.facts.get("request.sent" if which == "offer" else "response.sent")
    found = head.head.get_all("Sec-WebSocket-Extensions") if isinstance(head, HeadSent) else []
    if not found:
        raise MissingValueError("this run has no {which} of extensions", which=which)
    return ", ".join(found)


def _limit(values: Values, who: str) -> str:
    limit = values.scenario.client.limit if who == "client" else values.scenario.server.limit
    if limit is None:
        raise MissingValueError("the {who} of this run has no limit of its own", who=who)
    return str(limit)


WHO: Final = "(client|server)"
VALUES: Final[dict[str, Callable[..., str]]] = {
    rf"packed\.{WHO}\.(\d+)\.({'|'.join(PARTS)})": lambda values, who, number, part: PARTS[part](
        _packed(values, who, number)
    ),
    rf"packed\.{WHO}\.(\d+)\.other": _other,
    rf"(copy)\.{WHO}\.(\d+)\.(\d+)\.(text|length|distance|plain|bits)": _symbol,
    rf"(code)\.{WHO}\.(\d+)\.(\d+)\.(text|length|digits|plain|bits)": _symbol,
    rf"smallest\.{WHO}\.(\d+)": _smallest,
    r"deflate\.(offer|answer)": _extensions,
    rf"limit\.{WHO}": _limit,
}
"""Names that may stand in braces, as patterns, with the functions that compute them."""
