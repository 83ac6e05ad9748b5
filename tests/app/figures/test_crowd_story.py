"""The story of one client and of its crowd, read from real plays."""

from __future__ import annotations

from app.figures.crowd_story import BACK, GIVES_UP, GONE, LISTENS, REFUSED, STAYS_AWAY, read_crowds, read_story
from protocol.chorus import as_chorus
from protocol.knowledge import Facts
from tests.app.figures.crowd_support import crowds, flapping, linear, refused


def test_waits_and_what_came_of_them():
    story = read_story(linear())
    assert [one.number for one in story.attempts] == [1, 2, 3, 4]
    assert [one.delay for one in story.attempts] == [1, 2, 3, 4]
    assert [one.end for one in story.attempts] == [REFUSED, REFUSED, REFUSED, BACK]
    assert all(one.low == one.high for one in story.attempts)


def test_each_connection_has_its_own_key_and_end():
    first, second = read_story(linear()).calls
    assert first.key != second.key
    assert len(first.key) == len(second.key) == 24
    assert (first.code, second.code) == (1006, 1000)
    assert (round(first.open_at), round(second.open_at)) == (0, 15)


def test_news_are_heard_only_while_somebody_is_connected():
    story = read_story(linear())
    assert [one.text for one in story.news] == [f"news {number}" for number in range(1, len(story.news) + 1)]
    lost = [one for one in story.news if not one.heard]
    assert [round(one.time, 1) for one in lost] == [5.5, 7.5, 9.5, 11.5, 13.5]


def test_marks_are_known_from_their_place_on():
    story = read_story(linear())
    gone = story.mark(GONE, len(linear()))
    assert gone is not None
    assert story.mark(GONE, gone.place) is None
    assert story.mark(GIVES_UP, len(linear())) is None
    kinds = [mark.kind for mark in read_story(refused()).marks]
    assert kinds == [GONE, STAYS_AWAY, LISTENS]


def test_every_dropped_connection_is_one_of_its_own():
    assert [call.code for call in read_story(flapping()).calls] == [1006] * 5 + [1000]


def test_a_crowd_is_counted_second_by_second():
    found = read_crowds(crowds())
    assert found is not None
    assert (found.clients, found.sockets, found.takes, found.length) == (60, 12, 6, 40)
    assert list(found.seconds) == ["linear", "exponential", "full"]
    for seconds in found.seconds.values():
        assert seconds[-1].back == sum(one.taken for one in seconds)
        assert all(one.taken <= 6 for one in seconds)
        assert all(one.refused == 0 for one in seconds if one.number >= found.away)
    assert found.most >= 60


def test_other_facts_have_no_crowd_and_no_attempts():
    plain = as_chorus(Facts())
    assert read_crowds(plain) is None
    assert read_crowds(linear()) is None
    assert read_story(plain).attempts == ()
