"""The frame around the lanes: time from left to right, the events as they come up, the headings and the legend."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final

from app.figures.transports_words import seconds_text

if TYPE_CHECKING:
    from app.figures.pen import Pen
    from lessons.plays.transports_count import Event
    from protocol.chorus import Chorus

LEFT: Final = 32.0
RIGHT: Final = 856.0
AXIS: Final = (176.0, 604.0)
"""Where the time begins and ends."""
COLUMNS: Final = (("requests", 664.0), ("up", 728.0), ("down", 792.0), ("delay", 856.0))
"""Right edges of the numbers beside the lanes."""
HEAD: Final = 44.0
FOOT: Final = 54.0
AROUND: Final = (0.5, 1.5)
"""Seconds before and after an event, close up."""
GROUNDS: Final = {"open": ("sunk", "line2"), "frames": ("pay.tint", "pay.edge")}
"""The ground of a lane and its edge: while an answer is not over, and while frames may go both ways."""
STEPS: Final = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120)


@dataclass(frozen=True, slots=True)
class Axis:
    """Time from left to right."""

    start: float
    stop: float

    def x(self, moment: float) -> float:
        """Where a moment stands, inside the axis."""
        part = (moment - self.start) / max(self.stop - self.start, 1e-9)
        return AXIS[0] + (AXIS[1] - AXIS[0]) * min(max(part, 0.0), 1.0)

    def holds(self, first: float, last: float) -> bool:
        """Whether something from `first` to `last` is seen."""
        return first <= self.stop and last >= self.start


def axis_of(whole: Chorus, events: tuple[Event, ...], number: int | None) -> Axis:
    """All time, the beginning for 0, or the time around an event."""
    if number == 0:
        return Axis(0.0, AROUND[0] + AROUND[1])
    event = next((one for one in events if one.number == number), None)
    if event is not None:
        return Axis(event.came - AROUND[0], event.came + AROUND[1])
    return Axis(0.0, max(whole.now, 1.0))


def draw_head(pen: Pen, axis: Axis, known: tuple[Event, ...], top: float, bottom: float) -> None:
    """The events as they come up at the server, and the headings of the numbers."""
    words = pen.words
    y = top - 14
    pen.text(
        "head/events",
        LEFT,
        y + 4,
        words.translate("figures", "new at the server"),
        13,
        color="text2",
        anchor="start",
        within=AXIS[0] - LEFT - 8,
    )
    seen = [event for event in known if axis.holds(event.came, event.came)]
    last = -100.0
    for event in seen:
        x = axis.x(event.came)
        pen.line(f"event.{event.number}/line", ((x, y + 6), (x, bottom)), "line2", 1, dash=(2, 4))
        spoken = words.translate("figures", "Event {number} comes up at the server after {time}: “{text}”").format(
            number=event.number, time=seconds_text(words, event.came), text=event.text
        )
        pen.box(f"event.{event.number}", x - 4, y - 4, 8, 8, fill="pay.fill", radius=4, spoken=spoken, above=1,
                links=(f"event:{event.number}",))  # fmt: skip
        if x - last >= 18:
            pen.text(f"event.{event.number}/number", x, y - 9, str(event.number), 12, mono=True, color="text2")
            last = x
    names = {
        "requests": words.translate("figures", "requests"),
        "up": words.translate("figures", "bytes ↑"),
        "down": words.translate("figures", "bytes ↓"),
        "delay": words.translate("figures", "delay"),
    }
    for name, right in COLUMNS:
        pen.text(f"column.{name}", right, y + 4, names[name], 13, color="text2", anchor="end", within=66)


def draw_ticks(pen: Pen, axis: Axis, bottom: float) -> None:
    """The seconds below the lanes."""
    span = axis.stop - axis.start
    step = next((one for one in STEPS if span / one <= 8), STEPS[-1])
    pen.line("axis", ((AXIS[0], bottom), (AXIS[1], bottom)), "line3", 1)
    at = ceil(axis.start / step) * step
    while at <= axis.stop:
        x = axis.x(at)
        pen.line(f"axis/tick.{at:.1f}", ((x, bottom), (x, bottom + 5)), "line3", 1)
        text = seconds_text(pen.words, at, 0 if step >= 1 else 1)
        if x < AXIS[1] - 10:
            pen.text(f"axis/text.{at:.1f}", x, bottom + 17, text, 12, color="text2")
        at += step


def draw_legend(pen: Pen) -> None:
    """What the signs mean."""
    words = pen.words
    y = pen.room.height - 12
    entries = (
        ("up", words.translate("figures", "page writes")),
        ("down", words.translate("figures", "server writes")),
        ("dot", words.translate("figures", "brings an event")),
        ("open", words.translate("figures", "answer not over")),
        ("frames", words.translate("figures", "frames, both ways")),
        ("delay", words.translate("figures", "waiting of an event")),
    )
    x = LEFT
    for name, text in entries:
        mark = f"legend/{name}"
        if name in {"up", "down"}:
            color = ("cli" if name == "up" else "srv") + ".fill"
            pen.line(mark, ((x, y), (x + 12, y - 10 if name == "up" else y)), color, 2.5)
            if name == "down":
                pen.line(mark, ((x, y - 10), (x + 12, y)), color, 2.5)
                pen.marks.pop(-2)
        elif name == "dot":
            pen.box(mark, x + 2, y - 8, 7, 7, fill="pay.fill", radius=3.5)
        elif name in GROUNDS:
            fill, stroke = GROUNDS[name]
            pen.box(mark, x, y - 10, 12, 11, fill=fill, stroke=stroke)
        else:
            pen.box(mark, x, y - 8, 14, 6, fill="ink")
        label = pen.text(mark + "/text", x + 20, y, text, 12, color="text2", anchor="start")
        x += 20 + label.width + 22
