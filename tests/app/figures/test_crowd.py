"""The figure of coming back, on real plays: what is shown when, and that everything fits."""

from __future__ import annotations

import pytest

from app.drawing.marks import Box, Label
from app.figures.crowd import draw
from protocol.knowledge import Facts
from tests.app.figures.crowd_support import chorus_of, crowds, flapping, jittered, linear, refused
from tests.figures_support import plain_room
from tests.layout_support import layout_faults

PLAYS = {"linear": linear, "jittered": jittered, "flapping": flapping, "refused": refused}


def scene_at(chorus, fact_id, focus="", height=772.0):
    return draw(chorus, chorus.place(fact_id) + 1, focus, plain_room(height))


def texts(scene, prefix=""):
    return [mark.text for mark in scene.marks if isinstance(mark, Label) and mark.id.startswith(prefix)]


def ids(scene):
    return {mark.id for mark in scene.marks}


@pytest.mark.parametrize("height", [632.0, 772.0])
@pytest.mark.parametrize("name", PLAYS)
def test_one_client_fits_at_every_moment(name, height):
    chorus = PLAYS[name]()
    moments = [place for place in range(len(chorus)) if chorus.name_at(place) == "moment"]
    for cursor in [0, *(place + 1 for place in moments), len(chorus)]:
        assert layout_faults(draw(chorus, cursor, "", plain_room(height))) == []


@pytest.mark.parametrize("height", [632.0, 772.0])
def test_the_crowds_fit_at_every_moment(height):
    chorus = crowds()
    for cursor in range(chorus.place("moment.crowd-lost.0"), len(chorus) + 1):
        assert layout_faults(draw(chorus, cursor, "many", plain_room(height))) == []


def test_attempts_appear_when_they_are_planned_and_end_when_they_are_made():
    scene = scene_at(linear(), "moment.retry-waits.1")
    assert {"attempt.0", "attempt.1", "attempt.1/rest"} <= ids(scene)
    assert "attempt.2" not in ids(scene)
    assert texts(scene, "attempt.1/text") == ["waits 2 s"]
    assert texts(scene, "attempt.0/text") == ["1 s: refused"]
    later = scene_at(linear(), "moment.client-back.0")
    assert texts(later, "attempt.3/text") == ["4 s: 101"]


def test_the_news_stand_below_the_last_attempt_however_high_the_stage_is():
    for height in (632.0, 772.0):
        scene = scene_at(linear(), "moment.client-back.0", height=height)
        last, news = scene.find("attempt.3/label"), scene.find("news/title")
        assert 20 < news.y - last.y < 70


def test_the_outage_is_hatched_from_the_moment_it_is_known():
    assert "away" not in ids(scene_at(linear(), "server.message.1"))
    scene = scene_at(linear(), "moment.server-back.0")
    away = scene.find("away")
    assert isinstance(away, Box)
    assert away.hatch
    assert "away/end" in ids(scene)


def test_each_connection_shows_its_key_only_once_it_is_open():
    before, after = scene_at(linear(), "moment.server-back.0"), scene_at(linear(), "second/client.open")
    assert len(texts(before, "card.0/key")) == 1
    assert texts(before, "card.1/key") == []
    assert texts(after, "card.0/key") != texts(after, "card.1/key") != []


def test_chance_has_a_window_and_a_plain_schedule_has_none():
    assert "attempt.2/window" in ids(draw(jittered(), len(jittered()), "", plain_room()))
    assert not any(name.endswith("/window") for name in ids(draw(linear(), len(linear()), "", plain_room())))


def test_who_stays_away_says_so():
    scene = draw(refused(), len(refused()), "", plain_room())
    assert texts(scene, "given-up") == ["stays away"]
    assert texts(scene, "connection.0/code") == ["1008"]


def test_who_gives_up_at_the_end_says_so_inside_the_stage():
    chorus = chorus_of(drops=4, schedule="equal", until=25)
    for height in (632.0, 772.0):
        for cursor in (chorus.place("moment.client-gives-up.0") + 1, len(chorus)):
            scene = draw(chorus, cursor, "", plain_room(height))
            assert layout_faults(scene) == []
            assert texts(scene, "given-up") == ["gives up"]


def test_taken_and_turned_away_stand_on_each_other_against_one_line():
    chorus = crowds()
    scene = draw(chorus, len(chorus), "many", plain_room())
    taken, turned = scene.find("linear.10/taken"), scene.find("linear.10/turned")
    assert isinstance(taken, Box)
    assert isinstance(turned, Box)
    assert turned.rect.bottom == pytest.approx(taken.rect.y)
    assert turned.rect.height == pytest.approx(9 * taken.rect.height)
    line = scene.find("linear/takes")
    assert line is not None
    assert line.points[0][1] == pytest.approx(taken.rect.y)
    assert texts(scene, "linear/outcome")[0].startswith("12 of 60 back")


def test_only_the_seconds_that_are_over_have_bars():
    scene = scene_at(crowds(), "moment.crowd-second.3", "many")
    assert "linear.3/refused" in ids(scene)
    assert not any(name.startswith("linear.6/") for name in ids(scene))


def test_nothing_at_all():
    for focus in ("", "many"):
        assert layout_faults(draw(Facts(), 0, focus, plain_room())) == []
