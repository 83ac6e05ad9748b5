"""A `Connection` on an asyncio transport: reads, lets the program answer, writes, keeps the time, ends TCP.

    bytes -> connection.receive -> events -> keeper.heard -> connection.bytes_to_send -> bytes

A peer that does not read is not read either: while more waits than the transport's high water, reading is paused. So a
flood of pings costs its sender more than us.

TCP ends as RFC 6455 section 7.1.1 asks. The server sends FIN after what is queued, then reads and drops what still
comes for a short time: closing a socket with unread bytes would send RST, and RST destroys what the peer has not read,
our Close with it. The client waits for the server's FIN.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from math import inf
from typing import Final

from app.network.front import Front, Passed, Reply, full, too_slow
from app.network.gale import Gale, reset, send_fin
from app.network.keeper import Keeper
from app.network.limits import Limits
from app.network.weather import Deliver, End, Gust, Harm, Weather
from protocol.connection import Connection
from protocol.events import Event, Opened, PongReceived
from protocol.http11 import Request
from protocol.patience import IDLE, Limit, Waiting
from protocol.patterns.heartbeat import Dead, Heartbeat
from protocol.recording import Kind
from protocol.vocabulary import CloseCode, Role, State

READ_SIZE: Final = 64 * 1024
"""How many bytes are read at once in the middle of a large frame."""

SMALL_READ: Final = 16 * 1024
"""How many elsewhere: who sends thousands of small frames must not keep the others waiting."""

COMPRESSED_READ: Final = 4 * 1024
"""How many where each byte may inflate to a thousand (RFC 7692)."""


class Link(asyncio.BufferedProtocol):
    """One endpoint on its socket. All links of one event loop may share one `buffer`: nothing stays in it.

    `front` is the server's front door; a client has none. `weather` is that of what is written.
    """

    def __init__(
        self,
        connection: Connection,
        keeper: Keeper,
        limits: Limits,
        buffer: bytearray,
        *,
        front: Front | None = None,
        weather: Weather | None = None,
    ) -> None:
        self.connection = connection
        self.request: Request | None = None
        """What a client asked the server for."""
        self.ran_out: Limit | None = None
        """The limit of time that ended this connection, if one did."""
        self.dead = False
        """Whether the peer answered no ping."""
        self.error: Exception | None = None
        """What broke TCP, if something did."""
        self._keeper = keeper
        self.limits = limits
        self._buffer = memoryview(buffer)
        self._front = front
        self._weather = weather
        self._speaks = front is None
        """Whether the endpoint takes part: not in plain HTTP, nor before a request has come."""
        self._paused = False
        self._held = False
        self._fin_sent = False
        self._fin_received = False
        self._closing = False
        """Whether the transport was told to close."""
        self._lost = False
        self._lingers_until = inf
        self._heartbeat: Heartbeat | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._drained = asyncio.Event()
        self._drained.set()

    # What a program may do.

    def act(self, deed: Callable[[Connection], None]) -> None:
        """Let the program do something with its connection, and write what comes of it. StateError if it may not."""
        deed(self.connection)
        self.flush()

    async def drained(self) -> None:
        """Wait until the peer has taken enough for more to be written."""
        await self._drained.wait()

    def flush(self) -> None:
        """Write what the connection has to send; end TCP when it says so; drop a peer that never reads."""
        self._write(self.connection.bytes_to_send())
        if self.connection.close_tcp:
            self._end()
        self._keep_time()
        if not self._lost and self._transport.get_write_buffer_size() > self.limits.unsent:
            self.reset()
        self._keeper.weighed(self)

    def go_away(self) -> None:
        """Our program ends: say so where that can be said, else end TCP (section 7.4.1, code 1001)."""
        if self.connection.state is State.OPEN and not self.connection.close_tcp:
            self.act(lambda connection: connection.send_close(CloseCode.GOING_AWAY))
        elif self.connection.state is State.CONNECTING and not self._fin_sent:
            self._leave()

    def _leave(self) -> None:
        """End TCP before there is a WebSocket. A caller who has not asked yet, as browsers keep some in reserve, has
        nothing of ours to read, nor anything that we would wait for."""
        self._close()
        if self._front is not None:
            self._transport.abort()

    def end_tcp(self) -> None:
        """Send FIN without a Close frame, as a program that crashed does."""
        self._write(self.connection.bytes_to_send())
        self.connection.close_tcp = True
        if not self._lost:
            self._send_fin()

    def hold(self, on: bool) -> None:
        """Whether reading waits, until whoever keeps the recording has caught up."""
        self._held = on
        if self._lost or self._fin_sent:
            return
        if on:
            self._transport.pause_reading()
        else:
            self._alive()
            self._listen()
            self._keep_time()

    def reset(self) -> None:
        """Drop the connection with RST."""
        if self._lost:
            return
        self._log.ended(self.connection.role, Kind.RST)
        self._fin_sent = self._closing = True
        reset(self._transport)

    @property
    def held(self) -> int:
        """How many bytes are kept here: of a message that is not whole, and of what the peer has not taken."""
        return 0 if self._lost else self.connection.held + self._transport.get_write_buffer_size()

    def give_up(self) -> None:
        """There is no room for what is held here: RST to who does not read, 1009 to who sends (section 7.4.1)."""
        if self._lost or self._transport.get_write_buffer_size():
            self.reset()
        else:
            self._tell(self.connection.give_up())
            self.flush()

    def refuse(self) -> None:
        """There are too many connections: 503, and the end."""
        self._write(full())
        self._end()

    @property
    def address(self) -> str:
        """The peer's, as `host:port`."""
        return address_of(self._transport.get_extra_info("peername"))

    @property
    def own_address(self) -> str:
        """Ours."""
        return address_of(self._transport.get_extra_info("sockname"))

    # What asyncio tells us.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """TCP, and TLS if there is one, stands."""
        assert isinstance(transport, asyncio.Transport)
        gale = None if self._weather is None else Gale(transport, self._weather, self._passed, self._harmed)
        self._transport: asyncio.Transport = gale or transport
        self._loop = asyncio.get_running_loop()
        self._waiting = Waiting(self.limits.patience, self.connection.role, self._loop.time())
        self._log = self._keeper.opened(self)
        self._log.opened()
        self._keeper.ready(self)
        if self.connection.role is Role.CLIENT:
            self.connection.connect()
        self.flush()

    def get_buffer(self, sizehint: int) -> memoryview:
        """Where the next bytes may be put: the fewer, the more work they may be."""
        if self.connection.deflate is not None:
            return self._buffer[:COMPRESSED_READ]
        return self._buffer[: max(SMALL_READ, self.connection.missing)]

    def buffer_updated(self, nbytes: int) -> None:
        """So many bytes have arrived. After our FIN nobody listens any more; TLS goes on giving what it had decrypted
        when TCP broke."""
        if self._fin_sent or self._lost or self._transport.is_closing():
            return
        data = bytes(self._buffer[:nbytes])
        self._log.data(self.connection.role.peer, data)
        self._alive()
        if self._front is not None:
            self._knock(self._front, data)
        else:
            self._receive(data)

    def eof_received(self) -> bool:
        """The peer sent FIN: its direction is over, ours need not be. TLS knows no half of a connection."""
        self._log.ended(self.connection.role.peer, Kind.FIN)
        self._fin_received = True
        self._tell_end()
        self.flush()
        return self._transport.get_extra_info("sslcontext") is None

    def pause_writing(self) -> None:
        """More waits than the peer takes."""
        self._paused = True
        self._drained.clear()
        if not self._fin_sent:
            self._transport.pause_reading()

    def resume_writing(self) -> None:
        """The peer has read, and so it lives."""
        self._paused = False
        self._drained.set()
        self._alive()
        self._listen()
        self._keep_time()

    def connection_lost(self, exc: Exception | None) -> None:
        """TCP is over, whoever ended it."""
        self._lost = True
        self.error = exc
        self._drained.set()
        if self._timer is not None:
            self._timer.cancel()
        if isinstance(exc, ConnectionResetError):
            self._log.ended(self.connection.role.peer, Kind.RST)
        else:
            self._log.ended(self.connection.role, Kind.FIN)
        try:
            self._tell_end()
        finally:  # whatever its program does, the connection is over
            self._keeper.ended(self)

    # Reading.

    def _listen(self) -> None:
        """Read on, unless the peer or the recording cannot keep up."""
        if not self._held and (self._fin_sent or not self._paused):
            self._transport.resume_reading()

    def _knock(self, front: Front, data: bytes) -> None:
        """The server reads a head, and decides who answers it."""
        found = front.feed(data)
        if isinstance(found, Reply):
            self._front, self.request = None, found.request
            self._write(found.raw)
            self._keeper.replied(self, found)
            self._end()
        elif isinstance(found, Passed):
            self._front, self.request = None, found.request
            self._speaks = True
            self._keeper.passed(self)
            self._receive(found.raw)

    def _receive(self, data: bytes) -> None:
        self._tell(self.connection.receive(data))
        self.flush()

    def _tell(self, events: list[Event]) -> None:
        for event in events:
            if isinstance(event, Opened) and self.limits.pulse is not None:
                self._heartbeat = Heartbeat(self.limits.pulse, self._loop.time())
            elif isinstance(event, PongReceived) and self._heartbeat is not None:
                self._heartbeat.pong(event.payload, self._loop.time())
            self._keeper.heard(self, event)

    def _tell_end(self) -> None:
        """TCP is over, or the peer's half of it: then it says nothing more."""
        events = self.connection.tcp_closed()
        self._tell(events if self._speaks else [])

    # Writing and ending.

    def _write(self, data: bytes) -> None:
        if data and not self._fin_sent and not self._lost and not self._transport.is_closing():
            if self._weather is None:
                self._log.data(self.connection.role, data)
            self._transport.write(data)

    def _passed(self, gust: Gust) -> None:
        """This left for the peer: the weather decides what, and when."""
        role = self.connection.role
        if isinstance(gust, Deliver):
            self._log.data(role, gust.data)
        else:
            self._log.ended(role, Kind.FIN if isinstance(gust, End) else Kind.RST)

    def _harmed(self, harm: Harm) -> None:
        self._keeper.harmed(self, harm)

    def _log_fin(self) -> None:
        """Our FIN goes now; in weather, when it has come through."""
        if self._weather is None:
            self._log.ended(self.connection.role, Kind.FIN)

    def _end(self) -> None:
        """Nothing more will be said. Who has the peer's FIN closes, a server sends its own, a client waits for it."""
        if self._lost or self._closing:
            return
        if self._fin_received:
            self._close()
        elif self.connection.role is Role.SERVER:
            self._send_fin()
        elif self.connection.state is State.CLOSED:  # the handshake failed: nothing more will come that we could read
            self._close()

    def _send_fin(self) -> None:
        """Send FIN after what is queued, and linger. TLS has no FIN of its own: it closes both directions."""
        if self._fin_sent:
            return
        if not self._transport.can_write_eof():
            self._close()
            return
        self._fin_sent = True
        self._log_fin()
        send_fin(self._transport)
        self._transport.resume_reading()
        self._lingers_until = self._loop.time() + self.limits.lingering
        self._keep_time()

    def _close(self) -> None:
        """Close the socket when everything is written; in TLS that says goodbye first."""
        self._fin_sent = self._closing = True
        self._log_fin()
        self._lingers_until = self._loop.time() + self.limits.closing
        self._transport.close()
        self._keep_time()

    # Time.

    def _alive(self) -> None:
        now = self._loop.time()
        self._waiting.heard(now)
        if self._heartbeat is not None:
            self._heartbeat.heard(now)

    def _keep_time(self) -> None:
        """Look again when something may have run out. What is heard in between only moves that moment."""
        if self._lost:
            return
        endpoint = self.connection.endpoint
        received = endpoint.close_received is not None
        self._waiting.tell(
            self.connection.state, self._loop.time(), close_sent=endpoint.close_sent, close_received=received
        )
        at = self._next_at()
        if self._timer is not None and self._timer.when() <= at:
            return
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self._loop.call_at(at, self._look) if at < inf else None

    @property
    def _beating(self) -> Heartbeat | None:
        """The heartbeat; a peer that does not read would not read a ping, either."""
        deaf = self._paused or self._held
        return self._heartbeat if self.connection.state is State.OPEN and not deaf else None

    def _next_at(self) -> float:
        if self._fin_sent:
            return self._lingers_until
        return min(self._waiting.next_at, self._beating.next_at if self._beating is not None else inf)

    def _look(self) -> None:
        self._timer = None
        now = self._loop.time()
        if self._held:  # who is not heard is not silent
            self._alive()
        ran_out = self._waiting.ran_out(now)
        if self._fin_sent:
            if now >= self._lingers_until:
                self._lingered()
        elif ran_out is not None:
            self._run_out(ran_out.limit)
        elif self._beating is not None:
            for action in self._beating.tick(now):
                if isinstance(action, Dead):
                    self.dead = True
                    self.reset()
                else:
                    self.connection.send_ping(action.payload)
        self.flush()

    def _lingered(self) -> None:
        """The time after our FIN is over: close, or drop a peer that does not even take what we wrote."""
        if self._closing:
            self.reset()
        else:
            self._close()

    def _run_out(self, limit: Limit) -> None:
        self.ran_out = limit
        if limit is IDLE:
            self.go_away()
        elif self.connection.state is State.CONNECTING and self.connection.role is Role.SERVER:
            self.connection.send_raw(too_slow())
            self._write(self.connection.bytes_to_send())
            self._end()
        elif self._transport.get_write_buffer_size():
            self.reset()
        else:
            self._send_fin()


def address_of(name: tuple[object, ...] | None) -> str:
    """A socket's name as `host:port`, IPv6 in brackets."""
    if not name:
        return ""
    host, port = str(name[0]), name[1]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
