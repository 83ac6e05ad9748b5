"""A node writes to its own sockets; what it hears on its line decides what."""

from __future__ import annotations

import asyncio
from itertools import count

from app.network.plays.balancer_node import Node
from app.network.plays.talk import Straight, Talk
from protocol.offers import Offer
from protocol.patterns.bus import MemoryBus
from protocol.vocabulary import Role

CLOCK = count()
OFFER = Offer("a", "/", "dGhlIHNhbXBsZSBub25jZQ==")


def page(name):
    return Talk(name, Straight(lambda: next(CLOCK)), OFFER, lambda: bytes(4))


def now():
    return 0.0


def test_nodes_on_one_bus_hear_each_other_and_others_do_not():
    bus = MemoryBus()
    nodes = [Node("A", "lobby", bus.port()), Node("B", "lobby", bus.port()), Node("C", "lobby")]
    pages = [page(name) for name in ("ada", "ben", "cleo")]
    for node, each in zip(nodes, pages, strict=True):
        node.join(each)
    nodes[0].publish(pages[0], "Hello")
    assert [[(one.name, text) for one, text in node.delivered(now)] for node in nodes] == [
        [("ada", "Hello")], [("ben", "Hello")], [],
    ]  # fmt: skip
    for node in nodes:
        node.close()


def test_a_node_that_lost_its_broker_keeps_its_pages():
    node, ada = Node("A", "lobby", MemoryBus().port()), page("ada")
    node.join(ada)
    node.rejoin()
    node.publish(ada, "Hello")
    assert node.delivered(now) == [(ada, "Hello")]
    node.leave(ada)
    node.leave(ada)
    assert node.sessions == {}
    node.close()


def test_visits_are_counted_in_the_nodes_own_memory():
    node, other = Node("A", "lobby"), Node("B", "lobby")
    assert [node.visit("ada"), node.visit("ada"), other.visit("ada")] == [1, 2, 1]
    node.close()
    other.close()


def test_a_node_that_goes_says_so_or_crashes():
    async def go(crash):
        node, ada = Node("A", "lobby"), page("ada")
        await ada.open()
        node.join(ada)
        gone = await node.go(1001, crash=crash)
        ada.close()
        return gone == [ada], ada.is_open, ada.recording.wire(Role.SERVER)[-4:]

    assert asyncio.run(go(crash=False)) == (True, False, bytes.fromhex("880203e9"))
    assert asyncio.run(go(crash=True))[:2] == (True, False)
