"""The play `cache`: an honest page, an attacker's page, and the next visitor, all behind one old proxy.

The attack is that of section 10.3 of RFC 6455 (Huang and others, “Talking to Yourself for Fun and Profit”, 2011): the
page sends over its WebSocket a text that looks like a GET of somebody else's script, and the attacker's server answers
with a text that looks like the script. A proxy that knows no WebSocket reads both, and keeps the answer for everybody.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from app.network.clock import Clock
from app.network.plays.cache_ends import AttackersServer, ChatServer, Page, WebServer, script_answer, script_request
from app.network.plays.cache_net import CHUNK, Address, Tasks
from app.network.plays.cache_proxy import Proxy, Route
from app.network.stage import Keys, offer_of, policy_of, setup_of
from app.network.tape import Tape
from lessons.plays.cache import AGAIN, ATTACK, CHAT
from lessons.plays.lenient_reader import LenientReader
from protocol.chorus import Moment, Played
from protocol.connection import Connection
from protocol.frames import encode_frame
from protocol.masking import mask
from protocol.recording import Recording, Setup
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.model import Scenario

ZERO: Final = bytes(4)
PATIENCE: Final = 5.0
"""Seconds after which a play that does not come on is given up."""


async def run(scenario: Scenario) -> Played:
    """Play it; the honest connection is the main one."""
    play = _Play(scenario)
    try:
        async with asyncio.timeout(PATIENCE), asyncio.TaskGroup() as group:
            tasks = Tasks(group)
            try:
                await play.run(tasks)
            finally:
                tasks.close()
    except ExceptionGroup as group_error:
        raise group_error.exceptions[0] from group_error
    return Played(play.recordings, tuple(play.moments), silent=frozenset(play.silent))


class _Play:
    """One run: its recordings, its moments, and everybody in it."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._setup = scenario.cache
        self._clock = Clock()
        self._keys = Keys.of(scenario)
        self._masks = self._keys.masks()
        self.recordings: dict[str, Recording] = {}
        self.silent: set[str] = set()
        self.moments: list[Moment] = []

    async def run(self, tasks: Tasks) -> None:
        """Everything, one after the other."""
        setup = self._setup
        proxy = Proxy(tasks, self._told_by_proxy, understands=setup.understands)
        policy = policy_of(self._scenario)
        chat = tasks.listen(ChatServer(proxy.tapes, policy).serve)
        poison = b"\r\n" + script_answer(setup.poison)
        attackers = tasks.listen(AttackersServer(proxy.tapes, policy, poison, self._heard).serve)
        victim = tasks.listen(WebServer(setup.genuine).serve)
        await self._chat(tasks, proxy, chat)
        await self._attempt(tasks, proxy, attackers, ATTACK, setup.masking)
        await self._visit(tasks, proxy, victim, 1)
        if setup.again:
            proxy.cache.clear()
            self._tell(Role.SERVER, "cache.emptied")
            await self._attempt(tasks, proxy, attackers, AGAIN, "fresh")
            await self._visit(tasks, proxy, victim, 2)
        self._tell(Role.SERVER, "cache.over")

    async def _chat(self, tasks: Tasks, proxy: Proxy, server: Address) -> None:
        """The honest page says the same thing twice."""
        page = await self._open(tasks, proxy, server, CHAT, self._scenario)
        for _ in range(2):
            page.connection.send_text(self._setup.says)
            await page.send()

    async def _attempt(self, tasks: Tasks, proxy: Proxy, server: Address, name: str, masking: str) -> None:
        """The attacker's page sends what is to look like a GET."""
        self._tell(Role.CLIENT, f"attempt.{masking}", connection=name)
        host = self._setup.attacker
        asks = replace(self._scenario, key=None, host=host, origin=f"http://{host}", target="/")
        page = await self._open(tasks, proxy, server, name, asks)
        text = b"\r\n" + script_request(self._setup.victim, self._setup.path)
        opcode = Opcode.BINARY if masking == "reused" or self._setup.kind == "binary" else Opcode.TEXT
        payload, key = await self._masked(page, masking, text)
        await page.send(encode_frame(opcode, payload, key=key))

    async def _masked(self, page: Page, masking: str, text: bytes) -> tuple[bytes, bytes | None]:
        """What the page's program hands over, and the key with which its client masks it. Who knows the key beforehand
        hands over the text already masked: masking it once more takes the mask off."""
        if masking == "none":
            return text, None
        if masking == "zero":
            return text, ZERO
        key = self._masks()
        if masking == "fresh":
            return text, key
        await page.send(encode_frame(Opcode.TEXT, b"which key?", key=key))
        known = bytes.fromhex(page.said[-1].decode())
        return mask(text, known), key

    async def _open(self, tasks: Tasks, proxy: Proxy, server: Address, name: str, asks: Scenario) -> Page:
        key = Keys(asks, self._keys.random).key()
        connection = Connection.client(offer_of(asks, key), self._masks)
        tape = self._tape(name, server)
        reader, writer = await tasks.dial(proxy.address, proxy.routes, Route(name, server, tape))
        page = Page(connection, reader, writer, tape)
        tasks.run(page.run())
        tape.opened()
        connection.connect()
        await page.send()
        return page

    async def _visit(self, tasks: Tasks, proxy: Proxy, server: Address, number: int) -> None:
        """The next visitor's browser asks for the script."""
        name = f"visitor.{number}"
        self.silent.add(name)
        tape = self._tape(name, server)
        reader, writer = await tasks.dial(proxy.address, proxy.routes, Route(name, server, tape, answers=True))
        tape.opened()
        request = script_request(self._setup.victim, self._setup.path)
        self._tell(Role.CLIENT, "visitor.asks", connection=name, number=number)
        tape.wrote(Role.CLIENT, request)
        writer.write(request)
        answer = LenientReader(Role.SERVER)
        while not answer.found:
            data = await reader.read(CHUNK)
            if not data:  # the proxy is gone: its own error says why
                raise ConnectionResetError("the proxy left a visitor without an answer")
            tape.read(Role.CLIENT, len(data))
            answer.feed(data)
        body = answer.found[0].body.decode("latin-1")
        outcome = "poisoned" if body == self._setup.poison else "genuine"
        self._tell(Role.CLIENT, f"visitor.{outcome}", connection=name, number=number, body=body)

    def _tape(self, name: str, server: Address) -> Tape:
        """A tape whose times are those of the play's clock."""
        host = f"{server[0]}:{server[1]}"
        recording = Recording(setup_of(self._scenario, "", host) if name not in self.silent else Setup("", host))
        self.recordings[name] = recording
        return Tape(recording, _from_zero(self._clock.now))

    def _heard(self, payload: bytes) -> None:
        self._tell(Role.SERVER, "attackers.server", size=len(payload), text=payload.decode("latin-1"))

    def _told_by_proxy(self, kind: str, **values: str | int) -> None:
        self._tell(Role.SERVER, kind, **values)

    def _tell(self, role: Role, kind: str, **values: str | int) -> None:
        self.moments.append(Moment(self._clock.now(), kind, kind.partition(".")[0], role, values))


def _from_zero(now: Callable[[], float]) -> Callable[[], float]:
    """A clock for a tape: it counts from its first look, which here is the beginning of the play."""
    first = [True]

    def look() -> float:
        if first:
            first.clear()
            return 0.0
        return now()

    return look
