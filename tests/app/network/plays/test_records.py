"""The play `records`: one connection inside TLS, or bare."""

from __future__ import annotations

from itertools import pairwise

from protocol.tls_records import OVERHEAD
from protocol.vocabulary import Role
from tests.page_support import records_facts


def sealed(facts):
    return [one.moment for one in facts.moments if one.moment.kind == "sealed"]


def test_both_sides_of_tls_are_recorded():
    facts = records_facts()
    assert facts.names == ("plain",)
    assert set(facts.recordings) == {"plain", "wire"}
    assert facts.get("server.message.0").message.text == "yes"
    assert len(facts.recordings["wire"].wire(Role.CLIENT)) > len(facts.recordings["plain"].wire(Role.CLIENT))


def test_the_moments_say_which_bytes_are_where():
    facts = records_facts()
    plain = facts.recordings["plain"]
    for role in Role:
        mine = [one.values for one in sealed(facts) if one.role is role]
        assert mine[0]["start"] == 0
        assert all(one["stop"] == other["start"] for one, other in pairwise(mine))
        assert mine[-1]["stop"] == len(facts.recordings["wire"].wire(role))
        assert max(one["last"] for one in mine) == len(plain.wire(role))
    for one in sealed(facts):
        if one.values["what"] == "data":
            assert one.values["size"] == one.values["inside"] + OVERHEAD


def test_the_actions_are_deeds():
    assert [deed.id for deed in records_facts().played.deeds] == ["open", "yes", "bye"]


def test_without_tls_there_is_one_recording():
    facts = records_facts(tls=False)
    assert len(facts.recordings) == 1
    assert facts.get("server.message.0").message.text == "yes"
    assert sealed(facts) == []
