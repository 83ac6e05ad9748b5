"""Every rule and header of the handshake has its words."""

import pytest
from figures_support import PlainWords
from handshake_support import OFFERS, conversation, view_at

from app.figures.handshake_view import Mood, read_view
from app.figures.handshake_words import POINTS, decoded_size, explanation, fault, note, statuses, title
from protocol.handshake import REQUEST_CHECKS, RESPONSE_CHECKS

WORDS = PlainWords()


def test_every_rule_is_a_point():
    assert set(POINTS) == {row.rule.id for row in (*REQUEST_CHECKS, *RESPONSE_CHECKS)}


@pytest.mark.parametrize("name", ["normal", "old version"])
def test_every_line_of_our_own_heads_is_explained(name):
    facts = conversation(OFFERS[name])
    view = read_view(facts, len(facts))
    for exchange in (view.request, view.response):
        assert all(explanation(WORDS, exchange, row) for row in exchange.rows)


def test_only_version_13_is_the_one_in_use():
    version = [view_at("request.sent", conversation(OFFERS[name])).request for name in ("normal", "old version")]
    texts_of = [explanation(WORDS, exchange, exchange.rows[7]) for exchange in version]
    assert "2011" in texts_of[0]
    assert "2011" not in texts_of[1]


def test_a_key_that_was_not_read_yet_is_not_decoded():
    entries = {entry.rule.id: entry for entry in view_at("check.request.host").request.entries}
    assert note(WORDS, entries["request.key"], "AAAA") == "decoded so far: 0 of 16"


def test_a_header_that_nobody_knows_is_not_explained():
    request = view_at("request.sent", conversation(OFFERS["browser"])).request
    assert explanation(WORDS, request, request.rows[8]) == ""


def test_notes_are_filled_with_what_was_read():
    entries = {entry.rule.id: entry for entry in view_at("check.request.version").request.entries}
    assert note(WORDS, entries["request.host"], "a.example") == "a.example"
    assert note(WORDS, entries["request.key"], "AAAA") == "decoded so far: 3 of 16"
    assert note(WORDS, entries["request.version"], "13") == "otherwise answer 426"
    assert title(WORDS, entries["request.method"]) == "Method is GET"


@pytest.mark.parametrize(("value", "size"), [("", 0), ("AAAA", 3), ("AA==", 1), ("A", 0), ("????", 0)])
def test_how_many_bytes_a_text_stands_for(value, size):
    assert decoded_size(value) == size


def test_statuses_name_the_one_rule_that_causes_them():
    entries = view_at("request.arrived").request.entries
    assert statuses(WORDS, entries, {400: "Bad Request"}) == (
        "400 Bad Request · 403 (Origin) · 405 (Method) · 426 (Version)"
    )


def test_a_fault_says_what_is_wrong():
    def broken(name):
        facts = conversation(OFFERS[name])
        view = read_view(facts, facts.place("client.broken.0") + 1)
        return fault(WORDS, next(entry for entry in view.request.entries if entry.mood is Mood.BROKEN))

    assert broken("no key") == "the header is missing"
    assert broken("two keys") == "the header stands twice"
    assert broken("old version") == "found: 12"
