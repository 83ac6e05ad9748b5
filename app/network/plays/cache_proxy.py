"""A transparent proxy with a cache, as there were many before WebSocket: every connection of its network goes through
it, unasked; it reads HTTP in both directions, and after an Upgrade it reads on.

What it reads it also forwards, byte by byte. It remembers which requests have no answer yet, takes the next response as
the answer to the first of them, and keeps it under the host and the target of that request: not under the address to
which the connection goes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.network.plays.cache_net import CHUNK, Address, Book, Tasks
from lessons.plays.lenient_reader import Found, LenientReader
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.network.tape import Tape

Key = tuple[str, str]
"""Host and target: under which an answer is kept."""

Tell = Callable[..., None]
"""Is told of a moment: its kind, and what belongs to it as keywords."""


@dataclass(frozen=True, slots=True)
class Route:
    """A connection that the network leads through the proxy: its name, where it was to go, and its tape. The proxy
    writes on the tape itself if it may answer in place of the server."""

    name: str
    server: Address
    tape: Tape
    answers: bool = False


class Proxy:
    """Listens, and carries every connection that comes."""

    def __init__(self, tasks: Tasks, tell: Tell, *, understands: bool) -> None:
        self.tasks = tasks
        self.tell = tell
        self.understands = understands
        self.routes: Book[Route] = {}
        self.tapes: Book[Tape] = {}
        """The tape of each connection onwards, by our address: the server at its end writes on it."""
        self.cache: dict[Key, bytes] = {}
        self.address = tasks.listen(self._serve)

    async def _serve(self, caller: Address, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await _Carried(self, self.routes.pop(caller), reader, writer).run()


class _Carried:
    """One connection that the proxy carries: two readers of HTTP, and the requests that have no answer yet."""

    def __init__(self, proxy: Proxy, route: Route, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._proxy = proxy
        self._route = route
        self._reader, self._writer = reader, writer
        self._onwards: asyncio.StreamWriter | None = None
        self._reads = {role: LenientReader(role) for role in Role}
        self._pending: list[Found] = []
        self._tunnel = False

    async def run(self) -> None:
        """Carry what the client says until it ends."""
        while data := await self._reader.read(CHUNK):
            if self._route.answers:
                self._route.tape.read(Role.SERVER, len(data))
            kept = self._kept(data)
            if kept is None:
                await self._forward(data)
            else:
                await self._back(kept)

    def _kept(self, data: bytes) -> bytes | None:
        """The answer from the cache, if the client asks for one that is there."""
        if self._tunnel:
            return None
        for request in self._reads[Role.CLIENT].feed(data):
            kept = self._proxy.cache.get((request.host, request.target))
            self._tell("asked", host=request.host, target=request.target)
            if kept is not None:
                self._tell("hit", host=request.host, target=request.target)
                return kept
            self._pending.append(request)
        return None

    async def _forward(self, data: bytes) -> None:
        if self._onwards is None:
            reader, self._onwards = await self._proxy.tasks.dial(
                self._route.server, self._proxy.tapes, self._route.tape
            )
            self._proxy.tasks.run(self._carry_back(reader))
        self._onwards.write(data)
        await self._onwards.drain()

    async def _carry_back(self, reader: asyncio.StreamReader) -> None:
        while data := await reader.read(CHUNK):
            if not self._tunnel:
                for response in self._reads[Role.SERVER].feed(data):
                    self._answered(response)
            await self._back(data)

    def _answered(self, response: Found) -> None:
        """What seems to be a response: the answer to the first request that has none."""
        request = self._pending.pop(0) if self._pending else None
        if request is None:
            self._tell("unasked", status=response.status, size=len(response.raw))
            return
        if response.status == 101 and self._proxy.understands:
            self._tunnel = True
            self._tell("tunnel")
        elif response.may_be_kept:
            self._proxy.cache[request.host, request.target] = response.raw
            self._tell("stored", host=request.host, target=request.target, size=len(response.raw),
                       body=response.body.decode("latin-1"))  # fmt: skip

    async def _back(self, data: bytes) -> None:
        if self._route.answers:
            self._route.tape.wrote(Role.SERVER, data)
        self._writer.write(data)
        await self._writer.drain()

    def _tell(self, what: str, **values: str | int) -> None:
        self._proxy.tell(f"proxy.{what}", connection=self._route.name, **values)
