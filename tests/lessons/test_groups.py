"""Lessons stand below the heading that they name, in their order."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from lessons.error import LessonError
from lessons.groups import groups_of

HEADINGS = '[[group]]\nid = "a"\nen = "A"\nzh_CN = "甲"\n\n[[group]]\nid = "b"\nen = "B"\nzh_CN = "乙"\n'


def lesson(slug, group, order):
    return SimpleNamespace(slug=slug, group=group, order=order)


def test_lessons_are_sorted_below_their_headings(tmp_path):
    (tmp_path / "course.toml").write_text(HEADINGS, encoding="utf-8")
    lessons = [lesson("z", "b", 1), lesson("y", "a", 2), lesson("x", "a", 1), lesson("w", "a", 1), lesson("v", "c", 1)]
    groups = groups_of(tmp_path, lessons)
    assert [(group.id, group.titles["zh_CN"], [one.slug for one in group.lessons]) for group in groups] == [
        ("a", "甲", ["w", "x", "y"]),
        ("b", "乙", ["z"]),
    ]


def test_a_mistake_has_its_line(tmp_path):
    (tmp_path / "course.toml").write_text(HEADINGS.replace('zh_CN = "乙"\n', ""), encoding="utf-8")
    with pytest.raises(LessonError, match="lacks “zh_CN”") as error:
        groups_of(tmp_path, [])
    assert error.value.line == 7
