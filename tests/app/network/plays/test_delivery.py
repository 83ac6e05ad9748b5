"""Messages with numbers over a server that loses some: what Ben's program is given, and what Ada knows."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from app.network.plays import delivery
from protocol.chorus import Chorus
from protocol.facts import Told
from protocol.vocabulary import Role
from tests.lessons_support import lesson

SCENARIO = lesson("reliable-delivery").scenario
LOSS = {"lose": ("2.1", "ack3.1")}
GARBAGE = '{"type":"chat"'


def run(**changes):
    return asyncio.run(delivery.run(replace(SCENARIO, delivery=replace(SCENARIO.delivery, **changes))))


def moments(played, kind):
    return [one for one in played.moments if one.kind == "mail." + kind]


def numbers(played, kind):
    return [one.values["id"] for one in moments(played, kind)]


def test_nothing_lost_nothing_sent_again():
    played = run()
    assert numbers(played, "send") == numbers(played, "deliver") == numbers(played, "acked") == [1, 2, 3]
    assert round(played.moments[-1].time) == 0


def test_a_lost_message_and_a_lost_acknowledgement_are_both_sent_again_after_five_seconds():
    played = run(**LOSS)
    assert numbers(played, "send") == [1, 2, 3, 2, 3]
    assert [round(one.time) for one in moments(played, "send")] == [0, 0, 0, 5, 5]
    assert numbers(played, "deliver") == [1, 3, 2]
    assert numbers(played, "duplicate") == [3]
    assert played.moments[-1].values == {"waiting": 0, "failed": 0}


def test_a_run_repeats_to_the_byte():
    one, two = run(**LOSS), run(**LOSS)
    for name, recording in one.connections.items():
        for who in Role:
            assert two.connections[name].wire(who) == recording.wire(who)


@pytest.mark.parametrize("changes", [LOSS, {"hold": ("2.1",)}])
def test_a_receiver_that_keeps_order_holds_back_what_is_early(changes):
    assert numbers(run(**changes), "deliver") == ([1, 3, 2])
    played = run(**changes, order=True)
    assert numbers(played, "deliver") == [1, 2, 3]
    assert numbers(played, "early") == [3]


def test_one_message_at_a_time_keeps_order_too():
    assert numbers(run(**LOSS, window=1), "deliver") == [1, 2, 3]


def test_without_a_memory_a_duplicate_is_given_twice():
    assert numbers(run(**LOSS, memory=False), "deliver") == [1, 3, 2, 3]


def test_without_acknowledgements_nobody_misses_what_is_lost():
    played = run(**LOSS, acks=False)
    assert numbers(played, "send") == [1, 2, 3]
    assert numbers(played, "deliver") == [1, 3]
    assert played.moments[-1].values["waiting"] == 0


def test_after_three_retries_the_program_is_told():
    played = run(ben=False, texts=("Hello",))
    assert [round(one.time) for one in moments(played, "send")] == [0, 5, 10, 15]
    (failed,) = moments(played, "failed")
    assert (round(failed.time), failed.values["tries"]) == (20, 4)
    assert "ben" not in played.connections


def test_a_broken_connection_loses_what_was_under_way_and_the_list_brings_it_back():
    played = run(cut="2.1")
    facts = Chorus.made(played)
    assert list(played.connections) == ["ada", "ben", "ada.2"]
    assert next(fact.told.code for fact in facts.whole("ada").of(Told) if fact.who is Role.CLIENT) == 1006
    assert numbers(played, "deliver") == [1, 2, 3]


def test_a_malformed_envelope_gets_an_error_and_the_connection_goes_on():
    played = run(garbage=GARBAGE)
    assert "not JSON" in moments(played, "invalid")[0].values["reason"]
    assert b'"type":"error"' in played.connections["ada"].wire(Role.SERVER)
    assert numbers(played, "deliver") == [1, 2, 3]


def test_a_server_that_does_not_check_breaks_down():
    played = run(garbage=GARBAGE, checks=False)
    assert {fact.told.code for fact in Chorus.made(played).whole("ada").of(Told)} == {1011}
    assert numbers(played, "deliver") == []
    assert played.moments[-1].values["waiting"] == 3
