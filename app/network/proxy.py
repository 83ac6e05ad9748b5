"""The man in the middle: it sits between any client and any server, and passes on every byte as it came.

    client  <-- ws -->  proxy  <-- ws or wss -->  server

It reads nothing but the clock: the client's handshake reaches the server as it was written, Host and all, and whatever
either of them gets wrong stays wrong. FIN ends one direction and leaves the other; RST goes through as RST; a side that
does not read stops the other. Each connection makes one recording of both directions as they left the proxy: in bad
weather, if there is any, later, in pieces or harmed. An `Observer` may judge it while it grows.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable

from app.network.client import unreachable
from app.network.journal import Books
from app.network.limits import CLIENT, Limits
from app.network.pair import Onlooker, Pair, Side
from app.network.server import bound
from app.network.tls import client_context
from app.network.url import Url
from app.network.weather import Weather
from protocol.vocabulary import Role


class Proxy:
    """Listens, and connects each caller with the server at `url`. It lives in one event loop.

    `weather` gives that of one direction of a connection, from its number and who sends. With `judges`, an observer
    reads along and its facts are told. `insecure` takes any certificate of the server.
    """

    def __init__(
        self,
        url: Url,
        limits: Limits = CLIENT,
        *,
        insecure: bool = False,
        weather: Callable[[int, Role], Weather | None] | None = None,
        journals: Books | None = None,
        onlooker: Onlooker | None = None,
        judges: bool = False,
    ) -> None:
        self.url = url
        self.limits = limits
        self.insecure = insecure
        self.weather = weather or _fine
        self.journals = journals
        self.onlooker = onlooker or Onlooker()
        self.judges = judges
        self.pairs: set[Pair] = set()
        self.count = 0
        self._tls: ssl.SSLContext | None = None
        self._listening: list[asyncio.Server] = []
        self._calls: set[asyncio.Task[None]] = set()
        self._empty = asyncio.Event()

    async def start(self, host: str, port: int) -> list[tuple[str, int]]:
        """Listen on every address of `host`; the addresses. Raises OSError."""
        loop = asyncio.get_running_loop()
        self._tls = client_context(insecure=self.insecure) if self.url.secure else None
        sockets = await loop.run_in_executor(None, bound, host, port)
        for sock in sockets:
            self._listening.append(await loop.create_server(self._welcome, sock=sock))
        return [sock.getsockname()[:2] for sock in sockets]

    async def stop(self) -> None:
        """Drop everything: a man in the middle has nothing to say."""
        for listening in self._listening:
            listening.close()
        for call in tuple(self._calls):
            call.cancel()
        await asyncio.gather(*self._calls, return_exceptions=True)
        for pair in tuple(self.pairs):
            pair.reset()
        while self.pairs:
            self._empty.clear()
            await self._empty.wait()

    def _welcome(self) -> Side:
        self.count += 1
        return Pair(self, self.count).client

    def call(self, pair: Pair) -> None:
        """Reach the server for this pair."""
        self.pairs.add(pair)
        call = asyncio.get_running_loop().create_task(self._reach(pair))
        self._calls.add(call)
        call.add_done_callback(self._calls.discard)

    async def _reach(self, pair: Pair) -> None:
        url = self.url
        try:
            async with asyncio.timeout(self.limits.handshake):
                await asyncio.get_running_loop().create_connection(
                    lambda: pair.server,
                    url.host,
                    url.port,
                    ssl=self._tls,
                    server_hostname=url.host.partition("%")[0] if self._tls else None,
                    ssl_shutdown_timeout=self.limits.closing if self._tls else None,
                )
        except (OSError, UnicodeError) as error:
            self.onlooker.failed(pair.number, unreachable(url, error, self.limits))
            pair.give_up()

    def over(self, pair: Pair) -> None:
        """Both sides of a pair have ended."""
        if pair in self.pairs:
            self.pairs.discard(pair)
            self.onlooker.ended(pair.number)
        if not self.pairs:
            self._empty.set()


def _fine(number: int, role: Role) -> None:
    """No weather at all."""
    del number, role
