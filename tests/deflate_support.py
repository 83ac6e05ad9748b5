"""Compressed conversations over a memory wire, and what their facts are."""

from __future__ import annotations

from functools import cache

from protocol.extensions import DeflateOffer, DeflatePolicy
from protocol.frames import RSV1, encode_frame
from protocol.handshake import Offer, Policy
from protocol.knowledge import Facts
from protocol.observer import observe
from protocol.vocabulary import Opcode
from tests.wire_support import KEY, Wire

ADA = '{"user":"ada","text":"hello"}'
BOB = '{"user":"bob","text":"hello ada"}'
BOB_AFTER_ADA = bytes.fromhex("aa864926e527a1492a80d4d70200")
"""BOB, compressed with ADA in the window: the picture of the visual design."""


def deflate_wire(*, takeover: bool = True) -> Wire:
    """An OPEN wire on which both sides compress; the server takes over its context or does not."""
    offer = Offer(host="server.example.com", target="/chat", key=KEY, deflate=DeflateOffer())
    policy = Policy(deflate=DeflatePolicy(server_no_context_takeover=not takeover))
    return Wire(offer, policy).open()


@cache
def two_messages(takeover: bool = True) -> Facts:
    """The server says ADA, then BOB."""
    wire = deflate_wire(takeover=takeover)
    for text in (ADA, BOB):
        wire.server.send_text(text)
        wire.run()
    return observe(wire.recording)


@cache
def fragmented() -> Facts:
    """The server says ADA, then BOB in three frames."""
    wire = deflate_wire()
    wire.server.send_text(ADA)
    wire.server.send_text(BOB[:12], fin=False)
    wire.server.send_continuation(BOB[12:20].encode(), fin=False)
    wire.server.send_continuation(BOB[20:].encode(), fin=True)
    wire.run()
    return observe(wire.recording)


@cache
def forgotten_window() -> Facts:
    """The server has promised to forget, says ADA, and then BOB as if it had not."""
    wire = deflate_wire(takeover=False)
    wire.server.send_text(ADA)
    wire.run()
    wire.server.send_raw(encode_frame(Opcode.TEXT, BOB_AFTER_ADA, rsv=RSV1))
    wire.run()
    return observe(wire.recording)


@cache
def bomb(size: int = 60_000) -> Facts:
    """The server says one letter again and again."""
    wire = deflate_wire()
    wire.server.send_text("a" * size)
    wire.run()
    return observe(wire.recording)
