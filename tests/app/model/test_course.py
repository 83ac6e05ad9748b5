"""The course as values: counts, and when a lesson is finished."""

from __future__ import annotations

import pytest

from app.model.course import Course, NavGroup, NavLesson


@pytest.mark.parametrize(("done", "total", "finished"), [(0, 0, False), (0, 3, False), (2, 3, False), (3, 3, True)])
def test_finished(done: int, total: int, finished: bool) -> None:
    assert NavLesson("a", "A", done, total).finished is finished


def test_counts_come_from_the_lessons_unless_given() -> None:
    groups = (NavGroup("One", (NavLesson("a", "A", 3, 3), NavLesson("b", "B", 1, 3))),)
    assert Course(groups).counts == (1, 2)
    assert Course(groups, done=5, total=47).counts == (5, 47)
