"""Everything of the engine that lives in its event loop: servers, clients, proxies, and the book of each connection."""

from __future__ import annotations

import asyncio
import errno
import socket
import ssl
from contextlib import suppress
from dataclasses import replace
from functools import partial
from ipaddress import ip_address
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.network.client import UnreachableError, offer_for, reach
from app.network.limits import CLIENT, SERVER, Limits
from app.network.link import Link, address_of
from app.network.live import notices
from app.network.live.callers import Between, Guests, LiveClient
from app.network.live.hands import Deed, perform
from app.network.live.tap import Tap
from app.network.live.values import (
    ClientOrder,
    Listening,
    Notice,
    NoticeError,
    ProxyOrder,
    ServerOrder,
)
from app.network.programs import Program, broadcast, echo
from app.network.proxy import Proxy
from app.network.requests import check_subprotocols, offer_of
from app.network.server import Server
from app.network.tls import ALONE, data_folder, server_context
from app.network.url import parse_url
from app.reasons import reason
from protocol.extensions import DeflatePolicy
from protocol.handshake import Policy
from protocol.patience import Patience
from protocol.patterns.heartbeat import Pulse
from protocol.recording import Setup
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.network.impairment import Impairment
    from app.network.live.outbox import Outbox
    from app.network.pair import Pair
    from app.network.recordings import Growing, Recordings
    from app.network.weather import Weather
    from app.reasons import SaidError

LAST_WORDS: Final = 1.0
"""Seconds that peers have to answer a Close frame when the program ends."""

OUTSIDE: Final = "192.0.2.1"
"""An address of documentation (RFC 5737): nothing is sent there, but the system says how it would be reached."""


class House:
    """Servers, proxies and connections while they are there. `tls_folder` is where the server's certificate is kept."""

    def __init__(self, outbox: Outbox, recordings: Recordings | None, tls_folder: Path | None) -> None:
        self.outbox = outbox
        self.is_recording = False
        self._recordings = recordings
        self._tls_folder = tls_folder
        self._there: dict[int, tuple[Listening, Server | Proxy]] = {}
        self._ids = count(1)
        self._numbers = count(1)
        self._taps: dict[Link | Pair, Tap] = {}
        self._by_number: dict[int, Tap] = {}
        self._clients = count(1)

    # Notices.

    def tell(self, key: str, what: SaidError, number: int = 0, *, grave: bool = False) -> None:
        """A sentence for the user, about a connection or none."""
        self.outbox.put(number, Notice(key, what, grave))

    def _tell_weather(self, impairment: Impairment | None) -> None:
        if impairment is None:
            return
        (least, most), pieces = impairment.delay, impairment.pieces
        said = []
        if most:
            said.append(NoticeError(notices.DELAYED, least=f"{1000 * least:g}", most=f"{1000 * most:g}"))
        if pieces is not None:
            said.append(NoticeError(notices.CUT, least=str(pieces[0]), most=str(pieces[1])))
        for source, size in (
            (notices.TURNING, impairment.flip_every),
            (notices.LOSING, impairment.lose_at),
            (notices.RESETTING, impairment.reset_at),
        ):
            said += [] if size is None else [NoticeError(source, bytes=str(size))]
        for error in said:
            self.tell("impairment", error)

    def record(self, on: bool) -> None:
        """Whether new connections are recorded."""
        self.is_recording = on and self._recordings is not None
        if self._recordings is not None and on:
            self.tell("recordings", NoticeError(notices.RECORDING, path=str(self._recordings.folder)))
        else:
            self.tell("recordings", NoticeError(notices.NOT_RECORDING))

    # The books.

    def begun(self, tap: Tap) -> None:
        """A connection is there."""
        self._taps[tap.speaker] = tap
        if self.outbox.is_full:
            tap.speaker.hold(True)

    def numbered(self, tap: Tap) -> int:
        """The number of a connection that is worth one."""
        number = next(self._numbers)
        self._by_number[number] = tap
        return number

    def journal(self, setup: Setup, name: str, number: int) -> Growing | None:
        """The file of a new connection, begun, if it is recorded."""
        if self._recordings is None or not self.is_recording:
            return None
        journal = self._recordings.begin(setup, name, lambda error: self.tell("journal", error, number, grave=True))
        journal.keep()
        return journal

    def forget(self, tap: Tap) -> None:
        """A connection is over."""
        self._taps.pop(tap.speaker, None)
        self._by_number.pop(tap.number, None)

    def number_of(self, speaker: Link | Pair) -> int:
        """The number of a connection, 0 if it has none."""
        tap = self._taps.get(speaker)
        return 0 if tap is None else tap.number

    def hold(self) -> None:
        """The window is behind: nobody is read any more."""
        for speaker in self._taps:
            speaker.hold(True)

    def go_on(self) -> None:
        """It has caught up."""
        if not self.outbox.is_full:
            for speaker in tuple(self._taps):
                speaker.hold(False)

    # Orders.

    async def serve(self, order: ServerOrder) -> Listening:
        """Start a server. NoticeError, or another SaidError, if it cannot be."""
        id_ = next(self._ids)
        tls = await self._server_tls() if order.secure else None
        policy = Policy(
            origins=order.origins,
            subprotocols=check_subprotocols(order.subprotocols),
            deflate=DeflatePolicy() if order.deflate else None,
        )
        places = count(1)
        guests = Guests(self, id_, order.manners, self._certificate)
        server = Server(
            _program(order),
            policy,
            _server_limits(order),
            tls=tls,
            witness=guests,
            journals=guests,
            weather=lambda: _weather(order.impairment, next(places), Role.SERVER),
            about=order.program,
        )
        addresses = await self._listen(server, order)
        return self._opened(id_, order, server, addresses)

    async def proxy(self, order: ProxyOrder) -> Listening:
        """Start a proxy."""
        id_ = next(self._ids)
        url = parse_url(order.url)
        between = Between(self, id_)
        impairment = order.impairment
        weather = None if impairment is None else impairment.weather
        proxy = Proxy(url, CLIENT, insecure=order.insecure, weather=weather, journals=between, onlooker=between)
        addresses = await self._listen(proxy, order)
        return self._opened(id_, order, proxy, addresses)

    async def connect(self, order: ClientOrder) -> int:
        """Reach a server; the number of the connection once TCP stands."""
        url = parse_url(order.url)
        offer = offer_of(order.headers, order.subprotocols, deflate=order.deflate, bearer=order.bearer)
        limits = replace(CLIENT, message=order.message, unsent=max(CLIENT.unsent, 2 * order.message))
        weather = _weather(order.impairment, next(self._clients), Role.CLIENT)
        client = LiveClient(self, offer_for(url, offer), limits, order.manners, weather)
        try:
            await reach(client, url, limits, insecure=order.insecure)
        except UnreachableError as error:
            raise self._failed("unreachable", _in_window(error)) from None
        self._tell_weather(order.impairment)
        return client.number

    async def stop(self, id_: int) -> None:
        """End a server, 1001 to everyone, or a proxy, with RST."""
        listening, there = self._there.pop(id_, (None, None))
        if there is None or listening is None:
            return
        await there.stop()
        self.tell("stopped", NoticeError(notices.STOPPED, urls=", ".join(listening.urls)))

    async def act(self, numbers: Iterable[int], deed: Deed) -> int:
        """Do something on these connections; on how many it was done. NoticeError if on none of them."""
        done, problem = 0, NoticeError(notices.IS_OVER)
        for number in numbers:
            tap = self._by_number.get(number)
            if tap is None:
                continue
            try:
                perform(tap.speaker, deed)
                done += 1
            except NoticeError as error:
                problem = error
        if not done:
            raise problem
        return done

    async def close(self) -> None:
        """End everything: 1001 where that can be said, a short time for the answers, then RST."""
        for speaker in tuple(self._taps):  # their answers are wanted now, however far behind the window is
            speaker.hold(False)
        there, self._there = tuple(self._there.values()), {}
        clients = [link for link, tap in self._taps.items() if tap.is_client and isinstance(link, Link)]
        for client in clients:
            client.go_away()
        servers = [each for _, each in there if isinstance(each, Server)]
        with suppress(TimeoutError):
            async with asyncio.timeout(LAST_WORDS):
                await asyncio.gather(*(server.stop() for server in servers), self._without(clients))
        for _, each in there:  # a proxy last: somebody may be saying goodbye through it
            await (each.drop() if isinstance(each, Server) else each.stop())
        for client in clients:
            client.reset()
        while any(tap.is_client for tap in self._taps.values()):
            await asyncio.sleep(0)

    async def _without(self, clients: list[Link]) -> None:
        """Wait until these are over."""
        while any(client in self._taps for client in clients):
            await asyncio.sleep(0.005)

    # How a server begins.

    async def _server_tls(self) -> ssl.SSLContext:
        folder = self._tls_folder or data_folder()
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(None, partial(server_context, folder))
        except OSError as error:
            path = str(error.filename or folder)
            raise self._failed(
                "certificate", NoticeError(notices.NO_CERTIFICATE, reason=reason(error), path=path)
            ) from None

    @property
    def _certificate(self) -> Path:
        return (self._tls_folder or data_folder()) / ALONE

    async def _listen(self, there: Server | Proxy, order: ServerOrder | ProxyOrder) -> list[tuple[str, int]]:
        if not 0 <= order.port <= 0xFFFF:
            raise self._failed("port", NoticeError(notices.NO_PORT, port=str(order.port)))
        try:
            return await there.start(order.host, order.port)
        except (socket.gaierror, UnicodeError):
            raise self._failed("port", NoticeError(notices.NO_ADDRESS, host=order.host)) from None
        except OSError as error:
            if error.errno == errno.EADDRNOTAVAIL:
                raise self._failed("port", NoticeError(notices.NO_ADDRESS, host=order.host)) from None
            values = {"port": str(order.port), "host": order.host, "reason": reason(error)}
            raise self._failed("port", NoticeError(notices.TAKEN, **values)) from None

    def _opened(
        self, id_: int, order: ServerOrder | ProxyOrder, there: Server | Proxy, addresses: list[tuple[str, int]]
    ) -> Listening:
        """A server or proxy is there: its addresses, and what has to be said of it."""
        secure = isinstance(order, ServerOrder) and order.secure
        places = [address_of(place) for place in _usable(addresses)]
        urls = tuple(f"{'wss' if secure else 'ws'}://{place}/" for place in places)
        page = f"{'https' if secure else 'http'}://{places[-1]}/"
        listening = Listening(id_, order, urls, page, self._certificate if secure else None)
        self._there[id_] = listening, there
        if isinstance(order, ProxyOrder):
            self.tell("listening", NoticeError(notices.BETWEEN, urls=", ".join(urls), target=order.url))
        else:
            self.tell("listening", NoticeError(notices.LISTENING, urls=", ".join(urls)))
        far = [host for host, _ in addresses if not ip_address(host.partition("%")[0]).is_loopback]
        if far:
            self.tell("far", NoticeError(notices.FAR, hosts=", ".join(far)))
        self._tell_weather(order.impairment)
        return listening

    def _failed(self, key: str, error: SaidError) -> SaidError:
        """Tell it as a notice, too."""
        self.tell(key, error, grave=True)
        return error


def _in_window(error: UnreachableError) -> SaidError:
    """A window has no flags."""
    if "place" in error.values and isinstance(error.__cause__, ssl.SSLCertVerificationError):
        return NoticeError(notices.UNTRUSTED, **error.values)
    return error


def _weather(impairment: Impairment | None, number: int, who: Role) -> Weather | None:
    return None if impairment is None else impairment.weather(number, who)


def _program(order: ServerOrder) -> Program:
    if order.program == "script":
        if order.script is None:
            raise NoticeError(notices.NO_SCRIPT)
        return order.script.program()
    return broadcast() if order.program == "broadcast" else echo


def _server_limits(order: ServerOrder) -> Limits:
    pulse = None if order.pulse is None else Pulse(order.pulse, min(order.pulse, 60.0))
    message = order.message
    return replace(
        SERVER,
        connections=order.connections,
        message=message,
        unsent=max(SERVER.unsent, 2 * message),
        memory=max(SERVER.memory, 4 * message),
        patience=Patience(),
        pulse=pulse,
    )


def _usable(addresses: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Addresses that somebody can write into a browser: 0.0.0.0 stands for all that this machine has. The last one is
    good for this machine itself."""
    found: list[tuple[str, int]] = []
    for host, port in addresses:
        if host == "0.0.0.0":  # noqa: S104 - compared, not bound
            found += [(outward, port) for outward in _outward()] + [("127.0.0.1", port)]
        elif host == "::":
            found.append(("::1", port))
        else:
            found.append((host, port))
    return list(dict.fromkeys(found))


def _outward() -> list[str]:
    """The address with which this machine goes to others, if it can."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock, suppress(OSError):
        sock.connect((OUTSIDE, 9))
        return [sock.getsockname()[0]]
    return []
