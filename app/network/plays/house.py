"""The play `house`: one server with several clients that goes home, and says so to everyone (RFC 6455 section 7.4.1).

The clients come one after the other and say a word each. Then the server writes a Close to all of them before any of
them reads; they answer in the order in which they came.
"""

from __future__ import annotations

import asyncio
import socket
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from app.network.clock import Clock
from app.network.peer import Peer
from app.network.sockets import LOOPBACK, NO_PORT, NetworkError, address_of
from app.network.stage import NOT_ANSWERED, Keys, NotAnsweredError, offer_of, policy_of, setup_of
from app.network.tape import Tape
from app.reasons import reason
from protocol.chorus import Moment, Played
from protocol.connection import Connection
from protocol.events import Event, MessageReceived
from protocol.recording import Recording
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from lessons.model import Scenario

SERVER: Final = "server"
"""The actor of the moments."""


async def run(scenario: Scenario) -> Played:
    """Play it. Raises NetworkError if no port can be opened."""
    house = _House(scenario)
    try:
        async with asyncio.timeout(scenario.client.patience):
            return await house.run()
    except TimeoutError:
        raise NotAnsweredError(NOT_ANSWERED, action="house", seconds=f"{scenario.client.patience:g}") from None
    finally:
        house.clear()


@dataclass(frozen=True, slots=True)
class _Guest:
    """One connection: both ends, and the tape on which they are recorded."""

    name: str
    client: Peer
    server: Peer
    tape: Tape

    async def settled(self) -> None:
        """Both ends have read everything and have nothing more to say."""
        while True:
            await self.tape.settled()
            for _ in range(3):
                await asyncio.sleep(0)
            if self.tape.is_settled() and self.client.is_idle and self.server.is_idle:
                return


class _House:
    """The server's house, and who is in it."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._keys = Keys.of(scenario)
        self._masks = self._keys.masks()
        self._clock = Clock(asyncio.get_running_loop().time)
        self._guests: list[_Guest] = []
        self._moments: list[Moment] = []

    async def run(self) -> Played:
        setup = self._scenario.house
        async with asyncio.TaskGroup() as tasks:
            readers = []
            with _listening() as listening:
                for name in setup.clients:
                    guest = await self._come(listening, name)
                    readers += [tasks.create_task(guest.client.run()), tasks.create_task(guest.server.run())]
                    await self._talk(guest)
            await self._go_home()
            for guest in self._guests:
                guest.tape.stop()
            for reader in readers:
                reader.cancel()
        return Played({guest.name: guest.tape.recording for guest in self._guests}, tuple(self._moments))

    def clear(self) -> None:
        """Close every socket."""
        for guest in self._guests:
            guest.client.discard()
            guest.server.discard()

    async def _come(self, listening: socket.socket, name: str) -> _Guest:
        """A client connects."""
        client, server = _accepted(listening)
        scenario = self._scenario
        setup = setup_of(scenario, address_of(client), address_of(server))
        tape = Tape(Recording(setup), self._clock.now, start=0.0)
        named = self._keys if not self._guests else Keys(replace(scenario, key=None), self._keys.random)
        ends = (Connection.client(offer_of(scenario, named.key()), self._masks), Connection.server(policy_of(scenario)))
        peers: list[Peer] = []
        try:
            for end, sock in zip(ends, (client, server), strict=True):
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # a Close does not wait for an ACK
                peers.append(Peer(end, *await asyncio.open_connection(sock=sock), tape, self._program))
        except BaseException:
            server.close()  # the client's socket is asyncio's by now
            raise
        guest = _Guest(name, peers[0], peers[1], tape)
        self._guests.append(guest)
        return guest

    async def _talk(self, guest: _Guest) -> None:
        """The opening handshake, and a word."""
        guest.tape.opened()
        await guest.client.act(lambda connection: connection.connect())
        await guest.settled()
        if self._scenario.house.text:
            await guest.client.act(lambda connection: connection.send_text(self._scenario.house.text))
            await guest.settled()

    async def _go_home(self) -> None:
        """A Close to everyone; then everyone answers."""
        setup = self._scenario.house
        values = {"clients": len(self._guests), "code": setup.code}
        self._moments.append(Moment(self._clock.now(), "goes-home", SERVER, values=values))
        for guest in self._guests:
            guest.client.hold(on=True)
        for guest in self._guests:
            await guest.server.act(lambda connection: connection.send_close(setup.code, setup.reason), at_once=True)
        for guest in self._guests:
            guest.client.hold(on=False)
            await guest.settled()

    def _program(self, connection: Connection, event: Event) -> None:
        """The server sends messages back, if it is set to."""
        echoes = connection.role is Role.SERVER and self._scenario.server.echo
        if echoes and isinstance(event, MessageReceived) and connection.state is State.OPEN:
            connection.send_data(event.opcode, event.payload)


def _listening() -> socket.socket:
    """The server's door."""
    try:
        return socket.create_server((LOOPBACK, 0))
    except OSError as error:
        raise NetworkError(NO_PORT, host=LOOPBACK, reason=reason(error)) from error


def _accepted(listening: socket.socket) -> tuple[socket.socket, socket.socket]:
    """Both ends of the next connection. Other programs may call the port as well; nobody talks to them."""
    try:
        client = socket.create_connection(listening.getsockname()[:2])
        while True:
            server, caller = listening.accept()
            if caller == client.getsockname():
                return client, server
            server.close()
    except OSError as error:
        raise NetworkError(NO_PORT, host=LOOPBACK, reason=reason(error)) from error
