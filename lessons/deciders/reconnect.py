"""Questions about coming back after a connection was lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from lessons.deciders.common import Params, open_pair
from protocol.chorus import Chorus, Happened
from protocol.connection import StateError
from protocol.facts import HeadSent, MessageArrived
from protocol.http11 import Request
from protocol.knowledge import Facts
from protocol.patterns.reconnect import Exponential, Jitter, Linear, Reconnect, Schedule, Wait
from protocol.vocabulary import CloseCode


@dataclass(frozen=True, slots=True)
class Share:
    """Chance that always gives the same share of the way between the bounds."""

    part: float

    def uniform(self, a: float, b: float, /) -> float:
        """A number between `a` and `b`."""
        return a + (b - a) * self.part


def _schedule(params: Params) -> Schedule:
    if params["schedule"] == "linear":
        return Linear()
    return Exponential(jitter=Jitter(params["schedule"]))


def by_itself(facts: Facts, _: Params) -> str:
    """`yes` or `no`: whether an endpoint that was lost connects again, of itself or when it is asked to."""
    client, _server = open_pair(facts)
    client.tcp_closed()
    try:
        client.connect()
    except StateError:
        return "yes" if client.bytes_to_send() else "no"
    return "yes"


def next_delay(_: Facts, params: Params) -> str:
    """The wait before attempt number `attempt` by `schedule`, in seconds; with jitter the longest."""
    client = Reconnect(_schedule(params), Share(1.0))
    for _attempt in range(params["attempt"] - 1):
        client.lost(0.0)
    decision = client.lost(0.0)
    return f"{decision.delay:g}" if isinstance(decision, Wait) else "never"


def comes_back(_: Facts, params: Params) -> str:
    """`again` or `stays`: what the client does that was told `code`."""
    decision = Reconnect(Linear(), Share(0.5)).lost(0.0, code=CloseCode(params["code"]))
    return "again" if isinstance(decision, Wait) else "stays"


def attempt_after(_: Facts, params: Params) -> str:
    """The number of the next attempt after `made` attempts and a connection of `life` seconds; `lasting` are asked."""
    client = Reconnect(Linear(), Share(0.5), lasting=params["lasting"])
    for _attempt in range(params["made"]):
        client.lost(0.0)
    client.opened(100.0)
    decision = client.lost(100.0 + params["life"])
    return str(decision.attempt) if isinstance(decision, Wait) else "never"


def same_second(_: Facts, params: Params) -> str:
    """The most of `clients` that come in one second as attempt `attempt`, by `schedule`; chance is spread evenly."""
    clients, counted = params["clients"], Counter[int]()
    for place in range(clients):
        client = Reconnect(_schedule(params), Share((place + 0.5) / clients))
        now = 0.0
        for _attempt in range(params["attempt"]):
            decision = client.lost(now)
            assert isinstance(decision, Wait)
            now = decision.at
        counted[int(now)] += 1
    return str(max(counted.values()))


def key_again(facts: Facts | Chorus, _: Params) -> str:
    """`same` or `new`: the key of the second handshake of this run, beside the first one's."""
    names = facts.names if isinstance(facts, Chorus) else ("",)
    heads = [facts.get(f"{name}/request.sent" if name else "request.sent") for name in names]
    keys = [
        fact.head.get("Sec-WebSocket-Key")
        for fact in heads
        if isinstance(fact, HeadSent) and isinstance(fact.head, Request)
    ]
    return "same" if any(first == second for first, second in pairwise(keys)) else "new"


def news_meanwhile(facts: Facts | Chorus, _: Params) -> str:
    """`late` or `lost`: what became of the news that the server had while nobody was connected."""
    unheard = {fact.moment.values["text"] for fact in facts.of(Happened) if fact.moment.kind == "news-unheard"}
    heard = {fact.message.payload.decode() for fact in facts.of(MessageArrived)}
    return "late" if unheard & heard else "lost"


DECIDERS: Final = (
    by_itself,
    next_delay,
    comes_back,
    attempt_after,
    same_second,
    key_again,
    news_meanwhile,
)
"""The deciders of this file; a lesson names them as they are named here."""
