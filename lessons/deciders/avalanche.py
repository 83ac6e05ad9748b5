"""Questions about what one bit of the key does, and about who can answer a key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lessons.deciders.common import MASK, Params, asked_offer
from protocol.accept import accept_value
from protocol.avalanche import BITS, KEY_BITS, pair_of
from protocol.connection import Connection
from protocol.events import Opened
from protocol.offers import build_head

if TYPE_CHECKING:
    from protocol.knowledge import Facts


def turned_bits(facts: Facts, _: Params) -> str:
    """`one`, `half` or `all`: how many bits of the digest turn with one bit of the key, tried with every bit."""
    pairs = [pair_of(asked_offer(facts).key, bit) for bit in range(KEY_BITS)]
    shares = [pair.digest_count / BITS for pair in pairs if pair is not None]
    mean = sum(shares) / len(shares)
    return "half" if 0.45 < mean < 0.55 else "one" if mean < 0.1 else "all"


def stranger(facts: Facts, _: Params) -> str:
    """`opens` or `fails`: what the client does with an answer that somebody wrote who only read its request."""
    offer = asked_offer(facts)
    client = Connection.client(offer, lambda: MASK)
    client.connect()
    client.bytes_to_send()
    lines = [("Upgrade", "websocket"), ("Connection", "Upgrade"), ("Sec-WebSocket-Accept", accept_value(offer.key))]
    events = client.receive(build_head("HTTP/1.1 101 Hello", lines))
    return "opens" if any(isinstance(event, Opened) for event in events) else "fails"


DECIDERS: Final = (turned_bits, stranger)
"""The deciders of this file; a lesson names them as they are named here."""
