"""Several connections on one clock: their facts in one order."""

from __future__ import annotations

import pytest

from protocol.chorus import Chorus, Happened, Moment, Played, as_chorus, observe_played
from protocol.facts import FrameSent, Moved
from protocol.observer import observe
from protocol.recording import Entry, Kind, Recording
from protocol.vocabulary import Role, State
from tests.lessons_support import recording_of

WORDS = Moment(0.0, "words", "ada", Role.CLIENT, {"text": "hi"})


def moved(recording: Recording, seconds: float) -> Recording:
    """The same recording, so much later."""
    later = Recording(recording.setup)
    for entry in recording:
        later.append(Entry(entry.time + seconds, entry.who, entry.kind, entry.data, entry.size))
    return later


@pytest.fixture(scope="module")
def chorus() -> Chorus:
    first = recording_of("closing-handshake")
    end = first.time(len(first) - 1)
    moments = (Moment(end / 2, "beat"), Moment(0.0, "beat"), Moment(end * 3, "over"))
    raw = Recording()
    raw.append(Entry(0.0, Role.CLIENT, Kind.DATA, b"GET / HTTP/1.1\r\n\r\n", 18))
    played = Played({"ada": first, "ben": moved(first, end), "page": raw}, moments, silent=frozenset({"page"}))
    made = observe_played(played)
    assert isinstance(made, Chorus)
    return made


def test_one_connection_without_moments_is_just_its_facts():
    played = Played.of(recording_of("accept-key"))
    assert not isinstance(observe_played(played), Chorus)
    assert played.main is recording_of("accept-key")


def test_all_facts_of_all_connections_in_the_order_of_time(chorus):
    own = len(observe(recording_of("closing-handshake")))
    assert len(chorus) == 2 * own + 3
    assert chorus.names == ("ada", "ben")
    assert set(chorus.recordings) == {"ada", "ben", "page"}
    times = [fact.time for fact in chorus]
    assert times == sorted(times)
    for name in chorus.names:
        ids = [chorus[place].id for place in range(len(chorus)) if chorus.name_at(place) == name]
        assert ids == [fact.id for fact in chorus.whole(name)]


def test_a_fact_is_found_by_the_name_of_its_connection(chorus):
    for name in chorus.names:
        place = chorus.place(f"{name}/client.frame.0.sent")
        assert isinstance(chorus[place], FrameSent)
        assert chorus.name_at(place) == name
    assert chorus.place("client.open") == chorus.place("ada/client.open")
    assert "zoe/client.open" not in chorus
    assert chorus.get("ben/client.frame.77.sent") is None


def test_moments_are_facts_counted_within_their_kind(chorus):
    assert [fact.id for fact in chorus.moments] == ["moment.beat.0", "moment.beat.1", "moment.over.0"]
    assert [fact.time for fact in chorus.of(Happened)] == sorted(fact.time for fact in chorus.moments)
    assert chorus[chorus.place("moment.over.0")].moment.kind == "over"


def test_an_earlier_moment_knows_less_of_each_connection(chorus):
    for cursor in range(0, len(chorus) + 1, 7):
        known = chorus.until(cursor)
        assert len(known) == cursor
        assert sum(known.local(name) for name in known.names) + len(known.moments) == cursor
        for name in known.names:
            assert [fact.id for fact in known.connection(name)] == [
                fact.id for place, fact in enumerate(chorus) if place < cursor and chorus.name_at(place) == name
            ]
        late = f"{chorus.names[1]}/server.told"
        assert (late in known) == (chorus.place(late) < cursor)


def test_ids_can_be_looked_up_again(chorus):
    for place, fact_id in enumerate(chorus.ids()):
        assert chorus.place(fact_id) == place


def test_the_main_connection_has_the_states(chorus):
    assert chorus.state(Role.CLIENT) is State.CLOSED
    assert chorus.until(0).state(Role.CLIENT) is State.CONNECTING
    half = chorus.until(chorus.place("ben/tcp.open"))
    assert (half.state(Role.CLIENT), half.connection("ben").state(Role.CLIENT)) == (State.CLOSED, State.CONNECTING)
    assert len(chorus.of(Moved)) == 2 * len(chorus.whole("ada").of(Moved))


def test_the_time_now_is_that_of_the_newest_fact(chorus):
    assert chorus.until(0).now == 0
    assert chorus.now == chorus[len(chorus) - 1].time


def test_facts_of_one_connection_are_a_chorus_of_one():
    facts = observe(recording_of("accept-key"))
    alone = as_chorus(facts)
    assert list(alone) == list(facts)
    assert as_chorus(alone) is alone
    assert alone.place("client.open") == facts.place("client.open")
    assert alone.moments == []
