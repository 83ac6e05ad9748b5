"""Events are values: equal when what happened is the same, and never changed afterwards."""

from dataclasses import FrozenInstanceError

import pytest
from wire_support import Wire

from protocol.events import Event, MessageReceived, Opened, PingReceived
from protocol.vocabulary import Role


def test_equal_happenings_are_equal_events():
    one, two = Wire().open(), Wire().open()
    for wire in (one, two):
        wire.client.send_text("Hello")
        wire.client.send_ping(b"!")
        wire.run()
    assert one.events == two.events
    assert [type(event) for event in one.events[Role.SERVER]] == [Opened, MessageReceived, PingReceived]


def test_an_event_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        PingReceived(b"").payload = b"!"


def test_every_event_is_in_the_union():
    assert {Opened, MessageReceived, PingReceived} <= set(Event.__args__)
