"""Questions about what is offered and what is answered: subprotocols, extensions and their parameters."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lessons.deciders.common import Params, asked_offer, reply_of
from protocol.connection import Connection
from protocol.extensions import DeflatePolicy, agree, read_extensions
from protocol.handshake import (
    Answer,
    Policy,
    Verdict,
    answer,
    build_request,
    build_response,
    check_request,
    check_response,
)
from protocol.http11 import read_request, read_response
from protocol.knowledge import Facts
from protocol.offers import Offer

EXTENSIONS: Final = "Sec-WebSocket-Extensions"


def _offer(facts: Facts, params: Params) -> Offer:
    """The offer of this run's client with other `subprotocols` and `extensions`."""
    asked = asked_offer(facts)
    extra = ((EXTENSIONS, params["extensions"]),) if "extensions" in params else ()
    return Offer(asked.host, asked.target, asked.key, subprotocols=tuple(params.get("subprotocols", ())), extra=extra)


def chosen_subprotocol(facts: Facts, params: Params) -> str:
    """The subprotocol that this server chooses of `subprotocols` if it speaks `known`; `none`, or the status if it
    refuses."""
    server = Connection.server(Policy(subprotocols=tuple(params["known"])))
    reply = reply_of(server, build_request(_offer(facts, params)))
    if reply.status != 101:
        return str(reply.status)
    return reply.get("Sec-WebSocket-Protocol") or "none"


def answer_with(facts: Facts, params: Params) -> str:
    """`accepts` or `fails`: the client reads an answer with the header `header` and its `value` as well."""
    offer = _offer(facts, params)
    request = read_request(build_request(offer))
    plain = answer(request, check_request(request, Policy()), Policy())
    said: Answer = replace(plain, headers=(*plain.headers, (params["header"], params["value"])))
    checks = check_response(read_response(build_response(said)), offer)
    return "fails" if any(check.verdict is Verdict.BROKEN for check in checks) else "accepts"


def taken_offer(_: Facts, params: Params) -> str:
    """`first`, `second` ... or `none`: the offer of `extensions` that a server with this `client_bits` takes."""
    offers = read_extensions([params["extensions"]])
    policy = DeflatePolicy(client_max_window_bits=params.get("client_bits", 15))
    names = ("first", "second", "third")
    taken = agree(offers, policy)
    return next((names[place] for place, one in enumerate(offers) if taken and agree((one,), policy) == taken), "none")


def agreed_window(_: Facts, params: Params) -> str:
    """The bytes of the window that `who` may use after this offer of `extensions` and a server that wants at most
    2**`bits` bytes of it."""
    policy = DeflatePolicy(**{f"{params['who']}_max_window_bits": params["bits"]})
    taken = agree(read_extensions([params["extensions"]]), policy)
    if taken is None:
        return "none"
    deflate = taken[1]
    return str(2 ** (deflate.client_max_window_bits if params["who"] == "client" else deflate.server_max_window_bits))


DECIDERS: Final = (
    chosen_subprotocol,
    answer_with,
    taken_offer,
    agreed_window,
)
"""The deciders of this file; a lesson names them as they are named here."""
