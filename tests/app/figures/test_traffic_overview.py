"""A whole capture in one picture."""

from __future__ import annotations

from dataclasses import replace

import pytest
from figures_support import plain_room, unknown_colours

from app.drawing.hits import bounds
from app.drawing.marks import Box, Label, Stroke
from app.figures.traffic_overview import MIDDLE, Overview, draw, left_of, time_at

SHOWN = Overview(0.0, 600.0, 1.0, {2 * n + who: 1 + n % 7 for n in range(600) for who in (0, 1)})


@pytest.mark.parametrize("width", [640.0, 840.0, 1320.0])
def test_it_stays_inside(width: float) -> None:
    full = replace(
        SHOWN, violations=(0.0, 300.0, 301.0, 600.0), warnings=(600.0,), gaps=(599.0, 2.0), shown=(590.0, 600.0)
    )
    for read in (1.0, 0.79, 0.01):
        scene = draw(replace(full, read=read), width, plain_room())
        assert unknown_colours(scene) == set()
        ids = [mark.id for mark in scene.marks]
        assert len(ids) == len(set(ids))
        for mark in scene.marks:
            assert bounds(mark).right <= width + 3, mark.id


def test_the_client_goes_up_and_the_server_down() -> None:
    scene = draw(SHOWN, 840, plain_room())
    up, down = scene.find("bars.0"), scene.find("bars.1")
    assert isinstance(up, Stroke)
    assert isinstance(down, Stroke)
    assert max(y for _, y in up.points) == MIDDLE
    assert min(y for _, y in down.points) == MIDDLE
    assert len(up.points) < 700


def test_a_stretch_without_frames_is_empty() -> None:
    scene = draw(Overview(0.0, 100.0, 1.0, {0: 5, 198: 5}), 840, plain_room())
    bars = scene.find("bars.0")
    assert isinstance(bars, Stroke)
    left = left_of(plain_room())
    assert all(y == MIDDLE for x, y in bars.points if left + 20 < x < 800)


def test_places_and_moments_agree() -> None:
    room = plain_room()
    scene = draw(replace(SHOWN, violations=(300.0,)), 840, room)
    line = scene.find("violation.0")
    assert isinstance(line, Stroke)
    assert time_at(SHOWN, line.points[0][0], 840, room) == pytest.approx(300.0)
    assert time_at(SHOWN, -50, 840, room) == 0.0
    assert time_at(SHOWN, 5000, 840, room) == 600.0


def test_signs_that_are_near_are_counted() -> None:
    scene = draw(replace(SHOWN, violations=(300.0, 301.0, 302.0, 500.0)), 840, plain_room())
    counts = [mark.text for mark in scene.marks if isinstance(mark, Label) and mark.id.endswith("/count")]
    assert counts == ["3"]
    assert scene.find("violation.sign.1") is not None
    assert "places with violations 4" in scene.description


def test_what_is_not_read_is_hatched_and_what_is_shown_is_framed() -> None:
    scene = draw(replace(SHOWN, read=0.5, shown=(100.0, 120.0)), 840, plain_room())
    rest, window = scene.find("rest"), scene.find("window")
    assert isinstance(rest, Box)
    assert isinstance(window, Box)
    assert rest.hatch
    assert rest.rect.width == pytest.approx((840 - left_of(plain_room())) / 2, abs=8)
    assert draw(SHOWN, 840, plain_room()).find("rest") is None


def test_times_of_the_day_are_on_whole_minutes() -> None:
    noon = 1_731_931_440.0
    scene = draw(Overview(noon - 970, noon + 1400, 6.0, {}, zone=3600.0), 840, plain_room())
    texts = [mark.text for mark in scene.marks if isinstance(mark, Label) and mark.id.startswith("tick.")]
    assert texts == sorted(texts)
    assert len(texts) > 2
    assert all(len(text) == 5 for text in texts)
    assert texts[0].startswith("12:5")
