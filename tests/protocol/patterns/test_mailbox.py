"""Mailboxes of bounded size, and the three rules for a full one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.patterns.mailbox import Bound, Mailbox, Slow
from protocol.vocabulary import CloseCode


def filled(slow: Slow) -> Mailbox[str]:
    mailbox: Mailbox[str] = Mailbox(Bound(3, slow))
    assert [mailbox.put(item) for item in "abc"] == [None, None, None]
    return mailbox


def test_the_oldest_goes() -> None:
    mailbox = filled(Slow.DROP_OLDEST)
    assert [mailbox.put("d"), mailbox.put("e")] == ["a", "b"]
    assert (mailbox.take(), mailbox.dropped, mailbox.overflowed) == (["c", "d", "e"], 2, False)


def test_the_newest_goes() -> None:
    mailbox = filled(Slow.DROP_NEWEST)
    assert [mailbox.put("d"), mailbox.put("e")] == ["d", "e"]
    assert mailbox.take(1) == ["a"]
    assert mailbox.put("f") is None
    assert (mailbox.take(), mailbox.dropped) == (["b", "c", "f"], 2)


def test_the_consumer_goes() -> None:
    mailbox = filled(Slow.DISCONNECT)
    assert not mailbox.overflowed
    assert mailbox.put("d") == "d"
    assert mailbox.overflowed
    assert mailbox.take() == ["a", "b", "c"]
    assert mailbox.put("e") == "e", "who is disconnected gets nothing more"
    assert len(mailbox) == 0


@given(st.integers(1, 5), st.sampled_from(Slow), st.lists(st.integers(0, 3) | st.none()))
def test_nothing_is_invented_or_repeated(limit: int, slow: Slow, steps: list[int | None]) -> None:
    """Everything that was put is taken, lost or still there, in order; None puts, a number takes so many."""
    mailbox: Mailbox[int] = Mailbox(Bound(limit, slow))
    taken: list[int] = []
    lost: list[int] = []
    count = 0
    for step in steps:
        if step is None:
            gone = mailbox.put(count)
            lost += [] if gone is None else [gone]
            count += 1
        else:
            taken += mailbox.take(step)
        assert len(mailbox) <= limit
        assert mailbox.dropped == len(lost)
    taken += mailbox.take()
    assert taken == sorted(taken)
    assert sorted(taken + lost) == list(range(count))


def test_bounds_that_cannot_be() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        Bound(0)
    with pytest.raises(ValueError, match="1013 or 1008"):
        Bound(code=CloseCode.NORMAL)
