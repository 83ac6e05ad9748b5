"""The course as a table of contents: enough of each lesson to list it, and the whole of one when it is opened.

Reading every lesson strictly takes longer than a window should need to stand. So its list is made from the heads of the
lessons' files and from the places of their steps; that a lesson is sound is checked when it is opened (and, for all of
them, by `main.py lessons` and the tests).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from lessons.error import LessonError
from lessons.groups import HERE, LANGUAGES, Group, Parts, groups_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from lessons.model import Lesson

HEADING: Final = re.compile(r"^\[+ *([\w.-]+) *\]+[^\n]*\n", re.MULTILINE)
"""Where a table begins."""

KEY: Final = re.compile(r"""^(id|phase|to|when|unless) *= *(\[[^\]]*\]|"[^"\n]*"|'[^'\n]*')""", re.MULTILINE)
"""What says to which part and to which runs a step belongs."""

TEXT: Final = re.compile(r"""["']([^"'\n]*)["']""")


@dataclass(frozen=True, slots=True)
class Outline:
    """What the list of lessons shows of one."""

    slug: str
    group: str
    order: int
    path: Path
    titles: Mapping[str, str]
    parts: Parts


class Contents:
    """The course, whose lessons are read whole when they are asked for.

    What cannot even be listed is left out; `problems` says why.
    """

    def __init__(self, folder: Path = HERE) -> None:
        self.problems: list[LessonError] = []
        self._folder = folder
        self._read: dict[str, Lesson] = {}

    @cached_property
    def groups(self) -> tuple[Group[Outline], ...]:
        """The groups of `course.toml`, each with the outlines of its lessons in order."""
        outlines = []
        for path in sorted(self._folder.glob("*/lesson.toml")):
            try:
                outlines.append(outline_of(path.parent))
            except LessonError as error:
                self.problems.append(error)
        groups = groups_of(self._folder, outlines)
        for outline in outlines:
            if outline.group not in {group.id for group in groups}:
                source = "There is no group “{group}” in course.toml."
                self.problems.append(LessonError(outline.path / "lesson.toml", 1, source, group=outline.group))
        return groups

    @property
    def lessons(self) -> tuple[Outline, ...]:
        """Every lesson in the order in which the course teaches them."""
        return tuple(outline for group in self.groups for outline in group.lessons)

    def lesson(self, slug: str) -> Lesson | None:
        """The whole lesson with this slug, or None; LessonError if it is not sound."""
        outline = next((outline for outline in self.lessons if outline.slug == slug), None)
        if outline is None:
            return None
        if slug not in self._read:
            from lessons.loader import load_lesson  # noqa: PLC0415  # nothing else here needs what a whole lesson needs

            self._read[slug] = load_lesson(outline.path)
        return self._read[slug]


def outline_of(folder: Path) -> Outline:
    """The outline of the lesson in this folder; LessonError if there is none to be seen."""
    path = folder / "lesson.toml"
    content = _content(path)
    first = HEADING.search(content)
    try:
        head = tomllib.loads(content[: first.start() if first else len(content)])
        slug, group, order = str(head["slug"]), str(head["group"]), int(head["order"])
    except (tomllib.TOMLDecodeError, KeyError, ValueError, TypeError) as error:
        raise LessonError(path, 1, "A lesson begins with slug, group and order: {why}.", why=error) from None
    titles = {lang: _content(folder / f"{lang}.md").partition("\n")[0].removeprefix("#").strip() for lang in LANGUAGES}
    return Outline(slug, group, order, folder, titles, _parts(content))


def _content(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise LessonError(path, 1, "The lesson cannot be read: {reason}.", reason=error.strerror) from None
    except UnicodeDecodeError as error:
        raise LessonError(path, 1, "The file is not UTF-8: byte {place}.", place=error.start) from None


def _parts(content: str) -> Parts:
    """The phases with the ids of their steps in the run without faults, as `Lesson.parts` has them."""
    pieces = HEADING.split(content)
    tables = [(kind, _keys(body)) for kind, body in zip(pieces[1::2], pieces[2::2], strict=True)]
    on = set(_ids(tables, "variant")[:1])
    parts: dict[str, list[str]] = {phase: [] for phase in _ids(tables, "phase")}
    for kind, keys in tables:
        if kind != "step" or "to" in keys or (keys.get("when") and on.isdisjoint(keys["when"])):
            continue
        if on.isdisjoint(keys.get("unless", ())):
            phase, step = (next(iter(keys.get(name, ())), "") for name in ("phase", "id"))
            parts.setdefault(phase, []).append(step)
    return tuple((phase, tuple(steps)) for phase, steps in parts.items() if steps)


def _keys(body: str) -> dict[str, list[str]]:
    return {name: TEXT.findall(value) for name, value in KEY.findall(body)}


def _ids(tables: list[tuple[str, dict[str, list[str]]]], kind: str) -> list[str]:
    return [keys["id"][0] for found, keys in tables if found == kind and keys.get("id")]
