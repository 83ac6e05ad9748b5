"""Runs of the lessons on real sockets, each made once."""

from __future__ import annotations

import asyncio
from functools import cache
from typing import TYPE_CHECKING

from app.network.scenario import play
from lessons.loader import load_course
from lessons.order import Order
from lessons.story import Story
from protocol.chorus import observe_played

if TYPE_CHECKING:
    from lessons.model import Course, Lesson
    from protocol.chorus import Chorus, Played
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
def played_of(slug: str, fault: str = "") -> Played:
    """A real run, without faults or with one."""
    return asyncio.run(play(Order(lesson(slug).scenario, frozenset({fault} - {""}))))


def recording_of(slug: str, fault: str = "") -> Recording:
    """The main connection of a run."""
    return played_of(slug, fault).main


@cache
def facts_of(slug: str, fault: str = "") -> Facts | Chorus:
    """What the observer makes of it."""
    return observe_played(played_of(slug, fault))


def story_of(slug: str, fault: str = "") -> Story:
    """The lesson's steps over it."""
    return Story.of(lesson(slug), facts_of(slug, fault), {fault} - {""})


def runs() -> list[tuple[str, str]]:
    """Every lesson with each of its faults, and without."""
    return [(one.slug, fault) for one in course().lessons for fault in ("", *(each.id for each in one.faults))]
