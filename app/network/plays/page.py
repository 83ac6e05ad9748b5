"""The play `page`: whose cookie goes along when a page opens a WebSocket, and what a server can ask for instead.

    login    the user logs in at the shop: its cookie is in the browser from now on          (plain HTTP, silent)
    good     the shop's own page opens a WebSocket, through TLS (`good-tls` is what crosses the wire)
    lure     the user looks at a page of another origin                                      (plain HTTP, silent)
    evil     that page opens a WebSocket to the shop; the browser adds Origin and, perhaps, the cookie
    bearer, expired, forged, unsigned   programs without a browser bring a token
    big, head, late                     what is too big, too long or one too many

Where the shop asks for tickets, each page fetches one first (`good-ticket`, `evil-ticket`); the browser does not give
the evil one what it fetched.
"""

from __future__ import annotations

import asyncio
import random
from typing import TYPE_CHECKING, Final

from app.network.clock import Clock
from app.network.plays.duet import Duet
from app.network.plays.page_shop import ASK, PAY, SESSION, Shop
from app.network.plays.trust import seals
from app.network.plays.wires import TlsWire, Wire
from app.network.stage import Keys
from protocol.chorus import Moment, Played
from protocol.events import MessageReceived, Refused
from protocol.handshake import Offer, Policy
from protocol.http11 import Request
from protocol.offers import build_head
from protocol.patterns.json_text import write_object
from protocol.recording import Setup
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.model import Scenario
    from protocol.connection import Connection
    from protocol.events import Event
    from protocol.recording import Recording

BRINGS: Final = {"good": "bearer", "expired": "expired", "forged": "forged", "none": "unsigned"}
"""The token that a program brings, and the name of its connection."""

TARGET: Final = "/account"
MAIN: Final = "good"
KIND: Final = "page-"
"""What the kinds of this play's moments begin with."""

TLS: Final = "-tls"
TOO_LONG: Final = 17_000
"""Bytes of a header that makes a head longer than any server of ours reads."""

PAGE: Final = "<!doctype html><title>{title}</title><script>new WebSocket('{scheme}://{host}{target}')</script>\n"


async def run(scenario: Scenario) -> Played:
    """Play it."""
    scene = _Scene(scenario)
    try:
        await scene.play()
    finally:
        for wire in scene.wires:
            wire.close()
    return scene.played()


class _Scene:
    """The browser with its pages, the programs, and the shop."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.setup = scenario.page
        self.wires: list[Wire] = []
        self._clock = Clock(asyncio.get_running_loop().time)
        self._moments: list[Moment] = []
        self._recordings: dict[str, Recording] = {}
        self._silent: set[str] = set()
        self._masks = Keys.of(scenario).masks()
        self._chance = random.Random(scenario.seed)  # noqa: S311 - a lesson must repeat exactly
        self._shop = Shop(scenario, self._chance, self._note)
        self._cookie = ""
        self._name = self.setup.user.capitalize()

    def played(self) -> Played:
        """What was recorded, the shop's own page first."""
        names = sorted(self._recordings, key=lambda name: name != MAIN)
        connections = {name: self._recordings[name] for name in names}
        return Played(connections, tuple(self._moments), silent=frozenset(self._silent))

    async def play(self) -> None:
        """All scenes."""
        await self._log_in()
        good = await self._page_opens(MAIN, self.scenario.origin or "", ASK)
        evil = await self._lured()
        for kind in self.setup.tokens:
            await self._program(BRINGS[kind], self._shop.token(kind))
        if self.setup.connections:
            await self._limits()
        for duet in (good, evil):
            if duet.server.state is State.OPEN:
                duet.server.send_close(1000)
                await duet.settle()

    # Plain HTTP.

    async def _log_in(self) -> None:
        """The user logs in at the shop. The cookie that comes back is the browser's affair from now on."""
        form = f"user={self.setup.user}&password=...".encode()
        own = [("Host", self.scenario.host), ("Origin", self.scenario.origin or ""), ("Content-Length", str(len(form)))]
        said = f"{SESSION}={self._shop.session()}; Path=/; Secure; HttpOnly; SameSite={self.setup.same_site}"
        reply = build_head("HTTP/1.1 200 OK", [("Set-Cookie", said), *self.setup.headers, ("Content-Length", "0")])
        await self._fetch("login", build_head("POST /login HTTP/1.1", own) + form, reply)
        self._cookie = said.partition(";")[0]
        self._note("login", self._name, {"same_site": self.setup.same_site, "cookie": self._cookie}, Role.CLIENT)

    async def _lured(self) -> Duet:
        """The user follows a link to the other origin, and its page begins to run."""
        host = self.setup.evil.partition("//")[2]
        scheme = "wss" if self.setup.tls else "ws"
        body = PAGE.format(title="Win a prize", scheme=scheme, host=self.scenario.host, target=TARGET).encode()
        reply = build_head(
            "HTTP/1.1 200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))]
        )
        await self._fetch("lure", build_head("GET / HTTP/1.1", [("Host", host)]), reply + body)
        self._note("visit", self._name, {"origin": self.setup.evil}, Role.CLIENT)
        return await self._page_opens("evil", self.setup.evil, PAY)

    async def _ticket(self, name: str, origin: str) -> str:
        """A page asks for a ticket. What the shop answers, the browser gives to pages of its own origin only, because
        no Access-Control-Allow-Origin names another (WHATWG Fetch)."""
        cookie = [("Cookie", self._cookie)] if self._goes_along(origin) else []
        own = [("Host", self.scenario.host), ("Origin", origin), *cookie, ("Content-Length", "0")]
        ticket = self._shop.ticket() if cookie else ""
        body = write_object({"ticket": ticket}).encode() if ticket else b""
        status = "200 OK" if ticket else "401 Unauthorized"
        head = build_head(f"HTTP/1.1 {status}", [*self.setup.headers, ("Content-Length", str(len(body)))])
        await self._fetch(f"{name}-ticket", build_head("POST /ticket HTTP/1.1", own), head + body)
        if origin == self.scenario.origin:
            self._note("ticket", name, {"ticket": ticket}, Role.CLIENT)
            return ticket
        self._note("kept", "browser", {"page": name}, Role.CLIENT)
        return ""

    async def _fetch(self, name: str, request: bytes, reply: bytes) -> None:
        wire = self._wire(name, silent=True)
        await wire.carry(Role.CLIENT, request)
        await wire.carry(Role.SERVER, reply)
        await wire.end(Role.SERVER)
        await wire.end(Role.CLIENT)

    # WebSockets.

    def _goes_along(self, origin: str) -> bool:
        """Whether the browser adds the cookie: always for pages of the shop's own site, for others only if the cookie
        says None (RFC 6265bis, “Strict” and “Lax” enforcement: a WebSocket is no navigation, so Lax withholds it)."""
        return origin == self.scenario.origin or self.setup.same_site == "None"

    async def _page_opens(self, name: str, origin: str, says: str) -> Duet:
        """`new WebSocket(url)` in a page: the browser writes the handshake, and the page cannot change it."""
        ticket = await self._ticket(name, origin) if self.setup.asks == "ticket" else ""
        goes = self._goes_along(origin)
        target = f"{TARGET}?ticket={ticket}" if ticket else TARGET
        self._note("opens", name, {"origin": origin, "target": target, "cookie": SESSION if goes else "–"}, Role.CLIENT)
        cookie = (("Cookie", self._cookie),) if goes else ()
        secure = name == MAIN and self.setup.tls
        duet = await self._opened(name, Offer(self.scenario.host, target, self._key(), origin, extra=cookie), secure)
        if duet.client.state is State.OPEN:
            duet.client.send_text(says)
            await duet.settle()
        return duet

    async def _program(self, name: str, token: str, *extra: tuple[str, str]) -> Duet:
        """A program that is no browser: it writes what it likes, and sends no Origin."""
        login = ("Authorization", f"Bearer {token}")
        duet = await self._opened(name, Offer(self.scenario.host, TARGET, self._key(), extra=(login, *extra)))
        if name in BRINGS.values() and duet.client.state is State.OPEN:
            duet.client.send_close(1000)
            await duet.settle()
            self._shop.open -= 1
        return duet

    async def _limits(self) -> None:
        """A message that is too big, a head that is too long, and one caller too many."""
        good = self._shop.token("good")
        big = await self._program("big", good)
        if big.client.state is State.OPEN:
            big.client.send_text("x" * (self.setup.limit + 1))
            await big.settle()
            self._shop.open -= 1
        await self._program("head", good, ("X-Long", "x" * TOO_LONG))
        guests: list[Duet] = []
        while self._shop.open < self.setup.connections:
            guests.append(await self._program(f"guest-{len(guests) + 1}", good))
        await self._program("late", good)
        for guest in guests:
            guest.client.send_close(1001)
            await guest.settle()

    async def _opened(self, name: str, offer: Offer, secure: bool = False) -> Duet:
        wire = self._wire(name, secure=secure)
        if isinstance(wire, TlsWire):
            await wire.shake_hands()
        duet = Duet(wire, offer, self._masks, self._judge(name), self._hear(name))
        await duet.open()
        return duet

    def _judge(self, name: str) -> Callable[[Request], Policy]:
        return lambda request: self._shop.judge(name, request)

    def _hear(self, name: str) -> Callable[[Connection, Event], None]:
        def hear(connection: Connection, event: Event) -> None:
            self._shop.hear(connection, event)
            if connection.role is Role.SERVER:
                return
            if isinstance(event, MessageReceived):
                self._note("reads", name, {"text": event.text or ""}, Role.CLIENT)
            elif isinstance(event, Refused):
                self._note("refused", name, {"status": event.status}, Role.CLIENT)

        return hear

    # The books.

    def _key(self) -> str:
        return Keys(self.scenario, self._chance).key()

    def _wire(self, name: str, *, silent: bool = False, secure: bool = False) -> Wire:
        host = self.scenario.host
        setup = Setup(origins=self.setup.origins, hosts=(host,), deflate=False, server_limit=self.setup.limit)
        wire: Wire
        if secure:
            wire = TlsWire(self._clock.now, host, seals(self._moments.append, self._clock.now), setup)
        else:
            wire = Wire(self._clock.now, setup)
        self.wires.append(wire)
        self._recordings[name] = wire.recording
        if silent:
            self._silent.add(name)
        if wire.outer is not None:
            self._recordings[name + TLS] = wire.outer
            self._silent.add(name + TLS)
        return wire

    def _note(
        self, kind: str, actor: str, values: dict[str, str | int | float | bool], role: Role = Role.SERVER
    ) -> None:
        self._moments.append(Moment(self._clock.now(), KIND + kind, actor, role, values))
