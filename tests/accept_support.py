"""A handshake as facts, made by the protocol code from real heads: what the figure of the accept key reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocol.accept import accept_value
from protocol.facts import AcceptComputed, Checked, Fact, HeadSent, TcpOpened
from protocol.handshake import answer, build_response, check_request, check_response
from protocol.http11 import read_request, read_response
from protocol.knowledge import Facts
from protocol.offers import Offer, Policy, build_request
from protocol.vocabulary import GUID, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

KEY = "dGhlIHNhbXBsZSBub25jZQ=="
"""RFC 6455 section 1.3."""

WRONG_GUID = GUID[:-1] + "2"


def handshake_facts(key: str = KEY, guid: str = GUID, *, omit: tuple[str, ...] = ()) -> Facts:
    """The facts of an opening handshake up to the client's verdict on the accept value."""
    return Facts(_facts(Offer("localhost", "/chat", key, omit=omit), Policy(guid=guid)))


def _facts(offer: Offer, policy: Policy) -> Iterator[Fact]:
    yield TcpOpened("tcp.open", 1, 0, 0.0, Role.CLIENT)
    request = read_request(build_request(offer))
    yield HeadSent("request.sent", 1, 1, 0.0, Role.CLIENT, request)
    checks = check_request(request, policy)
    reply = answer(request, checks, policy)
    response = read_response(build_response(reply))
    key, accept = request.get("Sec-WebSocket-Key"), response.get("Sec-WebSocket-Accept")
    if key is not None and accept is not None:
        yield AcceptComputed("accept.computed", 3, 2, 0.0, Role.SERVER, key, accept, accept_value(key))
    yield HeadSent("response.sent", 1, 2, 0.0, Role.SERVER, response)
    for check in check_response(response, offer):
        yield Checked("check." + check.rule.id, 3, 3, 0.0, Role.CLIENT, check)
