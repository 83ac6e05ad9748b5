"""One run of a scenario with a client and a server: real sockets over loopback, one action after the other."""

from __future__ import annotations

import asyncio
import base64
import random
from collections.abc import Callable
from dataclasses import dataclass

from app.network.clock import Clock
from app.network.deeds import perform
from app.network.peer import Peer
from app.network.sockets import address_of, tcp_pair
from app.network.tape import Tape
from app.network.timers import Beat, Closing, Timer, text_pong
from app.reasons import QT_TRANSLATE_NOOP, SaidError
from lessons.model import Action, CompressionSetup, LessonError, Scenario
from protocol.chorus import Deed, Played
from protocol.connection import Connection, StateError
from protocol.events import Event, MessageReceived, Opened
from protocol.extensions import DeflateOffer, DeflatePolicy
from protocol.handshake import Offer, Policy
from protocol.recording import Recording, Setup
from protocol.stream import MESSAGE_LIMIT
from protocol.vocabulary import Role, State


class NotAnsweredError(SaidError, TimeoutError):
    """An action had no effect within the client's patience."""

    context = "network"


NOT_ANSWERED = QT_TRANSLATE_NOOP("network", "The action “{action}” was not answered within {seconds} seconds.")


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys and masks from a seed: first the ones that the scenario names, then random ones."""

    scenario: Scenario
    random: random.Random

    @classmethod
    def of(cls, scenario: Scenario) -> Keys:
        """The keys of a run."""
        return cls(scenario, random.Random(scenario.seed))  # noqa: S311 - a lesson must repeat exactly

    def key(self) -> str:
        """The text of Sec-WebSocket-Key."""
        drawn = base64.b64encode(self.random.randbytes(16)).decode()
        return self.scenario.key if self.scenario.key is not None else drawn

    def masks(self) -> Callable[[], bytes]:
        """What gives the next masking key."""
        named = iter(self.scenario.masks)
        return lambda: next(named, None) or self.random.randbytes(4)


class Stage:
    """Server and client of one run, and the actions between them."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        keys = Keys.of(scenario)
        key, self._masks = keys.key(), keys.masks()
        self._connections = _endpoints(scenario, key, self._masks)
        self._clock = Clock(asyncio.get_running_loop().time)
        self._recording = Recording()
        self._tape = Tape(self._recording, self._clock.now)
        self._peers: dict[Role, Peer] = {}
        self._beats: dict[Role, Beat] = {}
        self._timers: list[Timer] = []
        self._deeds: list[Deed] = []

    async def run(self, port: int) -> Played:
        """Play it from the TCP connection to the last action."""
        try:
            await self._connect(port)
            await self._talk()
        except ExceptionGroup as group:
            raise _plain(group.exceptions[0]) from group
        finally:
            for peer in self._peers.values():
                peer.discard()
        return Played({"": self._recording}, deeds=tuple(self._deeds))

    async def _connect(self, port: int) -> None:
        client, server = tcp_pair(port)
        self._recording.setup = setup_of(self._scenario, address_of(client), address_of(server))
        try:
            for role, sock in ((Role.CLIENT, client), (Role.SERVER, server)):
                streams = await asyncio.open_connection(sock=sock)
                peer = Peer(self._connections[role], *streams, self._tape, self._program)
                self._peers[role] = peer
                self._set_timers(peer)
        except BaseException:
            server.close()  # the client's socket is asyncio's by now
            raise

    def _set_timers(self, peer: Peer) -> None:
        role = peer.connection.role
        setup = self._scenario.server if role is Role.SERVER else self._scenario.client
        self._beats[role] = Beat(peer, setup.beat, self._clock.now)
        self._timers += [self._beats[role], Closing(peer, setup.closing, self._clock.now)]

    async def _talk(self) -> None:
        self._tape.opened()
        async with asyncio.TaskGroup() as tasks:
            readers = [tasks.create_task(peer.run()) for peer in self._peers.values()]
            try:
                await self._act()
            finally:
                self._tape.stop()
                for reader in readers:
                    reader.cancel()

    async def _act(self) -> None:
        patience = self._scenario.client.patience
        for action in self._scenario.actions:
            try:
                async with asyncio.timeout(patience):
                    self._deeds.append(Deed(action.id, len(self._recording)))
                    if not await self._perform(action):
                        break
                    if not action.together:
                        self._hold(on=False)
                        await self._settle()
            except TimeoutError:
                raise NotAnsweredError(NOT_ANSWERED, action=action.id, seconds=f"{patience:g}") from None

    async def _perform(self, action: Action) -> bool:
        """Do it, unless an earlier fault has made it impossible: then the scenario is over."""
        peer = self._peers[action.role]
        if action.together:
            self._hold(on=True)
        match action.do:
            case "abort":
                peer.abort()
            case "fin":
                peer.end()
            case "cut":
                self._tape.cut(on=True)
                for each in self._peers.values():
                    each.cut()
            case "mend":
                self._tape.cut(on=False)
                for each in self._peers.values():
                    each.mend()
            case "wait":
                await self._wait(action.seconds)
            case _:
                return await self._say(peer, action)
        return True

    async def _say(self, peer: Peer, action: Action) -> bool:
        early = action.do in {"connect", "raw"}  # a client that does not wait for the 101 can only write bytes by hand
        if peer.connection.state is State.CLOSED or (peer.connection.state is State.CONNECTING and not early):
            return False
        at_once = action.together or not self._reads
        try:
            await peer.act(lambda connection: perform(connection, action, self._masks), action.cuts, at_once=at_once)
        except StateError:
            return False
        return True

    async def _wait(self, seconds: float) -> None:
        """Let time go by: whatever is due on the way is done at its moment."""
        until = self._clock.now() + seconds
        while (timer := min(self._timers, key=lambda one: one.next_at)).next_at <= until:
            self._clock.skip_to(timer.next_at)
            await timer.fire()
            await self._settle()
        self._clock.skip_to(until)

    def _hold(self, *, on: bool) -> None:
        """Whether what arrives waits until more has been done."""
        if on is self._reads:
            self._reads = not on
            for peer in self._peers.values():
                peer.hold(on)

    _reads = True

    async def _settle(self) -> None:
        """Wait until both sides have read everything and have nothing more to say."""
        while True:
            await self._tape.settled()
            for _ in range(3):
                await asyncio.sleep(0)
            if self._tape.is_settled() and all(peer.is_idle for peer in self._peers.values()):
                return

    def _program(self, connection: Connection, event: Event) -> None:
        """What the two programs do by themselves: keep their heartbeat, answer the other's, send messages back."""
        role = connection.role
        setup = self._scenario.server if role is Role.SERVER else self._scenario.client
        beat, other = self._beats[role], self._beats[role.peer]
        if isinstance(event, Opened):
            beat.start()
            return
        beat.heard(event)
        if not isinstance(event, MessageReceived) or connection.state is not State.OPEN:
            return
        pong = text_pong(event) if other.speaks_text else None
        if pong is not None:
            if setup.answers_pings:
                connection.send_text(pong)
        elif setup.echo and not beat.speaks_text:
            connection.send_data(event.opcode, event.payload)


def _endpoints(scenario: Scenario, key: str, masks: Callable[[], bytes]) -> dict[Role, Connection]:
    server, client = scenario.server, scenario.client
    ends = {
        Role.CLIENT: Connection.client(offer_of(scenario, key), masks, client.limit or MESSAGE_LIMIT),
        Role.SERVER: Connection.server(policy_of(scenario), server.limit or MESSAGE_LIMIT),
    }
    for role, setup in ((Role.CLIENT, client), (Role.SERVER, server)):
        ends[role].answers_close, ends[role].answers_pings = setup.answers_close, setup.answers_pings
    return ends


def setup_of(scenario: Scenario, client: str, server: str) -> Setup:
    """What the recording of a run says about its connection."""
    ours = scenario.server
    return Setup(
        client, server, ours.origins, ours.hosts, ours.subprotocols, deflate=ours.deflate.on,
        client_limit=scenario.client.limit, server_limit=ours.limit,
    )  # fmt: skip


def offer_of(scenario: Scenario, key: str) -> Offer:
    """What the client of a scenario asks for."""
    return Offer(
        host=scenario.host,
        target=scenario.target,
        key=key,
        origin=scenario.origin,
        subprotocols=scenario.subprotocols,
        version=scenario.version,
        extra=scenario.headers,
        omit=scenario.omit,
        deflate=_deflate_offer(scenario.client.deflate),
    )


def policy_of(scenario: Scenario) -> Policy:
    """What the server of a scenario agrees to."""
    server = scenario.server
    return Policy(
        hosts=server.hosts,
        origins=server.origins,
        subprotocols=server.subprotocols,
        guid=server.guid,
        deflate=_deflate_policy(server.deflate),
        refuse=server.refuse,
        refuse_headers=server.refuse_headers,
    )


def _deflate_offer(setup: CompressionSetup) -> DeflateOffer | None:
    if not setup.on:
        return None
    return DeflateOffer(
        setup.server_no_context_takeover,
        setup.client_no_context_takeover,
        setup.server_max_window_bits,
        "any" if setup.client_max_window_bits is None else setup.client_max_window_bits,
    )


def _deflate_policy(setup: CompressionSetup) -> DeflatePolicy | None:
    if not setup.on:
        return None
    return DeflatePolicy(
        setup.server_no_context_takeover,
        setup.client_no_context_takeover,
        setup.server_max_window_bits or 15,
        setup.client_max_window_bits or 15,
    )


def _plain(error: Exception) -> Exception:
    """What went wrong in a group of tasks, as one sentence: what no bytes can hold is a mistake in the lesson."""
    if isinstance(error, ValueError):
        return LessonError(None, 0, "The scenario cannot be run: {error}.", error=error)
    return error
