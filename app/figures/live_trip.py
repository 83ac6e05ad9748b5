"""The round trips of one peer, from each ping to the pong that answers it, as a line from left to right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Scene, Stroke
from app.figures.pen import Pen, sans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.drawing.marks import Room, Words

HEIGHT: Final = 96.0
BASE: Final = 70.0
TOP: Final = 24.0
RIGHT: Final = 58.0
"""Room for the last value."""


def milliseconds(words: Words, seconds: float) -> str:
    """A duration as a card shows it: 0.3 ms, 19 ms, 2.5 s."""
    if seconds >= 1:
        return words.translate("figures", "{value} s").format(value=f"{seconds:.1f}")
    value = seconds * 1000
    return words.translate("figures", "{value} ms").format(value=f"{value:.1f}" if value < 1 else f"{value:.0f}")


def draw(talk: int, trips: Sequence[float], width: float, room: Room) -> Scene:
    """The line, its highest value and its last; a sentence where there was no pong yet."""
    pen, words = Pen(room), room.words
    title = words.translate("figures", "Round trip, ping to pong")
    if not talk:
        empty = words.translate("figures", "No peer is selected.")
        return _silent(pen, title, empty, width)
    if not trips:
        empty = words.translate("figures", "peer #{number}: no ping was answered yet").format(number=talk)
        return _silent(pen, title, empty, width)
    low, high = min(trips), max(trips)
    span = (high - low) or 1.0
    right = width - RIGHT
    step = right / max(len(trips) - 1, 1)
    points = tuple(
        (right - (len(trips) - 1 - place) * step, BASE - 12 - (BASE - TOP - 16) * (trip - low) / span)
        for place, trip in enumerate(trips)
    )
    pen.line("trip/base", ((0, BASE), (width, BASE)), "line2", 1)
    if len(points) > 1:
        pen.marks.append(Stroke(id="trip/line", points=points, color="cli.edge", line=2, round=True))
    x, y = points[-1]
    pen.box("trip/last", x - 3.5, y - 3.5, 7, 7, fill="cli.edge", radius=3.5)
    last = milliseconds(words, trips[-1])
    pen.text("trip/now", width, y + 5, last, sans(13, bold=True), anchor="end", within=RIGHT - 6)
    peak = trips.index(high)
    if peak != len(trips) - 1 and high > low:
        px, py = points[peak]
        text = milliseconds(words, high)
        half = pen.width(text, sans(12)) / 2
        pen.text("trip/peak", min(max(px, half), right - half), py - 6, text, 12, color="text2")
    under = words.translate("figures", "peer #{number}, last %n ping(s)", "", len(trips)).format(number=talk)
    pen.text("trip/under", 0, HEIGHT - 8, under, 13, color="text2", anchor="start", within=width)
    return Scene(tuple(pen.marks), width, HEIGHT, title, f"{under}: {last}", "pane")


def _silent(pen: Pen, title: str, sentence: str, width: float) -> Scene:
    pen.line("trip/base", ((0, BASE), (width, BASE)), "line2", 1)
    pen.text("trip/under", 0, HEIGHT - 8, sentence, 13, color="text2", anchor="start", within=width)
    return Scene(tuple(pen.marks), width, HEIGHT, title, sentence, "pane")
