"""Handshakes in which something is offered: with our server, and with one that answers what it likes."""

from __future__ import annotations

from dataclasses import replace

from app.figures.offers import draw
from protocol.accept import accept_value
from protocol.extensions import DeflateOffer, DeflatePolicy
from protocol.handshake import Offer, Policy
from protocol.observer import observe
from tests.figures_support import plain_room
from tests.wire_support import KEY, Wire

EXTENSIONS = "Sec-WebSocket-Extensions"


def asked(*subprotocols, deflate=None, extensions=""):
    extra = ((EXTENSIONS, extensions),) if extensions else ()
    return Offer("server.example.com", "/chat", KEY, subprotocols=subprotocols, deflate=deflate, extra=extra)


def shaken(offer, policy):
    return observe(Wire(offer, policy).open().recording)


def by_hand(offer, **headers):
    """A server whose program answers 101 with these headers, whatever was offered."""
    names = {"protocol": "Sec-WebSocket-Protocol", "extensions": EXTENSIONS}
    own = (("Upgrade", "websocket"), ("Connection", "Upgrade"), ("Sec-WebSocket-Accept", accept_value(KEY)))
    more = tuple((names[name], value) for name, value in headers.items())
    return shaken(offer, Policy(refuse=101, refuse_headers=(*own, *more)))


FULL = {
    "all": lambda: shaken(
        asked("chat.v2", "chat", deflate=DeflateOffer(True, True, 12, 11), extensions="x-trace; level=3"),
        Policy(subprotocols=("chat",), deflate=DeflatePolicy(client_max_window_bits=9)),
    ),
    "plain": lambda: shaken(asked(), Policy()),
    "stranger": lambda: by_hand(asked("chat"), protocol="superchat"),
    "crowded": lambda: by_hand(
        asked("chat.v2", "chat", deflate=DeflateOffer(True, True, 12, 11), extensions="x-trace; level=3"),
        protocol="superchat",
    ),
    "twice": lambda: shaken(asked("chat", "chat"), Policy()),
}


def drawn(facts, focus="", height=772.0, top=96.0, cursor=None):
    """The figure at the end of the run, or at a cursor."""
    room = replace(plain_room(height), top=top)
    return draw(facts, len(facts) if cursor is None else cursor, focus, room)
