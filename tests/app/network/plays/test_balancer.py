"""One room on one node, on two, on two with a broker, and after a restart: all on real sockets."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from app.network.plays import balancer
from protocol.chorus import Chorus
from protocol.facts import FrameSent, Told
from protocol.vocabulary import Opcode, Role
from tests.lessons_support import lesson

SCENARIO = lesson("scaling-out").scenario


def run(**changes):
    return asyncio.run(balancer.run(replace(SCENARIO, balancer=replace(SCENARIO.balancer, **changes))))


def moments(played, kind):
    return [one for one in played.moments if one.kind == "room." + kind]


def heard(played):
    return [one.values["heard"] for one in moments(played, "heard")]


def placed(played, session):
    return next(one.values for one in moments(played, "placed") if one.values["session"] == session)


def told(facts, session):
    return next(fact.told.code for fact in facts.connection(session).of(Told) if fact.who is Role.CLIENT)


PLAYED = run()
FACTS = Chorus.made(PLAYED)


def test_half_the_room_hears_nothing_until_a_broker_joins_the_nodes():
    assert heard(PLAYED) == [6, 3, 3, 6, 6]


def test_a_run_repeats_to_the_byte():
    again = run()
    assert [(one.kind, one.actor, one.values) for one in again.moments] == [
        (one.kind, one.actor, one.values) for one in PLAYED.moments
    ]
    for name, recording in PLAYED.connections.items():
        for who in Role:
            assert again.connections[name].wire(who) == recording.wire(who)


def test_nodes_are_taken_in_turn_and_a_reload_lands_on_the_other_one():
    assert [placed(PLAYED, f"two.{who}")["node"] for who in SCENARIO.balancer.browsers] == list("ABABAB")
    assert placed(PLAYED, "two.ben.2")["node"] == "A"
    assert placed(PLAYED, "two.cleo.2")["node"] == "B"


def test_a_sticky_balancer_goes_by_the_cookie():
    assert placed(PLAYED, "two.dana.2") == {**placed(PLAYED, "two.dana.2"), "node": "B", "why": "cookie"}
    visits = {one.values["session"]: one.values["visit"] for one in moments(PLAYED, "greet")}
    assert (visits["two.ben.2"], visits["two.dana.2"]) == (1, 2)


def test_every_page_gets_a_frame_of_its_own():
    word = [
        fact.frame.raw
        for name in FACTS.names
        if name.startswith("publish") and not name.endswith(".2")
        for fact in FACTS.connection(name).of(FrameSent)
        if fact.who is Role.SERVER and fact.frame.opcode == Opcode.TEXT and fact.frame.payload == b"Hello"
    ]
    assert set(word) == {bytes.fromhex("810548656c6c6f")}
    assert len(word) == 6 + 3  # node A's pages hear the last word on the same connection


def test_what_is_delivered_goes_over_the_broker_also_at_home():
    assert [one.actor for one in moments(PLAYED, "deliver")] == ["A", "B", "A"]


def test_a_restart_tells_the_pages_and_leaves_them_on_the_other_node():
    assert told(FACTS, "publish.finn") == 1001
    assert {placed(PLAYED, f"publish.{who}.2")["why"] for who in ("ben", "dana", "finn")} == {"refused"}
    assert [one.values["visit"] for one in moments(PLAYED, "greet")[-3:]] == [1, 1, 1]


def test_a_crash_tells_nothing():
    facts = Chorus.made(run(crash=True))
    assert told(facts, "publish.finn") == 1006


def test_a_store_and_patience_make_the_restart_invisible():
    played = run(store=True, back=3.0)
    assert [one.values["visit"] for one in moments(played, "greet")[-3:]] == [2, 2, 2]
    assert {placed(played, f"publish.{who}.2")["node"] for who in ("ben", "dana", "finn")} == {"B"}
    assert heard(played)[-1] == 6


def test_without_its_broker_the_room_is_split_and_nobody_is_told():
    played = run(deaf=True, scenes=("publish",))
    assert heard(played) == [3]
    assert moments(played, "publish") == []
    assert all(not Chorus.made(played).connection(name).of(Told) for name in played.connections)


def test_the_last_word_can_be_said_twice():
    assert heard(run(scenes=("publish", "restart"), twice=True)) == [6, 6, 6]


def test_a_scene_that_nobody_knows():
    with pytest.raises(ValueError, match="no scene"):
        run(scenes=("three",))


def test_a_restart_of_a_node_that_is_not_there_is_none():
    assert moments(run(scenes=("one", "restart")), "down") == []
