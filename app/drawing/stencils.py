"""Stencils: marks that many figures have in common, made once.

Figures that are written by the hundred share most of their marks: the ruler, the boxes of the header, the sentence
about a bit. A measure that always gives the same widths offers `stencils`; a pen that finds them there takes a mark
that was made of the same things before instead of making it again, and a device may remember what it wrote for such a
mark. Marks are frozen, so nobody sees whether one is shared.
"""

from __future__ import annotations

from functools import cache
from operator import is_
from typing import Final, Generic, TypeVar

from app.drawing.marks import AnyMark, Box, Label, Stroke

MOST: Final = 65_536
"""Marks of each kind that are remembered; after that it begins anew."""

Key = tuple[object, ...]
"""What a mark is made of."""

HELD: Final[dict[int, AnyMark]] = {}
"""Every mark that is a stencil now, by `id`, which stays its own as long as it is held."""

RUNS: Final[dict[int, list[tuple[AnyMark, ...]]]] = {}
"""Stencils that stand one after the other in one layer, by the `id` of the first mark: rows of a figure, say."""

RUN: Final = 8
"""Marks that make a run worth remembering, and runs that are remembered for a first mark, the newest ones."""

Kind = TypeVar("Kind", Label, Box, Stroke)


class Kept(Generic[Kind]):
    """Marks of one kind by what they are made of."""

    def __init__(self) -> None:
        self.marks: dict[Key, Kind] = {}

    def keep(self, key: Key, mark: Kind) -> Kind:
        """Remembers the mark."""
        if len(self.marks) >= MOST:
            for old in self.marks.values():
                HELD.pop(id(old), None)
            self.marks.clear()
        self.marks[key] = mark
        HELD[id(mark)] = mark
        return mark


class Stencils:
    """The stencils of the plain measure of one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.labels: Kept[Label] = Kept()
        self.boxes: Kept[Box] = Kept()
        self.strokes: Kept[Stroke] = Kept()
        self.groups: dict[Key, tuple[AnyMark, ...]] = {}
        self._met: set[Key] = set()

    def is_known(self, key: Key) -> bool:
        """Whether somebody has asked this before."""
        if key in self._met:
            return True
        if len(self._met) >= MOST:
            self._met.clear()
        self._met.add(key)
        return False

    def keep_group(self, key: Key, marks: tuple[AnyMark, ...]) -> None:
        """Remembers marks that always stand together."""
        if len(self.groups) >= MOST:
            self.groups.clear()
            RUNS.clear()
        self.groups[key] = marks
        layers = {mark.above for mark in marks} if len(marks) > RUN else ()
        for layer in layers:
            run = tuple([mark for mark in marks if mark.above == layer])
            if len(run) > RUN:
                RUNS[id(run[0])] = [run, *RUNS.get(id(run[0]), ())][:RUN]


def run_at(marks: tuple[AnyMark, ...], place: int) -> tuple[AnyMark, ...]:
    """The run whose very marks stand from that place on, or nothing."""
    for run in RUNS.get(id(marks[place]), ()):
        if all(map(is_, run, marks[place : place + len(run)])) and place + len(run) <= len(marks):
            return run
    return ()


stencils: Final = cache(Stencils)
"""Language -> its stencils, made once."""
