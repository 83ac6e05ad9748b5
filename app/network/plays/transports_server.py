"""The server of the play `transports`: one HTTP/1.1 server, four ways for a page to hear what happens there.

    GET /poll?after=3       what came up after event 3: 200 with the events, one a line; 204 if there is none
    GET /wait?after=3       the same, but with nothing new the answer is held back until there is, or for some seconds
    GET /stream             200 text/event-stream, which does not end: one chunk an event (WHATWG HTML, section 9.2)
    GET /socket, Upgrade    101, and then our Connection: one frame an event
    POST /say               what the page's program has to say: 204

Connections are kept: no answer says Connection: close.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from lessons.plays.http_messages import HttpMessage, messages
from protocol.connection import Connection
from protocol.events import MessageReceived
from protocol.heads import Request
from protocol.offers import Policy, build_head
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from app.network.plays.agenda import Agenda
    from app.network.plays.slow_wire import SlowWire

NOTHING: Final = build_head("HTTP/1.1 204 No Content", [("Cache-Control", "no-store")])

Heard = Callable[[str, str], None]
"""Is told the way and the text of what a page said."""


def found(body: bytes) -> bytes:
    """The answer that brings events."""
    lines = [("Content-Type", "text/plain"), ("Content-Length", str(len(body))), ("Cache-Control", "no-store")]
    return build_head("HTTP/1.1 200 OK", lines) + body


STREAM: Final = build_head(
    "HTTP/1.1 200 OK",
    [("Content-Type", "text/event-stream"), ("Cache-Control", "no-store"), ("Transfer-Encoding", "chunked")],
)


def stream_event(number: int, text: str) -> bytes:
    """An event of a stream as one chunk: its id, its data, an empty line."""
    data = f"id: {number}\ndata: {text}\n\n".encode()
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


class Server:
    """What all pages ask: the events that came up so far, and who waits for the next."""

    def __init__(self, agenda: Agenda, hold: float, policy: Policy, heard: Heard) -> None:
        self.agenda = agenda
        self.hold = hold
        self.policy = policy
        self.heard = heard
        self.events: list[str] = []
        self._ends: list[ServerEnd] = []

    def accept(self, way: str, wire: SlowWire) -> None:
        """A page has connected."""
        end = ServerEnd(self, way, wire)
        wire.reads[Role.SERVER] = end.received
        self._ends.append(end)

    async def happen(self, text: str) -> None:
        """An event comes up: whoever waits is told."""
        self.events.append(text)
        for end in self._ends:
            await end.push()


class ServerEnd:
    """The server's side of one connection: HTTP requests until one of them asks for something that stays."""

    def __init__(self, server: Server, way: str, wire: SlowWire) -> None:
        self._server = server
        self._way = way
        self._wire = wire
        self._buffer = b""
        self._waits_after: int | None = None
        """A long poll is held that knows so many events."""
        self._waits_since = 0.0
        self._streams = False
        self._socket: Connection | None = None

    async def received(self, data: bytes) -> None:
        """Bytes of the page."""
        if self._socket is not None:
            await self._hear(data)
            return
        self._buffer += data
        for message in messages(self._buffer, Role.CLIENT):
            if not message.whole:
                return
            self._buffer = self._buffer[message.size :]
            await self._answer(message)

    async def push(self) -> None:
        """Tell of the newest event, if this connection waits for it."""
        events = self._server.events
        if self._waits_after is not None:
            await self._bring(self._waits_after)
        elif self._streams:
            await self._write(stream_event(len(events), events[-1]))
        elif self._socket is not None and self._socket.state is State.OPEN:
            self._socket.send_text(events[-1])
            await self._write(self._socket.bytes_to_send())

    async def _answer(self, message: HttpMessage) -> None:
        request = message.head
        assert isinstance(request, Request)
        path, _, query = request.target.partition("?")
        after = int(query.removeprefix("after=") or "0") if path in {"/poll", "/wait"} else 0
        if message.upgrades:
            self._socket = Connection.server(self._server.policy)
            self._socket.receive(request.raw)
            await self._write(self._socket.bytes_to_send())
        elif path == "/say":
            self._server.heard(self._way, message.body.decode())
            await self._write(NOTHING)
        elif path == "/stream":
            self._streams = True
            await self._write(STREAM)
        elif after < len(self._server.events):
            await self._bring(after)
        elif path == "/poll":
            await self._write(NOTHING)
        else:
            await self._wait(after)

    async def _wait(self, after: int) -> None:
        """Hold the answer back; it goes empty if nothing comes up in time."""
        agenda = self._server.agenda
        self._waits_after, self._waits_since = after, agenda.now
        since = agenda.now

        async def give_up() -> None:
            if self._waits_after is not None and self._waits_since == since:
                self._waits_after = None
                await self._write(NOTHING)

        agenda.after(self._server.hold, give_up)

    async def _bring(self, after: int) -> None:
        """Everything that came up after so many events."""
        self._waits_after = None
        await self._write(found("\n".join(self._server.events[after:]).encode()))

    async def _hear(self, data: bytes) -> None:
        assert self._socket is not None
        for event in self._socket.receive(data):
            if isinstance(event, MessageReceived) and event.text is not None:
                self._server.heard(self._way, event.text)
        await self._write(self._socket.bytes_to_send())

    async def _write(self, data: bytes) -> None:
        await self._wire.write(Role.SERVER, data)
