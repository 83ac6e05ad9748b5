"""A client that comes back, and a crowd that does: on real sockets, without waiting."""

from __future__ import annotations

import asyncio
import socket
import time

import pytest

from app.network.plays.crowd import run
from lessons.model import LessonError, Scenario
from lessons.plays.crowd import CrowdSetup
from protocol.chorus import observe_played
from protocol.facts import HeadSent, MessageArrived
from protocol.vocabulary import Role


def played(seed=7, **setup):
    return asyncio.run(run(Scenario(seed=seed, play="crowd", crowd=CrowdSetup(**setup))))


def told(chorus, kind):
    return [fact.moment.values for fact in chorus.moments if fact.moment.kind == kind]


def test_linear_backoff_until_somebody_listens():
    chorus = observe_played(played())
    assert [wait["delay"] for wait in told(chorus, "retry-waits")] == [1, 2, 3, 4]
    assert [wait["at"] for wait in told(chorus, "retry-waits")] == [6, 8, 11, 15]  # however slow the machine is
    assert len(told(chorus, "retry-refused")) == 3
    assert told(chorus, "client-back") == [{"attempt": 4, "away": 10, "missed": 5}]
    assert chorus.names == ("first", "second")


def test_each_connection_is_a_handshake_of_its_own():
    chorus = observe_played(played())
    keys = {fact.head.get("Sec-WebSocket-Key") for fact in chorus.of(HeadSent) if fact.who is Role.CLIENT}
    assert len(keys) == 2
    assert {"client.open", "second/client.open"} <= set(chorus.ids())


def test_news_in_between_never_arrive():
    chorus = observe_played(played())
    heard = [fact.message.payload.decode() for fact in chorus.of(MessageArrived)]
    missed = [one["text"] for one in told(chorus, "news-unheard")]
    assert missed == ["news 3", "news 4", "news 5", "news 6", "news 7"]
    assert not set(heard) & set(missed)
    assert len(heard) + len(missed) == max(int(text.split()[1]) for text in heard)


def test_five_attempts_and_no_more():
    chorus = observe_played(played(outage=40, until=60))
    assert told(chorus, "client-gives-up") == [{"attempts": 5, "code": 1006}]
    assert "moment.client-back.0" not in chorus
    assert chorus.place("moment.client-gives-up.0") < chorus.place("moment.server-back.0")


def test_a_close_that_says_no_is_respected():
    chorus = observe_played(played(code=1008, reason="banned"))
    assert told(chorus, "retry-waits") == []
    assert told(chorus, "client-stays-away") == [{"attempts": 0, "code": 1008}]
    assert chorus.get("client.told").told.reason == "banned"


def test_a_server_without_an_outage_ends_the_connection_and_goes_on_listening():
    chorus = observe_played(played(code=1008, reason="banned", outage=0))
    assert told(chorus, "client-stays-away") == [{"attempts": 0, "code": 1008}]
    assert told(chorus, "server-gone") == told(chorus, "server-back") == []
    assert told(chorus, "news-unheard")
    assert max(fact.time for fact in chorus) < 12  # nothing more will happen
    crashed = observe_played(played(outage=0))
    assert told(crashed, "retry-refused") == []
    assert told(crashed, "client-back")[0]["attempt"] == 1


def test_a_close_that_says_restart_is_not():
    chorus = observe_played(played(code=1012, outage=2))
    assert told(chorus, "retry-waits")[0]["code"] == 1012
    assert "moment.client-back.0" in chorus


def test_the_count_goes_on_until_a_connection_lasts():
    slow = observe_played(played(drops=4))
    assert [wait["attempt"] for wait in told(slow, "retry-waits")] == [1, 2, 3, 4, 5]
    assert "moment.client-gives-up.0" in slow
    eager = observe_played(played(drops=4, lasting=0))
    assert [wait["attempt"] for wait in told(eager, "retry-waits")] == [1, 2, 3, 4, 1, 1, 1, 1]
    assert len(eager.names) == 6


def test_jitter_comes_from_the_seed():
    def waits(seed):
        chorus = observe_played(played(seed=seed, schedule="full", attempts=0, outage=20))
        return [wait["delay"] for wait in told(chorus, "retry-waits")]

    assert waits(1) == waits(1) != waits(2)


def test_the_same_seed_gives_the_same_bytes():
    first, second = played(), played()
    for name, recording in first.connections.items():
        for role in Role:
            assert recording.wire(role) == second.connections[name].wire(role)


def test_all_recordings_and_moments_share_one_clock():
    one = played()
    chorus = observe_played(one)
    times = [fact.time for fact in chorus]
    assert times == sorted(times)
    back = chorus.get("moment.client-back.0").time
    assert chorus.get("second/tcp.open").time == pytest.approx(back, abs=0.2)


def test_a_crowd_without_chance_comes_in_waves_and_one_with_chance_does_not():
    chorus = observe_played(played(clients=200, takes=20, sockets=40))
    linear, exponential, full = told(chorus, "crowd-result")
    assert (linear["back"], linear["gone"], linear["peak"]) == (40, 160, 200)
    assert (exponential["back"], exponential["gone"]) == (40, 0)
    assert full["back"] == 200
    assert full["peak"] < 60
    # Of those that were taken, each client with a socket really shook hands.
    assert [one["shaken"] for one in (linear, exponential, full)] == [40, 40, 40]
    seconds = told(chorus, "crowd-second")
    assert max(one["full.taken"] for one in seconds) <= 20


def test_a_thousand_clients_take_no_two_seconds():
    start = time.process_time()
    played(clients=1000)
    assert time.process_time() - start < 4  # of this process: what else the machine does is no part of it


def test_no_socket_is_left_open(monkeypatch):
    made = []
    create = socket.socket

    class Counted(create):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            made.append(self)

    monkeypatch.setattr(socket, "socket", Counted)
    played(clients=20, takes=5, sockets=20, drops=2)
    assert made
    assert all(one.fileno() == -1 for one in made)


def test_a_schedule_that_nobody_knows():
    with pytest.raises(LessonError, match="no schedule “sometimes”; known are: linear, exponential"):
        played(schedule="sometimes")
