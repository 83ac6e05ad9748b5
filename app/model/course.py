"""The course as the navigation shows it: plain values, already in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PhaseState = Literal["done", "current", "future"]
"""Shown as a tick, a disc and a ring."""


@dataclass(frozen=True, slots=True)
class NavPhase:
    """A part of the open lesson."""

    id: str
    title: str
    state: PhaseState = "future"


@dataclass(frozen=True, slots=True)
class NavLesson:
    """A lesson: `done` of `total` parts. Its phases are listed while it is the open one."""

    slug: str
    title: str
    done: int = 0
    total: int = 0
    phases: tuple[NavPhase, ...] = ()

    @property
    def finished(self) -> bool:
        """Whether nothing is left to do."""
        return 0 < self.total <= self.done


@dataclass(frozen=True, slots=True)
class NavGroup:
    """Lessons under one heading."""

    title: str
    lessons: tuple[NavLesson, ...] = ()


@dataclass(frozen=True, slots=True)
class Course:
    """Every group, the lesson that is open, and the overall count at the foot.

    `done` and `total` count lessons; left at -1 they are counted from the groups."""

    groups: tuple[NavGroup, ...] = ()
    open_slug: str = ""
    done: int = -1
    total: int = -1

    @property
    def counts(self) -> tuple[int, int]:
        """(lessons done, lessons in all)."""
        lessons = [lesson for group in self.groups for lesson in group.lessons]
        done = sum(lesson.finished for lesson in lessons) if self.done < 0 else self.done
        return done, (len(lessons) if self.total < 0 else self.total)
