"""The same scene with small labels as large as the space around them allows: for a room that reads from afar.

Labels that are alike (equal ids but for their numbers, equal font) keep an equal size. A label grows around its middle
until it would touch another mark or leave the box that it stands in; one that has no space stays as it was. No mark
moves and none is added, so that everything still lights up, is spoken and is exported by the same ids.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

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

APART: Final = 3.0
"""Units that stay free between a label that has grown and the next mark at its side."""

CELL: Final = 64
"""Side of the squares in which neighbours are looked for."""

NUMBERS: Final = re.compile(r"\d+")


@dataclass(slots=True)
class _Words:
    """A label, its outline at the size it has now, and what it may not touch."""

    label: Label
    width: float
    size: float
    outline: Rect
    within: tuple[Rect, ...] = ()
    clear: tuple[Rect, ...] = ()
    lines: tuple[tuple[float, float, float, float], ...] = ()
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
            around.look(one, stage)
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
            if _meet(_wide(now[one]), now[other]) and not _meet(before[one], before[other]):
                return True
    return False


class _Around:
    """What stands where in a scene."""

    def __init__(self, scene: Scene, words: list[_Words]) -> None:
        self._boxes = [mark for mark in scene.marks if isinstance(mark, Box) and (mark.fill or mark.stroke)]
        self._ground = scene.background
        self._glyphs = [
            Rect(mark.x - mark.size / 2, mark.y - mark.size / 2, mark.size, mark.size)
            for mark in scene.marks
            if isinstance(mark, Glyph)
        ]
        self._lines = [
            (*first, *second)
            for mark in scene.marks
            if isinstance(mark, Stroke)
            for first, second in zip(mark.points, mark.points[1:], strict=False)
        ]
        self._cells: defaultdict[tuple[int, int], list[_Words]] = defaultdict(list)
        for one in words:
            self.moved(one)

    def look(self, one: _Words, stage: Rect) -> None:
        """Find what bounds this label at any size."""
        here, reach = one.outline, _grown(one.outline, one.width, one.size)
        within, clear = [stage], list[Rect]()
        for box in self._boxes:
            area = box.rect
            if _meet(area, here):
                if _inside(here, area) and not self._backs(box, here):
                    within.append(area)
                elif self._backs(box, here):
                    one.backing = box.id
            elif _meet(area, reach):
                clear.append(area)
        clear += [area for area in self._glyphs if _meet(area, reach) and not _meet(area, here)]
        one.within, one.clear = tuple(within), tuple(clear)
        one.lines = tuple(line for line in self._lines if _crosses(line, reach) and not _crosses(line, here))

    def _backs(self, box: Box, here: Rect) -> bool:
        """Whether the box only keeps a line from running through the words."""
        return box.fill == self._ground and not box.stroke and box.rect.width < here.width + 24

    def moved(self, one: _Words) -> None:
        """A label has another outline."""
        for cell in _cells(_wide(one.outline)):
            if all(there is not one for there in self._cells[cell]):
                self._cells[cell].append(one)

    def free(self, one: _Words, outline: Rect, group: list[_Words]) -> bool:
        """Whether the label would touch nothing new with this outline."""
        if not all(_inside(outline, area, min(2.0, _margin(one.outline, area))) for area in one.within):
            return False
        if any(_meet(outline, area) for area in one.clear) or any(_crosses(line, outline) for line in one.lines):
            return False
        wide = _wide(outline)
        own = {id(member) for member in group}
        return not any(
            id(other) not in own and _meet(wide, other.outline) and not _meet(one.outline, other.outline)
            for cell in _cells(wide)
            for other in self._cells[cell]
        )


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


def _grown(outline: Rect, width: float, size: float) -> Rect:
    """More than the words can take at any size that is tried."""
    more = max(width / size * 6, 8)
    return Rect(outline.x - more, outline.y - 6, outline.width + 2 * more, outline.height + 12)


def _wide(area: Rect) -> Rect:
    return Rect(area.x - APART, area.y, area.width + 2 * APART, area.height)


def _meet(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def _margin(inner: Rect, outer: Rect) -> float:
    return min(inner.x - outer.x, outer.right - inner.right, inner.y - outer.y, outer.bottom - inner.bottom)


def _inside(inner: Rect, outer: Rect, margin: float = 0) -> bool:
    return _margin(inner, outer) >= margin


def _cells(area: Rect) -> Iterator[tuple[int, int]]:
    for x in range(int(area.x // CELL), int(area.right // CELL) + 1):
        for y in range(int(area.y // CELL), int(area.bottom // CELL) + 1):
            yield x, y


def _crosses(line: tuple[float, float, float, float], area: Rect) -> bool:
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
