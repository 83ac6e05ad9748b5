"""Heartbeats on a clock that the test turns, RFC 6455 sections 5.5.2 and 5.5.3."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.connection import Connection
from protocol.events import PingReceived, PongReceived
from protocol.handshake import Offer, Policy
from protocol.patterns.heartbeat import Dead, FrameForm, Heartbeat, Pulse, SendPing, TextForm

STRICT = Pulse(interval=20, timeout=10, misses=1, any_traffic=False)
TWO = Pulse(interval=20, timeout=10, misses=2, any_traffic=False)


def ping(number: int) -> SendPing:
    return SendPing(number, b"heartbeat %d" % number)


def test_a_living_peer() -> None:
    heart = Heartbeat(STRICT, now=100.0)
    assert (heart.tick(100), heart.next_at) == ([], 120)
    assert heart.tick(119.9) == []
    assert heart.tick(120) == [ping(1)]
    assert heart.next_at == 130
    assert heart.pong(b"heartbeat 1", 120.25) == 0.25
    assert heart.next_at == 140
    assert heart.tick(140) == [ping(2)]
    assert heart.pong(b"heartbeat 2", 141.25) == 1.25
    assert (heart.rtt, heart.smoothed) == (1.25, 0.375)
    assert heart.last_life == 141.25


def test_the_picture_of_the_module() -> None:
    heart = Heartbeat(TWO, now=0)
    assert heart.tick(20) == [ping(1)]
    assert heart.pong(b"heartbeat 1", 20.1) == pytest.approx(0.1)
    assert heart.tick(40) == [ping(2)]
    assert heart.tick(50) == []
    assert heart.tick(60) == [ping(3)]
    assert heart.next_at == 70
    assert heart.tick(69.9) == []
    assert heart.tick(70) == [Dead(since=20.1, missed=2)]
    assert (heart.alive, heart.next_at) == (False, math.inf)
    assert heart.tick(500) == []
    assert heart.pong(b"heartbeat 3", 501) is None
    heart.heard(501)
    assert heart.last_life == 20.1


def test_a_pong_answers_all_earlier_pings() -> None:
    """Section 5.5.3: "MAY elect to send a Pong frame for only the most recently processed Ping frame"."""
    heart = Heartbeat(Pulse(interval=1, timeout=10, misses=1, any_traffic=False), now=0)
    for second in (1, 2, 3):
        heart.tick(second)
    assert heart.next_at == 4
    assert heart.pong(b"heartbeat 2", 3.5) == 1.5
    assert heart.pong(b"heartbeat 1", 3.6) is None
    assert heart.tick(11.0) == [ping(4)]
    assert heart.tick(13.0) == [Dead(since=3.5, missed=1)], "ping 3 was not answered"


@pytest.mark.parametrize(
    "payload", [b"", b"heartbeat 2", b"heartbeat 01", b"heartbeat x", b"1", b"heartbeat " + b"9" * 50]
)
def test_a_pong_that_nobody_asked_for_is_ignored(payload: bytes) -> None:
    """Section 5.5.3: "A Pong frame MAY be sent unsolicited"."""
    heart = Heartbeat(STRICT, now=0)
    heart.tick(20)
    assert heart.pong(payload, 21) is None
    assert heart.tick(30) == [Dead(since=0, missed=1)]


def test_the_same_pong_twice() -> None:
    heart = Heartbeat(STRICT, now=0)
    heart.tick(20)
    assert heart.pong(b"heartbeat 1", 21) == 1
    assert heart.pong(b"heartbeat 1", 22) is None
    assert heart.last_life == 21


def test_any_traffic_counts_as_life_if_the_pulse_says_so() -> None:
    free, strict = (Heartbeat(Pulse(20, 10, 1, any_traffic=any_traffic), now=0) for any_traffic in (True, False))
    for heart in (free, strict):
        heart.tick(20)
        heart.heard(25)
    assert strict.tick(30) == [Dead(since=0, missed=1)]
    assert free.tick(30) == []
    assert free.next_at == 40
    assert free.tick(40) == [ping(2)]
    assert free.tick(50) == [Dead(since=25, missed=1)], "what came before a ping does not answer it"


def test_a_pong_after_other_traffic_still_measures() -> None:
    heart = Heartbeat(Pulse(20, 10, 1, any_traffic=True), now=0)
    heart.tick(20)
    heart.heard(21)
    assert heart.pong(b"heartbeat 1", 22) == 2


def test_a_peer_that_talks_but_never_pongs_costs_no_memory() -> None:
    heart = Heartbeat(Pulse(interval=1, timeout=5, misses=1, any_traffic=True), now=0)
    for second in range(1, 1000):
        assert heart.tick(second) == [ping(second)]
        heart.heard(second + 0.5)
        assert len(heart._open) <= 6


def test_a_late_tick_sends_one_ping() -> None:
    heart = Heartbeat(STRICT, now=0)
    assert heart.tick(1000) == [ping(1)]
    assert heart.tick(1000) == []
    assert heart.next_at == 1010


def test_it_speaks_through_a_connection() -> None:
    """The answer is what the peer's endpoint sends by itself (section 5.5.2)."""
    client = Connection.client(Offer("h", "/", "dGhlIHNhbXBsZSBub25jZQ=="), lambda: b"\1\2\3\4")
    server = Connection.server(Policy())
    client.connect()
    server.receive(client.bytes_to_send())
    client.receive(server.bytes_to_send())
    heart = Heartbeat(STRICT, now=0)
    (action,) = heart.tick(20)
    assert isinstance(action, SendPing)
    server.send_ping(action.payload)
    assert client.receive(server.bytes_to_send()) == [PingReceived(b"heartbeat 1")]
    (pong,) = server.receive(client.bytes_to_send())
    assert pong == PongReceived(b"heartbeat 1")
    assert heart.pong(pong.payload, 20.5) == 0.5


def test_the_application_s_own_heartbeat() -> None:
    """JavaScript has no way to send a ping frame."""
    form = TextForm()
    heart = Heartbeat(STRICT, now=0, form=form)
    assert heart.tick(20) == [SendPing(1, b'{"type":"ping","id":1}')]
    answer = form.answer(b'{"type":"ping","id":1}')
    assert answer == b'{"type":"pong","id":1}'
    assert heart.pong(answer, 20.5) == 0.5


@pytest.mark.parametrize(
    "text", ["hello", '{"type":"pong","id":1}', '{"type":"ping","id":-1}', '{"type":"ping"}', "[1]"]
)
def test_what_is_no_ping_of_the_application(text: str) -> None:
    assert TextForm().answer(text.encode()) is None


@given(st.binary(max_size=40))
def test_any_payload_is_at_most_ignored(payload: bytes) -> None:
    assert TextForm().answered(payload) is None
    assert FrameForm().answered(payload) is None or payload.startswith(b"heartbeat ")


@given(st.integers(0, 10**15))
def test_every_number_comes_back(number: int) -> None:
    assert FrameForm().answered(FrameForm().ping(number)) == number
    assert len(FrameForm().ping(number)) <= 125
    pong = TextForm().answer(TextForm().ping(number))
    assert pong is not None
    assert TextForm().answered(pong) == number


def test_what_no_heart_can_do() -> None:
    for wrong in ({"interval": 0}, {"timeout": 0}, {"timeout": math.nan}, {"misses": 0}):
        with pytest.raises(ValueError, match="heartbeat needs"):
            Pulse(**wrong)
    with pytest.raises(ValueError, match="leave room"):
        FrameForm(bytes(120))


EIGHTHS = st.integers(0, 80).map(lambda number: number / 8)
STEPS = st.lists(st.tuples(EIGHTHS, st.sampled_from(["tick", "heard", "pong"]), st.integers(0, 3)), max_size=60)
PULSES = st.builds(Pulse, EIGHTHS.filter(bool), EIGHTHS.filter(bool), st.integers(1, 3), st.booleans())


@given(PULSES, STEPS)
def test_never_too_often_never_dead_too_early_never_late(pulse: Pulse, steps: list[tuple[float, str, int]]) -> None:
    """Eighths of a second are exact in binary, so that every comparison here is too."""
    heart, now = Heartbeat(pulse, now=0), 0.0
    sent: list[float] = []
    for wait, what, back in steps:
        now += wait
        if what == "heard":
            heart.heard(now)
        elif what == "pong":
            heart.pong(b"heartbeat %d" % (len(sent) - back), now)
        due = heart.next_at
        actions = heart.tick(now)
        assert bool(actions) is (now >= due), "next_at says exactly when there is something to do"
        for action in actions:
            if isinstance(action, SendPing):
                assert action.number == len(sent) + 1
                assert now - (sent[-1] if sent else 0.0) >= pulse.interval
                sent.append(now)
            else:
                # A late pong for an older ping is life, too; the later ping may be missed all the same.
                assert sum(at + pulse.timeout <= now for at in sent) >= action.missed >= pulse.misses
                assert action.since <= now
                assert heart.next_at == math.inf
        assert heart.next_at > now


@given(PULSES)
def test_a_silent_peer_is_found_dead_in_time(pulse: Pulse) -> None:
    heart = Heartbeat(pulse, now=0)
    while heart.alive:
        now = heart.next_at
        actions = heart.tick(now)
        assert actions
    assert actions == [Dead(0, pulse.misses)]
    assert now == pulse.interval * pulse.misses + pulse.timeout
