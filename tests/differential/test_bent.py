"""Streams that are bent: how far the messages are delivered, and how the connection ends, against two other libraries.

Each difference must be one of the table `known`; the RFC decides who is right.
"""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stream_support import LIMIT, Pen, bent, deflates, levels, mutations, plans, roles

from protocol.vocabulary import Role
from tests.differential.cases import compare
from tests.differential.known import BOTH, KNOWN

TIMES: Counter[str] = Counter()
"""How often each row explained something."""


def explained(case) -> bool:
    for row in KNOWN:
        if case.peer in row.peers and row.explains(case):
            TIMES[row.name] += 1
            return True
    return False


def told(case) -> str:
    """A difference, to be understood by whoever has to explain it."""
    return (
        f"{case.peer} differs: we {case.ours.failed} {case.rule} after {case.ours.heard[-3:]!r}, "
        f"they {case.theirs.failed} after {case.theirs.heard[-3:]!r}; "
        f"frame {case.read}, from {case.sender}, {case.deflate}: {case.data.hex()}"
    )


@pytest.mark.parametrize("peer", BOTH)
@settings(max_examples=200)
@given(sender=roles, deflate=deflates, level=levels, plan=plans, changes=mutations, limit=st.sampled_from([LIMIT, 300]))
def test_every_difference_is_known(peer, sender, deflate, level, plan, changes, limit):
    data = bent(Pen(sender, deflate, level).write(plan), changes)
    case = compare(peer, sender, deflate, data, limit)
    assert case.agrees or explained(case), told(case)


@pytest.mark.parametrize("peer", BOTH)
@settings(max_examples=60)
@given(sender=roles, deflate=deflates, level=levels, plan=plans)
def test_valid_streams_are_the_same_to_all(peer, sender, deflate, level, plan):
    case = compare(peer, sender, deflate, Pen(sender, deflate, level).write(plan))
    assert case.ours.failed is None
    assert case.agrees or case.has_control_in_compressed, told(case)


@pytest.mark.parametrize("row", KNOWN, ids=lambda row: row.name)
def test_a_known_difference_is_there(row):
    for peer in row.peers:
        case = compare(peer, Role.CLIENT, row.deflate, row.example, row.limit)
        assert not case.agrees, peer
        assert row.explains(case), told(case)
