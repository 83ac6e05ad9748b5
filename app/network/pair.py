"""One connection through the proxy: a side towards the client, a side towards the server, and what passes.

A side reads while the other end takes what is read. The client is not read before the server is there, so that not a
byte has to be kept for it.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from app.network.gale import Gale, reset
from app.network.journal import Book
from app.network.link import READ_SIZE, address_of
from app.network.log import Listener, Log
from app.network.weather import Deliver, End, Gust, Harm, Weather
from protocol.facts import Fact
from protocol.handshake import reason_phrase
from protocol.observer import Observer
from protocol.offers import build_head
from protocol.recording import Entry, Kind, Setup
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.network.client import UnreachableError
    from app.network.proxy import Proxy


class Onlooker:
    """Is told what happens; `number` counts the connections from 1. This one does not care."""

    def opened(self, number: int, setup: Setup) -> None:
        """Both sides are connected."""

    def learned(self, number: int, fact: Fact) -> None:
        """The observer found a fact: a frame, a message, a broken rule."""

    def harmed(self, number: int, role: Role, harm: Harm) -> None:
        """The weather harmed what `role` sends."""

    def failed(self, number: int, error: UnreachableError) -> None:
        """The server could not be reached."""

    def ended(self, number: int) -> None:
        """Both sides are over."""


class Pair:
    """One connection through the proxy: its two sides and its recording."""

    def __init__(self, proxy: Proxy, number: int) -> None:
        self.proxy = proxy
        self.number = number
        self.client = Side(self, Role.CLIENT)
        self.server = Side(self, Role.SERVER)
        self.log = Log(asyncio.get_running_loop().time)
        self.is_held = False
        """Whether neither side is read, until whoever keeps the recording has caught up."""
        self._book: Book | None = None

    def connected(self) -> None:
        """Both sides stand: record, judge, and let the client speak."""
        proxy = self.proxy
        setup = Setup(self.client.address, self.server.address)
        listeners: list[Listener] = []
        if proxy.journals is not None:
            self._book = proxy.journals.begin(setup, self)
            self._book.keep()
            listeners.append(self._book.append)
        if proxy.judges:
            listeners.append(self._judge(Observer(setup, reads=False)))
        self.log = Log(asyncio.get_running_loop().time, *listeners)
        proxy.onlooker.opened(self.number, setup)
        self.log.opened()
        for side in (self.client, self.server):
            side.dress(proxy.weather(self.number, side.role.peer))
        self.client.listen()

    def _judge(self, observer: Observer) -> Listener:
        def judge(entry: Entry) -> None:
            before = len(observer.facts)
            observer.feed(entry)
            for place in range(before, len(observer.facts)):
                self.proxy.onlooker.learned(self.number, observer.facts[place])

        return judge

    def other(self, side: Side) -> Side:
        """The side across."""
        return self.server if side is self.client else self.client

    def give_up(self) -> None:
        """There is no server: the client is told in HTTP (RFC 9110 section 15.6.3)."""
        lines = [("Connection", "close"), ("Content-Length", "0")]
        self.client.answer(build_head(f"HTTP/1.1 502 {reason_phrase(502)}", lines))

    def hold(self, on: bool) -> None:
        """Whether neither side is read."""
        self.is_held = on
        for side in (self.client, self.server):
            if on:
                side.hush()
            else:
                side.listen()

    def end_tcp(self) -> None:
        """Send FIN to both sides, and pass on what they still say."""
        for side in (self.client, self.server):
            if not side.is_gusty:
                self.log.ended(side.role.peer, Kind.FIN)
            side.finish()

    def reset(self) -> None:
        """Reset both sides."""
        for side in (self.client, self.server):
            if not side.is_over:
                self.log.ended(side.role.peer, Kind.RST)
            side.reset()
        self.ended()

    def ended(self) -> None:
        """One side is over; after both, so is the pair."""
        if all(side.is_over for side in (self.client, self.server)):
            if self._book is not None:
                self._book.close()
            self.proxy.over(self)


class Side(asyncio.BufferedProtocol):
    """The proxy's socket towards one end; `role` is who sits there."""

    def __init__(self, pair: Pair, role: Role) -> None:
        self.role = role
        self.address = ""
        self.is_over = role is Role.SERVER
        """The side towards the server is not there before it is reached."""
        self._pair = pair
        self._buffer = memoryview(bytearray(READ_SIZE))
        self._transport: asyncio.Transport | None = None
        self._fin_sent = False
        self._fin_received = False
        self.is_full = False
        """Whether this end does not take what is written to it."""
        self.is_gusty = False
        """Whether what is written to it passes when the weather lets it."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Connected. The client is not read before the server is there."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self.address = address_of(transport.get_extra_info("peername"))
        self.is_over = False
        if self.role is Role.CLIENT:
            transport.pause_reading()
            self._pair.proxy.call(self._pair)
        elif self._pair.client.is_over:  # it has given up in the meantime
            self.reset()
        else:
            self._pair.connected()

    def dress(self, weather: Weather | None) -> None:
        """What is written to this end goes through this weather."""
        if weather is not None and self._transport is not None:
            self._transport = Gale(self._transport, weather, self._passed, self._harmed)
            self.is_gusty = True

    def _passed(self, gust: Gust) -> None:
        """This has left the proxy for this end, as the weather let it."""
        log, who = self._pair.log, self.role.peer
        if isinstance(gust, Deliver):
            log.data(who, gust.data)
        elif isinstance(gust, End):
            log.ended(who, Kind.FIN)
        else:  # who resets a connection in the middle resets both of its ends
            self._pair.reset()

    def _harmed(self, harm: Harm) -> None:
        self._pair.proxy.onlooker.harmed(self._pair.number, self.role.peer, harm)

    def listen(self) -> None:
        """Read what the end says, if the other end takes it and the recording keeps up."""
        if self._transport is not None and not self._pair.is_held and not self._pair.other(self).is_full:
            self._transport.resume_reading()

    def get_buffer(self, sizehint: int) -> memoryview:
        """Where the next bytes may be put."""
        return self._buffer

    def buffer_updated(self, nbytes: int) -> None:
        """Pass them on."""
        data = bytes(self._buffer[:nbytes])
        other = self._pair.other(self)
        if not other.is_gusty:
            self._pair.log.data(self.role, data)
        other.pass_on(data)

    def eof_received(self) -> bool:
        """FIN ends this direction; it ends the other one only in TLS, which knows no half."""
        other = self._pair.other(self)
        if not other.is_gusty:
            self._pair.log.ended(self.role, Kind.FIN)
        self._fin_received = True
        other.finish()
        self._close_if_done()
        return self._transport is not None and self._transport.get_extra_info("sslcontext") is None

    def pause_writing(self) -> None:
        """This end does not read: the other is not read, either."""
        self.is_full = True
        self._pair.other(self).hush()

    def resume_writing(self) -> None:
        """It reads again."""
        self.is_full = False
        self._pair.other(self).listen()

    def connection_lost(self, exc: Exception | None) -> None:
        """This side is over. A reset is passed on as one."""
        self.is_over = True
        other = self._pair.other(self)
        if exc is not None:
            self._pair.log.ended(self.role, Kind.RST)
            other.reset()
        elif not self._fin_received:
            other.finish()
        self._pair.ended()

    # What the other side does here.

    def pass_on(self, data: bytes) -> None:
        """Write what the other end said."""
        if self._transport is not None and not self._fin_sent and not self._transport.is_closing():
            self._transport.write(data)

    def finish(self) -> None:
        """The other end said FIN."""
        if self._transport is None or self._fin_sent or self._transport.is_closing():
            return
        self._fin_sent = True
        if self._transport.can_write_eof():
            self._transport.write_eof()
            self._close_if_done()
        else:
            self._transport.close()

    def answer(self, data: bytes) -> None:
        """Say something of our own, and end: FIN, and a short time for the end to read it before the socket closes."""
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(data)
            self._transport.write_eof()
            self._fin_sent = True
            self._transport.resume_reading()
            asyncio.get_running_loop().call_later(self._pair.proxy.limits.lingering, self._transport.close)

    def hush(self) -> None:
        """Stop reading."""
        if self._transport is not None:
            self._transport.pause_reading()

    def reset(self) -> None:
        """Drop this side with RST."""
        if self._transport is not None and not self.is_over:
            reset(self._transport)

    def _close_if_done(self) -> None:
        if self._fin_sent and self._fin_received and self._transport is not None:
            self._transport.close()
