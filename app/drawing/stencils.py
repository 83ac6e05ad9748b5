"""Stencils: marks that many figures have in common, made once.

Figures that are written by the hundred share most of their marks: the ruler, the boxes of the header, the sentence
about a bit. A measure that always gives the same widths offers `stencils`; a pen that finds them there takes a mark
that was made of the same things before instead of making it again, and a device may remember what it wrote for such a
mark. Marks are frozen, so nobody sees whether one is shared.
"""

from __future__ import annotations

from functools import cache
from typing import Final, Generic, TypeVar

from app.drawing.marks import AnyMark, Box, Label, Stroke

MOST: Final = 65_536
"""Marks of each kind that are remembered; after that it begins anew."""

Key = tuple[object, ...]
"""What a mark is made of."""

HELD: Final[dict[int, AnyMark]] = {}
"""Every mark that is a stencil now, by `id`, which stays its own as long as it is held."""

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

    def keep_group(self, key: Key, marks: tuple[AnyMark, ...]) -> None:
        """Remembers marks that always stand together."""
        if len(self.groups) >= MOST:
            self.groups.clear()
        self.groups[key] = marks


stencils: Final = cache(Stencils)
"""Language -> its stencils, made once."""
