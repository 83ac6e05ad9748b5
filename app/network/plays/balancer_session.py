"""A page and a node that talk WebSocket through the balancer."""

from __future__ import annotations

from app.network.plays.balancer_path import COOKIE
from app.network.plays.talk import Talk
from protocol.handshake import Offer


class Session(Talk):
    """The WebSocket of one page, named `browser`."""

    browser = ""
    node = ""
    """Known as soon as the balancer has chosen."""


def offer_of(host: str, target: str, key: str, origin: str | None, browser: str) -> Offer:
    """What a page asks for; its cookie says who it is."""
    return Offer(host, target, key, origin, extra=(("Cookie", f"{COOKIE}={browser}"),))
