"""An entry: one sentence or text of a picture, with its place and what it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.drawing.hits import bounds
from app.drawing.marks import Rect

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from app.drawing.marks import AnyMark


@dataclass(frozen=True, slots=True)
class Entry:
    """A sentence or a text. `family` is the id of its mark with the last number left out, `number` that number, `root`
    the frame or else the mark that it is a part of. A `repeated` heading is told only where it heads a part."""

    rect: Rect
    text: str
    family: str
    number: int = 0
    root: str = ""
    is_byte: bool = False
    spoken: bool = False
    heading: bool = False
    repeated: bool = False

    @property
    def middle(self) -> float:
        """Where it stands among others from top to bottom."""
        return self.rect.y + self.rect.height / 2


def entry_of(mark: AnyMark, text: str) -> Entry:
    """What a mark says, with its place."""
    family, number = family_of(mark.id)
    is_byte = bool(mark.links) and mark.links[0].startswith("byte:")
    frame = next((link for link in mark.links if is_byte and link.startswith("frame:")), "")
    root = frame or mark.id.partition("/")[0]
    return Entry(bounds(mark), " ".join(text.split()), family, number, root, is_byte, bool(mark.spoken))


def family_of(mark_id: str) -> tuple[str, int]:
    """`code.1000` -> (`code.#`, 1000), and `opcode.b` -> (`opcode.#`, 11)."""
    found = re.match(r"(.*?)(\d+|(?<=\.)[a-f](?=/|$))(\D*)$", mark_id)
    if not found:
        return mark_id, 0
    return f"{found[1]}#{found[3]}", int(found[2], 10 if found[2].isdecimal() else 16)


def once(found: Iterable[Entry], key: Callable[[Entry], Hashable]) -> list[Entry]:
    """The first of each key."""
    unique: dict[Hashable, Entry] = {}
    for one in found:
        unique.setdefault(key(one), one)
    return list(unique.values())


def cut(values: Sequence[str], between: str = " ") -> str:
    """The values in a row; of many the first ones and the last."""
    shown = [*values[:8], "…", values[-1]] if len(values) > 12 else values
    return between.join(shown)
