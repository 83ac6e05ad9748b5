"""What is known of the play `cache` at each of its moments."""

from __future__ import annotations

from lessons.plays.cache_view import cached, masking_of, read_by_proxy, tunnels, visible, visits
from protocol.vocabulary import Role
from tests.lessons_support import facts_of

FACTS = facts_of("masking")


def at(fact):
    return FACTS.until(FACTS.place(fact) + 1)


def test_the_cache_fills_is_emptied_and_fills_again():
    assert cached(at("attack/client.frame.0.sent")) == ()
    (kept,) = cached(at("moment.proxy.stored.0"))
    assert (kept.host, kept.target, kept.poisoned) == ("stats.example", "/track.js", True)
    assert cached(at("moment.cache.emptied.0")) == ()
    assert [one.poisoned for one in cached(FACTS)] == [False]


def test_a_visit_is_open_until_the_answer_is_there():
    assert visits(at("moment.attempt.none.0")) == ()
    (asked,) = visits(at("moment.visitor.asks.0"))
    assert (asked.body, asked.hit) == (None, False)
    (served,) = visits(at("moment.visitor.poisoned.0"))
    assert served.hit
    assert served.poisoned


def test_how_a_client_masks_is_known_when_it_begins():
    assert masking_of(at("client.message.1"), "attack") is None
    assert masking_of(FACTS, "attack") == "none"
    assert masking_of(FACTS, "again") == "fresh"


def test_what_leaves_at_this_moment_is_not_read_yet():
    assert len(read_by_proxy(at("attack/client.frame.0.sent"), "attack", Role.CLIENT).found) == 1
    assert len(read_by_proxy(at("moment.proxy.asked.2"), "attack", Role.CLIENT).found) == 2
    assert read_by_proxy(FACTS, "nobody", Role.CLIENT).lines == []


def test_a_tunnel_ends_the_reading():
    tunnelled = facts_of("masking", "tunnel")
    assert tunnels(tunnelled, "attack")
    assert not tunnels(FACTS, "attack")
    assert len(read_by_proxy(tunnelled, "attack", Role.CLIENT).found) == 1


def test_what_is_no_ascii_is_a_dot():
    assert visible(b"a\r\n\x80~") == "a···~"
