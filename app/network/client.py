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
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Final

from app.network.journal import Book, Books
from app.network.keeper import Keeper
from app.network.limits import CLIENT, Limits
from app.network.link import READ_SIZE, Link
from app.network.log import Listener, Log
from app.network.tls import client_context
from app.network.url import Url
from app.network.weather import Weather
from app.reasons import QT_TRANSLATE_NOOP, SaidError, reason
from protocol.connection import Connection
from protocol.events import Event
from protocol.handshake import Offer
from protocol.http11 import HEAD_LIMIT, HeadError, Response, head_end, read_response
from protocol.recording import Entry, Setup
from protocol.vocabulary import Role


class UnreachableError(SaidError):
    """There is no connection, and the text is one whole sentence: why, and what can be done."""

    context = "client"


class Client(Keeper):
    """One connection of ours. Iterating gives its events until TCP is over."""

    def __init__(
        self,
        offer: Offer,
        limits: Limits = CLIENT,
        journals: Books | None = None,
        listeners: tuple[Listener, ...] = (),
        weather: Weather | None = None,
    ) -> None:
        connection = Connection.client(offer, lambda: secrets.token_bytes(4), limit=limits.message)
        self.link = Link(connection, self, limits, bytearray(READ_SIZE), weather=weather)
        self._journals = journals
        self._book: Book | None = None
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
            setup = Setup(link.own_address, link.address, client_limit=link.limits.message, began=time.time())
            self._book = self._journals.begin(setup, link)
            self._book.keep()
            listeners.append(self._book.append)
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
        if self._book is not None:
            self._book.close()
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
    journals: Books | None = None,
    listeners: tuple[Listener, ...] = (),
    weather: Weather | None = None,
) -> Client:
    """A client whose handshake is under way. `offer` says what to ask for besides host, target and key.

    Raises UnreachableError.
    """
    client = Client(offer_for(url, offer), limits, journals, listeners, weather)
    await reach(client, url, limits, insecure=insecure)
    return client


async def reach(client: Client, url: Url, limits: Limits, *, insecure: bool = False) -> None:
    """Connect this client; raises UnreachableError."""
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
        raise unreachable(url, error, limits) from error


UNTRUSTED: Final = QT_TRANSLATE_NOOP(
    "client",
    "The certificate of {place} is not trusted ({why}): if you know this server, point SSL_CERT_FILE at its "
    "certificate, or use --insecure.",
)
NO_TLS: Final = QT_TRANSLATE_NOOP(
    "client", "{place} does not speak TLS with us ({why}): perhaps its address begins with ws://."
)
SILENT: Final = QT_TRANSLATE_NOOP("client", "{place} did not answer within {seconds} seconds.")
ENDED: Final = QT_TRANSLATE_NOOP(
    "client", "{place} ended the connection during the TLS handshake: perhaps its address begins with ws://."
)
NO_HOST: Final = QT_TRANSLATE_NOOP("client", "There is no host named “{host}”: check its spelling and the network.")
NOBODY: Final = QT_TRANSLATE_NOOP(
    "client", "{place} cannot be reached ({reason}): is the server running, and this its port?"
)


def unreachable(url: Url, error: Exception, limits: Limits) -> UnreachableError:
    """One sentence for what stood between us and the server, with what to do."""
    place = f"[{url.host}]:{url.port}" if ":" in url.host else f"{url.host}:{url.port}"
    match error:
        case ssl.SSLCertVerificationError():
            return UnreachableError(UNTRUSTED, place=place, why=error.verify_message)
        case ssl.SSLError():
            return UnreachableError(NO_TLS, place=place, why=(error.reason or str(error)).replace("_", " ").lower())
        case TimeoutError():
            return UnreachableError(SILENT, place=place, seconds=f"{limits.handshake:g}")
        case ConnectionResetError() | ConnectionAbortedError() if url.secure:
            return UnreachableError(ENDED, place=place)
        case socket.gaierror() | UnicodeError():
            return UnreachableError(NO_HOST, host=url.host)
        case _:
            return UnreachableError(NOBODY, place=place, reason=_reason(error))


def _reason(error: Exception) -> str:
    """asyncio tells of several failed addresses in one error without a number of its own."""
    return (
        reason(error)
        if isinstance(error, OSError) and error.errno is not None
        else QT_TRANSLATE_NOOP("reasons", "connection refused on every address")
    )
