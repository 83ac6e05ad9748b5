"""The page of the play `transports`, once for each way: it asks, hears of events, and says what its program has to say.

A browser keeps its HTTP connections: the page polls on one and the same. While a long poll or an event stream occupies
it, what the page says goes over a second one; a WebSocket carries both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.network.plays.transports_browser import Asker, Mouth, nobody
from lessons.plays.http_messages import messages
from protocol.events import MessageReceived
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.network.plays.transports_browser import Browser
    from protocol.connection import Connection
    from protocol.heads import Response


class Polling:
    """Asks every so often, whether there is something or not."""

    way = "polling"

    def __init__(self, browser: Browser, interval: float) -> None:
        self._browser = browser
        self._interval = interval
        self._known = 0
        self._asker = Asker(browser, self.way, self.way)

    async def start(self) -> None:
        """Ask now, and again after the interval."""
        self._browser.agenda.after(self._interval, self.start)
        await self._asker.ask(self._request, self._answered, "asks." + self.way)

    async def say(self, text: str) -> None:
        """Say something to the server, between two polls."""
        await self._asker.ask(lambda: self._browser.post(text), nobody)

    def _request(self) -> bytes:
        return self._browser.get(f"/poll?after={self._known}")

    def _answered(self, response: Response, body: bytes) -> None:
        self._known += self._browser.learned(self.way, self._known, response, body)


class LongPolling:
    """Asks, and as soon as it was answered asks again."""

    way = "longpoll"

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._known = 0
        self._asker = Asker(browser, self.way, self.way)
        self.say = Mouth(browser, self.way).say

    async def start(self) -> None:
        """Ask for what is not known yet."""
        await self._asker.ask(self._request, self._answered, "asks." + self.way)

    def _request(self) -> bytes:
        return self._browser.get(f"/wait?after={self._known}")

    def _answered(self, response: Response, body: bytes) -> None:
        self._known += self._browser.learned(self.way, self._known, response, body)
        self._browser.agenda.after(0, self.start)


class EventStream:
    """Asks once; the answer does not end (server-sent events, an EventSource in a page's program)."""

    way = "stream"

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._buffer = b""
        self._known = 0
        self.say = Mouth(browser, self.way).say
        self._wire = browser.open(self.way, self.way, self._subscribe)
        self._wire.reads[Role.CLIENT] = self._received

    async def start(self) -> None:
        """It has asked already: the stream begins as soon as TCP stands."""

    async def _subscribe(self) -> None:
        await self._wire.write(Role.CLIENT, self._browser.get("/stream", ("Accept", "text/event-stream")))
        self._browser.tell("asks." + self.way)

    async def _received(self, data: bytes) -> None:
        self._buffer += data
        body = next((one.body for one in messages(self._buffer, Role.SERVER)), b"")
        whole = body.count(b"\n\n")
        for number in range(self._known, whole):
            self._browser.tell("gets." + self.way, number=number + 1)
        self._known = whole


class Socket:
    """Asks once for a WebSocket; after that there are frames in both directions."""

    way = "websocket"

    def __init__(self, browser: Browser, connection: Connection) -> None:
        self._browser = browser
        self._connection = connection
        self._known = 0
        self._wire = browser.open(self.way, self.way, self._connect)
        self._wire.reads[Role.CLIENT] = self._received

    async def start(self) -> None:
        """It has asked already: the handshake begins as soon as TCP stands."""

    async def _connect(self) -> None:
        self._browser.tell("asks." + self.way)
        self._connection.connect()
        await self._flush()

    async def say(self, text: str) -> None:
        """Say something to the server, in a frame."""
        self._connection.send_text(text)
        await self._flush()

    async def _received(self, data: bytes) -> None:
        for event in self._connection.receive(data):
            if isinstance(event, MessageReceived):
                self._known += 1
                self._browser.tell("gets." + self.way, number=self._known)
        await self._flush()

    async def _flush(self) -> None:
        await self._wire.write(Role.CLIENT, self._connection.bytes_to_send())
