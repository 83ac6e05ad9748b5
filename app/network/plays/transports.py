"""The play `transports`: one server, one stream of events, and four pages that hear of it, each in its way.

All four run side by side, each over a TCP connection of its own, on one clock. Which event comes up when is drawn from
the seed, one in each stretch of `every` seconds.
"""

from __future__ import annotations

import random
from functools import partial
from typing import TYPE_CHECKING, Final

from app.network.clock import Clock
from app.network.plays.agenda import Agenda
from app.network.plays.transports_browser import Browser
from app.network.plays.transports_page import EventStream, LongPolling, Polling, Socket
from app.network.plays.transports_server import Server
from app.network.stage import Keys, offer_of, policy_of, setup_of
from app.network.url import PORTS, parse_url
from protocol.chorus import Moment, Played
from protocol.connection import Connection
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from lessons.model import Scenario
    from protocol.recording import Recording

BEGIN: Final = 0.5
"""Seconds until the first stretch in which an event comes up: by then every page has asked."""


async def run(scenario: Scenario) -> Played:
    """Play it to the end; the WebSocket is the main connection."""
    play = _Play(scenario)
    try:
        await play.run()
    finally:
        for wire in play.browser.wires.values():
            wire.close()
    return Played(play.recordings(), tuple(play.moments), silent=frozenset(play.browser.wires) - {Socket.way})


class _Play:
    """One run: its clock, its moments, the server and the four pages."""

    def __init__(self, scenario: Scenario) -> None:
        self._setup = scenario.transports
        self._scenario = scenario
        self._clock = Clock(lambda: 0.0)  # what the machine takes is not counted: only the way of the bytes is
        self._agenda = Agenda(self._clock)
        self.moments: list[Moment] = []
        self._random = random.Random(scenario.seed)  # noqa: S311 - a lesson must repeat exactly
        server = Server(self._agenda, self._setup.hold, policy_of(scenario), self._heard)
        self.browser = Browser(
            self._agenda,
            server,
            self._setup.latency,
            scenario.host,
            scenario.origin,
            scenario.headers,
            self._told_by_page,
        )
        self._server = server

    async def run(self) -> None:
        """Open all connections, let the events come up and the page say what it has to say, until all is told."""
        setup, keys = self._setup, Keys.of(self._scenario)
        connection = Connection.client(offer_of(self._scenario, keys.key()), keys.masks())
        self._open()
        pages = (
            Socket(self.browser, connection),
            Polling(self.browser, setup.poll),
            LongPolling(self.browser),
            EventStream(self.browser),
        )
        self._dress(Socket.way)
        for number in range(setup.events):
            at = BEGIN + (number + self._random.random()) * setup.every
            self._agenda.at(round(at, 2), partial(self._happen, number + 1))
        end = BEGIN + setup.events * setup.every + setup.poll + 4 * setup.latency
        for number in range(setup.says):
            for page in pages:
                self._agenda.at(
                    BEGIN + (number + 0.5) * (end - BEGIN) / setup.says, partial(page.say, said(number + 1))
                )
        for page in pages:
            await page.start()
        await self._agenda.run(end)
        self._tell(Role.SERVER, "news.over")

    def _open(self) -> None:
        """The page's program names the address; what is in it is told as the program reads it."""
        url = parse_url(f"ws://{self._scenario.host}{self._scenario.target}")
        path, mark, query = url.target.partition("?")
        self._tell(
            Role.CLIENT, "opens.websocket", url=url.text, host=url.host_header, path=path, query=mark + query,
            port=url.port, plain=PORTS["ws"], secure=PORTS["wss"],
        )  # fmt: skip

    def recordings(self) -> dict[str, Recording]:
        """Every connection, the WebSocket first."""
        return {name: wire.recording for name, wire in self.browser.wires.items()}

    def _dress(self, name: str) -> None:
        """The recording of the WebSocket says by which policy its server judges."""
        wire = self.browser.wires[name]
        wire.recording.setup = setup_of(self._scenario, *wire.addresses)

    async def _happen(self, number: int) -> None:
        price = 100 + self._random.randrange(1000) / 100
        text = f"event {number:02d}: {price:.2f} EUR"[: self._setup.size].ljust(self._setup.size, ".")
        self._tell(Role.SERVER, "news", number=number, text=text)
        await self._server.happen(text)

    def _heard(self, way: str, text: str) -> None:
        self._tell(Role.SERVER, "hears." + way, text=text)

    def _told_by_page(self, kind: str, **values: int) -> None:
        self._tell(Role.CLIENT, kind, **values)

    def _tell(self, role: Role, kind: str, **values: str | int) -> None:
        actor = "page" if role is Role.CLIENT else "server"
        self.moments.append(Moment(self._clock.now(), kind, actor, role, values))


def said(number: int) -> str:
    """What the page's program says."""
    return f"order {number:02d}: 10 pieces"
