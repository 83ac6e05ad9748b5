"""Paragraphs of runs in lines of a width, as labels: the words of a storyboard on paper."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font, Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.drawing.marks import Measure
    from app.widgets.markdown import Run, Runs

LEADING: Final = 1.42
"""The distance of two baselines, as a part of the letters' size."""

BETWEEN: Final = 0.5
"""The space between two paragraphs, in lines."""

WIDE: Final = frozenset("WF")
"""Characters between which a line may end anywhere."""

NEVER_FIRST: Final = frozenset("，。、；：！？”’）》】」』…—.,;:!?)]%")
"""Characters that no line begins with."""

NEVER_LAST: Final = frozenset("“‘（《【「『([")

Piece = tuple[str, Font]
Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """Lines of text; an empty line is half as high."""

    lines: tuple[Line, ...]
    size: float

    @property
    def height(self) -> float:
        """From the top of the first line to the bottom of the last."""
        return sum((1 if line else BETWEEN) * self.size * LEADING for line in self.lines)

    def labels(self, name: str, x: float, y: float, colour: str = "text") -> list[Label]:
        """The lines with their upper left corner at (x, y)."""
        found: list[Label] = []
        for number, line in enumerate(self.lines):
            if line:
                runs = tuple((text, font, colour) for text, font in line)
                found.append(
                    Label(
                        id=f"{name}/{number}", x=x, y=y + self.size * 1.1, text="".join(text for text, _ in line),
                        font=line[0][1], color=colour, runs=runs,
                    )
                )  # fmt: skip
            y += (1 if line else BETWEEN) * self.size * LEADING
        return found


def set_in_lines(paragraphs: Sequence[Runs], size: float, width: float, measure: Measure, bold: bool = False) -> Prose:
    """The paragraphs in lines of at most `width`."""
    lines: list[Line] = []
    for runs in paragraphs:
        if lines:
            lines.append(())
        lines += _lines(runs, size, width, measure, bold)
    return Prose(tuple(lines), size)


def _lines(runs: Sequence[Run], size: float, width: float, measure: Measure, bold: bool) -> Iterator[Line]:
    line: list[Piece] = []
    used = 0.0
    for word in _words(runs, size, bold):
        wide = sum(measure.width(text, font) for text, font in word)
        bare = wide - _trailing(word, measure)
        if line and (used + bare > width or word[0][0] == "\u2028"):
            yield _joined(line)
            line, used = [], 0.0
        if word[0][0] != "\u2028":
            line += word
            used += wide
    if line:
        yield _joined(line)


def _trailing(word: Sequence[Piece], measure: Measure) -> float:
    """The width of the spaces at the end of a word."""
    text, font = word[-1]
    return measure.width(text, font) - measure.width(text.rstrip(" "), font)


def _joined(line: list[Piece]) -> Line:
    """Neighbours in the same font are one piece; spaces at the end are gone."""
    joined = [("".join(text for text, _ in group), font) for font, group in groupby(line, key=lambda piece: piece[1])]
    joined[-1] = (joined[-1][0].rstrip(" "), joined[-1][1])
    return tuple(piece for piece in joined if piece[0])


def _words(runs: Sequence[Run], size: float, bold: bool) -> Iterator[list[Piece]]:
    """What is not torn apart, each with the spaces behind it; one word may have several fonts (`FIN`=1)."""
    word: list[Piece] = []
    for run in runs:
        font = Font(size, bold=bold or run.bold, mono=run.mono)
        for text in re.findall(r"\u2028|[^ \u2028]+ *| +", run.text):
            for part in _parts(text):
                if word and _may_break(word[-1][0], part):
                    yield word
                    word = []
                word.append((part, font))
    if word:
        yield word


def _parts(text: str) -> list[str]:
    """A word cut wherever a line may end in it."""
    parts = [text[0]]
    for before, after in pairwise(text):
        if after != " " and _may_break(before, after):
            parts.append(after)
        else:
            parts[-1] += after
    return parts


def _may_break(before: str, after: str) -> bool:
    if before[-1] == "\u2028" or after[0] == "\u2028" or before.endswith(" "):
        return True
    if after[0] in NEVER_FIRST or before[-1] in NEVER_LAST:
        return False
    return any(unicodedata.east_asian_width(each) in WIDE for each in (before[-1], after[0]))
