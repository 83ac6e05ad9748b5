"""Questions about masking, and about the proxy that reads what is not meant for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lessons.deciders.common import MASK, Params, close_code_in
from lessons.plays.cache_view import moments_of, visits
from lessons.plays.lenient_reader import LenientReader
from protocol.chorus import as_chorus
from protocol.connection import Connection
from protocol.facts import FrameSent
from protocol.frames import FrameReader, encode_frame
from protocol.handshake import Policy
from protocol.masking import mask
from protocol.offers import Offer
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from protocol.knowledge import Facts

KEY: Final = "dGhlIHNhbXBsZSBub25jZQ=="


def key_byte_of(_: Facts, params: Params) -> str:
    """Which byte of the key, counted from 1, masks the payload byte `place`, counted from 1."""
    return str(mask(bytes(params["place"]), bytes((1, 2, 3, 4)))[-1])


def eavesdropper_needs(facts: Facts, _: Params) -> str:
    """`nothing` if a reader of the bare bytes of the client's first frame has its text, else `key`."""
    fact = facts.get("client.frame.0.sent")
    assert isinstance(fact, FrameSent)
    (seen,) = FrameReader().feed(fact.frame.raw)
    return "nothing" if seen.payload == fact.frame.payload else "key"


def kept_under(facts: Facts, _: Params) -> str:
    """The host under whose name the proxy keeps the first answer."""
    return str(next(moments_of(as_chorus(facts), "proxy.stored")).values["host"])


def visitor_gets(facts: Facts, _: Params) -> str:
    """`poisoned` or `genuine`: what the first visitor gets."""
    return "poisoned" if visits(as_chorus(facts))[0].poisoned else "genuine"


def requests_read(_: Facts, params: Params) -> str:
    """How many requests the lenient reader finds in a frame with the text `text`, masked with `mask`, or not."""
    key = bytes.fromhex(params["mask"]) if "mask" in params else None
    reader = LenientReader(Role.CLIENT)
    return str(len(reader.feed(encode_frame(Opcode.TEXT, params["text"].encode(), key=key))))


def masked_to_client(_: Facts, params: Params) -> str:
    """The code in the Close frame with which a client answers a masked frame of the server, or `none`."""
    client = Connection.client(Offer("server.example.com", "/", KEY), lambda: MASK)
    server = Connection.server(Policy())
    client.connect()
    server.receive(client.bytes_to_send())
    client.receive(server.bytes_to_send())
    client.receive(encode_frame(Opcode.TEXT, params["text"].encode(), key=MASK))
    return close_code_in(client.bytes_to_send())


DECIDERS: Final = (key_byte_of, eavesdropper_needs, kept_under, visitor_gets, requests_read, masked_to_client)
"""The deciders of this file; a lesson names them as they are named here."""
