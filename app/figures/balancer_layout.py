"""Where everything of a room behind a balancer stands: pages, balancer, nodes and broker from left to right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Rect

if TYPE_CHECKING:
    from app.drawing.marks import Room
    from app.figures.balancer_room import RoomNow

LEFT: Final = 32
WIDE: Final = 824
GAP: Final = 12
LEGEND: Final = 32
"""Height of the row below both panels."""

NAME: Final = 80
"""Right edge of the names of the pages."""

PAGE: Final = 98
LINE: Final = 118
"""Where the line of a session begins."""

NEAR: Final = 300
FAR: Final = 392
"""Both sides of the balancer."""

NODE: Final = 508
NODE_WIDE: Final = 140
BROKER: Final = 722
BROKER_WIDE: Final = 114


@dataclass(frozen=True, slots=True)
class Panel:
    """The place of one room; everything follows from where it begins and how high it is."""

    top: float
    height: float

    @property
    def body(self) -> Rect:
        """Below the heading."""
        return Rect(LEFT, self.top + 58, WIDE, self.height - 58 - 14)

    def row(self, place: int, count: int) -> float:
        """The y of a page's line."""
        body = self.body
        step = (body.height - 32) / max(1, count - 1)
        return body.y + 16 + place * step

    def step(self, count: int) -> float:
        """Between two pages."""
        return (self.body.height - 32) / max(1, count - 1)

    def node(self, place: int, count: int) -> Rect:
        """The box of a node."""
        body = self.body
        gap = 24 if body.height > 200 else 14
        height = (body.height - gap * (count - 1)) / max(1, count)
        return Rect(NODE, body.y + place * (height + gap), NODE_WIDE, height)

    @property
    def broker(self) -> Rect:
        """The box of the broker."""
        body = self.body
        height = min(122, body.height - 62)
        return Rect(BROKER, body.y + (body.height - height) / 2, BROKER_WIDE, height)


def panels(room: Room) -> tuple[Panel, Panel]:
    """Both rooms, one above the other."""
    top = room.top - 4
    height = (room.height - LEGEND - top - GAP) / 2
    return Panel(top, height), Panel(top + height + GAP, height)


def ports(panel: Panel, room: RoomNow) -> dict[str, float]:
    """The y at which each session reaches its node."""
    found: dict[str, float] = {}
    for place, node in enumerate(room.nodes):
        box = panel.node(place, len(room.nodes))
        seats = room.of(node)
        step = min(25, (box.height - 12) / max(1, len(seats)))
        first = box.y + box.height / 2 - step * (len(seats) - 1) / 2
        found |= {seat.browser: first + number * step for number, seat in enumerate(seats)}
    return found


def curve(start: tuple[float, float], stop: tuple[float, float], pieces: int = 14) -> tuple[tuple[float, float], ...]:
    """A line that leaves and arrives level."""
    (x0, y0), (x1, y1) = start, stop
    points = []
    for number in range(pieces + 1):
        t = number / pieces
        bend = t * t * (3 - 2 * t)
        middle = (x0 + x1) / 2
        x = (1 - t) ** 3 * x0 + 3 * (1 - t) ** 2 * t * middle + 3 * (1 - t) * t * t * middle + t**3 * x1
        points.append((round(x, 2), round(y0 + (y1 - y0) * bend, 2)))
    return tuple(points)
