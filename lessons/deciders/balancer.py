"""Questions about a room on several nodes: hubs with and without a common bus, and endpoints, decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lessons.deciders.common import Params, open_pair
from protocol.connection import StateError
from protocol.frames import encode_frame
from protocol.patterns.bus import MemoryBus, MemoryPort
from protocol.patterns.fanout import Hub
from protocol.vocabulary import CloseCode, Opcode, State

if TYPE_CHECKING:
    from protocol.knowledge import Facts

ROOM: Final = "lobby"
WORD: Final = "Hello"


class _Service:
    """Nodes with their pages; `joined` by one bus, or each on a bus of its own."""

    def __init__(self, nodes: int, pages: int, *, joined: bool) -> None:
        bus = MemoryBus()
        self.ports: list[MemoryPort] = [(bus if joined else MemoryBus()).port() for _ in range(nodes)]
        self.hubs = [Hub(f"node-{number}", port) for number, port in enumerate(self.ports)]
        self.homes = {f"page-{number}": self.hubs[number % nodes] for number in range(pages)}
        for page in self.homes:
            self.enter(page)

    def enter(self, page: str) -> None:
        self.homes[page].join(page)
        self.homes[page].subscribe(page, ROOM)

    def say(self, page: str) -> None:
        """A page says the word, and it goes as far as it goes."""
        self.homes[page].publish(page, ROOM, WORD, echo=True)
        for hub, port in zip(self.hubs, self.ports, strict=True):
            for topic, text in port.take():
                hub.arrived(topic, text, 0.0)

    def has(self, page: str) -> int:
        """How many words wait for a page."""
        return len(self.homes[page].take(page))


def reached(_facts: Facts, params: Params) -> str:
    """How many of `pages` on `nodes` hear what one of them says; `joined`: a broker is between."""
    service = _Service(params["nodes"], params["pages"], joined=bool(params.get("joined")))
    service.say("page-0")
    return str(sum(map(service.has, service.homes)))


def after_the_end(facts: Facts, _params: Params) -> str:
    """`same`, `handshake` or `nothing`: what brings a page back whose node has said Close."""
    client, server = open_pair(facts)
    server.send_close(CloseCode.GOING_AWAY)
    client.receive(server.bytes_to_send())
    server.receive(client.bytes_to_send())
    client.tcp_closed()
    try:
        client.connect()
    except StateError:
        fresh, _ = open_pair(facts)
        return "handshake" if fresh.state is State.OPEN else "nothing"
    return "same"


def on_the_bus(_facts: Facts, _params: Params) -> str:
    """`frame`, `masked` or `text`: what a node gives to the broker when a page has said something."""
    port = MemoryBus().port()
    hub = Hub("node-0", port)
    hub.join("page-0")
    hub.subscribe("page-0", ROOM)
    hub.publish("page-0", ROOM, WORD)
    carried = "".join(text for _, text in port.take()).encode()
    if encode_frame(Opcode.TEXT, WORD.encode()) in carried:
        return "frame"
    return "text" if WORD.encode() in carried else "masked"


def came_too_late(_facts: Facts, _params: Params) -> str:
    """`later`, `twice` or `never`: when a page gets a word that was said while it was away."""
    service = _Service(2, 2, joined=True)
    service.homes["page-1"].leave("page-1")
    service.say("page-0")
    service.enter("page-1")
    return {0: "never", 1: "later"}.get(service.has("page-1"), "twice")


DECIDERS: Final = (reached, after_the_end, on_the_bus, came_too_late)
"""The deciders of this file; a lesson names them as they are named here."""
