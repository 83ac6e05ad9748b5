"""Frames per second of the last minute: the client's bars grow upwards, the server's downwards, on one scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Scene
from app.figures.pen import Pen, sans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.drawing.marks import Room

HEIGHT: Final = 84.0
MIDDLE: Final = 42.0
REACH: Final = 36.0
"""How high the highest bar is."""
RIGHT: Final = 82.0
"""Room for the numbers at the right."""
SMALL: Final = sans(13)
STRONG: Final = sans(13, bold=True)


def scale_of(most: int) -> int:
    """The round number, 1, 2 or 5 times a power of ten, that the highest bar stands for."""
    power = 1
    while True:
        for step in (1, 2, 5):
            if step * power >= most:
                return max(step * power, 4)
        power *= 10


def draw(up: Sequence[int], down: Sequence[int], width: float, room: Room) -> Scene:
    """The bars in a drawing so many units wide; on a narrow one the words at the left are left out."""
    pen, words = Pen(room), room.words
    names = words.translate("figures", "client → server"), words.translate("figures", "server → client")
    unit = words.translate("figures", "frames per second")
    left = max(pen.width(names[0], STRONG), pen.width(names[1], STRONG), pen.width(unit, SMALL)) + 20
    if width < left + RIGHT + 240:
        left = 0.0
    right = width - RIGHT
    if left:
        pen.text("rates/up/name", left - 20, MIDDLE - 21, names[0], STRONG, color="cli.edge", anchor="end")
        pen.text("rates/unit", left - 20, MIDDLE + 5, unit, SMALL, color="text2", anchor="end")
        pen.text("rates/down/name", left - 20, MIDDLE + 31, names[1], STRONG, color="srv.edge", anchor="end")
    most = scale_of(max((0, *up, *down)))
    for place, y in enumerate((MIDDLE - REACH, MIDDLE - REACH / 2, MIDDLE + REACH / 2, MIDDLE + REACH)):
        pen.line(f"rates/line.{place}", ((left, y), (right, y)), "line", 1)
    step = (right - left) / max(len(up), 1)
    for series, values, way, colour in (("up", up, -1, "cli.edge"), ("down", down, 1, "srv.edge")):
        for place, value in enumerate(values):
            if value:
                tall = max(1.0, REACH * value / most)
                top = MIDDLE - 1 - tall if way < 0 else MIDDLE + 1
                pen.box(f"rates/{series}.{place}", left + place * step, top, step * 0.78, tall, fill=colour)
    now = [values[-1] if values else 0 for values in (up, down)]
    per = words.translate("figures", "{count}/s")
    big = sans(18, bold=True)
    for name, value, y, colour in (("up", now[0], MIDDLE - 20, "cli.edge"), ("down", now[1], MIDDLE + 32, "srv.edge")):
        text = per.format(count=short(value))
        pen.text(f"rates/{name}/now", right + 12, y, text, big, color=colour, anchor="start", within=RIGHT - 12)
    pen.text("rates/span", right + 12, MIDDLE + 5, words.translate("figures", "last 60 s"), SMALL, color="text2",
             anchor="start", within=RIGHT - 12)  # fmt: skip
    told = words.translate(
        "figures", "In the last second {up} frames went from client to server and {down} from server to client."
    )
    title = words.translate("figures", "Frames per second")
    return Scene(tuple(pen.marks), width, HEIGHT, title, told.format(up=now[0], down=now[1]))


def short(value: int) -> str:
    """A number in at most four signs: 999, 1.2k, 20k."""
    if value < 1000:
        return str(value)
    return f"{value / 1000:.1f}k" if value < 9950 else f"{value / 1000:.0f}k"
