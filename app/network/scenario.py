"""Runs a lesson's scenario: a real server and a real client over loopback TCP, one action after the other.

Keys and masks come from the scenario's seed, so that the same scenario gives the same bytes on every machine. The port
is chosen by the operating system unless the caller names one.
"""

from __future__ import annotations

import asyncio
import base64
import random
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.network.peer import Peer
from app.network.tape import Tape
from app.reasons import QT_TRANSLATE_NOOP, SaidError, reason
from lessons.model import Action, LessonError, Scenario
from protocol.connection import Connection, StateError
from protocol.events import Event, MessageReceived
from protocol.handshake import Offer, Policy
from protocol.recording import Recording, Setup
from protocol.vocabulary import Role, State

LOOPBACK = "127.0.0.1"


class NetworkError(SaidError, OSError):
    """The network did not let us run: one sentence that says what to do."""

    context = "network"


class NotAnsweredError(SaidError, TimeoutError):
    """An action had no effect within the client's patience."""

    context = "network"


NO_PORT = QT_TRANSLATE_NOOP("network", "No port of {host} can be opened ({reason}): lessons need TCP on this machine.")
PORT_TAKEN = QT_TRANSLATE_NOOP(
    "network",
    "The port {port} on {host} cannot be used ({reason}): end the program that holds it or choose another port.",
)
NOT_ANSWERED = QT_TRANSLATE_NOOP("network", "The action “{action}” was not answered within {seconds} seconds.")


async def run_scenario(scenario: Scenario, faults: Iterable[str] = (), port: int = 0) -> Recording:
    """Run the scenario with these faults on; the recording of its one connection.

    Raises NetworkError if the port is taken, TimeoutError if an action is not answered within the client's patience (in
    seconds), and LessonError if the scenario asks for what no bytes can hold.
    """
    return await _Stage(scenario.patched(faults)).run(port)


@dataclass(frozen=True, slots=True)
class _Keys:
    """Keys and masks from a seed: first the ones that the scenario names, then random ones."""

    scenario: Scenario
    random: random.Random

    @classmethod
    def of(cls, scenario: Scenario) -> _Keys:
        return cls(scenario, random.Random(scenario.seed))  # noqa: S311 - a lesson must repeat exactly

    def key(self) -> str:
        drawn = base64.b64encode(self.random.randbytes(16)).decode()
        return self.scenario.key if self.scenario.key is not None else drawn

    def masks(self) -> Callable[[], bytes]:
        named = iter(self.scenario.masks)
        return lambda: next(named, None) or self.random.randbytes(4)


class _Stage:
    """Server and client of one run, and the actions between them."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        keys = _Keys.of(scenario)
        key, masks = keys.key(), keys.masks()
        self._client = Connection.client(_offer(scenario, key), masks)
        self._server = Connection.server(_policy(scenario))
        self._recording = Recording()
        self._tape = Tape(self._recording, asyncio.get_running_loop().time)
        self._peers: dict[Role, Peer] = {}

    async def run(self, port: int) -> Recording:
        try:
            await self._connect(port)
            await self._talk()
        except ExceptionGroup as group:
            raise _plain(group.exceptions[0]) from group
        finally:
            for peer in self._peers.values():
                peer.discard()
        return self._recording

    async def _connect(self, port: int) -> None:
        client, server = _tcp_pair(port)
        self._recording.setup = self._setup(_address(client), _address(server))
        try:
            for connection, sock in ((self._client, client), (self._server, server)):
                streams = await asyncio.open_connection(sock=sock)
                self._peers[connection.role] = Peer(connection, *streams, self._tape, self._program)
        except BaseException:
            server.close()  # the client's socket is asyncio's by now
            raise

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
                    if not await self._perform(action):
                        break
                    await self._settle()
            except TimeoutError:
                raise NotAnsweredError(NOT_ANSWERED, action=action.id, seconds=f"{patience:g}") from None

    async def _perform(self, action: Action) -> bool:
        """Do it, unless an earlier fault has made it impossible: then the scenario is over."""
        peer = self._peers[action.role]
        if action.do == "abort":
            peer.abort()
            return True
        if action.do == "fin":
            peer.end()
            return True
        if action.do != "connect" and peer.connection.state in {State.CONNECTING, State.CLOSED}:
            return False
        try:
            await peer.act(lambda connection: _do(connection, action))
        except StateError:
            return False
        return True

    async def _settle(self) -> None:
        """Wait until both sides have read everything and have nothing more to say."""
        while True:
            await self._tape.settled()
            for _ in range(3):
                await asyncio.sleep(0)
            if self._tape.is_settled() and all(peer.is_idle for peer in self._peers.values()):
                return

    def _program(self, connection: Connection, event: Event) -> None:
        """What the two programs do by themselves: send messages back, if they are set to."""
        setup = self._scenario.server if connection.role is Role.SERVER else self._scenario.client
        if isinstance(event, MessageReceived) and setup.echo and connection.state is State.OPEN:
            if event.text is not None:
                connection.send_text(event.text)
            else:
                connection.send_binary(event.payload)

    def _setup(self, client: str, server: str) -> Setup:
        ours = self._scenario.server
        return Setup(client, server, ours.origins, ours.hosts, ours.subprotocols, deflate=False)


def _tcp_pair(port: int) -> tuple[socket.socket, socket.socket]:
    """Both ends of a TCP connection over loopback: the client's socket and the server's.

    The system completes the connection by itself, so that nobody waits here. Other programs may call the port as well;
    nobody talks to them.
    """
    try:
        with socket.create_server((LOOPBACK, port)) as listening:
            client = socket.create_connection(listening.getsockname()[:2])
            while True:
                server, caller = listening.accept()
                if caller == client.getsockname():
                    return client, server
                server.close()
    except OSError as error:
        sentence = PORT_TAKEN if port else NO_PORT
        raise NetworkError(sentence, port=str(port), host=LOOPBACK, reason=reason(error)) from error


def _address(sock: socket.socket) -> str:
    host, port = sock.getsockname()
    return f"{host}:{port}"


def _offer(scenario: Scenario, key: str) -> Offer:
    return Offer(
        host=scenario.host,
        target=scenario.target,
        key=key,
        origin=scenario.origin,
        subprotocols=scenario.subprotocols,
        version=scenario.version,
        extra=scenario.headers,
        omit=scenario.omit,
    )


def _policy(scenario: Scenario) -> Policy:
    server = scenario.server
    return Policy(hosts=server.hosts, origins=server.origins, subprotocols=server.subprotocols, guid=server.guid)


def _plain(error: Exception) -> Exception:
    """What went wrong in a group of tasks, as one sentence: what no bytes can hold is a mistake in the lesson."""
    return LessonError(None, 0, f"The scenario cannot be run: {error}.") if isinstance(error, ValueError) else error


def _do(connection: Connection, action: Action) -> None:
    match action.do:
        case "connect":
            connection.connect()
        case "text":
            connection.send_text(action.text)
        case "binary":
            connection.send_binary(action.hex)
        case "ping":
            connection.send_ping(action.hex or action.text.encode())
        case "close":
            connection.send_close(action.code, action.reason)
        case "frame":
            connection.send_frame(action.opcode, action.hex)
        case "raw":
            connection.send_raw(action.hex)
        case _:
            raise ValueError(f"an action cannot {action.do!r}")
