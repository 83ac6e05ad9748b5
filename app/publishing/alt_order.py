"""In which order entries are told, and what belongs together: by the boxes that hold them, then by rows.

A box that holds several entries is read as a whole before what stands to the right of it, as an eye would do it; so is
a column below a heading.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Box, Rect
from app.publishing.alt_columns import FEWEST, LINE, area, below_headings, holds, inside, is_first, overlaps
from app.publishing.alt_entry import Entry, once

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.drawing.marks import Scene

MOST: Final = 0.85
"""A box that covers more than this of the picture is its ground."""


@dataclass(frozen=True, slots=True)
class Part:
    """Entries in the order of reading; `held` if a box holds them."""

    entries: tuple[Entry, ...]
    held: bool


def parts(scene: Scene, found: Sequence[Entry]) -> list[Part]:
    """The entries in the order of reading, in parts: one for each box that holds several, and for what is between."""
    ground = MOST * scene.width * scene.height
    told = [one for one in found if not one.repeated]
    boxes = {
        mark.rect for mark in scene if isinstance(mark, Box) and mark.opacity > 0 and mark.stroke and not mark.hatch
    }
    holding = [box for box in boxes if area(box) <= ground and len(inside(box, told)) >= FEWEST]
    found = [one for one in found if not one.repeated or is_first(one, boxes, found)]
    columns = below_headings(scene, [one for one in found if is_first(one, boxes, found)], holding)
    told = [one for one in found if not one.repeated or one in columns or any(holds(box, one.rect) for box in holding)]
    holding = sorted({*holding, *columns.values()}, key=lambda box: (-area(box), box.y, box.x))
    joined: list[Part] = []
    loose: list[Entry] = []
    for _, members in _things(holding, told):
        if len(members) < FEWEST:
            loose += members
            continue
        joined += [Part(tuple(loose), held=False), Part(tuple(members), held=True)]
        loose = []
    joined.append(Part(tuple(loose), held=False))
    return [Part(tuple(_once(part.entries)), part.held) for part in joined if part.entries]


def _once(found: Sequence[Entry]) -> list[Entry]:
    """Each sentence once; but every frame has its first byte."""
    return once(found, lambda one: (one.text, one.root if one.is_byte else ""))


def _things(boxes: Sequence[Rect], found: Sequence[Entry]) -> list[tuple[Rect, list[Entry]]]:
    """What stands side by side, in the order of reading: boxes with all that they hold, and single entries. `boxes`
    are in order from the largest to the smallest."""
    outer: list[Rect] = []
    for box in boxes:
        if not any(overlaps(box, other) for other in outer):
            outer.append(box)
    rest = list(found)
    things: list[tuple[Rect, list[Entry]]] = []
    for box in outer:
        members = inside(box, rest)
        rest = [one for one in rest if one not in members]
        itself = [one for one in members if one.rect == box or (one.heading and one.rect.y == box.y)]
        inner = [other for other in boxes if other != box and holds(box, other)]
        ordered = _things(inner, [one for one in members if one not in itself])
        things.append((box, [*itself, *(one for _, held in ordered for one in held)]))
    things += [(one.rect, [one]) for one in rest]
    return _rows(things)


def _rows(things: Sequence[tuple[Rect, list[Entry]]]) -> list[tuple[Rect, list[Entry]]]:
    """By rows from top to bottom, each from left to right."""
    rows: list[list[tuple[Rect, list[Entry]]]] = []
    for thing in sorted(things, key=lambda one: (_line(one[0]), one[0].x)):
        height = min(thing[0].height, LINE)
        if rows and _line(thing[0]) - _line(rows[-1][0][0]) <= max(4, height / 2):
            rows[-1].append(thing)
        else:
            rows.append([thing])
    return [thing for row in rows for thing in sorted(row, key=lambda one: one[0].x)]


def _line(rect: Rect) -> float:
    """The middle of a low thing, and of a tall one that of its first line."""
    return rect.y + min(rect.height, LINE) / 2
