"""Plays for the figure of coming back, on real sockets, each made once."""

from __future__ import annotations

import asyncio
from functools import cache

from app.network.plays.crowd import run
from lessons.model import Scenario
from lessons.plays.crowd import CrowdSetup
from protocol.chorus import observe_played


def chorus_of(**setup):
    """What is known of a play with this setup."""
    played = asyncio.run(run(Scenario(seed=7, play="crowd", crowd=CrowdSetup(**setup))))
    return observe_played(played)


@cache
def linear():
    """The classic snippet, and the server is back in time."""
    return chorus_of()


@cache
def jittered():
    """Exponential backoff with full jitter, and a long outage."""
    return chorus_of(schedule="full", attempts=0, outage=40, until=80)


@cache
def flapping():
    """A server that drops four connections; the count is reset at once."""
    return chorus_of(drops=4, lasting=0)


@cache
def refused():
    """A Close that says: do not come back."""
    return chorus_of(code=1008, reason="banned")


@cache
def crowds():
    """Three small crowds."""
    return chorus_of(clients=60, takes=6, sockets=12, watched=40)
