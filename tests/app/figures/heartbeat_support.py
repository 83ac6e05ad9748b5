"""Runs for the heartbeat figure, on real sockets, each made once."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import cache

from app.network.scenario import play
from lessons.model import Action, BeatSetup, Scenario
from lessons.order import Order
from protocol.chorus import observe_played


def facts_of_actions(actions, server=None, client=None, **ends):
    """What is known of a run in which these actions are done."""
    scenario = Scenario(seed=3, actions=tuple(actions))
    scenario = replace(
        scenario,
        server=replace(scenario.server, beat=server or BeatSetup()),
        client=replace(scenario.client, beat=client or BeatSetup(), **ends),
    )
    return observe_played(asyncio.run(play(Order(scenario))))


def lost(answered=12.0, silence=28.0):
    """The network is lost for a while, then the client speaks."""
    return (
        Action("open", "connect"),
        Action("answered", "wait", seconds=answered),
        Action("cut", "cut"),
        Action("silence", "wait", seconds=silence),
        Action("mend", "mend"),
        Action("hi", "text", text="hi"),
    )


@cache
def server_asks():
    """The server asks every five seconds and gives up after two missed pongs."""
    return facts_of_actions(lost(), BeatSetup(5, 5, 2))


@cache
def client_asks():
    """The client asks in text messages; the network stays lost."""
    return facts_of_actions(lost()[:4], client=BeatSetup(5, 5, 2, "text"))


@cache
def nobody_asks():
    """What the client says into the lost network comes when it is back."""
    actions = (*lost(12, 3000)[:4], Action("there", "text", text="there?"), Action("w", "wait", seconds=60))
    return facts_of_actions((*actions, Action("mend", "mend")))


@cache
def by_hand():
    """Two pings, a pong for the second, and one that nobody asked for."""
    ping = Action("one", "ping", "server", "one")
    return facts_of_actions(
        (
            Action("open", "connect"),
            ping,
            Action("w", "wait", seconds=2),
            replace(ping, id="two", text="two"),
            Action("x", "wait", seconds=2),
            Action("pong", "pong", text="two"),
            Action("y", "wait", seconds=2),
            Action("unasked", "pong", text="here"),
        ),
        answers_pings=False,
    )
