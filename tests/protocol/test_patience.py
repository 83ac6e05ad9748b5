"""How long an endpoint waits, on a clock that the test turns."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.connection import Connection
from protocol.handshake import Offer, Policy
from protocol.patience import CLOSING, HANDSHAKE, IDLE, LIMITS, Patience, RanOut, Waiting
from protocol.vocabulary import Role, State

CLIENT, SERVER = Role.CLIENT, Role.SERVER
KEY = "dGhlIHNhbXBsZSBub25jZQ=="


class Clocked:
    """A connection, its clock, and what they say after each thing that happens."""

    def __init__(self, connection: Connection, patience: Patience) -> None:
        self.connection = connection
        self.waiting = Waiting(patience, connection.role, now=0)

    def receive(self, data: bytes, now: float) -> None:
        self.waiting.heard(now)
        self.connection.receive(data)
        self.tell(now)

    def tell(self, now: float) -> None:
        end = self.connection.endpoint
        self.waiting.tell(
            end.state,
            now,
            close_sent=end.close_sent,
            close_received=end.close_received is not None,
            failed=end.failed is not None,
        )


def pair(patience: Patience) -> tuple[Clocked, Clocked]:
    client = Connection.client(Offer("h", "/", KEY), lambda: b"\1\2\3\4")
    return Clocked(client, patience), Clocked(Connection.server(Policy()), patience)


def opened(patience: Patience) -> tuple[Clocked, Clocked]:
    client, server = pair(patience)
    client.connection.connect()
    server.receive(client.connection.bytes_to_send(), 1)
    client.receive(server.connection.bytes_to_send(), 1)
    return client, server


def test_a_slow_loris_runs_out_by_the_total() -> None:
    client, server = pair(Patience(handshake=10))
    client.connection.connect()
    head = client.connection.bytes_to_send()
    for second in range(10):
        assert server.waiting.ran_out(second) is None
        server.receive(head[second : second + 1], second)
        assert server.waiting.next_at == 10
    assert server.waiting.ran_out(9.9) is None
    assert server.waiting.ran_out(10) == RanOut(HANDSHAKE, 0, "the client’s request")


def test_a_server_that_never_answers() -> None:
    client, _ = pair(Patience(handshake=10))
    client.connection.connect()
    assert client.waiting.ran_out(10) == RanOut(HANDSHAKE, 0, "the server’s answer")


def test_an_open_connection_may_be_silent_for_ever() -> None:
    client, server = opened(Patience())
    for end in (client, server):
        assert (end.waiting.next_at, end.waiting.ran_out(1e9)) == (math.inf, None)


def test_or_until_it_is_idle() -> None:
    client, server = opened(Patience(idle=60))
    assert server.waiting.next_at == 61
    client.connection.send_ping()
    server.receive(client.connection.bytes_to_send(), 30)
    assert server.waiting.next_at == 90
    assert server.waiting.ran_out(90) == RanOut(IDLE, 30, "anything from the peer")
    server.connection.send_close(1001, "idle")
    server.tell(90)
    assert server.waiting.next_at == 100, "the reaction has its own limit"


def test_what_we_send_does_not_end_the_peer_s_silence() -> None:
    _, server = opened(Patience(idle=60))
    server.connection.send_text("hello?")
    server.tell(50)
    assert server.waiting.next_at == 61


def test_a_peer_that_does_not_answer_a_close() -> None:
    client, server = opened(Patience(closing=5))
    client.connection.send_close(1000)
    client.tell(100)
    for second in (101, 102, 103):
        server.connection.send_text("still talking")
        client.receive(server.connection.bytes_to_send(), second)
    assert client.waiting.ran_out(105) == RanOut(CLOSING, 100, "the peer’s Close frame")


def test_a_client_waits_for_the_server_to_end_tcp_but_not_for_ever() -> None:
    """Section 7.1.1: it "SHOULD wait for a TCP Close from the server"; in abnormal cases it MAY close TCP itself."""
    client, server = opened(Patience(closing=5))
    server.connection.send_close(1000)
    client.receive(server.connection.bytes_to_send(), 100)
    assert client.connection.bytes_to_send()
    client.tell(100)
    assert client.connection.close_tcp is False
    assert client.waiting.ran_out(104.9) is None
    assert client.waiting.ran_out(105) == RanOut(CLOSING, 100, "the end of TCP")
    client.connection.tcp_closed()
    client.waiting.tcp_closed()
    client.tell(106)
    assert (client.waiting.next_at, client.waiting.ran_out(1e9)) == (math.inf, None)


def test_our_own_program_that_does_not_answer() -> None:
    client, server = opened(Patience(closing=5))
    server.connection.answers_close = False
    client.connection.send_close(1000)
    server.receive(client.connection.bytes_to_send(), 100)
    assert server.waiting.ran_out(105) == RanOut(CLOSING, 100, "our own Close frame")


def test_a_failed_connection_has_a_limit_as_well() -> None:
    """Section 7.1.7: Close if possible, then TCP; the peer may not take the last bytes."""
    _, server = opened(Patience(closing=5))
    server.receive(b"\xc1\x80\1\2\3\4", 100)
    assert server.connection.bytes_to_send()
    server.tell(100)
    assert server.connection.close_tcp
    assert server.waiting.ran_out(105) == RanOut(CLOSING, 100, "the end of TCP")


def test_a_refused_request_has_a_limit_while_the_answer_is_under_way() -> None:
    _, server = pair(Patience(closing=5))
    server.receive(b"POST / HTTP/1.1\r\nHost: h\r\n\r\n", 2)
    assert server.connection.state is State.CLOSED
    assert server.waiting.ran_out(6.9) is None
    assert server.waiting.ran_out(7) == RanOut(CLOSING, 2, "the end of TCP")


def test_no_limit_at_all() -> None:
    waiting = Waiting(Patience(None, None, None), CLIENT, 0)
    for state in State:
        waiting.tell(state, 1)
        assert (waiting.next_at, waiting.ran_out(1e12)) == (math.inf, None)


@pytest.mark.parametrize("wrong", [0, -1, math.nan])
@pytest.mark.parametrize("name", ["handshake", "closing", "idle"])
def test_limits_that_cannot_be(name: str, wrong: float) -> None:
    with pytest.raises(ValueError, match=f"“{name}” is"):
        Patience(**{name: wrong})


def test_every_state_has_one_limit() -> None:
    assert sorted(state for limit in LIMITS for state in limit.states) == list(State)


LIVES = st.lists(st.tuples(st.integers(0, 40), st.sampled_from(["heard", "next", "tell"])), max_size=40)


@given(LIVES, st.integers(1, 50), st.integers(1, 50), st.integers(1, 50))
def test_no_peer_holds_a_handshake_longer_than_its_limit(
    steps: list[tuple[int, str]], handshake: int, closing: int, idle: int
) -> None:
    """Whatever comes in: CONNECTING and CLOSING end at a moment that is known when they begin."""
    waiting, now, state = Waiting(Patience(handshake, closing, idle), SERVER, 0), 0, State.CONNECTING
    began = heard = 0
    for wait, what in steps:
        now += wait
        if what == "heard":
            waiting.heard(now)
            heard = now
        elif what == "next" and state < State.CLOSED:
            state = State(state + 1)
            if state < State.CLOSED:
                began = heard = now
        waiting.tell(state, now)
        due = {State.CONNECTING: began + handshake, State.OPEN: heard + idle}.get(state, began + closing)
        assert waiting.next_at == due
        assert (waiting.ran_out(now) is not None) is (now >= due)
