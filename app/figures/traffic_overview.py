"""A whole capture in one picture: how many frames each way in each stretch of time, where something is wrong or
missing, which part the table shows, and how much of the file is not read yet."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Scene
from app.figures.pen import Pen, mono, sans
from app.model.traffic.clocks import CALENDAR, clock
from app.model.traffic.density import step_for

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.drawing.marks import Room

    _Place = Callable[[float], float]

HEIGHT: Final = 106.0
MIDDLE: Final = 50.0
REACH: Final = 30.0
"""How high the highest stretch stands on either side of the middle."""
SIGNS: Final = 8.0
AXIS: Final = 84.0
NEAR: Final = 30.0
"""Signs that are nearer are told as one, with their number."""
PITCH: Final = 3.0
"""The least width of a step."""
TICK: Final = 70.0
"""The least distance between two times."""


@dataclass(frozen=True, slots=True)
class Overview:
    """What the picture shows. Times are seconds as in the ledger; `shown` is what the table shows, first and last
    time; `read` is how much of the file is read, 0..1."""

    first: float
    last: float
    width: float
    counts: Mapping[int, int]
    violations: tuple[float, ...] = ()
    warnings: tuple[float, ...] = ()
    gaps: tuple[float, ...] = ()
    shown: tuple[float, float] | None = None
    read: float = 1.0
    zone: float = 0.0


def labels(room: Room) -> tuple[str, str]:
    """The words at the left: to server above, to client below."""
    words = room.words
    return words.translate("traffic", "to server"), words.translate("traffic", "to client")


def left_of(room: Room) -> float:
    """Where time begins: right of the words."""
    return max(room.measure.width(text, _WORD) for text in labels(room)) + 16


def time_at(shown: Overview, x: float, width: float, room: Room) -> float:
    """The moment at a place of the picture."""
    left = left_of(room)
    reach = max(1.0, (width - left) * _part(shown))
    part = min(1.0, max(0.0, (x - left) / reach))
    return shown.first + part * _span(shown)


_WORD: Final = sans(13, bold=True)


def _part(shown: Overview) -> float:
    return 1.0 if shown.read >= 1 else max(0.02, shown.read)


def _span(shown: Overview) -> float:
    return max(shown.last - shown.first, shown.width, 0.001)


def draw(shown: Overview, width: float, room: Room) -> Scene:
    """The picture at this width, from (0, 0) on."""
    pen, words = Pen(room), room.words
    left = left_of(room)
    reach = (width - left) * _part(shown)
    scale = reach / _span(shown)

    def place(time: float) -> float:
        return left + min(max(0.0, (time - shown.first) * scale), reach)

    for text, y, color in zip(labels(room), (MIDDLE - 14, MIDDLE + 24), ("cli.edge", "srv.edge"), strict=True):
        pen.text(f"way.{color}", left - 14, y, text, _WORD, color=color, anchor="end")
    _bars(pen, shown, scale, left, reach)
    pen.line("middle", ((left, MIDDLE), (left + reach, MIDDLE)), "line2")
    _signs(pen, shown, place, width)
    _axis(pen, shown, place, reach, width)
    if shown.shown is not None:
        low, high = place(shown.shown[0]), place(shown.shown[1])
        wide = max(12.0, high - low + 6)
        x = min(max(left - 2, (low + high - wide) / 2), width - wide - 1.5)
        pen.box(
            "window", x, MIDDLE - REACH - 4, wide, 2 * REACH + 8, stroke="ink", line=2.5, radius=4, above=3,
            spoken=words.translate("figures", "What the table shows"),
        )  # fmt: skip
    if shown.read < 1:
        x = left + reach + 5
        text = words.translate("figures", "not read yet")
        pen.box(
            "rest", x, MIDDLE - REACH, max(4.0, width - x - 1), 2 * REACH, fill="stage", stroke="line2", hatch="line2"
        )
        wide = room.measure.width(text, sans(13)) + 14
        if width - x > wide + 8:
            pen.box("rest/ground", (x + width - wide) / 2, MIDDLE - 12, wide, 24, fill="stage")
            pen.text("rest/text", (x + width) / 2, MIDDLE + 5, text, 13, color="text2")
    title = words.translate("figures", "Whole capture")
    told = words.translate(
        "figures", "From {first} to {last}: places with violations {violations}, with warnings {warnings}, gaps {gaps}."
    )
    return Scene(
        tuple(pen.marks), width, HEIGHT, title,
        told.format(
            first=_time(shown, shown.first), last=_time(shown, shown.last), violations=len(shown.violations),
            warnings=len(shown.warnings), gaps=len(shown.gaps),
        ),
    )  # fmt: skip


def _time(shown: Overview, time: float) -> str:
    return clock(time, shown.zone)[:8]


def _bars(pen: Pen, shown: Overview, scale: float, left: float, reach: float) -> None:
    """A skyline for each direction, client up and server down. Stretches that are too short for a step are joined; one
    polygon with few edges is painted ten times as fast as a bar for each."""
    joined = max(1, ceil(PITCH / (shown.width * scale))) if scale > 0 else 1
    heights: dict[tuple[int, int], int] = {}
    first = int(shown.first / shown.width) // joined
    for key, count in shown.counts.items():
        bar = (key >> 1) // joined - first, key & 1
        heights[bar] = heights.get(bar, 0) + count
    most = max(heights.values(), default=1)
    origin = (first * joined * shown.width - shown.first) * scale
    pitch = joined * shown.width * scale
    for server, sign, color in ((0, -1, "cli.fill"), (1, 1, "srv.fill")):
        points, at = [(left, MIDDLE)], -1
        for number in sorted(number for number, who in heights if who == server):
            low = max(0.0, origin + number * pitch)
            high = min(reach, max(origin + number * pitch + pitch, low + 1))
            if number != at:
                points += [(points[-1][0], MIDDLE), (left + low, MIDDLE)]
            y = MIDDLE + sign * max(1.0, heights[number, server] / most * REACH)
            points += [(left + low, y), (left + high, y)]
            at = number + 1
        points.append((points[-1][0], MIDDLE))
        if len(points) > 2:
            pen.line(f"bars.{server}", tuple(points), color, 0, fill=color)


def _signs(pen: Pen, shown: Overview, place: _Place, width: float) -> None:
    """Signs above, and lines through the picture where something is wrong or missing."""
    words = pen.words
    for number, time in enumerate(_thinned(shown.gaps, place)):
        x = place(time)
        pen.box(
            f"gap.{number}", x - 2.5, MIDDLE - REACH, 5, 2 * REACH, fill="stage", stroke="line3", hatch="line2", above=1
        )
    kinds = (
        ("violation", shown.violations, "err.fill", words.translate("figures", "Violations: {count}, from {time} on")),
        ("warning", shown.warnings, "warn.fill", words.translate("figures", "Warnings: {count}, from {time} on")),
        ("gaps", shown.gaps, "", words.translate("figures", "Missing bytes: {count}, from {time} on")),
    )
    taken: list[float] = []
    for kind, times, color, sentence in kinds:
        if color:
            for number, time in enumerate(_thinned(times, place)):
                x = place(time)
                pen.line(f"{kind}.{number}", ((x, MIDDLE - REACH - 8), (x, MIDDLE + REACH)), color, 1.5, above=2)
        for number, (near, count, first) in enumerate(_grouped(times, place)):
            x = _free(near, taken, width - 10)
            taken.append(x)
            spoken = sentence.format(count=count, time=_time(shown, first))
            name = f"{kind}.sign.{number}"
            if color:
                pen.glyph(name, x, SIGNS, "cross" if kind == "violation" else "warning", 14, spoken=spoken)
            else:
                pen.box(name, x - 7, SIGNS - 5.5, 14, 11, fill="stage", stroke="line3", hatch="line2", spoken=spoken)
            if count > 1:
                taken += _count(pen, name, x, f"{count:,}", color.replace("fill", "edge") or "text2", width)


def _count(pen: Pen, name: str, x: float, text: str, color: str, width: float) -> list[float]:
    """How many a sign stands for, right of it or, at the edge, left; the places that are taken by it."""
    wide = pen.width(text, _COUNT)
    right = x + 13 + wide < width
    at = x + 11 if right else x - 11
    pen.text(name + "/count", at, SIGNS + 4.5, text, _COUNT, color=color, anchor="start" if right else "end")
    return [at + (wide if right else -wide) / 2, at + (wide if right else -wide)]


_COUNT: Final = sans(12, bold=True)


def _free(x: float, taken: list[float], right: float) -> float:
    """The nearest place for a sign that covers no other."""
    for step in range(12):
        for there in (x + 20 * step, x - 20 * step):
            if 10 < there <= right and all(abs(there - other) >= 18 for other in taken):
                return there
    return min(x, right)


def _thinned(times: tuple[float, ...], place: _Place) -> list[float]:
    """One time for each pixel."""
    return list({round(place(time)): time for time in times}.values())


def _grouped(times: tuple[float, ...], place: _Place) -> list[tuple[float, int, float]]:
    """Times that stand near each other as one: its place, how many there are, the first of them."""
    groups: list[tuple[float, int, float]] = []
    for time in times:
        x = place(time)
        if groups and x - groups[-1][0] < NEAR:
            groups[-1] = (groups[-1][0], groups[-1][1] + 1, groups[-1][2])
        else:
            groups.append((x, 1, time))
    return groups


def _axis(pen: Pen, shown: Overview, place: _Place, reach: float, width: float) -> None:
    """Times below, at moments that are easy to read."""
    step = step_for(_span(shown), max(1, int(reach / TICK)))
    whole = step >= 60
    zone = shown.zone if shown.first >= CALENDAR else 0.0
    number = int((shown.first + zone) // step) + (1 if (shown.first + zone) % step else 0)
    right = -100.0
    while (time := number * step - zone) <= shown.last:
        x = place(time)
        text = clock(time, shown.zone)[: 5 if whole else 8]
        wide = pen.width(text, mono(12))
        middle = min(x, width - wide / 2)
        if middle - wide / 2 > right + 8:
            pen.line(f"tick.{number}", ((x, AXIS), (x, AXIS + 5)), "line3")
            pen.text(f"tick.{number}/text", middle, AXIS + 18, text, mono(12), color="text2")
            right = middle + wide / 2
        number += 1
