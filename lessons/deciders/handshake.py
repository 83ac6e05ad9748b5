"""Questions about the opening handshake."""

from __future__ import annotations

from typing import Final

from lessons.deciders.common import MASK, Params, asked_offer, policy_of, reply_of, with_header, without_header
from protocol.connection import Connection
from protocol.frames import encode_frame
from protocol.handshake import Policy, Verdict, build_request, check_response
from protocol.http11 import read_response
from protocol.knowledge import Facts
from protocol.vocabulary import Opcode


def same_key_again(facts: Facts, _: Params) -> str:
    """The status with which a server answers a request that it has answered before."""
    raw = build_request(asked_offer(facts))
    first, second = Connection.server(Policy()), Connection.server(Policy())
    reply_of(first, raw)
    return str(reply_of(second, raw).status)


def drop_header(facts: Facts, params: Params) -> str:
    """The status of the answer to the request without `header`; `origins` is the server's policy."""
    raw = without_header(build_request(asked_offer(facts)), params["header"])
    return str(reply_of(Connection.server(policy_of(params)), raw).status)


def change_header(facts: Facts, params: Params) -> str:
    """The status of the answer to the request with another `value` of the header `header`."""
    raw = with_header(build_request(asked_offer(facts)), params["header"], params["value"])
    return str(reply_of(Connection.server(policy_of(params)), raw).status)


def change_answer(facts: Facts, params: Params) -> str:
    """`accepts` or `fails`: the client reads the answer with another `value` of the header `header`."""
    offer = asked_offer(facts)
    answer = reply_of(Connection.server(Policy(subprotocols=offer.subprotocols)), build_request(offer))
    checks = check_response(read_response(with_header(answer.raw, params["header"], params["value"])), offer)
    return "fails" if any(check.verdict is Verdict.BROKEN for check in checks) else "accepts"


def same_text_twice(_: Facts, params: Params) -> str:
    """`all`, `header` or `none`: the bytes that two frames with the same text and these `masks` share."""
    keys = [bytes.fromhex(mask) for mask in params["masks"]]
    first, second = (encode_frame(Opcode.TEXT, params["text"].encode(), key=key) for key in keys)
    if first == second:
        return "all"
    return "header" if first[:2] == second[:2] else "none"


def frame_size(_: Facts, params: Params) -> str:
    """The size in bytes of the frame in which `who` sends `text`."""
    key = MASK if params["who"] == "client" else None
    return str(len(encode_frame(Opcode.TEXT, params["text"].encode(), key=key)))


DECIDERS: Final = (
    same_key_again,
    drop_header,
    change_header,
    change_answer,
    same_text_twice,
    frame_size,
)
"""The deciders of this file; a lesson names them as they are named here."""
