"""A thousand clients that lost the same server in the same second, once for each schedule by which they may come back.

All crowds live in the same seconds, each with a server of its own. While their server is away nobody is listened to, so
that an attempt only counts. Once it is back it takes so many handshakes in a second and answers 503 to everyone else.
Of each crowd some clients have sockets: they really connect, send their request and read 101 or 503. The others are the
same machine without a wire.
"""

from __future__ import annotations

import asyncio
import base64
import random
import socket
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Final

from app.network.front import full
from app.network.plays.crowd_line import CHUNK, Entrance
from app.network.plays.crowd_schedules import one_of_many
from protocol.chorus import Moment
from protocol.connection import Connection
from protocol.handshake import Offer, Policy, build_request
from protocol.http11 import read_response
from protocol.patterns.reconnect import GiveUp, Reconnect
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from app.network.clock import Clock
    from lessons.model import Scenario

BREATH: Final = 16
"""After so many handshakes the window gets its turn."""
TAKEN, TURNED_AWAY = 101, 503


class NotTakenError(Exception):
    """A handshake over loopback did not give the status that our own server sent."""


@dataclass
class _Crowd:
    """The clients of one schedule: when each calls next, and what came of it."""

    name: str
    clients: list[Reconnect]
    calls: list[tuple[float, int]] = field(default_factory=list)
    second: dict[str, int] = field(default_factory=dict)
    back: int = 0
    gone: int = 0
    attempts: int = 0
    peak: int = 0
    shaken: int = 0

    def lost(self, number: int, now: float, status: int | None = None) -> None:
        """A client lost its connection, or an attempt failed."""
        decision = self.clients[number].lost(now, status=status)
        if isinstance(decision, GiveUp):
            self.gone += 1
        else:
            heappush(self.calls, (decision.at, number))


class Crowds:
    """All crowds of one play."""

    def __init__(self, scenario: Scenario, clock: Clock) -> None:
        setup = scenario.crowd
        self._scenario = scenario
        self._setup = setup
        self._clock = clock
        self._random = random.Random(scenario.seed + 1)  # noqa: S311 - a lesson must repeat exactly
        names = dict.fromkeys(setup.schedules)
        self._crowds = [_Crowd(name, self._clients(name)) for name in names]
        self._moments: list[Moment] = []
        self._handshakes = 0

    def _clients(self, name: str) -> list[Reconnect]:
        # Every crowd draws its own chance, so that one more schedule changes nothing for the others.
        chance = random.Random(f"{self._scenario.seed} {name}")  # noqa: S311
        return [one_of_many(name, self._setup, chance) for _ in range(self._setup.clients)]

    async def run(self) -> list[Moment]:
        """Watch them, second by second."""
        start = self._clock.now()
        self._say("crowd-lost", clients=self._setup.clients, sockets=min(self._setup.sockets, self._setup.clients))
        for crowd in self._crowds:
            for number in range(self._setup.clients):
                crowd.clients[number].opened(-self._setup.lasting)
                crowd.lost(number, 0.0)
        entrance = Entrance()
        try:
            for second in range(int(self._setup.watched)):
                self._clock.skip_to(start + second)
                for crowd in self._crowds:
                    await self._second(crowd, second, entrance)
                self._clock.skip_to(start + second + 1 - 0.001)
                self._tell(second)
        finally:
            entrance.close()
        for crowd in self._crowds:
            self._say(
                "crowd-result", crowd=crowd.name, back=crowd.back, gone=crowd.gone, attempts=crowd.attempts,
                peak=crowd.peak, shaken=crowd.shaken,
            )  # fmt: skip
        return self._moments

    async def _second(self, crowd: _Crowd, second: int, entrance: Entrance) -> None:
        """Everyone who calls in this second, in order."""
        seen = {"refused": 0, "taken": 0, "turned": 0}
        while crowd.calls and crowd.calls[0][0] < second + 1:
            now, number = heappop(crowd.calls)
            crowd.attempts += 1
            if now < self._setup.away:
                seen["refused"] += 1
                crowd.lost(number, now)
                continue
            takes = seen["taken"] < self._setup.takes
            seen["taken" if takes else "turned"] += 1
            if number < self._setup.sockets:
                self._call(entrance, takes=takes)
                crowd.shaken += takes
                self._handshakes += 1
                if self._handshakes % BREATH == 0:
                    await asyncio.sleep(0)
            if takes:
                crowd.clients[number].opened(now)
                crowd.back += 1
            else:
                crowd.lost(number, now, status=TURNED_AWAY)
        crowd.second = seen
        if second >= self._setup.away:
            crowd.peak = max(crowd.peak, seen["taken"] + seen["turned"])

    def _call(self, entrance: Entrance, *, takes: bool) -> None:
        """One client with a socket: it connects, asks and reads the answer."""
        key = base64.b64encode(self._random.randbytes(16)).decode()
        offer = Offer(host=self._scenario.host, target=self._scenario.target, key=key, origin=self._scenario.origin)
        client, server = entrance.call()
        with client, server:
            client.sendall(build_request(offer))
            server.sendall(_answer(server, takes=takes))
            status = _asked(offer, client.recv(CHUNK))
        if status != (TAKEN if takes else TURNED_AWAY):
            raise NotTakenError(f"the server said {status}")

    def _tell(self, second: int) -> None:
        values = {f"{crowd.name}.{what}": number for crowd in self._crowds for what, number in crowd.second.items()}
        totals = {f"{crowd.name}.{what}": getattr(crowd, what) for crowd in self._crowds for what in ("back", "gone")}
        self._say("crowd-second", second=second, takes=self._setup.takes, away=self._setup.away, **values, **totals)

    def _say(self, kind: str, **values: str | float | bool) -> None:
        self._moments.append(Moment(self._clock.now(), kind, "crowd", Role.CLIENT, values))


def _answer(server: socket.socket, *, takes: bool) -> bytes:
    """What the server says: 101 by its endpoint, or 503 by its front door."""
    asked = server.recv(CHUNK)
    if not takes:
        return full()
    endpoint = Connection.server(Policy())
    endpoint.receive(asked)
    return endpoint.bytes_to_send()


def _asked(offer: Offer, answer: bytes) -> int:
    """The status that the client reads; a 101 only counts if its endpoint is OPEN after it."""
    status = read_response(answer).status
    if status == TAKEN:
        client = Connection.client(offer, lambda: bytes(4))
        client.connect()
        client.bytes_to_send()
        client.receive(answer)
        return status if client.state is State.OPEN else 0
    return status
