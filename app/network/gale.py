"""A transport in bad weather: what is written to it goes out when and how its `Weather` says.

Everything else is the transport's own. `Weather` decides and knows no clock; here is the waiting. What is under way
counts as not yet written, so that whoever writes more than passes is stopped as by a slow peer.

Who keeps a recording is told what passes, when it passes: what really left for the peer.
"""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Callable
from contextlib import suppress
from math import inf
from typing import Any, Final

from app.network.weather import Deliver, End, Gust, Harm, Weather

LINGER_NOT: Final = struct.pack("ii", 1, 0)
"""SO_LINGER on, zero seconds: closing the socket sends RST instead of FIN."""


ENOUGH: Final = 1024 * 1024
"""How many bytes may be under way before the writer is stopped, and half of it before it goes on."""

EMPTY_LINE: Final = b"\r\n\r\n"


def _nobody(_: object) -> None:
    """Nobody wants to know."""


class Gale(asyncio.Transport):
    """`transport`, with weather on what is written. `passed` is told what passes, `harmed` what should not happen, its
    place counted from the first byte that was written."""

    def __init__(
        self,
        transport: asyncio.Transport,
        weather: Weather,
        passed: Callable[[Gust], None] = _nobody,
        harmed: Callable[[Harm], None] = _nobody,
    ) -> None:
        super().__init__()
        self._transport = transport
        self._weather = weather
        self._passed = passed
        self._harmed = harmed
        self._head: bytes | None = b"" if weather.spares_head else None
        """The end of what was written of a head that is spared; None after it."""
        self._head_size = 0
        self._full = False
        self._loop = asyncio.get_running_loop()
        self._timer: asyncio.TimerHandle | None = None
        self._closing = False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Bytes set out."""
        data = bytes(data)
        if self._head is not None:
            data = self._past_head(data)
        self._weather.push(data, self._loop.time())
        for harm in self._weather.harms:
            self._harmed(Harm(harm.what, 8 * self._head_size + harm.bit))
        self._weather.harms.clear()
        self._blow()
        if self._weather.waiting > ENOUGH:
            self._full = True
            self._writer.pause_writing()

    def _past_head(self, data: bytes) -> bytes:
        """Write what belongs to the head as it is; what follows it."""
        assert self._head is not None
        seen = self._head + data
        place = seen.find(EMPTY_LINE)
        size = len(data) if place < 0 else place + len(EMPTY_LINE) - len(self._head)
        self._head = seen[-len(EMPTY_LINE) + 1 :] if place < 0 else None
        self._head_size += size
        self._transport.write(data[:size])
        self._passed(Deliver(data[:size]))
        return data[size:]

    @property
    def _writer(self) -> asyncio.BaseProtocol:
        return self._transport.get_protocol()

    def write_eof(self) -> None:
        """FIN follows them."""
        self._weather.end(self._loop.time())
        self._blow()

    def close(self) -> None:
        """Close when everything has arrived; where the cable is pulled, nobody is told."""
        self._closing = True
        self._blow()

    def abort(self) -> None:
        """Close at once."""
        self._stop()
        self._transport.abort()

    def get_write_buffer_size(self) -> int:
        """What is under way and what waits, in bytes."""
        return self._weather.waiting + self._transport.get_write_buffer_size()

    def _blow(self) -> None:
        """Let through what is due, and look again when the next is."""
        self._stop()
        if self._transport.is_closing():
            return
        for gust in self._weather.pop(self._loop.time()):
            self._passed(gust)
            if isinstance(gust, Deliver):
                self._transport.write(gust.data)
            elif isinstance(gust, End):
                if self._transport.can_write_eof():
                    send_fin(self._transport)
                else:
                    self._transport.close()
            else:
                reset(self._transport)
                return
        self._go_on()
        at = self._weather.next_at
        if at < inf:
            self._timer = self._loop.call_at(at, self._blow)
        elif self._closing and not self._weather.dropped:
            self._passed(End())
            self._transport.close()

    def _go_on(self) -> None:
        """Let the writer write again; if the transport holds more than it wants, it will say so itself."""
        room = self._weather.waiting <= ENOUGH // 2 and self._transport.get_write_buffer_size() <= ENOUGH // 16
        if self._full and room:
            self._full = False
            self._writer.resume_writing()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    # The transport's own.

    def can_write_eof(self) -> bool:
        """Whether FIN can be sent while reading goes on."""
        return self._transport.can_write_eof()

    def is_closing(self) -> bool:
        """Whether it was closed."""
        return self._closing or self._transport.is_closing()

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        """Addresses, the socket, TLS."""
        return self._transport.get_extra_info(name, default)

    def pause_reading(self) -> None:
        """Read no more."""
        self._transport.pause_reading()

    def resume_reading(self) -> None:
        """Read again."""
        self._transport.resume_reading()


def send_fin(transport: asyncio.Transport) -> None:
    """End our direction of TCP; if the peer has reset it, the system knows before we do."""
    with suppress(OSError):
        transport.write_eof()


def reset(transport: asyncio.Transport) -> None:
    """Drop a connection with RST, and what was not written with it."""
    sock = transport.get_extra_info("socket")
    if sock is not None:  # in TLS the socket may be gone before we are told
        with suppress(OSError):
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_NOT)
    transport.abort()
