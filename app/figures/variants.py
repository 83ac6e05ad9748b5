"""The strip of a lesson's variants under the stage's title: which one is on, and its neighbours.

Where not all fit, as many stand around the one that is on as there is room for, with its number at the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.figures.pen import Pen, sans

if TYPE_CHECKING:
    from app.drawing.marks import AnyMark, Room

LEFT: Final = 32.0
WIDE: Final = 824.0
TOP: Final = 94.0
TALL: Final = 32.0
BELOW: Final = 12.0
PAD: Final = 20.0
"""Room around the words of one variant."""

LINK: Final = "variant:"
"""How the link of a variant's mark begins."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One variant in the reader's language."""

    id: str
    title: str
    sentence: str
    on: bool


def strip_height(choices: Sequence[Choice]) -> float:
    """How much lower the figure begins."""
    return TALL + BELOW if choices else 0.0


def strip(choices: Sequence[Choice], room: Room) -> tuple[AnyMark, ...]:
    """The marks of the strip; none for a lesson without variants."""
    if not choices:
        return ()
    pen = Pen(room, "variants.")
    now = next((place for place, choice in enumerate(choices) if choice.on), 0)
    widths = [pen.width(choice.title, sans(13, bold=choice.on)) + PAD for choice in choices]
    count = room.words.translate("figures", "{number} of {count}").format(number=now + 1, count=len(choices))
    pen.box("ground", LEFT, TOP, WIDE, TALL, fill="sunk", stroke="line", radius=8)
    shown = range(len(choices))
    x = LEFT + 4
    if sum(widths) > WIDE - 8:
        space = WIDE - 8 - 24 - pen.width(count, sans(13))
        shown = _around(now, widths, space)
        pen.text("count", LEFT + WIDE - 12, TOP + 21, count, 13, color="text2", anchor="end")
        spread = 0.0
    else:
        spread = (WIDE - 8 - sum(widths)) / len(choices)
    for place in shown:
        _choice(pen, choices[place], x, widths[place] + spread, bar=place > shown[0] and now not in {place, place - 1})
        x += widths[place] + spread
    return tuple(pen.marks)


def _around(now: int, widths: Sequence[float], space: float) -> range:
    """As many neighbours of the one that is on as fit, on both sides alike while there are any."""
    first, last, used = now, now, widths[now]
    while True:
        grown = False
        if last + 1 < len(widths) and used + widths[last + 1] <= space:
            last += 1
            used += widths[last]
            grown = True
        if first > 0 and used + widths[first - 1] <= space:
            first -= 1
            used += widths[first]
            grown = True
        if not grown:
            return range(first, last + 1)


def _choice(pen: Pen, choice: Choice, x: float, width: float, *, bar: bool) -> None:
    spoken = f"{choice.title}. {choice.sentence}" if choice.sentence else choice.title
    stroke = "line2" if choice.on else ""
    pen.box(
        choice.id, x, TOP + 2, width, TALL - 4, fill="raise" if choice.on else "", stroke=stroke, radius=7,
        spoken=spoken, links=(LINK + choice.id,), above=1,
    )  # fmt: skip
    if bar:
        pen.line(choice.id + "/bar", ((x, TOP + 8), (x, TOP + TALL - 8)), "line2", 1, above=2)
    color = "text" if choice.on else "text2"
    pen.text(choice.id + "/title", x + width / 2, TOP + 20.5, choice.title, 13, bold=choice.on, color=color, above=2)
