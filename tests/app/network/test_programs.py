"""Programs behind a server, without a network: a link is whatever has a connection and can act."""

from __future__ import annotations

import pytest

from app.network.programs import broadcast, echo, pass_on
from protocol.closing import CloseTold
from protocol.connection import Connection
from protocol.events import Closed, MessageReceived, Opened
from protocol.handshake import Offer, Policy

TEXT = MessageReceived(1, b"Hello", "Hello")
BINARY = MessageReceived(2, b"\x00\xff", None)


class Bench:
    """An open server connection that writes nowhere."""

    def __init__(self):
        client = Connection.client(Offer("x", "/", "dGhlIHNhbXBsZSBub25jZQ=="), lambda: bytes(4))
        client.connect()
        self.connection = Connection.server(Policy())
        self.connection.receive(client.bytes_to_send())
        self.connection.bytes_to_send()

    def act(self, deed):
        deed(self.connection)

    @property
    def said(self):
        return self.connection.bytes_to_send()


@pytest.mark.parametrize(("message", "frame"), [(TEXT, "810548656c6c6f"), (BINARY, "820200ff")])
def test_an_echo_is_of_the_same_kind(message, frame):
    bench = Bench()
    echo(bench, message)
    assert bench.said == bytes.fromhex(frame)


def test_nothing_follows_our_close():
    bench = Bench()
    bench.connection.send_close(1000)
    bench.connection.bytes_to_send()
    pass_on(bench.connection, TEXT)
    echo(bench, BINARY)
    assert bench.said == b""


def test_a_broadcast_reaches_those_who_are_there():
    program, one, two, late = broadcast(), Bench(), Bench(), Bench()
    program(one, Opened(None))
    program(two, Opened(None))
    program(one, TEXT)
    assert [bench.said for bench in (one, two, late)] == [bytes.fromhex("810548656c6c6f")] * 2 + [b""]
    program(one, Closed(CloseTold(1000, "", clean=True)))
    program(two, BINARY)
    assert [bench.said for bench in (one, two, late)] == [b"", bytes.fromhex("820200ff"), b""]
