"""The strip of variants: the one that is on is always there, and nothing leaves the strip."""

from __future__ import annotations

from itertools import pairwise

import pytest
from figures_support import plain_room

from app.drawing.hits import bounds
from app.drawing.marks import Scene
from app.figures.variants import LEFT, LINK, TALL, TOP, WIDE, Choice, strip, strip_height


def choices(count: int, now: int = 0, title: str = "Variant {}") -> tuple[Choice, ...]:
    return tuple(Choice(f"v{n}", title.format(n), f"What it does, {n}.", n == now) for n in range(count))


def test_a_lesson_without_variants_has_no_strip():
    assert (strip((), plain_room()), strip_height(())) == ((), 0)
    assert strip_height(choices(2)) > TALL


@pytest.mark.parametrize(("count", "now"), [(2, 0), (5, 4), (9, 3), (30, 0), (30, 14), (30, 29)])
def test_the_one_that_is_on_is_there_and_nothing_overlaps(count, now):
    scene = Scene(strip(choices(count, now), plain_room()))
    boxes = [mark for mark in scene.marks if mark.links]
    assert [mark.links for mark in boxes if mark.fill == "raise"] == [(f"{LINK}v{now}",)]
    edges = sorted((mark.rect.x, mark.rect.right) for mark in boxes)
    for (_, right), (left, _) in pairwise(edges):
        assert right <= left + 0.01
    for mark in scene.marks:
        area = bounds(mark)
        assert area.x >= LEFT - 0.5
        assert area.right <= LEFT + WIDE + 0.5
        assert area.y >= TOP - 0.5


def test_where_not_all_fit_the_number_is_said():
    marks = {mark.id: mark for mark in strip(choices(30, 14), plain_room())}
    assert marks["variants.count"].text == "15 of 30"
    assert "variants.count" not in {mark.id for mark in strip(choices(3), plain_room())}
    shown = [mark.links[0] for mark in marks.values() if mark.links]
    assert f"{LINK}v13" in shown
    assert f"{LINK}v15" in shown


def test_each_says_what_it_does():
    assert [mark.spoken for mark in strip(choices(2), plain_room()) if mark.links] == [
        "Variant 0. What it does, 0.", "Variant 1. What it does, 1.",
    ]  # fmt: skip
