"""The same scene with small labels as large as the space around them allows: for a room that reads from afar.

Labels that are alike (equal ids but for their numbers, equal font) keep an equal size. A label grows around its middle
until it would touch another mark or leave the box that it stands in; one that has no space stays as it was. No mark
moves and none is added, so that everything still lights up, is spoken and is exported by the same ids.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from app.drawing.marks import Box, Glyph, Label, Rect, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.drawing.marks import AnyMark, Measure, Scene

ABOVE, BELOW = 0.76, 0.2
"""How far a line of text reaches above and below its baseline, in parts of its size."""

MIDDLE: Final = 0.36
"""How far the middle of its letters is above the baseline."""

STEP: Final = 0.5
"""Between two sizes that are tried."""

APART: Final = 5.0
"""Units that stay free between a label that has grown and the next mark at its side, or the edge of its box."""

Thing = TypeVar("Thing")

CELL: Final = 48
"""Side of the squares in which neighbours are looked for."""

NUMBERS: Final = re.compile(r"\d+")


Line = tuple[float, float, float, float]
"""From one point to another: x, y, x, y."""


@dataclass(slots=True)
class _Words:
    """A label, its outline at the size it has now, and what it may not touch."""

    label: Label
    width: float
    size: float
    outline: Rect
    within: tuple[Rect, ...] = ()
    clear: tuple[Rect, ...] = ()
    far: tuple[Line, ...] = ()
    near: tuple[Line, ...] = ()
    """Lines that it has beside it already: it may not cross them."""
    backing: str = ""


def larger(scene: Scene, least: float, measure: Measure, top: float = 0) -> Scene:
    """The scene with labels of at least `least` units where there is space; `top` units above are not shown."""
    words = [_words(mark, measure) for mark in scene.marks if isinstance(mark, Label) and mark.text.strip()]
    if all(one.size >= least for one in words):
        return scene
    stage = Rect(0, top, scene.width, scene.height - top)
    around = _Around(scene, words)
    groups: defaultdict[object, list[_Words]] = defaultdict(list)
    for one in words:
        if one.size < least:
            groups[NUMBERS.sub("#", one.label.id), one.label.font].append(one)
    for group in groups.values():
        for one in group:
            around.look(one, stage, least)
    for group in groups.values():
        _grow(group, least, around)
    return _drawn(scene, words)


def _grow(group: list[_Words], least: float, around: _Around) -> None:
    """The largest size at which every label of the group has space."""
    was = group[0].size
    size = least
    while size > was:
        outlines = [_outline(one.label, one.width, size) for one in group]
        if all(
            around.free(one, outline, group) for one, outline in zip(group, outlines, strict=True)
        ) and not _touching(outlines, [one.outline for one in group]):
            for one, outline in zip(group, outlines, strict=True):
                one.size, one.outline = size, outline
                around.moved(one)
            return
        size = round((size - STEP) / STEP) * STEP if size == least and size % STEP else size - STEP


def _touching(now: list[Rect], before: list[Rect]) -> bool:
    """Whether two labels of a group lie on each other that did not before."""
    order = sorted(range(len(now)), key=lambda place: now[place].x)
    for at, one in enumerate(order):
        for other in order[at + 1 :]:
            if now[other].x > now[one].right + APART:
                break
            if not _apart(now[one], now[other], before[one], before[other]):
                return True
    return False


class _Around:
    """What stands where in a scene."""

    def __init__(self, scene: Scene, words: list[_Words]) -> None:
        self._ground = scene.background
        self._boxes = _Squares[Box]()
        self._glyphs = _Squares[Rect]()
        self._lines = _Squares[Line]()
        for mark in scene.marks:
            if isinstance(mark, Box) and (mark.fill or mark.stroke):
                self._boxes.put(mark, mark.rect)
            elif isinstance(mark, Glyph):
                area = Rect(mark.x - mark.size / 2, mark.y - mark.size / 2, mark.size, mark.size)
                self._glyphs.put(area, area)
            elif isinstance(mark, Stroke):
                for (x, y), (to_x, to_y) in zip(mark.points, mark.points[1:], strict=False):
                    area = Rect(min(x, to_x), min(y, to_y), abs(x - to_x), abs(y - to_y))
                    self._lines.put((x, y, to_x, to_y), area)
        self._words = _Squares[_Words]()
        for one in words:
            self.moved(one)

    def look(self, one: _Words, stage: Rect, least: float) -> None:
        """Find what bounds this label at any size up to `least`."""
        here, reach = one.outline, _grown(one.outline, least / one.size - 1)
        within, clear = [stage], list[Rect]()
        for box in self._boxes.near(reach):
            area = box.rect
            if not _meet(area, reach):
                continue
            if self._backs(box, here):
                one.backing = box.id
            elif _inside(here, area):
                within.append(area)
            elif not _inside(area, here):
                clear.append(area)
        clear += [area for area in self._glyphs.near(reach) if _meet(area, reach)]
        one.within, one.clear = tuple(within), tuple(clear)
        near = [line for line in self._lines.near(reach) if _crosses(line, reach) and not _crosses(line, here)]
        wide = _wide(here)
        one.far = tuple(line for line in near if not _crosses(line, wide))
        one.near = tuple(line for line in near if _crosses(line, wide))

    def _backs(self, box: Box, here: Rect) -> bool:
        """Whether the box only keeps a line from running through the words."""
        close = _meet(box.rect, here) and box.rect.width < here.width + 24
        return close and box.fill == self._ground and not box.stroke

    def moved(self, one: _Words) -> None:
        """A label has another outline."""
        self._words.put(one, _wide(one.outline))

    def free(self, one: _Words, outline: Rect, group: list[_Words]) -> bool:
        """Whether the label would touch nothing new with this outline."""
        here, wide = one.outline, _wide(outline)
        if not all(_stays(outline, here, area) for area in one.within):
            return False
        if not all(_apart(outline, area, here, area) for area in one.clear):
            return False
        if any(_crosses(line, wide) for line in one.far) or any(_crosses(line, outline) for line in one.near):
            return False
        own = {id(member) for member in group}
        return all(
            id(other) in own or _apart(outline, other.outline, here, other.outline) for other in self._words.near(wide)
        )


class _Squares(Generic[Thing]):
    """Things by the squares of the stage in which they lie."""

    def __init__(self) -> None:
        self._cells: defaultdict[tuple[int, int], list[Thing]] = defaultdict(list)

    def put(self, thing: Thing, area: Rect) -> None:
        """It lies in this area, besides where it was put before."""
        for cell in _cells(area):
            self._cells[cell].append(thing)

    def near(self, area: Rect) -> Iterator[Thing]:
        """Each thing once whose squares the area meets."""
        seen: set[int] = set()
        for cell in _cells(area):
            for thing in self._cells.get(cell, ()):
                if id(thing) not in seen:
                    seen.add(id(thing))
                    yield thing


def _drawn(scene: Scene, words: list[_Words]) -> Scene:
    grown = {one.label.id: one for one in words if one.size > one.label.font.size}
    backs = {one.backing: one for one in grown.values() if one.backing}

    def draw(mark: AnyMark) -> AnyMark:
        if isinstance(mark, Label) and mark.id in grown:
            return _at_size(mark, grown[mark.id])
        if isinstance(mark, Box) and mark.id in backs:
            one = backs[mark.id]
            more = one.width * (one.size / one.label.font.size - 1)
            rect = mark.rect
            return replace(mark, rect=Rect(rect.x - more / 2, rect.y, rect.width + more, rect.height))
        return mark

    return replace(scene, marks=tuple(draw(mark) for mark in scene.marks))


def _at_size(label: Label, one: _Words) -> Label:
    factor = one.size / label.font.size
    runs = tuple(
        (text, replace(font, size=font.size * factor, spacing=font.spacing * factor), colour)
        for text, font, colour in label.runs
    )
    font = replace(label.font, size=one.size, spacing=label.font.spacing * factor)
    y = label.y + MIDDLE * (one.size - label.font.size)
    return replace(label, font=font, y=y, width=label.width * factor, runs=runs)


def _words(label: Label, measure: Measure) -> _Words:
    width = label.width or (
        sum(measure.width(text, font) for text, font, _ in label.runs)
        if label.runs
        else measure.width(label.text, label.font)
    )
    size = label.font.size
    return _Words(label, width, size, _outline(label, width, size))


def _outline(label: Label, width: float, size: float) -> Rect:
    """Where the words stand at this size."""
    wide = width * size / label.font.size
    x = label.x - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
    y = label.y + MIDDLE * (size - label.font.size)
    return Rect(x, y - ABOVE * size, wide, (ABOVE + BELOW) * size)


def _grown(outline: Rect, more: float) -> Rect:
    """What the words can take if they grow by this part, and what must stay free beside them."""
    across, down = more * outline.width + APART, more * outline.height + 1
    return Rect(outline.x - across, outline.y - down, outline.width + 2 * across, outline.height + 2 * down)


def _wide(area: Rect) -> Rect:
    return Rect(area.x - APART, area.y, area.width + 2 * APART, area.height)


def _meet(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def _inside(inner: Rect, outer: Rect) -> bool:
    return _sideways(inner, outer) >= 0 and _upright(inner, outer) >= 0


def _sideways(inner: Rect, outer: Rect) -> float:
    return min(inner.x - outer.x, outer.right - inner.right)


def _upright(inner: Rect, outer: Rect) -> float:
    return min(inner.y - outer.y, outer.bottom - inner.bottom)


def _stays(now: Rect, before: Rect, within: Rect) -> bool:
    """Whether words stay in their box, and off its edge as far as they were."""
    return _sideways(now, within) >= min(APART, _sideways(before, within)) and _upright(now, within) >= min(
        1.0, _upright(before, within)
    )


def _apart(now: Rect, other: Rect, before: Rect, other_before: Rect) -> bool:
    """Whether two outlines are as far apart as they should be, or as they were, in one direction at least."""
    across = max(other.x - now.right, now.x - other.right)
    if across >= APART:
        return True
    across_before = max(other_before.x - before.right, before.x - other_before.right)
    down = max(other.y - now.bottom, now.y - other.bottom)
    down_before = max(other_before.y - before.bottom, before.y - other_before.bottom)
    return (across_before > 0 and across >= across_before) or down >= min(0.0, down_before)


def _cells(area: Rect) -> Iterator[tuple[int, int]]:
    for x in range(int(area.x // CELL), int(area.right // CELL) + 1):
        for y in range(int(area.y // CELL), int(area.bottom // CELL) + 1):
            yield x, y


def _crosses(line: Line, area: Rect) -> bool:
    """Whether a straight line runs through the area (Liang and Barsky, 1984)."""
    x, y, to_x, to_y = line
    enter, leave = 0.0, 1.0
    for step, room in _sides(x, y, to_x - x, to_y - y, area):
        if step == 0:
            if room < 0:
                return False
        elif step < 0:
            enter = max(enter, room / step)
        else:
            leave = min(leave, room / step)
    return enter <= leave


def _sides(x: float, y: float, across: float, down: float, area: Rect) -> Iterable[tuple[float, float]]:
    return (-across, x - area.x), (across, area.right - x), (-down, y - area.y), (down, area.bottom - y)
