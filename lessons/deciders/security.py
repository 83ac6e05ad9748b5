"""Questions about who may open a connection, what TLS leaves to be seen, and where a server stops."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lessons.deciders.common import MASK, Params, asked_offer, close_code_in, open_pair, reply_of, with_header
from protocol.chorus import as_chorus
from protocol.connection import Connection
from protocol.facts import HeadSent
from protocol.handshake import Policy, Verdict, build_request, check_response
from protocol.http11 import Request, read_response
from protocol.patterns.token_checks import verify_token
from protocol.patterns.tokens import Key, make_token, split_token

if TYPE_CHECKING:
    from protocol.knowledge import Facts

KEY: Final = Key(bytes(range(32)))
NOW: Final = 1_767_225_600


def cookie_goes(facts: Facts, params: Params) -> str:
    """`yes` or `no`: whether the request of the connection `of` brings a cookie."""
    fact = facts.get(f"{params['of']}/request.sent")
    assert isinstance(fact, HeadSent)
    assert isinstance(fact.head, Request)
    return "yes" if fact.head.get("Cookie") is not None else "no"


def record_size(facts: Facts, _: Params) -> str:
    """How many bytes cross the wire for the client's first frame: those of its TLS record."""
    sealed = [
        one.moment
        for one in as_chorus(facts).moments
        if one.moment.kind == "sealed" and one.moment.values["what"] == "data"
    ]
    mine = [one for one in sealed if one.role.value == "client"]
    return str(mine[1].values["size"])  # the first is the request


def more_header(facts: Facts, params: Params) -> str:
    """`opens` or `fails`: what a client does with an answer that has one more `header` with a `value`."""
    offer = asked_offer(facts)
    raw = reply_of(Connection.server(Policy(subprotocols=offer.subprotocols)), build_request(offer)).raw
    more = f"{params['header']}: {params['value']}\r\n\r\n".encode()
    checks = check_response(read_response(raw[:-2] + more), offer)
    return "fails" if any(check.verdict is Verdict.BROKEN for check in checks) else "opens"


def writes_origin(facts: Facts, params: Params) -> str:
    """The status for a program that writes `origin` into its request; the server allows the `origins`."""
    raw = with_header(build_request(asked_offer(facts)), "Origin", params["origin"])
    return str(reply_of(Connection.server(Policy(origins=tuple(params["origins"]))), raw).status)


def failing_check(_: Facts, params: Params) -> str:
    """The check at which a token of a `kind` fails: expired, forged, or none (`alg: none`)."""
    verdict = verify_token(_token(params["kind"]), KEY, NOW)
    return verdict.failed.id if verdict.failed is not None else "none"


def _token(kind: str) -> str:
    claims = {"sub": "admin", "exp": NOW - 600 if kind == "expired" else NOW + 600}
    if kind == "none":
        return make_token(claims, KEY, {"typ": "JWT", "alg": "none"}).rsplit(".", 1)[0] + "."
    made = make_token(claims, KEY)
    if kind == "forged":
        other = split_token(make_token({**claims, "sub": "ann"}, KEY))
        return made.rsplit(".", 1)[0] + "." + other.signature.text
    return made


def too_big(facts: Facts, params: Params) -> str:
    """The code of the Close frame with which a server answers `size` bytes where `limit` are the most."""
    client, _ = open_pair(facts)
    server = Connection.server(Policy(), limit=params["limit"])
    again = Connection.client(asked_offer(facts), lambda: MASK)
    again.connect()
    server.receive(again.bytes_to_send())
    server.bytes_to_send()
    client.send_text("x" * params["size"])
    server.receive(client.bytes_to_send())
    return close_code_in(server.bytes_to_send())


DECIDERS: Final = (cookie_goes, record_size, more_header, writes_origin, failing_check, too_big)
"""The deciders of this file; a lesson names them as they are named here."""
