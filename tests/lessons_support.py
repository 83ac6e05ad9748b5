"""Runs of the lessons on real sockets, each made once."""

from __future__ import annotations

import asyncio
from functools import cache
from typing import TYPE_CHECKING

from app.network.scenario import run_scenario
from lessons.loader import load_course
from lessons.story import Story
from protocol.observer import observe

if TYPE_CHECKING:
    from lessons.model import Course, Lesson
    from protocol.knowledge import Facts
    from protocol.recording import Recording


@cache
def course() -> Course:
    """The course as it is shipped."""
    return load_course()


def lesson(slug: str) -> Lesson:
    """One lesson of it."""
    found = course().lesson(slug)
    assert found is not None, slug
    return found


@cache
def recording_of(slug: str, fault: str = "") -> Recording:
    """A real run, without faults or with one."""
    return asyncio.run(run_scenario(lesson(slug).scenario, {fault} - {""}))


@cache
def facts_of(slug: str, fault: str = "") -> Facts:
    """What the observer makes of it."""
    return observe(recording_of(slug, fault))


def story_of(slug: str, fault: str = "") -> Story:
    """The lesson's steps over it."""
    return Story.of(lesson(slug), facts_of(slug, fault), {fault} - {""})


def runs() -> list[tuple[str, str]]:
    """Every lesson with each of its faults, and without."""
    return [(one.slug, fault) for one in course().lessons for fault in ("", *(each.id for each in one.faults))]
