"""How each rule of the opening handshake reads its header: one small function a rule.

A judge gets the head, the values of the lines that it reads, and what the reader brings along: the server its
policy (RFC 6455 section 4.2), the client its own offer (section 4.1). It answers what was read, what is asked
for, and whether the one answers the other. Which lines a judge gets, and in which order they speak, is said
by the tables in `handshake`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from protocol.accept import accept_value, key_bytes
from protocol.http11 import Request, Response, list_elements
from protocol.vocabulary import VERSION

if TYPE_CHECKING:
    from protocol.offers import Offer, Policy

# RFC 6455 section 4.3; token is that of RFC 9110 section 5.6.2
#   Sec-WebSocket-Protocol-Client = 1#token
#   Sec-WebSocket-Protocol-Server = token
TCHARS: Final = r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"

# Section 9.1
#   extension-list  = 1#extension                                  ; 1#: a comma may stand alone (RFC 2616 2.1)
#   extension       = extension-token *( ";" extension-param )
#   extension-param = token [ "=" (token | quoted-string) ]        ; a quoted-string holds a token, too
_PARAM: Final = rf'[ \t]*;[ \t]*{TCHARS}(?:[ \t]*=[ \t]*(?:{TCHARS}|"{TCHARS}"))?'
EXTENSION: Final = rf"{TCHARS}(?:{_PARAM})*"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a judge says: whether the rule holds, what was read and what is asked for."""

    holds: bool
    value: str
    want: str = ""


# Section 4.2.1: the server reads the request.


def method(request: Request, _values: list[str], _policy: Policy) -> Reading:
    """Item 1: a GET; methods have a case."""
    return Reading(request.method == "GET", request.method, "GET")


def http(request: Request, _values: list[str], _policy: Policy) -> Reading:
    """Item 1: HTTP/1.1 or higher."""
    return Reading(request.http >= (1, 1), "HTTP/{}.{}".format(*request.http), "HTTP/1.1")


def host(_request: Request, values: list[str], policy: Policy) -> Reading:
    """Item 2. A host without a port in the policy stands for that host at every port."""
    value = values[0].lower()
    holds = bool(value)
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
    names = list_elements(values)
    tokens = bool(names) and all(re.fullmatch(TCHARS, name) for name in names)
    return Reading(tokens and len(set(names)) == len(names), ", ".join(values), ", ".join(policy.subprotocols))


def offered_extensions(_request: Request, values: list[str], _policy: Policy) -> Reading:
    """Item 9. Any choice is right; only the list can be wrong."""
    return Reading(_are_extensions(values), ", ".join(values))


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
    """Item 5: no extension that was not offered."""
    known = _extension_names(values) <= _extension_names(offer.extensions)
    return Reading(_are_extensions(values) and known, ", ".join(values), ", ".join(offer.extensions))


def chosen_protocol(_response: Response, values: list[str], offer: Offer) -> Reading:
    """Item 6: no subprotocol that was not offered; subprotocols have a case."""
    return Reading(values[0] in offer.subprotocols, values[0], ", ".join(offer.subprotocols))


def _lists(values: list[str], token: str) -> bool:
    """Whether a token list has this element, given in lower case; ASCII case does not matter (section
    2.1)."""
    return token in {element.lower() for element in list_elements(values)}


def _any_or(names: tuple[str, ...] | None) -> str:
    return "*" if names is None else ", ".join(names)


def _are_extensions(values: list[str]) -> bool:
    """Whether these lines are a well-formed list; a quoted-string holds a token and so no comma."""
    elements = list_elements(values)
    return bool(elements) and all(re.fullmatch(EXTENSION, element) for element in elements)


def _extension_names(values: list[str]) -> set[str]:
    return {element.partition(";")[0].strip() for element in list_elements(values)}
