"""What hubs say to each other, and the bus in memory that carries it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.patterns.bus import BusError, MemoryBus, Post, Presence, read_message, write_message

POST = Post("chat", "a", 3, "a/7", echo=False, body="Hello")
PRESENCE = Presence("chat", "a", 2, asks=False)

NAMES = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=20)
UNICODE = st.text(st.characters(exclude_categories=["Cs"]))
MESSAGES = st.one_of(
    st.builds(Post, NAMES, NAMES, st.integers(1, 2**53 - 1), NAMES, st.booleans(), UNICODE),
    st.builds(Presence, NAMES, NAMES, st.integers(0, 2**53 - 1), st.booleans()),
)


def test_the_texts() -> None:
    post = '{"kind":"post","server":"a","number":3,"sender":"a/7","echo":false,"body":"Hello"}'
    presence = '{"kind":"presence","server":"a","count":2,"asks":false}'
    assert (write_message(POST), read_message("chat", post)) == (post, POST)
    assert (write_message(PRESENCE), read_message("chat", presence)) == (presence, PRESENCE)


@given(MESSAGES)
def test_written_and_read(message: Post | Presence) -> None:
    assert read_message(message.topic, write_message(message)) == message


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("hello", "not JSON"),
        ("{}", "“server”"),
        ('{"server":"a\\n"}', "“server”"),
        ('{"server":"a"}', "neither"),
        ('{"server":"a","kind":"post","number":0,"sender":"x","echo":false,"body":""}', "neither"),
        ('{"server":"a","kind":"post","number":1,"sender":"","echo":false,"body":""}', "neither"),
        ('{"server":"a","kind":"post","number":1,"sender":"x","echo":0,"body":""}', "neither"),
        ('{"server":"a","kind":"post","number":1,"sender":"x","echo":false,"body":7}', "neither"),
        ('{"server":"a","kind":"presence","count":-1,"asks":false}', "neither"),
        ('{"server":"a","kind":"presence","count":1}', "neither"),
    ],
)
def test_what_no_hub_wrote(text: str, why: str) -> None:
    with pytest.raises(BusError, match=why):
        read_message("chat", text)


def test_all_who_listen_hear_everything_in_the_same_order() -> None:
    bus = MemoryBus()
    ann, bob, cid = (bus.port() for _ in range(3))
    ann.listen("x")
    bob.listen("x")
    bob.listen("y")
    ann.publish("x", "1")
    bob.publish("x", "2")
    cid.publish("y", "3")
    ann.publish("z", "4")
    assert ann.take() == [("x", "1"), ("x", "2")]
    assert bob.take(2) == [("x", "1"), ("x", "2")]
    assert bob.take() == [("y", "3")]
    assert cid.take() == []


def test_a_bus_keeps_nothing_for_those_who_come_later_or_leave() -> None:
    bus = MemoryBus()
    port = bus.port()
    port.publish("x", "before")
    port.listen("x")
    port.publish("x", "while")
    port.ignore("x")
    port.publish("x", "after")
    assert port.take() == [("x", "while")]


def test_a_port_that_is_not_read_loses_the_oldest() -> None:
    port = MemoryBus().port(room=2)
    port.listen("x")
    for text in "abc":
        port.publish("x", text)
    assert port.take() == [("x", "b"), ("x", "c")]
