"""Moments, losses and pairs, read from real runs."""

from __future__ import annotations

from app.figures.heartbeat_rows import Fate, answers, beating, is_ping, missed_at, read_groups, read_pairs, text_number
from protocol.knowledge import Facts
from protocol.vocabulary import Role
from tests.app.figures.heartbeat_support import by_hand, client_asks, nobody_asks, server_asks


def fates(group):
    return [row.fate for row in group.rows]


def test_each_moment_is_a_group_and_the_loss_stands_between_two():
    groups = read_groups(server_asks())
    assert [round(group.time) for group in groups] == [0, 5, 10, 10, 15, 20, 25, 40]
    assert [group.is_loss for group in groups] == [False, False, False, True, False, False, False, False]
    assert groups[0].is_opening
    assert (round(groups[3].time), round(groups[3].until)) == (10, 15)


def test_what_the_network_loses_and_what_a_closed_end_sends_back():
    groups = read_groups(server_asks())
    assert fates(groups[1]) == [Fate.ARRIVES, Fate.ARRIVES]
    assert fates(groups[4]) == fates(groups[5]) == fates(groups[6]) == [Fate.LOST]
    assert fates(groups[7]) == [Fate.BOUNCED, Fate.LATE]
    assert groups[7].rows[1].id == "end.server.rst/late"


def test_what_tcp_sends_again_has_a_second_row():
    groups = read_groups(nobody_asks())
    assert [fates(group) for group in groups if group.rows][-2:] == [[Fate.LOST], [Fate.LATE, Fate.ARRIVES]]


def test_pings_and_their_pongs():
    pairs = read_pairs(server_asks())
    assert [pair.pong is not None for pair in pairs] == [True, True, False, False]
    assert beating(pairs) is Role.SERVER
    assert all(is_ping(pair.ping.frame) for pair in pairs)
    answered = pairs[0]
    assert answers(answered.pong.frame, answered.ping.frame)
    assert not answers(pairs[1].pong.frame, answered.ping.frame)


def test_messages_that_ask_are_pings_too():
    pairs = read_pairs(client_asks())
    assert beating(pairs) is Role.CLIENT

    def number(rung):
        return text_number(rung.frame.opcode, rung.frame.payload)

    assert [number(pair.ping) for pair in pairs[:2]] == [("ping", 1), ("ping", 2)]
    assert number(pairs[0].pong) == ("pong", 1)
    assert number(read_pairs(server_asks())[0].ping) is None


def test_missed_pongs_are_counted_when_the_side_that_asks_acts_again():
    facts = server_asks()
    pairs = read_pairs(facts)
    places = [
        facts.place(name)
        for name in ("server.frame.1.sent", "server.frame.2.sent", "server.frame.3.sent", "server.rst")
    ]
    assert [missed_at(facts, pairs, Role.SERVER, place) for place in places] == [0, 0, 1, 2]


def test_only_the_ping_with_the_same_data_has_a_pong_of_its_own():
    one, two = read_pairs(by_hand())
    assert one.pong is None
    assert two.pong.frame.payload == b"two"


def test_nothing_gives_nothing():
    assert read_groups(Facts()) == ()
    assert read_pairs(Facts()) == ()
    assert beating(()) is Role.SERVER
