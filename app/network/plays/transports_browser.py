"""The browser of the play `transports`: it opens connections, makes requests over HTTP/1.1 and keeps connections.

A request is made when the one before it on the same connection has been answered.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.network.plays.slow_wire import SlowWire
from lessons.plays.http_messages import messages
from protocol.heads import Response
from protocol.offers import build_head
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.network.plays.agenda import Agenda
    from app.network.plays.transports_server import Server

Ask = Callable[[], bytes]
"""Makes a request at the moment at which it is written."""

Answered = Callable[[Response, bytes], None]
"""Gets the answer to a request, head and body."""

Tell = Callable[..., None]
"""Is told of a moment: its kind, and the number of the event."""


def nobody(response: Response, body: bytes) -> None:
    """Nobody wants the answer."""


@dataclass
class Browser:
    """What the four pages share: the wires that were opened by name, and the headers that every request carries."""

    agenda: Agenda
    server: Server
    latency: float
    host: str
    origin: str | None
    headers: tuple[tuple[str, str], ...]
    tell: Tell
    wires: dict[str, SlowWire] = field(default_factory=dict)

    def open(self, name: str, way: str, then: Callable[[], Awaitable[None]]) -> SlowWire:
        """Open a TCP connection: after one round trip (SYN there, SYN and ACK back) it stands for the client."""
        wire = SlowWire(self.agenda, self.latency)
        self.wires[name] = wire
        self.server.accept(way, wire)

        async def stand() -> None:
            wire.opened()
            await then()

        self.agenda.after(2 * self.latency, stand)
        return wire

    def get(self, target: str, *more: tuple[str, str]) -> bytes:
        """A GET request."""
        return build_head(f"GET {target} HTTP/1.1", [("Host", self.host), *more, *self.headers])

    def post(self, text: str) -> bytes:
        """A POST request with a text; unlike a GET of the page's own origin it names that origin, as in browsers."""
        body = text.encode()
        more = [("Content-Type", "text/plain"), ("Content-Length", str(len(body)))]
        more += [("Origin", self.origin)] if self.origin is not None else []
        return build_head("POST /say HTTP/1.1", [("Host", self.host), *more, *self.headers]) + body

    def learned(self, way: str, known: int, response: Response, body: bytes) -> int:
        """Tell which events an answer brings beyond those that are known; how many they are."""
        texts = body.decode().split("\n") if response.status == 200 else []
        if not texts:
            self.tell("nothing." + way)
        for number in range(len(texts)):
            self.tell("gets." + way, number=known + number + 1)
        return len(texts)


class Asker:
    """An HTTP/1.1 connection on which requests are made one after the other, each when the one before was answered."""

    def __init__(self, browser: Browser, name: str, way: str) -> None:
        self._browser = browser
        self._waiting: deque[tuple[Ask, Answered, str]] = deque()
        self._answered: Answered | None = nobody
        """Who gets the next answer; None while the connection is free."""
        self._buffer = b""
        self._wire = browser.open(name, way, self._next)
        self._wire.reads[Role.CLIENT] = self._received

    async def ask(self, request: Ask, answered: Answered, kind: str = "") -> None:
        """Make this request as soon as the connection is free; it is told as a moment of this kind then."""
        self._waiting.append((request, answered, kind))
        if self._answered is None:
            await self._next()

    async def _next(self) -> None:
        self._answered = None
        if self._waiting:
            request, self._answered, kind = self._waiting.popleft()
            await self._wire.write(Role.CLIENT, request())
            if kind:
                self._browser.tell(kind)

    async def _received(self, data: bytes) -> None:
        self._buffer += data
        for message in messages(self._buffer, Role.SERVER):
            if not message.whole:
                return
            self._buffer = self._buffer[message.size :]
            assert isinstance(message.head, Response)
            assert self._answered is not None
            self._answered(message.head, message.body)
            await self._next()


class Mouth:
    """What the page says while its first connection is occupied: it opens a second one, once."""

    def __init__(self, browser: Browser, way: str) -> None:
        self._browser = browser
        self._way = way
        self._asker: Asker | None = None

    async def say(self, text: str) -> None:
        """Say something to the server."""
        if self._asker is None:
            self._asker = Asker(self._browser, self._way + ".2", self._way)
        await self._asker.ask(lambda: self._browser.post(text), nobody)
