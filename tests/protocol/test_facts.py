"""Facts are found by place and by id, and tell the state at any moment."""

import pytest
from wire_support import Wire

from protocol.facts import Moved, TcpOpened
from protocol.knowledge import Facts
from protocol.observer import observe
from protocol.vocabulary import Role, State

OPENED = TcpOpened("tcp.open", 2, 0, 0.0, Role.CLIENT)


def test_a_fact_is_told_once():
    facts = Facts([OPENED])
    with pytest.raises(ValueError, match=r"'tcp\.open' is already known"):
        facts.append(OPENED)


def test_facts_are_found_by_id():
    facts = Facts([OPENED])
    assert "tcp.open" in facts
    assert (facts.get("tcp.open"), facts.place("tcp.open")) == (OPENED, 0)
    assert (facts.get("client.told"), facts.place("client.told")) == (None, None)
    assert (list(facts), len(facts), facts[0]) == ([OPENED], 1, OPENED)


def test_the_state_follows_the_cursor():
    facts = observe(Wire().open().recording)
    for cursor in range(len(facts) + 1):
        known = facts.until(cursor)
        for role in Role:
            moved = [fact for fact in known if isinstance(fact, Moved) and fact.who is role]
            assert known.state(role) is (State.OPEN if moved else State.CONNECTING)
    assert facts.state(Role.CLIENT) is facts.state(Role.SERVER) is State.OPEN
