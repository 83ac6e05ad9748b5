"""What deciders build their answers on: fresh endpoints that ask and answer as those of the run did."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from protocol.closing import read_close
from protocol.connection import Connection
from protocol.facts import HeadSent
from protocol.frames import FrameReader
from protocol.handshake import Offer, Policy, offer_of
from protocol.http11 import Request, Response, read_response
from protocol.knowledge import Facts
from protocol.sha1 import sha1_trace
from protocol.vocabulary import Opcode

Params = Mapping[str, Any]
Decider = Callable[[Any, Params], str]
"""Takes the facts of the run: of one connection, or of several if the play has them."""

MASK: Final = bytes.fromhex("37fa213d")
KEY: Final = "dGhlIHNhbXBsZSBub25jZQ=="
"""The example of RFC 6455 section 1.3, for a client that has sent none."""


def asked_offer(facts: Facts) -> Offer:
    """What this run's client asked for, without what a fault may have done to the request."""
    fact = facts.get("request.sent")
    assert isinstance(fact, HeadSent)
    assert isinstance(fact.head, Request)
    offer = offer_of(fact.head)
    return Offer(offer.host, offer.target, offer.key or KEY, offer.origin, offer.subprotocols)


def policy_of(params: Params) -> Policy:
    origins = params.get("origins")
    return replace(Policy(), origins=None if origins is None else tuple(origins))


def reply_of(server: Connection, raw: bytes) -> Response:
    server.receive(raw)
    return read_response(server.bytes_to_send())


def without_header(raw: bytes, name: str) -> bytes:
    lines = raw.split(b"\r\n")
    return b"\r\n".join(line for line in lines if not line.lower().startswith(name.lower().encode() + b":"))


def with_header(raw: bytes, name: str, value: str) -> bytes:
    head, start = name.lower().encode() + b":", f"{name}: {value}".encode()
    return b"\r\n".join(start if line.lower().startswith(head) else line for line in raw.split(b"\r\n"))


def blocks_of(message: bytes) -> int:
    return len(sha1_trace(message).blocks)


def open_pair(facts: Facts) -> tuple[Connection, Connection]:
    """Two OPEN endpoints that have shaken hands with the key of this run."""
    client = Connection.client(asked_offer(facts), lambda: MASK)
    server = Connection.server(Policy())
    client.connect()
    server.receive(client.bytes_to_send())
    client.receive(server.bytes_to_send())
    return client, server


def close_code_in(data: bytes) -> str:
    """The code of the Close frame in these bytes."""
    frames = [frame for frame in FrameReader().feed(data) if frame.opcode == Opcode.CLOSE]
    return str(read_close(frames[0].payload).code) if frames else "none"
