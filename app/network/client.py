"""The client: from an address to an open connection, and everything that happens on it, in order.

    client = await connect(parse_url("wss://example.com/chat"), ...)
    async for event in client: ...                 client.link.act(lambda connection: connection.send_text("Hello"))

Keys and masks are random (RFC 6455 sections 4.1 and 5.3). TLS certificates are verified unless the caller says
otherwise. No proxy is asked, and no redirect followed: a redirect is a refusal like any other status but 101.
"""

from __future__ import annotations

import asyncio
import base64
import secrets
import socket
import ssl
from collections.abc import AsyncIterator
from dataclasses import replace

from app.network.journal import Journal, Journals
from app.network.keeper import Keeper
from app.network.limits import CLIENT, Limits
from app.network.link import READ_SIZE, Link
from app.network.log import Listener, Log
from app.network.tls import client_context
from app.network.url import Url
from app.network.weather import Weather
from app.reasons import reason
from protocol.connection import Connection
from protocol.events import Event
from protocol.handshake import Offer
from protocol.http11 import HEAD_LIMIT, HeadError, Response, head_end, read_response
from protocol.recording import Entry, Setup
from protocol.vocabulary import Role


class UnreachableError(OSError):
    """There is no connection, and the text is one whole sentence: why, and what can be done."""


class Client(Keeper):
    """One connection of ours. Iterating gives its events until TCP is over."""

    def __init__(
        self,
        offer: Offer,
        limits: Limits = CLIENT,
        journals: Journals | None = None,
        listeners: tuple[Listener, ...] = (),
        weather: Weather | None = None,
    ) -> None:
        connection = Connection.client(offer, lambda: secrets.token_bytes(4), limit=limits.message)
        self.link = Link(connection, self, limits, bytearray(READ_SIZE), weather=weather)
        self._journals = journals
        self._journal: Journal | None = None
        self._listeners = listeners
        self._events: asyncio.Queue[Event | None] = asyncio.Queue()
        self._head = bytearray()
        """What the server said first."""

    async def __aiter__(self) -> AsyncIterator[Event]:
        """Every event from the first; the end comes after the last."""
        while (event := await self._events.get()) is not None:
            yield event

    def opened(self, link: Link) -> Log:
        """Record from the first byte on."""
        listeners = [self._keep_head, *self._listeners]
        if self._journals is not None:
            self._journal = self._journals.begin(Setup(link.own_address, link.address))
            self._journal.keep()
            listeners.append(self._journal.append)
        return Log(asyncio.get_running_loop().time, *listeners)

    def _keep_head(self, entry: Entry) -> None:
        if entry.who is Role.SERVER and len(self._head) <= HEAD_LIMIT:
            self._head += entry.data[: HEAD_LIMIT + 1]

    @property
    def response(self) -> Response | None:
        """The server's answer to the handshake, if it was one."""
        stop = head_end(self._head)
        try:
            return None if stop is None else read_response(bytes(self._head[:stop]))
        except HeadError:
            return None

    def heard(self, link: Link, event: Event) -> None:
        """Queue it for whoever iterates."""
        self._events.put_nowait(event)

    def ended(self, link: Link) -> None:
        """Nothing more will come."""
        if self._journal is not None:
            self._journal.close()
        self._events.put_nowait(None)


def offer_for(url: Url, offer: Offer | None = None) -> Offer:
    """What a client asks for at this address, with a fresh key: 16 random bytes (section 4.1, item 7)."""
    key = base64.b64encode(secrets.token_bytes(16)).decode()
    offer = offer or Offer(host="", target="", key="")
    login = [("Authorization", url.authorization)] if url.authorization is not None else []
    named = {name.lower() for name, _ in offer.extra}
    extra = (*(line for line in login if line[0].lower() not in named), *offer.extra)
    return replace(offer, host=url.host_header, target=url.target, key=key, extra=extra)


async def connect(
    url: Url,
    offer: Offer | None = None,
    limits: Limits = CLIENT,
    *,
    insecure: bool = False,
    journals: Journals | None = None,
    listeners: tuple[Listener, ...] = (),
    weather: Weather | None = None,
) -> Client:
    """A client whose handshake is under way. `offer` says what to ask for besides host, target and key.

    Raises UnreachableError.
    """
    client = Client(offer_for(url, offer), limits, journals, listeners, weather)
    loop = asyncio.get_running_loop()
    tls = client_context(insecure=insecure) if url.secure else None
    try:
        async with asyncio.timeout(limits.handshake):
            await loop.create_connection(
                lambda: client.link,
                url.host,
                url.port,
                ssl=tls,
                server_hostname=url.host.partition("%")[0] if tls else None,
                ssl_shutdown_timeout=limits.closing if tls else None,
            )
    except (OSError, UnicodeError) as error:
        raise UnreachableError(why_unreachable(url, error, limits)) from error
    return client


def why_unreachable(url: Url, error: Exception, limits: Limits) -> str:
    """One sentence for what stood between us and the server, with what to do."""
    place = f"[{url.host}]:{url.port}" if ":" in url.host else f"{url.host}:{url.port}"
    match error:
        case ssl.SSLCertVerificationError():
            said = (
                f"The certificate of {place} is not trusted ({error.verify_message}): if you know this server, point "
                "SSL_CERT_FILE at its certificate, or use --insecure."
            )
        case ssl.SSLError():
            why = (error.reason or str(error)).replace("_", " ").lower()
            said = f"{place} does not speak TLS with us ({why}): perhaps its address begins with ws://."
        case TimeoutError():
            said = f"{place} did not answer within {limits.handshake:g} seconds."
        case ConnectionResetError() | ConnectionAbortedError() if url.secure:
            said = f"{place} ended the connection during the TLS handshake: perhaps its address begins with ws://."
        case socket.gaierror() | UnicodeError():
            said = f"There is no host named “{url.host}”: check its spelling and the network."
        case _:
            said = f"{place} cannot be reached ({_reason(error)}): is the server running, and this its port?"
    return said


def _reason(error: Exception) -> str:
    """asyncio tells of several failed addresses in one error without a number of its own."""
    return (
        reason(error)
        if isinstance(error, OSError) and error.errno is not None
        else "connection refused on every address"
    )
