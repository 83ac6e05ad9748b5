"""The headings of the course, from `course.toml`, and which lessons stand below each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar

from lessons.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HERE: Final = Path(__file__).parent
"""Where the course is."""

LANGUAGES: Final = ("en", "zh_CN")
"""The languages in which every lesson is complete; the first one is the source."""

Parts = Sequence[tuple[str, Sequence[str]]]
"""The phases of a normal run in order, each with the ids of its steps."""


class Listed(Protocol):
    """What a list of lessons shows of one."""

    @property
    def slug(self) -> str:
        """Its name on the command line and in the reader's progress."""

    @property
    def group(self) -> str:
        """The group that it stands in."""

    @property
    def order(self) -> int:
        """Its place there."""

    @property
    def path(self) -> Path:
        """Its folder."""

    @property
    def titles(self) -> Mapping[str, str]:
        """Its title by language."""

    @property
    def parts(self) -> Parts:
        """Its phases and their steps."""


One = TypeVar("One", bound=Listed)


@dataclass(frozen=True, slots=True)
class Group(Generic[One]):
    """A heading of the course with its lessons in order; `titles` by language."""

    id: str
    titles: Mapping[str, str]
    lessons: tuple[One, ...]


def groups_of(folder: Path, lessons: Iterable[One]) -> tuple[Group[One], ...]:
    """The groups of the course in this folder, each with those of the lessons that name it, in their order."""
    source = Source(folder / "course.toml")
    ordered = sorted(lessons, key=lambda one: (one.order, one.slug))
    groups = []
    for table in source.tables("group", ("id", *LANGUAGES)):
        name, titles = source.text(table, "id"), {lang: source.text(table, lang) for lang in LANGUAGES}
        groups.append(Group(name, titles, tuple(one for one in ordered if one.group == name)))
    return tuple(groups)
