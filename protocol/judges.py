"""How each rule of the opening handshake reads its header: one small function a rule.

A judge gets the head, the values of the lines that it reads, and what the reader brings along: the server its
policy (RFC 6455 section 4.2), the client its own offer (section 4.1). It answers what was read, what is asked
for, and whether the one answers the other. Which lines a judge gets, and in which order they speak, is said
by the tables in `handshake`. A judge that has nothing to judge in them answers None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from protocol.accept import accept_value, key_bytes
from protocol.extensions import DEFLATE, Extension, ExtensionError, agree, answers, read_extensions
from protocol.heads import HOST, Request, Response, list_elements
from protocol.vocabulary import VERSION

if TYPE_CHECKING:
    from protocol.offers import Offer, Policy

# RFC 6455 section 4.3; token is that of RFC 9110 section 5.6.2
#   Sec-WebSocket-Protocol-Client = 1#token
#   Sec-WebSocket-Protocol-Server = token
TCHARS: Final = r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a judge says: whether the rule holds, what was read and what is asked for.

    `at` is the index of the value that settled it, the last one as a rule."""

    holds: bool
    value: str
    want: str = ""
    at: int = -1


# Section 4.2.1: the server reads the request.


def method(request: Request, _values: list[str], _policy: Policy) -> Reading:
    """Item 1: a GET; methods have a case."""
    return Reading(request.method == "GET", request.method, "GET")


def target(request: Request, _values: list[str], _policy: Policy) -> Reading:
    """Item 1: a resource name, or an HTTP URI that contains it; section 3: fragments are not used."""
    return Reading(request.resource is not None, request.target, "/")


def http(head: Request | Response, _values: list[str], _other: Policy | Offer) -> Reading:
    """Item 1: HTTP/1.1 or higher. The status 101 is not known to HTTP/1.0 either (RFC 9110 section 15.2)."""
    return Reading(head.http >= (1, 1), "HTTP/{}.{}".format(*head.http), "HTTP/1.1")


def host(request: Request, values: list[str], policy: Policy) -> Reading:
    """Item 2. A host without a port in the policy stands for that host at every port.

    An absolute target says the host, and Host is ignored; but it has to be right (RFC 9112 section 3.2)."""
    holds = HOST.fullmatch(values[0]) is not None
    value = (request.authority or values[0]).lower()
    if policy.hosts is not None:
        bare = re.sub(r":[0-9]*$", "", value)
        holds = holds and bool({value, bare} & {name.lower() for name in policy.hosts})
    return Reading(holds, values[0], _any_or(policy.hosts))


def lists_websocket(_request: Request, values: list[str], _policy: Policy) -> Reading:
    """Item 3: Upgrade contains "websocket"; the client may name other protocols, too."""
    return Reading(_lists(values, "websocket"), ", ".join(values), "websocket")


def lists_upgrade(_head: Request | Response, values: list[str], _other: Policy | Offer) -> Reading:
    """Item 4, and item 3 of section 4.1: Connection includes the token "Upgrade"."""
    return Reading(_lists(values, "upgrade"), ", ".join(values), "Upgrade")


def key(_request: Request, values: list[str], _policy: Policy) -> Reading:
    """Item 5: base64 that decodes to 16 bytes."""
    return Reading(key_bytes(values[0]) is not None, values[0], "16 bytes")


def version(_request: Request, values: list[str], _policy: Policy) -> Reading:
    """Item 6: 13, without leading zeros (section 4.3)."""
    return Reading(values[0] == str(VERSION), values[0], str(VERSION))


def origin(_request: Request, values: list[str], policy: Policy) -> Reading:
    """Item 7 and section 4.2.2, item 4. Scheme and host of an origin have no case (RFC 6454 section 4)."""
    known = policy.origins
    holds = known is None or values[0].lower() in {name.lower() for name in known}
    return Reading(holds, values[0], _any_or(known))


def offered_protocols(_request: Request, values: list[str], policy: Policy) -> Reading:
    """Item 8. Any choice is right, none included; only the list can be wrong: tokens, each of them once."""
    value, want = ", ".join(values), ", ".join(policy.subprotocols)
    names: set[str] = set()
    for at, line in enumerate(values):
        for name in list_elements([line]):
            if name in names or re.fullmatch(TCHARS, name) is None:
                return Reading(False, value, want, at)
            names.add(name)
    return Reading(bool(names), value, want)


def offered_extensions(_request: Request, values: list[str], _policy: Policy) -> Reading:
    """Item 9. Any choice is right; only the list can be wrong."""
    try:
        read_extensions(values)
    except ExtensionError as error:
        return Reading(False, ", ".join(values), "", error.line)
    return Reading(True, ", ".join(values))


def offered_deflate(_request: Request, values: list[str], policy: Policy) -> Reading | None:
    """RFC 7692 section 7.1: one of the offers can be accepted; what is wanted is the answer to it."""
    offered = _deflates(values)
    if not offered:
        return None
    agreed = agree(offered, policy.deflate)
    value = ", ".join(str(each) for each in offered)
    return Reading(agreed is not None, value, str(agreed[0]) if agreed is not None else "", offered[-1].line)


def no_length(_request: Request, values: list[str], _policy: Policy) -> Reading:
    """Item 10, other headers: a length of 0 announces no body (RFC 9110 section 8.6)."""
    lengths = list_elements(values)
    return Reading(bool(lengths) and all(re.fullmatch("0+", each) for each in lengths), ", ".join(values), "0")


def no_coding(_request: Request, values: list[str], _policy: Policy) -> Reading:
    """Item 10, other headers: whatever the coding, a body follows (RFC 9112 section 6.3)."""
    return Reading(False, ", ".join(values))


# Section 4.1: the client reads the response.


def status(response: Response, _values: list[str], _offer: Offer) -> Reading:
    """Item 1: anything but 101 is ordinary HTTP and no WebSocket."""
    return Reading(response.status == 101, str(response.status), "101")


def is_websocket(_response: Response, values: list[str], _offer: Offer) -> Reading:
    """Item 2: Upgrade names the one protocol that the connection is switched to."""
    names = {name.lower() for name in list_elements(values)}
    return Reading(names == {"websocket"}, ", ".join(values), "websocket")


def accept(_response: Response, values: list[str], offer: Offer) -> Reading:
    """Item 4: the value that the client computes from its own key; without a key no value is right."""
    want = accept_value(offer.key)
    return Reading(bool(offer.key) and values[0] == want, values[0], want)


def chosen_extensions(_response: Response, values: list[str], offer: Offer) -> Reading:
    """Item 5: a well-formed list (section 9.1), and no extension that was not offered.

    It may stand on several lines: section 11.3.2 says otherwise, but is corrected by its erratum 3433."""
    value, want = ", ".join(values), ", ".join(offer.extensions)
    try:
        chosen = read_extensions(values)
    except ExtensionError as error:
        return Reading(False, value, want, error.line)
    known = {each.name for each in _extensions(offer.extensions)}
    strange = next((each.line for each in chosen if each.name not in known), None)
    return Reading(strange is None, value, want, -1 if strange is None else strange)


def chosen_deflate(_response: Response, values: list[str], offer: Offer) -> Reading | None:
    """RFC 7692 section 7.1: permessage-deflate stands once, with parameters that answer one of the offers."""
    chosen, offered = _deflates(values), _deflates(offer.extensions)
    if not chosen:
        return None
    holds = len(chosen) == 1 and any(answers(chosen[0], each) is not None for each in offered)
    value, want = (", ".join(str(each) for each in some) for some in (chosen, offered))
    return Reading(holds, value, want, chosen[-1].line)


def chosen_protocol(_response: Response, values: list[str], offer: Offer) -> Reading:
    """Item 6: no subprotocol that was not offered; subprotocols have a case."""
    return Reading(values[0] in offer.subprotocols, values[0], ", ".join(offer.subprotocols))


def _lists(values: list[str], token: str) -> bool:
    """Whether a token list has this element, given in lower case; ASCII case does not matter (section
    2.1)."""
    return token in {element.lower() for element in list_elements(values)}


def _any_or(names: tuple[str, ...] | None) -> str:
    return "*" if names is None else ", ".join(names)


def _extensions(values: list[str]) -> tuple[Extension, ...]:
    """The extensions of these lines; of lines that are no list, none."""
    try:
        return read_extensions(values)
    except ExtensionError:
        return ()


def _deflates(values: list[str]) -> tuple[Extension, ...]:
    return tuple(each for each in _extensions(values) if each.name == DEFLATE)
