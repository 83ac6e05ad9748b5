"""The queue between the engine and the window: limits, order, batches, the mark."""

from __future__ import annotations

import pytest

from app.network.live.outbox import OVER, WEIGHT, Outbox
from app.network.live.values import Begun, Line, Notice, NoticeError
from protocol.recording import Kind, Setup
from protocol.vocabulary import Role

BEGUN = Begun(Setup(), Role.SERVER, 1, None)
NOTICE = Notice("far", NoticeError("Somebody can connect."))


def line(size):
    return Line(0.0, Role.CLIENT, Kind.DATA, bytes(size))


@pytest.fixture
def calls():
    return []


@pytest.fixture
def outbox(calls):
    return Outbox(10_000, lambda: calls.append("full"), lambda: calls.append("roomy"))


def test_what_belongs_together_is_one_batch_and_the_order_stays(outbox):
    for number, item in [(1, BEGUN), (1, line(1)), (2, line(2)), (1, line(3)), (1, OVER), (0, NOTICE)]:
        outbox.put(number, item)
    one, two, three, none = outbox.drain(10**6, 100)
    assert (one.number, one.begun, one.lines, one.over) == (1, BEGUN, [line(1)], False)
    assert (two.number, two.lines) == (2, [line(2)])
    assert (three.number, three.begun, three.lines, three.over) == (1, None, [line(3)], True)
    assert (none.number, none.notices, none.notices[0].values) == (0, [NOTICE], {})
    assert outbox.drain(10**6, 100) == []


@pytest.mark.parametrize(("limits", "count"), [((1, 100), 1), ((2 * WEIGHT, 100), 2), ((10**6, 3), 3), ((10**6, 9), 5)])
def test_limits(outbox, limits, count):
    for _ in range(5):
        outbox.put(1, line(0))
    assert sum(len(batch.lines) for batch in outbox.drain(*limits)) == count
    assert outbox.waiting == (5 - count) * WEIGHT


def test_the_mark_is_told_once_on_each_side(outbox, calls):
    outbox.put(1, line(9_000))
    assert (calls, outbox.is_full) == ([], False)
    outbox.put(1, line(9_000))
    outbox.put(1, line(1))
    assert (calls, outbox.is_full) == (["full"], True)
    outbox.drain(1, 100)
    assert (calls, outbox.is_full) == (["full"], True)
    outbox.drain(1, 100)
    outbox.drain(1, 100)
    assert (calls, outbox.is_full) == (["full", "roomy"], False)
    outbox.put(1, line(20_000))
    assert calls == ["full", "roomy", "full"]
