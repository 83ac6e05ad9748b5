"""Paths: circles stay round, arrows stay on their line."""

from math import hypot

import pytest

from app.drawing.device import Hatch, Path, circle, hatch_for, left_half, polyline, toward
from app.drawing.marks import Rect


def points_of(path):
    """Points on the path, those inside Bézier curves at eight places each."""
    here, found = (0.0, 0.0), []
    for letter, *n in path.steps:
        if letter == "C":
            for i in range(9):
                t = i / 8
                weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
                xs, ys = (here[0], n[0], n[2], n[4]), (here[1], n[1], n[3], n[5])
                found.append(tuple(sum(w * v for w, v in zip(weights, vs, strict=True)) for vs in (xs, ys)))
            here = (n[4], n[5])
        elif letter != "Z":
            here = (n[0], n[1])
            found.append(here)
    return found


def test_a_circle_is_round_within_a_thousandth():
    for x, y in points_of(circle(50, 40, 10)):
        assert hypot(x - 50, y - 40) == pytest.approx(10, rel=0.001)


def test_the_left_half_of_a_disc_lies_left_of_its_middle():
    points = points_of(left_half(50, 40, 10))
    assert max(x for x, _ in points) == pytest.approx(50)
    assert min(x for x, _ in points) == pytest.approx(40)


def test_a_polyline_moves_once_and_closes_if_asked():
    assert polyline([(0, 1), (2, 3)]).steps == (("M", 0, 1), ("L", 2, 3))
    assert polyline([(0, 1), (2, 3)], closed=True).steps[-1] == ("Z",)
    assert polyline([]) == Path(())


def test_toward_stops_at_the_end():
    assert toward((0, 0), (10, 0), 4) == (4, 0)
    assert toward((0, 0), (10, 0), 40) == (10, 0)
    assert toward((3, 3), (3, 3), 5) == (3, 3)


def test_wide_areas_are_hatched_less_densely_than_cells():
    assert hatch_for(Rect(0, 0, 24, 44)) == Hatch(5, 0.9)
    assert hatch_for(Rect(0, 0, 199, 44)).period == 7
