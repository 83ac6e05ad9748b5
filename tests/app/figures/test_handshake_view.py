"""What is known of the handshake at a cursor."""

import pytest
from handshake_support import (
    OFFERS,
    conversation,
    view_at,
)

from app.figures.handshake_view import Mood, read_view
from protocol.vocabulary import Role, State


def test_a_view_counts_from_the_facts():
    facts = conversation()
    view = read_view(facts, facts.place("check.request.connection") + 1)
    assert (view.request.passed, len(view.request.counted)) == (3, 8)
    assert [row.mood for row in view.request.rows[:5]] == [Mood.PASSED] * 3 + [Mood.NOW, Mood.PENDING]
    assert view.states[Role.SERVER] is State.CONNECTING
    assert view.shown("").sender is Role.CLIENT
    assert read_view(facts, len(facts)).shown("").sender is Role.SERVER


@pytest.mark.parametrize("name", OFFERS)
def test_every_check_stands_on_the_line_that_decided_it(name):
    facts = conversation(OFFERS[name])
    for exchange in (read_view(facts, len(facts)).request, read_view(facts, len(facts)).response):
        placed = {entry.check.rule.id: row.line for row in exchange.rows for entry in row.entries if entry.check}
        assert placed == {check.rule.id: check.line for check in exchange.checks}
        assert [row.line for row in exchange.rows] == [*range(len(exchange.head.headers) + 1), None]


def test_the_key_is_read_again_when_the_answer_is_computed():
    view = view_at("accept.computed")
    assert [row.line for row in view.request.rows if row.mood is Mood.NOW] == [4]
    assert view.request.passed == 8
    assert view.request.done
    assert not view_at("check.request.version").request.done


def test_after_a_broken_rule_nothing_is_pending():
    request = view_at("check.request.origin", conversation(OFFERS["foreign origin"])).request
    assert [entry.mood for entry in request.entries[-3:]] == [Mood.BROKEN, Mood.NONE, Mood.NONE]
    assert (request.broken.rule.id, request.done) == ("request.origin", False)
