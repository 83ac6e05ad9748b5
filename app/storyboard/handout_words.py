"""The words of a step on paper: in lines, as large as its place allows beside a figure that can be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.storyboard.answers import question_runs
from app.storyboard.prose import set_in_lines
from app.storyboard.steps import figure
from app.widgets.markdown import Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.drawing.marks import Measure, Rect, Scene
    from app.storyboard.prose import Prose
    from app.storyboard.steps import Panel

SIZES: Final = {1: 16.0, 2: 13.5, 4: 12.0, 6: 9.5}
"""How large the letters are if there is room."""

SMALLEST: Final = 7.0

ASKING: Final = 0.8
"""How much of its share a figure keeps where a question is asked."""

ASIDE: Final = 8.0
"""The space before a question."""

SHARE: Final = {1: 0.6, 2: 0.58, 4: 0.4, 6: 0.4}
"""The part of a step's height that the figure gets at least, as long as the letters can be made smaller."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one step in lines of one width."""

    title: Prose
    body: Prose
    note: Prose
    rfc: Prose
    question: Prose

    @property
    def parts(self) -> tuple[tuple[str, Prose, str], ...]:
        """What stands below the figure: name, lines and colour."""
        every = (
            ("body", self.body, "text"), ("note", self.note, "text2"), ("rfc", self.rfc, "text3"),
            ("question", self.question, "text"),
        )  # fmt: skip
        return tuple(part for part in every if part[1].lines)

    @property
    def below(self) -> float:
        """The height of what stands below the figure."""
        parts = [prose.height + 4 + (ASIDE if prose is self.question else 0) for _, prose, _ in self.parts]
        return sum(parts) + (6 if parts else 0)


def shown(panel: Panel) -> Scene:
    """The figure; where a question is asked, the one that does not tell the answer."""
    return figure(panel.scene if panel.veiled is None else panel.veiled)


def fitted(panel: Panel, area: Rect, measure: Measure, per_page: int) -> Words:
    """The words as large as possible: the figure still gets its share."""
    size, scene = SIZES[per_page], shown(panel)
    part = SHARE[per_page] * (1 if panel.question is None else ASKING)
    while True:
        words = _set(panel, size, area.width, measure)
        left = area.height - words.title.height - 6 - words.below
        share = min(area.height * part, area.width * scene.height / scene.width)
        if left >= share or size <= SMALLEST:
            return words
        size -= 0.5


def _set(panel: Panel, size: float, width: float, measure: Measure) -> Words:
    def lines(paragraphs: Sequence[Sequence[Run]], size: float, bold: bool = False) -> Prose:
        return set_in_lines([tuple(runs) for runs in paragraphs if runs], size, width, measure, bold)

    title = lines([[Run(f"{panel.number}  {panel.title}")]], size + 2, bold=True)
    rfc = "  ·  ".join(panel.rfc)
    return Words(
        title,
        lines(panel.body, size),
        lines([panel.note], size),
        lines([[Run(rfc)]] if rfc else [], size - 1),
        lines([question_runs(panel.question)] if panel.question is not None else [], size),
    )
