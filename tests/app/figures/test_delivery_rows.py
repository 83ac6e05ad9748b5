"""Facts become rows: a passage of two hops, a wait, an end at the server; and Ada's list at each."""

from __future__ import annotations

from app.figures.delivery_rows import rows_of
from protocol.chorus import as_chorus
from protocol.knowledge import Facts
from tests.lessons_support import facts_of

END = 1 << 40


def rows(fault=""):
    return rows_of(facts_of("reliable-delivery", fault))


def kinds(found):
    return [(row.kind, row.id, len(row.hops)) for row in found.rows]


def test_facts_of_another_kind_have_no_rows():
    assert rows_of(as_chorus(Facts())).rows == []


def test_a_loss_is_told_in_ten_rows():
    found = rows()
    assert kinds(found) == [
        ("chat", 1, 2), ("ack", 1, 2), ("chat", 2, 1), ("chat", 3, 2), ("ack", 3, 1), ("wait", 2, 0),
        ("chat", 2, 2), ("ack", 2, 2), ("chat", 3, 2), ("ack", 3, 2),
    ]  # fmt: skip
    assert [row.ends[0].kind for row in found.rows if row.ends] == ["lost", "lost-ack"]
    assert [note.kind for row in found.rows for note in row.given] == ["deliver", "deliver", "deliver", "duplicate"]
    assert [row.tries for row in found.rows if row.kind == "chat"] == [1, 1, 1, 2, 2]


def test_the_list_grows_with_each_message_and_shrinks_with_each_acknowledgement():
    found = rows()
    assert [found.listed(number, END) for number in range(len(found.rows))] == [
        (1,), (), (2,), (2, 3), (2, 3), (2, 3), (2, 3), (3,), (3,), (),
    ]  # fmt: skip
    assert [found.gone(number, END) for number in (1, 7, 9)] == [(1,), (2,), (3,)]
    assert found.listed(0, 0) == ()


def test_what_overtakes_and_what_was_put_aside():
    found = rows("overtaking")
    assert kinds(found)[2:] == [("chat", 2, 1), ("chat", 3, 2), ("ack", 3, 2), ("chat", 2, 1), ("ack", 2, 2)]
    assert found.rows[2].ends[0].kind == "held"
    assert found.rows[5].hops[0].start == "server"


def test_a_hop_arrives_after_it_was_sent_or_never():
    for row in rows("break").rows:
        for hop in row.hops:
            assert hop.sent < hop.arrived
    cut = rows("break").rows[2]
    assert cut.hops[0].arrived > END
    assert [note.id for note in cut.told] == [1006]


def test_an_error_goes_back_and_garbage_has_no_number():
    found = rows("malformed")
    assert kinds(found)[:2] == [("garbage", 0, 1), ("error", 0, 1)]
    assert "not JSON" in found.rows[1].text


def test_a_message_that_is_given_up_leaves_the_list():
    found = rows("nobody")
    assert kinds(found)[-1] == ("failed", 1, 0)
    assert found.gone(len(found.rows) - 1, END) == (1,)
    assert [row.waited > 4 for row in found.rows if row.kind == "wait"] == [True] * 3
