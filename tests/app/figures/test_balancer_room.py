"""A room at the cursor: only what has happened, and the room that was left stays as it was."""

from __future__ import annotations

from app.figures.balancer_room import rooms
from protocol.chorus import as_chorus
from protocol.knowledge import Facts
from protocol.vocabulary import State
from tests.lessons_support import facts_of

FACTS = facts_of("scaling-out")


def at(fact, facts=FACTS):
    return rooms(facts, facts.place(fact) + 1)


def seat(room, browser):
    return next(one for one in room.seats if one.browser == browser)


def test_facts_of_another_kind_have_empty_rooms():
    for room in rooms(as_chorus(Facts()), 0):
        assert not room.begun
        assert room.seats == ()


def test_before_the_first_connection_everybody_is_known_and_nobody_there():
    without, joined = rooms(FACTS, 0)
    assert [one.name for one in without.seats] == ["Ada", "Ben", "Cleo", "Dana", "Eli", "Finn"]
    assert (without.nodes, without.up, without.heard, joined.begun) == (("A", "B"), frozenset(), 0, False)


def test_sessions_stand_with_their_nodes():
    without, _ = at("two.finn/client.open")
    assert [one.name for one in without.of("A")] == ["Ada", "Cleo", "Eli"]
    assert [one.name for one in without.of("B")] == ["Ben", "Dana", "Finn"]
    assert (without.sticky, at("moment.room.sticky.0")[0].sticky) == (False, True)


def test_a_session_that_is_over_has_its_code_and_no_node():
    without, _ = at("two.ben/client.told")
    ben = seat(without, "ben")
    assert (ben.state, ben.code) == (State.CLOSED, 1001)
    assert ben not in without.of("B")


def test_a_frame_is_under_way_before_it_arrives():
    (room, _) = at("client.frame.0.sent")
    up = seat(room, "ada").up
    assert up is not None
    assert (up.arrived, up.frame.payload) == (False, b"Hello")
    arrived = seat(at("client.frame.0.arrived")[0], "ada").up
    assert arrived is not None
    assert arrived.arrived


def test_the_count_stands_when_a_page_that_had_the_word_reloads():
    assert at("two.cleo.2/client.open")[0].heard == 3


def test_the_room_that_was_left_stays_as_it_was():
    after, _ = at("moment.room.heard.2")
    without, joined = at("moment.room.heard.4")
    assert (without.heard, [one.name for one in without.of("A")]) == (after.heard, [one.name for one in after.of("A")])
    assert (without.current, joined.current) == (False, True)


def test_a_node_that_went_down_is_known_but_not_up():
    _, joined = at("moment.room.down.0")
    assert (joined.up, joined.known) == ({"A"}, {"A", "B"})


def test_what_the_broker_carries():
    _, joined = at("moment.room.deliver.0")
    assert (joined.published, joined.delivered, joined.topic, joined.said) == ("A", {"A"}, "lobby", "Hello")
    _, silent = at("moment.room.silent.0", facts_of("scaling-out", "broker-stops"))
    assert silent.silent
