"""Rows of many small boxes without text, such as the bits of a word: one character a box.

`#` is a box with a strong fill (a 1), `/` a hatched one, `.` one without.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.drawing.marks import Box

RINGED: Final = {"#": "@", ".": "o"}
"""How a box with a ring around it is written."""

WIDEST: Final = 20.0
LOWEST: Final = 7.5
HIGHEST: Final = 40.0

FEWEST: Final = 5
"""Boxes that make a strip."""

STRONG: Final = frozenset({"ink", "text", "text2", "text3"})


def is_strong(box: Box) -> bool:
    """Whether the fill stands for a 1, or for something that is there."""
    return box.fill.endswith(".fill") or box.fill in STRONG


@dataclass(slots=True)
class Strip:
    """Boxes from left to right, and their text."""

    boxes: list[Box]
    text: str
    rings: list[Box] = field(default_factory=list)

    @property
    def left(self) -> float:
        """x of the first box."""
        return self.boxes[0].rect.x

    @property
    def right(self) -> float:
        """x of the end of the last."""
        return self.boxes[-1].rect.right

    @property
    def y(self) -> float:
        """The middle in height."""
        rect = self.boxes[0].rect
        return rect.y + rect.height / 2

    def column(self, x: float) -> int:
        """Which character is at this x."""
        return sum(box.rect.x + box.rect.width / 2 < x for box in self.boxes)

    def ring(self, box: Box) -> bool:
        """Whether the box is a ring around one of the strip; that is another character then."""
        rect = box.rect
        if not (self.left - 6 <= rect.x and rect.right <= self.right + 6 and rect.y < self.y < rect.bottom):
            return False
        if rect.height > HIGHEST or rect.width > 2.5 * self.boxes[0].rect.width + 6:
            return False
        at = min(self.column(rect.x), len(self.text) - 1)
        self.text = self.text[:at] + RINGED.get(self.text[at], self.text[at]) + self.text[at + 1 :]
        return True


def strips(boxes: list[Box]) -> list[Strip]:
    """Each strip among boxes without text. What rings one of its boxes belongs to it."""
    rows: dict[tuple[int, int], list[Box]] = {}
    for box in boxes:
        rect = box.rect
        if (
            rect.width <= WIDEST
            and LOWEST <= rect.height <= HIGHEST
            and box.fill
            and box.rect.height < 3 * box.rect.width + 24
        ):
            middle = round((rect.y + rect.height / 2) / 2)
            rows.setdefault((middle, round(rect.height / 6)), []).append(box)
    found: list[Strip] = []
    for row in rows.values():
        if len(row) >= FEWEST:
            row.sort(key=lambda box: box.rect.x)
            found += [Strip(run, "".join(map(_sign, run))) for run in _runs(row) if _is_told(run)]
    for box in boxes:
        if box.stroke and not box.fill:
            for strip in found:
                if strip.ring(box):
                    strip.rings.append(box)
    return found


def _is_told(run: list[Box]) -> bool:
    """Whether it is long enough, and more than a pale ground."""
    return len(run) >= FEWEST and not all(box.fill.endswith(".tint") and not box.hatch for box in run)


def _sign(box: Box) -> str:
    return "#" if is_strong(box) else "/" if box.hatch else "."


def _runs(row: list[Box]) -> Iterator[list[Box]]:
    """The boxes that follow each other closely."""
    run = [row[0]]
    for box in row[1:]:
        before = run[-1].rect
        if box.rect.x - before.x < 1:
            run[-1] = box
        elif box.rect.x - before.right <= 0.6 * before.width:
            run.append(box)
        else:
            yield run
            run = [box]
    yield run
