"""The one cursor: seeking, playing and their ends."""

import pytest

from app.model.timeline import CALM_DWELL, DWELL, SPEEDS, Timeline


@pytest.fixture
def timeline(qapp):
    made = Timeline()
    made.reset(5)
    return made


def moves(timeline):
    seen = []
    timeline.moved.connect(lambda now, before: seen.append((before, now)))
    return seen


def test_steps_stop_at_the_ends(timeline):
    seen = moves(timeline)
    timeline.back()
    timeline.next()
    timeline.last()
    timeline.next()
    timeline.first()
    assert seen == [(0, 1), (1, 4), (4, 0)]


@pytest.mark.parametrize(("wanted", "reached"), [(-3, 0), (2, 2), (99, 4)])
def test_seeking_goes_to_the_nearest_step(timeline, wanted, reached):
    timeline.seek(wanted)
    assert timeline.step == reached


def test_another_story_is_always_announced(timeline):
    seen = moves(timeline)
    timeline.reset(3, 9)
    assert (seen, timeline.step, timeline.count) == ([(0, 2)], 2, 3)


def test_playing_goes_on_by_itself_to_the_end(timeline, qtbot):
    timeline.set_speed(4)
    timeline.seek(3)
    timeline._timer.setInterval(1)
    timeline.toggle()
    timeline._timer.setInterval(1)
    qtbot.waitUntil(lambda: not timeline.is_playing)
    assert timeline.step == 4


def test_playing_at_the_end_begins_anew(timeline):
    timeline.last()
    timeline.toggle()
    assert (timeline.step, timeline.is_playing) == (0, True)
    timeline.toggle()
    assert not timeline.is_playing


def test_nothing_to_play(qapp):
    timeline = Timeline()
    timeline.reset(1)
    timeline.toggle()
    assert not timeline.is_playing


def test_speeds_are_steps_of_a_table(timeline):
    heard = []
    timeline.speed_changed.connect(heard.append)
    for _ in range(4):
        timeline.faster()
    for _ in range(6):
        timeline.slower()
    assert heard[:4] == [2.0, 4.0, 4.0, 4.0]
    assert heard[-1] == SPEEDS[0]


def test_the_dwell_follows_the_speed_but_not_when_calm(timeline):
    timeline.set_speed(2)
    assert timeline._timer.interval() == DWELL // 2
    timeline.set_calm(True)
    assert timeline._timer.interval() == CALM_DWELL
