"""A connection on a real socket: what it writes, how it ends, and that the tape knows."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager

import pytest
from patience_support import PATIENCE

from app.network.peer import Peer
from app.network.tape import Tape
from protocol.connection import Connection
from protocol.events import MessageReceived
from protocol.handshake import Offer, Policy
from protocol.recording import Kind, Recording
from protocol.vocabulary import Role, State

CLIENT, SERVER = Role.CLIENT, Role.SERVER
KEY = "dGhlIHNhbXBsZSBub25jZQ=="  # RFC 6455 section 1.3
MASK = bytes.fromhex("37fa213d")  # RFC 6455 section 5.7


class Pair:
    """A client and a server on loopback; `heard` is every event with who heard it."""

    def __init__(self, tape):
        self.tape = tape
        self.heard = []
        offer = Offer(host="server.example.com", target="/chat", key=KEY)
        self.connections = {CLIENT: Connection.client(offer, lambda: MASK), SERVER: Connection.server(Policy())}
        self.peers = {}

    def put(self, role, reader, writer):
        def hear(connection, event):
            self.heard.append((role, event))

        self.peers[role] = Peer(self.connections[role], reader, writer, self.tape, hear)

    @property
    def client(self):
        return self.peers[CLIENT]

    @property
    def server(self):
        return self.peers[SERVER]

    @property
    def kinds(self):
        return [(entry.who, entry.kind) for entry in self.tape.recording if entry.kind is not Kind.READ]

    async def open(self):
        await self.client.act(lambda connection: connection.connect())
        await self.settled()

    async def settled(self):
        while True:
            await asyncio.wait_for(self.tape.settled(), PATIENCE)
            for _ in range(5):
                await asyncio.sleep(0)
            if self.tape.is_settled() and all(peer.is_idle for peer in self.peers.values()):
                return


@asynccontextmanager
async def joined():
    pair = Pair(Tape(Recording(), asyncio.get_running_loop().time))
    accepted = asyncio.Event()

    async def accept(reader, writer):
        pair.put(SERVER, reader, writer)
        accepted.set()

    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    async with server:
        pair.put(CLIENT, *await asyncio.open_connection(*server.sockets[0].getsockname()))
        await accepted.wait()
        readers = [asyncio.create_task(peer.run()) for peer in pair.peers.values()]
        try:
            yield pair
        finally:
            pair.tape.stop()
            for peer in pair.peers.values():
                peer.discard()
            for reader in readers:
                reader.cancel()
            await asyncio.gather(*readers, return_exceptions=True)


def played(*deeds):
    """A pair that has shaken hands, on which these are done one after the other."""

    async def play():
        async with joined() as pair:
            await pair.open()
            for deed in deeds:
                result = deed(pair)
                if asyncio.iscoroutine(result):
                    await result
                await pair.settled()
            states = {role: connection.state for role, connection in pair.connections.items()}
            return pair, states

    return asyncio.run(play())


def test_a_handshake_over_tcp():
    pair, states = played()
    assert set(states.values()) == {State.OPEN}
    assert pair.kinds == [(CLIENT, Kind.DATA), (SERVER, Kind.DATA)]


def test_a_message_arrives_at_the_other_program():
    pair, _ = played(lambda pair: pair.client.act(lambda connection: connection.send_text("Hello")))
    assert [(role, event.text) for role, event in pair.heard if isinstance(event, MessageReceived)] == [
        (SERVER, "Hello")
    ]
    assert pair.tape.recording.wire(CLIENT).endswith(bytes.fromhex("818537fa213d7f9f4d5158"))  # section 5.7


@pytest.mark.parametrize("first", Role)
def test_a_closing_handshake_ends_tcp_from_the_server(first):
    pair, states = played(lambda pair: pair.peers[first].act(lambda connection: connection.send_close(1000)))
    assert set(states.values()) == {State.CLOSED}
    assert pair.kinds[-2:] == [(SERVER, Kind.FIN), (CLIENT, Kind.FIN)]  # section 7.1.1


def test_a_fin_is_sent_once():
    pair, _ = played(lambda pair: pair.client.end(), lambda pair: pair.client.end())
    assert pair.kinds.count((CLIENT, Kind.FIN)) == 1


@pytest.mark.parametrize("who", Role)
def test_a_reset_ends_both(who):
    pair, states = played(lambda pair: pair.peers[who].abort(), lambda pair: pair.peers[who].abort())
    assert pair.kinds.count((who, Kind.RST)) == 1
    assert states[who] is State.CLOSED
    assert states[who.peer] is State.CLOSED
    assert (who.peer, Kind.RST) not in pair.kinds


def test_nothing_is_written_after_the_end():
    def late(pair):
        pair.client.end()
        return pair.client.act(lambda connection: connection.send_raw(b"late"))

    pair, _ = played(late)
    assert not pair.tape.recording.wire(CLIENT).endswith(b"late")


def test_a_peer_writes_again_only_when_it_was_read():
    """So that two peers on one machine always make the same recording."""

    async def twice(pair):
        await pair.client.act(lambda connection: connection.send_text("one"))
        await pair.client.act(lambda connection: connection.send_text("two"))

    pair, _ = played(twice)
    own = [entry.kind for entry in pair.tape.recording if entry.who is CLIENT]
    assert own == [Kind.DATA, Kind.READ] * 3
