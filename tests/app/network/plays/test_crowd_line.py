"""A port that can be shut and opened, and a connection whose ends both live here."""

from __future__ import annotations

from itertools import count

import pytest

from app.network.plays.crowd_line import Entrance, Line
from protocol.connection import Connection
from protocol.events import Closed, MessageReceived
from protocol.handshake import Offer, Policy
from protocol.observer import observe
from protocol.vocabulary import Role
from tests.wire_support import KEY, MASK


@pytest.fixture
def entrance():
    one = Entrance()
    yield one
    one.close()


@pytest.fixture
def line(entrance):
    clock = count()
    client = Connection.client(Offer(host="server.example.com", target="/", key=KEY), lambda: MASK)
    one = Line(entrance.call(), client, Connection.server(Policy()), lambda: float(next(clock)))
    client.connect()
    one.pump()
    yield one
    one.close()


def test_a_port_that_is_shut_refuses_and_opens_again(entrance):
    entrance.shut()
    with pytest.raises(ConnectionRefusedError):
        entrance.call()
    entrance.open()
    for sock in entrance.call():
        assert sock.getsockname()
        sock.close()


def test_shutting_and_opening_twice_changes_nothing(entrance):
    address = entrance.address
    entrance.open()
    entrance.shut()
    entrance.shut()
    entrance.open()
    client, server = entrance.call()
    assert client.getpeername() == address
    client.close()
    server.close()


def test_what_is_said_is_read_at_once(line):
    assert line.is_open
    line.ends[Role.SERVER].send_text("news")
    learned = line.pump()
    assert [event.text for event in learned[Role.CLIENT] if isinstance(event, MessageReceived)] == ["news"]
    assert "server.message.0" in observe(line.recording)


def test_a_reset_reaches_the_other_end(line):
    events = line.reset(Role.SERVER)
    assert [event.told.code for event in events if isinstance(event, Closed)] == [1006]
    facts = observe(line.recording)
    assert {"server.rst", "server.rst.arrived"} <= set(facts.ids())
    assert not line.is_open


def test_a_close_goes_to_its_end(line):
    line.ends[Role.SERVER].send_close(1008, "banned")
    events = line.pump()[Role.CLIENT]
    assert [event.told.code for event in events if isinstance(event, Closed)] == [1008]
    facts = observe(line.recording)
    assert facts.get("client.told").told.clean
    assert facts.get("server.told").told.clean
