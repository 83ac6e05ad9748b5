"""A scene made ready for the place where it goes: cut to what is drawn, captions below, on a slide in its middle.

cropped      the empty rest above and below goes
captioned    Figure 1.  What it shows, in one language or two, from the leftmost box on
on_slide     the same scene on a sheet of 16:9
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from app.drawing.hits import painted_span
from app.drawing.marks import Box, Font, Label, moved
from app.drawing.values import dataclass
from app.figures.pen import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.drawing.marks import Measure, Scene

MARGIN: Final = 32.0
"""Units that stay free around a figure."""

LEAST: Final = 1.0
"""Less than this is not cut off."""

LINE: Final = 25 / 16
"""From baseline to baseline, in sizes of the letters."""

BETWEEN: Final = 0.75
"""The space between two captions, in sizes of the letters."""

LONGEST: Final = 1020.0
"""Units of a line of a caption."""

SHORTEST: Final = 240.0

WIDE: Final = 1000.0
"""From this width on a figure has captions in larger letters."""

SLIDE: Final = 16 / 9


@dataclass(frozen=True, slots=True)
class Caption:
    """`Figure 1.`, or nothing, and whole sentences, in one language."""

    label: str
    text: str
    lang: str


def cropped(scene: Scene) -> Scene:
    """Without the empty rest above and below, except for a margin."""
    if not scene.marks:
        return scene
    upper, lower = MARGIN + LEAST, scene.height - MARGIN - LEAST
    if any(top <= upper for top, _ in map(painted_span, scene.marks)) and any(
        bottom >= lower for _, bottom in map(painted_span, reversed(scene.marks))
    ):
        return scene
    tops, bottoms = zip(*map(painted_span, scene.marks), strict=True)
    top = max(0.0, min(tops) - MARGIN)
    bottom = min(scene.height, max(bottoms) + MARGIN)
    marks = scene.marks if not top else tuple(moved(mark, 0, -top) for mark in scene.marks)
    return replace(scene, marks=marks, height=bottom - top)


def captioned(scene: Scene, captions: Sequence[Caption], measure: Measure) -> Scene:
    """With its captions below, one under the other."""
    if not captions:
        return scene
    size = 16 if scene.width > WIDE else 14
    left = min((mark.rect.x for mark in scene.marks if isinstance(mark, Box)), default=MARGIN)
    left = min(max(left, MARGIN), scene.width / 4)
    width = max(SHORTEST, min(LONGEST, scene.width - MARGIN - left))
    marks, y = list(scene.marks), scene.height
    for number, caption in enumerate(captions):
        lines = _lines(caption, size, left, y, width, measure, f"caption.{number}")
        marks += lines
        y = lines[-1].y + size * (LINE + BETWEEN)
    return replace(scene, marks=tuple(marks), height=y - size * (LINE + BETWEEN) + MARGIN)


def _lines(
    caption: Caption, size: float, left: float, y: float, width: float, measure: Measure, name: str
) -> list[Label]:
    """The label in bold, then the text; its first baseline is `y`."""
    bold, plain = Font(size, bold=True), Font(size)
    gap = "　" if caption.lang.startswith("zh") else "  "
    head = caption.label + gap if caption.label else ""
    lines = wrap(caption.text, plain, width, measure, measure.width(head, bold) if head else 0) or [""]
    found = []
    for number, line in enumerate(lines):
        runs = ((head, bold, "text"), (line, plain, "text")) if head and not number else ()
        text = "".join(run[0] for run in runs) or line
        advance = sum(measure.width(run[0], run[1]) for run in runs) or measure.width(line, plain)
        found.append(
            Label(
                id=f"{name}.{number}", x=left, y=y, text=text, font=plain, runs=runs, width=advance,
                spoken="" if number else caption.text,
            )
        )  # fmt: skip
        y += size * LINE
    return found


def on_slide(scene: Scene) -> Scene:
    """In the middle of a sheet that is 16 wide where it is 9 high."""
    width, height = max(scene.width, scene.height * SLIDE), max(scene.height, scene.width / SLIDE)
    across, down = (width - scene.width) / 2, (height - scene.height) / 2
    marks = tuple(moved(mark, across, down) for mark in scene.marks)
    return replace(scene, marks=marks, width=width, height=height)


def smallest_text(scene: Scene, width: float) -> float:
    """The size of the smallest letters in points when the scene is written `width` CSS pixels wide, 0 for as it is; 0
    without letters."""
    sizes = [
        run[1].size if label.runs else label.font.size
        for label in scene.marks
        if isinstance(label, Label) and label.text
        for run in (label.runs or ((label.text, label.font, ""),))
    ]
    scale = width / scene.width if width else 1.0
    return min(sizes, default=0) * scale * 0.75
