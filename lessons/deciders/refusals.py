"""Questions about answers that are no 101, and about requests that are not in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lessons.deciders.common import MASK, Params, asked_offer, reply_of
from protocol.connection import Connection
from protocol.events import Opened
from protocol.handshake import Policy, build_request, reason_phrase
from protocol.offers import build_head

if TYPE_CHECKING:
    from protocol.knowledge import Facts


def header_twice(facts: Facts, params: Params) -> str:
    """The status of the answer to the request with a second line `header`: `value`."""
    raw = build_request(asked_offer(facts))
    more = f"{params['header']}: {params['value']}\r\n\r\n".encode()
    return str(reply_of(Connection.server(Policy()), raw[:-2] + more).status)


def told_after(facts: Facts, params: Params) -> str:
    """The close code that a client's program is told after an answer with this `status`."""
    client = _asked(facts)
    client.receive(_answer(params))
    client.tcp_closed()
    told = client.endpoint.told
    return str(int(told.code)) if told is not None else "none"


def client_does(facts: Facts, params: Params) -> str:
    """`opens`, `follows` or `fails`: what a client does after an answer with this `status` and these `headers`. It
    follows if it says anything more."""
    client = _asked(facts)
    events = client.receive(_answer(params))
    if any(isinstance(event, Opened) for event in events):
        return "opens"
    return "follows" if client.bytes_to_send() else "fails"


def _asked(facts: Facts) -> Connection:
    """A client that has sent its request."""
    client = Connection.client(asked_offer(facts), lambda: MASK)
    client.connect()
    client.bytes_to_send()
    return client


def _answer(params: Params) -> bytes:
    status = params["status"]
    lines = [*dict(params.get("headers", {})).items(), ("Content-Length", "0")]
    return build_head(f"HTTP/1.1 {status} {reason_phrase(status)}", lines)


DECIDERS: Final = (header_twice, told_after, client_does)
"""The deciders of this file; a lesson names them as they are named here."""
