"""What the four ways have cost so far, side by side: requests, bytes in each direction, and the delay of every
event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.figures.pen import sans
from app.figures.transports_words import seconds_text, way_name
from lessons.plays.transports import WAYS
from lessons.plays.transports_count import count

if TYPE_CHECKING:
    from app.figures.pen import Pen
    from lessons.plays.transports_count import Count
    from protocol.chorus import Chorus

LEFT: Final = 32.0
WIDE: Final = 400.0
GAP: Final = 24.0
NAMES: Final = 132.0
"""What the names of the ways take of a panel."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One quantity: its name, its unit, its colour, and for each way the number and what is written beside its bar."""

    name: str
    title: str
    color: str
    rows: tuple[tuple[str, float, str], ...]
    dots: tuple[tuple[float, ...], ...] = ()
    """For each way, single values that stand as strokes in its bar."""


def draw_bars(pen: Pen, whole: Chorus, now: Chorus) -> str:
    """Four panels; the scale of each is that of the end, so that bars only grow."""
    words = pen.words
    found, final = [count(now, way) for way in WAYS], [count(whole, way) for way in WAYS]
    top, bottom = pen.room.top + 6, pen.room.height - 40
    height = (bottom - top - GAP) / 2
    panels = _panels(pen, found)
    most = [
        max((one.requests for one in final), default=0),
        max((one.longest for one in final), default=0.0),
        max((one.up for one in final), default=0),
        max((one.down for one in final), default=0),
    ]
    for place, (panel, limit) in enumerate(zip(panels, most, strict=True)):
        x = LEFT + place % 2 * (WIDE + GAP)
        _panel(pen, panel, x, top + place // 2 * (height + GAP), height, limit or 1.0)
    note = words.translate(
        "figures", "Counted from the recordings: the payload of TCP, without the headers of TCP and IP."
    )
    pen.text("bars/note", LEFT, pen.room.height - 14, note, 13, color="text2", anchor="start", within=824)
    said = (f"{panel.title}: " + ", ".join(f"{name} {text}" for name, _, text in panel.rows) for panel in panels)
    return ". ".join(said)


def _panels(pen: Pen, found: list[Count]) -> tuple[Panel, ...]:
    words = pen.words
    names = [way_name(words, one.way) for one in found]
    return (
        Panel(
            "requests", words.translate("figures", "HTTP requests"), "text2",
            tuple((name, float(one.requests), str(one.requests)) for name, one in zip(names, found, strict=True)),
        ),
        Panel(
            "delay", words.translate("figures", "Delay of the events, mean and each"), "ink",
            tuple((name, one.mean, seconds_text(words, one.mean)) for name, one in zip(names, found, strict=True)),
            tuple(one.delays for one in found),
        ),
        Panel(
            "up", words.translate("figures", "Bytes from page to server"), "cli.fill",
            tuple((name, float(one.up), str(one.up)) for name, one in zip(names, found, strict=True)),
        ),
        Panel(
            "down", words.translate("figures", "Bytes from server to page"), "srv.fill",
            tuple((name, float(one.down), str(one.down)) for name, one in zip(names, found, strict=True)),
        ),
    )  # fmt: skip


def _panel(pen: Pen, panel: Panel, x: float, y: float, height: float, limit: float) -> None:
    name = f"panel.{panel.name}"
    pen.box(name, x, y, WIDE, height, fill="raise", stroke="line2", radius=10)
    pen.text(name + "/title", x + 16, y + 28, panel.title, 16, bold=True, anchor="start", within=WIDE - 32)
    step = (height - 48) / len(panel.rows)
    most = WIDE - NAMES - 32 - 64
    for place, (way, value, text) in enumerate(panel.rows):
        row, middle = f"{name}/{WAYS[place]}", y + 42 + step * (place + 0.5)
        pen.text(row + "/name", x + 16, middle + 5, way, 14, anchor="start", within=NAMES - 8)
        left, width = x + 16 + NAMES, most * min(value / limit, 1.0)
        tall = min(22.0, step - 10)
        pen.line(row + "/zero", ((left, middle - tall / 2 - 3), (left, middle + tall / 2 + 3)), "line3", 1)
        spoken = f"{way}: {panel.title}: {text}"
        pen.box(row, left, middle - tall / 2, max(width, 1), tall, fill=panel.color, spoken=spoken,
                links=(f"way:{WAYS[place]}",))  # fmt: skip
        end = left + width
        for number, single in enumerate(panel.dots[place] if panel.dots else ()):
            at = left + most * min(single / limit, 1.0)
            pen.line(
                f"{row}/each.{number}", ((at, middle - tall / 2 - 3), (at, middle + tall / 2 + 3)), "text2", 1, above=1
            )
            end = max(end, at)
        pen.text(row + "/value", end + 8, middle + 5, text, sans(15, bold=True), anchor="start", within=70)
